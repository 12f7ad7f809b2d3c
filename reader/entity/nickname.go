package entity

import (
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// sonOf stand in Arabic and Hebrew names before the father's.
var sonOf = wordSet("bin ibn bint ben")

// nicknames are short forms by which English given names go, with the name that they stand for.
var nicknames = func() map[string]string {
	m := map[string]string{}
	for line := range strings.SplitSeq(`bill will willie billy william|bob bobby rob robbie robert|dick rick ricky richard|jim jimmy jamie james|
joe joey joseph|mike mikey michael|tom tommy thomas|dave davey david|dan danny daniel|tony anthony|ted ed eddie edward|ben benny benjamin|
chris christopher|nick nicholas|matt matthew|andy drew andrew|steve steven|greg gregory|jeff jeffrey|ken kenny kenneth|ron ronnie ronald|
don donnie donald|tim timothy|pete peter|phil philip|sam samuel|charlie chuck charles|jack johnny john|larry lawrence|jerry gerald|
liz beth betsy betty lizzie elizabeth|kate katie kathy katherine|sue susie susan|peggy maggie meg margaret|jenny jen jennifer|
becky rebecca|vicky victoria|debbie deborah|cathy catherine|pam pamela|patty trish patricia|abby abigail|alex alexander|gus augustus|
fred frederick|hank harry henry|vince vincent|walt walter|zach zachary|josh joshua|nate nathan|doug douglas|gabe gabriel|bernie bernard`, "|") {
		names := strings.Fields(line)
		for _, short := range names[:len(names)-1] {
			m[short] = names[len(names)-1]
		}
	}
	return m
}()

// nicknamed makes one name of a person's whose nickname stands in it in
// quotation marks: Robert "Bobby" Tanaka.
func (x *text) nicknamed() {
	kept := make([]mention, 0, len(x.mentions))
	for _, m := range x.mentions { // in order
		if n := len(kept); n > 0 && kept[n-1].last > m.first {
			continue // taken into the name before
		}
		if m.kind == reader.EntityPerson && x.quotedName(m.last) {
			if next, ok := x.mentionAt(m.last + 3); ok && next.kind == reader.EntityPerson {
				m.last = next.last
			} else if !ok && m.last-m.first == 1 && x.table.Find(x.hashes[m.last+3])&(gazetteer.Title|gazetteer.Lower|gazetteer.Date) == 0 {
				m.last += 4
			}
		}
		kept = append(kept, m)
	}
	x.mentions = kept
}

// quotedName reports whether one word in quotation marks follows at token i, and a capital word behind it.
func (x *text) quotedName(i int) bool {
	return x.language == english && i+3 < len(x.Tokens) && x.near(i-1) && x.near(i+2) && closing[x.word(i)] != "" &&
		x.word(i+2) == closing[x.word(i)] && x.shapes[i+1] >= capital && x.shapes[i+3] >= capital
}
