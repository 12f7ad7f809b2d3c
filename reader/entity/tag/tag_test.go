package tag

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"offprint/reader/entity/gazetteer"
)

// textOf prepares sentences of words apart by blanks.
func textOf(lines ...string) *Text {
	var words []string
	var ends []int
	for _, l := range lines {
		words = append(words, strings.Fields(l)...)
		ends = append(ends, len(words))
	}
	return NewText(words, ends, gazetteer.Default())
}

// randomModel makes a model with weights for all features of t.
func randomModel(t *Text, seed uint64) []byte {
	r := rand.New(rand.NewPCG(seed, 5))
	seen := map[uint64]bool{}
	var rows []Row
	for _, g := range t.Segments() {
		for i := g.First; i < g.Last; i++ {
			for _, h := range t.Features(nil, i, t.sentenceOf(i)) {
				if seen[h] {
					continue
				}
				seen[h] = true
				row := Row{Hash: h}
				for l := range Labels {
					if r.IntN(4) == 0 {
						row.Labels = append(row.Labels, Label(l))
						row.Weights = append(row.Weights, float32(r.NormFloat64()/4))
					}
				}
				rows = append(rows, row)
			}
		}
	}
	var moves [Labels][Labels]float32
	for i := range Labels {
		for j := range Labels {
			moves[i][j] = float32(r.NormFloat64())
		}
	}
	data, err := Encode(&moves, rows)
	if err != nil {
		panic(err)
	}
	return data
}

func (t *Text) sentenceOf(i int) int {
	return slices.IndexFunc(t.sentences, func(s sentence) bool { return s.first <= i && i < s.last })
}

// TestViterbiAgainstAll compares the decoder with trying all label sequences.
func TestViterbiAgainstAll(t *testing.T) {
	t.Parallel()
	x := textOf("we saw Anna Marsh Lund today", "in Oslo", "at Bank of Norland")
	for seed := range uint64(6) {
		m, err := Read(randomModel(x, seed))
		if err != nil {
			t.Fatal(err)
		}
		d := decoder{model: m, scorer: scorer{model: m}}
		for _, g := range x.Segments() {
			d.score(x, g, x.sentenceOf(g.First))
			got := slices.Clone(d.viterbi())
			d.marginals()
			want, total, first := allLabels(m, d.scores)
			if !slices.Equal(got, want) {
				t.Errorf("seed %d segment %v: got %v, want %v", seed, g, got, want)
			}
			for l := range Labels {
				if p := float64(d.forward[0][l] * d.behind[0][l]); math.Abs(p-first[l]/total) > 1e-3 {
					t.Errorf("seed %d segment %v: chance of label %d first %.4f, want %.4f", seed, g, l, p, first[l]/total)
				}
			}
		}
	}
}

// allLabels tries every allowed sequence: the best, the sum of all factors, and
// that of the sequences with each label first.
func allLabels(m *Model, scores [][Labels]float32) (best []Label, total float64, first [Labels]float64) {
	n := len(scores)
	top := math.Inf(-1)
	labels := make([]Label, n)
	var try func(i int, sum float64)
	try = func(i int, sum float64) {
		if i == n {
			if !labels[n-1].Closes() {
				return
			}
			sum += float64(m.moves[labels[n-1]][0])
			total += math.Exp(sum)
			first[labels[0]] += math.Exp(sum)
			if sum > top {
				top, best = sum, slices.Clone(labels)
			}
			return
		}
		prev := Label(0)
		if i > 0 {
			prev = labels[i-1]
		}
		for l := range Labels {
			if Label(l).Follows(prev) {
				labels[i] = Label(l)
				try(i+1, sum+float64(m.moves[prev][l])+float64(scores[i][l]))
			}
		}
	}
	try(0, 0)
	return best, total, first
}

