package store

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"offprint/reader"
	"offprint/store/alike"
	"offprint/store/folded"
	"offprint/store/schema"
)

// older makes an archive of the version before letters such as ß were folded.
// fill writes "qq" for each ß: it is as long, and folded to nothing else.
func older(t *testing.T, fill func(a *Archive)) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "a.db")
	a, err := openAs(t.Context(), path, Options{Now: func() time.Time { return june }}, schema.Steps[:11])
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	fill(a)
	index(t, a)
	if err := a.write(t.Context(), "as before", age); err != nil {
		t.Fatal(err)
	}
	return path
}

// age puts ß in the place of "qq" in all of an archive, and folds it as before.
func age(l *link) error {
	for _, column := range []string{
		"article.title", "article.byline", "article.tags", "body.markdown", "name.text", "name.key", "name.renamed", "alias.text", "alias.key",
		"word.word", "tag.name", "tag.key", "outlet.name", "outlet.key", "journal.steps", "journal.label", "highlight.anchor", "term.term",
	} {
		table, name, _ := strings.Cut(column, ".")
		if err := l.do(fmt.Sprintf("UPDATE %[1]s SET %[2]s = replace(%[2]s, 'qq', 'ß') WHERE %[2]s LIKE '%%qq%%'", table, name)); err != nil {
			return err
		}
	}
	for _, text := range []string{
		"UPDATE finding SET digest = cast(replace(cast(digest AS TEXT), 'qq', 'ß') AS BLOB) WHERE instr(digest, x'7171')",
		"DELETE FROM search", "DELETE FROM sketch",
	} {
		if err := l.do(text); err != nil {
			return err
		}
	}
	ids, err := l.numbers("SELECT id FROM article")
	for _, id := range ids {
		if err := ageArticle(l, id); err != nil {
			return err
		}
	}
	return err
}

func ageArticle(l *link, id int64) error {
	var title, byline, markdown string
	var stub bool
	var rank int64
	err := l.one("SELECT a.title, a.byline, a.stub, b.markdown, coalesce(p.rank, 0) FROM article a JOIN body b ON b.id = a.id LEFT JOIN place p ON p.article = a.id WHERE a.id = ?",
		[]any{id}, &title, &byline, &stub, &markdown, &rank)
	if err != nil {
		return err
	}
	sum := sha256.Sum256([]byte(markdown))
	if err := l.do("UPDATE article SET hash = ? WHERE id = ?", sum[:], id); err != nil {
		return err
	}
	before := func(s string) string {
		if words := folded.Former(s); words != nil {
			return strings.Join(words, " ")
		}
		return folded.Key(s)
	}
	if rank == 0 { // deleted
		return nil
	}
	if err := l.do("INSERT INTO search (rowid, title, byline, body) VALUES (?, ?, ?, ?)", rank, before(title), before(byline), before(markdown)); err != nil {
		return err
	}
	sketch := alike.FormerSketch(markdown)
	if sketch == nil {
		sketch = alike.Sketch(markdown)
	}
	for _, n := range sketch {
		if err := l.do("INSERT INTO sketch (hash, article) VALUES (?, ?)", n, id); err != nil {
			return err
		}
	}
	if !stub {
		return nil
	}
	h := sha256.Sum256([]byte("stub titled " + before(title) + " by " + before(byline)))
	if err := l.do("INSERT OR IGNORE INTO identity (key, article) VALUES (?, ?)", int64(binary.LittleEndian.Uint64(h[:])>>1), id); err != nil {
		return err
	}
	if err := l.do("DELETE FROM kept"); err != nil {
		return err
	}
	for _, fact := range []int64{factOf("tag", "fußball"), factOf("passage", "was groß war", "")} {
		if err := l.do("INSERT INTO kept (article, fact) VALUES (?, ?)", id, fact); err != nil {
			return err
		}
	}
	return nil
}

// fillStreets fills an older archive with names and tags of which some become one, and decides about them.
func fillStreets(t *testing.T, a *Archive) {
	ctx := t.Context()
	one := said("Hochwasser in der Hauptstraqqe", "2024-01-01", "[Anton Graqq] sah die Straqqe in <Gieqqen>. “Die Straqqe steht unter Wasser und bleibt es” sagt [Anton Graqq]."+strings.Repeat(" Viele Worte über die groqqe Flut und noch mehr.", 12))
	two := said("Danach", "2024-01-02", "[Anton Grass] kam mit [Eva Marek] nach <Hessen>. “Wir bauen die Strasse wieder auf” sagt [Anton Grass].")
	three := said("Zuletzt", "2024-01-03", "[Anton Graqq], auch [Anton Grass], fuhr nach <Giessen>.")
	one.Article.Tags, two.Article.Tags, three.Article.Tags = []reader.Text{"Straqqe"}, []reader.Text{"Strasse"}, []reader.Text{"Straqqe", "Wasser", "Strasse"}
	one.Article.Outlet = "Der Spieqq"
	two.Article.Outlet, three.Article.Outlet = "Blatt", "Blatt"
	mustAdd(t, a, item("1", one), item("2", two), item("3", three), item("4", stubOf("", "Eine lange Straqqe nach Osten", reader.Kept{})))
	place := func(name string) EntityID { return entityNamed(t, a, name).ID }
	must(t, a.MergeEntities(ctx, place("gieqqen"), place("hessen")),
		a.RenameEntity(ctx, entityNamed(t, a, "graqq").ID, "A. Graqq, Bauer"),
		a.SetStarred(ctx, []ID{1}, true))
}

