package folded

import "unicode/utf8"

// The forms of folding, by which an archive knows what its keys were made
// with. A letter that is newly folded needs a new form, and a step of the
// archive's schema: programs that fold otherwise must keep off.
const (
	former = 1
	// Form is the present form.
	Form = 2
)

// plain returns what people type in the place of a letter that Unicode does
// not take apart; empty if it is not one of them, or was not in that form.
func plain(r rune, form int) string {
	if s := plain1(r); s != "" || form == former {
		return s
	}
	switch r {
	case 'ß', 'ẞ':
		return "ss"
	case 'æ', 'Æ', 'ǽ', 'Ǽ', 'ǣ', 'Ǣ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'þ', 'Þ':
		return "th"
	case 'ð', 'Ð', 'ɖ', 'Ɖ', 'ɗ', 'Ɗ':
		return "d"
	case 'ŋ', 'Ŋ', 'ŉ':
		return "n"
	case 'ŧ', 'Ŧ':
		return "t"
	case 'ŀ', 'Ŀ':
		return "l"
	case 'ſ', 'ẛ':
		return "s"
	case 'ɓ', 'Ɓ':
		return "b"
	case 'ĸ', 'ƙ', 'Ƙ':
		return "k"
	case 'ƴ', 'Ƴ':
		return "y"
	case 'ə', 'Ə':
		return "a"
	}
	return joined(r)
}

// plain1 is plain in the former form.
func plain1(r rune) string {
	switch r {
	case 'ø', 'Ø':
		return "o"
	case 'ł', 'Ł':
		return "l"
	case 'đ', 'Đ':
		return "d"
	case 'ı', 'İ':
		return "i"
	case 'ħ', 'Ħ':
		return "h"
	}
	return ""
}

// newlyPlain reports whether the former form left a letter as it is.
func newlyPlain(r rune) bool {
	return r >= utf8.RuneSelf && plain1(r) == "" && plain(r, Form) != ""
}

// joined returns the letters of those that are drawn as one, and the usual
// form of those that have two: the sigma at the end of a word, the alefs.
func joined(r rune) string {
	switch r {
	case 'ĳ', 'Ĳ':
		return "ij"
	case 'ǆ', 'ǅ', 'Ǆ', 'ǳ', 'ǲ', 'Ǳ':
		return "dz"
	case 'ǉ', 'ǈ', 'Ǉ':
		return "lj"
	case 'ǌ', 'ǋ', 'Ǌ':
		return "nj"
	case 'ﬀ':
		return "ff"
	case 'ﬁ':
		return "fi"
	case 'ﬂ':
		return "fl"
	case 'ﬃ':
		return "ffi"
	case 'ﬄ':
		return "ffl"
	case 'ﬅ', 'ﬆ':
		return "st"
	case 'ς':
		return "σ"
	case 'µ': // the sign of millionths, which looks like the letter
		return "μ"
	case 'أ', 'إ', 'آ', 'ٱ':
		return "ا"
	case 'ى', 'ی':
		return "ي"
	case 'ک':
		return "ك"
	}
	return ""
}
