package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"offprint/reader"
)

// dump is all that a change can touch, in an order that does not depend on how it came about.
func dump(t testing.TB, a *Archive) []string {
	t.Helper()
	var lines []string
	for _, text := range []string{
		"SELECT 'article', id, sorted, outlet, read, starred, deleted <> 0, tags, highlights, stub FROM article",
		"SELECT 'counter', kind, key, n, unread, '', '', '', '', '' FROM counter",
		"SELECT 'name', id, entity, articles, mentions, quotes, coalesce(renamed, ''), CASE WHEN articles AND first <= last THEN first END, CASE WHEN articles AND first <= last THEN last END, '' FROM name",
		"SELECT 'tagged', tag, sorted, article, '', '', '', '', '', '' FROM tagged",
		"SELECT 'mention', name, sorted, article, n, '', '', '', '', '' FROM mention",
		"SELECT 'quote', id, ord, who, sorted, same, '', '', '', '' FROM quote",
		"SELECT 'about', name, sorted, quote, '', '', '', '', '', '' FROM about",
		"SELECT 'alias', name, key, n, '', '', '', '', '', '' FROM alias WHERE n > 0",
		"SELECT 'highlight', id, article, anchor, note, created, lost, '', '', '' FROM highlight",
		"SELECT 'correction', id, article, anchor, none, speaker, kind, '', '', '' FROM correction",
	} {
		err := a.read(context.Background(), "dump", func(l *link) error {
			return l.all(text, nil, func(scan func(...any) error) error {
				row := make([]any, 10)
				to := make([]any, 10)
				for i := range row {
					to[i] = &row[i]
				}
				err := scan(to...)
				lines = append(lines, strings.TrimSuffix(fmt.Sprintln(row...), "\n"))
				return err
			})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(lines)
	return lines
}

func firstDifference(a, b []string) string {
	for i := range max(len(a), len(b)) {
		var x, y string
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			return fmt.Sprintf("got  %s\nwant %s", x, y)
		}
	}
	return ""
}

func sound(t testing.TB, a *Archive) {
	t.Helper()
	r, err := a.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range r.Damaged {
		t.Errorf("check: %+v", d)
	}
}

// player makes random changes of every kind.
type player struct {
	t   *testing.T
	a   *Archive
	r   *rand.Rand
	c   *corpus
	ids []ID
}

func (p *player) some() []ID {
	var list []ID
	for range 1 + p.r.IntN(4) {
		if id := p.ids[p.r.IntN(len(p.ids))]; !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	return list
}

func (p *player) entity() EntityID {
	rows, err := p.a.Entities(context.Background(), EntityFilter{AnyKind: true, Limit: 1, Offset: p.r.IntN(20)})
	if err != nil {
		p.t.Fatal(err)
	}
	if len(rows) == 0 {
		return 1
	}
	return rows[0].ID
}

// change makes one change. What is no longer there is part of the game.
func (p *player) change() error {
	ctx := context.Background()
	switch p.r.IntN(12) {
	case 0:
		return p.a.SetRead(ctx, p.some(), p.r.IntN(3) > 0)
	case 1:
		return p.a.SetStarred(ctx, p.some(), p.r.IntN(2) > 0)
	case 2:
		return p.a.ChangeTags(ctx, p.some(), []reader.Text{[]reader.Text{"one", "Two", "three"}[p.r.IntN(3)]}, nil)
	case 3:
		return p.a.ChangeTags(ctx, p.some(), nil, []reader.Text{[]reader.Text{"one", "two", "Three"}[p.r.IntN(3)]})
	case 4:
		return p.a.Delete(ctx, p.some()[:1])
	case 5:
		return p.highlight()
	case 6:
		list, err := p.a.Highlights(ctx, parse(p.t, ""), p.r.IntN(3), 1)
		if err != nil || len(list) == 0 {
			return err
		}
		return p.a.RemoveHighlight(ctx, list[0].ID)
	case 7:
		return p.correct()
	case 8:
		return p.a.MergeEntities(ctx, p.entity(), p.entity())
	case 9:
		return p.a.DropEntity(ctx, p.entity())
	case 10:
		return p.a.RenameEntity(ctx, p.entity(), "New Name")
	default:
		page, err := p.a.Entity(ctx, p.entity())
		if err != nil || len(page.Names) < 2 {
			return err
		}
		_, err = p.a.SplitEntity(ctx, page.ID, []int64{page.Names[p.r.IntN(len(page.Names))].ID})
		return err
	}
}

func (p *player) highlight() error {
	art, err := p.a.Article(context.Background(), p.some()[0])
	if err != nil {
		return err
	}
	at := p.r.IntN(max(1, len(art.Digest.Article.Markdown)-30))
	return p.a.SetHighlight(context.Background(), &Highlight{Article: art.Row.ID, Note: "a note",
		Anchor: reader.AnchorAt(art.Digest.Article.Markdown, reader.Span{Start: at, End: at + 25})})
}

func (p *player) correct() error {
	art, err := p.a.Article(context.Background(), p.some()[0])
	if err != nil || len(art.Digest.Quotes) == 0 {
		return err
	}
	quotes := art.Digest.Quotes
	id, err := p.a.QuoteIn(context.Background(), art.Row.ID, quotes[p.r.IntN(len(quotes))].Extent())
	if err != nil {
		return err
	}
	if p.r.IntN(3) == 0 {
		return p.a.CorrectQuote(context.Background(), id, Correction{None: true})
	}
	return p.a.CorrectQuote(context.Background(), id, Correction{Speaker: "Anna Corrected", Kind: reader.SpeakerPerson})
}

func newPlayer(t *testing.T, seed uint64, n int) *player {
	p := &player{t: t, a: testArchive(t), r: rand.New(rand.NewPCG(seed, 1)), c: newCorpus(40)}
	p.c.people, p.c.places, p.c.orgs = p.c.people[:8], p.c.places[:60], p.c.orgs[:4]
	for i := range n {
		p.ids = append(p.ids, mustAdd(t, p.a, item(fmt.Sprint(i), p.c.article(i, 150)))[0].IDs...)
	}
	return p
}

func expected(err error) bool {
	return err == nil || errors.Is(err, ErrNoArticle) || errors.Is(err, ErrNoEntity) || errors.Is(err, ErrNoHighlight) || errors.Is(err, ErrNoQuote)
}

// Any changes, all undone, lead back to where they began; all redone, to where they ended.
func TestUndoAll(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	for _, seed := range []uint64{0, 1, 2, 3, 706} { // the last drops a quote of what it deletes
		p := newPlayer(t, seed, 12)
		begun := dump(t, p.a)
		for range 40 {
			if err := p.change(); !expected(err) {
				t.Fatal(err)
			}
		}
		ended := dump(t, p.a)
		steps := 0
		for {
			label, err := p.a.Undo(ctx)
			if errors.Is(err, ErrNothing) {
				break
			}
			if err != nil || label == "" {
				t.Fatalf("undo %q: %v", label, err)
			}
			steps++
		}
		if steps < 15 {
			t.Fatalf("only %d steps", steps)
		}
		if d := firstDifference(names(dump(t, p.a)), names(begun)); d != "" {
			t.Fatalf("seed %d: all undone\n%s", seed, d)
		}
		for range steps {
			if _, err := p.a.Redo(ctx); err != nil {
				t.Fatal(err)
			}
		}
		if d := firstDifference(dump(t, p.a), ended); d != "" {
			t.Fatalf("seed %d: all redone\n%s", seed, d)
		}
		if _, err := p.a.Redo(ctx); !errors.Is(err, ErrNothing) {
			t.Errorf("redo past the end: %v, want ErrNothing", err)
		}
		index(t, p.a)
		sound(t, p.a)
	}
}

// export is a list of what somebody kept elsewhere: some of it is here, some is new.
func (p *player) export(round int) Item {
	var list []reader.Digest
	for range 1 + p.r.IntN(5) {
		i := p.r.IntN(40)
		art := p.c.article(i, 20).Article
		d := stubOf(string(art.Address), string(art.Title), reader.Kept{Saved: art.Published, Read: p.r.IntN(2) == 0, Starred: p.r.IntN(3) == 0},
			[]reader.Text{"one", "two", "four"}[p.r.IntN(3)])
		words := strings.Fields(p.c.article(i, 100).Plain.Text)
		d.Article.Kept.Passages = []reader.Passage{{Text: reader.Clean(strings.Join(words[5:9+p.r.IntN(3)], " ")), Note: []reader.Text{"", "why?"}[p.r.IntN(2)]}}
		if p.r.IntN(3) == 0 {
			d.Article.Address = reader.CleanLine(fmt.Sprint("https://short.example/", i))
		}
		list = append(list, d)
	}
	return export(1000+round, list...)
}

// fetch fills a stub with a text that may be here already, or fails to.
func (p *player) fetch(round int) error {
	ctx := context.Background()
	stubs, err := p.a.Stubs(ctx, 0, 100)
	if err != nil || len(stubs) == 0 {
		return err
	}
	s := stubs[p.r.IntN(len(stubs))]
	if p.r.IntN(4) == 0 {
		return p.a.NoteFetch(ctx, s.ID, "no answer")
	}
	it := item(string(s.Address), p.c.article(p.r.IntN(40), 100+round%3))
	it.Fills = s.ID
	_, err = p.a.Add(ctx, []Item{it})
	return err
}

// names leaves out names without anything: they stay once they were met.
func names(lines []string) []string {
	return slices.DeleteFunc(slices.Clone(lines), func(s string) bool {
		var id, entity int64
		n, _ := fmt.Sscanf(s, "name %d %d 0 0 0", &id, &entity)
		return n == 2
	})
}

// Counters stay right whatever comes and goes.
func TestCountersAgainstRecount(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	p := newPlayer(t, 99, 10)
	for round := range 120 {
		var err error
		switch p.r.IntN(8) {
		case 0: // a new article, or a new text for one
			i := p.r.IntN(30)
			d := p.c.article(i, 100+round)
			if p.r.IntN(3) == 0 {
				d.Article.Published = time.Time{}
			}
			mustAdd(t, p.a, item(fmt.Sprint(i), d))
		case 6:
			mustAdd(t, p.a, p.export(round))
		case 7:
			err = p.fetch(round)
		case 1:
			_, err = p.a.Undo(ctx)
		case 2:
			_, err = p.a.Redo(ctx)
		case 3:
			_, err = p.a.Reanalyse(ctx, round, func(art reader.Article) reader.Digest { return p.c.again(art, round) })
		default:
			err = p.change()
		}
		if !expected(err) && !errors.Is(err, ErrNothing) {
			t.Fatal(err)
		}
		if round%10 == 9 {
			index(t, p.a)
			sound(t, p.a)
		}
	}
	before := dump(t, p.a)
	if err := p.a.Rebuild(ctx); err != nil {
		t.Fatal(err)
	}
	sound(t, p.a)
	quotes := func(lines []string) []string { // ids of quotes may be dealt anew
		return slices.DeleteFunc(slices.Clone(lines), func(s string) bool { return s[:5] == "quote" || s[:5] == "about" })
	}
	if d := firstDifference(quotes(dump(t, p.a)), quotes(before)); d != "" {
		t.Errorf("after Rebuild\n%s", d)
	}
}

// again makes other findings for a text: half of the entities and quotes.
func (c *corpus) again(art reader.Article, round int) reader.Digest {
	d := plainDigest("", "", string(art.Markdown))
	d.Article = art
	r := rand.New(rand.NewPCG(uint64(round), uint64(len(art.Markdown))))
	for i := 0; i+200 < len(art.Markdown); i += 150 {
		at := reader.Span{Start: i, End: i + 20}
		d.Entities = append(d.Entities, reader.Entity{Name: reader.CleanLine(c.people[r.IntN(len(c.people))]), Kind: reader.EntityPerson, Mentions: []reader.Span{at}})
		d.Quotes = append(d.Quotes, reader.Quote{Content: []reader.Span{{Start: i + 30, End: i + 90}}, Speaker: reader.Speaker{Name: d.Entities[0].Name, Kind: reader.SpeakerPerson}})
	}
	return d
}
