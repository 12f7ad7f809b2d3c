package quote

import (
	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/word"
)

// resolve gives every quote the full name of its speaker. It walks through
// the text once and keeps for every person how much the text turns on them.
func (a *analysis) resolve() {
	p := &a.Named
	next := 0 // naming
	a.order = a.order[:0]
	for k := range a.found {
		a.order = append(a.order, int32(k))
	}
	sortByHead(a.order, a.found)
	p.SortNamings()
	s := 0
	pronoun := 0
	for _, k := range a.order {
		f := &a.found[k]
		if f.head == none {
			continue
		}
		for s+1 < len(a.Sentences) && a.Sentences[s+1].First <= f.head {
			s++
		}
		a.Walk(&next, &pronoun, f.head)
		a.name(f)
		a.spokeNow(f, a.SentenceOf(int(f.head)))
	}
	for k := range a.found {
		a.finish(&a.found[k])
	}
}

// name finds who the source of f is.
func (a *analysis) name(f *found) {
	p, t := &a.Named, &a.Tokens[f.head]
	s := a.SentenceOf(int(f.head))
	if id := p.ByShortRole(&a.Analysis, f.head, s); id != none {
		f.person, f.by = id, evidenceRole
		p.Raise(id, s, 2)
		return
	}
	if n := p.At[f.head]; n != none && !a.officeOf(f, n) {
		a.nameNamed(f, n, s)
		return
	}
	if id := a.misspelt(f); id != none && a.Language.Full {
		f.person, f.by = id, evidenceRole
		p.Raise(id, s, 2)
		return
	}
	if word.EqualFold(a.Text[t.Start:t.End], "it") && p.Body != none && s-p.BodyAt <= 2 {
		f.person, f.by, p.BodyAt = p.Body, evidencePronoun, s
		return
	}
	if id := a.nameBeside(f); id != none {
		f.person, f.by = id, evidenceFull
		p.Raise(id, s, 3)
		return
	}
	if g := a.PronounGender(t); g != grammar.GenderUnknown {
		a.namePronoun(f, g, s)
		return
	}
	if f.group = a.group(f, s); f.group.end > 0 {
		f.by = evidencePronoun
		return
	}
	a.nameRole(f, s)
}

// nameNamed gives f, whose source turns on naming n in sentence s, who is named there.
func (a *analysis) nameNamed(f *found, n, s int32) {
	p := &a.Named
	x := &p.Namings[n]
	f.by = evidenceShort
	if f.group = a.both(f, n); f.group.end > 0 {
		p.Raise(x.Person, s, 3)
		return
	}
	f.person = x.Person
	if x.Last-x.First > 1 {
		f.by = evidenceFull
	}
	p.Raise(f.person, s, 3)
	if p.List[f.person].Kind != reader.EntityPerson {
		p.Body, p.BodyAt = f.person, s
	}
}

// nameBeside returns the person whose name stands beside the source of f or
// ends it, or none.
func (a *analysis) nameBeside(f *found) int32 {
	p := &a.Named
	if f.alias != none && p.At[f.alias] != none {
		if id := p.Namings[p.At[f.alias]].Person; p.List[id].Kind == reader.EntityPerson {
			return id
		}
	}
	if id := a.calledBy(f); id != none {
		return id
	}
	if id := p.BehindBrackets(&a.Analysis, f.head); id != none {
		return id
	}
	if id := a.writerOf(f); id != none {
		return id
	}
	return a.nameInside(f)
}

// nameRole finds who the role is that the source of f tells, in sentence s.
func (a *analysis) nameRole(f *found, s int32) {
	p := &a.Named
	if id := a.ofPair(f, s); id != none {
		f.person, f.by = id, evidenceRole
		p.Raise(id, s, 2)
		return
	}
	first := a.sourceFirst(f)
	if a.ageSource(f) {
		if f.person = p.Weightiest(s); f.person != none {
			f.by = evidencePronoun
			p.Raise(f.person, s, 2)
		}
		return
	}
	if a.severalRoles(f.head) {
		return
	}
	definite := a.Tokens[first].Word.Is(word.Det|word.Poss) || a.Language.Bare && first == f.head || a.Owned(first, f.head)
	if definite && !a.indefinite(first) && a.RoleLike(f.head) {
		f.person, f.by = p.ByRole(&a.Analysis, first, f.head, s), evidenceRole
		switch {
		case f.person != none:
		case a.Language.Full:
			if f.person = a.byBroader(first, f.head, s); f.person == none {
				f.person = p.ByRoleSoon(&a.Analysis, first, f.head)
			}
			if f.person == none {
				f.person = a.byEpithet(f, first, s)
			}
		default:
			f.person = p.ByRoleLater(&a.Analysis, f.head)
		}
		if f.person != none {
			p.Raise(f.person, s, 2)
		}
	}
}

