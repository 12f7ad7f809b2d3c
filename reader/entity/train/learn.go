package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"offprint/reader/entity/tag"
)

// settings are the numbers that training depends on.
type settings struct {
	epochs   int
	rate, l1 float64 // l1 is the penalty on weights over one pass of the data
	drop     float64 // chance that a feature is left out for once
	least    int     // how often a feature must occur
	seeds    int     // how many fields are trained
	prune    float64 // weights below are left out
	silver   float64 // weight of sentences tagged by machine
	template float64 // weight of sentences from templates
	fills    int     // how often each template is filled
}

// learn trains one field for each seed on the segments and returns their mean,
// which is better than any of them. The seeds are independent of each other, so
// that the result does not depend on the number of processors.
func learn(all []hashed, s settings, log io.Writer) *crf {
	base, examples := compile(all, s.least)
	base.rate, base.drop = s.rate, s.drop
	base.l1 = s.l1 / float64(len(examples))
	fields := make([]*crf, s.seeds)
	var group sync.WaitGroup
	for i := range fields {
		group.Go(func() {
			c := *base
			c.sum, c.square = make([]float32, len(c.label)), make([]float32, len(c.label))
			c.train(slices.Clone(examples), s.epochs, uint64(i+1), log)
			fields[i] = &c
		})
	}
	group.Wait()
	return mean(fields)
}

// train makes some passes over the examples, in an order that follows from the seed.
func (c *crf) train(examples []example, epochs int, seed uint64, log io.Writer) {
	r := rand.New(rand.NewPCG(seed, 1))
	var w work
	for epoch := range epochs {
		r.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		loss := 0.0
		for i := range examples {
			loss += c.learn(&examples[i], &w, r)
		}
		fmt.Fprintf(log, "seed %d pass %d: loss %.4f a segment\n", seed, epoch+1, loss/float64(len(examples)))
	}
	c.refreshMoves()
}

// mean returns a field, done with training, whose weights are the mean of
// those of the fields, which share their features.
func mean(fields []*crf) *crf {
	m := *fields[0]
	m.fixed = make([]float32, len(m.label))
	n := float32(len(fields))
	for k := range m.fixed {
		for _, c := range fields {
			m.fixed[k] += c.weight(uint32(k)) / n
		}
	}
	for i := range labels {
		for j := range labels {
			m.moves[i][j] = 0
			for _, c := range fields {
				m.moves[i][j] += c.moves[i][j] / n
			}
			m.factor[i][j] = math.Exp(float64(m.moves[i][j]))
		}
	}
	return &m
}

// compile numbers the features that occur often enough and gives each a weight
// for the labels that it occurs with.
func compile(all []hashed, least int) (*crf, []example) {
	c := &crf{hashes: frequent(all, least)}
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
	return c, examples
}

// frequent returns the features that occur at least so often, in order.
func frequent(all []hashed, least int) []uint64 {
	count := map[uint64]int32{}
	for _, h := range all {
		for _, fs := range h.words {
			for _, f := range fs {
				count[f]++
			}
		}
	}
	var out []uint64
	for f, n := range count {
		if int(n) >= least {
			out = append(out, f)
		}
	}
	slices.Sort(out)
	return out
}

// model returns the stored form of what was learned, weights below least left out.
func (c *crf) model(least float32, n *numbers) ([]byte, error) {
	var rows []tag.Row
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
			n.weights += len(r.Labels)
		}
	}
	n.features = len(rows)
	moves := c.moves
	for i := range moves {
		for j := range moves[i] {
			if !follows[i][j] {
				moves[i][j] = 0
			}
		}
	}
	return tag.Encode(&moves, rows)
}
