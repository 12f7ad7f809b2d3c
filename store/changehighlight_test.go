package store

import (
	"strings"
	"testing"

	"offprint/reader"
)

// The words of a highlight are free of marks, also where it begins or ends
// inside some; characters that are no marks there stay.
func TestHighlightWords(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	const text = "A **bold** word, [a link](https://a.example/x) and 2 * 3 in `code`."
	var b reader.PlainBuilder
	b.Begin()
	for _, words := range []string{"A ", "bold", " word, ", "a link", " and 2 * 3 in ", "code", "."} {
		at := strings.Index(text, words)
		b.Add(words, reader.Span{Start: at, End: at + len(words)})
	}
	b.End(reader.BlockParagraph)
	d := plainDigest("one", "2024-01-01", text)
	d.Plain = b.Plain()
	id := mustAdd(t, a, item("f", d))[0].IDs[0]
	want := map[string]string{"bold** word": "bold word", "A **bo": "A bo", "link](https://a.example/x) and 2": "link and 2", "2 * 3": "2 * 3", "word, [a link](https://a.ex": "word, a link", "`code`.": "code.", "word": "word"}
	for words := range want {
		at := strings.Index(text, words)
		must(t, a.SetHighlight(t.Context(), &Highlight{Article: id, Anchor: reader.AnchorAt(d.Article.Markdown, reader.Span{Start: at, End: at + len(words)})}))
	}
	listed, err := a.Highlights(t.Context(), parse(t, ""), 0, 20)
	must(t, err)
	art := read(t, a, id)
	if len(listed) != len(want) || len(art.Highlights) != len(want) {
		t.Fatalf("%d listed, %d of the article, want %d", len(listed), len(art.Highlights), len(want))
	}
	for i, h := range art.Highlights {
		other := listed[len(listed)-1-i]
		if w := want[string(h.Anchor.Exact)]; string(h.Words) != w || other.Words != h.Words {
			t.Errorf("%q has the words %q and %q, want %q", h.Anchor.Exact, h.Words, other.Words, w)
		}
	}
}
