// Train rebuilds the tables and weights that package entity embeds:
//
//	go run ./reader/entity/train -data DIR
//
// DIR holds names/train and gazetteer. The same data gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
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
	table, countries, err := tables(data, c)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "gazetteer", "table.bin"), table, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "gazetteer", "countries.tsv"), countries, 0o644)
}
