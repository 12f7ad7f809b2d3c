package date

import (
	"strings"
	"time"
)

// In reads a date that may have something behind it.
func In(s string, monthFirst bool) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return time.Time{}, false
	}
	if t, ok := Parse(s, monthFirst); ok {
		return t, true
	}
	if len(s) == 8 && strings.Trim(s, "0123456789") == "" {
		return Parse(s[:4]+"-"+s[4:6]+"-"+s[6:], monthFirst)
	}
	if len(s) > 10 && (s[10] == 'T' || s[10] == ' ') {
		return Parse(s[:10], monthFirst)
	}
	return time.Time{}, false
}

// Within finds a date among other words: the longest run of words that reads as one.
func Within(text string, monthFirst bool) (time.Time, bool) {
	if t, ok := Parse(text, monthFirst); ok {
		return t, true
	}
	words := strings.Fields(text)
	words = words[:min(len(words), 40)]
	for size := min(6, len(words)); size >= 1; size-- {
		for i := 0; i+size <= len(words); i++ {
			run := strings.Trim(strings.Join(words[i:i+size], " "), " ,.;:()[]|")
			if !strings.ContainsAny(run, "0123456789") {
				continue
			}
			if t, ok := Parse(run, monthFirst); ok {
				return t, true
			}
		}
	}
	return time.Time{}, false
}

// Publication returns what a text that tells two days says of the first: Updated
// March 13, 2024 | Published March 12, 2024.
func Publication(text string) string {
	low := strings.ToLower(text)
	for _, w := range Publishing {
		if i := strings.Index(low, " "+w); i >= 0 && len(low) == len(text) {
			return text[i+1:]
		}
	}
	return text
}

// Publishing are the words behind which a text names the day on which it was
// published, in lower case.
var Publishing = []string{
	"published", "posted", "first published", "erschienen am", "erschienen:", "veröffentlicht", "publiziert", "publié", "paru le", "publicado", "pubblicato", "gepubliceerd", "geplaatst", "julkaistu", "publicerad", "publisert", "udgivet", "opublikowano", "опубликовано",
}
