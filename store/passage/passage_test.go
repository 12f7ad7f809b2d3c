package passage

import (
	"strings"
	"testing"

	"offprint/reader"
	"offprint/store/folded"
)

const valley = "The council of the valley met on Monday, in the old school, and heard how the new bridge would be paid for. " +
	"“We cannot wait,” said the mayor – “nobody can.” It's a co-operative, she added, that owns the ferry; the ferry may stay."

// Passages are found by their words, whatever stands between them; what is not there is not found.
func TestPassageFound(t *testing.T) {
	t.Parallel()
	d := digest(valley)
	for passage, want := range map[string]string{
		"We cannot wait": "We cannot wait",
		"\"We cannot wait,\" said   the mayor - \"nobody can.\"": "“We cannot wait,” said the mayor – “nobody can.”",
		"met on Monday, in the old\nschool":                      "met on Monday, in the old school",
		"MET ON MONDAY":                                          "met on Monday",
		"the ferry":                                              "the ferry", // the first of two
		"uncil of the valley met on Mon":                         "uncil of the valley met on Mon",
		"It’s a co-operative":                                    "It's a co-operative",
		"the ferry; the ferry may stay.":                         "the ferry; the ferry may stay.",
		"The council of the valley met on Monday [1], in the old schoolhouse, and heard how the new bridge would be paid for.":                        "The council of the valley met on Monday, in the old school, and heard how the new bridge would be paid for.",
		"The council of the valley met on Sunday and gave to nobody what it was that all had come for and heard how the new bridge would be paid for": "",
		"rry may":           "",
		"the mayor waits":   "",
		"…":                 "",
		"of the old bridge": "",
	} {
		w := New(d.Article.Markdown, &d.Plain)
		at, ok := w.Find(reader.Anchor{Exact: reader.Clean(passage)})
		if ok != (want != "") || string(d.Article.Markdown.Slice(at)) != want {
			t.Errorf("%q is found as %q (%v), want %q", passage, d.Article.Markdown.Slice(at), ok, want)
		}
	}
}

// Whatever the passage and the text, a place that is found lies in the text, and what is copied from a text is found.
func FuzzPassage(f *testing.F) {
	f.Add(valley, "cannot wait", 10, 40)
	f.Add("a b", "", 0, 1)
	f.Add("İstanbul’da 漢字 ﬁn", "istanbul", 0, 20)
	f.Fuzz(func(t *testing.T, text, passage string, from, to int) {
		md := reader.Clean(text)
		d := digest(string(md))
		w := New(md, &d.Plain)
		for _, loose := range []bool{true, false} {
			at := reader.Anchor{Exact: reader.Clean(passage)}
			if !loose {
				at.Span = reader.Span{Start: 0, End: 1}
			}
			if s, ok := w.Find(at); ok && (s.Start < 0 || s.End > len(md) || s.Start > s.End) {
				t.Errorf("%q in %q at %v", passage, md, s)
			}
		}
		part := reader.AnchorAt(md, reader.Span{Start: max(0, min(from, len(md))), End: max(0, min(to, len(md)))})
		if _, ok := w.Find(reader.Anchor{Exact: part.Exact}); !ok && len(folded.Words(string(part.Exact))) >= Enough && whole(md, part.Span) {
			t.Errorf("%q is not found in %q", part.Exact, md)
		}
	})
}

// whole reports whether no word is cut at the edges of a span.
func whole(md reader.Text, s reader.Span) bool {
	cut := false
	folded.Each(string(md), func(start, end int, _ string) bool {
		cut = cut || start < s.Start && s.Start < end || start < s.End && s.End < end
		return true
	})
	return !cut
}

// A text and a passage that are made to be compared for ever are not.
func TestPassageBounded(t *testing.T) {
	t.Parallel()
	d := digest(strings.Repeat("a ", 300_000))
	w := New(d.Article.Markdown, &d.Plain)
	for _, end := range []string{"b", "b a a a a a"} {
		if _, ok := w.Find(reader.Anchor{Exact: reader.Clean(strings.Repeat("a ", 20_000) + end)}); ok {
			t.Error("found what is not there")
		}
	}
	if most := maxCompared + 100_000; w.compared > most {
		t.Errorf("%d words compared, want at most %d", w.compared, most)
	}
}

// digest makes a text of paragraphs with its plain text.
func digest(text string) reader.Digest {
	var b reader.PlainBuilder
	at := 0
	for para := range strings.SplitSeq(text, "\n\n") {
		b.Begin()
		b.Add(para, reader.Span{Start: at, End: at + len(para)})
		b.End(reader.BlockParagraph)
		at += len(para) + 2
	}
	return reader.Digest{Plain: b.Plain(), Article: reader.Article{Markdown: reader.Clean(text)}}
}
