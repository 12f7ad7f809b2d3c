package article

import (
	"context"
	"net/url"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/reader/markdown"
	"offprint/store"
	"offprint/ui/nav"
	"offprint/ui/typeset"
)

// relatedRows is how many related articles stand at the foot of an article.
const relatedRows = 5

// inside begins the addresses of links to other articles of the archive.
const inside = "offprint:"

// withFoot returns the text with links to related articles at its end. They
// are set like the rest of the text, so that hints and ]l reach them; offsets
// into the article stay what they are, since nothing before its end changes.
func withFoot(text reader.Text, related []store.Row) reader.Text {
	if len(related) == 0 {
		return text
	}
	out := strings.Builder{}
	out.WriteString(string(text))
	out.WriteString("\n\n---\n\n**Related in the archive**\n")
	for _, r := range related {
		out.WriteString("\n- [" + string(markdown.Escape(r.Title)) + "](" + inside + strconv.FormatInt(int64(r.ID), 10) + ")")
		var facts []string
		if r.Outlet != "" {
			facts = append(facts, string(markdown.Escape(r.Outlet)))
		}
		if !r.Published.IsZero() {
			facts = append(facts, r.Published.Format("2 January 2006"))
		}
		if len(facts) > 0 {
			out.WriteString("  \n  " + strings.Join(facts, ", "))
		}
	}
	return reader.Clean(out.String() + "\n")
}

// site is where a link leads, as short as can be: its host, or that it stays in the archive.
func site(to reader.Text) reader.Text {
	if strings.HasPrefix(string(to), inside) {
		return "in the archive"
	}
	u, err := url.Parse(string(to))
	if err != nil || u.Host == "" {
		return to
	}
	return reader.CleanLine(strings.TrimPrefix(u.Host, "www."))
}

// follow opens what a link leads to; to a footnote it goes.
func (p *Pane) follow(l typeset.Link) tea.Cmd {
	if l.Target.Empty() {
		return followLink(l.Address)
	}
	p.jump(l.Target)
	return tea.Batch(p.moved(), nav.Send(nav.Say{Text: "A footnote: enter goes back to its sign"}))
}

// noteSign returns the sign in the text of the footnote that is gone to: of
// several the one that was on the screen before.
func (p *Pane) noteSign(note reader.Span) (sign reader.Span, ok bool) {
	for _, l := range p.pager.Page().Links() {
		if l.Target != note || l.Target.Empty() {
			continue
		}
		if !ok || sign.Start < p.before {
			sign, ok = l.Span, true
		}
	}
	return sign, ok
}

// followLink opens an address of the text: an article of the archive, or a page outside.
func followLink(address reader.Text) tea.Cmd {
	if rest, ok := strings.CutPrefix(string(address), inside); ok {
		if id, err := strconv.ParseInt(rest, 10, 64); err == nil {
			return nav.Send(nav.OpenArticle{ID: store.ID(id)})
		}
	}
	return nav.Send(nav.OpenLink{Address: address})
}

// footTime is how long related articles are looked for at most: the text does not wait longer.
const footTime = 300 * time.Millisecond

// related returns the text with its foot. If the archive cannot tell in time
// the text goes without.
func related(ctx context.Context, archive Archive, id store.ID, text reader.Text) reader.Text {
	ctx, cancel := context.WithTimeout(ctx, footTime)
	defer cancel()
	rows, err := archive.Related(ctx, id, relatedRows)
	if err != nil {
		return text
	}
	return withFoot(text, rows)
}
