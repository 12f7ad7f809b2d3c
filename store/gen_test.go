package store

import (
	"context"
	"crypto/sha256"
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"offprint/reader"
	"offprint/store/schema"
)

// corpus makes articles that are the same each time: words by Zipf's law,
// invented names, quotes and links between them, dates over ten years.
type corpus struct {
	words  []string
	cum    []float64
	people []string
	orgs   []string
	places []string
	n      int // articles that the dates are spread over
}

func newCorpus(n int) *corpus {
	r := rand.New(rand.NewPCG(1, 2))
	c := &corpus{n: n}
	seen := map[string]bool{}
	for len(c.words) < 60000 {
		w := syllables(r, 1+r.IntN(4))
		if len(c.words) >= 150 {
			w += syllables(r, 1)
		}
		if !seen[w] {
			seen[w] = true
			c.words = append(c.words, w)
		}
	}
	sum := 0.0
	for i := range c.words {
		sum += 1 / math.Pow(float64(i+3), 1.05)
		c.cum = append(c.cum, sum)
	}
	for range 3000 {
		c.people = append(c.people, title(syllables(r, 2))+" "+title(syllables(r, 3)))
	}
	for range 800 {
		c.orgs = append(c.orgs, "The "+title(syllables(r, 2))+" Institute of "+title(syllables(r, 2)))
	}
	for range 400 {
		c.places = append(c.places, title(syllables(r, 3)))
	}
	return c
}

