package article

import (
	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/reader/cite"
	"offprint/ui/keys"
	"offprint/ui/nav"
)

// copies copies something, if that is what the key asks for.
func (p *Pane) copies(press keys.Press) (tea.Cmd, bool) {
	work := cite.Of(&p.article.Digest.Article)
	switch press.Action {
	case keys.CopyQuoted, keys.CopyQuote, keys.CopyCitation, keys.CopyBibTeX, keys.CopyCSL:
		return p.CopyQuote(press.Action, p.currentQuote())
	case keys.CopyParagraph:
		return copyOf(p.paragraphHere(), "paragraph"), true
	case keys.CopyLink:
		if work.Address == "" {
			return nav.Send(nav.Say{Text: "The address of this article is not known"}), true
		}
		return copyOf(work.Address, "address"), true
	case keys.CopyArticle:
		return copyOf("# "+work.Title+"\n\n"+work.Plain()+"\n\n"+p.article.Digest.Article.Markdown, "article"), true
	}
	return nil, false
}

// CopyQuote copies the quote with this index, as the action says: with its
// source, bare, or as a citation, which is of the article as a whole for -1. It
// reports whether the action is one of these. The sidebar asks for the quote of
// its cursor, the text for that which it is at.
func (p *Pane) CopyQuote(action keys.Action, i int) (tea.Cmd, bool) {
	if p.article == nil {
		return nil, false
	}
	said, of, whose := cite.Of(&p.article.Digest.Article), reader.Text(""), reader.Text("")
	if quotes := p.article.Digest.Quotes; i >= 0 && i < len(quotes) {
		q := &quotes[i]
		said = said.Quoting(q, q.Words(&p.article.Digest.Plain))
		if q.Attributed() {
			whose = " of " + q.Speaker.Name
		}
		of = " of the quote" + whose
	}
	switch action {
	case keys.CopyCitation:
		return copyOf(said.Markdown(), "citation"+of), true
	case keys.CopyBibTeX:
		return copyOf(said.BibTeX(), "citation"+of+" as BibTeX"), true
	case keys.CopyCSL:
		return copyOf(said.CSL(), "citation"+of+" as CSL JSON"), true
	case keys.CopyQuote, keys.CopyQuoted:
	default:
		return nil, false
	}
	switch {
	case said.Words == "":
		return nav.Send(nav.Say{Text: "No quote in view: n goes to the next one"}), true
	case action == keys.CopyQuote:
		return copyOf(said.Words, "quote"+whose), true
	}
	return copyOf(said.Plain(), "quote"+whose+" with its source"), true
}

// currentQuote returns the quote that the track is at if it is in view, else the first in view, else -1.
func (p *Pane) currentQuote() int {
	view := p.pager.Visible()
	quotes := p.article.Digest.Quotes
	if at := p.TrackQuote(); at >= 0 && at < len(quotes) && quotes[at].Extent().Overlaps(view) {
		return at
	}
	for i := range quotes {
		if quotes[i].Extent().Overlaps(view) {
			return i
		}
	}
	return -1
}

// paragraphHere returns the paragraph of what is current, else the first in view.
func (p *Pane) paragraphHere() reader.Text {
	at := p.pager.Place()
	if f, ok := p.pager.Focus(); ok && f.Overlaps(p.pager.Visible()) {
		at = f.Start
	}
	plain := &p.article.Digest.Plain
	for _, b := range plain.Blocks {
		if s := plain.Span(b.Start, b.End); s.End > at {
			return reader.Clean(plain.Text[b.Start:b.End])
		}
	}
	return ""
}

// copyPassage copies the chosen passage with its source.
func (p *Pane) copyPassage() tea.Cmd {
	s, ok := p.pager.Selection()
	if !ok {
		return nil
	}
	words := p.pager.Page().Text(s)
	return copyOf(cite.Of(&p.article.Digest.Article).Saying(words, "").Plain(), "passage with source")
}

func copyOf(text, what reader.Text) tea.Cmd { return nav.Send(nav.Copy{Text: text, What: what}) }
