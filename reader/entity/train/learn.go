package main

import (
	"cmp"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"

	"offprint/reader/entity/tag"
)

// settings are the numbers that training depends on.
type settings struct {
	epochs   int
	rate, l1 float64 // l1 is the penalty on weights over one pass of the data
	drop     float64 // chance that a feature is left out for once
	least    int     // how often a feature must occur
	seed     uint64
}

// learn trains a field on the segments.
func learn(all []hashed, s settings, log io.Writer) *crf {
	c, examples := compile(all, s.least)
	c.rate, c.drop = s.rate, s.drop
	c.l1 = s.l1 / float64(len(examples))
	r := rand.New(rand.NewPCG(s.seed, 1))
	var w work
	for epoch := range s.epochs {
		r.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		loss := 0.0
		for i := range examples {
			loss += c.learn(&examples[i], &w, r)
		}
		fmt.Fprintf(log, "pass %d: loss %.4f a segment, %d weights\n", epoch+1, loss/float64(len(examples)), c.live())
	}
	c.refreshMoves()
	return c
}

// compile numbers the features that occur often enough and gives each a weight
// for the labels that it occurs with.
func compile(all []hashed, least int) (*crf, []example) {
	count := map[uint64]int32{}
	for _, h := range all {
		for _, fs := range h.words {
			for _, f := range fs {
				count[f]++
			}
		}
	}
	c := &crf{}
	for f, n := range count {
		if int(n) >= least {
			c.hashes = append(c.hashes, f)
		}
	}
	slices.Sort(c.hashes)
	number := make(map[uint64]uint32, len(c.hashes))
	for i, f := range c.hashes {
		number[f] = uint32(i)
	}
	seen := make([]uint32, len(c.hashes)) // bits of the labels that occur with each
	examples := make([]example, 0, len(all))
	for _, h := range all {
		e := example{labels: h.labels, weight: h.weight}
		for i, fs := range h.words {
			var ids []uint32
			for _, f := range fs {
				if id, ok := number[f]; ok {
					ids = append(ids, id)
					seen[id] |= 1<<h.labels[i] | 1
				}
			}
			e.words = append(e.words, ids)
		}
		examples = append(examples, e)
	}
	for _, bits := range seen {
		c.rows = append(c.rows, uint32(len(c.label)))
		for l := range labels {
			if bits>>l&1 != 0 {
				c.label = append(c.label, uint8(l))
			}
		}
	}
	c.rows = append(c.rows, uint32(len(c.label)))
	c.sum, c.square = make([]float32, len(c.label)), make([]float32, len(c.label))
	return c, examples
}

// live counts the weights that are not zero.
func (c *crf) live() int {
	n := 0
	for k := range c.sum {
		if c.weight(uint32(k)) != 0 {
			n++
		}
	}
	return n
}

// model returns the stored form of what was learned, weights below least left out.
func (c *crf) model(least float32) ([]byte, int, error) {
	var rows []tag.Row
	weights := 0
	for i, h := range c.hashes {
		r := tag.Row{Hash: h}
		for k := c.rows[i]; k < c.rows[i+1]; k++ {
			if v := c.weight(k); v >= least || v <= -least {
				r.Labels = append(r.Labels, tag.Label(c.label[k]))
				r.Weights = append(r.Weights, v)
			}
		}
		if len(r.Labels) > 0 {
			rows = append(rows, r)
			weights += len(r.Labels)
		}
	}
	slices.SortFunc(rows, func(a, b tag.Row) int { return cmp.Compare(a.Hash, b.Hash) })
	moves := c.moves
	for i := range moves {
		for j := range moves[i] {
			if !follows[i][j] {
				moves[i][j] = 0
			}
		}
	}
	data, err := tag.Encode(&moves, rows)
	return data, weights, err
}
