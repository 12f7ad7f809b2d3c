package cli

import (
	"sort"
	"strings"
	"time"
	"unicode/utf8"

	"offprint/reader"
)

// findings is what the makers found in one article, in the form that is
// printed. Offsets are Unicode code points of Text, which is the running text
// alone: captions, tables and code are left out of it.
type findings struct {
	File      string          `json:"file"`
	Title     reader.Text     `json:"title"`
	Byline    reader.Text     `json:"byline"`
	Published string          `json:"published"`
	Outlet    reader.Text     `json:"outlet"`
	URL       reader.Text     `json:"url"`
	Language  string          `json:"language"`
	Tags      []reader.Text   `json:"tags"`
	Words     int             `json:"words"`
	Text      string          `json:"text"`
	Markdown  reader.Text     `json:"markdown"`
	Quotes    []quoteRecord   `json:"quotes"`
	Entities  []entityRecord  `json:"entities"`
	Repairs   []reader.Repair `json:"repairs"`
}

// span is a stretch of findings.Text: start and end in code points.
type span [2]int

// quoteRecord is one quote.
type quoteRecord struct {
	Kind        string      `json:"kind"`
	Content     []span      `json:"content"`
	Source      []span      `json:"source"` // null if the text names no source
	Cue         []span      `json:"cue"`
	Speaker     reader.Text `json:"speaker"`
	SpeakerKind string      `json:"speaker_kind"`
	Inferred    bool        `json:"inferred,omitempty"`
	Confidence  float64     `json:"confidence"`
}

// entityRecord is one entity with its mentions.
type entityRecord struct {
	Name     reader.Text   `json:"name"`
	Type     string        `json:"type"`
	Aliases  []reader.Text `json:"aliases,omitempty"`
	Country  string        `json:"country,omitempty"`
	Mentions []span        `json:"mentions"`
	Roles    []span        `json:"roles,omitempty"` // places that say what a person is
}

// findingsOf returns a digest as it is printed. File is the name of its file.
func findingsOf(file string, d reader.Digest) findings {
	a := d.Article
	p := newProse(&d.Plain)
	f := findings{
		File: file, Title: a.Title, Byline: a.Byline, Published: date(a.Published), Outlet: a.Outlet, URL: a.Address,
		Language: a.Language, Tags: orEmpty(a.Tags), Words: d.Words, Text: p.text, Markdown: a.Markdown,
		Quotes: []quoteRecord{}, Entities: []entityRecord{}, Repairs: orEmpty(a.Repairs),
	}
	for _, q := range d.Quotes {
		content := p.spans(q.Content)
		if len(content) == 0 {
			continue
		}
		f.Quotes = append(f.Quotes, quoteRecord{
			Kind: q.Kind.String(), Content: content, Source: p.spans(q.Source), Cue: orEmpty(p.spans(q.Cue)),
			Speaker: q.Speaker.Name, SpeakerKind: q.Speaker.Kind.String(), Inferred: q.Speaker.Inferred, Confidence: q.Confidence,
		})
	}
	for _, e := range d.Entities {
		if mentions := p.spans(e.Mentions); len(mentions) > 0 {
			f.Entities = append(f.Entities, entityRecord{e.Name, e.Kind.String(), e.Aliases, e.Country, mentions, p.spans(e.Roles)})
		}
	}
	return f
}

// orEmpty makes an absent list an empty one, which JSON shows as [] and not as null.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// date returns a moment as it is printed: the day alone if no more is known.
func date(t time.Time) string {
	t = t.UTC()
	switch {
	case t.IsZero():
		return ""
	case t.Equal(t.Truncate(24 * time.Hour)):
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339)
}

// prose is the running text of an article, and where source offsets stand in it.
type prose struct {
	plain  *reader.Plain
	text   string
	blocks []proseBlock
	marks  []int // code points before each markEvery bytes of plain
}

// proseBlock ties a block of the plain text to the printed text.
type proseBlock struct {
	start, end int // bytes of plain
	first      int // code points of plain before start
	at         int // code points of the printed text before it
}

// markEvery is how many bytes are counted anew for each offset at most.
const markEvery = 256

func newProse(p *reader.Plain) *prose {
	r := &prose{plain: p}
	for i, n := 0, 0; i < len(p.Text); i++ {
		if i%markEvery == 0 {
			r.marks = append(r.marks, n)
		}
		if utf8.RuneStart(p.Text[i]) {
			n++
		}
	}
	var b strings.Builder
	at := 0
	for _, block := range p.Blocks {
		if block.Kind == reader.BlockCaption { // what is beside the text; tables and code are in it
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
			at += 2
		}
		first := r.points(block.Start)
		r.blocks = append(r.blocks, proseBlock{block.Start, block.End, first, at})
		b.WriteString(p.Text[block.Start:block.End])
		at += r.points(block.End) - first
	}
	r.text = b.String()
	return r
}

// points returns how many code points stand before a byte of the plain text.
func (p *prose) points(at int) int {
	at = min(at, len(p.plain.Text))
	i := min(at/markEvery, len(p.marks)-1)
	if i < 0 {
		return 0
	}
	n := p.marks[i]
	for _, c := range []byte(p.plain.Text[i*markEvery : at]) {
		if utf8.RuneStart(c) {
			n++
		}
	}
	return n
}

// spans returns source spans as spans of the printed text. Those that stand
// wholly in what is not printed are left out; none at all is nil.
func (p *prose) spans(source []reader.Span) []span {
	var out []span
	for _, s := range source {
		start, end, ok := p.plain.Range(s)
		if !ok {
			continue
		}
		if s, ok := p.span(start, end); ok {
			out = append(out, s)
		}
	}
	return out
}

// span carries a stretch of the plain text over to the printed text.
func (p *prose) span(start, end int) (span, bool) {
	first := sort.Search(len(p.blocks), func(i int) bool { return p.blocks[i].end > start })
	last := sort.Search(len(p.blocks), func(i int) bool { return p.blocks[i].start >= end }) - 1
	if first > last || first == len(p.blocks) {
		return span{}, false
	}
	a, b := p.blocks[first], p.blocks[last]
	s := span{
		a.at + p.points(max(start, a.start)) - a.first,
		b.at + p.points(min(end, b.end)) - b.first,
	}
	return s, s[0] < s[1]
}
