package entity

import (
	"slices"
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
	"offprint/reader/token"
)

// What somebody is stands for him where the text says so before: after
// "Russian Foreign Minister Sergei Lavrov" both "the foreign minister" and "the
// minister" are Lavrov, unless another minister comes in between who is not
// named, or two are. A place that may be anybody else's is left alone.

// phrase is what somebody is called by: "the Russian foreign minister".
type phrase struct {
	first, last int // tokens, the article included
	head        string
	words       []string // what it says besides: foreign; of "minister of finance": finance
	limits      []string // those of the words that make another office of it: former, vice
	country     string
	det         string // the article, or the pronoun in its place; "'s" behind an owner
	open        bool   // it goes on with something that is not understood
}

// tie is a phrase that the text ties to somebody.
type tie struct {
	phrase
	who *thing
}

// fits reports whether p may mean the one who is tied: it says nothing that the
// tie does not, and names the same office.
func (t *phrase) fits(p *phrase) bool {
	if t.head != p.head || p.open || p.country != "" && p.country != t.country || !slices.Equal(p.limits, t.limits) {
		return false
	}
	for _, w := range p.words {
		if !slices.Contains(t.words, w) {
			return false
		}
	}
	return true
}

// people finds the thing that a person's mention belongs to by its tokens.
type people struct{ starting, ending map[int]*thing }

// roles gives each person the places that call him by what he is.
func (x *text) roles(things []*thing) {
	if x.language != english {
		return
	}
	who, taken := x.mentioned(things)
	// An article that ties more than that is a book: who is meant is past telling.
	const mostTold = 2000
	var ties []tie
	var others []phrase // said of somebody who is not named
	for _, s := range x.Sentences {
		for i := s.First; i < s.Last; i++ {
			head := roleHeads()[x.hashes[i]]
			if head == "" || taken[i] || len(ties)+len(others) > mostTold {
				continue
			}
			p := x.rolePhrase(i, s.First, s.Last, head)
			switch t := x.tied(&p, who); {
			case t != nil:
				ties = append(ties, tie{p, t})
			case p.det == "the" || p.country != "" && p.det != "a":
				if t := meant(ties, others, &p); t != nil {
					if x.closedBehind(p.last) {
						t.roles = append(t.roles, mention{first: p.first, last: p.last, kind: t.kind})
					}
				} else if p.open || len(p.words) > len(p.limits) || p.country != "" {
					others = append(others, p)
				}
			case p.det != "":
				others = append(others, p)
			}
		}
	}
}

// mentioned returns the people by their mentions, and the tokens that belong
// to a name; nationalities may be part of a role.
func (x *text) mentioned(things []*thing) (who people, taken []bool) {
	who = people{map[int]*thing{}, map[int]*thing{}}
	taken = make([]bool, len(x.Tokens))
	for _, t := range things {
		for _, m := range t.mentions {
			if t.kind == reader.EntityPerson {
				who.starting[m.first], who.ending[m.last] = t, t
			}
			if t.kind != reader.EntityNationality {
				take(taken, m)
			}
		}
	}
	return who, taken
}

// meant returns the one person whom a phrase can mean, nil if there are two or none.
func meant(ties []tie, others []phrase, p *phrase) *thing {
	var found *thing
	for i := range ties {
		if t := &ties[i]; t.fits(p) && t.who != found {
			if found != nil {
				return nil
			}
			found = t.who
		}
	}
	for i := range others {
		if o := &others[i]; o.head == p.head && slices.Equal(o.limits, p.limits) && (p.country == "" || o.country == "" || o.country == p.country) {
			return nil
		}
	}
	return found
}

// tied returns the person beside whose name a phrase stands: before it
// ("Foreign Minister Sergei Lavrov", "the minister, Lavrov,") or behind it
// ("Lavrov, the Russian foreign minister,").
func (x *text) tied(p *phrase, who people) *thing {
	at := p.last
	if at < len(x.Tokens) && (x.isTitle(at) || x.word(at) == ",") && who.starting[at] == nil && (p.det != "a" || x.word(at) != ",") {
		at++
	}
	if t := who.starting[at]; t != nil && !p.open {
		return x.ofCountry(p, t)
	}
	at = p.first
	if at > 2 && x.word(at-1) == "," && x.Tokens[at-2].Kind == token.Number && x.word(at-3) == "," { // Lavrov, 70, the minister
		at -= 2
	}
	if at > 1 && x.word(at-1) == "," && p.det != "" {
		return who.ending[at-1]
	}
	return nil
}

