package main

import (
	"math"
	"math/rand/v2"

	"offprint/reader/entity/tag"
)

const labels = tag.Labels

// example is one segment to learn from: the features of its words and their labels.
type example struct {
	words  [][]uint32
	labels []tag.Label
	weight float32
}

// crf is a conditional random field in training. Its weights follow from the
// sums of gradients by the rule of AdaGrad with dual averaging, which has an
// L1 penalty built in: most weights are exactly zero.
type crf struct {
	hashes []uint64 // of each feature
	rows   []uint32 // where the weights of each feature begin; one more at the end
	label  []uint8  // of each weight
	sum    []float32
	square []float32
	fixed  []float32 // the weights themselves, once training is done
	moves  [labels][labels]float32
	moveG  [labels][labels]float32
	moveS  [labels][labels]float32
	factor [labels][labels]float64 // of the moves: e to the power of their weights
	steps  float64
	rate   float64
	l1     float64
	drop   float64
}

// weight returns the present value of weight k.
func (c *crf) weight(k uint32) float32 {
	if c.fixed != nil {
		return c.fixed[k]
	}
	return c.value(c.sum[k], c.square[k])
}

func (c *crf) value(sum, square float32) float32 {
	over := math.Abs(float64(sum)) - c.l1*c.steps
	if over <= 0 {
		return 0
	}
	v := float32(c.rate * over / math.Sqrt(float64(square)+1e-8))
	if sum > 0 {
		return -v
	}
	return v
}

// work is the room that one pass over an example needs.
type work struct {
	score, alpha, beta [][labels]float64
	active             [][]uint32
	total              float64
}

// moveEvery is how many steps the weights of the moves are kept for; they
// change slowly.
const moveEvery = 16

func (c *crf) refreshMoves() {
	for i := range labels {
		for j := range labels {
			c.moves[i][j] = float32(math.Inf(-1))
			if tag.Label(j).Follows(tag.Label(i)) {
				c.moves[i][j] = c.value(c.moveG[i][j], c.moveS[i][j]+1e-8)
			}
			c.factor[i][j] = math.Exp(float64(c.moves[i][j]))
		}
	}
}

// learn makes one step on an example and returns its loss before it.
func (c *crf) learn(e *example, w *work, r *rand.Rand) float64 {
	if int(c.steps)%moveEvery == 0 {
		c.refreshMoves()
	}
	c.steps++
	n := len(e.words)
	w.size(n)
	for i, fs := range e.words {
		w.active[i] = w.active[i][:0]
		w.score[i] = [labels]float64{}
		for _, f := range fs {
			if c.drop > 0 && r.Float64() < c.drop {
				continue
			}
			w.active[i] = append(w.active[i], f)
			for k := c.rows[f]; k < c.rows[f+1]; k++ {
				w.score[i][c.label[k]] += float64(c.weight(k))
			}
		}
	}
	c.sums(w, n)
	loss := w.total - c.gold(e, w)
	c.update(e, w)
	return loss * float64(e.weight)
}

func (w *work) size(n int) {
	for len(w.score) < n {
		w.score = append(w.score, [labels]float64{})
		w.alpha = append(w.alpha, [labels]float64{})
		w.beta = append(w.beta, [labels]float64{})
		w.active = append(w.active, nil)
	}
}

// sums runs forward and backward in the domain of logarithms of chances,
// scaled word by word.
func (c *crf) sums(w *work, n int) {
	e := &c.factor
	w.total = 0
	for i := range n {
		top := w.score[i][0]
		for _, v := range w.score[i] {
			top = max(top, v)
		}
		w.total += top
		sum := 0.0
		for l := range labels {
			v := 0.0
			if i == 0 {
				v = e[0][l]
			} else {
				for p := range labels {
					v += w.alpha[i-1][p] * e[p][l]
				}
			}
			w.score[i][l] = math.Exp(w.score[i][l] - top)
			w.alpha[i][l] = v * w.score[i][l]
			sum += w.alpha[i][l]
		}
		w.total += math.Log(sum)
		for l := range labels {
			w.alpha[i][l] /= sum
		}
	}
	end := 0.0
	for l := range labels {
		end += w.alpha[n-1][l] * e[l][0]
	}
	w.total += math.Log(end)
	c.backward(w, n, e)
}

