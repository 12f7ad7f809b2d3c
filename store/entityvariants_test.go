package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"offprint/reader"
)

// naming is an article that names things, each written "kind: name = alias";
// its text has the names in a row.
func naming(title, day string, names ...string) reader.Digest {
	kinds := map[string]reader.EntityKind{"P": reader.EntityPerson, "O": reader.EntityOrganization, "L": reader.EntityPlace, "N": reader.EntityNationality}
	var text strings.Builder
	var entities []reader.Entity
	for _, n := range names {
		kind, rest, _ := strings.Cut(n, ": ")
		e := reader.Entity{Kind: kinds[kind], Confidence: 0.9}
		for i, name := range strings.Split(rest, " = ") {
			start := text.Len()
			text.WriteString(name)
			e.Mentions = append(e.Mentions, reader.Span{Start: start, End: text.Len()})
			text.WriteString(" was named. ")
			if i == 0 {
				e.Name = reader.CleanLine(name)
			} else {
				e.Aliases = append(e.Aliases, reader.CleanLine(name))
			}
		}
		entities = append(entities, e)
	}
	d := plainDigest(title, day, strings.TrimSpace(text.String()))
	d.Entities = entities
	return d
}

// countedNames returns the names of all entities, each with the articles that name it.
func countedNames(t *testing.T, a *Archive) []string {
	t.Helper()
	rows, err := a.Entities(context.Background(), EntityFilter{AnyKind: true})
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, r := range rows {
		list = append(list, fmt.Sprint(r.Name, " ", r.Articles))
	}
	slices.Sort(list)
	return list
}

// wantNames fails if the entities are not these.
func wantNames(t *testing.T, a *Archive, when string, want ...string) {
	t.Helper()
	slices.Sort(want)
	if got := countedNames(t, a); !slices.Equal(got, want) {
		t.Errorf("%s: %q\nwant %q", when, got, want)
	}
}

func TestVariantsAreOneEntity(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	add := func(n int, names ...string) {
		t.Helper()
		mustAdd(t, a, item(fmt.Sprint(n), naming(fmt.Sprint("Article ", n), "2024-01-05", names...)))
	}
	add(1, "O: Federal Harbour Office = FHO", "L: Washington D.C.", "N: Ellmarers")
	add(2, "O: FHO", "L: Washington DC", "N: Ellmarer", "P: Joren K. Haslet")
	add(3, "O: FHO", "P: Joren Haslet")
	add(4, "O: Harbour Department = Department of the Harbour", "O: National Barge Association = NBA", "O: P&A", "O: PA")
	add(5, "O: Department of the Harbour")
	index(t, a)
	// Nothing says that Joren Haslet is he with the K, but for one article.
	wantNames(t, a, "after an import", "FHO 3", "Washington D.C. 2", "Ellmarers 2", "Joren Haslet 1", "Joren K. Haslet 1", "Harbour Department 2",
		"National Barge Association 1", "P&A 1", "PA 1")
	l, err := a.List(ctx, View{Query: parse(t, `mentions:"federal harbour office"`)})
	if err != nil || l.Len() != 3 {
		t.Errorf("that mention the office: %d articles, %v", l.Len(), err)
	}

	// He is named often, so it is he.
	add(6, "P: Joren K. Haslet")
	add(7, "P: Joren K. Haslet")
	// NBA is all over the sports pages, which is not what one article means by it.
	for i := range 4 {
		add(20+i, "O: NBA")
	}
	// Another body of the same initials comes: FHO is neither.
	add(8, "O: Free Housing Organisation = FHO")
	index(t, a)
	wantNames(t, a, "with another meaning", "FHO 2", "Federal Harbour Office 1", "Free Housing Organisation 1",
		"Washington D.C. 2", "Ellmarers 2", "Joren K. Haslet 4", "Harbour Department 2",
		"National Barge Association 1", "NBA 4", "P&A 1", "PA 1")
	sound(t, a)
}

// What the reader decided is kept, and undo gives back what stands, whatever
// the rules joined in between.
func TestVariantsLeaveWhatTheReaderDecided(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	for i, names := range [][]string{{"O: FHO"}, {"O: FHO"}, {"O: Federal Harbour Office"}, {"O: Pier Police"}} {
		mustAdd(t, a, item(fmt.Sprint(i), naming(fmt.Sprint("Article ", i), "2024-01-05", names...)))
	}
	index(t, a)
	police, fho := entityNamed(t, a, "pier police").ID, entityNamed(t, a, "fho").ID
	if err := a.MergeEntities(ctx, police, fho); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	// While the merger is taken back, the rules join FHO to the office, which
	// two more articles name.
	tie := func(n string) Item {
		return item(n, naming("Tie "+n, "2024-01-06", "O: Federal Harbour Office = FHO"))
	}
	mustAdd(t, a, tie("tie one"), tie("tie two"))
	index(t, a)
	wantNames(t, a, "joined", "Federal Harbour Office 5", "Pier Police 1")
	if _, err := a.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	wantNames(t, a, "merged again", "Federal Harbour Office 6")
	sound(t, a)

	// A part that the reader splits off stays apart, a name that he gives stays.
	office := entityNamed(t, a, "federal harbour office").ID
	if _, err := a.SplitEntity(ctx, office, []int64{int64(fho)}); err != nil {
		t.Fatal(err)
	}
	if err := a.RenameEntity(ctx, office, "The Office"); err != nil {
		t.Fatal(err)
	}
	mustAdd(t, a, tie("tie three"))
	index(t, a)
	wantNames(t, a, "split and renamed", "The Office 5", "FHO 2")
	sound(t, a)
}

// Two names that the reader gave names of their own are not joined, whatever articles use them for.
func TestVariantsThatTheReaderNamed(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	for i, names := range [][]string{{"O: FHO"}, {"O: Federal Harbour Office"}} {
		mustAdd(t, a, item(fmt.Sprint(i), naming(fmt.Sprint("Article ", i), "2024-01-05", names...)))
	}
	must(t, a.RenameEntity(ctx, entityNamed(t, a, "fho").ID, "The Short One"), a.RenameEntity(ctx, entityNamed(t, a, "federal harbour office").ID, "The Long One"))
	mustAdd(t, a, item("tie", naming("Tie", "2024-01-06", "O: Federal Harbour Office = FHO")))
	index(t, a)
	wantNames(t, a, "tied", "The Short One 1", "The Long One 2")
	sound(t, a)
}
