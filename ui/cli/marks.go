package cli

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/theme"
	"offprint/ui/typeset"
)

// withMarks returns an article of the archive with the tags and highlights
// that it has by now, in the place of those that its file came with.
func withMarks(a *store.Article) reader.Digest {
	d := a.Digest
	d.Article.Stub, d.Article.Tags, d.Article.Kept.Passages = a.Row.Stub, a.Row.Tags, nil
	for _, h := range a.Highlights {
		d.Article.Kept.Passages = append(d.Article.Kept.Passages, reader.Passage{Text: h.Words, Note: h.Note, Made: h.Created})
	}
	return d
}

// headOf is what stands above the text of an article, a line each; some may be empty.
func headOf(a *reader.Article) []reader.Text {
	return []reader.Text{
		a.Title,
		reader.CleanLine(joined(" · ", string(a.Byline), date(a.Published), string(a.Outlet))),
		a.Address,
		tagLine(a.Tags),
	}
}

// tagLine writes tags as the reader does.
func tagLine(tags []reader.Text) reader.Text {
	var b strings.Builder
	for i, t := range tags {
		if i > 0 {
			b.WriteString(" · ")
		}
		b.WriteString("#" + string(t))
	}
	return reader.CleanLine(b.String())
}

// footOf is what stands below the text of an article, a paragraph each: the
// passages that were marked with their notes, and of a stub why there is no text.
func footOf(a *reader.Article) []reader.Text {
	var foot []reader.Text
	for _, m := range a.Kept.Passages {
		if words := reader.CleanLine(string(m.Text)); words != "" {
			foot = append(foot, "> "+words)
		}
		if note := reader.CleanLine(string(m.Note)); note != "" {
			foot = append(foot, "Note: "+note)
		}
	}
	if len(foot) > 0 {
		foot = append([]reader.Text{"Highlights and notes"}, foot...)
	}
	switch {
	case a.Stub && a.Address == "":
		foot = append(foot, "Only what is said of it here was saved, and no address that its text could be fetched from.")
	case a.Stub:
		foot = append(foot, "Only the address was saved; offprint fetch gets the text.")
	}
	return foot
}

// showFoot prints what stands below the text, set to a width unless that is 0; look is nil without styles.
func (p *program) showFoot(foot []reader.Text, width int, look *theme.Styles) {
	for _, part := range foot {
		p.out.raw("\n")
		text := string(part)
		if width > 0 {
			text = ansi.Wordwrap(text, width, "")
		}
		for line := range strings.SplitSeq(text, "\n") {
			if look != nil {
				line = strings.Repeat(" ", typeset.GutterWidth) + look.Meta.Render(line)
			}
			p.out.raw(line + "\n")
		}
	}
}
