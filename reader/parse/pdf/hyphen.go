package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader/clean"
)

// vocabulary is the words of a document, to tell how a divided one is written.
type vocabulary struct {
	count   map[string]int
	words   clean.Words
	english bool
}

func apart(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '’' && r != '\'' }

func newVocabulary(list []paragraph) *vocabulary {
	v := &vocabulary{count: make(map[string]int)}
	blocks := make([]clean.Block, 0, len(list))
	for i := range list {
		blocks = append(blocks, clean.Block{Lines: list[i].lines})
		for _, l := range list[i].lines {
			for _, w := range strings.FieldsFunc(l, apart) {
				v.count[strings.ToLower(w)]++
			}
		}
	}
	v.words = clean.WordsFor(blocks)
	v.english = v.count["the"] > 0 && v.count["and"]+v.count["of"] > 0
	return v
}

// text joins the lines of a paragraph.
func (p *paragraph) text(v *vocabulary) string {
	var b strings.Builder
	for i, l := range p.lines {
		l = strings.TrimSpace(l)
		if i+1 == len(p.lines) {
			b.WriteString(l)
			break
		}
		next := strings.TrimSpace(p.lines[i+1])
		head, soft := strings.CutSuffix(strings.TrimSuffix(l, "\u00ad"), "‐")
		soft = soft || strings.HasSuffix(l, "\u00ad")
		hyphen, hard := strings.CutSuffix(l, "-")
		r, _ := utf8.DecodeLastRuneInString(hyphen)
		switch {
		case soft:
			b.WriteString(head)
		case hard && v.joins(hyphen, next):
			b.WriteString(hyphen)
		case hard && unicode.IsLetter(r), glued(l, next): // a compound; a script without blanks
			b.WriteString(l)
		default:
			b.WriteString(l)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// joins reports whether a word divided at a hyphen is written without it. The
// document's other words tell, then those of English; in other languages a
// hyphen at a line's end is most likely the typesetter's.
func (v *vocabulary) joins(head, next string) bool {
	first := strings.ToLower(head[strings.LastIndexFunc(head, apart)+1:])
	second := strings.ToLower(next)
	if i := strings.IndexFunc(second, apart); i >= 0 {
		second = second[:i]
	}
	if r, _ := utf8.DecodeLastRuneInString(head); !unicode.IsLetter(r) || first == "" || second == "" {
		return false
	}
	one, two := v.count[first+second], v.count[first+"-"+second]
	switch {
	case one != two:
		return one > two
	case !small(next) || strings.Contains(first, "-"):
		return false
	case v.english:
		return !strings.Contains(clean.JoinLines(first+"-", next, v.words, &clean.Notes{}), first+"-")
	}
	return true
}

// glued reports whether two lines are of a script without blanks.
func glued(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	return wideScript(last) && wideScript(first)
}

func wideScript(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff65
}
