package date

import (
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// firstSaved is the year before which nothing was saved by any service.
const firstSaved = 1990

// Saved reads a date of saving: seconds, or parts of them, since 1970, or
// any notation of a date. It is zero if it cannot be true.
func Saved(s string) time.Time {
	s = strings.TrimSpace(s)
	if whole, part, ok := strings.Cut(s, "."); ok && strings.Trim(whole+part, "0123456789") == "" && len(whole) >= 9 {
		s = whole // parts of a second
	}
	t, ok := time.Time{}, false
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && len(s) >= 9 {
		for n > 1e11 {
			n /= 1000
		}
		t, ok = time.Unix(n, 0), true
	} else if err != nil {
		t, ok = Parse(s, true)
	}
	if t = t.UTC(); !ok || t.Year() < firstSaved || t.Year() > lastYear {
		return time.Time{}
	}
	return t
}

// nameForms are the dates in the names of files, and how each is read.
var nameForms = []struct {
	form *regexp.Regexp
	read string
}{
	{regexp.MustCompile(`(?:^|\D)(\d{4}-\d\d-\d\d)(?:\D|$)`), time.DateOnly},
	{regexp.MustCompile(`(?:^|\D)((?:19|20)\d{6})(?:\D|$)`), "20060102"},
	{regexp.MustCompile(`(?:^|\D)(\d{1,2}(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:19|20)\d\d)(?:\D|$)`), "2Jan2006"},
}

// OfFile is the date in a file's name, as site generators and people write
// it: 2024-04-19-the-bridge.md, The bridge 20240419.txt, 19Apr2024bridge.txt.
func OfFile(name string) (time.Time, bool) {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	for _, f := range nameForms {
		for _, m := range f.form.FindAllStringSubmatch(base, -1) {
			if t, err := time.Parse(f.read, m[1]); err == nil && t.Year() >= firstYear && t.Year() <= lastYear {
				return t, true
			}
		}
	}
	return time.Time{}, false
}
