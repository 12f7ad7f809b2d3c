package alike

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestSounds: a word and what other languages made of it sound alike: letters
// that are confused are one, vowels count where they begin a word.
func TestSounds(t *testing.T) {
	t.Parallel()
	for want, words := range map[string][]string{
		"prtkl": {"Protokoll", "протокол", "protocole", "protocolo", "PROTOKÓŁ"},
		"sls":   {"Scholz", "Шольц", "SCHOLZ"},
		"mnkn":  {"Mankin", "Манкин", "mankkhin"},
		"Avrp":  {"Evropa", "Европа"},
		"flsf":  {"Philosoph", "философ"},
		"hrkv":  {"Harkov", "Kharkov", "Харьков"},
		"ksr":   {"Xer", "ксер", "qu-ser"},
		"A":     {"Äöü", "Aeiou", "яую", "Aha"},
		"":      {"", "ъь", "橋", "-’"},
	} {
		for _, w := range words {
			if got := soundOf(w); got != want {
				t.Errorf("%s sounds like %q, want %q", w, got, want)
			}
		}
	}
}

// TestHeard: what of a text can be known again in another language, and what it weighs.
func TestHeard(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]map[string]int{
		"":                          {},
		"Oslo":                      {}, // a sentence begins with a capital anyway
		"in Oslo":                   {"Asl": 2},
		"in oslo":                   {},
		"in Rom, in Leon":           {}, // three letters are too few, and two consonants
		"the conference":            {"knfr": 1},
		"we move, nobody":           {},
		"animal":                    {"Anml": 1},
		"7 boats":                   {"#7": 1},
		"70 boats, 1,200 men":       {"#70": 2, "#1200": 2},
		"from Alder's to Lindby’s":  {"Aldr": 2, "lndb": 2},
		"a ministry and a minister": {"mnst": 1},
		"no, 2024 Geneva":           {"#2024": 2, "gnv": 2},
	} {
		if got := sounds(in); !maps.Equal(got, want) {
			t.Errorf("%q: %v, want %v", in, got, want)
		}
	}
}

