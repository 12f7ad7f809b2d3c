package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"offprint/reader"
)

// said makes an article of one paragraph in which names are marked: a name
// between [ ] is a person, between < > a place; a quote stands between “ ”,
// and who said it is the name after it.
func said(title, day, text string) reader.Digest {
	var md strings.Builder
	type at struct {
		kind reader.EntityKind
		span reader.Span
	}
	var names []at
	var quote reader.Span
	var quotes []reader.Quote
	start := 0
	for _, r := range text {
		switch r {
		case '[', '<':
			start = md.Len()
			continue
		case ']', '>':
			kind := reader.EntityPerson
			if r == '>' {
				kind = reader.EntityPlace
			}
			names = append(names, at{kind, reader.Span{Start: start, End: md.Len()}})
			if len(quotes) > 0 && quotes[len(quotes)-1].Source == nil && kind == reader.EntityPerson && start > quotes[len(quotes)-1].Content[0].End {
				q := &quotes[len(quotes)-1]
				q.Source = []reader.Span{names[len(names)-1].span}
				q.Speaker = reader.Speaker{Name: reader.CleanLine(md.String()[start:md.Len()]), Kind: reader.SpeakerPerson}
			}
			continue
		case '“':
			quote.Start = md.Len() + len("“")
		case '”':
			quotes = append(quotes, reader.Quote{Kind: reader.QuoteDirect, Content: []reader.Span{{Start: quote.Start, End: md.Len()}}, Confidence: 0.9})
		}
		md.WriteRune(r)
	}
	d := plainDigest(title, day, md.String())
	d.Quotes = quotes
	for _, n := range names {
		name := d.Article.Markdown.Slice(n.span)
		found := false
		for i := range d.Entities {
			if d.Entities[i].Name == name {
				d.Entities[i].Mentions = append(d.Entities[i].Mentions, n.span)
				found = true
			}
		}
		if !found {
			d.Entities = append(d.Entities, reader.Entity{Name: name, Kind: n.kind, Mentions: []reader.Span{n.span}, Confidence: 0.9})
		}
	}
	return d
}

