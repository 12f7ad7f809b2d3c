package token

// appendWord cuts the word that begins at text[at]. It returns where it ends.
// A word may come out as several tokens ("didn't", "China-based").
func appendWord(dst []Token, text string, at int) ([]Token, int) {
	end, letters := scanWord(text, at)
	kind := Number
	if letters {
		kind = Word
	}
	if letters && end < len(text) && text[end] == '.' && keepsPoint(text, at, end) {
		return append(dst, Token{at, end + 1, kind}), end + 1
	}
	if cut := negation(text, at, end); cut > at {
		return append(dst, Token{at, cut, Word}, Token{cut, end, Word}), end
	}
	if cut := compound(text, at, end); cut > at {
		dst = append(dst, Token{at, cut, Word}, Token{cut, cut + 1, Mark})
		return append(dst, Token{cut + 1, end, Word}), end
	}
	return append(dst, Token{at, end, kind}), end
}

// scanWord returns the end of the run of letters, digits and inner marks that
// begins at text[at], and whether it has a letter.
func scanWord(text string, at int) (end int, letters bool) {
	segment := at // start of the part after the last inner mark
	i := at
	for i < len(text) {
		r, n := runeAt(text, i)
		switch {
		case isLetter(r):
			letters = true
		case isDigit(r):
		case i == at: // '@' or '#'
			segment = i + n
		default:
			if !inner(text, segment, i, r, n) {
				return i, letters
			}
			segment = i + n
		}
		i += n
	}
	return i, letters
}

// inner reports whether the mark r at text[i], n bytes long, belongs to the
// word around it; its last part began at segment.
func inner(text string, segment, i int, r rune, n int) bool {
	next, _ := runeAt(text, i+n)
	if !isLetter(next) && !isDigit(next) {
		return false
	}
	switch r {
	case '-', '‐', '‑', '&', '@', '+':
		return true
	case '\'', '’':
		return cliticAt(text, i) == 0
	case '.':
		return innerPoint(segment, i, next)
	case ',', ':':
		prev := text[i-1]
		return '0' <= prev && prev <= '9' && isDigit(next)
	}
	return false
}

// innerPoint reports whether the point at i is part of a word: U.S, 3.5,
// example.com; but not in "over.The", where a blank was lost.
func innerPoint(segment, i int, next rune) bool {
	return !isUpper(next) || i-segment <= 2
}

// keepsPoint reports whether the point after text[at:end] is part of the word.
func keepsPoint(text string, at, end int) bool {
	w := text[at:end]
	if end+1 < len(text) && text[end+1] == '.' { // an ellipsis
		return false
	}
	if r, n := runeAt(w, 0); n == len(w) {
		return isUpper(r) && r != 'I'
	}
	for i := 0; i < len(w); i++ {
		if w[i] == '.' { // U.S, p.m, but not example.com
			return i == 1 && (len(w) < 3 || len(w) == 3 || w[3] == '.')
		}
	}
	return Abbreviation(w)
}

// cliticAt returns the length of the clitic ('s, 're, ...) that begins at
// text[i], 0 if there is none. It must end with its word.
func cliticAt(text string, i int) int {
	n := 0
	switch {
	case i < len(text) && text[i] == '\'':
		n = 1
	case i+3 <= len(text) && text[i:i+3] == "’":
		n = 3
	default:
		return 0
	}
	if i == 0 {
		return 0
	}
	end := i + n
	for end < len(text) && end < i+n+3 && 'a' <= text[end]|0x20 && text[end]|0x20 <= 'z' {
		end++
	}
	if r, _ := runeAt(text, end); isLetter(r) || isDigit(r) || r == '-' {
		return 0
	}
	switch text[i+n : end] {
	case "s", "S", "m", "M", "d", "D", "re", "ve", "ll", "RE", "VE", "LL":
		return end - i
	}
	return 0
}

// negation returns where "n't" begins in text[at:end], 0 if it does not end so.
func negation(text string, at, end int) int {
	if end-at < 4 || text[end-1]|0x20 != 't' {
		return 0
	}
	cut := 0
	switch {
	case text[end-2] == '\'':
		cut = end - 3
	case end-at > 5 && text[end-4:end-1] == "’":
		cut = end - 5
	default:
		return 0
	}
	if cut <= at || text[cut]|0x20 != 'n' {
		return 0
	}
	return cut
}

// compound returns the place of the hyphen in a name joined to a common word
// ("China-based"), 0 if text[at:end] is none. Names that carry a hyphen
// ("Jae-in", "Al-Shabab") stay whole.
func compound(text string, at, end int) int {
	r, _ := runeAt(text, at)
	if !isUpper(r) {
		return 0
	}
	for i := end - 1; i > at; i-- {
		if text[i] != '-' {
			continue
		}
		if joined(text[i+1 : end]) {
			return i
		}
		return 0
	}
	return 0
}

// joined reports whether w is a common word as stands behind a name and a hyphen.
func joined(w string) bool {
	if n := len(w); n > 4 && w[n-2:] == "ed" && w[0] >= 'a' && w[0] <= 'z' {
		return true
	}
	return joinedWords[w]
}

// joinedWords are the common words that stand behind a name and a hyphen.
var joinedWords = map[string]bool{
	"led": true, "run": true, "born": true, "built": true, "made": true, "held": true, "style": true, "era": true,
	"like": true, "wide": true, "area": true, "linked": true, "speaking": true, "language": true, "friendly": true,
	"only": true, "free": true, "related": true, "bound": true, "majority": true, "sponsored": true, "affiliated": true,
	"aligned": true, "allied": true, "occupied": true, "controlled": true, "dominated": true, "listed": true,
	"inspired": true, "hit": true, "born-again": true, "educated": true, "trained": true, "wing": true,
	"brokered": true, "funded": true, "mandated": true, "designated": true, "owned": true, "backed": true,
	"based": true, "supported": true, "ruled": true, "type": true, "level": true, "member": true, "nation": true,
	"headquartered": true, "positive": true, "negative": true, "hosted": true, "produced": true, "registered": true,
}
