// Train rebuilds the tables and weights that package entity embeds, with a
// report of what they were made from:
//
//	go run ./reader/entity/train -data DIR
//
// DIR holds names/train (tagged sentences, a word and its tag on a line),
// gazetteer (public lists of names) and articles/press-text (public texts). The
// same data gives the same bytes each time on the same kind of machine. It
// takes some minutes of two processors.
//
// The steps: read the corpus (corpus.go); make the tables (tables.go,
// nations.go) and clusters of words (clusters.go); mend what rules can mend,
// drop what models of the other data find absurd and label some of it anew
// (doubt.go); add articles made from own templates (templates.go); train
// (learn.go, crf.go); write (this file, report.go). The other flags are for
// trying things out; their defaults are what the program ships with.
package main

import (
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"

	"offprint/reader/entity/gazetteer"
)

func main() {
	data := flag.String("data", "", "folder with names/train and gazetteer")
	out := flag.String("out", "reader/entity", "folder of package entity, to write to")
	s := settings{least: 2}
	flag.IntVar(&s.seeds, "seeds", 4, "fields to train and take the mean of")
	flag.IntVar(&s.epochs, "passes", 7, "passes over the data")
	flag.Float64Var(&s.rate, "rate", 0.15, "rate of learning")
	flag.Float64Var(&s.l1, "l1", 0.3, "penalty on weights")
	flag.Float64Var(&s.drop, "drop", 0.2, "chance that a feature is left out for once")
	flag.Float64Var(&s.prune, "prune", 0.02, "weight below which none is kept")
	flag.Float64Var(&s.silver, "silver", 0.7, "what a sentence tagged by machine counts")
	flag.Float64Var(&s.template, "template", 0.5, "what a sentence from a template counts")
	flag.IntVar(&s.fills, "fills", 20, "how often each template is filled")
	flag.Parse()
	if err := run(*data, *out, s, os.Stderr); err != nil {
		fmt.Fprintf(os.Stderr, "train: %v\n", err)
		os.Exit(1)
	}
}

// result is what the trainer makes.
type result struct {
	table, countries, clusters, weights []byte
	numbers                             numbers
}

// numbers are what the report tells of a training.
type numbers struct {
	sources               []source
	gold, goldKept        int // segments
	silver, silverKept    int
	relabelled            int // of the silver
	made                  int // from templates
	features, weights     int
	tableBytes, dataBytes int
	heldOut               tally // of the gold, each third by a model of the others
}

func run(data, out string, s settings, log io.Writer) error {
	r, err := build(data, s, log)
	if err != nil {
		return err
	}
	for _, f := range []struct {
		name string
		data []byte
	}{
		{"gazetteer/table.bin", r.table},
		{"gazetteer/countries.tsv", r.countries},
		{"gazetteer/clusters.bin", r.clusters},
		{"tag/weights.bin", r.weights},
		{"tag/REPORT.md", report(s, &r.numbers)},
	} {
		if err := os.WriteFile(filepath.Join(out, filepath.FromSlash(f.name)), f.data, 0o644); err != nil {
			return fmt.Errorf("write result: %w", err)
		}
	}
	return nil
}

// build makes tables and weights from the data.
func build(data string, s settings, log io.Writer) (*result, error) {
	c, err := readCorpus(data)
	if err != nil {
		return nil, err
	}
	table, nations, err := tables(data, c)
	if err != nil {
		return nil, fmt.Errorf("make tables: %w", err)
	}
	clusters, err := c.clusters(data)
	if err != nil {
		return nil, fmt.Errorf("make clusters: %w", err)
	}
	names, err := readTables(table, clusters)
	if err != nil {
		return nil, err
	}
	r := &result{table: table, countries: nations.bytes(), clusters: clusters}
	n := &r.numbers
	n.sources, n.tableBytes = c.sources, len(r.table)+len(r.countries)+len(r.clusters)
	all, err := c.segments(data, names, nations, s, n, log)
	if err != nil {
		return nil, err
	}
	field := learn(all, s, log)
	r.weights, err = field.model(float32(s.prune), n)
	n.dataBytes = len(r.weights)
	fmt.Fprintf(log, "%d weights of %d features, %d bytes\n", n.weights, n.features, n.dataBytes)
	return r, err
}

// readTables returns the tables as the program will have them.
func readTables(table, clusters []byte) (*gazetteer.Table, error) {
	t, err := gazetteer.Read(table)
	if err != nil {
		return nil, err
	}
	k, err := gazetteer.Read(clusters)
	if err != nil {
		return nil, err
	}
	return t.With(k), nil
}

// segments returns all that is learned from.
func (c *corpus) segments(data string, names *gazetteer.Table, nations *nationTable, s settings, n *numbers, log io.Writer) ([]hashed, error) {
	mend(c.gold, names)
	mend(c.silver, names)
	r := rand.New(rand.NewPCG(1, 2))
	gold := prepare(restyle(c.gold, 0.08, r), names, 1)
	silver := prepare(restyle(c.silver, 0.04, r), names, float32(s.silver))
	n.gold, n.silver = len(gold), len(silver)
	all := clean(gold, silver, s, n, log)
	p, err := readPool(data, nations)
	if err != nil {
		return nil, fmt.Errorf("read names for templates: %w", err)
	}
	docs, err := generate(p, s.fills, r)
	if err != nil {
		return nil, err
	}
	made := prepare(docs, names, float32(s.template))
	n.made = len(made)
	return append(all, made...), nil
}