func syllables(r *rand.Rand, n int) string {
	const consonants, vowels = "bcdfghklmnprstvz", "aeiou"
	var b strings.Builder
	for range n {
		b.WriteByte(consonants[r.IntN(len(consonants))])
		b.WriteByte(vowels[r.IntN(len(vowels))])
		if r.IntN(3) == 0 {
			b.WriteByte(consonants[r.IntN(len(consonants))])
		}
	}
	return b.String()
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func (c *corpus) word(r *rand.Rand) string {
	x := r.Float64() * c.cum[len(c.cum)-1]
	return c.words[sort.SearchFloat64s(c.cum, x)]
}

// skewed picks from a list, its beginning far more often.
func skewed(r *rand.Rand, list []string) string {
	x := r.Float64()
	return list[int(x*x*x*float64(len(list)))]
}

// maker builds one article's Markdown, which is its plain text as well.
type maker struct {
	md     strings.Builder
	plain  reader.PlainBuilder
	spans  map[string][]reader.Span
	kinds  map[string]reader.EntityKind
	order  []string
	quotes []reader.Quote
	words  int
}

func (m *maker) add(s string) reader.Span {
	at := reader.Span{Start: m.md.Len(), End: m.md.Len() + len(s)}
	m.md.WriteString(s)
	m.plain.Add(s, at)
	return at
}

func (m *maker) name(name string, kind reader.EntityKind) reader.Span {
	at := m.add(name)
	if m.spans[name] == nil {
		m.order = append(m.order, name)
		m.kinds[name] = kind
	}
	m.spans[name] = append(m.spans[name], at)
	return at
}

// article returns article i with about words words.
func (c *corpus) article(i, words int) reader.Digest {
	r := rand.New(rand.NewPCG(uint64(i), 77))
	m := &maker{spans: map[string][]reader.Span{}, kinds: map[string]reader.EntityKind{}}
	cast := []string{skewed(r, c.people), skewed(r, c.people), skewed(r, c.people)}
	scene := []string{skewed(r, c.orgs), skewed(r, c.places), skewed(r, c.places)}
	for m.words < words {
		if m.md.Len() > 0 {
			m.md.WriteString("\n\n")
		}
		m.plain.Begin()
		c.paragraph(r, m, cast, scene)
		m.plain.End(reader.BlockParagraph)
	}
	d := reader.Digest{Plain: m.plain.Plain(), Quotes: m.quotes, Words: m.words}
	for _, name := range m.order {
		e := reader.Entity{Name: reader.CleanLine(name), Kind: m.kinds[name], Mentions: m.spans[name], Confidence: 0.9}
		if e.Kind == reader.EntityPerson {
			e.Aliases = []reader.Text{reader.CleanLine(name[strings.IndexByte(name, ' ')+1:])}
		}
		d.Entities = append(d.Entities, e)
	}
	d.Article = reader.Article{
		Title:     reader.CleanLine(title(c.word(r)) + " " + c.word(r) + " " + c.word(r) + " " + c.word(r) + " " + cast[0]),
		Byline:    reader.CleanLine(skewed(r, c.people)),
		Published: time.Date(2016, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(float64(10*365*24)*float64(i)/float64(c.n)*60) * time.Minute),
		Outlet:    reader.CleanLine(strings.ToLower(skewed(r, c.places[:60])) + ".example"),
		Address:   reader.CleanLine(fmt.Sprintf("https://news.example/%d/%s", i, c.word(r))),
		Language:  "en", Format: reader.FormatMarkdown, Markdown: reader.Clean(m.md.String()),
	}
	return d
}

func (c *corpus) paragraph(r *rand.Rand, m *maker, cast, scene []string) {
	for s := range 3 + r.IntN(3) {
		if s > 0 {
			m.add(" ")
		}
		quoted := r.IntN(5) == 0
		begun := m.md.Len()
		if quoted {
			m.add("“")
			begun = m.md.Len()
		}
		for w := range 9 + r.IntN(16) {
			m.words++
			if w > 0 {
				m.add(" ")
			}
			switch x := r.IntN(40); {
			case x == 0:
				m.name(cast[r.IntN(len(cast))], reader.EntityPerson)
			case x == 1:
				m.name(scene[1+r.IntN(2)], reader.EntityPlace)
			case x == 2 && r.IntN(2) == 0:
				m.name(scene[0], reader.EntityOrganization)
			default:
				m.add(c.word(r))
			}
		}
		if !quoted {
			m.add(".")
			continue
		}
		content := reader.Span{Start: begun, End: m.md.Len()}
		m.add("”, ")
		who := cast[r.IntN(len(cast))]
		source := m.name(who, reader.EntityPerson)
		cue := m.add(" said.")
		m.quotes = append(m.quotes, reader.Quote{Kind: reader.QuoteDirect, Content: []reader.Span{content}, Source: []reader.Span{source},
			Cue: []reader.Span{{Start: cue.Start + 1, End: cue.End - 1}}, Speaker: reader.Speaker{Name: reader.CleanLine(who), Kind: reader.SpeakerPerson}, Confidence: 0.9})
	}
}

// item wraps digests as a file of that name.
func item(origin string, digests ...reader.Digest) Item {
	h := sha256.New()
	for _, d := range digests {
		h.Write([]byte(d.Article.Markdown))
	}
	it := Item{Origin: origin, Digests: digests, Size: 1, Modified: time.Unix(1700000000, 0)}
	h.Sum(it.FileHash[:0])
	return it
}

// plainDigest is an article without findings, each paragraph a block.
func plainDigest(title, published, text string) reader.Digest {
	var b reader.PlainBuilder
	at := 0
	for para := range strings.SplitSeq(text, "\n\n") {
		b.Begin()
		b.Add(para, reader.Span{Start: at, End: at + len(para)})
		b.End(reader.BlockParagraph)
		at += len(para) + 2
	}
	when, _ := time.Parse(time.DateOnly, published)
	return reader.Digest{Plain: b.Plain(), Words: len(strings.Fields(text)),
		Article: reader.Article{Title: reader.CleanLine(title), Published: when, Markdown: reader.Clean(text)}}
}

func testArchive(t testing.TB) *Archive {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "archive.db"))
}

func openAt(t testing.TB, path string) *Archive {
	t.Helper()
	clock := time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)
	a, err := Open(context.Background(), path, Options{Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

// openOlder makes an archive as a program made it that knew the first n versions.
func openOlder(t testing.TB, path string, n int) *Archive {
	t.Helper()
	a, err := openAs(context.Background(), path, Options{}, schema.Steps[:n])
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

func mustAdd(t testing.TB, a *Archive, items ...Item) []Outcome {
	t.Helper()
	out, err := a.Add(context.Background(), items)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// must fails a test at the first of some errors.
func must(t *testing.T, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}
