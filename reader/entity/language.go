package entity

import (
	"strings"

	"offprint/reader/token"
)

// tongue is a language that names can be found in.
type tongue uint8

const (
	unknown tongue = iota
	english
	german
	french
	spanish
	russian
	ukrainian
	foreign // one of those that resemble a known one: Italian, Portuguese, Dutch, Bulgarian and others
)

// codes are the primary subtags of the known languages.
var codes = map[string]tongue{
	"en": english, "de": german, "fr": french, "es": spanish, "ru": russian, "uk": ukrainian,
	"eng": english, "deu": german, "fra": french, "spa": spanish, "rus": russian, "ukr": ukrainian,
}

// resolve returns the language of a text: the one given if it is known, else
// a guess if none is given.
func resolve(language string, d *token.Document) tongue {
	language, _, _ = strings.Cut(strings.ReplaceAll(language, "_", "-"), "-")
	if language == "" || language == "und" {
		return guess(d)
	}
	return codes[strings.ToLower(language)]
}

// functionWords are words that are common in one of the languages and rare in the others.
var functionWords = map[string]tongue{
	"the": english, "of": english, "and": english, "to": english, "is": english, "was": english, "that": english,
	"with": english, "said": english, "for": english, "on": english, "has": english, "have": english, "by": english,
	"he": english, "his": english, "it": english, "are": english, "from": english, "at": english, "in": english,
	"der": german, "und": german, "die": german, "das": german, "ist": german, "nicht": german, "mit": german,
	"von": german, "den": german, "zu": german, "ein": german, "eine": german, "auf": german, "dem": german,
	"le": french, "et": french, "les": french, "des": french, "est": french, "dans": french, "une": french,
	"du": french, "pour": french, "qui": french, "au": french, "sur": french, "par": french, "à": french,
	"el": spanish, "y": spanish, "los": spanish, "del": spanish, "las": spanish, "una": spanish, "por": spanish,
	"con": spanish, "para": spanish, "su": spanish, "al": spanish, "que": spanish, "se": spanish, "lo": spanish,
	"и": russian, "что": russian, "не": russian, "на": russian, "по": russian, "из": russian, "от": russian,
	"это": russian, "как": russian, "был": russian, "его": russian, "он": russian, "с": russian, "а": russian,
	"та": ukrainian, "що": ukrainian, "є": ukrainian, "від": ukrainian, "це": ukrainian, "і": ukrainian,
	"il": foreign, "di": foreign, "che": foreign, "è": foreign, "della": foreign, "gli": foreign, "nel": foreign, "sono": foreign,
	"per": foreign, "dei": foreign, "alla": foreign, "não": foreign, "em": foreign, "com": foreign, "uma": foreign, "dos": foreign,
	"um": foreign, "os": foreign, "é": foreign, "do": foreign, "het": foreign, "een": foreign, "van": foreign, "niet": foreign,
	"voor": foreign, "zijn": foreign, "och": foreign, "att": foreign, "som": foreign, "på": foreign, "är": foreign, "og": foreign,
	"det": foreign, "się": foreign, "nie": foreign, "jest": foreign, "że": foreign, "ve": foreign, "bir": foreign, "bu": foreign,
	"да": foreign, "се": foreign, "са": foreign, "е": foreign, "че": foreign, "је": foreign, "су": foreign, "у": ukrainian,
	"також": ukrainian, "під": ukrainian, "про": ukrainian, "як": ukrainian, "він": ukrainian, "було": ukrainian,
}

// guessWords is how many words of a text are looked at to guess its language.
const guessWords = 400

// guess returns the language whose common words make up at least a tenth of
// the text's first words and are clearly more frequent than any other's.
func guess(d *token.Document) tongue {
	var count [foreign + 1]int
	words := 0
	for _, t := range d.Tokens {
		if t.Kind != token.Word {
			continue
		}
		if words++; words > guessWords {
			break
		}
		if w := t.Of(d.Text); len(w) <= 12 {
			if l := functionWords[w]; l != unknown {
				count[l]++
			} else if l := functionWords[strings.ToLower(w)]; l != unknown {
				count[l]++
			}
		}
	}
	best, second := unknown, 0
	for l, n := range count {
		switch {
		case l == int(unknown):
		case n > count[best]:
			second, best = count[best], tongue(l)
		case n > second:
			second = n
		}
	}
	if (best == unknown || best == english) && sportsTable(d) {
		return english
	}
	if best == foreign || count[best]*2 < second*3 {
		return unknown
	}
	if count[best]*10 < words && !(best == english && second == 0 && count[english] > 1 && count[english]*sparse >= words) {
		return unknown
	}
	return best
}

// tableWords stand in English tables of sport, which have hardly any sentences.
var tableWords = wordSet(`standings results result fixtures matches games division conference scorers scoreboard innings halftime league
	monday tuesday wednesday thursday friday saturday sunday after round leading scores bowling seed beat playoff`)

// leastTable is how many of them make an English table.
const leastTable = 3

// sportsTable reports whether the text has several such words.
func sportsTable(d *token.Document) bool {
	found, words := 0, 0
	for _, t := range d.Tokens {
		if t.Kind != token.Word {
			continue
		}
		if words++; words > guessWords {
			break
		}
		if w := t.Of(d.Text); len(w) <= 12 && tableWords[strings.ToLower(w)] {
			found++
		}
	}
	return found >= leastTable && found*sparse >= words
}

// sparse is how many words one common word of English may stand for where no
// other language has any: tables of results are hardly sentences.
const sparse = 40
