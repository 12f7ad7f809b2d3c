package entity

import (
	"strings"
	"testing"

	"offprint/reader/entity/tag"
	"offprint/reader/token"
)

// sample is about 600 words in the manner of agency news.
var sample = strings.Repeat(`Foreign Minister Anna Kowalska of Poland met her Lithuanian counterpart Jonas Petraitis in Vilnius on Tuesday to discuss the border with Belarus, the ministry said.
Kowalska told reporters that the European Union and NATO should send more observers. "We cannot wait," she said, adding that Petraitis agreed.
The World Rowing Board (WRB) moved its congress from Geneva to Oslo after the Swiss government raised costs. The WRB's treasurer, Pedro Alves, said members in Brazil and South Africa had asked for it.
Shares in Nordwind Energy AG fell 4.2% in Frankfurt while Barclays and Deutsche Bank gained. Analysts at Capital Economics said investors feared a repeat of the 2008 crisis.
At least 12 people were killed when a bus overturned near the town of Santa Marta, police said. The driver, a 44-year-old man from Bogota, was taken to hospital.
`, 4)

// BenchmarkFind is the whole way for about 600 words: at most 3 ms, aim 2.
func BenchmarkFind(b *testing.B) {
	p := plainOf(sample)
	b.ReportAllocs()
	b.ReportMetric(float64(len(strings.Fields(sample))), "words")
	for b.Loop() {
		Find(p, "en")
	}
}

// BenchmarkStages times each step of Find by itself.
func BenchmarkStages(b *testing.B) {
	p := plainOf(sample)
	d := token.Split(p)
	var words []string
	var ends []int
	for i := range d.Tokens {
		words = append(words, d.Tokens[i].Of(d.Text))
	}
	for _, s := range d.Sentences {
		ends = append(ends, s.Last)
	}
	x := newText(d, p, english)
	x.tagByModel()
	marked := x.mentions
	b.Run("tokens", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			token.Split(p)
		}
	})
	b.Run("words", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			tag.NewText(words, ends, x.table)
		}
	})
	b.Run("tag", func(b *testing.B) {
		t := tag.NewText(words, ends, x.table)
		b.ReportAllocs()
		for b.Loop() {
			tag.Default().Names(t)
		}
	})
	b.Run("settle and group", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			x.mentions = append([]mention(nil), marked...)
			x.short = nil
			x.settle()
			x.group()
		}
	})
}
