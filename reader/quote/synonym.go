package quote

import (
	"strings"

	"offprint/reader"
	"offprint/reader/quote/word"
)

// broader are the words by which a text goes on about somebody whom it
// introduced by a narrower one: the lawmaker, who is a senator.
var broader = map[string]string{
	"lawmaker":        "lawmaker legislator parliamentarian mp mep senator congressman congresswoman deputy representative assemblyman assemblywoman backbencher councillor",
	"legislator":      "lawmaker parliamentarian mp mep senator congressman congresswoman deputy representative assemblyman assemblywoman",
	"parliamentarian": "lawmaker legislator mp mep senator deputy",
	"mp":              "lawmaker legislator parliamentarian backbencher deputy",
	"politician":      "lawmaker legislator parliamentarian mp mep senator congressman congresswoman governor mayor minister",
	"official":        "minister secretary undersecretary commissioner director governor envoy ambassador director-general chief head superintendent administrator spokesman spokeswoman spokesperson mayor",
	"diplomat":        "ambassador envoy",
	"lawyer":          "attorney counsel",
	"attorney":        "lawyer counsel",
	"spokesperson":    "spokesman spokeswoman",
	"scientist":       "professor researcher physicist biologist chemist geologist",
	"researcher":      "scientist professor author co-author",
	"academic":        "professor lecturer historian economist",
	"scholar":         "professor historian",
	"cleric":          "imam bishop archbishop priest pastor ayatollah rabbi sheikh",
	"chair":           "chairman chairwoman chairperson",
	"chairperson":     "chairman chairwoman chair",
	"chief":           "director-general commissioner director superintendent governor head",
	"head":            "director-general commissioner director chief president chairman principal",
	"boss":            "director-general chairman president executive ceo chief director manager coach",
	"cop":             "officer detective sergeant",
	"officer":         "detective sergeant lieutenant inspector captain",
	"leader":          "president premier chancellor chairman",
	"physician":       "doctor surgeon",
	"filmmaker":       "director",
	"vocalist":        "singer",
	"entrepreneur":    "founder co-founder",
}

// narrower reports whether word is one of those that the broader one stands for.
func narrower(word, words string) bool {
	for rest := words; rest != ""; {
		w, more, _ := strings.Cut(rest, " ")
		if strings.EqualFold(w, word) {
			return true
		}
		rest = more
	}
	return false
}

// byBroader returns who was introduced by a word that is narrower than the role
// at token head: the official, who is the minister. It is who spoke last if the
// words fit them, else the only one whom they fit, or none.
func (a *analysis) byBroader(first, head, sentence int32) int32 {
	p := &a.Named
	word := strings.ToLower(a.Text[a.Tokens[head].Start:a.Tokens[head].End])
	words := broader[word]
	if words == "" {
		return none
	}
	only, several := int32(none), false
	for k := range p.Roles {
		r := &p.Roles[k]
		if !r.Head || r.Token >= head || r.Person == only || !narrower(r.Word, words) || !a.fitsWords(first, head, r.Person, word == "leader" || word == "head" || word == "chief") {
			continue
		}
		if only != none {
			several = true
		}
		if r.Person == p.Spoke && sentence-p.SpokeAt <= 2 && !p.StrangerSince(word, 0, head) {
			return r.Person
		}
		only = r.Person
	}
	if only == none || several || p.StrangerSince(word, 0, head) {
		return none
	}
	return only
}

// fitsWords reports whether every word before the role at token head is one
// that the text told person id by, at least one if told.
func (a *analysis) fitsWords(first, head, id int32, told bool) bool {
	for i := first; i < head; i++ {
		t := &a.Tokens[i]
		if t.Word.Is(word.Det | word.Poss) {
			continue
		}
		if !a.Named.HasKindred(id, a.Text[t.Start:t.End]) {
			return false
		}
		told = false
	}
	return !told
}

// spokeNow remembers who spoke last, in sentence s; it is nobody if they asked.
func (a *analysis) spokeNow(f *found, s int32) {
	p := &a.Named
	p.Spoke, p.SpokeAt = f.person, s
	if f.person != none && (p.List[f.person].Kind != reader.EntityPerson || a.putQuestion(f)) {
		p.Spoke = none
	}
}
