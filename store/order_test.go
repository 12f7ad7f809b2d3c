package store

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/store/address"
	"offprint/store/tagset"
)

// states writes what is known of each article, in an order of its own and without regard to spelling.
func states(t *testing.T, a *Archive) string {
	t.Helper()
	var lines []string
	for _, r := range list(t, a, "") {
		art := read(t, a, r.ID)
		var tags, marks []string
		for _, tag := range r.Tags {
			tags = append(tags, tagset.Key(tag))
		}
		for _, h := range art.Highlights {
			marks = append(marks, fmt.Sprintf("%q %q %v", passageKey(h.Anchor.Exact), h.Note, h.Lost))
		}
		slices.Sort(tags)
		slices.Sort(marks)
		lines = append(lines, fmt.Sprintln(address.Key(art.Digest.Article.Address), r.Title, r.Byline, r.Published.Unix(), r.Stub, r.Starred, tags, marks, art.Digest.Article.Markdown))
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// In whatever order texts and what was kept of them elsewhere are added, the archive holds the same in the end.
func TestOrderOfAdding(t *testing.T) {
	t.Parallel()
	stub := stubOf("https://news.example/river", "The river rose in the night", reader.Kept{Saved: june, Starred: true,
		Passages: []reader.Passage{{Text: "the bridge was closed", Note: "which?"}, {Text: "not in it at all"}}}, "floods")
	stub.Article.Byline = "A. Writer"
	second := stubOf("http://m.news.example/river/?utm_source=x", "The river rose in the night", reader.Kept{Saved: june,
		Passages: []reader.Passage{{Text: "The bridge was closed"}, {Text: "Nobody was hurt."}}}, "Floods", "towns")
	text := page("https://news.example/river", "The river rose in the night", "2015-05-30", river)
	titled := stubOf("", "The river rose in the night", reader.Kept{Passages: []reader.Passage{{Text: "stood under water"}, {Text: "Nobody was hurt", Note: "luck"}}}, "books")
	other := stubOf("https://news.example/other", "Another thing", reader.Kept{}, "floods")
	items := []Item{export(1, stub, other), export(2, second), item("river.html", text), export(3, titled)}
	want := ""
	for seed := range uint64(24) {
		r := rand.New(rand.NewPCG(seed, 5))
		a := testArchive(t)
		var order []int
		for _, i := range r.Perm(len(items)) {
			order = append(order, i)
			mustAdd(t, a, items[i])
		}
		got := states(t, a)
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("in the order %v the archive holds\n%s\nwant\n%s", order, got, want)
		}
		index(t, a)
		sound(t, a)
	}
}
