package store

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"offprint/reader"
)

// noteOn highlights words of an article with a note.
func noteOn(t *testing.T, a *Archive, id ID, words, note string) *Highlight {
	t.Helper()
	art, err := a.Article(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	md := art.Digest.Article.Markdown
	at := strings.Index(string(md), words)
	h := &Highlight{Article: id, Note: reader.Clean(note), Anchor: reader.AnchorAt(md, reader.Span{Start: at, End: at + len(words)})}
	if err := a.SetHighlight(t.Context(), h); err != nil {
		t.Fatal(err)
	}
	return h
}

// A word of a note finds its article at once, alone or with words of the text;
// the hit says that it is a note, and leads to the passage.
func TestNotesAreFound(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	out := mustAdd(t, a, item("1", plainDigest("Harbour", "2024-01-01", "The ferry left at noon. Nobody waved.")),
		item("2", plainDigest("Bridge", "2024-01-02", "The bridge was closed in spring.")))
	index(t, a)
	h := noteOn(t, a, out[0].IDs[0], "Nobody waved", "Compare this with the sluice keeper's diary.")
	for q, want := range map[string]string{
		"sluice": "Harbour", "slui": "Harbour", "slu": "Harbour", "sluice ferry": "Harbour", `"keeper's diary"`: "Harbour", `"waved compare"`: "",
		"sluice bridge": "", "sluice OR bridge": "Bridge Harbour", "-sluice the": "Bridge", "title:sluice": "", "by:sluice": "", "has:notes sluice": "Harbour",
	} {
		if got := searchTitles(t, a, q); got != want {
			t.Errorf("search %s = %q, want %q", q, got, want)
		}
	}
	hits, _, err := a.Search(t.Context(), parse(t, "sluice noon"), 5)
	if err != nil || len(hits) != 1 || hits[0].Note {
		t.Errorf("a hit in both is shown in the text: %+v, %v", hits, err)
	}
	hits, _, err = a.Search(t.Context(), parse(t, "diary"), 5)
	if err != nil || len(hits) != 1 {
		t.Fatal(hits, err)
	}
	if got := hits[0]; !got.Note || got.Line != "Compare this with the sluice keeper's diary." || got.Line.Slice(got.Marks[0]) != "diary" || got.At != h.Anchor.Span {
		t.Errorf("%+v", got)
	}
	if n, err := a.Pending(t.Context()); err != nil || n != 0 {
		t.Errorf("%d articles wait for the index, %v", n, err)
	}
	sound(t, a)
}

// What a lost highlight was on is found although the text no longer has it.
func TestLostPassagesAreFound(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	d := plainDigest("Harbour", "2024-01-01", "The ferry left at noon. Nobody waved from the quay.")
	d.Article.Address = "https://example.org/harbour"
	id := mustAdd(t, a, item("1", d))[0].IDs[0]
	noteOn(t, a, id, "Nobody waved from the quay", "")
	d = plainDigest("Harbour", "2024-01-01", "The boat was late, and the passengers slept on benches.")
	d.Article.Address = "https://example.org/harbour"
	mustAdd(t, a, item("2", d))
	index(t, a)
	hits, _, err := a.Search(t.Context(), parse(t, `"nobody waved"`), 5)
	if err != nil || len(hits) != 1 || !hits[0].Note || !hits[0].At.Empty() || hits[0].Line != "Nobody waved from the quay" {
		t.Errorf("%+v, %v", hits, err)
	}
}

// An archive of before has its notes found once the index was brought up to date.
func TestOlderNotesAreFound(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "a.db")
	a := openOlder(t, path, 9)
	id := mustAdd(t, a, item("1", plainDigest("Harbour", "2024-01-01", "The ferry left at noon.")))[0].IDs[0]
	index(t, a)
	err := a.write(t.Context(), "as before", func(l *link) error {
		return l.do("INSERT INTO highlight (article, anchor, note, created) VALUES (?, ?, 'of the sluice', 1)", id, encodeAnchor(reader.Anchor{Exact: "ferry"}))
	})
	if err != nil {
		t.Fatal(err)
	}
	a.Close()
	a = openAt(t, path)
	index(t, a)
	if got := searchTitles(t, a, "sluice"); got != "Harbour" {
		t.Errorf("found %q", got)
	}
}

// A note is saved although the index is damaged, and found when that was made anew.
func TestNoteOnADamagedIndex(t *testing.T) {
	t.Parallel()
	for _, damage := range []string{"DROP TABLE search", "DROP TABLE place", "DELETE FROM search_data", "UPDATE search_data SET block = x'00ff' WHERE id > 10"} {
		a := testArchive(t)
		id := mustAdd(t, a, item("1", plainDigest("Harbour", "2024-01-01", "The ferry left at noon.")))[0].IDs[0]
		index(t, a)
		if err := a.write(t.Context(), "damage", func(l *link) error { return l.do(damage) }); err != nil {
			t.Fatal(err)
		}
		noteOn(t, a, id, "ferry", "of the sluice")
		if list, err := a.Highlights(t.Context(), parse(t, "is:highlighted"), 0, 5); err != nil || len(list) != 1 {
			t.Errorf("%s: %v, %v", damage, list, err)
		}
		if err := a.Rebuild(t.Context()); err != nil {
			t.Errorf("%s: %v", damage, err)
			continue
		}
		if got := searchTitles(t, a, "sluice"); got != "Harbour" {
			t.Errorf("%s: found %q", damage, got)
		}
	}
}

