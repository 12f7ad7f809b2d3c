package entity

import (
	"strings"
	"sync"

	"offprint/reader/entity/gazetteer"
)

// roleHeads maps the hash of a word that says what somebody is, in the
// singular, to the word in small letters.
var roleHeads = sync.OnceValue(func() map[uint64]string {
	m := map[uint64]string{}
	for w := range strings.FieldsSeq(`minister president premier chancellor king queen emir sultan pope governor mayor senator
		secretary spokesman spokeswoman spokesperson chairman chairwoman chairperson director ambassador envoy judge prosecutor
		commissioner captain leader executive CEO lawmaker congressman congresswoman attorney lawyer professor archbishop bishop
		prince princess striker midfielder defender goalkeeper coach manager singer actor actress author activist economist
		analyst negotiator founder owner speaker`) {
		m[gazetteer.Hash(w)] = strings.ToLower(w)
		m[gazetteer.Hash(strings.ToUpper(w[:1])+w[1:])] = strings.ToLower(w)
	}
	return m
})

// roleWords may stand before such a word in small letters, or behind it with
// "of" or "for": the field of an office. Those with a capital need no table.
var roleWords = wordSet(`foreign prime defense defence finance interior health energy transport transportation trade education justice
	culture environment agriculture economy economic labor labour information deputy vice former acting then interim new late chief
	press executive attorney first second opposition party government military army company state national federal regional local
	provincial city senior cabinet security intelligence police central bank managing editorial sports sport technical assistant
	associate club team union social digital climate water planning development tourism oil petroleum industry communications
	technology science migration immigration home external internal affairs general special personal human rights longtime
	outgoing incoming previous current joint co junior shadow parliamentary presidential supreme high constitutional league state
	housing infrastructure railways railway aviation commerce mines mining fisheries food forests women youth veterans parliament
	rebel separatist ousted elected and`)

// roleLimits are those of them that make another office of it.
var roleLimits = wordSet(`prime deputy vice former acting then interim late assistant associate outgoing incoming previous next
	junior shadow co second new first opposition ousted ex rebel separatist`)

// determiners stand at the beginning of a phrase: those that mean one who is
// known, and those that bring in another.
var determiners = map[string]string{
	"the": "the", "a": "a", "an": "a", "another": "a", "any": "a", "each": "a", "every": "a", "no": "a", "some": "a", "one": "a", "other": "a",
	"his": "his", "her": "his", "their": "his", "its": "his", "our": "his", "my": "his", "your": "his", "this": "his", "that": "his",
	"whose": "his", "which": "his", "what": "a",
}

// roleFar may stand before a country that has nothing to do with what follows.
var roleFar = wordSet("in to from at with by of on into over about between and")

// roleBehind may follow a phrase that is complete.
var roleBehind = wordSet(`said says told tells is was are were be has had have also will would could should may might can did does do
	and but or who whom whose which to on in at from with as after before during since while when where if that than by about
	against into over under until without not never still now then again later today this on made makes took takes gave gives
	came comes went goes became becomes left leaves met meets spoke speaks wrote writes won wins lost loses held holds led leads
	saw sees thought thinks knew knows put puts set sets sent sends began begins chose chooses flew fell felt found got kept let
	paid ran sought stood understood withdrew read reads quit cut himself herself wants seems plans must broke brought built bought chose drew drove grew rose fought forgot hung hit hurt kept lay
	lent let meant rang rose sang sat sent shook shot slept spent stood struck swore taught threw wore`)
