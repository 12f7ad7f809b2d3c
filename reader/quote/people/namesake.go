package people

import (
	"strings"

	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// keepSurnames gives a surname that stands alone back to whom the text turned on
// before it named a namesake in passing: Trump is not his niece from there on.
func (p *Named) keepSurnames(a *Analysis) {
	if !a.Language.Full {
		return
	}
	for id := range p.List {
		y := &p.List[id]
		if y.Kind != reader.EntityPerson || y.First == "" || y.Last == "" || !p.hasNamesake(int32(id)) {
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
		for n := range p.Namings {
			if x := &p.Namings[n]; x.Person == int32(id) && x.Last-x.First == 1 && x.title == grammar.GenderUnknown && a.Spelled(int(x.First), y.Last) {
				x.Person = k
				p.List[k].all++
				y.all--
			}
		}
	}
}

// hasNamesake reports whether somebody else has the surname of person id.
func (p *Named) hasNamesake(id int32) bool {
	for k := range p.List {
		if x := &p.List[k]; int32(k) != id && x.First != "" && x.Last == p.List[id].Last && x.Kind == reader.EntityPerson {
			return true
		}
	}
	return false
}

// firstFull returns the token at which person id is first named in full, or none.
func (p *Named) firstFull(id int32) int32 {
	at := int32(none)
	for k := range p.Namings {
		if n := &p.Namings[k]; n.Person == id && n.Last-n.First > 1 && (at == none || n.First < at) {
			at = n.First
		}
	}
	return at
}

// namesakeBefore returns who of the same surname as person id is named in full
// before token at, the first of them, or none.
func (p *Named) namesakeBefore(id, at int32) int32 {
	best := int32(none)
	for k := range p.List {
		x := &p.List[k]
		if int32(k) == id || x.Kind != reader.EntityPerson || x.First == "" || x.Last != p.List[id].Last {
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
func (p *Named) takesOver(a *Analysis, id, at int32) bool {
	if a.relative(at) {
		return false
	}
	if a.inOffice(at) {
		return true
	}
	bare := 0
	for k := range p.Namings {
		if n := &p.Namings[k]; n.First < at && n.Last-n.First == 1 && a.Spelled(int(n.First), p.List[id].Last) {
			bare++
		}
	}
	return bare < 2 && !a.inOffice(p.firstFull(id))
}

// inOffice reports whether a title or role stands before the name at token at.
func (a *Analysis) inOffice(at int32) bool {
	if at == 0 {
		return false
	}
	t := &a.Tokens[at-1]
	return t.Kind == grammar.KindWord && t.Word.Is(word.Title|word.Role) && !t.Word.Is(word.Plural) && a.Text[t.End-1] != 's'
}

// relative reports whether the name at token at follows words for a relative of
// somebody told of before: his wife, First Lady; Lind's niece.
func (a *Analysis) relative(at int32) bool {
	for i := at - 1; i > 0 && i > at-8; i-- {
		t := &a.Tokens[i]
		w := strings.ToLower(a.Text[t.Start:t.End])
		switch {
		case relatives[w]:
			return a.Tokens[i-1].Word.Is(word.Poss) || a.Tokens[i-1].Word.Is(word.Adj|word.Number) && i > 1 && a.Tokens[i-2].Word.Is(word.Poss)
		case t.Kind == grammar.KindPunct && t.Sign == ',', t.Kind == grammar.KindWord && (t.Upper || t.Word.Is(word.Adj|word.Role|word.Title)):
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
