package entity

import (
	"offprint/reader"
	"offprint/reader/entity/tag"
)

// kindOf turns the tagger's kinds into the reader's.
var kindOf = map[tag.Kind]reader.EntityKind{
	tag.Person: reader.EntityPerson, tag.Organization: reader.EntityOrganization, tag.Place: reader.EntityPlace,
	tag.Nationality: reader.EntityNationality, tag.Event: reader.EntityEvent, tag.Other: reader.EntityOther,
}

// tagByModel marks names with the tagger.
func (x *text) tagByModel() {
	words := make([]string, len(x.Tokens))
	for i := range x.Tokens {
		words[i] = x.word(i)
	}
	ends := make([]int, len(x.Sentences))
	for i, s := range x.Sentences {
		ends[i] = s.Last
	}
	t := tag.NewText(words, ends, x.table)
	for _, n := range tag.Default().Names(t) {
		x.mentions = append(x.mentions, mention{first: n.First, last: n.Last, kind: kindOf[n.Kind], sure: n.Sure})
	}
}
