package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"offprint/store/query"
)

// benchSize is how many articles the benchmarks' archive has: 100,000, or
// what OFFPRINT_BENCH_N says.
func benchSize(b *testing.B) int {
	if s := os.Getenv("OFFPRINT_BENCH_N"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 100 {
			b.Fatalf("OFFPRINT_BENCH_N = %q", s)
		}
		return n
	}
	return 100000
}

// benchVersion is part of the name of the cached archive: raise it when the schema or the corpus change.
const benchVersion = 4

// benchArchive opens the synthetic archive of n articles. It is built once, in
// the user's cache folder; that takes about two minutes for 100,000.
func benchArchive(b *testing.B, n int) *Archive {
	b.Helper()
	dir, err := os.UserCacheDir()
	if err != nil {
		b.Skip(err)
	}
	dir = filepath.Join(dir, "offprint-bench")
	path := filepath.Join(dir, fmt.Sprintf("store-%d-v%d.db", n, benchVersion))
	if _, err := os.Stat(path); err != nil {
		buildBench(b, path, n)
	}
	a, err := Open(context.Background(), path, Options{NoCreate: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { a.Close() })
	return a
}

func buildBench(b *testing.B, path string, n int) {
	b.Helper()
	temp := path + ".building"
	for _, end := range []string{"", "-wal", "-shm"} {
		os.Remove(temp + end)
	}
	// Its findings are invented: no later analysis shall replace them.
	a, err := Open(context.Background(), temp, Options{MakeFolder: true, Analysis: 1 << 30})
	if err != nil {
		b.Fatal(err)
	}
	c := newCorpus(n)
	for _, i := range rand.New(rand.NewPCG(3, 4)).Perm((n + 499) / 500) {
		var items []Item
		for k := i * 500; k < min(n, i*500+500); k++ {
			items = append(items, item(fmt.Sprint(k), c.article(k, 600)))
		}
		mustAdd(b, a, items...)
	}
	begun := time.Now()
	index(b, a)
	b.Logf("indexed %d articles in %v", n, time.Since(begun))
	if err := a.Close(); err != nil {
		b.Fatal(err)
	}
	if err := os.Rename(temp, path); err != nil {
		b.Fatal(err)
	}
}

// timer collects single calls.
type timer struct {
	took, cpu []time.Duration
}

// time runs one call.
func (m *timer) time(b *testing.B, call func() error) time.Duration {
	cpu, begun := cpuTime(), time.Now()
	err := call()
	m.took, m.cpu = append(m.took, time.Since(begun)), append(m.cpu, cpuTime()-cpu)
	if err != nil {
		b.Fatal(err)
	}
	return m.took[len(m.took)-1]
}

// report gives the median and the 99th percentile of the calls in
// milliseconds, of the clock and of processor time.
func (m *timer) report(b *testing.B) {
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	slices.Sort(m.took)
	slices.Sort(m.cpu)
	b.ReportMetric(ms(m.took[len(m.took)/2]), "p50-ms")
	b.ReportMetric(ms(m.took[len(m.took)*99/100]), "p99-ms")
	b.ReportMetric(ms(m.cpu[len(m.cpu)/2]), "cpu-p50-ms")
	b.ReportMetric(ms(m.cpu[len(m.cpu)*99/100]), "cpu-p99-ms")
}

// BenchmarkStart is opening the archive up to the first sixty rows. Budget: 10 ms at any size.
func BenchmarkStart(b *testing.B) {
	for _, n := range []int{1000, benchSize(b)} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			path := benchArchive(b, n).Path()
			var m timer
			for b.Loop() {
				var a *Archive
				m.time(b, func() (err error) {
					a, err = Open(context.Background(), path, Options{NoCreate: true})
					if err == nil {
						firstRows(b, a, 60)
					}
					return err
				})
				a.Close()
			}
			m.report(b)
		})
	}
}

