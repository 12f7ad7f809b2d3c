package frame

import (
	"slices"
	"strings"
	"time"

	"offprint/reader/clean"
	"offprint/reader/parse/date"
	"offprint/reader/parse/phrase"
)

// dropHead drops what the page repeats at the beginning of its text: title, byline, date.
func dropHead(blocks []clean.Block, f *Found) []clean.Block {
	out := blocks[:0]
	for i, b := range blocks {
		if i < headBlocks && (repeatsAll(b, f) || len(b.Lines) == 1 && len(out) > 0 && twice(&out[len(out)-1], &b)) {
			continue
		}
		out = append(out, b)
	}
	return out
}

// repeatsAll reports whether each line of a block says only what f says. In a
// list links may stand beside that: they lead to the section of the site.
func repeatsAll(b clean.Block, f *Found) bool {
	if len(b.Lines) == 0 || len(b.Lines) > headLines {
		return false
	}
	told := false
	for _, line := range b.Lines {
		one := clean.Block{Kind: b.Kind, Lines: []string{strings.TrimRight(line, "\\ ")}}
		if b.Kind == clean.List {
			one = clean.Block{Kind: clean.Prose, Lines: []string{strings.TrimLeft(one.Lines[0], "-*+ ")}}
		}
		switch {
		case repeats(&one, f):
			told = true
		case b.Kind != clean.List || !strings.HasPrefix(one.Lines[0], "[") || !strings.HasSuffix(one.Lines[0], ")"):
			return false
		}
	}
	return told
}

// twice reports whether b says what the block before it says, in another rank:
// some pages have their summary twice, for wide and for narrow screens.
func twice(before, b *clean.Block) bool {
	line := strings.TrimLeft(b.Lines[0], "# ")
	return len(line) >= twiceLeast && len(before.Lines) == 1 && b.Lines[0] != before.Lines[0] && line == strings.TrimLeft(before.Lines[0], "# ")
}

// twiceLeast is how long such a summary is at least, in bytes.
const twiceLeast = 50

// headedTitle is how long a title is at least that is told in a longer heading, in bytes.
const headedTitle = 16

// repeats reports whether a block of one line says only what f says.
func repeats(b *clean.Block, f *Found) bool {
	line := phrase.StripMarks(strings.TrimSpace(strings.Trim(b.Lines[0], "#")))
	if strings.EqualFold(line, f.Title) {
		return true
	}
	if b.Kind == clean.Heading && len(f.Title) >= headedTitle && len(line) < 2*len(f.Title)+headedTitle && strings.Contains(line, f.Title) {
		return true // with a line above or below it
	}
	if b.Kind != clean.Prose && b.Kind != clean.Heading {
		return false
	}
	if b.Kind == clean.Prose && slices.Contains(f.Above, line) {
		return true
	}
	var probe Found
	if dateLine(line, &probe) && !f.Published.IsZero() || b.Kind == clean.Prose && onDay(line, f.Published) {
		return true
	}
	for _, by := range []string{" by ", " von ", " par ", " por "} {
		if head, tail, ok := strings.Cut(line, by); ok && !f.Published.IsZero() && dateLine(head, &probe) && strings.EqualFold(phrase.Byline(tail), f.Byline) {
			return true // Posted on April 19, 2024 by Jane Roe
		}
	}
	return f.Byline != "" && (strings.EqualFold(line, f.Byline) || BylineOf(line, &probe) && strings.EqualFold(probe.Byline, f.Byline) || saysWho(line, f))
}

// onDay reports whether a line that is no sentence holds the day on which the
// page was published: with it a site tells who wrote what, where and when.
func onDay(line string, published time.Time) bool {
	whole := line
	line = date.Publication(line)
	if published.IsZero() || len(line) > dayLine || line == whole && phrase.EndsSentence(line) || phrase.Asks(line) || !strings.ContainsAny(line, "0123456789") {
		return false
	}
	t, ok := date.Within(line, true)
	if !ok || t.Format(time.DateOnly) != published.Format(time.DateOnly) {
		t, ok = date.Within(line, false)
	}
	return ok && t.Format(time.DateOnly) == published.Format(time.DateOnly)
}

// saysWho reports whether a line holds nothing but the byline, the date and the
// words with which a site tells who wrote when: Posted by Jane Roe 19.04.2024.
func saysWho(line string, f *Found) bool {
	i := strings.Index(strings.ToLower(line), strings.ToLower(f.Byline))
	if i < 0 || i+len(f.Byline) > len(line) || len(line) > headLine {
		return false
	}
	before := strings.ToLower(strings.Trim(line[:i], " :|,–—-"))
	after := strings.Trim(line[i+len(f.Byline):], " :|,.;–—-@•·")
	var probe Found
	if slices.Contains(phrase.Bywords, before) && strings.HasPrefix(line[i+len(f.Byline):], ", ") && len(after) <= roleMost && len(strings.Fields(after)) <= roleWords && !phrase.EndsSentence(line) {
		return true // von Jane Roe, Redaktion
	}
	return (before == "" || slices.Contains(phrase.Bywords, before)) && (after == "" || dateLine(after, &probe) || clockOnly(after))
}

// How long a line is at most that tells who wrote a page and when, in bytes: by
// its words, and by the day that it holds.
const (
	headLine = 120
	dayLine  = 80
)

// How long the words are at most that tell what the writer is, in bytes, and how many.
const (
	roleMost  = 40
	roleWords = 3
)