// After any changes, undone and done again, a word finds the articles whose
// text or notes have it, and no others.
func TestNotesAgainstARecount(t *testing.T) {
	t.Parallel()
	words := []string{"sluice", "weir", "mill", "ferry", "lock"}
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 1))
		a := testArchive(t)
		var ids []ID
		for i := range 5 {
			ids = append(ids, mustAdd(t, a, item(fmt.Sprint(i), plainDigest(fmt.Sprint("t", i), "2024-01-01", "A "+words[i%3]+" stood there in the year of the flood.")))[0].IDs[0])
		}
		index(t, a)
		for range 60 {
			noteSomething(t, a, r, ids, words)
			for _, w := range words {
				want := notedWith(t, a, w)
				got := strings.Fields(searchTitles(t, a, w))
				slices.Sort(got)
				if !slices.Equal(got, want) {
					t.Fatalf("seed %d: %s finds %v, want %v", seed, w, got, want)
				}
			}
		}
		index(t, a)
		sound(t, a)
	}
}

// noteSomething makes one random change.
func noteSomething(t *testing.T, a *Archive, r *rand.Rand, ids []ID, words []string) {
	t.Helper()
	id, word := ids[r.IntN(len(ids))], words[r.IntN(len(words))]
	list, err := a.Highlights(t.Context(), parse(t, ""), 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	switch k := r.IntN(10); {
	case k < 3:
		if _, err := a.Article(t.Context(), id); err == nil { // else it is deleted
			noteOn(t, a, id, "year", "see the "+word)
		}
	case k < 5 && len(list) > 0:
		h := list[r.IntN(len(list))].Highlight
		h.Note = reader.Clean("rather the " + word)
		err = a.SetHighlight(t.Context(), &h)
	case k < 6 && len(list) > 0:
		err = a.RemoveHighlight(t.Context(), list[r.IntN(len(list))].ID)
	case k < 7:
		if err = a.Delete(t.Context(), []ID{id}); err != nil { // it is deleted already
			err = nil
		}
	case k < 9:
		if _, err = a.Undo(t.Context()); err != nil {
			err = nil // nothing to undo
		}
		index(t, a) // what was deleted comes back through the line
	default:
		if _, err = a.Redo(t.Context()); err != nil {
			err = nil
		}
		index(t, a)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// notedWith counts plainly which articles have a word.
func notedWith(t *testing.T, a *Archive, word string) []string {
	t.Helper()
	var list []string
	err := a.read(t.Context(), "test", func(l *link) error {
		list = nil
		return l.all(`SELECT a.title FROM article a JOIN body b ON b.id = a.id WHERE a.deleted = 0 AND (instr(b.markdown, ?1) > 0
			OR EXISTS (SELECT 1 FROM highlight h WHERE h.article = a.id AND instr(h.note, ?1) > 0)) ORDER BY a.title`, []any{word}, func(scan func(...any) error) error {
			var title string
			err := scan(&title)
			list = append(list, title)
			return err
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// A note that is made while another program makes the index anew is found
// afterwards, whether its article was in line before or not.
func TestNoteWhileTheIndexIsMade(t *testing.T) {
	t.Parallel()
	for _, waits := range []bool{false, true} {
		a := testArchive(t)
		id := mustAdd(t, a, item("1", plainDigest("Harbour", "2024-01-01", "The ferry left at noon.")))[0].IDs[0]
		index(t, a)
		if waits {
			if err := a.write(t.Context(), "wait", func(l *link) error { return enqueue(l, id) }); err != nil {
				t.Fatal(err)
			}
		}
		err := a.write(t.Context(), "make", func(l *link) error {
			if err := beginShadow(l); err != nil {
				return err
			}
			w := &indexer{l: l, search: "search_new", place: "place_new", terms: map[string]bool{}, rest: a.rest}
			done, err := w.shadowSlice()
			if !done {
				t.Error("the new index is not filled")
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		noteOn(t, openAt(t, a.Path()), id, "ferry", "of the sluice")
		if err := a.remake(t.Context()); err != nil {
			t.Fatal(err)
		}
		index(t, a)
		if got := searchTitles(t, a, "sluice ferry"); got != "Harbour" {
			t.Errorf("waits %v: found %q", waits, got)
		}
		sound(t, a)
	}
}

// A note that the index lacks is told by Check, and found again after Rebuild.
func TestCheckMissesANote(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	id := mustAdd(t, a, item("1", plainDigest("Harbour", "2024-01-01", "The ferry left at noon.")))[0].IDs[0]
	index(t, a)
	noteOn(t, a, id, "ferry", "of the mill")
	sound(t, a)
	err := a.write(t.Context(), "damage", func(l *link) error { return l.do("UPDATE highlight SET note = 'of the sluice'") })
	if err != nil {
		t.Fatal(err)
	}
	if found := mustCheck(t, a); len(found) != 1 || found[0].Part != "index" || found[0].Article != id {
		t.Errorf("check: %+v", found)
	}
	if err := a.Rebuild(t.Context()); err != nil {
		t.Fatal(err)
	}
	sound(t, a)
	if got := searchTitles(t, a, "sluice"); got != "Harbour" {
		t.Errorf("found %q", got)
	}
}
