package demo

import (
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/parse"
)

func TestSourcesAreFilesInOrder(t *testing.T) {
	t.Parallel()
	sources := Sources()
	if got := len(sources); got < 12 {
		t.Fatalf("got %d articles, want at least 12", got)
	}
	var names []string
	for _, s := range sources {
		names = append(names, s.Name)
		if s.Format != reader.FormatUnknown {
			t.Errorf("%s: got format %v, want it left to be found out", s.Name, s.Format)
		}
		if strings.ContainsAny(s.Name, `/\ `) {
			t.Errorf("%s: got a name with a slash or a blank", s.Name)
		}
	}
	if !slices.IsSorted(names) {
		t.Errorf("got names %q, want them in order", names)
	}
}

func TestSourcesAreCleanText(t *testing.T) {
	t.Parallel()
	for _, s := range Sources() {
		if !utf8.Valid(s.Data) {
			t.Errorf("%s: not UTF-8", s.Name)
		}
		for i, r := range string(s.Data) {
			if unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) {
				t.Errorf("%s: got %U at byte %d", s.Name, r, i)
			}
		}
	}
}

// TestSourcesAreRead checks that every file is one article of which the reader
// can tell title, writer, day, outlet and address.
func TestSourcesAreRead(t *testing.T) {
	t.Parallel()
	languages := map[string]int{}
	addresses := map[reader.Text]string{}
	for _, s := range Sources() {
		articles, err := parse.Parse(s)
		if err != nil || len(articles) != 1 {
			t.Errorf("%s: got %d articles (%v), want one", s.Name, len(articles), err)
			continue
		}
		a := articles[0]
		if a.Title == "" || a.Byline == "" || a.Published.IsZero() || a.Outlet == "" || a.Address == "" {
			t.Errorf("%s: got %q by %q, %v, %q, %q; want all of them", s.Name, a.Title, a.Byline, a.Published, a.Outlet, a.Address)
		}
		if year := a.Published.Year(); year < 2021 || year > 2025 {
			t.Errorf("%s: got the year %d, want 2021 to 2025", s.Name, year)
		}
		if before := addresses[a.Address]; before != "" {
			t.Errorf("%s and %s: got one address, want two, else one takes the other's place", before, s.Name)
		}
		addresses[a.Address] = s.Name
		languages[strings.SplitN(a.Language, "-", 2)[0]]++
	}
	for _, want := range []string{"en", "de", "ru", "fr", "es"} {
		if languages[want] == 0 {
			t.Errorf("got no article in %s: %v", want, languages)
		}
	}
}

// TestKindsOfArticles checks that what a newcomer should meet is there.
func TestKindsOfArticles(t *testing.T) {
	t.Parallel()
	tests := []struct {
		what  string
		least int
		is    func(name, text string) bool
	}{
		{"plain text", 3, func(name, _ string) bool { return path.Ext(name) == ".txt" }},
		{"Markdown", 3, func(name, _ string) bool { return path.Ext(name) == ".md" }},
		{"HTML", 3, func(name, _ string) bool { return path.Ext(name) == ".html" }},
		{"not in English", 3, func(_, text string) bool { return foreign(text) }},
		{"in Cyrillic", 1, func(_, text string) bool { return strings.ContainsFunc(text, cyrillic) }},
		{"of 5,000 words", 1, func(_, text string) bool { return len(strings.Fields(text)) >= 5000 }},
		{"with a table in HTML", 1, func(_, text string) bool { return strings.Contains(text, "<table>") }},
		{"with a table in Markdown", 1, func(_, text string) bool { return strings.Contains(text, "\n|---|") }},
		{"with code", 1, func(_, text string) bool { return strings.Count(text, "\n```") >= 2 }},
		{"with pictures in Markdown", 1, func(_, text string) bool { return strings.Count(text, "\n![") >= 2 }},
		{"with pictures in HTML", 3, func(_, text string) bool { return strings.Contains(text, "<figcaption>") }},
		{"with footnotes", 1, func(_, text string) bool { return strings.Contains(text, "\n[^1]: ") }},
		{"with a block quote", 1, func(_, text string) bool { return strings.Contains(text, "\n> ") }},
		{"with front matter", 3, func(_, text string) bool { return strings.HasPrefix(text, "---\n") }},
		{"saved by SingleFile", 1, func(_, text string) bool { return strings.Contains(text, "Page saved with SingleFile") }},
		{"broken in mid-sentence", 3, brokenParagraph},
		{"with curly quotes", 3, func(_, text string) bool { return strings.Contains(text, "“") }},
		{"with straight quotes", 3, func(_, text string) bool { return strings.Contains(text, ` "`) }},
		{"in words shared by two outlets", 2, func(_, text string) bool {
			return strings.Contains(text, "We asked for one line in one contract: that the harbour")
		}},
		{"of one ruling, early and late", 2, func(_, text string) bool {
			return strings.Contains(text, "alderstedcourier.example/2023/09/20/court-suspends-permit-for-hersk-barrage")
		}},
	}
	for _, test := range tests {
		got := 0
		for _, s := range Sources() {
			if test.is(s.Name, string(s.Data)) {
				got++
			}
		}
		if got < test.least {
			t.Errorf("got %d articles %s, want at least %d", got, test.what, test.least)
		}
	}
}

// TestPeopleReturn checks that the articles are tied together by those whom they name.
func TestPeopleReturn(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"Linnevik", "Orrel", "Kolvenbach", "Aldaur", "Thyle", "Haslet", "Nordal Hydro", "Hersk", "Ellmar"} {
		got := 0
		for _, s := range Sources() {
			if strings.Contains(string(s.Data), name) {
				got++
			}
		}
		if got < 5 {
			t.Errorf("got %s in %d articles, want at least 5", name, got)
		}
	}
}

// foreign reports whether text has more of the small words of another
// language than of English ones, or is in Cyrillic.
func foreign(text string) bool {
	english, other := 0, 0
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		switch word {
		case "the", "of", "that", "with", "said":
			english++
		case "der", "und", "nicht", "le", "les", "qui", "que", "los", "del", "est", "et":
			other++
		}
	}
	return other > english || strings.ContainsFunc(text, cyrillic)
}

func cyrillic(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }

// brokenParagraph reports whether a blank line in text is followed by a small
// letter and preceded by no mark that ends a sentence.
func brokenParagraph(name, text string) bool {
	if path.Ext(name) != ".txt" {
		return false
	}
	for before, after := range pairs(strings.Split(text, "\n\n")) {
		last, _ := utf8.DecodeLastRuneInString(before)
		first, _ := utf8.DecodeRuneInString(after)
		if (unicode.IsLetter(last) || last == ',') && unicode.IsLower(first) {
			return true
		}
	}
	return false
}

// pairs yields every two neighbours in list.
func pairs(list []string) func(func(before, after string) bool) {
	return func(yield func(before, after string) bool) {
		for i := 1; i < len(list); i++ {
			if !yield(list[i-1], list[i]) {
				return
			}
		}
	}
}
