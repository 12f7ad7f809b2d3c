package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// authors returns who wrote the article, one by one. A byline parts them by
// commas; "and" parts only what look like people on both sides, since it also
// stands inside the names of bodies.
func (w Work) authors() []string {
	var names []string
	for part := range strings.SplitSeq(string(w.Byline), ", ") {
		part = strings.TrimSpace(part)
		switch {
		case part == "":
		case suffixes[strings.TrimSuffix(part, ".")] && len(names) > 0:
			names[len(names)-1] += ", " + part
		default:
			names = append(names, couple(part)...)
		}
	}
	return names
}

// particles are the small words within surnames.
var particles = map[string]bool{
	"de": true, "del": true, "della": true, "di": true, "da": true, "do": true, "dos": true, "das": true, "du": true, "la": true, "le": true, "van": true, "von": true,
	"der": true, "den": true, "ten": true, "ter": true, "zu": true, "bin": true, "ibn": true, "al": true, "el": true, "y": true,
}

// suffixes end a name behind a comma.
var suffixes = map[string]bool{"Jr": true, "Sr": true, "II": true, "III": true, "IV": true, "MD": true, "M.D": true, "PhD": true, "Ph.D": true}

// couple parts two people who stand in one name.
func couple(name string) []string {
	for _, and := range [...]string{" and ", " & ", " und ", " et ", " y ", " и ", " та ", " і "} {
		first, second, ok := strings.Cut(name, and)
		if ok && person(first) && person(second) {
			return []string{first, second}
		}
	}
	return []string{name}
}

// person reports whether a name may be somebody's: two to four words, the
// outer ones with a capital, small ones only as they stand in surnames.
func person(name string) bool {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	for i, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(first) {
			continue
		}
		if i == 0 || i == len(words)-1 || !particles[w] {
			return false
		}
	}
	return true
}
