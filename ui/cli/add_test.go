package cli

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"offprint/store/intake"
)

func TestProgressText(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		now   intake.Progress
		spent time.Duration
		want  string
	}{
		{intake.Progress{Seen: 10}, 0, "0 files, 0 a second"},
		{intake.Progress{Seen: 1, Inside: 12000, Walked: true}, 2 * time.Second, "0 of 1 files, 0 a second, 12,000 articles of a large one"},
		{intake.Progress{Seen: 4000, Done: 1200}, 2 * time.Second, "1,200 files, 600 a second"},
		{intake.Progress{Seen: 4000, Done: 1000, Walked: true}, 10 * time.Second, "1,000 of 4,000 files, 100 a second, 31 s left"},
		{intake.Progress{Seen: 1e6, Done: 1000, Walked: true, Failed: 3}, 10 * time.Second, "1,000 of 1,000,000 files, 100 a second, 3 h left, 3 failed"},
	} {
		if got := string(progressText(c.now, c.spent)); got != c.want {
			t.Errorf("%+v after %v: %q, want %q", c.now, c.spent, got, c.want)
		}
	}
}

func TestGrouped(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -1000: "-1,000", -100: "-100"} {
		if got := grouped(n); got != want {
			t.Errorf("grouped(%d) = %q, want %q", n, got, want)
		}
	}
}

// writeArticles makes a folder of n articles of about 600 words, in Markdown,
// with names and quotes, the same on every run.
func writeArticles(tb testing.TB, dir string, n int) {
	tb.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	first := strings.Fields("Ida Per Anna Karl Maria Jens Olga Petra Ivan Lena Tomas Ruth")
	last := strings.Fields("Lund Holm Berg Dahl Moreau Keller Novak Sand Varga Stein Okoro Silva")
	town := strings.Fields("Osk Velmark Ellmar Harmsiel Linnevik Tarve Hersk Aldaur")
	words := strings.Fields(`the a council harbour ferry bridge river of and to in was were that with for new old
		decided closed opened after before year budget storm repair plan vote people town work ship water long`)
	for i := range n {
		var b strings.Builder
		fmt.Fprintf(&b, "---\ntitle: %s %s in %s %d\ndate: 20%02d-%02d-%02d\nurl: https://%s.example/%d\n---\n", pick(words), pick(words),
			pick(town), i, 10+random.IntN(15), 1+random.IntN(12), 1+random.IntN(28), strings.ToLower(pick(town)), i)
		for range 12 {
			b.WriteString("\n")
			for range 3 {
				fmt.Fprintf(&b, "The %s of %s", pick(words), pick(town))
				for range 10 {
					b.WriteString(" " + pick(words))
				}
				b.WriteString(". ")
			}
			fmt.Fprintf(&b, "\"We %s the %s of %s,\" %s %s said on Friday.\n", pick(words), pick(words), pick(town), pick(first), pick(last))
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%06d.md", i)), []byte(b.String()), 0o666); err != nil {
			tb.Fatal(err)
		}
	}
}

// BenchmarkAdd is `offprint add` of a folder into a new archive, everything
// extracted and indexed. Budget: 300 articles a second on two cores.
func BenchmarkAdd(b *testing.B) {
	const articles = 1000
	dir := b.TempDir()
	folder := filepath.Join(dir, "articles")
	if err := os.Mkdir(folder, 0o777); err != nil {
		b.Fatal(err)
	}
	writeArticles(b, folder, articles)
	round := 0
	for b.Loop() {
		round++
		args := []string{"--archive", filepath.Join(dir, fmt.Sprintf("%d.db", round)), "add", folder}
		if code := Main(b.Context(), args, strings.NewReader(""), io.Discard, io.Discard, nil); code != 0 {
			b.Fatalf("exit code %d", code)
		}
	}
	b.ReportMetric(float64(articles*b.N)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkAddAgain is the same folder once more: nothing is read.
func BenchmarkAddAgain(b *testing.B) {
	const articles = 1000
	dir := b.TempDir()
	folder := filepath.Join(dir, "articles")
	if err := os.Mkdir(folder, 0o777); err != nil {
		b.Fatal(err)
	}
	writeArticles(b, folder, articles)
	args := []string{"--archive", filepath.Join(dir, "archive.db"), "add", folder}
	run := func() {
		if code := Main(b.Context(), args, strings.NewReader(""), io.Discard, io.Discard, nil); code != 0 {
			b.Fatalf("exit code %d", code)
		}
	}
	run()
	for b.Loop() {
		run()
	}
	b.ReportMetric(float64(articles*b.N)/b.Elapsed().Seconds(), "files/s")
}