// namePronoun finds who the pronoun of f is, and learns a gender from it.
func (a *analysis) namePronoun(f *found, g grammar.Gender, sentence int32) {
	p := &a.Named
	f.by = evidencePronoun
	if id := a.whoWasAsked(f, g, sentence); id != none {
		f.person = id
		p.Raise(id, sentence, 3)
		return
	}
	f.person = p.ByPronoun(g, sentence, func(id int32) bool { return a.namedIn(f, id) })
	if f.person == none {
		f.group.start, f.group.end = p.SayUnnamed(g, sentence)
		return
	}
	if x := &p.List[f.person]; x.Gender == grammar.GenderUnknown {
		x.Gender = g
	}
	p.Raise(f.person, sentence, 2)
}

// namedIn reports whether the marked words of f name person id: people seldom
// speak of themselves by name.
func (a *analysis) namedIn(f *found, id int32) bool {
	p := &a.Named
	for q := f.first; q != none; q = a.parts[q].next {
		first, last := a.TokensIn(int(a.parts[q].start), int(a.parts[q].end))
		for i := first; i < last; i++ {
			if n := p.At[i]; n != none && a.Tokens[i].Run != none && p.Namings[n].Person == id {
				return true
			}
		}
	}
	return false
}

// sourceFirst returns the first token of the source.
func (a *analysis) sourceFirst(f *found) int32 {
	i := f.head
	for i > 0 && a.Tokens[i-1].Start >= f.source.start {
		i--
	}
	return i
}

// finish writes the speaker of f.
func (a *analysis) finish(f *found) {
	if f.source.start >= f.source.end {
		return
	}
	if f.person != none {
		x := &a.Named.List[f.person]
		if x.Shown == "" {
			x.Shown = reader.CleanLine(x.Name)
		}
		f.speaker.Name = x.Shown
		f.speaker.Kind = reader.SpeakerOrganization
		if x.Kind == reader.EntityPerson {
			f.speaker.Kind = reader.SpeakerPerson
		}
		f.confidence = a.confidenceOf(f)
		return
	}
	if f.group.end > 0 {
		f.speaker.Kind = reader.SpeakerRole
		a.show(f, f.group)
		return
	}
	if kind, told := a.kindOfSource(f); told {
		f.speaker.Kind = kind
		a.show(f, f.source)
	} else {
		f.speaker.Kind = reader.SpeakerUnknown
	}
}

// kindOfSource tells what the source of f is, which names nobody that is known;
// told is whether its words tell who speaks at all.
func (a *analysis) kindOfSource(f *found) (kind reader.SpeakerKind, told bool) {
	t := &a.Tokens[f.head]
	w := t.Word
	if w.Is(word.Pron|word.Object|word.Rel|word.Poss) && !w.Is(word.Number) {
		return reader.SpeakerUnknown, false
	}
	told = !a.Language.Full || a.speaker(f.head) || f.how == patternLabel || f.how == patternSigned
	role := w.Is(word.Role|word.Title|word.Saying) || w.Is(word.Det|word.Conj|word.Number) && t.Kind == grammar.KindWord // Another, Neither of them
	switch {
	case role || a.LetterFor(int(f.head)):
		return reader.SpeakerRole, told
	case f.how == patternLabel:
		return reader.SpeakerUnknown, told
	case a.Language.Nouns && a.Tokens[a.sourceFirst(f)].Word.Is(word.Det): // der Landwirt
	case t.Upper || w.Is(word.Org):
		return reader.SpeakerOrganization, told
	}
	return reader.SpeakerRole, told
}

// show lets the words s stand for the speaker of f.
func (a *analysis) show(f *found, s span) {
	f.speaker.Name = reader.CleanLine(a.sourceText(s))
	f.confidence = a.confidenceOf(f)
}
