package versions

import (
	"fmt"
	"strings"
	"unicode"

	"offprint/reader"
	"offprint/reader/compare"
	"offprint/reader/markdown"
	"offprint/store"
)

// merged is two texts written as one.
type merged struct {
	text    reader.Text   // Markdown
	changes []reader.Span // of text
}

// merge compares an older text with the present one.
func merge(old store.Version, now *store.Article, analyse Analyse) merged {
	var b strings.Builder
	if analyse != nil {
		a := now.Digest.Article
		a.Title, a.Markdown = old.Title, old.Markdown
		quotes(&b, analyse(a), now.Digest)
	}
	if old.Title != now.Row.Title {
		fmt.Fprintf(&b, "The title was: %s\n\n", escape(string(old.Title)))
	}
	before := markdown.Plain(old.Markdown)
	var spans []reader.Span
	for _, e := range compare.Words(before.Text, now.Digest.Plain.Text) {
		if e.Op == compare.Same {
			b.WriteString(escape(e.Text))
			continue
		}
		mark := "**"
		if e.Op == compare.Gone {
			mark = "~~"
		}
		for i, paragraph := range strings.Split(e.Text, "\n\n") {
			if i > 0 {
				b.WriteString("\n\n")
			}
			if s := wrap(&b, paragraph, mark); !s.Empty() {
				spans = append(spans, s)
			}
		}
	}
	out := merged{text: reader.Clean(b.String())}
	if len(out.text) == b.Len() { // cleaning changes nothing, since both texts are clean
		out.changes = spans
	}
	return out
}

// wrap writes words between marks, the white space around them outside, and
// returns where the words stand.
func wrap(b *strings.Builder, words, mark string) reader.Span {
	core := strings.TrimSpace(words)
	if core == "" {
		b.WriteString(words)
		return reader.Span{}
	}
	at := strings.Index(words, core)
	b.WriteString(words[:at] + mark)
	s := reader.Span{Start: b.Len()}
	b.WriteString(escape(core))
	s.End = b.Len()
	b.WriteString(mark + words[at+len(core):])
	return s
}

// quotes lists the quotes that only one of the texts has.
func quotes(b *strings.Builder, old, now reader.Digest) {
	gone, added := missing(old, now), missing(now, old)
	if len(gone)+len(added) == 0 {
		return
	}
	b.WriteString("Quotes that were changed:\n\n")
	for _, q := range gone {
		b.WriteString("- ~~" + q + "~~\n")
	}
	for _, q := range added {
		b.WriteString("- **" + q + "**\n")
	}
	b.WriteString("\n---\n\n")
}

// missing lists the quotes of a that b does not have, as Markdown on one line each.
func missing(a, b reader.Digest) []string {
	has := map[string]bool{}
	for i := range b.Quotes {
		has[fold(words(&b, &b.Quotes[i]))] = true
	}
	var out []string
	for i := range a.Quotes {
		q := &a.Quotes[i]
		w := words(&a, q)
		if q.Kind == reader.QuoteIndirect || w == "" || has[fold(w)] {
			continue
		}
		line := escape(string(reader.CleanLine(w)))
		if q.Attributed() {
			line = escape(string(q.Speaker.Name)) + ": " + line
		}
		out = append(out, line)
	}
	return out
}

func words(d *reader.Digest, q *reader.Quote) string {
	var parts []string
	for _, s := range q.Content {
		if start, end, ok := d.Plain.Range(s); ok {
			parts = append(parts, d.Plain.Text[start:end])
		}
	}
	return strings.Join(parts, " … ")
}

// fold keeps letters and digits only, in lower case: marks and spaces make no other quote.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// escape writes plain text so that Markdown shows it as it is. Both texts are
// clean, so that cleaning again changes nothing.
func escape(s string) string { return string(markdown.Escape(reader.Clean(s))) }
