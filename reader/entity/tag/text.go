package tag

import (
	"unicode"
	"unicode/utf8"

	"offprint/reader/entity/gazetteer"
)

// Text is a text made ready for tagging.
type Text struct {
	words     []word
	sentences []sentence
	table     *gazetteer.Table
	known     lexicon
}

// word is one word with all that is known of it alone.
type word struct {
	text    string
	hash    uint64 // the same for small and capital letters
	flags   gazetteer.Flags
	form    form
	cand    bool
	phrases uint64 // see markPhrases
	cluster uint8  // of words like it, see gazetteer.Table.Cluster
	run     int32  // index of its run of capital words, -1 if it is in none
}

// sentence is words first up to last.
type sentence struct {
	first, last int
	style       style
}

// style tells how the words of a sentence are written.
type style uint8

const (
	normal   style = iota
	headline       // Most Words Begin With a Capital
	shouting       // ALL WORDS ARE CAPITALS
)

// form tells how a word is written.
type form uint8

const (
	formMark form = iota
	formNumber
	formSmall
	formInitial  // A.
	formAcronym  // U.S.
	formCapitals // NATO
	formCapital  // Iran
	formMixed    // McDonald, iPhone
	formCode     // letters and digits: F-16, G20
)

// upper reports whether the form has a capital letter.
func (f form) upper() bool { return f >= formInitial }

// NewText prepares the words of a text. A sentence ends at each of ends, the
// index of the word after it, in rising order.
func NewText(words []string, ends []int, table *gazetteer.Table) *Text {
	t := &Text{words: make([]word, len(words)), table: table}
	t.sentences = make([]sentence, 0, len(ends))
	for i, w := range words {
		h := gazetteer.Hash(w)
		t.words[i] = word{text: w, hash: h, form: formOf(w), flags: table.Find(h), cluster: table.Cluster(h), run: -1}
	}
	first := 0
	for _, end := range ends {
		s := sentence{first: first, last: end}
		s.style = t.styleOf(s)
		t.markCandidates(s)
		t.markPhrases(s)
		t.sentences = append(t.sentences, s)
		first = end
	}
	t.known.learn(t)
	return t
}

// letters counts the characters of a word by kind.
type letters struct{ upper, lower, digits, points int }

func lettersOf(w string) (n letters) {
	for _, r := range w {
		switch {
		case 'a' <= r && r <= 'z':
			n.lower++
		case 'A' <= r && r <= 'Z':
			n.upper++
		case '0' <= r && r <= '9':
			n.digits++
		case r == '.':
			n.points++
		case r < utf8.RuneSelf:
		case unicode.IsUpper(r):
			n.upper++
		case unicode.IsLetter(r):
			n.lower++
		}
	}
	return n
}

// formOf tells how w is written.
func formOf(w string) form {
	n := lettersOf(w)
	first, _ := utf8.DecodeRuneInString(w)
	switch {
	case n.upper == 0 && n.lower == 0:
		if n.digits > 0 {
			return formNumber
		}
		return formMark
	case n.upper == 0:
		return formSmall
	case n.digits > 0:
		return formCode
	case n.lower == 0 && n.upper == 1 && n.points > 0:
		return formInitial
	case n.lower == 0 && n.points > 0:
		return formAcronym
	case n.lower == 0 && n.upper > 1:
		return formCapitals
	case n.upper == 1 && (first < utf8.RuneSelf && 'A' <= first && first <= 'Z' || unicode.IsUpper(first)):
		return formCapital
	}
	return formMixed
}

// styleOf tells how a sentence is written.
func (t *Text) styleOf(s sentence) style {
	small, capital, capitals := 0, 0, 0
	for _, w := range t.words[s.first:s.last] {
		switch {
		case w.form == formSmall && len(w.text) > 3:
			small++
		case w.form == formCapitals:
			capitals++
		case w.form == formCapital || w.form == formMixed:
			capital++
		}
	}
	switch {
	case capitals >= 3 && small == 0 && capitals > 4*capital:
		return shouting
	case capital+capitals >= 3 && 3*small < capital+capitals:
		return headline
	}
	return normal
}

