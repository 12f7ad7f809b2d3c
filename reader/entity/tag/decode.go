package tag

import "math"

// Names returns the names in t, in order: the most likely labels of each run
// of candidates, by Viterbi.
func (m *Model) Names(t *Text) []Name {
	if m.n == 0 {
		return nil
	}
	var names []Name
	d := decoder{model: m, features: make([]uint64, 0, MaxFeatures)}
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
	scores   [][Labels]float32
	best     [][Labels]float32
	back     [][Labels]uint8
	labels   []Label
	forward  [][Labels]float32
	behind   [][Labels]float32
}

// score sums the weights of the words of a segment.
func (d *decoder) score(t *Text, g Segment, sentence int) {
	d.scores = grow(d.scores, g.Last-g.First)
	for i := g.First; i < g.Last; i++ {
		to := &d.scores[i-g.First]
		*to = [Labels]float32{}
		d.features = t.Features(d.features[:0], i, sentence)
		for _, h := range d.features {
			d.model.score(h, to)
		}
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

// step finds the best way to each label of word i. Behind a closed name any
// label that opens one may stand, so the best closed label is not the same for
// all, but inside a name there are but two ways.
func (d *decoder) step(i int) {
	prev, cur, back := &d.best[i-1], &d.best[i], &d.back[i]
	for l := range Labels {
		top, at := never, 0
		if Label(l).opens() {
			for p := range Labels {
				if v := prev[p] + d.model.moves[p][l]; v > top {
					top, at = v, p
				}
			}
		} else {
			first := 1 + 4*((l-1)/4)
			for _, p := range [2]int{first + begin, first + inside} {
				if v := prev[p] + d.model.moves[p][l]; v > top {
					top, at = v, p
				}
			}
		}
		cur[l], back[l] = top+d.scores[i][l], uint8(at)
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
	d.forward, d.behind = grow(d.forward, n), grow(d.behind, n)
	e := d.model.chances()
	for i := range n {
		f, sum := &d.forward[i], float32(0)
		for l := range Labels {
			v := float32(0)
			if i == 0 {
				v = e[0][l]
			} else {
				for p := range Labels {
					v += d.forward[i-1][p] * e[p][l]
				}
			}
			f[l] = v * d.exp(i, l)
			sum += f[l]
		}
		for l := range Labels {
			f[l] /= sum
		}
	}
	for i := n - 1; i >= 0; i-- {
		b, sum := &d.behind[i], float32(0)
		for l := range Labels {
			b[l] = e[l][0]
			if i < n-1 {
				b[l] = 0
				for q := range Labels {
					b[l] += e[l][q] * d.exp(i+1, q) * d.behind[i+1][q]
				}
			}
			sum += d.forward[i][l] * b[l]
		}
		for l := range Labels {
			b[l] /= sum
		}
	}
}

// exp returns the factor of label l at word i, scaled so that the largest is 1.
func (d *decoder) exp(i, l int) float32 {
	top := d.scores[i][0]
	for _, v := range d.scores[i] {
		top = max(top, v)
	}
	return float32(math.Exp(float64(d.scores[i][l] - top)))
}

// chances returns the factors of the moves.
func (m *Model) chances() *[Labels][Labels]float32 {
	var e [Labels][Labels]float32
	for i := range Labels {
		for j := range Labels {
			e[i][j] = float32(math.Exp(float64(m.moves[i][j])))
		}
	}
	return &e
}
