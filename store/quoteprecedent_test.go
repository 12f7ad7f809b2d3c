package store

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"offprint/reader"
)

// copiedQuote is one statement in several reports.
type copiedQuote struct {
	*testing.T
	a *Archive
	n int
}

const closedQuay = "“The quay of <Aldersted> will be closed until the end of May,” said "

// add adds a report and returns its article.
func (c *copiedQuote) add(text string) ID {
	c.Helper()
	c.n++
	return mustAdd(c, c.a, item(fmt.Sprint(c.n), said(fmt.Sprintf("Report %d", c.n), fmt.Sprintf("2024-03-%02d", c.n), text)))[0].IDs[0]
}

// expect compares who is said to have said the first quote of each report.
func (c *copiedQuote) expect(when string, want ...string) {
	c.Helper()
	var got []string
	for id := range ID(len(want)) {
		art := read(c, c.a, id+1)
		who := "none"
		if len(art.Digest.Quotes) > 0 {
			who = string(art.Digest.Quotes[0].Speaker.Name)
		}
		got = append(got, who)
	}
	if g, w := strings.Join(got, "|"), strings.Join(want, "|"); g != w {
		c.Errorf("%s: %s, want %s", when, g, w)
	}
	sound(c, c.a)
}

func (c *copiedQuote) correct(id ID, fix Correction) {
	c.Helper()
	ids := quoteIDs(c, c.a, read(c, c.a, id))
	must(c.T, c.a.CorrectQuote(context.Background(), ids[0], fix))
}

func (c *copiedQuote) again(change func(context.Context) (reader.Text, error)) {
	c.Helper()
	if _, err := change(context.Background()); err != nil {
		c.Fatal(err)
	}
}

// TestCopiesThatComeLater: what the reader said about a quote holds for copies
// that are added afterwards, with one undo for all of them.
func TestCopiesThatComeLater(t *testing.T) {
	t.Parallel()
	c := &copiedQuote{T: t, a: testArchive(t)}
	lind, berg := Correction{Speaker: "Marta Lind", Kind: reader.SpeakerPerson}, Correction{Speaker: "Olga Berg", Kind: reader.SpeakerPerson}
	first := c.add(closedQuay + "[Ines Roth].")
	c.correct(first, lind)
	c.add(closedQuay + "[Ines Roth]. [Ines Roth] left.")
	c.add(closedQuay + "nobody.")
	c.add(closedQuay + "[Jon Kolven].")
	c.add("“The quay of <Aldersted> will be closed until the end of June,” said [Ines Roth].")
	c.expect("copies came", "Marta Lind", "Marta Lind", "Marta Lind", "Jon Kolven", "Ines Roth")
	c.again(c.a.Undo)
	c.expect("undone", "Ines Roth", "Ines Roth", "", "Jon Kolven", "Ines Roth")
	c.again(c.a.Redo)
	c.expect("done again", "Marta Lind", "Marta Lind", "Marta Lind", "Jon Kolven", "Ines Roth")

	c.correct(first, berg)
	c.add(closedQuay + "[Ines Roth]. A boat came.")
	c.expect("corrected twice", "Olga Berg", "Olga Berg", "Olga Berg", "Jon Kolven", "Ines Roth", "Olga Berg")
	c.again(c.a.Undo)
	c.expect("one undone", "Marta Lind", "Marta Lind", "Marta Lind", "Jon Kolven", "Ines Roth", "Marta Lind")
	c.again(c.a.Undo)
	c.expect("both undone", "Ines Roth", "Ines Roth", "", "Jon Kolven", "Ines Roth", "Ines Roth")

	c.again(c.a.Redo)
	c.add(closedQuay + "[Ines Roth]. Another boat came.")
	c.again(c.a.Redo)
	c.expect("a copy between two, and both done again", "Olga Berg", "Olga Berg", "Olga Berg", "Jon Kolven", "Ines Roth", "Olga Berg", "Olga Berg")
	c.again(c.a.Undo)
	c.again(c.a.Undo)
	c.expect("both undone again", "Ines Roth", "Ines Roth", "", "Jon Kolven", "Ines Roth", "Ines Roth", "Ines Roth")

	c.correct(first, Correction{None: true})
	c.add(closedQuay + "[Jon Kolven]. Nobody came.")
	c.expect("it is none", "none", "none", "none", "none", "Ines Roth", "none", "none", "none")
	c.again(c.a.Undo)
	c.expect("it is one", "Ines Roth", "Ines Roth", "", "Jon Kolven", "Ines Roth", "Ines Roth", "Ines Roth", "Jon Kolven")
}

