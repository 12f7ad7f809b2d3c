package frame

import (
	"cmp"
	"strings"
	"sync"

	"github.com/abadojack/whatlanggo"

	"offprint/reader"
)

// How much of a text its language can be told from, in bytes: for certain, and
// where it has some of the commonest words of one language.
const (
	enoughText = 300
	littleText = 100
	littleHits = 5 // common words in a little text
)

// How much of a text is looked at for its language, in bytes: for its small
// words, and for its letters where those do not tell.
const (
	wordReach   = 3000
	letterReach = 1000
)

// languageOf returns the language that the file declares, unless the text is
// certainly in another: templates of sites, books of news and office programs
// declare that of their makers. Without a declaration it is the one that the
// text is written in, empty if that is not certain.
func languageOf(declared string, md reader.Text) string {
	declared = languageTag(declared)
	main, _, _ := strings.Cut(declared, "-")
	if declared == "" && len(md) >= littleText && len(md) < enoughText {
		l, hits := bySmallWords(string(md))
		if hits < littleHits {
			return ""
		}
		return l
	}
	if len(md) < enoughText || declared != "" && commonWords[main] == "" {
		return declared
	}
	sample := string(md.Slice(reader.Span{Start: 0, End: wordReach}))
	switch l, _ := bySmallWords(sample); {
	case l != "" && l != main:
		return l
	case l != "" || declared != "":
		return cmp.Or(declared, l)
	}
	info := whatlanggo.Detect(string(md.Slice(reader.Span{Start: 0, End: letterReach})))
	if !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
}

// commonWords are the commonest words of each language.
var commonWords = map[string]string{
	"en": "the of and to in a is that for on was with as it by at from his he said are have be an has",
	"de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat wir ich war bei nach über wurde sagte dass mehr sind haben",
	"fr": "de la le les et des en du un une est que dans pour qui sur par au plus pas ce il avec ne se l' d' c' n' j' qu' s' a dit nous je vous elle cette été mais sont aux ses son sa leur ont",
	"es": "de la que el en y los del se las por un para con una su al lo es como más no ha fue pero sus este está ya también entre dijo son",
	"pt": "de a o que e do da em um para com não uma os no se na por mais as dos como ao das foi",
	"it": "di e il la che in un a per è una sono non del con le si da dei nel della alla i gli l' d' dell' un' all' nell' ha ma come più anche",
	"nl": "de van het een in en is dat op te zijn voor met die niet aan er om ook als bij door",
	"eo": "la de kaj en al estas ne mi li ke por el estis kiu oni ĝi pri kun sed ili pli per",
	"pl": "w i na z się do nie to że jest o a jak po od za są przez dla który oraz ale",
	"sv": "och i att det som en på är av för med till den har de inte om ett han men var",
	"da": "og i at det er en til på som med for af den der de har ikke et han var",
	"fi": "ja on ei että se oli hän mutta kun myös ovat joka mukaan sen tai",
	"cs": "a v se na je že to s z do o i ve pro jako za by si ale který",
	"tr": "bir ve bu için da de ile olarak olan daha çok gibi sonra kadar ise",
	"ru": "в и на не что с по он его как это из за для а от к было о но",
	"uk": "в і на не що з до та як це для у за від про є але він",
}

// smallWords are the languages of each common word; one that several share
// counts for all of them.
var smallWords = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for lang, words := range commonWords {
		for _, w := range strings.Fields(words) {
			m[w] = append(m[w], lang)
		}
	}
	return m
})

// bySmallWords returns the language whose commonest words make up a good part
// of the text, and clearly more than those of the next, and how many they are.
func bySmallWords(text string) (language string, found int) {
	table := smallWords()
	hits := map[string]int{}
	all := 0
	for _, w := range strings.Fields(text) {
		w = strings.Trim(w, ".,;:!?\"'“”„«»()[]*_")
		if w == "" {
			continue
		}
		all++
		for _, lang := range table[elided(w)] {
			hits[lang]++
		}
	}
	best, second := "", 0
	for lang, n := range hits {
		if best == "" || n > hits[best] || n == hits[best] && lang < best {
			best = lang
		}
	}
	for lang, n := range hits {
		if lang != best {
			second = max(second, n)
		}
	}
	if best == "" || hits[best]*6 < all || second*3 > hits[best]*2 {
		return "", 0
	}
	return best, hits[best]
}

// elided returns a word in small letters, or what stands before the word that it
// lost its vowel to, with a straight apostrophe: l' of l’université.
func elided(w string) string {
	if i := strings.IndexAny(w, "'’"); i > 0 && i <= 4 && i+1 < len(w) {
		return strings.ToLower(w[:i]) + "'"
	}
	return strings.ToLower(w)
}

// languageTag returns s as a language tag such as en or pt-BR, empty if it is none.
func languageTag(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	if len(s) < 2 || len(s) > 20 {
		return ""
	}
	main, _, _ := strings.Cut(s, "-")
	if len(main) < 2 || len(main) > 3 || strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return ""
	}
	return strings.ToLower(main) + s[len(main):]
}
