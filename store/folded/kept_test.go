package folded

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestFormIsKept: archives hold words as they were folded. Whoever has a
// letter of these scripts folded otherwise must raise Form and have the
// archives' keys brought up.
func TestFormIsKept(t *testing.T) {
	t.Parallel()
	h := fnv.New64a()
	for r := range rune(0x2000) {
		if r >= 0x530 && r < 0x1e00 {
			continue
		}
		fmt.Fprintf(h, "%x %q %q\n", r, Words(string(r)), Words("a"+string(r)+"a"))
	}
	const want = "2 5bf7"
	if got := fmt.Sprintf("%d %x", Form, h.Sum64()&0xffff); got != want {
		t.Errorf("form and sum are %s, were %s", got, want)
	}
}

// TestScripts: what is a word in scripts with and without blanks.
func TestScripts(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"東京 港":             "東|京|港",
		"ひらがなカ":            "ひ|ら|が|な|カ",
		"東京Tower東":         "東|京|tower|東",
		"สวัสดี":           "ส|ว|ส|ด",
		"မြန်":             "မ|န",
		"ភាសា":             "ភ|ស",
		"한국어 신문":           "한국어|신문",
		"हिन्दी":           "हनद",
		"می‌خواهم":         "ميخواهم", // a joiner parts no word
		"a\u200db \u200d":  "ab",
		"x² H₂O m³ a¹":     "x²|h₂o|m³|a¹",
		"½ ١٢":             "١٢",
		"\ue000x":          "\ue000x",
		"豈 𠮷x":             "豈|𠮷|x",
		"e\u0301te \u0301": "ete",
		"a\u02bcb":         "aʼb",
		"÷×§ª":             "ª",
		"ὈΔΥΣΣΕΎΣ":         "οδυσσευσ",
		"Ệ ǭ":              "e|o",
		"a1Z9-z0":          "a1z9|z0",
		"":                 "",
		"\xff\xfea":        "a",
		"[A]^{b}`~/:@":     "a|b",
	} {
		if got := strings.Join(Words(in), "|"); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

// slowPhrase tries every word for a beginning.
func slowPhrase(s string, words []string, prefix bool) [][2]int {
	type word struct {
		start, end int
		w          string
	}
	var all []word
	Each(s, func(start, end int, w string) bool {
		all = append(all, word{start, end, w})
		return true
	})
	var found [][2]int
	for i := range all {
		if i+len(words) > len(all) || len(words) == 0 {
			break
		}
		ok := true
		for k, w := range words {
			ok = ok && (all[i+k].w == w || prefix && k == len(words)-1 && strings.HasPrefix(all[i+k].w, w))
		}
		if ok {
			found = append(found, [2]int{all[i].start, all[i+len(words)-1].end})
		}
	}
	return found
}

// TestPhrasesAgainstTrying: phrases are found where trying every word finds
// them, runs within runs, too, and no more than were asked for.
func TestPhrasesAgainstTrying(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(11, 12))
	for range 3000 {
		var text, words []string
		for range r.IntN(20) {
			text = append(text, []string{"a", "ab", "b", "Á", "東"}[r.IntN(5)])
		}
		for range r.IntN(4) {
			words = append(words, []string{"a", "ab", "b", "東"}[r.IntN(4)])
		}
		s, prefix := strings.Join(text, " "), r.IntN(2) == 0
		want := slowPhrase(s, words, prefix)
		if got := FindPhrase(s, words, prefix, 1000); !slices.Equal(got, want) {
			t.Fatalf("%q in %q, prefix %v: %v, want %v", words, s, prefix, got, want)
		}
		if got := HasPhrase(s, words, prefix); got != (len(want) > 0) {
			t.Fatalf("%q in %q, prefix %v: %v", words, s, prefix, got)
		}
		if got := FindPhrase(s, words, prefix, 2); !slices.Equal(got, want[:min(2, len(want))]) {
			t.Fatalf("two of %q in %q: %v, want %v", words, s, got, want)
		}
	}
}

// TestEachEnds: whoever has seen enough is not given another word.
func TestEachEnds(t *testing.T) {
	t.Parallel()
	n := 0
	Each("a b 東 c", func(int, int, string) bool {
		n++
		return n < 3
	})
	if n != 3 {
		t.Errorf("%d words were given, 3 were wanted", n)
	}
}
