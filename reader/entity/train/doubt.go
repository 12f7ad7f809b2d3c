package main

import (
	"fmt"
	"io"

	"offprint/reader/entity/gazetteer"
	"offprint/reader/entity/tag"
)

// folds is into how many parts the gold data are cut to be judged, each by a
// model of the others.
const folds = 3

// The loss of a segment above which its labels are taken to be wrong.
const (
	goldDoubt   = 7.0
	silverDoubt = 2.5
)

// clean drops the gold segments that a model of the other data finds very
// unlikely, and returns besides those silver segments that such models find
// likely enough. What stays of the silver is where the machine that made it and
// ours agree, or ours is not sure.
func clean(gold, silver []hashed, s settings, log io.Writer) []hashed {
	var kept []hashed
	losses := make([]float64, len(silver))
	for f := range folds {
		var train []hashed
		for i, h := range gold {
			if i/foldRun%folds != f {
				train = append(train, h)
			}
		}
		c := learn(train, s, io.Discard)
		number := c.numbers()
		for i, h := range gold {
			if i/foldRun%folds == f && c.loss(h, number) < goldDoubt {
				kept = append(kept, h)
			}
		}
		for i, h := range silver {
			losses[i] += c.loss(h, number) / folds
		}
	}
	fmt.Fprintf(log, "gold: %d of %d segments kept\n", len(kept), len(gold))
	n := len(kept)
	for i, h := range silver {
		if losses[i] < silverDoubt {
			kept = append(kept, h)
		}
	}
	fmt.Fprintf(log, "silver: %d of %d segments kept\n", len(kept)-n, len(silver))
	return kept
}

// foldRun is how many segments in a row go to one fold, so that an article is
// seldom in two.
const foldRun = 200

// numbers returns the number of each feature.
func (c *crf) numbers() map[uint64]uint32 {
	m := make(map[uint64]uint32, len(c.hashes))
	for i, h := range c.hashes {
		if c.rows[i+1] > c.rows[i] {
			m[h] = uint32(i)
		}
	}
	return m
}

// loss returns the negative logarithm of the chance that the model gives to a
// segment's labels.
func (c *crf) loss(h hashed, number map[uint64]uint32) float64 {
	var w work
	e := example{labels: h.labels, weight: 1}
	n := len(h.words)
	w.size(n)
	for i, fs := range h.words {
		e.words = append(e.words, nil)
		for _, f := range fs {
			id, ok := number[f]
			if !ok {
				continue
			}
			w.active[i] = append(w.active[i], id)
			for k := c.rows[id]; k < c.rows[id+1]; k++ {
				w.score[i][c.label[k]] += float64(c.weight(k))
			}
		}
	}
	c.sums(&w, n)
	return w.total - c.gold(&e, &w)
}

// mend puts right the mistakes of the data that a rule can tell: countries
// marked as nationalities and the other way round, and days and months marked as names.
func mend(docs []document, table *gazetteer.Table) {
	for _, d := range docs {
		for _, s := range d.sentences {
			for _, n := range s.names() {
				mendName(s, n, table)
			}
		}
	}
}

func mendName(s sentence, n span, table *gazetteer.Table) {
	h := gazetteer.Phrase(s.words[n.first:n.last]...)
	f := table.Find(h)
	country, people := f&gazetteer.Country != 0, f&gazetteer.Demonym != 0
	kind := n.kind
	switch {
	case n.kind == tag.Nationality && country && !people:
		kind = tag.Place
	case n.kind != tag.Person && people && !country && f&(gazetteer.Org|gazetteer.Team|gazetteer.Region) == 0:
		kind = tag.Nationality
	case f&gazetteer.Date != 0 && f&(gazetteer.First|gazetteer.Last) == 0:
		for i := n.first; i < n.last; i++ {
			s.tags[i] = "O"
		}
		return
	}
	if kind != n.kind {
		for i := n.first; i < n.last; i++ {
			s.tags[i] = s.tags[i][:2] + kind.String()
		}
	}
}
