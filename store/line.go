package store

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

// What is looked at of one article to choose a line.
const (
	maxLineText = 1 << 19 // bytes of its text
	maxPlain    = 1 << 21 // bytes of its Markdown
	maxLineHits = 64
)

// pattern is one thing to mark: words in a row, the last perhaps only a beginning.
type pattern struct {
	words  []string
	prefix bool
}

// liner makes the lines that show why an article was found.
type liner struct{ patterns []pattern }

func newLiner(q query.Query) *liner {
	n := &liner{}
	q.Terms(func(t query.Term) bool {
		switch t.Field {
		case query.FieldAny, query.FieldSaid, query.FieldAbout, query.FieldMentions:
			words, prefix := termWords(t)
			if len(words) > 0 {
				n.patterns = append(n.patterns, pattern{words, prefix})
			}
		}
		return true
	})
	return n
}

// spot is one hit in a plain text.
type spot struct{ start, end, pattern int }

// spots returns the first hits of all patterns, in order of their ends.
func (n *liner) spots(text string) []spot {
	var list []spot
	type run struct{ pattern, matched, start int }
	var open []run
	missing := len(n.patterns)
	seen := make([]bool, len(n.patterns))
	folded.Each(text, func(start, end int, w string) bool {
		for i := range n.patterns {
			if p := &n.patterns[i]; folded.Fits(w, p.words, 0, p.prefix) {
				open = append(open, run{i, 0, start})
			}
		}
		keep := open[:0]
		for _, r := range open {
			p := &n.patterns[r.pattern]
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
		enough := missing == 0 && len(list) > 0 && (len(n.patterns) == 1 || end > list[len(list)-1].end+lineLength)
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

// hit returns an article with its line.
func (n *liner) hit(l *link, id ID) (Hit, error) {
	r, err := row(l, id)
	if err != nil {
		return Hit{}, err
	}
	h := Hit{Row: r}
	plain, err := plainText(l, id)
	if err != nil {
		return Hit{}, err
	}
	text := plain.Text[:min(len(plain.Text), maxLineText)]
	var at, end int
	spots := n.spots(text)
	if len(spots) > 0 {
		s := spots[best(spots)]
		at, end = s.start, s.end
		h.At = plain.Span(at, end)
	}
	h.Line, h.Marks = n.line(text, at, end)
	return h, n.noteHit(l, &h, kindsOf(spots))
}

// plainText returns the plain text of an article, ready to be shown.
// Of one beyond maxPlain it is the beginning of its Markdown, as reading it
// all for one line would hold up the search.
func plainText(l *link, id ID) (reader.Plain, error) {
	var markdown string
	var code []byte
	err := l.one(`SELECT CASE WHEN octet_length(markdown) > ?1 THEN substr(markdown, 1, ?2) ELSE markdown END,
		CASE WHEN octet_length(markdown) > ?1 THEN NULL ELSE plain END FROM body WHERE id = ?3`, []any{maxPlain, maxLineText, id}, &markdown, &code)
	if absent(err) {
		return reader.Plain{}, ErrNoArticle
	}
	if err != nil {
		return reader.Plain{}, err
	}
	if code == nil {
		var b reader.PlainBuilder
		b.Begin()
		b.Add(string(reader.Clean(markdown)), reader.Span{Start: 0, End: len(reader.Clean(markdown))})
		b.End(reader.BlockParagraph)
		return b.Plain(), nil
	}
	plain, err := reader.DecodePlain(reader.Clean(markdown), code)
	if err != nil {
		return reader.Plain{Text: markdown}, nil
	}
	return plain, nil
}

// line cuts the line around a place out of a text and marks all hits in it.
func (n *liner) line(text string, at, end int) (reader.Text, []reader.Span) {
	from, to := lineAround(text, at, end)
	line := reader.CleanLine(text[from:to])
	var marks []reader.Span
	for _, s := range n.all(string(line)) {
		marks = append(marks, reader.Span{Start: s.start, End: s.end})
	}
	return line, marks
}

// all returns every hit in a line, in order and apart from each other.
func (n *liner) all(line string) []spot {
	var list []spot
	for i, p := range n.patterns {
		for _, f := range folded.FindPhrase(line, p.words, p.prefix, maxLineHits) {
			list = append(list, spot{f[0], f[1], i})
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

// lineAround returns the bounds of a line that holds a place: within its
// block, cut at blanks.
func lineAround(text string, at, end int) (from, to int) {
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
