package entity

import (
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
	"offprint/reader/token"
)

// trim narrows a mention to the name: no "the" or title before it and no
// 's behind it, since none is part of what things are called.
func (x *text) trim(m mention) mention {
	for m.last-m.first > 1 {
		switch w := x.word(m.last - 1); {
		case w == "'s", w == "’s", w == "’ s", w == "' s", w == "'", w == "’", w == ",", w == "-":
			m.last--
			continue
		}
		if w := x.word(m.first); w == "the" || m.kind != reader.EntityOther && (w == "The" || w == "THE") {
			m.first++
			continue
		}
		if m.kind == reader.EntityPerson && (x.isTitle(m.first) || x.occupied(m)) {
			m.first++
			continue
		}
		if x.leading(m) {
			m.first++
			continue
		}
		break
	}
	return m
}

// abstract reports whether a word ends like the plural of what somebody does or
// writes, as no given name does.
func abstract(w string) bool {
	for _, e := range [...]string{"tions", "sions", "ments", "ities", "nesses", "ances", "ences"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// leading reports whether the first word of m only stands before the name: a
// year, a month before a body of the tables, and, at the beginning of a
// sentence, what has its capital from there.
func (x *text) leading(m mention) bool {
	w, next := x.word(m.first), x.word(m.first+1)
	if x.language != english || m.kind == reader.EntityOther || m.kind == reader.EntityEvent || m.kind == reader.EntityNationality {
		return false
	}
	if m.kind == reader.EntityPerson && formWords[w] && m.first > 0 && (x.word(m.first-1) == "&" || strings.HasSuffix(w, ".")) { // Tarn & Co. Anna Marsh
		return true
	}
	if m.kind == reader.EntityPerson && x.opens(m.first) && abstract(w) && x.table.Find(x.hashes[m.first])&gazetteer.First == 0 {
		return true // Submissions Marsh made
	}
	if theirs[w] && x.opens(m.first) {
		return next != "Majesty" && next != "Highness"
	}
	if openers[w] && x.opens(m.first) {
		return next == "the" || m.kind != reader.EntityOrganization
	}
	if m.kind == reader.EntityPerson && x.shapes[m.first] != small && x.hyphenated(w) {
		return true
	}
	if m.kind != reader.EntityOrganization {
		return false
	}
	if len(w) == 4 && (w[:2] == "20" || w[:2] == "19") && x.Tokens[m.first].Kind == token.Number {
		return true
	}
	return x.table.Find(x.hashes[m.first])&gazetteer.Date != 0 && x.listed(mention{first: m.first + 1, last: m.last})
}

// hyphenated reports whether w is a common word for somebody, made of several,
// with a capital from its place: Singer-actor, Eight-year-old.
func (x *text) hyphenated(w string) bool {
	first, rest, ok := strings.Cut(w, "-")
	if !ok || len(first) < 3 || len(rest) < 3 || rest[0] < 'a' || rest[0] > 'z' {
		return false
	}
	return strings.HasSuffix(w, "-old") || occupations[rest] || strings.HasSuffix(rest, "born") || strings.HasSuffix(rest, "elect")
}

// theirs stand before names at the beginning of sentences, and so do those in
// openers, "the" behind them or not.
var (
	theirs  = wordSet("His Her Its Their")
	openers = wordSet("And But So If In At From For With On By When While As Then Now Yet Or Because Since After Before Although Though Not Even Only")
)

// occupied reports whether m begins with what a person does, which has its
// capital from its place: Skipper Milo Tarn.
func (x *text) occupied(m mention) bool {
	w := x.word(m.first)
	return m.last-m.first > 1 && x.language == english && x.opens(m.first) && x.shapes[m.first] == capital && !kin[w] &&
		occupations[strings.ToLower(w)] && x.table.Find(x.hashes[m.first])&gazetteer.First == 0
}

// kin are occupations that are names, too, with a capital.
var kin = wordSet("Father Mother Brother Sister Son Judge Bishop Driver Chief Hooker Wing Boss Prop Conductor")

// titleless returns m without the titles before it, and the body or country
// that stands before them: U.N. Secretary-General Anna Marsh.
func (x *text) titleless(m mention) []mention {
	before := m
	m.first = x.behindTitles(m)
	if m.first == before.first || x.language != english || x.isTitle(before.first) {
		return []mention{m}
	}
	n, f := x.match(before.first, m.first, placeFlags|orgFlags)
	if f == 0 || n == 1 && x.table.Find(x.hashes[before.first])&gazetteer.Lower != 0 || f&gazetteer.Region != 0 && f&gazetteer.Country == 0 && n < 2 {
		return []mention{m}
	}
	before.last = before.first + n
	before.kind = x.kindOf(before.first, before.last)
	return []mention{before, m}
}

// behindTitles returns where a person's name begins behind the titles that
// were taken for part of it: the Amir of Kuwait Sheikh Nawaf, Pol Col Kissana.
func (x *text) behindTitles(m mention) int {
	first, phrase := m.first, false
	if m.kind != reader.EntityPerson {
		return first
	}
	for i := m.first; i < m.last-1; i++ {
		w, title := x.word(i), x.isTitle(i)
		if surely[w] || phrase && title || x.office(i) {
			first = i + 1
		}
		phrase = phrase || w == "the" || w == "of" || title && i == m.first
	}
	return first
}

// surely are titles that stand in no name.
var surely = wordSet(`Capt Col Brig Gen Lt Maj Sgt Cmdr Adm Insp Supt Dr Mr Mrs Ms Prof Envoy Ambassador Minister President Senator Governor
	Secretary Secretary-General Director Director-General Chair Chairman Chairwoman Chancellor Premier Speaker Spokesman Spokeswoman Commissioner Inspector Superintendent`)

// office reports whether token i is the short title of who sits for a place,
// whose name may stand before it: Minnesota Sen. Norm Coleman. Without the stop
// it may be a surname.
func (x *text) office(i int) bool {
	w := x.word(i)
	short := strings.TrimSuffix(w, ".")
	return offices[short] && (short != w || i+1 < len(x.Tokens) && x.word(i+1) == ".")
}

var offices = wordSet("Sen Sens Rep Reps Gov Govs")

// ranks are titles that are given names or words too, but hardly ever begin a
// person's full name.
var ranks = wordSet(`Prince Princess King Queen Sheikh Sheik Pope Judge Justice Rabbi General Major Captain Bishop Sir Lord Uncle
	Aunt Sister Father Brother Crown Highness Majesty Excellency Commodore Brigadier Admiral Maulana Alhaji
	Grandmother Grandfather Auntie Counselor Counsellor Judges Justices Assemblyman Assemblywoman Mullah His Her`)

// isTitle reports whether the word at token i is a title and no given name.
func (x *text) isTitle(i int) bool {
	if ranks[x.word(i)] || x.word(i) == "First" && i+1 < len(x.Tokens) && x.word(i+1) == "Lady" || x.word(i) == "Lady" && i > 0 && x.word(i-1) == "First" {
		return true
	}
	f := x.table.Find(x.hashes[i])
	return f&gazetteer.Title != 0 && f&gazetteer.First == 0
}

// onlyTitles reports whether m is nothing but titles: His Highness, First Lady.
func (x *text) onlyTitles(m mention) bool {
	for i := m.first; i < m.last; i++ {
		if w := x.word(i); !x.isTitle(i) && w != "the" && w != "The" {
			return false
		}
	}
	return true
}

// span returns a mention's bytes of the plain text.
func (x *text) span(m mention) (start, end int) {
	return x.Tokens[m.first].Start + m.skip, x.Tokens[m.last-1].End
}

// name returns a mention as a name on one line.
func (x *text) name(m mention) reader.Text {
	start, end := x.span(m)
	return reader.CleanLine(x.Text[start:end])
}

// keyMarks are the marks that plainKey changes.
var keyMarks = strings.NewReplacer("’", "'", ".", "")

// plainKey is a name as it is compared: small letters, straight apostrophes, no points.
func plainKey(name string) string {
	name = strings.ToLower(name)
	if strings.IndexByte(name, '.') < 0 && strings.IndexByte(name, 0xe2) < 0 {
		return name
	}
	return keyMarks.Replace(name)
}
