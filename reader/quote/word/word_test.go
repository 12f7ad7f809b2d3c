package word_test

import (
	"testing"

	"offprint/reader/quote/word"
)

func TestLookup(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		language, form string
		can            word.Class
		not            word.Class
		cue            word.Cue
	}{
		{"en", "said", word.Past | word.Part, word.Base | word.Noun, word.CueSay},
		{"en", "Says", word.Third, word.Past, word.CueSay},
		{"en", "denied", word.Past, word.Base, word.CueSay},
		{"en", "telling", word.Ing, word.Past, word.CueTell},
		{"en", "minister", word.Role, word.Verb, word.CueNone},
		{"en", "Anna", word.Female | word.Forename, word.Male, word.CueNone},
		{"en", "harbouring", word.Ing, word.Past, word.CueNone}, // unknown: told by its ending
		{"en-GB", "they", word.Pron | word.Plural, word.Object, word.CueNone},
		{"ru", "сказала", word.Past, word.Prep, word.CueSay},
		{"uk", "сказав", word.Past, word.Prep, word.CueSay},
		{"ru", "Анны", word.Female | word.Forename, word.Male, word.CueNone}, // a case of a name
		{"de", "Hafenministerin", word.Role, word.Pron, word.CueNone},        // a compound
		{"fr", "finit-elle", word.Pron | word.Female, word.Male, word.CueNone},
		{"es", "afirmó", word.Past, word.Prep, word.CueSay},
		{"fi", "sanoi", 0, word.Past, word.CueNone}, // a language without tables
	} {
		got := word.LanguageOf(c.language).Lookup(c.form)
		if c.can != 0 && !got.Is(c.can) || got.Is(c.not) || got.Cue != c.cue {
			t.Errorf("%s %q: got class %b, cue %d", c.language, c.form, got.Class, got.Cue)
		}
	}
}

// Forms of one verb share a lemma, forms of two do not.
func TestLemma(t *testing.T) {
	t.Parallel()
	l := word.English()
	say, said, saying, deny, denies := l.Lookup("say"), l.Lookup("said"), l.Lookup("saying"), l.Lookup("deny"), l.Lookup("denies")
	if say.Lemma == 0 || say.Lemma != said.Lemma || say.Lemma != saying.Lemma {
		t.Errorf("say, said, saying: got lemmas %d, %d, %d, want one", say.Lemma, said.Lemma, saying.Lemma)
	}
	if deny.Lemma == 0 || deny.Lemma != denies.Lemma || deny.Lemma == say.Lemma {
		t.Errorf("deny, denies, say: got lemmas %d, %d, %d", deny.Lemma, denies.Lemma, say.Lemma)
	}
}
