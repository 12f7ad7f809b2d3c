//go:build unix

package cli

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/store"
	"offprint/ui/uitest/ptytest"
)

// The benchmarks of this file time the whole program in a pseudo-terminal,
// from exec or key to the last byte that completed the screen. They use the
// archives that the benchmarks of package store have made (go test ./store
// -run - -bench Start makes them), and report medians and 99th percentiles:
//
//	go test ./ui/cli -run - -bench Terminal -benchtime 1x
//
// Another program is timed the same way, for a comparison in the same run:
//
//	OFFPRINT_PEER='newsboat -u urls -c cache.db' OFFPRINT_PEER_SHOWS=Articles \
//	go test ./ui/cli -run - -bench TerminalPeer -benchtime 1x

// benchArchive returns the archive of n synthetic articles, or skips.
func benchArchive(b *testing.B, n int) string {
	b.Helper()
	dir, err := os.UserCacheDir()
	if err != nil {
		b.Skip(err)
	}
	found, err := filepath.Glob(filepath.Join(dir, "offprint-bench", fmt.Sprintf("store-%d-v*.db", n)))
	if err != nil || len(found) == 0 {
		b.Skipf("no archive of %d articles: go test ./store -run - -bench Start makes it", n)
	}
	return found[len(found)-1]
}

// bench starts the program on an archive in a terminal of 120 by 40.
func bench(b *testing.B, archive string) *ptytest.Session {
	b.Helper()
	dir := b.TempDir()
	s, err := ptytest.Start(120, 40, []string{"HOME=" + dir, "XDG_CONFIG_HOME=" + dir}, "offprint", "--archive", archive)
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// report gives the median and the 99th percentile of some times.
func report(b *testing.B, times []time.Duration, what string) {
	b.Helper()
	slices.Sort(times)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	b.ReportMetric(ms(times[len(times)/2]), what+"-p50-ms")
	b.ReportMetric(ms(times[(len(times)-1)*99/100]), what+"-p99-ms")
	b.ReportMetric(0, "ns/op")
}

// rss returns the resident memory of a process in MiB.
func rss(b *testing.B, pid int) float64 {
	b.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Skip(err)
	}
	_, rest, _ := strings.Cut(string(data), "VmRSS:")
	kb, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		b.Fatal(err)
	}
	return float64(kb) / 1024
}

// cpu returns the processor time that a process has used.
func cpu(b *testing.B, pid int) time.Duration {
	b.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/schedstat", pid))
	if err != nil {
		b.Skip(err)
	}
	ns, err := strconv.ParseInt(strings.Fields(string(data))[0], 10, 64)
	if err != nil {
		b.Fatal(err)
	}
	return time.Duration(ns)
}

const runs = 15 // starts of the program that are timed

// From exec to the list and the first article. Budget: 100 ms and 80 MiB at
// 100,000 articles, both at most 1.3 times those at 1,000.
func BenchmarkTerminalStart(b *testing.B) {
	for _, n := range []int{1000, 100000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			archive := benchArchive(b, n)
			for range b.N {
				var times []time.Duration
				var memory float64
				for range runs {
					s := bench(b, archive)
					t, err := s.WaitFor(slow, "● ")
					if err != nil {
						b.Fatal(err)
					}
					times = append(times, t)
					s.WaitStill(time.Second)
					memory = rss(b, s.Pid())
					s.Close()
				}
				report(b, times, "start")
				b.ReportMetric(memory, "MiB")
			}
		})
	}
}

// A key in the list to its screen. Budget: 20 ms at the 99th percentile.
func BenchmarkTerminalListKey(b *testing.B) {
	s := bench(b, benchArchive(b, 100000))
	defer s.Close()
	if _, err := s.WaitFor(slow, "● "); err != nil {
		b.Fatal(err)
	}
	for range b.N {
		var times []time.Duration
		for i := range 300 {
			time.Sleep(time.Duration(30+i%7*5) * time.Millisecond)
			before := s.Screen()
			if err := s.Send("j"); err != nil {
				b.Fatal(err)
			}
			t, err := s.Wait(slow, func(screen string) bool { return screen != before })
			if err != nil {
				b.Fatal(err)
			}
			times = append(times, t)
		}
		report(b, times, "key")
	}
}

// A key of the search to its rows. Budget: 50 ms at the 99th percentile.
func BenchmarkTerminalSearchKey(b *testing.B) {
	s := bench(b, benchArchive(b, 100000))
	defer s.Close()
	if _, err := s.WaitFor(slow, "● "); err != nil {
		b.Fatal(err)
	}
	if err := s.Send("s"); err != nil {
		b.Fatal(err)
	}
	if _, err := s.WaitFor(slow, "SEARCH"); err != nil {
		b.Fatal(err)
	}
	for range b.N {
		var times []time.Duration
		for _, words := range []string{"ba", "kalo", "institute of", "mira", "talo ba"} {
			for _, letter := range words {
				time.Sleep(40 * time.Millisecond)
				before := s.Screen()
				if err := s.Send(string(letter)); err != nil {
					b.Fatal(err)
				}
				if letter == ' ' { // asks for nothing new
					continue
				}
				if _, err := s.Wait(slow, func(screen string) bool { return screen != before }); err != nil {
					b.Fatal(err)
				}
				s.WaitStill(120 * time.Millisecond)
				t, err := s.Wait(slow, func(string) bool { return true })
				if err != nil {
					b.Fatal(err)
				}
				times = append(times, t)
			}
			if err := s.Send("\x15"); err != nil { // ctrl+u
				b.Fatal(err)
			}
			s.WaitStill(200 * time.Millisecond)
		}
		report(b, times, "search")
	}
}

