package pdf

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader/parse/inner"
)

// document makes a document of the blocks of its pages.
func (f *file) document(blocks []block) inner.Document {
	m := measure(blocks)
	var list []paragraph
	for i := range blocks {
		list = follow(list, m.paragraphs(&blocks[i]))
	}
	known := newVocabulary(list)
	texts := make([]string, len(list))
	for i := range list {
		texts[i] = shown(list[i].text(known))
	}
	d := inner.Document{Kind: inner.Whole}
	skip := f.describe(&d, &m, list, texts)
	levels := m.levels(list, texts, skip)
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\n")
	inList := false
	for i := range list {
		if skip[i] || texts[i] == "" {
			continue
		}
		if list[i].item != inList {
			inList = list[i].item
			b.WriteString(map[bool]string{true: "<ul>\n", false: "</ul>\n"}[inList])
		}
		if list[i].rows != nil {
			writeTable(&b, list[i].rows)
			continue
		}
		tag := tagOf(inList, levels[i])
		fmt.Fprintf(&b, "<%s>%s</%[1]s>\n", tag, html.EscapeString(texts[i]))
	}
	if inList {
		b.WriteString("</ul>\n")
	}
	b.WriteString("</body></html>\n")
	d.Data = []byte(b.String())
	return d
}

// tagOf is the tag of a paragraph; level is 0 or that of a heading.
func tagOf(item bool, level int) string {
	switch {
	case item:
		return "li"
	case level > 0:
		return fmt.Sprintf("h%d", level+1)
	}
	return "p"
}

// shown is a text on one line without what only moves the paper.
func shown(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

const (
	headingSize  = 1.12 // of the running text's size
	headingChars = 200  // in a heading, at most
	maxLevels    = 3
)

// large reports whether a paragraph is set in letters like those of a heading.
func (m *measures) large(p *paragraph, text string) bool {
	return p.size > headingSize*m.size && !p.item && p.rows == nil && utf8.RuneCountInString(text) <= headingChars
}

// levels tells which paragraphs are headings, and of which level, from 1.
// Those to be skipped have none.
func (m *measures) levels(list []paragraph, texts []string, skip map[int]bool) []int {
	var sizes []int
	for i := range list {
		if s := int(list[i].size * 2); !skip[i] && m.large(&list[i], texts[i]) && !slices.Contains(sizes, s) {
			sizes = append(sizes, s)
		}
	}
	slices.Sort(sizes)
	slices.Reverse(sizes)
	levels := make([]int, len(list))
	for i := range list {
		p := &list[i]
		switch {
		case skip[i]:
		case m.large(p, texts[i]):
			levels[i] = min(1+slices.Index(sizes, int(p.size*2)), maxLevels)
		case m.boldHeading(p, texts[i]) && i+1 < len(list):
			levels[i] = min(1+len(sizes), maxLevels)
		}
	}
	return levels
}

// boldHeading reports whether a paragraph is a heading that is only bold.
func (m *measures) boldHeading(p *paragraph, text string) bool {
	return p.bold && !p.item && p.rows == nil && len(p.lines) <= 2 && p.size > 0.95*m.size && len(text) > 2 && len(text) < 100 &&
		!ends(text) && !strings.HasSuffix(text, ",")
}
