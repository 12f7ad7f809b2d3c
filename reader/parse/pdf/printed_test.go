package pdf_test

import (
	"strings"
	"testing"
)

// TestPrintedPage: of a page that a browser printed what stands above its title and
// behind its text is left out, who wrote it and when are told; the items of a
// list whose bullets are drawn are paragraphs of their own.
func TestPrintedPage(t *testing.T) {
	t.Parallel()
	page := func(line string) string {
		return content(append(append([]show{{50, 760, 10, "F1", "The Elm News"}, {50, 740, 10, "F1", "Home News Sport"}, {50, 700, 20, "F2", "The bridge is open again"},
			{50, 670, 10, "F1", "It was closed for a year."}, {50, 650, 10, "F1", line}},
			lines(50, 620, "The bridge over the river was opened to walkers on Monday, a year after the flood", "had cracked its middle arch. Nobody had expected it so soon, and the ferry was full.")...),
			append(append(lines(80, 580, "the reserves of the town,", "a lottery,", "gifts by many families."),
				lines(50, 530, "The rest came from the state, which had promised more of it than it paid in the end,", "and from those who sold what was left of the old one.")...),
				show{50, 480, 14, "F2", "2 comments"}, show{50, 460, 10, "F1", "I remember it otherwise."}, show{50, 440, 14, "F2", "Most read"})...))
	}
	for line, want := range map[string][2]string{"By Jane Roe 12 March 2024": {"Jane Roe", "12 March 2024"}, "12 March 2024 | Jane Roe": {"Jane Roe", "12 March 2024"}} {
		d, got, err := read(t, build("/Producer(Skia/PDF m120)/Title(The bridge is open again | The Elm News)", page(line)))
		if err != nil || d.Says.Title != "The bridge is open again" || d.Says.Byline != want[0] || d.Else.Date != want[1] {
			t.Errorf("%s: got %+v, %q, %v", line, d.Says, d.Else.Date, err)
		}
		for _, gone := range []string{"Home News", line, "comments", "otherwise", "Most read"} {
			if strings.Contains(got, gone) {
				t.Errorf("%s: %q is in %q", line, gone, got)
			}
		}
		for _, kept := range []string{"It was closed", "<p>the reserves of the town,</p>", "<p>a lottery,</p>", "the old one."} {
			if !strings.Contains(got, kept) {
				t.Errorf("%s: %q is not in %q", line, kept, got)
			}
		}
	}
	if _, got, _ := read(t, build("/Producer(Elm Press)", page("By Jane Roe"))); !strings.Contains(got, "Home News") || !strings.Contains(got, "I remember it otherwise.") {
		t.Errorf("no page of a browser: %q", got)
	}
}

// TestTitled: a name by itself between the title and the day is who wrote it.
func TestTitled(t *testing.T) {
	t.Parallel()
	page := func(name, day string) string {
		return content(append([]show{{200, 740, 17, "F1", "The bridge is open again"}, {250, 710, 12, "F1", name}, {250, 690, 12, "F1", day}},
			lines(50, 650, "The bridge over the river was opened to walkers on Monday, a year after the flood", "had cracked its middle arch. Nobody had expected it so soon, and the ferry was full.")...))
	}
	for _, c := range [][3]string{{"Jane van Roe", "12 March 2024", "Jane van Roe"}, {"Jane van Roe", "After the flood", ""}, {"What it cost the town", "12 March 2024", ""}} {
		if d, _, err := read(t, build("/Producer(pdfTeX)", page(c[0], c[1]))); err != nil || d.Says.Byline != c[2] {
			t.Errorf("%q: got %+v, %v", c, d.Says, err)
		}
	}
}

// TestTitleInTwo: the second line of a title, which the file tells whole, is no part of the text.
func TestTitleInTwo(t *testing.T) {
	t.Parallel()
	page := content(append([]show{{50, 740, 17, "F1", "The bridge is open"}, {50, 690, 17, "F1", "again"}, {50, 660, 12, "F1", "By Jane Roe"}},
		lines(50, 620, "The bridge over the river was opened to walkers on Monday, a year after the flood", "had cracked its middle arch. Nobody had expected it so soon, and the ferry was full.")...))
	d, got, err := read(t, build("/Title(The bridge is open again)", page))
	if err != nil || d.Says.Title != "The bridge is open again" || d.Says.Byline != "Jane Roe" || strings.Contains(got, "again") {
		t.Errorf("got %+v, %q, %v", d.Says, got, err)
	}
}
