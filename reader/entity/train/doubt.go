package main

import (
	"fmt"
	"io"
	"slices"
	"sync"

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
// ours agree, or ours is not sure. Where all of ours agree with each other
// against it, theirs are the labels.
func clean(gold, silver []hashed, s settings, n *numbers, log io.Writer) []hashed {
	models, numbers := foldModels(gold, s)
	var kept []hashed
	for i, h := range gold {
		f := foldOf(i)
		loss, found := models[f].judge(h, numbers[f])
		n.heldOut.add(found, h.labels)
		if loss < goldDoubt {
			kept = append(kept, h)
		}
	}
	n.goldKept = len(kept)
	for _, h := range silver {
		loss, found := 0.0, [folds][]tag.Label{}
		for f, c := range models {
			l, labels := c.judge(h, numbers[f])
			loss += l / folds
			found[f] = labels
		}
		switch {
		case loss < silverDoubt:
			kept = append(kept, h)
		case unanimous(found):
			h.labels = found[0]
			kept = append(kept, h)
			n.relabelled++
		}
	}
	n.silverKept = len(kept) - n.goldKept - n.relabelled
	fmt.Fprintf(log, "kept %d of %d gold and %d of %d silver segments, labelled %d anew\n", n.goldKept, n.gold, n.silverKept, n.silver, n.relabelled)
	return kept
}

// unanimous reports whether all models found the same labels, and these spell names.
func unanimous(found [folds][]tag.Label) bool {
	for _, labels := range found[1:] {
		if !slices.Equal(labels, found[0]) {
			return false
		}
	}
	labels := found[0]
	for i, l := range labels {
		if i > 0 && !l.Follows(labels[i-1]) {
			return false
		}
	}
	return labels[0].Opens() && labels[len(labels)-1].Closes()
}

// foldModels returns for each fold a model of the others, with the numbers of its features.
func foldModels(gold []hashed, s settings) (models [folds]*crf, numbers [folds]map[uint64]uint32) {
	s.epochs, s.seeds = 3, 1
	var group sync.WaitGroup
	for f := range models {
		group.Go(func() {
			var train []hashed
			for i, h := range gold {
				if foldOf(i) != f {
					train = append(train, h)
				}
			}
			models[f] = learn(train, s, io.Discard)
			numbers[f] = models[f].numbers()
		})
	}
	group.Wait()
	return models, numbers
}

// foldOf returns the fold of gold segment i.
func foldOf(i int) int { return i / foldRun % folds }

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

// judge returns the negative logarithm of the chance that the model gives to a
// segment's labels, and the labels that it finds most likely word by word.
func (c *crf) judge(h hashed, number map[uint64]uint32) (loss float64, found []tag.Label) {
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
	found = make([]tag.Label, n)
	for i := range n {
		for l := range labels {
			if w.alpha[i][l]*w.beta[i][l] > w.alpha[i][found[i]]*w.beta[i][found[i]] {
				found[i] = tag.Label(l)
			}
		}
	}
	return w.total - c.gold(&e, &w), found
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
