package parse

import (
	"strings"

	"github.com/abadojack/whatlanggo"

	"offprint/reader"
)

// enoughText is how much of a text its language can be told from, in bytes.
const enoughText = 300

// languageReach is how much of it is looked at, in bytes.
const languageReach = 2000

// languageOf returns the language that the file declares, else the one that
// the text is written in, empty if that is not certain.
func languageOf(declared string, md reader.Text) string {
	if l := languageTag(declared); l != "" {
		return l
	}
	if len(md) < enoughText {
		return ""
	}
	info := whatlanggo.Detect(string(md.Slice(reader.Span{Start: 0, End: languageReach})))
	if !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
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
