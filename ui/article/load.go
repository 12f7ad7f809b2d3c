package article

import (
	"context"
	"errors"
	"math"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/nav"
	"offprint/ui/task"
	"offprint/ui/typeset"
)

// loadedMsg brings an article with its first screen set and marked.
type loadedMsg struct {
	task    task.ID
	article *store.Article
	page    *typeset.Page // nil if what is set still holds
	marks   *typeset.Marks
	track   track
	open    nav.OpenArticle
	again   bool // the same article, read anew after a change
	err     error
}

// pageMsg brings the text set anew: at another width, in another style, or more of it.
type pageMsg struct {
	task   task.ID
	page   *typeset.Page
	text   reader.Text
	footed bool
}

// marksMsg brings what is painted over the text.
type marksMsg struct {
	task  task.ID
	marks *typeset.Marks
}

// Open reads an article and shows it at the place asked for, else where it was left.
func (p *Pane) Open(open nav.OpenArticle) tea.Cmd {
	switch {
	case p.Loading() && open == p.asked:
		return nil
	case !p.Loading() && open.ID == p.asked.ID && p.article != nil:
		p.asked = open
		return p.goOn(open)
	}
	leave := p.Leave()
	p.asked = open
	return tea.Batch(leave, p.load(open, false))
}

// goOn moves within the article that is open.
func (p *Pane) goOn(open nav.OpenArticle) tea.Cmd {
	if t, ok := follow(p.article, open.Follow); ok {
		p.track = t
	}
	p.comeTo(open)
	return tea.Batch(p.mark(), p.set())
}

// load begins to read an article: one that is opened, or again the one that is shown.
func (p *Pane) load(open nav.OpenArticle, again bool) tea.Cmd {
	p.jobs.reading.Stop()
	job := &p.jobs.opening
	if again {
		job = &p.jobs.reading
	}
	ctx, id := job.Begin(context.Background())
	archive, o, layers := p.archive, p.pager.WantsFor(), p.layers
	o.Style, o.Method, o.From = p.look.Styles.Article, p.look.Cells.Method, nil
	var old reader.Text // what is set already
	if again && p.article != nil {
		o.Around, old = p.pager.Place(), shown(p.article)
	}
	return func() tea.Msg {
		a, err := archive.Article(ctx, open.ID)
		if err != nil {
			return loadedMsg{task: id, open: open, err: err}
		}
		msg := loadedMsg{task: id, article: a, open: open, again: again, track: quotesOf(a)}
		if t, ok := follow(a, open.Follow); ok {
			msg.track = t
		}
		if !again {
			o.Around = startAt(a, open, msg.track)
		}
		if text := shown(a); !again || text != old {
			msg.page = typeset.Set(ctx, text, o)
		}
		part := whole
		if msg.page != nil && !msg.page.Complete() {
			part = msg.page.Span() // the rest follows behind
		}
		msg.marks = typeset.Flatten(marks(a, layers, msg.track, part))
		return msg
	}
}

// startAt returns the source offset that an article opens at.
func startAt(a *store.Article, open nav.OpenArticle, t track) int {
	switch {
	case !open.At.Empty():
		return open.At.Start
	case t.kind != trackQuotes && len(t.spans) > 0:
		return t.spans[0].Start
	}
	return leftAt(a)
}

// leftAt returns where reading stopped; an article read to its end opens at its beginning.
func leftAt(a *store.Article) int {
	if a.Row.Progress >= 1 {
		return 0
	}
	s, ok := a.Position.Find(a.Digest.Article.Markdown)
	if !ok {
		return 0
	}
	return s.Start
}

// loaded takes an article that has been read.
func (p *Pane) loaded(msg loadedMsg) tea.Cmd {
	p.err = msg.err
	if msg.err != nil {
		p.clear()
		if msg.again && errors.Is(msg.err, store.ErrNoArticle) { // it was deleted
			p.asked, p.err = nav.OpenArticle{}, nil
			return nil
		}
		return nav.Send(nav.Fail{Doing: "opening the article", Err: msg.err})
	}
	p.article = msg.article
	if msg.again {
		p.reread(msg)
	} else {
		p.opened(msg)
	}
	p.pager.SetMarks(msg.marks)
	if msg.page == nil || msg.page.Complete() {
		return p.set()
	}
	id := msg.article.Row.ID
	return tea.Tick(restDelay, func(time.Time) tea.Msg { return restMsg{id} })
}

// clear leaves nothing of an article that cannot be shown any more, nor of what
// was asked about it.
func (p *Pane) clear() {
	p.jobs.setting.Stop()
	p.jobs.marking.Stop()
	p.article, p.source = nil, source{}
	p.drop()
	p.track = track{}
	p.passage.pressed = nowhere
	p.pager.Clear()
}

// restDelay leaves the machine to the first screen of a long article.
const restDelay = 30 * time.Millisecond

// restMsg asks for the rest of a long article.
type restMsg struct{ id store.ID }

