package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader/token"
)

// sentence is one training sentence: its words and their tags in the B-, I-, O form.
type sentence struct {
	words []string
	tags  []string
}

// document is a run of sentences that belong together.
type document struct {
	source    *source
	sentences []sentence
}

// source is one file of training data.
type source struct {
	file    string
	licence string
	// hyphens is set where the file writes compounds as three words ("all - girl").
	hyphens bool
	// silver is set where a machine made the tags.
	silver bool
	// weight is what each sentence counts in training.
	weight float32
	words  int
	names  int
}

// sources are the files that are trained on, with the licence that each is under.
var sources = []source{
	{file: "wikigold.conll", licence: "CC BY 4.0", weight: 1},
	{file: "redocred-dev.conll", licence: "MIT", weight: 1},
	{file: "redocred-test.conll", licence: "MIT", weight: 1},
	{file: "crossner-politics.conll", licence: "MIT, texts CC BY-SA", weight: 1},
	{file: "crossner-literature.conll", licence: "MIT, texts CC BY-SA", weight: 0.5},
	{file: "crossner-music.conll", licence: "MIT, texts CC BY-SA", weight: 0.5},
	{file: "crossner-science.conll", licence: "MIT, texts CC BY-SA", weight: 0.5},
	{file: "ewt-dev.conll", licence: "CC BY-SA 4.0", hyphens: true, weight: 1},
	{file: "ewt-test.conll", licence: "CC BY-SA 4.0", hyphens: true, weight: 1},
	{file: "gum-news.conll", licence: "annotations CC BY 4.0, texts CC BY 2.5", hyphens: true, weight: 1},
	{file: "gum-interview.conll", licence: "annotations CC BY 4.0, texts CC BY 2.5", hyphens: true, weight: 1},
	{file: "gum-bio.conll", licence: "annotations CC BY 4.0, texts CC BY-SA", hyphens: true, weight: 1},
	{file: "gum-voyage.conll", licence: "annotations CC BY 4.0, texts CC BY-SA", hyphens: true, weight: 1},
	{file: "gmb-silver.conll", licence: "texts public domain (Voice of America), tags by machine", silver: true, weight: 1},
}

// corpus is all training data, gold and silver apart.
type corpus struct {
	gold, silver []document
	sources      []source
}

// readCorpus reads the files of dir/names/train.
func readCorpus(dir string) (*corpus, error) {
	c := &corpus{sources: slices.Clone(sources)}
	for i := range c.sources {
		s := &c.sources[i]
		docs, err := readFile(filepath.Join(dir, "names", "train", s.file), s)
		if err != nil {
			return nil, fmt.Errorf("read training data: %w", err)
		}
		if s.silver {
			c.silver = append(c.silver, docs...)
		} else {
			c.gold = append(c.gold, docs...)
		}
	}
	return c, nil
}

// readFile reads one file: a word and its tag on a line, a blank line after
// each sentence, -DOCSTART- between documents.
func readFile(path string, s *source) ([]document, error) {
	var docs []document
	var cur sentence
	flush := func() {
		if len(cur.words) > 0 {
			if len(docs) == 0 {
				docs = append(docs, document{source: s})
			}
			d := &docs[len(docs)-1]
			d.sentences = append(d.sentences, recut(cur, s.hyphens))
		}
		cur = sentence{}
	}
	err := eachRawLine(path, func(line string) {
		word, tag, ok := strings.Cut(line, " ")
		switch {
		case !ok:
			flush()
		case word == "-DOCSTART-":
			flush()
			docs = append(docs, document{source: s})
		default:
			cur.words = append(cur.words, word)
			cur.tags = append(cur.tags, tag)
			s.words++
			if strings.HasPrefix(tag, "B-") {
				s.names++
			}
		}
	})
	flush()
	return docs, err
}

// recut cuts the words of a sentence as the program's own tokens are cut, and
// carries the tags over.
func recut(s sentence, hyphens bool) sentence {
	if hyphens {
		s = joinHyphens(s)
	}
	var out sentence
	for i, w := range s.words {
		tag := s.tags[i]
		for _, t := range token.Tokens(w) {
			out.words = append(out.words, t.Of(w))
			out.tags = append(out.tags, tag)
			if strings.HasPrefix(tag, "B-") {
				tag = "I-" + tag[2:]
			}
		}
	}
	return splitCompounds(out)
}

// splitCompounds takes a hyphen and the common word behind it out of a name:
// in "China-based" only China is one.
func splitCompounds(s sentence) sentence {
	for i := 1; i+1 < len(s.words); i++ {
		if s.words[i] == "-" && s.tags[i] != "O" && (i+2 == len(s.words) || !strings.HasPrefix(s.tags[i+2], "I-")) && isSmall(s.words[i+1]) && !strings.HasPrefix(s.tags[i+1], "B-") {
			s.tags[i], s.tags[i+1] = "O", "O"
		}
	}
	return s
}

// joinHyphens makes one word of "all - girl" where the tags allow it.
func joinHyphens(s sentence) sentence {
	var out sentence
	for i := 0; i < len(s.words); i++ {
		n := len(out.words)
		if s.words[i] == "-" && n > 0 && i+1 < len(s.words) && letters(out.words[n-1]) && letters(s.words[i+1]) && together(out.tags[n-1], s.tags[i+1]) {
			out.words[n-1] += "-" + s.words[i+1]
			i++
			continue
		}
		out.words = append(out.words, s.words[i])
		out.tags = append(out.tags, s.tags[i])
	}
	return out
}

// together reports whether the tag b of a word goes on with a.
func together(a, b string) bool {
	return a == "O" && b == "O" || a != "O" && strings.HasPrefix(b, "I-") || a != "O" && b == "O"
}

func letters(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r)
}

func isSmall(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

// smallWords returns the words that the corpus writes small at least three
// times and in at least two thirds of the places that are not a sentence's first.
func (c *corpus) smallWords() []string {
	small, all := map[string]int{}, map[string]int{}
	for _, docs := range [][]document{c.gold, c.silver} {
		for _, d := range docs {
			for _, s := range d.sentences {
				for i, w := range s.words {
					if i == 0 || !letters(w) {
						continue
					}
					low := strings.ToLower(w)
					all[low]++
					if w == low {
						small[low]++
					}
				}
			}
		}
	}
	var out []string
	for w, n := range small {
		if n >= 3 && 3*n >= 2*all[w] {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}
