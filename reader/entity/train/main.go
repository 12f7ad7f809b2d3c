// Train rebuilds the tables and weights that package entity embeds:
//
//	go run ./reader/entity/train -data DIR
//
// DIR holds names/train and gazetteer. The same data gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"offprint/reader/entity/gazetteer"
)

var setup = settings{least: 2, seeds: 2}
var silver = flag.Float64("silver", 0.5, "")
var fills = flag.Int("fills", 20, "")
var prune = flag.Float64("prune", 0.02, "")

func main() {
	flag.IntVar(&setup.seeds, "seeds", 2, "")
	flag.IntVar(&setup.epochs, "epochs", 10, "")
	flag.Float64Var(&setup.rate, "rate", 0.15, "")
	flag.Float64Var(&setup.l1, "l1", 0.5, "")
	flag.Float64Var(&setup.drop, "drop", 0.1, "")
	data := flag.String("data", "", "folder with names/train and gazetteer")
	out := flag.String("out", "reader/entity", "folder of package entity")
	flag.Parse()
	if err := run(*data, *out); err != nil {
		fmt.Fprintf(os.Stderr, "train: %v\n", err)
		os.Exit(1)
	}
}

func run(data, out string) error {
	c, err := readCorpus(data)
	if err != nil {
		return err
	}
	table, nations, err := tables(data, c)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "gazetteer", "table.bin"), table, 0o644); err != nil {
		return err
	}
	names, err := gazetteer.Read(table)
	if err != nil {
		return err
	}
	start := time.Now()
	mend(c.gold, names)
	mend(c.silver, names)
	r := rand.New(rand.NewPCG(1, 2))
	gold := prepare(restyle(c.gold, 0.08, r), names)
	all := gold
	if *silver >= 0 {
		setup2 := setup
		setup2.epochs, setup2.seeds = 3, 1
		var sil []hashed
		if *silver > 0 {
			for i := range c.silver {
				c.silver[i].source.weight = float32(*silver)
			}
			sil = prepare(restyle(c.silver, 0.04, r), names)
		}
		all = clean(gold, sil, setup2, os.Stderr)
	}
	if *fills > 0 {
		names2, err := readPool(data, nations)
		if err != nil {
			return err
		}
		docs, err := generate(names2, *fills, r)
		if err != nil {
			return err
		}
		all = append(all, prepare(docs, names)...)
	}
	fmt.Fprintf(os.Stderr, "%d segments, %v\n", len(all), time.Since(start))
	f := learn(all, setup, os.Stderr)
	data2, n, err := f.model(float32(*prune))
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d weights, %d bytes, %v\n", n, len(data2), time.Since(start))
	if err := os.WriteFile(filepath.Join(out, "tag", "weights.bin"), data2, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "gazetteer", "countries.tsv"), nations.bytes(), 0o644)
}
