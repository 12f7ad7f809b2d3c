package quote

import (
	"testing"

	"offprint/reader"
)

// plain makes a Plain of paragraphs.
func plain(paragraphs ...string) *reader.Plain {
	var b reader.PlainBuilder
	at := 0
	for _, p := range paragraphs {
		b.Begin()
		b.Add(p, reader.Span{Start: at, End: at + len(p)})
		b.End(reader.BlockParagraph)
		at += len(p) + 2
	}
	out := b.Plain()
	return &out
}

func TestFindDirect(t *testing.T) {
	t.Parallel()
	quotes := Find(plain(`"The harbour will stay open all winter," the mayor, Anna Lind, said on Friday.`, `"We have the boats," Lind added.`), "en", nil)
	if len(quotes) != 2 {
		t.Fatalf("got %d quotes, want 2", len(quotes))
	}
	for _, q := range quotes {
		if q.Speaker.Name != "Anna Lind" || q.Kind != reader.QuoteDirect {
			t.Errorf("got %s by %q, want direct by Anna Lind", q.Kind, q.Speaker.Name)
		}
	}
}