func TestEncodeKeepsWeights(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	var rows []Row
	for range 5000 {
		row := Row{Hash: r.Uint64()}
		size := math.Exp(r.NormFloat64() * 2)
		for l := range Label(r.IntN(Labels) + 1) {
			row.Labels = append(row.Labels, l)
			row.Weights = append(row.Weights, float32(r.NormFloat64()*size))
		}
		rows = append(rows, row)
	}
	var moves [Labels][Labels]float32
	data, err := Encode(&moves, rows)
	if err != nil {
		t.Fatal(err)
	}
	r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	again, err := Encode(&moves, rows)
	if err != nil || string(again) != string(data) {
		t.Fatalf("the order of rows changes the bytes (%v)", err)
	}
	m, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	wrong, s := 0, scorer{model: m}
	for _, row := range rows {
		got := s.score([]uint64{row.Hash})
		top := float32(0)
		for _, w := range row.Weights {
			top = max(top, w, -w)
		}
		for i, l := range row.Labels {
			if d := got[l] - row.Weights[i]; d > top/100 || d < -top/100 {
				wrong++
				break
			}
		}
	}
	if wrong > len(rows)/500 { // a few features cannot be told apart by 16 bits
		t.Errorf("%d of %d rows come back wrong", wrong, len(rows))
	}
}

func TestCandidates(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"the Bank of England said":             "Bank of England",
		"Ursula von der Leyen spoke":           "Ursula von der Leyen",
		"on May 5 the group of men left":       "May 5",
		"de Witt of the left won":              "de Witt",
		"Marsh & Lund, he said , left":         "Marsh & Lund,",
		"the mayor and the council of elders":  "",
		"Ministry of the Interior and of Oslo": "Ministry of the Interior and of Oslo",
	} {
		x := textOf(text)
		var got []string
		for _, g := range x.Segments() {
			for i := g.First; i < g.Last; i++ {
				got = append(got, x.words[i].text)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: got %q, want %q", text, s, want)
		}
	}
}

func TestFeaturesFitAndRepeat(t *testing.T) {
	t.Parallel()
	x := textOf("President Anna Marsh of the World Rowing Board ( WRB ) met NATO envoys in New York on May 5", "MARSH LEAVES OSLO TODAY")
	for _, g := range x.Segments() {
		for i := g.First; i < g.Last; i++ {
			a, b := x.Features(nil, i, x.sentenceOf(i)), x.Features(nil, i, x.sentenceOf(i))
			if !slices.Equal(a, b) || len(a) == 0 || len(a) > MaxFeatures {
				t.Errorf("word %d: %d features, the same twice: %v", i, len(a), slices.Equal(a, b))
			}
		}
	}
}

func TestShippedModel(t *testing.T) {
	t.Parallel()
	if _, err := Read(weightsData); err != nil {
		t.Fatal(err)
	}
	x := textOf("Foreign Minister Anna Kowalska of Poland visited the European Commission in Brussels on Monday .")
	var got []string
	for _, n := range Default().Names(x) {
		words := make([]string, 0, 3)
		for i := n.First; i < n.Last; i++ {
			words = append(words, x.words[i].text)
		}
		got = append(got, strings.Join(words, " ")+"/"+n.Kind.String())
		if n.Sure <= 0 || n.Sure > 1.001 {
			t.Errorf("%v: chance out of bounds", n)
		}
	}
	want := "Anna Kowalska/PER, Poland/LOC, European Commission/ORG, Brussels/LOC"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}

// FuzzRead: whatever the bytes, Read returns an error that says so or a model
// that can be used; the checksum is set right so that the checks behind it are reached.
func FuzzRead(f *testing.F) {
	x := textOf("we saw Anna Marsh in Oslo")
	good := randomModel(x, 1)
	f.Add(good, false)
	f.Add(good[:len(good)/2], true)
	f.Add([]byte(weightsMagic), true)
	for _, at := range []int{12, 16, 20, 30, headSize + movesSize + 3, len(good) - 20} {
		bad := slices.Clone(good)
		bad[at] ^= 0x81
		f.Add(bad, true)
	}
	f.Fuzz(func(t *testing.T, data []byte, mend bool) {
		if n := len(weightsMagic); mend && len(data) > n+4 {
			data = slices.Clone(data)
			binary.LittleEndian.PutUint32(data[n:], crc32.ChecksumIEEE(data[n+4:]))
		}
		m, err := Read(data)
		if err != nil {
			if !errors.Is(err, ErrFormat) {
				t.Fatalf("error %v does not wrap ErrFormat", err)
			}
			return
		}
		m.Names(x)
	})
}