// longArticles makes an archive with an article of about 1 MB and one of 12,000 words.
func longArticles(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "long.db")
	a, err := store.Open(context.Background(), path, store.Options{Analysis: digest.Version})
	if err != nil {
		b.Fatal(err)
	}
	defer a.Close()
	// One paragraph in four is quoted from, as in ordinary news: some 2,500 quotes in 1 MB.
	const paragraph = "The harbour master said on day %d that the river had risen by a hand. \"We measure it twice,\" Ulf Tamsin told reporters in Ellmar, and then he went back to his boat without another word about the matter.\n\n" +
		"Below the town the river is wide and slow. Boats wait there for the tide, and in a dry year they wait for days, since the channel has filled with mud and nobody has paid for a dredger.\n\n" +
		"The old quay is being taken down. Its stones go by train to a village in the hills, where they become a wall against the wind, and in their place there will be a promenade with lamps and benches.\n\n" +
		"In the evening the market is empty. A few gulls walk between the stalls, the ice melts into the gutter, and the last bus leaves with nobody in it but its driver and a boy with a fishing rod.\n\n"
	for name, size := range map[string]int{"Beta long": 1 << 20, "Alpha long": 75 << 10} {
		var text bytes.Buffer
		fmt.Fprintf(&text, "# %s\n\n", name)
		for i := 0; text.Len() < size; i++ {
			fmt.Fprintf(&text, paragraph, i)
		}
		digests, err := digest.Of(reader.Source{Name: name + ".md", Data: text.Bytes()})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := a.Add(context.Background(), []store.Item{{Origin: name, Digests: digests}}); err != nil {
			b.Fatal(err)
		}
	}
	if err := a.Index(context.Background()); err != nil {
		b.Fatal(err)
	}
	return path
}

// The key that opens an article of 1 MB to its first screen, and a resize to
// its screen. Budgets: 16 ms of work after the key; two frames.
func BenchmarkTerminalLongArticle(b *testing.B) {
	path := longArticles(b)
	for range b.N {
		var opened, resized []time.Duration
		for range runs {
			dir := b.TempDir()
			s, err := ptytest.Start(80, 24, []string{"HOME=" + dir}, "offprint", "--archive", path)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := s.WaitFor(slow, "Beta long"); err != nil {
				b.Fatal(err)
			}
			s.WaitStill(200 * time.Millisecond)
			if err := s.Send("/beta\r"); err != nil { // the cursor on it, nothing opened
				b.Fatal(err)
			}
			s.WaitStill(time.Second)
			if err := s.Send("\r"); err != nil {
				b.Fatal(err)
			}
			t, err := s.WaitFor(slow, "on day 0 ")
			if err != nil {
				b.Fatal(err)
			}
			opened = append(opened, t)
			s.WaitStill(3 * time.Second)
			if err := s.Resize(70, 24); err != nil {
				b.Fatal(err)
			}
			s.WaitStill(500 * time.Millisecond)
			if t, err = s.Wait(slow, func(string) bool { return true }); err != nil {
				b.Fatal(err)
			}
			resized = append(resized, t)
			s.Close()
		}
		report(b, opened, "open")
		report(b, resized, "resize")
	}
}

// What the program uses while nobody types. Budget: 1 % of a core.
func BenchmarkTerminalIdle(b *testing.B) {
	s := bench(b, benchArchive(b, 100000))
	defer s.Close()
	if _, err := s.WaitFor(slow, "● "); err != nil {
		b.Fatal(err)
	}
	s.WaitStill(2 * time.Second)
	const watched = 10 * time.Second
	for range b.N {
		before := processCPU(b, s.Pid())
		time.Sleep(watched)
		used := processCPU(b, s.Pid()) - before
		b.ReportMetric(100*used.Seconds()/watched.Seconds(), "%core")
		b.ReportMetric(0, "ns/op")
	}
}

// processCPU returns the processor time of all threads of a process.
func processCPU(b *testing.B, pid int) time.Duration {
	b.Helper()
	tasks, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*", pid))
	if err != nil || len(tasks) == 0 {
		b.Skip("no /proc")
	}
	var sum time.Duration
	for _, task := range tasks {
		id, err := strconv.Atoi(filepath.Base(task))
		if err != nil {
			b.Fatal(err)
		}
		sum += cpu(b, id)
	}
	return sum
}

// Another program from exec to a text on its screen.
func BenchmarkTerminalPeer(b *testing.B) {
	command := strings.Fields(os.Getenv("OFFPRINT_PEER"))
	if len(command) == 0 {
		b.Skip("OFFPRINT_PEER names no program")
	}
	for range b.N {
		var times []time.Duration
		var memory float64
		for range runs {
			s, err := ptytest.Start(120, 40, os.Environ(), command[0], command[1:]...)
			if err != nil {
				b.Fatal(err)
			}
			t, err := s.WaitFor(slow, os.Getenv("OFFPRINT_PEER_SHOWS"))
			if err != nil {
				b.Fatal(err)
			}
			times = append(times, t)
			s.WaitStill(time.Second)
			memory = rss(b, s.Pid())
			s.Close()
		}
		report(b, times, "peer")
		b.ReportMetric(memory, "MiB")
	}
}
