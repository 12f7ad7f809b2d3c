package child

import (
	"strings"
	"testing"

	"offprint/reader"
)

// BenchmarkAnalyse is what the way to a child and back costs for an article of
// 600 words. It guards adding: making the digest takes 3 ms. Budget: 0.15 ms.
func BenchmarkAnalyse(b *testing.B) {
	p := NewPool(Options{Args: []string{"offprint", "child-good"}, Errors: known, Children: 1})
	defer p.Close()
	s := reader.Source{Name: "a file", Data: []byte(strings.Repeat("The ferry of Elmstead sails again. ", 110))}
	for b.Loop() {
		if _, err := p.Analyse(b.Context(), s); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStart is a child from its start to its first answer. Budget: 25 ms.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		p := NewPool(Options{Args: []string{"offprint", "child-good"}, Errors: known, Children: 1})
		if _, err := p.Analyse(b.Context(), reader.Source{Data: []byte("a")}); err != nil {
			b.Fatal(err)
		}
		p.Close()
	}
}

// BenchmarkCode is a digest there and back again.
func BenchmarkCode(b *testing.B) {
	d := full()
	var e encoder
	for b.Loop() {
		e.b = e.b[:0]
		e.digest(&d)
		if _, err := decodeDigest(e.b); err != nil {
			b.Fatal(err)
		}
	}
}
