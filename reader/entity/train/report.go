package main

import (
	"bytes"
	"fmt"

	"offprint/reader/entity/tag"
)

// tally counts names that are right, found and wanted, by kind.
type tally struct {
	right, found, wanted [6]int
}

// add compares the labels found with those wanted.
func (t *tally) add(found, wanted []tag.Label) {
	f, w := spans(found), spans(wanted)
	for s := range f {
		t.found[s.kind]++
		if w[s] {
			t.right[s.kind]++
		}
	}
	for s := range w {
		t.wanted[s.kind]++
	}
}

// f1 returns the F1, in per cent, of the kinds.
func (t *tally) f1(kinds ...tag.Kind) float64 {
	right, found, wanted := 0, 0, 0
	for _, k := range kinds {
		right, found, wanted = right+t.right[k], found+t.found[k], wanted+t.wanted[k]
	}
	return 200 * float64(right) / float64(max(1, found+wanted))
}

// spans returns the names that labels spell.
func spans(labels []tag.Label) map[span]bool {
	m := map[span]bool{}
	first := 0
	for i, l := range labels {
		if l.Opens() {
			first = i
		}
		if l != 0 && l.Closes() {
			m[span{first, i + 1, l.Kind()}] = true
		}
	}
	return m
}

// report describes a training in Markdown.
func report(s settings, n *numbers) []byte {
	var b bytes.Buffer
	p := func(format string, args ...any) { fmt.Fprintf(&b, format, args...) }
	p("# The tagger's weights\n\n")
	p("Written by `go run ./reader/entity/train -data DIR`. What the licences ask for is in ATTRIBUTION.md, ")
	p("scores on texts that were not trained on are in SCORES.md.\n\n")
	p("| training data | licence | words | names | weight |\n|---|---|---|---|---|\n")
	for _, f := range n.sources {
		w := f.weight
		if f.silver {
			w *= float32(s.silver)
		}
		p("| %s | %s | %d | %d | %.2f |\n", f.file, f.licence, f.words, f.names, w)
	}
	p("| own templates, filled %d times | own text | | | %.2f |\n\n", s.fills, s.template)
	p("Segments (runs of words that may be part of a name): %d of %d tagged by people were kept, %d of %d tagged by machine, %d more were labelled anew, ",
		n.goldKept, n.gold, n.silverKept, n.silver, n.relabelled)
	p("%d were made from templates. Dropped is what models of the other two thirds find very unlikely, and labelled anew where all of them agree on something else.\n\n", n.made)
	p("Settings: mean of %d fields, %d passes, rate %.2f, penalty %.2f, features left out %.0f %% of the time, features seen %d times at least, weights above %.2f kept.\n\n",
		s.seeds, s.epochs, s.rate, s.l1, 100*s.drop, s.least, s.prune)
	p("Size: %d features with %d weights, %d bytes; tables of names %d bytes.\n\n", n.features, n.weights, n.dataBytes, n.tableBytes)
	t := &n.heldOut
	p("F1 on the data tagged by people before cleaning, each third labelled by a model (3 passes) of the others: ")
	p("people, organisations and places %.1f; people %.1f, organisations %.1f, places %.1f, nationalities %.1f.\n",
		t.f1(tag.Person, tag.Organization, tag.Place), t.f1(tag.Person), t.f1(tag.Organization), t.f1(tag.Place), t.f1(tag.Nationality))
	return b.Bytes()
}
