package folded

import (
	"strings"
	"testing"
)

// Letters are folded to what people type for them, and nothing else is lost.
func TestLetters(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Straße STRASSE strasse GROẞE": "strasse strasse strasse grosse",
		"Œuvre oeuvre cœur":            "oeuvre oeuvre coeur",
		"Ærø Aerø Kærlighed Ǽ":         "aero aero kaerlighed ae",
		"Łódź Øresund Đokić ısı":       "lodz oresund dokic isi",
		"Þórður Guðmundsson":           "thordur gudmundsson",
		"ĳsberg Ĳmuiden Ǉubljana ǆ":    "ijsberg ijmuiden ljubljana dz",
		"Əliyev ŋ Ŧ ſonne ﬁne oﬃce":    "aliyev n t sonne fine office",
		"ΟΔΟΣ οδός 5 µm":               "οδοσ οδοσ 5 μm",
		"ёлка йод Їжак":                "елка йод їжак", // accents make other letters there
		"أحمد احمد علی علي":            "احمد احمد علي علي",
		"Müller naïve señor":           "muller naive senor",
	} {
		if got := Key(in); got != want {
			t.Errorf("%q is folded to %q, want %q", in, got, want)
		}
	}
}

// What is found in a text by a typed word is marked whole.
func TestLettersAreMarked(t *testing.T) {
	t.Parallel()
	const text = "In der Straße, am Œuvre-Haus"
	for words, want := range map[string]string{"strasse": "Straße", "stras*": "Straße", "der straße": "der Straße", "oeuvre haus": "Œuvre-Haus"} {
		begin, prefix := strings.CutSuffix(words, "*")
		at := FindPhrase(text, Words(begin), prefix, 2)
		if len(at) != 1 || text[at[0][0]:at[0][1]] != want {
			t.Errorf("%q finds %v, want %q", words, at, want)
		}
	}
}

// The former words are those of before, where they were others.
func TestFormer(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"Große Straße": "große straße", "Ærø": "æro", "Łódź": "", "plain": "", "Ǽ": "æ", "ẛ": "ſ"} {
		if got := strings.Join(Former(in), " "); got != want {
			t.Errorf("%q was folded to %q, want %q", in, got, want)
		}
	}
}