// firstRows reads the first n rows of the list by day, as the first screen does.
func firstRows(b *testing.B, a *Archive, n int) {
	l, err := a.List(context.Background(), View{})
	if err != nil {
		b.Fatal(err)
	}
	for g := 0; n > 0 && g < len(l.Groups()); g++ {
		rows, err := l.Rows(context.Background(), g, 0, n)
		if err != nil {
			b.Fatal(err)
		}
		n -= len(rows)
	}
}

// BenchmarkListStep is one page of forty rows anywhere in the list of all. Budget: 3 ms, most of a frame is the screen's.
func BenchmarkListStep(b *testing.B) {
	a := benchArchive(b, benchSize(b))
	for name, v := range map[string]View{"day": {}, "none": {Group: GroupNone}, "outlet": {Group: GroupOutlet},
		"day-folded": {Fold: true}, "none-folded": {Group: GroupNone, Fold: true}} {
		b.Run(name, func(b *testing.B) {
			l, err := a.List(context.Background(), v)
			if err != nil {
				b.Fatal(err)
			}
			r := rand.New(rand.NewPCG(5, 6))
			var m timer
			for b.Loop() {
				g := r.IntN(len(l.Groups()))
				m.time(b, func() error { _, err := l.Rows(context.Background(), g, r.IntN(l.Groups()[g].Count), 40); return err })
			}
			m.report(b)
		})
	}
}

// BenchmarkSearch types words letter by letter. Budget: 20 ms at the 99th percentile for up to three words.
func BenchmarkSearch(b *testing.B) {
	n := benchSize(b)
	a := benchArchive(b, n)
	c := newCorpus(n)
	r := rand.New(rand.NewPCG(7, 8))
	for words := 1; words <= 3; words++ {
		b.Run(fmt.Sprint(words, "-words"), func(b *testing.B) {
			var m timer
			slow, slowest := "", time.Duration(0)
			for b.Loop() {
				text := strings.Fields(c.article(r.IntN(n), 100).Plain.Text)
				at := r.IntN(len(text) - words)
				typed := strings.Join(text[at:at+words], " ")
				last := strings.LastIndexByte(typed, ' ') + 1
				for end := last + 1; end <= len(typed); end++ {
					q, err := query.Parse(typed[:end])
					if err != nil {
						continue
					}
					d := m.time(b, func() error { _, _, err := a.Search(context.Background(), q.Typing(), 30); return err })
					if d > slowest {
						slow, slowest = typed[:end], d
					}
				}
			}
			m.report(b)
			b.Logf("slowest: %q %v", slow, slowest)
		})
	}
}

// BenchmarkArticle opens any article. Budget: 2 ms; it stands before the typesetting of the first screen.
func BenchmarkArticle(b *testing.B) {
	n := benchSize(b)
	a := benchArchive(b, n)
	r := rand.New(rand.NewPCG(9, 10))
	var m timer
	for b.Loop() {
		id := ID(1 + r.IntN(n))
		m.time(b, func() error { _, err := a.Article(context.Background(), id); return err })
	}
	m.report(b)
}

// BenchmarkLongArticle opens an article of 1 MB. Budget: 8 ms.
func BenchmarkLongArticle(b *testing.B) {
	a := testArchive(b)
	d := newCorpus(10).article(1, 165000)
	id := mustAdd(b, a, item("long", d))[0].IDs[0]
	b.Logf("%d bytes, %d quotes, %d entities", len(d.Article.Markdown), len(d.Quotes), len(d.Entities))
	var m timer
	for b.Loop() {
		m.time(b, func() error { _, err := a.Article(context.Background(), id); return err })
	}
	m.report(b)
}