func entityNamed(t *testing.T, a *Archive, name string) EntityRow {
	t.Helper()
	rows, err := a.Entities(context.Background(), EntityFilter{Name: name, AnyKind: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) == 0 {
		t.Fatalf("no entity named %s", name)
	}
	return rows[0]
}

// newsroom is an archive of five articles with links between them.
func newsroom(t *testing.T) *Archive {
	a := testArchive(t)
	for i, d := range []reader.Digest{
		said("Talks", "2024-01-05", "“<Iran> does not want any escalation at all,” said [Sergei Lavrov] in <Moscow>. [Sergei Lavrov] left."),
		said("More talks", "2024-02-06", "“<Iran> does not want any escalation at all,” said [Sergei Lavrov]."),
		said("Answer", "2024-02-20", "“We heard [Sergei Lavrov] and we wait for more,” said [Anna Meyer] in <Berlin>."),
		said("Short", "2024-03-01", "[Lavrov] was seen in <Moscow>."),
		said("Other", "2023-03-01", "[Anna Meyer] met [Jon Smith] in <Berlin>."),
	} {
		d.Article.Outlet = reader.CleanLine(fmt.Sprintf("outlet%d.example", i%2))
		mustAdd(t, a, item(fmt.Sprint(i), d))
	}
	index(t, a)
	return a
}

func TestEntityPage(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := newsroom(t)
	p, err := a.Entity(ctx, entityNamed(t, a, "sergei lav").ID)
	if err != nil {
		t.Fatal(err)
	}
	// The lone "Lavrov" is he, as no other bears the name.
	if p.Name != "Sergei Lavrov" || p.Articles != 4 || p.Mentions != 5 || p.Quotes != 2 {
		t.Errorf("page %+v", p.EntityRow)
	}
	if len(p.Aliases) != 1 || p.Aliases[0] != "Lavrov" || len(p.Names) != 2 {
		t.Errorf("aliases %q, names %+v", p.Aliases, p.Names)
	}
	if got := fmt.Sprint(p.Months); got != "[{2024 January 1} {2024 February 2} {2024 March 1}]" {
		t.Errorf("months %s", got)
	}
	if !p.First.Equal(time.Date(2024, 1, 5, 0, 0, 0, 0, time.UTC)) || !p.Last.Equal(time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("seen %v to %v", p.First, p.Last)
	}
	if len(p.With) != 4 || p.With[0].Articles != 2 || len(p.By) != 1 || p.By[0].Sources != 2 || len(p.About) != 1 || p.About[0].Quote.Speaker.Name != "Anna Meyer" {
		t.Errorf("with %+v\nby %+v\nabout %+v", p.With, p.By, p.About)
	}
	s, err := a.Speaker(ctx, p.ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Months) != 2 || len(s.Outlets) != 2 || len(s.About) != 2 || s.Quotes != 1 || s.About[0].Quotes != 1 || s.About[1].Quotes != 1 {
		t.Errorf("speaker %+v", s)
	}
	list, err := a.Appearances(ctx, p.ID, 0, 10)
	if err != nil || len(list) != 4 {
		t.Fatal(list, err)
	}
	first := list[3]
	if first.Row.Title != "Talks" || first.Count != 2 || len(first.Marks) != 2 || first.Line.Slice(first.Marks[1]) != "Sergei Lavrov" {
		t.Errorf("appearance %+v", first)
	}
	if list[0].Row.Title != "Short" || list[0].Line != "Lavrov was seen in Moscow." {
		t.Errorf("newest appearance %+v", list[0])
	}
}

func TestSurnamesNeedDominance(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := newsroom(t)
	lone := func() int {
		rows, err := a.Entities(ctx, EntityFilter{Name: "lavrov", Kind: reader.EntityPerson})
		if err != nil {
			t.Fatal(err)
		}
		return len(rows)
	}
	if n := lone(); n != 1 {
		t.Fatalf("%d entities named Lavrov, want 1", n)
	}
	// Three articles against one are enough, against two they are not.
	mustAdd(t, a, item("b1", said("B1", "2024-04-01", "[Boris Lavrov] sings.")))
	index(t, a)
	if n := lone(); n != 2 {
		t.Errorf("with one other: %d entities named Lavrov, want 2", n)
	}
	mustAdd(t, a, item("b2", said("B2", "2024-04-02", "[Boris Lavrov] dances.")))
	index(t, a)
	if n := lone(); n != 3 {
		t.Errorf("with two others: %d entities named Lavrov, want 3", n)
	}
	sound(t, a)
}

func TestMergedEntities(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := newsroom(t)
	anna, jon := entityNamed(t, a, "anna meyer"), entityNamed(t, a, "jon smith")
	if err := a.MergeEntities(ctx, jon.ID, anna.ID); err != nil {
		t.Fatal(err)
	}
	if err := a.RenameEntity(ctx, anna.ID, "A. Meyer-Smith"); err != nil {
		t.Fatal(err)
	}
	// The decision holds for what comes later, and for every analysis.
	mustAdd(t, a, item("later", said("Later", "2024-05-01", "[Jon Smith] came back to <Berlin>.")))
	if _, err := a.Reanalyse(ctx, 9, func(art reader.Article) reader.Digest {
		d := said("", "", "[Jon Smith] and nobody else, in a text made anew.")
		d.Article.Markdown = art.Markdown
		if !strings.Contains(string(art.Markdown), "Smith") {
			d.Entities, d.Quotes = nil, nil
		}
		for i := range d.Entities {
			d.Entities[i].Mentions[0] = reader.Span{Start: 0, End: 5}
		}
		d.Plain = plainDigest("", "", string(art.Markdown)).Plain
		return d
	}); err != nil {
		t.Fatal(err)
	}
	p, err := a.Entity(ctx, jon.ID) // the old id leads on
	if err != nil || p.ID != anna.ID || p.Name != "A. Meyer-Smith" || p.Articles != 2 {
		t.Errorf("merged page %+v, %v", p, err)
	}
	sound(t, a)
	if got := searchTitles(t, a, "mentions:smith"); got != "Later Other" {
		t.Errorf("mentions:smith finds %q", got)
	}
	if err := a.DropEntity(ctx, anna.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Entity(ctx, jon.ID); !errors.Is(err, ErrNoEntity) {
		t.Errorf("dropped: %v, want ErrNoEntity", err)
	}
	for range 3 {
		if _, err := a.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if p, err := a.Entity(ctx, jon.ID); err != nil || p.ID != jon.ID || p.Name != "Jon Smith" {
		t.Errorf("undone: %+v, %v", p, err)
	}
	sound(t, a)
}

// First, last and months of a name are those of articles whose date is known:
// when the others were added says nothing about it.
func TestDatesOfNamesAreKnownOnes(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := newsroom(t)
	undated := said("Undated", "", "“We heard [Anna Meyer] and we wait,” said [Sergei Lavrov] to [Eva Marek].")
	undated.Article.Address = "https://news.example/undated"
	id := mustAdd(t, a, item("undated", undated))[0].IDs[0]
	index(t, a)
	sound(t, a)
	check := func(when, name string, articles int, first, last, months string) {
		t.Helper()
		p, err := a.Entity(ctx, entityNamed(t, a, name).ID)
		if err != nil {
			t.Fatal(err)
		}
		day := func(at time.Time) string {
			if at.IsZero() {
				return ""
			}
			return at.Format(time.DateOnly)
		}
		if p.Articles != articles || day(p.First) != first || day(p.Last) != last || fmt.Sprint(p.Months) != months {
			t.Errorf("%s: %s in %d articles, %s to %s, months %v", when, name, p.Articles, day(p.First), day(p.Last), p.Months)
		}
	}
	check("undated", "eva marek", 1, "", "", "[]")
	check("undated", "anna meyer", 3, "2023-03-01", "2024-02-20", "[{2023 March 1} {2024 February 1}]")
	s, err := a.Speaker(ctx, entityNamed(t, a, "sergei lavrov").ID)
	if err != nil || fmt.Sprint(s.Months) != "[{2024 January 1} {2024 February 1}]" {
		t.Errorf("spoke in %v, %v", s.Months, err)
	}
	stub := stubOf("https://news.example/undated", "Undated", reader.Kept{})
	stub.Article.Published = time.Date(2022, 5, 1, 0, 0, 0, 0, time.UTC)
	mustAdd(t, a, export(1, stub))
	sound(t, a)
	check("dated", "eva marek", 1, "2022-05-01", "2022-05-01", "[{2022 May 1}]")
	if err := a.Delete(ctx, []ID{id}); err != nil {
		t.Fatal(err)
	}
	check("deleted", "anna meyer", 2, "2023-03-01", "2024-02-20", "[{2023 March 1} {2024 February 1}]")
	sound(t, a)
}

// TestCommonWordsAreNoSurnames: a word that is named far more often than the
// one full name that ends in it stands for itself.
func TestCommonWordsAreNoSurnames(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	for i := range 3 {
		mustAdd(t, a, item(fmt.Sprint("full", i), naming(fmt.Sprint("Full ", i), "2024-01-05", "P: Jorun Harbour")))
	}
	for i := range 9 {
		mustAdd(t, a, item(fmt.Sprint("lone", i), naming(fmt.Sprint("Lone ", i), "2024-01-06", "P: Harbour")))
	}
	index(t, a)
	wantNames(t, a, "three times as often", "Jorun Harbour 12")
	mustAdd(t, a, item("more", naming("One more", "2024-01-07", "P: Harbour")))
	index(t, a)
	wantNames(t, a, "more than that", "Jorun Harbour 3", "Harbour 10")
	sound(t, a)
}

// TestWholeNames: a name between quotation marks is the whole name, if there is
// one that is called so; its words alone are any name that has them.
func TestWholeNames(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	for i, name := range []string{"L: Lindby", "O: Lindby Council", "P: Ada Council"} {
		mustAdd(t, a, item(fmt.Sprint(i), naming(fmt.Sprint("n", i), "2024-01-05", name)))
	}
	index(t, a)
	for q, want := range map[string]string{
		"mentions:lindby": "n0 n1", `mentions:"lindby"`: "n0", `mentions:"Lindby Council"`: "n1", `mentions:"council"`: "n1 n2", `mentions:"lindby pier"`: "",
	} {
		got := strings.Fields(titles(list(t, a, q)))
		slices.Sort(got)
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", q, got, want)
		}
	}
}

// TestNamesThatStandForEachOther: of such, which undo may make of what the rules
// joined meanwhile, the first becomes what all of them stand for.
func TestNamesThatStandForEachOther(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	mustAdd(t, a, item("f", naming("n", "2024-01-05", "L: Lindby", "O: Lindby Council", "P: Ada Council")))
	err := a.write(context.Background(), "break", func(l *link) error {
		for name, entity := range map[int]int{1: 2, 2: 3, 3: 1} {
			if err := l.do("UPDATE name SET entity = ? WHERE id = ?", entity, name); err != nil {
				return err
			}
		}
		c := newChange(l, time.Time{}, "")
		c.dirty[1], c.dirty[2], c.dirty[3] = true, true, true
		if err := c.close(); err != nil {
			return err
		}
		n, err := l.number("SELECT count(*) FROM name n JOIN name e ON e.id = n.entity WHERE e.entity = e.id")
		if n != 3 {
			t.Errorf("%d of 3 names stand for an entity", n)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, a)
}
