package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader/entity/gazetteer"
	"offprint/reader/entity/tag"
)

// kindOf are the kinds by the names that the training data uses.
var kindOf = map[string]tag.Kind{
	"PER": tag.Person, "ORG": tag.Organization, "LOC": tag.Place, "NORP": tag.Nationality,
	"EVENT": tag.Event, "MISC": tag.Other,
}

// hashed is one segment with its features as hashes.
type hashed struct {
	words  [][]uint64
	labels []tag.Label
	weight float32
}

// prepare extracts the features of all documents, each of which counts
// weight times what its source counts.
func prepare(docs []document, table *gazetteer.Table, weight float32) []hashed {
	var out []hashed
	for _, d := range docs {
		out = append(out, prepareDocument(d, table, weight)...)
	}
	return out
}

func prepareDocument(d document, table *gazetteer.Table, weight float32) []hashed {
	words, ends, golds := flatten(d, table)
	t := tag.NewText(words, ends, table)
	var out []hashed
	sentence := 0
	for _, g := range t.Segments() {
		for ends[sentence] <= g.First {
			sentence++
		}
		h := hashed{weight: weight * d.source.weight}
		if !closed(golds, g) {
			continue
		}
		for i := g.First; i < g.Last; i++ {
			h.words = append(h.words, t.Features(nil, i, sentence))
			h.labels = append(h.labels, golds[i])
		}
		out = append(out, h)
	}
	return out
}

// closed reports whether no name runs over the edges of segment g.
func closed(golds []tag.Label, g tag.Segment) bool {
	return golds[g.First].Opens() && golds[g.Last-1].Closes()
}

// flatten joins the sentences of a document and turns its tags into labels.
func flatten(d document, table *gazetteer.Table) (words []string, ends []int, golds []tag.Label) {
	for _, s := range d.sentences {
		at := len(words)
		words = append(words, s.words...)
		ends = append(ends, len(words))
		golds = append(golds, make([]tag.Label, len(s.words))...)
		for _, n := range s.names() {
			n = tidy(s, n, table)
			for i := n.first; i < n.last; i++ {
				golds[at+i] = tag.LabelOf(n.kind, i-n.first, n.last-n.first)
			}
		}
	}
	return words, ends, golds
}

// span is a name in a sentence.
type span struct {
	first, last int
	kind        tag.Kind
}

// names returns the names that a sentence's tags spell.
func (s sentence) names() []span {
	var out []span
	for i, t := range s.tags {
		kind, ok := kindOf[strings.TrimPrefix(strings.TrimPrefix(t, "B-"), "I-")]
		switch {
		case t == "O" || !ok:
		case strings.HasPrefix(t, "I-") && len(out) > 0 && out[len(out)-1].last == i && out[len(out)-1].kind == kind:
			out[len(out)-1].last++
		default:
			out = append(out, span{i, i + 1, kind})
		}
	}
	return out
}

// tidy brings a name to the habits of the reader: no article before it, no
// title before a person, no 's behind.
func tidy(s sentence, n span, table *gazetteer.Table) span {
	for n.last-n.first > 1 {
		first, final := s.words[n.first], s.words[n.last-1]
		switch {
		case final == "'s" || final == "’s" || final == "'" || final == ",":
			n.last--
		case n.kind != tag.Other && strings.EqualFold(first, "the"):
			n.first++
		case n.kind == tag.Person && table.Find(gazetteer.Hash(first))&gazetteer.Title != 0 && table.Find(gazetteer.Hash(first))&gazetteer.First == 0:
			n.first++
		default:
			return n
		}
	}
	return n
}

// restyle appends copies of some sentences in capitals, or with a capital for
// each word, as headlines have them.
func restyle(docs []document, share float64, r *rand.Rand) []document {
	out := slices.Clone(docs)
	for _, d := range docs {
		for _, s := range d.sentences {
			if len(s.words) < 4 || len(s.words) > 25 || r.Float64() >= share {
				continue
			}
			c := sentence{tags: s.tags, words: slices.Clone(s.words)}
			shout := r.IntN(2) == 0
			for i, w := range c.words {
				switch first, n := utf8.DecodeRuneInString(w); {
				case shout:
					c.words[i] = strings.ToUpper(w)
				case len(w) > 3 || i == 0:
					c.words[i] = string(unicode.ToUpper(first)) + w[n:]
				}
			}
			out = append(out, document{source: d.source, sentences: []sentence{c}})
		}
	}
	return out
}
