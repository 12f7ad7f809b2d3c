package word

import (
	"strings"
	"sync"
)

// Language is what the maker knows of one language.
type Language struct {
	Words  Lexicon
	Full   bool              // English: has the grammar of clauses, and guesses at forms
	Dashes bool              // direct speech may begin with a dash
	Nouns  bool              // nouns have capitals
	Bare   bool              // has no articles
	Elides bool              // l'université; a frame may stand inside the marks
	Bodies map[string]string // the nominative of where bodies speak
	Latin  bool              // a language that forms the perfect with have and be
}

// LanguageOf returns the tables of a BCP 47 tag. The text of an article
// without a language is taken for English; of a language without tables
// only what stands in marks is found.
func LanguageOf(tag string) *Language {
	tag, _, _ = strings.Cut(strings.ToLower(tag), "-")
	if tag == "" {
		tag = "en"
	}
	if l, ok := languages[tag]; ok {
		return l()
	}
	return &noLanguage
}

var noLanguage Language

// languages are made when first asked for.
var languages = map[string]func() *Language{
	"en": English,
	"ru": made(&russian),
	"uk": made(&ukrainian),
	"de": made(&german),
	"fr": made(&french),
	"es": made(&spanish),
}

func made(t *speechTable) func() *Language {
	return sync.OnceValue(func() *Language {
		return &Language{Words: t.lexicon(), Dashes: t.dashes, Nouns: t.nouns, Bare: t.articles == "", Elides: t.elides, Latin: t.latin && !t.nouns, Bodies: t.seats()}
	})
}
