package tag

import "math"

// Names returns the names in t, in order: the most likely labels of each run
// of candidates, by Viterbi.
func (m *Model) Names(t *Text) []Name {
	if m.n == 0 {
		return nil
	}
	var names []Name
	d := decoder{model: m, features: make([]uint64, 0, MaxFeatures), scorer: scorer{model: m}}
	sentence := 0
	for _, g := range t.Segments() {
		for t.sentences[sentence].last <= g.First {
			sentence++
		}
		d.score(t, g, sentence)
		names = d.names(names, g, d.viterbi())
	}
	return names
}

// decoder holds what is needed to label one segment; it is used again for the next.
type decoder struct {
	model    *Model
	features []uint64
	scorer   scorer
	scores   [][Labels]float32
	best     [][Labels]float32
	back     [][Labels]uint8
	labels   []Label
	forward  [][Labels]float32
	behind   [][Labels]float32
	factors  [][Labels]float32
}

// score sums the weights of the words of a segment.
func (d *decoder) score(t *Text, g Segment, sentence int) {
	d.scores = grow(d.scores, g.Last-g.First)
	for i := g.First; i < g.Last; i++ {
		d.features = t.Features(d.features[:0], i, sentence)
		d.scores[i-g.First] = d.scorer.score(d.features)
	}
}

// grow returns s with length n; what it holds is not kept.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, 2*n+16)
	}
	return s[:n]
}

var never = float32(math.Inf(-1))

// viterbi returns the most likely labels of the segment scored last.
func (d *decoder) viterbi() []Label {
	n := len(d.scores)
	d.best, d.back, d.labels = grow(d.best, n), grow(d.back, n), grow(d.labels, n)
	for l := range Labels {
		d.best[0][l] = never
		if Label(l).opens() {
			d.best[0][l] = d.scores[0][l] + d.model.moves[0][l]
		}
	}
	for i := 1; i < n; i++ {
		d.step(i)
	}
	top, at := never, 0
	for l := range Labels {
		if !Label(l).closes() {
			continue
		}
		if v := d.best[n-1][l] + d.model.moves[l][0]; v > top {
			top, at = v, l
		}
	}
	for i := n - 1; i >= 0; i-- {
		d.labels[i] = Label(at)
		at = int(d.back[i][at])
	}
	return d.labels
}

// step finds the best way to each label of word i.
func (d *decoder) step(i int) {
	prev, cur, back := &d.best[i-1], &d.best[i], &d.back[i]
	for l := range Labels {
		top, at := never, uint8(0)
		for _, p := range befores[l] {
			if v := prev[p] + d.model.moves[p][l]; v > top {
				top, at = v, p
			}
		}
		cur[l], back[l] = top+d.scores[i][l], at
	}
}

// names appends the names that the labels of segment g spell.
func (d *decoder) names(dst []Name, g Segment, labels []Label) []Name {
	found := false
	for _, l := range labels {
		found = found || l != 0
	}
	if !found {
		return dst
	}
	d.marginals()
	for i := 0; i < len(labels); i++ {
		if labels[i] == 0 {
			continue
		}
		first, sure := i, float32(1)
		for {
			sure = min(sure, d.forward[i][labels[i]]*d.behind[i][labels[i]])
			if labels[i].closes() || i+1 == len(labels) {
				break
			}
			i++
		}
		dst = append(dst, Name{g.First + first, g.First + i + 1, labels[i].Kind(), float64(sure)})
	}
	return dst
}

// marginals fills forward and behind so that their product is the chance of
// each label of each word.
func (d *decoder) marginals() {
	n := len(d.scores)
	d.forward, d.behind, d.factors = grow(d.forward, n), grow(d.behind, n), grow(d.factors, n)
	e := &d.model.factors
	for i := range n {
		d.factor(i)
		f, sum := &d.forward[i], float32(0)
		for l := range Labels {
			v := e[0][l]
			if i > 0 {
				v = 0
				for _, p := range befores[l] {
					v += d.forward[i-1][p] * e[p][l]
				}
			}
			f[l] = v * d.factors[i][l]
			sum += f[l]
		}
		for l := range Labels {
			f[l] /= sum
		}
	}
	for i := n - 1; i >= 0; i-- {
		d.backward(i, i == n-1)
	}
}

// backward fills behind for word i, the words after it being done.
func (d *decoder) backward(i int, end bool) {
	e := &d.model.factors
	b, sum := &d.behind[i], float32(0)
	*b = [Labels]float32{}
	if end {
		for l := range Labels {
			b[l] = e[l][0]
		}
	} else {
		for q := range Labels {
			v := d.factors[i+1][q] * d.behind[i+1][q]
			for _, p := range befores[q] {
				b[p] += e[p][q] * v
			}
		}
	}
	for l := range Labels {
		sum += d.forward[i][l] * b[l]
	}
	for l := range Labels {
		b[l] /= sum
	}
}

// factor fills the factors of the labels of word i, scaled so that the largest is 1.
func (d *decoder) factor(i int) {
	top := d.scores[i][0]
	for _, v := range d.scores[i] {
		top = max(top, v)
	}
	for l, v := range d.scores[i] {
		d.factors[i][l] = float32(math.Exp(float64(v - top)))
	}
}

// befores are the labels that may stand before each label.
var befores = func() (b [Labels][]uint8) {
	for l := range Labels {
		for p := range Labels {
			if Label(l).Follows(Label(p)) {
				b[l] = append(b[l], uint8(p))
			}
		}
	}
	return b
}()
