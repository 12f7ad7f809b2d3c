package zim

import (
	"fmt"
	"strings"
	"testing"

	"offprint/reader"
)

// many makes a file of 50,000 titles with a cluster of about 1 MB.
func many(b *testing.B, kind byte) *File {
	b.Helper()
	var entries []written
	for i := range 50000 {
		path := fmt.Sprintf("Thing_%05d", i)
		body := ""
		if i < 50 {
			body = page(fmt.Sprintf("Thing %d is a thing of the north. ", i) + strings.Repeat(path+" and more of it. ", 800))
		}
		entries = append(entries, written{space: 'C', path: path, title: strings.ReplaceAll(path, "_", " "), body: body})
		if i < 50 { // finding targets is slow while the file is made
			entries = append(entries, written{space: 'C', path: "Other_" + path, title: fmt.Sprintf("Other Thing %05d", i), to: "Thing_00000"})
		}
	}
	return open(b, shape{kind: kind, each: 1000}.write(b, entries))
}

// Budget: 1 ms, so that a hundred names can be looked up while a page opens.
func BenchmarkLookup(b *testing.B) {
	f := many(b, packedNot)
	b.ReportAllocs()
	for b.Loop() {
		if p, ok, err := f.Lookup(b.Context(), "Other Thing 00041"); err != nil || !ok || p.Path != "Thing_00000" {
			b.Fatal(p, ok, err)
		}
	}
}

// Budget: 50 ms, from a name to its paragraph.
func BenchmarkArticle(b *testing.B) {
	for name, kind := range map[string]byte{"xz": packedXZ, "zstd": packedZstd} {
		b.Run(name, func(b *testing.B) {
			f := many(b, kind)
			b.ReportAllocs()
			for b.Loop() {
				a, err := f.Article(b.Context(), Name{Text: "Thing 00040", Kind: reader.EntityPlace})
				if err != nil || a == nil {
					b.Fatal(a, err)
				}
			}
		})
	}
}
