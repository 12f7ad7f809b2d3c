package entity

import (
	"regexp"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
)

// quotation is the code of a share between the marks that agencies put it in.
var quotation = regexp.MustCompile(`^(?:[A-Z0-9]{1,6}[a-z]{0,2}\.[A-Z]{1,3}|(?:NYSE|NASDAQ|Nasdaq|LSE|TSX|ASX|HKEX): ?[A-Z0-9.]{1,6})$`)

// quotedShare is the longest code of a share, in bytes.
const quotedShare = 20

// tickers makes organisations of the names before the codes of shares, and
// takes the codes out: Nordwind (NWND.OL) said.
func (x *text) tickers() {
	if x.language != english {
		return
	}
	for i := 1; i+2 < len(x.Tokens); i++ {
		if x.word(i) != "(" && x.word(i) != "<" || x.shapes[i-1] < capital && x.shapes[i-1] != other {
			continue
		}
		end := x.shareEnd(i)
		if end == 0 {
			continue
		}
		x.traded(i)
		x.clear(i, end)
	}
}

// shareEnd returns the token that closes the marks that open at token i, if
// the code of a share stands between them; else 0.
func (x *text) shareEnd(i int) int {
	for k := i + 2; k < len(x.Tokens) && x.Tokens[k].Start-x.Tokens[i].End <= quotedShare; k++ {
		if w := x.word(k); w == ")" || w == ">" {
			if quotation.MatchString(x.Text[x.Tokens[i].End:x.Tokens[k].Start]) {
				return k
			}
			return 0
		}
	}
	return 0
}

// traded makes an organisation of the name that ends before token i.
func (x *text) traded(i int) {
	for n := range x.mentions {
		if m := &x.mentions[n]; m.last == i {
			if m.kind != reader.EntityNationality {
				m.kind, m.sure = reader.EntityOrganization, 0.98
			}
			return
		} else if m.first >= i {
			break
		}
	}
	first := i
	for first > 0 && i-first < mostCalled && x.shapes[first-1] >= capital && x.near(first-1) {
		first--
	}
	for first < i && (x.isTitle(first) || x.table.Find(x.hashes[first])&gazetteer.Demonym != 0) {
		first++
	}
	if _, taken := x.mentionAt(first); first < i && !taken {
		x.put(mention{first: first, last: i, kind: reader.EntityOrganization, sure: 0.9})
	}
}

// clear drops the mentions between two tokens.
func (x *text) clear(first, last int) {
	kept := x.mentions[:0]
	for _, m := range x.mentions {
		if m.first < first || m.last > last {
			kept = append(kept, m)
		}
	}
	x.mentions = kept
}
