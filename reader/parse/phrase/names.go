package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bywords are the words before a writer's name, in lower case.
var Bywords = []string{"by", "von", "par", "por", "di", "door", "av", "redaktion", "autor", "author", "auteur", "autore", "posted by", "written by", "published by", "verfasst von", "geschrieben von", "text", "text von", "story by", "ein beitrag von", "from", "автор"}

// Byline joins several names by commas and drops what is not a name. The
// name of a body may hold an "and" of its own.
func Byline(name string) string {
	name = strings.Trim(name, " .,;:|-–—")
	name = strings.TrimPrefix(name, "by ")
	name = strings.ReplaceAll(name, "; ", ", ")
	for _, and := range []string{" and ", " & "} {
		parts := strings.Split(name, and)
		name = parts[0]
		for _, part := range parts[1:] {
			if bodyBefore(name) {
				name += and + part
			} else {
				name += ", " + part
			}
		}
	}
	return strings.ReplaceAll(name, ",, ", ", ")
}

// bodyBefore reports whether the last of these names is that of a body: with a
// small word in it that no surname has, as Department of Health.
func bodyBefore(names string) bool {
	words := strings.Fields(names[strings.LastIndexByte(names, ',')+1:])
	for i, w := range words {
		if i > 0 && (w == "of" || w == "for" || w == "on" || w == "für" || w == "pour") {
			return true
		}
	}
	return false
}

// NameLike reports whether s can be the name of a writer or of an agency: few
// words, nearly all capitalised, no end of a sentence.
func NameLike(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 16 || strings.ContainsAny(s, "?!<>{}\"“”") {
		return false
	}
	small := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(@'"))
		if unicode.IsLower(r) {
			small++
		}
	}
	return small*2 <= len(words)-1 || len(words) == 1 && small == 0 || len(words) > 1 && small*2 < len(words)
}

// particles are the words in lower case that stand between the names of a person.
var particles = map[string]bool{"von": true, "van": true, "der": true, "de": true, "del": true, "della": true, "da": true, "dos": true, "di": true, "la": true, "le": true, "zu": true, "den": true, "ten": true, "el": true, "al": true, "y": true}

// FullName reports whether a line is the first and last name of somebody: two
// to four words of letters with a capital each, and not all of them capitals.
func FullName(line string) bool {
	words := strings.Fields(line)
	if len(words) < 2 || len(words) > 5 || len(line) > 40 || strings.ToUpper(line) == line {
		return false
	}
	names := 0
	for _, w := range words {
		first, n := utf8.DecodeRuneInString(w)
		switch {
		case particles[w]:
			continue
		case !unicode.IsUpper(first) || len(w) == n:
			return false
		}
		for i, r := range w {
			if !unicode.IsLetter(r) && r != '-' && r != '’' && r != '\'' && (r != '.' || i != n) {
				return false
			}
		}
		if !strings.HasSuffix(w, ".") {
			names++
		}
	}
	return names >= 2 && names <= 3
}
