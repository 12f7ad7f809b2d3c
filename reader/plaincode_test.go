package reader

import (
	"reflect"
	"testing"
)

func builtPlain() (Text, Plain) {
	md := Text("# A *bold* claim\n\nFish &mdash; and chips\nagain\n\n| a | b |\n")
	var b PlainBuilder
	b.Begin()
	b.Add("A ", Span{2, 4})
	b.Add("bold", Span{5, 9})
	b.Add(" claim", Span{10, 16})
	b.End(BlockHeading)
	b.Begin()
	b.Add("Fish ", Span{18, 23})
	b.Add("—", Span{23, 30})
	b.Add(" and chips", Span{30, 40})
	b.Gap(" ")
	b.Add("again", Span{41, 46})
	b.End(BlockParagraph)
	b.Begin()
	b.Add("a", Span{50, 51})
	b.Gap("\t")
	b.Add("b", Span{54, 55})
	b.End(BlockTable)
	return md, b.Plain()
}

func TestPlainCode(t *testing.T) {
	t.Parallel()
	md, want := builtPlain()
	code := want.Encode(md)
	got, err := DecodePlain(md, code)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("decoded\n%+v\nwant\n%+v", got, want)
	}
	if len(code) > 70 {
		t.Errorf("code has %d bytes, want at most 70", len(code))
	}
}

// TestStrangePlain: one that was made of another source is kept as it is,
// though its spans lie outside the one that it is encoded with.
func TestStrangePlain(t *testing.T) {
	t.Parallel()
	md, want := builtPlain()
	for n := range len(md) {
		got, err := DecodePlain(md, want.Encode(md[:n]))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%d bytes of the source: got %+v, %v", n, got, err)
		}
	}
}

// FuzzDecodePlain checks that foreign bytes give an error or a Plain whose
// offsets all lie in its text and source, and never a panic.
func FuzzDecodePlain(f *testing.F) {
	md, p := builtPlain()
	f.Add(string(md), p.Encode(md))
	f.Add("", []byte{1, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, source string, code []byte) {
		md := Clean(source)
		p, err := DecodePlain(md, code)
		if err != nil {
			return
		}
		for _, b := range p.Blocks {
			if b.Start < 0 || b.Start > b.End || b.End > len(p.Text) {
				t.Fatalf("block %+v outside %d bytes", b, len(p.Text))
			}
			if s := p.Span(b.Start, b.End); s.Start < 0 || s.End > len(md) {
				t.Fatalf("span %+v outside %d bytes", s, len(md))
			}
		}
		again, err := DecodePlain(md, p.Encode(md))
		if err != nil || again.Text != p.Text {
			t.Fatalf("encoded again: %v", err)
		}
	})
}
