package date

import (
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// A text without marks tells when it was published in its first lines, or not
// at all: a date further down is what the text is about. These are how much of
// it may tell, in bytes and in parts, which lines and runs of blanks set apart.
const (
	openingReach = 700
	openingParts = 12
	openingBytes = 16 << 10 // of the text, in which the parts are looked for
)

var (
	// dateAhead is what may be a date at the beginning of a text; Parse has the last word.
	dateAhead = regexp.MustCompile(`^(?:\p{L}{3,10}[.,]* +)?(?:\p{L}{3,10}\.? +\d{1,2}(?:st|nd|rd|th)?,? +\d{4}|\d{1,2}(?:st|nd|rd|th|\.)? +(?:de +)?\p{L}{3,10}\.?,? +(?:de +)?\d{4}|\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} +\d{1,2} +\d{4})`)
	// dateLabel is what stands before the date of publication, and begins a part of the head.
	dateLabel = regexp.MustCompile(`(?:^| {2,})(?:(?i:press releases?|news releases?|media releases?|for immediate release|pressemitteilung|communiqué de presse|comunicado de prensa)|Date|DATE)[ :.,|–—-]+`)
	// dateline is a place in capitals before the date and a dash behind it: ELMSTEAD (April 19, 2024) -
	dateline = regexp.MustCompile(`(?:^| {2,})\p{Lu}[\p{Lu}., ]{2,40}[ ,(-]+`)
	lineDash = regexp.MustCompile(`^\)? *(?:-|–|—)`)
)

// Opening returns the date of publication that the first lines of a text
// tell: it begins the text, stands by itself, or behind words such as Press
// Release or a place in capitals. Of two different ones none is told.
func Opening(text string) (time.Time, bool) {
	parts := openingOf(text)
	if len(parts) == 0 {
		return time.Time{}, false
	}
	if t, rest, ok := Cut(parts[0]); ok && rest != "" {
		return t, true
	}
	var days []time.Time
	take := func(t time.Time) {
		if len(days) == 0 || !days[0].Equal(t) {
			days = append(days, t)
		}
	}
	for _, p := range parts {
		if t, n := Leading(p); n == len(p) {
			take(t)
		}
	}
	head := strings.Join(parts, "  ")
	for _, at := range dateLabel.FindAllStringIndex(head, -1) {
		if t, n := Leading(head[at[1]:]); n > 0 {
			take(t)
		}
	}
	for _, at := range dateline.FindAllStringIndex(head, -1) {
		if t, n := Leading(head[at[1]:]); n > 0 && lineDash.MatchString(head[at[1]+n:]) {
			take(t)
		}
	}
	if len(days) != 1 {
		return time.Time{}, false
	}
	return days[0], true
}

// openingOf returns the first parts of a text.
func openingOf(text string) []string {
	var parts []string
	left := openingReach
	text = strings.TrimSpace(text[:min(len(text), openingBytes)])
	for text != "" && left > 0 && len(parts) < openingParts {
		end := partEnd(text)
		if p := strings.ToValidUTF8(text[:min(end, left)], ""); p != "" {
			parts, left = append(parts, p), left-len(p)
		}
		text = strings.TrimLeft(text[end:], " \t\r\n")
	}
	return parts
}

// partGap is how many blanks in a row set two parts of a text apart.
const partGap = 3

// partEnd returns where the first part of a text ends: before the end of the
// line, or before a run of blanks.
func partEnd(text string) int {
	blanks := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n', '\r':
			return i - blanks
		case ' ', '\t':
			if blanks++; blanks == partGap {
				return i + 1 - partGap
			}
		default:
			blanks = 0
		}
	}
	return len(text) - blanks
}

// Leading returns the date that s begins with and its length; 0 if it begins with none.
func Leading(s string) (time.Time, int) {
	n := len(dateAhead.FindString(s))
	if n == 0 {
		return time.Time{}, 0
	}
	if r, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsDigit(r) || unicode.IsLetter(r) {
		return time.Time{}, 0
	}
	date := s[:n]
	if strings.Trim(date, "0123456789 ") == "" { // 4 19 2024, where the strokes were lost
		date = strings.Join(strings.Fields(date), "/")
	}
	t, ok := Parse(date, true)
	if !ok {
		return time.Time{}, 0
	}
	return t, n
}

// Cut cuts the date off a title or first line that begins with one. What
// is behind it must begin anew: "9 May 1945 was a Wednesday" and "May 9, 1945,
// in Berlin" are sentences about a day.
func Cut(s string) (t time.Time, rest string, ok bool) {
	t, n := Leading(s)
	if n == 0 {
		return t, s, false
	}
	rest = strings.TrimLeft(s[n:], " |–—-")
	if len(rest) == len(s)-n {
		return t, s, rest == ""
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "\"'“‘«„»"))
	return t, rest, rest == "" || unicode.IsUpper(r) || unicode.IsDigit(r)
}

// Undated returns a title without the date that it begins with, and without
// what announces that date, if words remain.
func Undated(title string) string {
	from := title
	if at := dateLabel.FindStringIndex(title); at != nil && at[0] == 0 {
		from = title[at[1]:]
	}
	if _, rest, ok := Cut(from); ok && len(strings.Fields(rest)) > 1 {
		return rest
	}
	return title
}
