package safe

import (
	"slices"
	"strings"

	"offprint/reader"
)

// The limits of the tags of one article.
const (
	maxTags = 100
	tagSize = 200 // bytes
)

// Tags makes tags safe. Each is told once.
func Tags(tags []string) []reader.Text {
	var out []reader.Text
	for _, t := range tags[:min(len(tags), maxTags)] {
		if len(t) > tagSize {
			t = strings.ToValidUTF8(t[:tagSize], "")
		}
		if t := Line(t); t != "" && !slices.ContainsFunc(out, func(u reader.Text) bool { return strings.EqualFold(string(u), string(t)) }) {
			out = append(out, t)
		}
	}
	return out
}

// passageSize is how long a passage or note may be, in bytes.
const passageSize = 64 << 10

// Passage makes the words of a highlight or note safe; its lines stay.
func Passage(s string) reader.Text {
	if len(s) > passageSize {
		s = strings.ToValidUTF8(s[:passageSize], "")
	}
	return reader.Clean(strings.TrimSpace(string(reader.Clean(safeReferences(s)))))
}
