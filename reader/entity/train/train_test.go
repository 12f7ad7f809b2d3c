package main

import (
	"bytes"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"offprint/reader/entity/gazetteer"
)

// sentenceOf reads "word/TAG word/TAG".
func sentenceOf(s string) sentence {
	var out sentence
	for w := range strings.FieldsSeq(s) {
		word, tag, _ := strings.Cut(w, "/")
		if tag == "" {
			tag = "O"
		}
		out.words, out.tags = append(out.words, word), append(out.tags, tag)
	}
	return out
}

func (s sentence) String() string {
	var b strings.Builder
	for i, w := range s.words {
		b.WriteString(w)
		if s.tags[i] != "O" {
			b.WriteString("/" + s.tags[i])
		}
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

func TestRecut(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in, want string
		hyphens  bool
	}{
		{"Oslo-based/B-LOC firm", "Oslo/B-LOC - based firm", false},
		{"an all - girl team", "an all-girl team", true},
		{"Oslo/B-LOC - based firm", "Oslo/B-LOC - based firm", true},
		{"Anna/B-PER - Maria/I-PER left", "Anna-Maria/B-PER left", true},
		{"Iran's/B-LOC fleet", "Iran/B-LOC 's/I-LOC fleet", false},
	} {
		if got := recut(sentenceOf(c.in), c.hyphens).String(); got != c.want {
			t.Errorf("%s: got %s, want %s", c.in, got, c.want)
		}
	}
}

func TestMendAndTidy(t *testing.T) {
	t.Parallel()
	table := gazetteer.Default()
	s := sentenceOf("Singapore/B-NORP and British/B-LOC envoys met the/B-ORG Rowing/I-ORG Board/I-ORG 's/I-ORG President/B-PER Anna/I-PER Marsh/I-PER on Thursday/B-MISC")
	mend([]document{{source: &source{weight: 1}, sentences: []sentence{s}}}, table)
	var got []string
	for _, n := range s.names() {
		n = tidy(s, n, table)
		got = append(got, n.kind.String()+" "+strings.Join(s.words[n.first:n.last], " "))
	}
	want := "LOC Singapore, NORP British, ORG Rowing Board, PER Anna Marsh"
	if g := strings.Join(got, ", "); g != want {
		t.Errorf("got %s, want %s", g, want)
	}
}

// TestLearnTwice: the same data give the same bytes, and what was learned finds
// nearly all names of what it was learned from.
func TestLearnTwice(t *testing.T) {
	t.Parallel()
	p := pool{
		'f': {"Anna", "Peter", "Marta"}, 'l': {"Marsh", "Lund", "Kowalska"}, 'T': {"Nordwind Rovers", "Real Sudland"}, 'C': {"Oslo", "Vilnius"},
		'L': {"Poland", "Norway"}, 'N': {"Polish", "Danish"}, 'O': {"World Rowing Board", "Foreign Ministry"}, 'B': {"Nordwind Energy", "Lanvo"},
		'R': {"Silesia", "Jutland"}, 'E': {"Northern Cup"}, 'g': {"Abeba"}, 's': {"Kovac"},
	}
	s := settings{epochs: 4, rate: 0.15, l1: 0.3, drop: 0.1, least: 2, seeds: 2}
	var first []byte
	for range 2 {
		docs, err := generate(p, 2, rand.New(rand.NewPCG(1, 2)))
		if err != nil {
			t.Fatal(err)
		}
		all := prepare(docs, gazetteer.Default(), 1)
		field := learn(all, s, io.Discard)
		var n numbers
		data, err := field.model(0.02, &n)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		} else if !bytes.Equal(first, data) {
			t.Error("two trainings on the same data differ")
		}
		number := field.numbers()
		for _, h := range all {
			_, found := field.judge(h, number)
			n.heldOut.add(found, h.labels)
		}
		if f := n.heldOut.f1(0, 1, 2); f < 95 {
			t.Errorf("F1 on what was learned from: got %.1f, want 95", f)
		}
	}
}

// TestClusters: words that stand beside the same words are in one cluster, and
// the clusters do not depend on the order of work.
func TestClusters(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	animals, tools := []string{"cat", "dog", "horse"}, []string{"hammer", "saw", "drill"}
	var texts [][]string
	for range 400 {
		texts = append(texts, []string{"the", animals[r.IntN(3)], "ate", "its", "food"}, []string{"a", tools[r.IntN(3)], "broke", "into", "parts"})
	}
	points := pointsOf(texts)
	of := kmeans(points)
	if again := kmeans(points); !slices.Equal(of, again) {
		t.Error("two runs differ")
	}
	if len(points) != 14 || points[0].at == nil {
		t.Fatalf("got %d words, want 14 with coordinates", len(points))
	}
	near := func(a, b string) float32 {
		var at [2]map[int32]float32
		for k, w := range []string{a, b} {
			at[k] = map[int32]float32{}
			for _, p := range points {
				if p.word == w {
					for i, d := range p.dims {
						at[k][d] = p.at[i]
					}
				}
			}
		}
		sum := float32(0)
		for d, v := range at[0] {
			sum += v * at[1][d]
		}
		return sum
	}
	if near("cat", "dog") < 0.9 || near("cat", "hammer") > 0.1 {
		t.Errorf("cat is %.2f near dog and %.2f near hammer", near("cat", "dog"), near("cat", "hammer"))
	}
}
