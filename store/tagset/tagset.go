// Package tagset tells which tags are one, however they are written, and how
// the tags of an article stand in one column.
package tagset

import (
	"slices"
	"strings"

	"offprint/reader"
	"offprint/store/folded"
)

// Key returns the form under which spellings of a tag are one.
func Key(tag reader.Text) string { return folded.Key(string(tag)) }

// Unique leaves out tags that say the same or nothing.
func Unique(tags []reader.Text) []reader.Text {
	var list []reader.Text
	seen := map[string]bool{"": true}
	for _, t := range tags {
		if key := Key(t); !seen[key] {
			seen[key] = true
			list = append(list, reader.CleanLine(string(t)))
		}
	}
	return list
}

// Join writes tags for a column of the archive.
func Join(tags []reader.Text) string {
	var b strings.Builder
	for i, t := range Unique(tags) {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(string(t))
	}
	return b.String()
}

// Split reads what Join wrote.
func Split(s string) []reader.Text {
	if s == "" {
		return nil
	}
	var list []reader.Text
	for t := range strings.SplitSeq(s, "\n") {
		list = append(list, reader.CleanLine(t))
	}
	return list
}

// List names tags for people.
func List(tags []reader.Text) string {
	names := make([]string, len(tags))
	for i, t := range tags {
		names[i] = string(t)
	}
	return strings.Join(names, ", ")
}

// Has reports whether a tag is among others, however it is written.
func Has(tags []reader.Text, tag reader.Text) bool { return Index(tags, tag) >= 0 }

// Index returns where a tag is among others, however it is written; -1 if it is not.
func Index(tags []reader.Text, tag reader.Text) int {
	return slices.IndexFunc(tags, func(t reader.Text) bool { return Key(t) == Key(tag) })
}
