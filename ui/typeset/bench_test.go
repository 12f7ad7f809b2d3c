package typeset

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	charm "charm.land/glamour/v2"
	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/ui/theme"
)

// news makes an article of about so many words in the shape of the news:
// paragraphs with quotes, links and emphasis, a heading and a list now and then.
func news(words int) reader.Text {
	random := rand.New(rand.NewPCG(5, 6))
	common := strings.Fields("the of and to in a that is was he for it with as his on be at by had not are but from or have an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any like my now over such our man me even most made after also did many off before must well back through years where much your way down should because long each just state people those too mister how little good world make very year still see work government against between life never day same another know while last")
	var b strings.Builder
	for n := 0; n < words; {
		switch k := random.IntN(14); k {
		case 0:
			b.WriteString("## ")
			n += sentence(&b, random, common, 5)
			b.WriteString("\n\n")
		case 1:
			for range 3 {
				b.WriteString("- ")
				n += sentence(&b, random, common, 9)
				b.WriteByte('\n')
			}
			b.WriteByte('\n')
		case 2:
			b.WriteString("> ")
			fallthrough
		default:
			for range 2 + random.IntN(3) {
				n += sentence(&b, random, common, 18)
				b.WriteByte(' ')
			}
			b.WriteString("\n\n")
		}
	}
	return reader.Clean(b.String())
}

func sentence(b *strings.Builder, random *rand.Rand, words []string, n int) int {
	for i := range n {
		w := words[random.IntN(len(words))]
		switch k := random.IntN(40); {
		case i == 0:
			w = strings.ToUpper(w[:1]) + w[1:]
		case k == 0:
			w = "**" + w + "**"
		case k == 1:
			w = "*" + w + "*"
		case k == 2:
			w = "[" + w + "](https://example.org/" + w + ")"
		case k == 3:
			w = "\"" + w + ",\""
		case k == 4:
			w = fmt.Sprint(random.IntN(3000))
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	b.WriteByte('.')
	return n
}

// sizes are the articles measured: 700 and 12,000 words and about 1 MB.
var sizes = []struct {
	name  string
	words int
}{{"700words", 700}, {"12000words", 12000}, {"1MB", 205000}}

func benchOptions(width int) Options {
	return Options{Width: width, Style: article(theme.Dark), Method: ansi.WcWidth}
}

// BenchmarkFirstScreen guards the opening of an article: 16 ms from the key to
// the first screen, whatever its length, in which the typesetting is the largest part.
func BenchmarkFirstScreen(b *testing.B) {
	for _, size := range sizes {
		text := news(size.words)
		for _, at := range []string{"top", "middle"} {
			b.Run(size.name+"/"+at, func(b *testing.B) {
				o := benchOptions(74)
				o.Lines = 47
				if at == "middle" {
					o.Around = len(text) / 2
				}
				for b.Loop() {
					if Set(context.Background(), text, o).Len() < 20 {
						b.Fatal("no page")
					}
				}
			})
		}
	}
}

// BenchmarkSet guards what runs behind the first screen: the whole article,
// 1 MB within a second.
func BenchmarkSet(b *testing.B) {
	for _, size := range sizes {
		text := news(size.words)
		b.Run(size.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Set(context.Background(), text, benchOptions(74))
			}
		})
	}
}

// BenchmarkGlamour is Glamour by itself on the same articles, for comparison.
func BenchmarkGlamour(b *testing.B) {
	for _, size := range sizes {
		text := news(size.words)
		b.Run(size.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				r, err := charm.NewTermRenderer(charm.WithStandardStyle("dark"), charm.WithWordWrap(74))
				if err != nil {
					b.Fatal(err)
				}
				if _, err := r.Render(string(text)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkResize guards a new width: the whole article within two frames, 33 ms.
func BenchmarkResize(b *testing.B) {
	for _, size := range sizes {
		text := news(size.words)
		b.Run(size.name, func(b *testing.B) {
			o := benchOptions(74)
			o.From = Set(context.Background(), text, o)
			for w := 0; b.Loop(); w++ {
				o.Width = 60 + w%2
				Set(context.Background(), text, o)
			}
		})
	}
}

// BenchmarkPaint guards a frame: 45 lines with 3,000 marks in the article
// within 1 ms.
func BenchmarkPaint(b *testing.B) {
	text := news(12000)
	p := Set(context.Background(), text, benchOptions(74))
	var marks []Mark
	random := rand.New(rand.NewPCG(7, 8))
	for i := range 3000 {
		start := random.IntN(len(text))
		marks = append(marks, Mark{Span: reader.Span{Start: start, End: start + 5 + random.IntN(60)},
			Class: Class(i % 4), Kind: reader.EntityKind(i % 7), Number: i})
	}
	m := Flatten(marks)
	b.ResetTimer()
	for b.Loop() {
		for l := LineNo(1000); l < 1045; l++ {
			p.Gutter(l, m)
			p.Paint(l, m, 74)
		}
	}
}

// BenchmarkFlatten guards a change of a layer: 3,000 marks within 2 ms.
func BenchmarkFlatten(b *testing.B) {
	var marks []Mark
	random := rand.New(rand.NewPCG(7, 8))
	for i := range 3000 {
		start := random.IntN(70000)
		marks = append(marks, Mark{Span: reader.Span{Start: start, End: start + 40}, Class: Class(i % 6), Number: i})
	}
	for b.Loop() {
		Flatten(marks)
	}
}