// insideWords are the small words and marks that stand inside names.
var insideWords = map[string]bool{
	"of": true, "the": true, "and": true, "for": true, "in": true, "on": true, "to": true, "a": true, "at": true, "with": true,
	"'s": true, "’s": true, "’ s": true, "' s": true, "'": true, "’": true, "&": true, "-": true, "–": true, "/": true, ".": true, "+": true, "by": true,
	"from": true, "against": true, "under": true, "as": true, "s": true,
	"en": true, "y": true, "e": true, "et": true, "und": true, "für": true, "no": true, "o": true, "ul": true,
}

// openingWords are the small words with which a name may begin.
var openingWords = map[string]bool{
	"de": true, "la": true, "del": true, "der": true, "den": true, "van": true, "von": true, "bin": true, "ibn": true,
	"al": true, "el": true, "da": true, "do": true, "dos": true, "du": true, "des": true, "di": true, "le": true, "les": true,
	"ter": true, "ten": true, "bint": true, "abu": true, "ben": true, "los": true, "las": true,
}

// reach is how many small words may stand between two capital words of a name.
const reach = 2

// markCandidates finds the words that may be part of a name.
func (t *Text) markCandidates(s sentence) {
	left := -1 - reach // the capital word last seen
	for i := s.first; i < s.last; i++ {
		w := &t.words[i]
		switch {
		case w.form.upper():
			w.cand = true
			left = i
		case w.form == formNumber:
			w.cand = left == i-1 && left >= s.first || i+1 < s.last && t.words[i+1].form.upper()
		case openingWords[w.text]:
			w.cand = t.capitalWithin(i+1, s.last)
		case insideWords[w.text]:
			w.cand = left >= s.first && i-left <= reach && t.capitalWithin(i+1, s.last)
		}
	}
}

// capitalWithin reports whether a capital word stands at i or soon behind it,
// with nothing but such small words in between.
func (t *Text) capitalWithin(i, limit int) bool {
	for n := 0; i < limit && n < reach; i, n = i+1, n+1 {
		w := &t.words[i]
		if w.form.upper() {
			return true
		}
		if !insideWords[w.text] && !openingWords[w.text] {
			return false
		}
	}
	return false
}

// phraseFlags are the kinds of phrases that markPhrases looks for, in the order of their bits.
var phraseFlags = [...]gazetteer.Flags{
	gazetteer.City, gazetteer.Town, gazetteer.Country, gazetteer.Demonym, gazetteer.Region, gazetteer.Company,
	gazetteer.Org, gazetteer.Team, gazetteer.Thing, gazetteer.Title, gazetteer.Date, gazetteer.OrgWord,
}

// markPhrases sets, for every phrase of the table that begins at a candidate,
// four bits for each kind of phrase in its words: the whole, the beginning,
// the inside and the last of one. Of phrases that begin at one word only the
// longest of each kind counts.
func (t *Text) markPhrases(s sentence) {
	for i := s.first; i < s.last; i++ {
		if !t.words[i].cand {
			continue
		}
		var longest [len(phraseFlags)]int
		h, f := t.words[i].hash, t.words[i].flags
		for n := 1; ; n++ {
			if f != 0 {
				for k, want := range phraseFlags {
					if f&want != 0 {
						longest[k] = n
					}
				}
			}
			if f&gazetteer.Prefix == 0 || i+n >= s.last || n >= gazetteer.MaxWords {
				break
			}
			h = gazetteer.Join(h, t.words[i+n].hash)
			f = t.table.Find(h)
		}
		for k, n := range longest {
			if n > 0 {
				t.markPhrase(i, n, k)
			}
		}
	}
}

func (t *Text) markPhrase(i, n, k int) {
	if n == 1 {
		t.words[i].phrases |= 1 << (4*k + whole)
		return
	}
	t.words[i].phrases |= 1 << (4*k + begin)
	for j := i + 1; j < i+n-1; j++ {
		t.words[j].phrases |= 1 << (4*k + inside)
	}
	t.words[i+n-1].phrases |= 1 << (4*k + last)
}

// Segment is a run of candidates within one sentence: words First up to Last.
type Segment struct{ First, Last int }

// Segments returns the runs of candidates. All words outside bear no name.
func (t *Text) Segments() []Segment {
	var out []Segment
	for _, s := range t.sentences {
		for i := s.first; i < s.last; {
			if !t.words[i].cand {
				i++
				continue
			}
			j := i
			for j < s.last && t.words[j].cand {
				j++
			}
			out = append(out, Segment{i, j})
			i = j
		}
	}
	return out
}