// TestDigitsJoined: what parts the thousands of a number goes, all else stays.
func TestDigitsJoined(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"1,200": "1200", "1.200": "1200", "1 200": "1200", "1\u00a0200": "1200", "1\u202f200": "1200",
		"1,234,567": "1234567", "12,34": "12,34", "1,2000": "1,2000", "3,140 m": "3140 m", "in 2024, 300 men": "in 2024, 300 men",
		",200": ",200", "a,200": "a,200", "1,20a": "1,20a", "1;200": "1;200", "1,200.": "1200.", "": "",
		"1,2 00": "1,2 00", "1,2": "1,2", "1,23 ": "1,23 ", "1,": "1,", "1,a00": "1,a00", "1,0a0": "1,0a0",
	} {
		if got := joinDigits(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestTranslationBounds: short quotes, those of other length and those with
// other numbers are no translations; a speaker's sole quotes need share less.
func TestTranslationBounds(t *testing.T) {
	t.Parallel()
	const (
		one   = "the conference in Geneva is over at last and all go home"
		other = "die Konferenz in Genova ist vorbei und alle fahren heim"
	)
	for _, c := range []struct {
		name       string
		a, b       string
		sole, want bool
	}{
		{"a name and a word", one, other, false, true},
		{"a word alone", one, "die Konferenz ist vorbei und alle Leute fahren wieder heim", false, false},
		{"a name alone, sole", one, "wir alle fahren nun endlich aus Genova wieder heim", true, true},
		{"a name alone, one of several", one, "wir alle fahren nun endlich aus Genova wieder heim", false, false},
		{"a word alone, sole", one, "die Konferenz ist vorbei und alle Leute fahren wieder heim", true, false},
		{"too short", "the conference in Geneva is up", other, true, false},
		{"much longer", one, other + ", und niemand hat etwas davon, sagen sie, aber so war es ja auch gedacht, und nun ist Ruhe", true, false},
		{"another number", one + " by 2030", other + " bis 2031", true, false},
		{"the same number", one + " by 2030", other + " bis 2030", false, true},
		{"a number on one side", one + " by 2030", other, false, true},
		{"one digit is no number", one + " by 7", other + " um 8", false, true},
		{"many names, few shared", "Aldersted, Lindby, Nordal, Harkov, Bergen, Trondheim, Molde meet in Geneva for a conference", "die Konferenz in Genova: Kassel, Marburg, Wetzlar, Fulda, Bamberg, Passau und Rostock", false, false},
	} {
		_, ok := Translations(c.a, c.b, c.sole)
		_, back := Translations(c.b, c.a, c.sole)
		if ok != c.want || back != ok {
			t.Errorf("%s: %v, the other way %v, want %v\n%v\n%v", c.name, ok, back, c.want, sounds(c.a), sounds(c.b))
		}
	}
	for n, want := range map[int]bool{tongueLetters - 1: false, tongueLetters: true} {
		if got := Long(strings.Repeat("я 1", n)); got != want {
			t.Errorf("%d letters: %v", n, got)
		}
	}
}

// TestNamesInPart: one name alone can be anybody's of that surname; a sound
// that is next to nothing is nobody's.
func TestNamesInPart(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Lavrov", "Сергей Лавров", true},
		{"Сергей Лавров", "Lavrov", true},
		{"Lavrov", "Лавров", true},
		{"Li", "Ли", false},
		{"Macron", "", false},
		{"", "", false},
		{"橋 Lavrov", "Sergei Lavrov", false},
		{"Sergei Lavrov", "橋 Lavrov", false},
		{"Anna Maria Lind", "Анна Линд", true},
	} {
		if got := Names(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}

// TestWordingBounds: how much two quotes must share to be one statement.
func TestWordingBounds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		a, b    string // a letter is a word of that many letters
		one, ok bool
	}{
		{"least weight", "a5 b5 c5", "a5 b5 c5", true, true},
		{"less", "a5 b5 c4", "a5 b5 c4", true, false},
		{"least by others", "a6 b6 c5 d5", "a6 b6 c5 d5", false, true},
		{"less by others", "a5 b5 c5 d5", "a5 b5 c5 d5", false, false},
		{"half in a row", "a5 b5 c5 d5 e5 f5", "a5 b5 c5 x5 y5 z5", true, true},
		{"less than half in a row", "a5 b5 c5 d5 e5 f5 g5", "a5 b5 c5 w5 x5 y5 z5", true, false},
		{"half, out of order", "a5 b5 c5 d5 e5 f5", "c5 x5 a5 y5 b5 z5", true, false},
		{"three quarters, out of order", "a5 b5 c5 d5", "c5 x5 b5 a5", true, true},
		{"much of it, out of order", "a8 b8 c8 d8 e8", "c8 x8 b8 y8 a8", true, true},
		{"a little less", "a7 b6 c6 d8 e8", "c6 x6 b6 y7 a7", true, false},
		{"by others, in a row", "a6 b6 c6 d6 e6", "a6 b6 c6 d6 x6", false, true},
		{"by others, in two rows", "a6 b6 c6 d6 e6", "a6 b6 x6 c6 d6", false, false},
		{"by others, half of a long one in a row", "a6 b6 c6 d6 e6 f6 g6 h6 i6 k6", "a6 b6 c6 d6 e6 x6 f6 g6 h6 i6", false, true},
		{"by others, less of it", "a6 b6 c6 d6 e6 f6 g6 h6 i6 k6", "a6 b6 c6 d6 x6 e6 f6 g6 y6 h6", false, false},
		{"part of a long one", "a5 b5 c5", "a5 b5 c5 d8 e8 f8 g8", true, true},
		{"scattered in a long one", "a5 b5 c5", "c5 d8 b5 e8 f8 a5 g8", true, false},
		{"most of it in a longer one", "a5 b5 c5 d5", "a5 b5 c5 e8 f8 g8 h8 i8 k8", true, true},
		{"a half of it in a longer one", "a5 b5 c5 d5 w5", "a5 b5 c5 e8 f8 g8 h8 i8 k8 l8", true, false},
		{"a word said twice is one", "a5 a5 a5 a5", "a5 a5 a5 a5", true, false},
		{"small words weigh nothing", "a2 b2 c2 d2 e2 f2 g2 h2 i2 k2", "a2 b2 c2 d2 e2 f2 g2 h2 i2 k2", true, false},
		{"long words weigh no more than eight letters", "a30", "a30", true, false},
	} {
		a, b := sized(c.a), sized(c.b)
		_, ok := Wordings(a, b, c.one)
		if _, back := Wordings(b, a, c.one); ok != c.ok || back != ok {
			t.Errorf("%s: %v, the other way %v, want %v", c.name, ok, back, c.ok)
		}
	}
	if !Enough(sized("a5 b5 c5")) || Enough(sized("a5 b5 c4")) || Enough(nil) {
		t.Error("Enough asks for another weight than Wordings")
	}
}

// sized makes words of the given letters: "a5" is aaaaa.
func sized(s string) []string {
	var words []string
	for _, w := range strings.Fields(s) {
		n := 0
		for _, d := range w[1:] {
			n = n*10 + int(d-'0')
		}
		words = append(words, strings.Repeat(w[:1], n))
	}
	return words
}

// TestStrangersNeedWords: texts are told apart from sixty different long words on.
func TestStrangersNeedWords(t *testing.T) {
	t.Parallel()
	numbered := func(letter string, from, n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(letter + strings.Repeat("x", 3) + string(rune('a'+(from+i)/26)) + string(rune('a'+(from+i)%26)) + " ")
		}
		return b.String()
	}
	short := strings.Repeat("is it so on an ox ", 30)
	for _, c := range []struct {
		name string
		a, b string
		want bool
	}{
		{"enough", numbered("p", 0, strangeWords), numbered("q", 0, strangeWords), true},
		{"one less", numbered("p", 0, strangeWords), numbered("q", 0, strangeWords-1), false},
		{"short words are none", numbered("p", 0, strangeWords-1) + short + "abc def", numbered("q", 0, strangeWords), false},
		{"short words are not shared", numbered("p", 0, 80) + short, numbered("q", 0, 80) + short, true},
		{"35 in 100 shared", numbered("p", 0, 100), numbered("p", 65, 100), false},
		{"34 in 100 shared", numbered("p", 0, 100), numbered("p", 66, 100), true},
	} {
		if got := Strangers(c.a, c.b); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// TestNamesSwapped: another name in the same place, not one in another place.
func TestNamesSwapped(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"we told Ellmar to wait", "we told Lindby to wait", true},
		{"we told Ellmar to wait", "they asked Lindby about boats", false},
		{"we told Ellmar to wait", "we told Lindby about boats", false},
		{"they asked Ellmar to wait", "we told Lindby to wait", false},
		{"we told Ellmar", "we told Lindby", false}, // nothing stands behind it
		{"Ellmar has to wait", "Lindby has to wait", false},
		{"we told Old Ellmar to wait", "we told Upper Lindby to wait", true},
		{"we told Ellmar to wait", "we told Ellen to wait", false}, // may be one, spelt anew
		{"we told Elmar to wait", "we told Elmau to wait", false},
		{"we told “Ellmar to wait", "we told «Lindby to wait", true},
		{"we saw Ellmar and Lindby in one", "we saw Lindby and Ellmar in one", false},
		{"we saw it, Ellmar and told Kaya to go", "we saw it, Ellmar and told Roth to go", true},
	} {
		if got := FactsDiffer(c.a, c.b, true); got != c.want {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
		if FactsDiffer(c.a, c.b, false) {
			t.Errorf("%q, %q: capitals tell where nouns have them", c.a, c.b)
		}
	}
}

// TestFormerSketch: letters that an earlier version folded otherwise give the
// sketch that its archives hold; of all other texts there is none.
func TestFormerSketch(t *testing.T) {
	t.Parallel()
	plain := strings.Join(text(1, 80), " ")
	if got := FormerSketch(plain); got != nil {
		t.Errorf("plain words have a former sketch: %d", got)
	}
	marked := strings.ReplaceAll(plain, "x", "ß")
	former := FormerSketch(marked)
	if len(former) != SketchSize || slices.Equal(former, Sketch(marked)) || !slices.IsSorted(former) {
		t.Errorf("former sketch %d, sketch now %d", former, Sketch(marked))
	}
}
