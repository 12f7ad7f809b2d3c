// Command peers puts other programs' extractors behind the output of
// `offprint extract --json`, so that one scorer can judge them and offprint in
// the same run. It is a module of its own: nothing of it is part of offprint,
// and its dependencies are not offprint's.
//
//	PEER=prose        ./peers extract --format text --json FILE...   names
//	PEER=readability  ./peers extract --format html --json FILE...   saved pages
//	PEER=trafilatura  ./peers extract --format html --json FILE...   saved pages
//	PEER=domdistiller ./peers extract --format html --json FILE...   saved pages
//
// compromise.mjs does the same for compromise, for names and quotes, in Node.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// found is one line of the output: what a peer found in one file. Offsets are
// code points of Text. What a peer does not look for stays empty.
type found struct {
	File      string   `json:"file"`
	Title     string   `json:"title"`
	Byline    string   `json:"byline"`
	Published string   `json:"published"`
	Language  string   `json:"language"`
	Text      string   `json:"text"`
	Quotes    []any    `json:"quotes"`
	Entities  []entity `json:"entities"`
}

type entity struct {
	Name     string   `json:"name"`
	Type     string   `json:"type"`
	Mentions [][2]int `json:"mentions"`
}

// An extractor turns the bytes of a file into what it finds there.
type extractor func(content []byte) (found, error)

func main() {
	extract, ok := map[string]func() (extractor, error){
		"prose":        newProse,
		"readability":  newReadability,
		"trafilatura":  newTrafilatura,
		"domdistiller": newDistiller,
	}[os.Getenv("PEER")]
	if !ok {
		fail(fmt.Errorf("PEER must name a peer, see the top of main.go"))
	}
	of, err := extract()
	if err != nil {
		fail(err)
	}
	if err := run(of, os.Args[1:]); err != nil {
		fail(err)
	}
}

// run prints a line for each file among the arguments. A file that a peer
// cannot read gives a line without findings: it is scored as such.
func run(of extractor, args []string) error {
	out := json.NewEncoder(os.Stdout)
	for _, name := range files(args) {
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		f, err := of(content)
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
		}
		f.File = name
		if err := out.Encode(f); err != nil {
			return err
		}
	}
	return nil
}

// files leaves out the command and the flags, which are the same for all peers.
func files(args []string) []string {
	var names []string
	for i := 0; i < len(args); i++ {
		switch {
		case args[i] == "--format":
			i++
		case args[i] == "extract", strings.HasPrefix(args[i], "--"):
		default:
			names = append(names, args[i])
		}
	}
	return names
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "peers:", err)
	os.Exit(1)
}
