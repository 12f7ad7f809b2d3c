// Package entity finds the people, organisations, places, nationalities,
// events and works that an article names, and puts all mentions of one thing
// together.
//
// [Find] is the front door. What it does, in order:
//
//	tag        a tagger marks names in English sentences (package tag); for
//	           Russian, Ukrainian, German, French and Spanish capital letters
//	           and tables do (rules.go), with less confidence; what German nouns and
//	           Spanish and French headings make of that goes (german.go, romance.go)
//	document   what was joined wrongly is divided (divide.go, joined.go), what is certainly
//	           no name goes, and what one place of the article is sure of helps
//	           another: full names lend their kind to short ones, acronyms
//	           stand for what they follow (document.go, acronym.go); battles, storms,
//	           cups and titles in quotation marks have patterns (event.go), and so
//	           have datelines (dateline.go) and the codes of shares (ticker.go);
//	           cities that play a game are clubs (sport.go, teams.go, standings.go); the
//	           names in a list are of one kind (listing.go); some things are
//	           known by the tables alone (things.go, known.go), laws and days
//	           by their last words (law.go); how far names reach is in
//	           extent.go and heads.go, what the words around them tell in
//	           called.go, caller.go, employer.go, behind.go and explained.go
//	group      mentions of one thing become one entity (group.go, fold.go); the
//	           Foreign Ministries of two countries are two (owner.go)
//	role       "the foreign minister" is who was called so before (role.go); such
//	           places are no names and kept apart from them
//
// Tables and weights are embedded in the sub-packages and checked when they
// are first used. Everything is deterministic, and safe for concurrent use.
package entity

import (
	"offprint/reader"
	"offprint/reader/token"
)

// Find returns what p names, the most important first. The language is a BCP
// 47 tag; if it is empty it is guessed from the commonest words. Text in a
// language that is not known has no entities: none is better than noise.
func Find(p *reader.Plain, language string) []reader.Entity {
	d := token.Split(p)
	if len(d.Tokens) == 0 {
		return nil
	}
	lang := resolve(language, d)
	if lang == unknown {
		return nil
	}
	x := newText(d, p, lang)
	if lang == english {
		x.tagByModel()
	} else {
		x.tagByRules()
	}
	x.settle()
	x.leaveCode()
	return x.group()
}

// leaveCode drops the mentions in blocks of code, where words with capitals are
// seldom names.
func (x *text) leaveCode() {
	kept, blocks := x.mentions[:0], x.plain.Blocks
	for _, m := range x.mentions { // both are in the order of the text
		for len(blocks) > 1 && blocks[0].End <= x.Tokens[m.first].Start {
			blocks = blocks[1:]
		}
		if blocks[0].Kind != reader.BlockCode {
			kept = append(kept, m)
		}
	}
	x.mentions = kept
}
