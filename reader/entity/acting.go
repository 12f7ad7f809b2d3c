package entity

import (
	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// acts are what only somebody does.
var acts = wordSet(`said says told announced declined agreed reported posted urged warned accused denied sacked fired hired signed sold
	bought launched rejected welcomed condemned confirmed published appointed criticised criticized`)

// actingAcronyms marks what is written in capitals and acts, where the tagger
// passed it over: "RTKV fired". A line in capitals is a heading.
func (x *text) actingAcronyms() {
	if x.language != english {
		return
	}
	const others = gazetteer.Lower | gazetteer.Title | gazetteer.Date | gazetteer.Thing | placeFlags | gazetteer.Demonym
	for i := 0; i+1 < len(x.Tokens); i++ {
		if x.shapes[i] != capitals || len(x.word(i)) < 3 || !acts[x.word(i+1)] || !x.near(i) || x.table.Find(x.hashes[i])&others != 0 {
			continue
		}
		if i > 0 && x.near(i-1) && x.shapes[i-1] >= capital {
			continue
		}
		if _, ok := x.mentionAt(i); !ok {
			x.put(mention{first: i, last: i + 1, kind: reader.EntityOrganization, sure: unsure})
		}
	}
}
