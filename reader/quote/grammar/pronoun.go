package grammar

// PronounGender tells of a word whether it is he or she, or a form of them.
func PronounGender(w string) Gender {
	switch w {
	case "he", "He", "him", "his", "His", "he's", "He's", "he’s", "himself":
		return GenderMale
	case "she", "She", "her", "Her", "she's", "She's", "she’s", "herself":
		return GenderFemale
	}
	return GenderUnknown
}

// Gender is what pronoun a person takes, as far as the text tells.
type Gender uint8

const (
	GenderUnknown Gender = iota // not told
	GenderMale                  // he
	GenderFemale                // she
)

// PronounAt reports whether token i is he, she or a form of them.
func (a *Analysis) PronounAt(i int32) bool {
	return i != none && PronounGender(a.Text[a.Tokens[i].Start:a.Tokens[i].End]) != GenderUnknown
}
