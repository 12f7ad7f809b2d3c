// Package excerpt cuts the line out of a text that shows why an article was
// found, and marks the hits in it. Begin with [For] a query; [Finder.Best] finds
// the place that shows most of it, [Finder.Line] cuts the line around a place.
package excerpt

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"offprint/reader"
	"offprint/store/folded"
	"offprint/store/query"
)

// How long a line with a hit is, in bytes: what stands before the hit, and all of it.
const (
	lineBefore = 60
	lineLength = 200
)

// maxLineHits is how many hits of a text are looked at.
const maxLineHits = 64

// pattern is one thing to mark: words in a row, the last perhaps only a beginning.
type pattern struct {
	words  []string
	prefix bool
}

// Finder finds in texts what a query asks for. It may be used by several goroutines.
type Finder struct{ patterns []pattern }

// For returns the finder for the words of a query.
func For(q query.Query) *Finder {
	f := &Finder{}
	q.Terms(func(t query.Term) bool {
		switch t.Field {
		case query.FieldAny, query.FieldSaid, query.FieldAbout, query.FieldMentions:
			if words := folded.Words(t.Text); len(words) > 0 {
				f.patterns = append(f.patterns, pattern{words, t.Match == query.MatchPrefix})
			}
		}
		return true
	})
	return f
}

// Patterns is how many words and phrases are looked for.
func (f *Finder) Patterns() int { return len(f.patterns) }

// Best returns the hit whose line shows most of the query, as bytes of the
// text, the first of equals, and how many of the patterns the text was seen to
// hold; all is 0 if there is none.
func (f *Finder) Best(text string) (start, end, shown int) {
	spots := f.spots(text)
	if len(spots) == 0 {
		return 0, 0, 0
	}
	seen := map[int]bool{}
	for _, s := range spots {
		seen[s.pattern] = true
	}
	s := spots[best(spots)]
	return s.start, s.end, len(seen)
}

// spot is one hit in a plain text.
type spot struct{ start, end, pattern int }

// spots returns the first hits of all patterns, in order of their ends.
func (f *Finder) spots(text string) []spot {
	var list []spot
	type run struct{ pattern, matched, start int }
	var open []run
	missing := len(f.patterns)
	seen := make([]bool, len(f.patterns))
	folded.Each(text, func(start, end int, w string) bool {
		for i := range f.patterns {
			if p := &f.patterns[i]; folded.Fits(w, p.words, 0, p.prefix) {
				open = append(open, run{i, 0, start})
			}
		}
		keep := open[:0]
		for _, r := range open {
			p := &f.patterns[r.pattern]
			if !folded.Fits(w, p.words, r.matched, p.prefix) {
				continue
			}
			if r.matched++; r.matched < len(p.words) {
				keep = append(keep, r)
				continue
			}
			list = append(list, spot{r.start, end, r.pattern})
			if !seen[r.pattern] {
				seen[r.pattern] = true
				missing--
			}
		}
		open = keep
		enough := missing == 0 && len(list) > 0 && (len(f.patterns) == 1 || end > list[len(list)-1].end+lineLength)
		return len(list) < maxLineHits && !enough
	})
	return list
}

// best returns the hit whose line shows most of the query, the first of equals.
func best(spots []spot) int {
	choice, most := 0, 0
	for i, s := range spots {
		var kinds uint64
		count := 0
		for _, o := range spots[i:] {
			if o.end > s.start+lineLength-lineBefore {
				break
			}
			if bit := uint64(1) << (o.pattern & 63); kinds&bit == 0 {
				kinds |= bit
				count++
			}
		}
		if count > most {
			choice, most = i, count
		}
	}
	return choice
}

// Line cuts the line around a place out of a text and marks all hits in it.
func (f *Finder) Line(text string, at, end int) (reader.Text, []reader.Span) {
	from, to := Around(text, at, end)
	line := reader.CleanLine(text[from:to])
	var marks []reader.Span
	for _, s := range f.all(string(line)) {
		marks = append(marks, reader.Span{Start: s.start, End: s.end})
	}
	return line, marks
}

// all returns every hit in a line, in order and apart from each other.
func (f *Finder) all(line string) []spot {
	var list []spot
	for i, p := range f.patterns {
		for _, at := range folded.FindPhrase(line, p.words, p.prefix, maxLineHits) {
			list = append(list, spot{at[0], at[1], i})
		}
	}
	return apart(list)
}

// apart sorts hits and joins those that overlap.
func apart(list []spot) []spot {
	sortSpots(list)
	out := list[:0]
	for _, s := range list {
		if k := len(out) - 1; k >= 0 && s.start < out[k].end {
			out[k].end = max(out[k].end, s.end)
			continue
		}
		out = append(out, s)
	}
	return out
}

// Around returns the bounds of a line that holds a place: within its
// block, cut at blanks.
func Around(text string, at, end int) (from, to int) {
	from = strings.LastIndexByte(text[:at], '\n') + 1
	to = len(text)
	if i := strings.IndexByte(text[end:], '\n'); i >= 0 {
		to = end + i
	}
	if at-from > lineBefore {
		from = at - lineBefore
		if i := strings.IndexByte(text[from:at], ' '); i >= 0 {
			from += i + 1
		}
	}
	if to-from > lineLength {
		to = max(end, from+lineLength)
		if i := strings.LastIndexByte(text[end:to], ' '); i > 0 {
			to = end + i
		}
	}
	for from < len(text) && from > 0 && !utf8.RuneStart(text[from]) {
		from--
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	return from, to
}

func sortSpots(list []spot) {
	slices.SortFunc(list, func(a, b spot) int { return cmp.Or(a.start-b.start, b.end-a.end) })
}
