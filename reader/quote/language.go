package quote

import "strings"

// language is what the maker knows of one language.
type language struct {
	words lexicon
	guess func(lower []byte) word // for forms that the lexicon lacks; may be nil
	full  bool                    // has the grammar of clauses
	frame *frame                  // how direct speech names its speaker; nil with full
}

// frame is unused by English; see direct speech of other languages.
type frame struct{}

// languageOf returns the tables of a BCP 47 tag. The text of an article
// without a language is taken for English.
func languageOf(tag string) *language {
	tag, _, _ = strings.Cut(strings.ToLower(tag), "-")
	switch tag {
	case "", "en":
		return english()
	}
	return english()
}