// An archive of before answers right as soon as it was opened, and all of it
// when its index was made; what the reader decided holds, and can be taken back.
func TestRespelled(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	path := older(t, func(a *Archive) { fillStreets(t, a) })
	a := openAt(t, path)
	if _, err := os.Stat(path + ".v11"); err != nil {
		t.Errorf("no copy of the archive as it was: %v", err)
	}
	sound(t, a)
	for q, want := range map[string]string{
		"Straße": "two one stub", "große": "one", `"die straße steht"`: "one", "hauptstraße": "one", "title:hauptstraß*": "one", "strasse": "two",
		"mentions:grass": "three two one", `said:"Anton Graß"`: "two one", "tag:STRASSE": "three two one", "tag:straße": "three two one",
		"source:spiess": "one", `mentions:gießen`: "three two one",
	} {
		if got := matches(t, a, q); got != want {
			t.Errorf("right after opening %s finds %q, want %q", q, got, want)
		}
	}
	index(t, a)
	sound(t, a)
	for q, want := range map[string]string{"strasse": "two one stub", "hauptstrasse": "one", "grosse": "one", "GROẞE -x": "one"} {
		if got := matches(t, a, q); got != want {
			t.Errorf("%s finds %q, want %q", q, got, want)
		}
	}
	if e := entityNamed(t, a, "grass"); e.Name != "A. Graß, Bauer" || e.Articles != 3 || e.Quotes != 2 {
		t.Errorf("%+v", e)
	}
	if tags, err := a.Tags(ctx); err != nil || len(tags) != 2 || tags[0].Articles != 3 {
		t.Errorf("tags %+v, %v", tags, err)
	}
	if r := read(t, a, 3).Row; len(r.Tags) != 2 {
		t.Errorf("tags %q, want one street", r.Tags)
	}
	for _, want := range []string{"starred 1 article", "renamed Anton Graß to A. Graß, Bauer", "merged Gießen into Hessen"} {
		if label, err := a.Undo(ctx); err != nil || string(label) != want {
			t.Errorf("undo: %q, %v, want %q", label, err, want)
		}
		sound(t, a)
	}
	if e := entityNamed(t, a, "giessen"); e.Articles != 2 {
		t.Errorf("apart again: %+v", e)
	}
}

// matches names the articles of fillStreets that a list of a query has.
func matches(t *testing.T, a *Archive, q string) string {
	var names []string
	for _, r := range list(t, a, q) {
		names = append(names, []string{"one", "two", "three", "stub"}[r.ID-1])
	}
	slices.SortFunc(names, func(x, y string) int {
		return strings.Index("three two one stub", x) - strings.Index("three two one stub", y)
	})
	return strings.Join(names, " ")
}

// What was taken away before stays away, and what was known by its title is known again.
func TestRespelledFacts(t *testing.T) {
	t.Parallel()
	a := openAt(t, older(t, func(a *Archive) { fillStreets(t, a) }))
	stub := stubOf("", "Eine lange Straße nach Osten", reader.Kept{Passages: []reader.Passage{{Text: "Was groß war"}}}, "Fußball")
	out := mustAdd(t, a, export(5, stub))[0]
	if out.IDs[0] != 4 || out.Status != StatusUnchanged {
		t.Errorf("the stub is %d and %v, want 4 and unchanged", out.IDs[0], out.Status)
	}
	if r := read(t, a, 4); len(r.Row.Tags) > 0 || len(r.Highlights) > 0 {
		t.Errorf("came back: %q, %+v", r.Row.Tags, r.Highlights)
	}
	sound(t, a)
}

// What was taken away before the archive remembered it stays away, as far as undo goes.
func TestTakenBefore(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	d := page("https://news.example/river", "River", "2015-05-30", river)
	d.Article.Tags, d.Article.Kept.Starred = []reader.Text{"floods", "north", "west"}, true
	a := openAt(t, older(t, func(a *Archive) {
		id := mustAdd(t, a, item("river.html", d))[0].IDs
		must(t, a.ChangeTags(ctx, id, nil, []reader.Text{"floods"}), a.SetStarred(ctx, id, false), a.ChangeTags(ctx, id, nil, []reader.Text{"west"}))
		if _, err := a.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		must(t, a.ChangeTags(ctx, id, nil, []reader.Text{"north"}), a.write(ctx, "as before", func(l *link) error { return l.do("DELETE FROM kept") }))
	}))
	mustAdd(t, a, export(1, stubOf("https://news.example/river", "River", reader.Kept{Starred: true}, "floods", "north", "south")))
	if r := read(t, a, 1).Row; !slices.Equal(r.Tags, []reader.Text{"west", "south"}) || r.Starred {
		t.Errorf("tags %q, starred %v, want west and south, and no star", r.Tags, r.Starred)
	}
}