// BenchmarkAdd adds articles of 600 words in batches of 200. Goal: 2,000 a second, the index apart.
func BenchmarkAdd(b *testing.B) {
	c := newCorpus(10000)
	a := testArchive(b)
	next, spent, cpu := 0, time.Duration(0), time.Duration(0)
	for b.Loop() {
		var items []Item
		for range 200 {
			items = append(items, item(fmt.Sprint(next), c.article(next, 600)))
			next++
		}
		begun, used := time.Now(), cpuTime()
		mustAdd(b, a, items...)
		spent, cpu = spent+time.Since(begun), cpu+cpuTime()-used
	}
	b.ReportMetric(float64(next)/spent.Seconds(), "articles/s")
	b.ReportMetric(float64(next)/max(cpu, 1).Seconds(), "articles/cpu-s")
	begun, used := time.Now(), cpuTime()
	index(b, a)
	b.ReportMetric(float64(next)/time.Since(begun).Seconds(), "indexed/s")
	b.ReportMetric(float64(next)/max(cpuTime()-used, 1).Seconds(), "indexed/cpu-s")
}

// BenchmarkEntity opens pages of entities, the most named among them. Budget: 50 ms.
func BenchmarkEntity(b *testing.B) {
	a := benchArchive(b, benchSize(b))
	ctx := context.Background()
	top, err := a.Entities(ctx, EntityFilter{AnyKind: true, Limit: 200})
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("the first is named in %d articles", top[0].Articles)
	r := rand.New(rand.NewPCG(11, 12))
	for name, call := range map[string]func(id EntityID) error{
		"page":        func(id EntityID) error { _, err := a.Entity(ctx, id); return err },
		"speaker":     func(id EntityID) error { _, err := a.Speaker(ctx, id); return err },
		"appearances": func(id EntityID) error { _, err := a.Appearances(ctx, id, 0, 20); return err },
	} {
		b.Run(name, func(b *testing.B) {
			var m timer
			for n := 0; b.Loop(); n++ {
				id := top[r.IntN(len(top))].ID
				if n%10 == 0 {
					id = top[n/10%5].ID
				}
				m.time(b, func() error { return call(id) })
			}
			m.report(b)
		})
	}
}

// BenchmarkRelated finds what is related to any article. Budget: 50 ms.
func BenchmarkRelated(b *testing.B) {
	n := benchSize(b)
	a := benchArchive(b, n)
	r := rand.New(rand.NewPCG(13, 14))
	var m timer
	for b.Loop() {
		m.time(b, func() error { _, err := a.Related(context.Background(), ID(1+r.IntN(n)), 6); return err })
	}
	m.report(b)
}

// BenchmarkQuotes asks for the first page of quotes. Budget: 50 ms for names and dates.
func BenchmarkQuotes(b *testing.B) {
	n := benchSize(b)
	a := benchArchive(b, n)
	c := newCorpus(n)
	who, place := strings.ToLower(c.people[0]), strings.ToLower(c.places[0])
	for _, q := range []string{"", `said:"` + who + `"`, `said:"` + who + `" about:` + place + " after:2020", "about:" + place, c.words[3000], c.words[30]} {
		b.Run(q, func(b *testing.B) {
			parsed := parse(b, q)
			var m timer
			for b.Loop() {
				m.time(b, func() error { _, err := a.Quotes(context.Background(), parsed, QuotesNewest, 0, 30); return err })
			}
			m.report(b)
		})
	}
}

// BenchmarkFilter makes filtered lists. They hold ids only; the broadest take longest.
func BenchmarkFilter(b *testing.B) {
	n := benchSize(b)
	a := benchArchive(b, n)
	c := newCorpus(n)
	for _, q := range []string{"is:starred", "is:unread", c.words[10], c.words[3000], "source:" + strings.ToLower(c.places[3]), `mentions:"` + c.people[0] + `"`, "after:2025-06"} {
		b.Run(q, func(b *testing.B) {
			parsed := parse(b, q)
			var m timer
			for b.Loop() {
				m.time(b, func() error { _, err := a.List(context.Background(), View{Query: parsed, Fold: true}); return err })
			}
			m.report(b)
		})
	}
}