func (c *crf) backward(w *work, n int, e *[labels][labels]float64) {
	for i := n - 1; i >= 0; i-- {
		sum := 0.0
		for l := range labels {
			v := e[l][0]
			if i < n-1 {
				v = 0
				for q := range labels {
					v += e[l][q] * w.score[i+1][q] * w.beta[i+1][q]
				}
			}
			w.beta[i][l] = v
			sum += w.alpha[i][l] * v
		}
		for l := range labels {
			w.beta[i][l] /= sum
		}
	}
}

// gold returns the score of the right labels. The exponents of w.score have
// been taken, so it sums anew.
func (c *crf) gold(e *example, w *work) float64 {
	total := 0.0
	for i, l := range e.labels {
		for _, f := range w.active[i] {
			for k := c.rows[f]; k < c.rows[f+1]; k++ {
				if c.label[k] == uint8(l) {
					total += float64(c.weight(k))
				}
			}
		}
		prev := tag.Label(0)
		if i > 0 {
			prev = e.labels[i-1]
		}
		total += float64(c.moves[prev][l])
	}
	return total + float64(c.moves[e.labels[len(e.labels)-1]][0])
}

// update adds the gradient: the chance of each label less its presence.
func (c *crf) update(e *example, w *work) {
	n := len(e.words)
	for i := range n {
		var g [labels]float32
		for l := range labels {
			g[l] = float32(w.alpha[i][l]*w.beta[i][l]) * e.weight
		}
		g[e.labels[i]] -= e.weight
		for _, f := range w.active[i] {
			for k := c.rows[f]; k < c.rows[f+1]; k++ {
				v := g[c.label[k]]
				c.sum[k] += v
				c.square[k] += v * v
			}
		}
	}
	c.updateMoves(e, w)
}

func (c *crf) updateMoves(e *example, w *work) {
	n := len(e.words)
	var g [labels][labels]float32
	for l := range labels {
		g[0][l] += float32(w.alpha[0][l]*w.beta[0][l]) * e.weight
		g[l][0] += float32(w.alpha[n-1][l]*w.beta[n-1][l]) * e.weight
	}
	g[0][e.labels[0]] -= e.weight
	g[e.labels[n-1]][0] -= e.weight
	for i := 1; i < n; i++ {
		pair, sum := c.pairs(w, i)
		for p := range labels {
			for l := range labels {
				if pair[p][l] != 0 {
					g[p][l] += float32(pair[p][l]/sum) * e.weight
				}
			}
		}
		g[e.labels[i-1]][e.labels[i]] -= e.weight
	}
	for p := range labels {
		for l := range labels {
			c.moveG[p][l] += g[p][l]
			c.moveS[p][l] += g[p][l] * g[p][l]
		}
	}
}

// pairs returns the factors of all pairs of labels of words i-1 and i, and their sum.
func (c *crf) pairs(w *work, i int) (pair [labels][labels]float64, sum float64) {
	for p := range labels {
		if w.alpha[i-1][p] == 0 {
			continue
		}
		for l := range labels {
			if !follows[p][l] {
				continue
			}
			v := w.alpha[i-1][p] * c.factor[p][l] * w.score[i][l] * w.beta[i][l]
			pair[p][l] = v
			sum += v
		}
	}
	return pair, sum
}

// follows tells which label may stand behind which.
var follows = func() (f [labels][labels]bool) {
	for i := range labels {
		for j := range labels {
			f[i][j] = tag.Label(j).Follows(tag.Label(i))
		}
	}
	return f
}()
