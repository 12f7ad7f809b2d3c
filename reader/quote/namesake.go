package quote

import (
	"strings"

	"offprint/reader"
)

// keepSurnames gives a surname that stands alone back to whom the text turned on
// before it named a namesake in passing: Trump is not his niece from there on.
func (p *people) keepSurnames(a *analysis) {
	if !a.language.full {
		return
	}
	for id := range p.list {
		y := &p.list[id]
		if y.kind != reader.EntityPerson || y.first == "" || y.last == "" || !p.hasNamesake(int32(id)) {
			continue
		}
		own := p.firstFull(int32(id))
		if own == none {
			continue
		}
		k := p.namesakeBefore(int32(id), own)
		if k == none || p.takesOver(a, k, own) {
			continue
		}
		for n := range p.namings {
			if x := &p.namings[n]; x.person == int32(id) && x.last-x.first == 1 && x.title == genderUnknown && a.spelled(int(x.first), y.last) {
				x.person = k
				p.list[k].all++
				y.all--
			}
		}
	}
}

// hasNamesake reports whether somebody else has the surname of person id.
func (p *people) hasNamesake(id int32) bool {
	for k := range p.list {
		if x := &p.list[k]; int32(k) != id && x.first != "" && x.last == p.list[id].last && x.kind == reader.EntityPerson {
			return true
		}
	}
	return false
}

// firstFull returns the token at which person id is first named in full, or none.
func (p *people) firstFull(id int32) int32 {
	at := int32(none)
	for k := range p.namings {
		if n := &p.namings[k]; n.person == id && n.last-n.first > 1 && (at == none || n.first < at) {
			at = n.first
		}
	}
	return at
}

// namesakeBefore returns who of the same surname as person id is named in full
// before token at, the first of them, or none.
func (p *people) namesakeBefore(id, at int32) int32 {
	best := int32(none)
	for k := range p.list {
		x := &p.list[k]
		if int32(k) == id || x.kind != reader.EntityPerson || x.first == "" || x.last != p.list[id].last {
			continue
		}
		if f := p.firstFull(int32(k)); f != none && f < at {
			best, at = int32(k), f
		}
	}
	return best
}

// takesOver reports whether the one who is first named in full at token at has
// the surname alone from there on, and no longer person id: not a relative, nor
// somebody without an office beside one who has an office or was called so before.
func (p *people) takesOver(a *analysis, id, at int32) bool {
	if a.relative(at) {
		return false
	}
	if a.inOffice(at) {
		return true
	}
	bare := 0
	for k := range p.namings {
		if n := &p.namings[k]; n.first < at && n.last-n.first == 1 && a.spelled(int(n.first), p.list[id].last) {
			bare++
		}
	}
	return bare < 2 && !a.inOffice(p.firstFull(id))
}

// inOffice reports whether a title or role stands before the name at token at.
func (a *analysis) inOffice(at int32) bool {
	if at == 0 {
		return false
	}
	t := &a.tokens[at-1]
	return t.kind == kindWord && t.word.is(isTitle|isRole) && !t.word.is(isPlural) && a.text[t.end-1] != 's'
}

// relative reports whether the name at token at follows words for a relative of
// somebody told of before: his wife, First Lady; Lind's niece.
func (a *analysis) relative(at int32) bool {
	for i := at - 1; i > 0 && i > at-8; i-- {
		t := &a.tokens[i]
		w := strings.ToLower(a.text[t.start:t.end])
		switch {
		case relatives[w]:
			return a.tokens[i-1].word.is(isPoss) || a.tokens[i-1].word.is(isAdj|isNumber) && i > 1 && a.tokens[i-2].word.is(isPoss)
		case t.kind == kindPunct && t.sign == ',', t.kind == kindWord && (t.upper || t.word.is(isAdj|isRole|isTitle)):
		default:
			return false
		}
	}
	return false
}

// relatives are the words for one of a family.
var relatives = map[string]bool{
	"mother": true, "father": true, "wife": true, "husband": true, "widow": true, "widower": true, "son": true, "daughter": true,
	"brother": true, "sister": true, "aunt": true, "uncle": true, "cousin": true, "niece": true, "nephew": true,
	"grandmother": true, "grandfather": true, "grandson": true, "granddaughter": true, "ex-wife": true, "ex-husband": true,
	"stepfather": true, "stepmother": true, "son-in-law": true, "daughter-in-law": true, "brother-in-law": true, "sister-in-law": true,
}
