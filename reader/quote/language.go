package quote

import (
	"strings"
	"sync"
)

// language is what the maker knows of one language.
type language struct {
	words  lexicon
	full   bool              // English: has the grammar of clauses, and guesses at forms
	dashes bool              // direct speech may begin with a dash
	nouns  bool              // nouns have capitals
	bare   bool              // has no articles
	elides bool              // l'université; a frame may stand inside the marks
	bodies map[string]string // the nominative of where bodies speak
	latin  bool              // a language that forms the perfect with have and be
}

// languageOf returns the tables of a BCP 47 tag. The text of an article
// without a language is taken for English; of a language without tables
// only what stands in marks is found.
func languageOf(tag string) *language {
	tag, _, _ = strings.Cut(strings.ToLower(tag), "-")
	if tag == "" {
		tag = "en"
	}
	if l, ok := languages[tag]; ok {
		return l()
	}
	return &noLanguage
}

var noLanguage language

// languages are made when first asked for.
var languages = map[string]func() *language{
	"en": english,
	"ru": made(&russian),
	"uk": made(&ukrainian),
	"de": made(&german),
	"fr": made(&french),
	"es": made(&spanish),
}

func made(t *speechTable) func() *language {
	return sync.OnceValue(func() *language {
		return &language{words: t.lexicon(), dashes: t.dashes, nouns: t.nouns, bare: t.articles == "", elides: t.elides, latin: t.latin && !t.nouns, bodies: t.seats()}
	})
}