// TestCopiesThatAreReadAnew: a copy is corrected, too, once it has a text with
// the words, or a better maker finds them.
func TestCopiesThatAreReadAnew(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	c := &copiedQuote{T: t, a: testArchive(t)}
	c.correct(c.add(closedQuay+"[Ines Roth]."), Correction{Speaker: "Marta Lind", Kind: reader.SpeakerPerson})
	bare := said("Report 2", "2024-03-02", closedQuay+"[Ines Roth]. [Ines Roth] left.")
	whole := bare.Quotes
	bare.Quotes = nil
	mustAdd(t, c.a, item("2", bare))
	mustAdd(t, c.a, item("3", said("Report 3", "2024-03-03", "[Ines Roth] said nothing.")))
	c.expect("found nothing", "Marta Lind", "none", "none")
	mustAdd(t, c.a, item("3", said("Report 3", "2024-03-03", closedQuay+"[Ines Roth], who had said nothing.")))
	c.expect("a newer text", "Marta Lind", "none", "Marta Lind")
	_, err := c.a.Reanalyse(ctx, 1, func(art reader.Article) reader.Digest {
		if art.Title != "Report 2" {
			return said(string(art.Title), "2024-03-01", strings.ReplaceAll(string(art.Markdown), "Ines Roth", "[Ines Roth]"))
		}
		d := bare
		d.Article, d.Quotes = art, whole
		return d
	})
	must(t, err)
	c.expect("a better maker", "Marta Lind", "Marta Lind", "Marta Lind")
	c.again(c.a.Undo)
	c.expect("undone", "Ines Roth", "Ines Roth", "Ines Roth")
}

// TestCopiesAfterAPurge: the number of a correction that went with its article
// is not given to a copy of another, which undo of the first would take for it.
func TestCopiesAfterAPurge(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	c := &copiedQuote{T: t, a: testArchive(t)}
	fix := Correction{Speaker: "Marta Lind", Kind: reader.SpeakerPerson}
	c.correct(c.add(closedQuay+"[Ines Roth]."), fix)
	gone := c.add("“All of the boats will lie at the northern pier,” said [Jon Kolven].")
	c.correct(gone, fix)
	must(t, c.a.Delete(ctx, []ID{gone}))
	if n, err := c.a.Purge(ctx, c.a.now().AddDate(1, 0, 0)); err != nil || n != 1 {
		t.Fatal(n, err)
	}
	came := c.add(closedQuay + "[Ines Roth]. [Ines Roth] left.")
	who := func() string { return string(read(t, c.a, came).Digest.Quotes[0].Speaker.Name) }
	if got := who(); got != "Marta Lind" {
		t.Fatalf("the copy is by %q", got)
	}
	for _, want := range []string{"Marta Lind", "Marta Lind", "Ines Roth"} { // the deletion, the correction that is gone, the first
		c.again(c.a.Undo)
		if got := who(); got != want {
			t.Errorf("after undo the copy is by %q, want %q", got, want)
		}
	}
}

// TestOwnCorrectionCounts: what the reader said about a copy itself stands
// before what he said about another, whatever makers find later.
func TestOwnCorrectionCounts(t *testing.T) {
	t.Parallel()
	c := &copiedQuote{T: t, a: testArchive(t)}
	first, second := c.add(closedQuay+"[Ines Roth]."), c.add(closedQuay+"[Jon Kolven].")
	c.correct(first, Correction{Speaker: "Marta Lind", Kind: reader.SpeakerPerson})
	c.correct(second, Correction{Speaker: "Olga Berg", Kind: reader.SpeakerPerson})
	c.expect("each for itself", "Marta Lind", "Olga Berg")
	_, err := c.a.Reanalyse(context.Background(), 1, func(art reader.Article) reader.Digest {
		d := said(string(art.Title), "2024-03-01", closedQuay+"nobody.")
		d.Article, d.Quotes = art, d.Quotes[:1]
		d.Quotes[0].Speaker = reader.Speaker{}
		return d
	})
	must(t, err)
	c.expect("makers find nobody", "Marta Lind", "Olga Berg")
}
