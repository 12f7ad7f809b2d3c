package quotes

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/keys"
	"offprint/ui/nav"
	"offprint/ui/rows"
	"offprint/ui/task"
)

// speakerMsg brings what is known of the one speaker.
type speakerMsg struct {
	task task.ID
	page *store.SpeakerPage
	err  error
}

// load fetches the quotes of the query from row at on.
func (s *Screen) load(at int) tea.Cmd {
	archive, q, by := s.archive, s.query.Query(), s.sort
	return s.list.Load(func(ctx context.Context, offset, n int) ([]store.QuoteRow, error) {
		return archive.Quotes(ctx, q, by, offset, n)
	}, at)
}

// listed follows up on rows that have come.
func (s *Screen) listed(cmd tea.Cmd) tea.Cmd {
	if s.list.Err() != nil {
		return cmd
	}
	return tea.Batch(cmd, s.askSpeaker())
}

// askSpeaker fetches what is known of whoever says most of the quotes that are here.
func (s *Screen) askSpeaker() tea.Cmd {
	id := s.mainSpeaker()
	switch {
	case id == 0:
		s.asking, s.speaker = 0, nil
		s.who.Stop()
		s.layOut()
		return nil
	case id == s.asking:
		return nil
	}
	s.asking = id
	ctx, work := s.who.Begin(context.Background())
	archive := s.archive
	return func() tea.Msg {
		page, err := archive.Speaker(ctx, id)
		return speakerMsg{task: work, page: page, err: err}
	}
}

// mainSpeaker returns who says at least three of four quotes of the first page,
// if the query asks for somebody; 0 if nobody does. A few by others do not
// count: a surname finds its namesakes and misread names, too.
func (s *Screen) mainSpeaker() store.EntityID {
	if n, _ := s.list.Known(); n == 0 || !asksSpeaker(s.query.Query()) {
		return 0
	}
	if _, ok := s.list.At(0); !ok {
		return s.asking // not here any more: what was found out holds
	}
	counts := map[store.EntityID]int{}
	var main store.EntityID
	all := 0
	for ; all < rows.PageRows; all++ {
		row, ok := s.list.At(all)
		if !ok {
			break
		}
		if counts[row.Speaker]++; counts[row.Speaker] > counts[main] {
			main = row.Speaker
		}
	}
	if counts[main]*4 < all*3 {
		return 0
	}
	return main
}

func (s *Screen) tookSpeaker(msg speakerMsg) tea.Cmd {
	if msg.err != nil {
		s.asking = 0
		return nav.Send(nav.Fail{Doing: "reading about the speaker", Err: msg.err})
	}
	s.speaker = msg.page
	s.layOut()
	return s.list.Want()
}

// copy copies the quote under the cursor with its source.
func (s *Screen) copy(as keys.Action) tea.Cmd {
	row, ok := s.list.Current()
	if !ok {
		return nil
	}
	return nav.Send(rows.Cited(rows.Work(&row), "quote", as))
}

// mostCopied is how many quotes are copied at once at most: terminals take no
// clipboard of any length.
const mostCopied = 200

// copyAll copies the quotes that are listed, in Markdown with their sources.
func (s *Screen) copyAll() tea.Cmd {
	archive, q, by := s.archive, s.query.Query(), s.sort
	return func() tea.Msg {
		list, err := archive.Quotes(context.Background(), q, by, 0, mostCopied+1)
		if err != nil {
			return nav.Fail{Doing: "reading the quotes", Err: err}
		}
		if len(list) == 0 {
			return nav.Say{Text: "No quote is listed"}
		}
		what := rows.Counted(len(list), "quote with its source", "quotes with their sources")
		if len(list) > mostCopied {
			list = list[:mostCopied]
			what = "first " + rows.Counted(mostCopied, "quote", "quotes with their sources")
		}
		var text reader.Text
		for i := range list {
			if i > 0 {
				text += "\n\n"
			}
			text += rows.Work(&list[i]).Markdown()
		}
		return nav.Copy{Text: text, What: what}
	}
}