// opened shows an article that was asked for.
func (p *Pane) opened(msg loadedMsg) {
	p.source = source{text: msg.page.Source()}
	p.jobs.setting.Stop() // of the article before
	p.jobs.marking.Stop()
	p.pager.Clear()
	p.drop()
	p.passage.pressed = nowhere
	p.track = msg.track
	p.layHead()
	p.pager.SetPage(msg.page)
	switch {
	case !msg.open.At.Empty():
		p.comeTo(msg.open)
	case msg.track.kind != trackQuotes && len(msg.track.spans) > 0:
		p.track.at = 0
		p.jump(msg.track.spans[0])
	default:
		p.pager.SetPlace(startAt(msg.article, msg.open, msg.track))
	}
	p.saved = p.pager.Place()
	p.before = p.saved
}

// comeTo goes to the place that a request names, if it does. What stands there
// is the one that the track is at.
func (p *Pane) comeTo(open nav.OpenArticle) {
	switch {
	case open.At.Empty():
	case open.Top:
		p.before = p.pager.Place()
		p.pager.Unfocus()
		p.pager.SetPlace(open.At.Start)
	default:
		p.jump(open.At)
		if i := slices.IndexFunc(p.track.spans, func(s reader.Span) bool { return s.Overlaps(open.At) }); i >= 0 {
			p.track.at = i
		}
	}
}

// reread takes the same article after a change: the page stays unless its text is another.
func (p *Pane) reread(msg loadedMsg) {
	p.layHead()
	if msg.page != nil {
		place := p.pager.Place()
		p.source = source{text: msg.page.Source()}
		p.pager.SetPage(msg.page)
		p.pager.SetPlace(place)
	}
	if p.track.kind == trackQuotes {
		at := p.track.at
		p.track = quotesOf(p.article)
		p.track.at = min(at, len(p.track.spans)-1)
	}
}

// reload reads the article anew after a change of the archive.
func (p *Pane) reload() tea.Cmd {
	if p.asked.ID == 0 {
		return nil
	}
	if p.Loading() {
		return p.load(p.asked, false)
	}
	return p.load(nav.OpenArticle{ID: p.asked.ID}, true)
}

// set has the text typeset if what is there does not do.
func (p *Pane) set() tea.Cmd {
	if p.article == nil {
		return nil
	}
	o, ok := p.pager.Wants()
	if !ok {
		if p.source.footed || p.jobs.setting.Busy() {
			return nil
		}
		o = typeset.Options{Width: p.pager.TextWidth(), From: p.pager.Page()} // short, and whole at once: the foot is missing
	}
	return p.typeset(o)
}

// restyle has the text typeset in another style, the visible part first.
func (p *Pane) restyle() tea.Cmd {
	if p.article == nil {
		return nil
	}
	return p.typeset(p.pager.WantsFor())
}

// typeset sets the text. When all of it is set for the first time its foot is added.
func (p *Pane) typeset(o typeset.Options) tea.Cmd {
	ctx, id := p.jobs.setting.Begin(context.Background())
	o.Style, o.Method = p.look.Styles.Article, p.look.Cells.Method
	msg := pageMsg{task: id, text: p.source.text, footed: p.source.footed}
	archive, article := p.archive, p.article.Row.ID
	return func() tea.Msg {
		if !msg.footed && o.Lines == 0 {
			msg.text, msg.footed = related(ctx, archive, article, msg.text), true
		}
		msg.page = typeset.Set(ctx, msg.text, o)
		return msg
	}
}

// paged takes text that was set.
func (p *Pane) paged(msg pageMsg) tea.Cmd {
	p.source = source{msg.text, msg.footed}
	p.pager.SetPage(msg.page)
	return p.set()
}

// mark has everything that is painted over the text made ready anew.
func (p *Pane) mark() tea.Cmd {
	if p.article == nil {
		return nil
	}
	_, id := p.jobs.marking.Begin(context.Background())
	a, l, t := p.article, p.layers, p.track
	return func() tea.Msg { return marksMsg{task: id, marks: typeset.Flatten(marks(a, l, t, whole))} }
}

// whole is all of a text, however long.
var whole = reader.Span{End: math.MaxInt}

// marks lists what is painted over a part of an article's text.
func marks(a *store.Article, l layers, t track, part reader.Span) []typeset.Mark {
	var out []typeset.Mark
	add := func(m typeset.Mark) {
		if m.Span.Overlaps(part) {
			out = append(out, m)
		}
	}
	if !l.noNames {
		for i, e := range a.Digest.Entities {
			if i < len(a.Named) && a.Named[i].Entity == 0 {
				continue
			}
			for _, s := range e.Places() {
				add(typeset.Mark{Span: s, Class: typeset.ClassEntity, Kind: e.Kind})
			}
		}
	}
	if !l.noQuotes {
		for i, q := range a.Digest.Quotes {
			for n, s := range q.Content {
				m := typeset.Mark{Span: s, Class: typeset.ClassQuote}
				if n == 0 {
					m.Number = i + 1
				}
				add(m)
			}
		}
	}
	for _, h := range a.Highlights {
		if !h.Lost {
			add(typeset.Mark{Span: h.Anchor.Span, Class: typeset.ClassMark, Noted: h.Note != ""})
		}
	}
	if t.kind != trackQuotes {
		for _, s := range t.spans {
			add(typeset.Mark{Span: s, Class: typeset.ClassHit})
		}
	}
	return out
}