// ofCountry takes what is said behind a name to the phrase before it: "Foreign
// Minister Sergei Lavrov of Russia".
func (x *text) ofCountry(p *phrase, t *thing) *thing {
	if p.country != "" {
		return t
	}
	for _, m := range t.mentions {
		if m.first >= p.last && m.first <= p.last+1 && m.last+1 < len(x.Tokens) && x.word(m.last) == "of" {
			if n, _ := x.match(m.last+1, len(x.Tokens), gazetteer.Country); n > 0 {
				p.country = x.qid(m.last+1, m.last+1+n)
			}
		}
	}
	return t
}

// qid returns the identifier of the country or people that tokens name, "" if they name none.
func (x *text) qid(first, last int) string {
	n, _ := x.nation(strings.TrimPrefix(x.Text[x.Tokens[first].Start:x.Tokens[last-1].End], "the "))
	return n.QID
}

// farthestWord is how many words a phrase may have before its head.
const farthestWord = 6

// rolePhrase returns the phrase around the head at token i, within a sentence.
func (x *text) rolePhrase(i, begin, end int, head string) phrase {
	p := phrase{first: i, last: i + 1, head: head}
	if head == "premier" {
		p.head, p.words = "minister", []string{"prime"}
	}
	for k := i - 1; k >= begin && i-k <= farthestWord; k-- {
		w := plainKey(x.word(k))
		if x.possessive(k) {
			p.owner(x, k, begin)
			break
		}
		if d, ok := determiners[w]; ok {
			p.first, p.det = k, d
			break
		}
		if first, q := x.nationBefore(k+1, begin); q != "" {
			if first > begin && roleFar[plainKey(x.word(first-1))] { // "in Iran Foreign Minister Lavrov said"
				break
			}
			p.first, p.country = first, q
			k = first
			continue
		}
		if x.shapes[k] < capital && !roleWords[w] || starts[w] {
			break
		}
		p.first, p.words = k, append(p.words, w)
	}
	x.complement(&p, end)
	for _, w := range p.words {
		if roleLimits[w] {
			p.limits = append(p.limits, w)
		}
	}
	slices.Sort(p.limits)
	return p
}

// owner takes what stands before 's at token k: a country, or something else
// that makes the phrase open.
func (p *phrase) owner(x *text, k, begin int) {
	p.det = "'s"
	if first, q := x.nationBefore(k, begin); q != "" {
		p.first, p.country = first, q
		return
	}
	p.open = true
}

// nationBefore returns the country or people whose name ends before token last.
func (x *text) nationBefore(last, begin int) (first int, qid string) {
	for first := max(begin, last-3); first < last; first++ {
		if x.shapes[first] >= capital {
			if q := x.qid(first, last); q != "" {
				return first, q
			}
		}
	}
	return last, ""
}

// complement takes in what follows the head with "of" or "for": a country, or
// the field of an office.
func (x *text) complement(p *phrase, end int) {
	if p.last+1 >= end || x.word(p.last) != "of" && x.word(p.last) != "for" {
		return
	}
	at := p.last + 1
	if x.word(at) == "the" && at+1 < end {
		at++
	}
	if n, _ := x.match(at, end, gazetteer.Country); n > 0 && x.shapes[at] >= capital {
		p.country, p.last = x.qid(at, at+n), at+n
		return
	}
	from := len(p.words)
	for at < end && at-p.last <= farthestWord {
		w := plainKey(x.word(at))
		if w != "and" && !roleWords[w] || roleLimits[w] {
			break
		}
		p.words = append(p.words, w)
		at++
	}
	if p.open = len(p.words) == from; !p.open {
		p.last = at
	}
}

// closedBehind reports whether a phrase ends before token i, and no noun
// follows that makes something else of it ("the prime minister office").
func (x *text) closedBehind(i int) bool {
	if i >= len(x.Tokens) || x.Tokens[i].Kind != token.Word || x.possessive(i) {
		return i >= len(x.Tokens) || x.word(i) != "-"
	}
	w := x.word(i)
	return x.shapes[i] == small && (roleBehind[w] || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ly"))
}