// The next analysis leaves nothing of before behind.
func TestRespelledAnalysis(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := openAt(t, older(t, func(a *Archive) { fillStreets(t, a) }))
	found := map[reader.Text]reader.Digest{}
	for id := ID(1); id <= 4; id++ {
		d := read(t, a, id).Digest
		found[d.Article.Title] = d
	}
	n, err := a.Reanalyse(ctx, 1, func(art reader.Article) reader.Digest {
		d := found[art.Title]
		d.Article = art
		return d
	})
	if err != nil || n != 4 {
		t.Fatalf("%d analysed, %v, want 4", n, err)
	}
	index(t, a)
	sound(t, a)
	got := withoutQuotes(dump(t, a))
	must(t, a.Rebuild(ctx))
	if diff := firstDifference(got, withoutQuotes(dump(t, a))); diff != "" {
		t.Errorf("differs from a rebuilt archive:\n%s", diff)
	}
	var sketched int64
	must(t, a.read(ctx, "test", func(l *link) (err error) {
		sketched, err = l.number("SELECT count(*) FROM sketch")
		return err
	}))
	if sketched != alike.SketchSize {
		t.Errorf("%d numbers of sketches, want %d", sketched, alike.SketchSize)
	}
}

// Any decisions about names of which several become one hold together: the
// archive is sound, all can be taken back and made again.
func TestRespelledAfterChanges(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	for seed := range uint64(6) {
		a := openAt(t, older(t, func(a *Archive) {
			p := &player{t: t, a: a, r: rand.New(rand.NewPCG(seed, 3)), c: newCorpus(40)}
			p.c.people = []string{"Anna Graqq", "Anna Grass", "Bert Weiqq", "Bert Weiss", "Grass", "Graqq", "Eva Marek"}
			copy(p.c.places, []string{"Gieqqen", "Giessen", "Meiqqen", "Oslo", "Meissen"})
			p.c.orgs = []string{"Institute of Fuqq", "Institute of Fuss", "Union of Oslo"}
			for i := range 12 {
				p.ids = append(p.ids, mustAdd(t, a, item(fmt.Sprint(i), p.c.article(i, 100)))[0].IDs...)
			}
			index(t, a) // joins surnames
			for range 30 {
				if err := p.change(); !expected(err) {
					t.Fatal(err)
				}
			}
		}))
		sound(t, a)
		roots(t, a)
		steps := 0
		for ; ; steps++ {
			if _, err := a.Undo(ctx); errors.Is(err, ErrNothing) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			roots(t, a)
		}
		sound(t, a)
		for range steps {
			if _, err := a.Redo(ctx); err != nil {
				t.Fatal(err)
			}
		}
		index(t, a)
		sound(t, a)
		roots(t, a)
		before := withoutQuotes(dump(t, a))
		must(t, a.Rebuild(ctx))
		if diff := firstDifference(withoutQuotes(dump(t, a)), before); diff != "" {
			t.Errorf("seed %d: after Rebuild\n%s", seed, diff)
		}
	}
}

// roots checks that every name stands for a name that stands for itself, or for
// none, and that no two are one.
func roots(t *testing.T, a *Archive) {
	t.Helper()
	must(t, a.read(t.Context(), "test", func(l *link) error {
		n, err := l.number("SELECT count(*) FROM name n WHERE entity <> 0 AND NOT EXISTS (SELECT 1 FROM name r WHERE r.id = n.entity AND r.entity = r.id)")
		if n > 0 {
			t.Errorf("%d names stand for one that stands for another", n)
		}
		for _, text := range []string{"SELECT count(*) FROM mention WHERE name NOT IN (SELECT id FROM name)", "SELECT count(*) FROM quote WHERE who <> 0 AND who NOT IN (SELECT id FROM name)",
			"SELECT count(*) FROM name WHERE key LIKE '%ß%'", "SELECT count(*) FROM word WHERE word LIKE '%ß%' OR name NOT IN (SELECT id FROM name)"} {
			lost, err := l.number(text)
			if err != nil {
				return err
			}
			if lost > 0 {
				t.Errorf("%d: %s", lost, text)
			}
		}
		return err
	}))
}

// withoutQuotes leaves out the lines with numbers of quotes, which new words change.
func withoutQuotes(dump []string) []string {
	return slices.DeleteFunc(dump, func(line string) bool { return strings.HasPrefix(line, "quote") || strings.HasPrefix(line, "about") })
}
