package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"offprint/reader"
	"offprint/store/query"
)

// asked is an article as somebody sees it who answers queries by reading
// everything. Texts are of plain words apart by blanks, folded already.
type asked struct {
	title, byline, text, note string
	outlet, address, language string
	tags                      []string
	day                       time.Time // zero if not known
	read, starred             bool
	named, quoted, about      []string // organisations; about are those in the sentence of the quote
}

// askedWords are few, so that random queries find something. Each stands with
// the spellings that must find it.
var askedWords = [][]string{
	{"mud", "Mud", "MUD"}, {"muddy"}, {"harbour", "Harbour"}, {"harbours"}, {"pier"}, {"río", "rio", "RÍO"}, {"élan", "elan"},
	{"straße", "Straße", "strasse", "STRASSE"}, {"œuvre", "oeuvre", "Œuvre"}, {"strass", "Straß"}, {"færge", "faerge"}, {"порт", "Порт"}, {"портом"}, {"и́ва", "ива"}, {"mail"}, {"e"}, {"1914"}, {"19"}, {"ångström", "angstrom"},
}

// asker makes articles and queries up, and answers them the slow way.
type asker struct {
	*testing.T
	r    *rand.Rand
	all  []asked
	orgs []string
}

func (k *asker) words(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = askedWords[k.r.IntN(len(askedWords))][0]
	}
	return strings.Join(list, " ")
}

func (k *asker) article(i int) asked {
	one := asked{title: fmt.Sprintf("t%03d %s", i, k.words(2)), byline: k.words(k.r.IntN(2)), text: k.words(4 + k.r.IntN(4)),
		outlet: []string{"north.example", "South Post", "post.example"}[k.r.IntN(3)], address: fmt.Sprintf("https://north.example/%d", i),
		language: []string{"en", "en-GB", "de", ""}[k.r.IntN(4)], read: k.r.IntN(2) == 0, starred: k.r.IntN(3) == 0}
	if k.r.IntN(4) == 0 {
		one.note = k.words(2)
	}
	if k.r.IntN(5) > 0 {
		one.day = time.Date(2023, 11, 28+k.r.IntN(70), 0, 0, 0, 0, time.UTC)
	}
	for _, t := range []string{"boats", "to read"} {
		if k.r.IntN(3) == 0 {
			one.tags = append(one.tags, t)
		}
	}
	for _, o := range k.orgs {
		if k.r.IntN(4) == 0 {
			one.named = append(one.named, o)
		}
	}
	if len(one.named) > 0 && k.r.IntN(2) == 0 {
		one.quoted = one.named[:1]
		one.about = one.named[1:min(len(one.named), 1+k.r.IntN(2))]
	}
	return one
}

// add puts an article into an archive as it was made up.
func (k *asker) add(a *Archive, one *asked) {
	ctx := context.Background()
	mk := &maker{spans: map[string][]reader.Span{}, kinds: map[string]reader.EntityKind{}}
	mk.plain.Begin()
	said := mk.add(one.text)
	for _, o := range one.about {
		mk.add(" ")
		mk.name(o, reader.EntityOrganization)
	}
	for _, o := range one.named {
		mk.add(". ")
		mk.name(o, reader.EntityOrganization)
	}
	mk.plain.End(reader.BlockParagraph)
	d := reader.Digest{Plain: mk.plain.Plain(), Words: 9, Article: reader.Article{Title: reader.CleanLine(one.title), Byline: reader.CleanLine(one.byline),
		Outlet: reader.CleanLine(one.outlet), Address: reader.CleanLine(one.address), Language: one.language, Published: one.day,
		Format: reader.FormatText, Markdown: reader.Clean(mk.md.String())}}
	for _, o := range one.named {
		d.Entities = append(d.Entities, reader.Entity{Name: reader.CleanLine(o), Kind: reader.EntityOrganization, Mentions: mk.spans[o], Confidence: 1})
	}
	for _, o := range one.quoted {
		d.Quotes = append(d.Quotes, reader.Quote{Kind: reader.QuoteDirect, Content: []reader.Span{said}, Source: mk.spans[o],
			Speaker: reader.Speaker{Name: reader.CleanLine(o), Kind: reader.SpeakerOrganization}, Confidence: 1})
	}
	for _, t := range one.tags {
		d.Article.Tags = append(d.Article.Tags, reader.CleanLine(t))
	}
	id := mustAdd(k, a, item(one.title, d))[0].IDs[0]
	errs := []error{a.SetRead(ctx, []ID{id}, one.read), a.SetStarred(ctx, []ID{id}, one.starred)}
	if one.note != "" {
		h := &Highlight{Article: id, Note: reader.Clean(one.note), Anchor: reader.AnchorAt(d.Article.Markdown, reader.Span{Start: 0, End: 3})}
		errs = append(errs, a.SetHighlight(ctx, h))
	}
	for _, err := range errs {
		if err != nil {
			k.Fatal(err)
		}
	}
}

// spelt returns a word of the list in one of its spellings.
func (k *asker) spelt() string {
	w := askedWords[k.r.IntN(len(askedWords))]
	return w[k.r.IntN(len(w))]
}

// term writes a random term.
func (k *asker) term() string {
	w := k.spelt()
	switch k.r.IntN(16) {
	case 0:
		return "title:" + w
	case 1:
		return "by:" + w
	case 2:
		return `"` + w + " " + k.spelt() + `"`
	case 3:
		return string([]rune(w)[:1+k.r.IntN(len([]rune(w)))]) + "*"
	case 4:
		return []string{"is:read", "is:unread", "is:starred", "is:highlighted", "has:notes", "has:quotes"}[k.r.IntN(6)]
	case 5:
		return []string{"tag:boats", `tag:"to read"`, "tag:Boats", "tag:to*", "tag:boat"}[k.r.IntN(5)]
	case 6:
		return []string{"after:", "before:", "on:"}[k.r.IntN(3)] + []string{"2023", "2024", "2023-12", "2024-01", "2023-12-05", "2024-01-15"}[k.r.IntN(6)]
	case 7:
		return []string{"source:post", "source:north.example", `source:"south post"`, "source:SOUTH", `source:"sout"`}[k.r.IntN(5)]
	case 8:
		return []string{"lang:en", "lang:de", "lang:en-gb", "lang:e"}[k.r.IntN(4)]
	case 9:
		return "mentions:" + strings.Fields(k.orgs[k.r.IntN(len(k.orgs))])[1]
	case 10:
		return "said:" + strings.Fields(k.orgs[k.r.IntN(len(k.orgs))])[1]
	case 11:
		return "about:" + strings.Fields(k.orgs[k.r.IntN(len(k.orgs))])[1]
	case 12:
		return "about:" + w
	}
	return w
}

// ask writes a random query.
func (k *asker) ask(depth int) string {
	if depth == 0 || k.r.IntN(3) == 0 {
		return k.term()
	}
	x, y := k.ask(depth-1), k.ask(depth-1)
	switch k.r.IntN(4) {
	case 0:
		return "(" + x + " OR " + y + ")"
	case 1:
		return "-(" + x + ")"
	}
	return "(" + x + " " + y + ")"
}

// unaccented takes the accents of the words above away.
var unaccented = strings.NewReplacer("í", "i", "é", "e", "å", "a", "ö", "o", "\u0301", "", "ß", "ss", "œ", "oe", "æ", "ae")

// plainWords folds words the plain way.
func plainWords(s string) []string {
	return strings.Fields(unaccented.Replace(strings.ToLower(s)))
}

// inRow reports whether words stand in a row in a text, the last as a beginning if prefix is set.
func inRow(text string, words []string, prefix bool) bool {
	in := plainWords(text)
	for i := 0; i+len(words) <= len(in); i++ {
		ok := true
		for j, w := range words {
			last := prefix && j == len(words)-1
			ok = ok && (in[i+j] == w || last && strings.HasPrefix(in[i+j], w))
		}
		if ok {
			return true
		}
	}
	return false
}

// holds answers a query for an article.
func (one *asked) holds(n *query.Node) bool {
	switch {
	case n == nil:
		return true
	case n.Op == query.OpNot:
		return !one.holds(n.Kids[0])
	case n.Op == query.OpAnd:
		return !slices.ContainsFunc(n.Kids, func(k *query.Node) bool { return !one.holds(k) })
	case n.Op == query.OpOr:
		return slices.ContainsFunc(n.Kids, one.holds)
	}
	return one.fits(n.Term)
}

func (one *asked) fits(t query.Term) bool {
	words, prefix := plainWords(t.Text), t.Match == query.MatchPrefix
	key := strings.ToLower(t.Text)
	dated := !one.day.IsZero()
	switch t.Field {
	case query.FieldTitle:
		return inRow(one.title, words, prefix)
	case query.FieldBy:
		return inRow(one.byline, words, prefix)
	case query.FieldTag:
		return slices.ContainsFunc(one.tags, func(s string) bool { return s == key || prefix && strings.HasPrefix(s, key) })
	case query.FieldBefore:
		return dated && one.day.Before(t.From)
	case query.FieldAfter:
		return dated && !one.day.Before(t.From)
	case query.FieldOn:
		return dated && !one.day.Before(t.From) && one.day.Before(t.To)
	case query.FieldLang:
		return strings.EqualFold(one.language, t.Text) || strings.HasPrefix(strings.ToLower(one.language), key+"-")
	case query.FieldSource:
		return one.from(t)
	case query.FieldMentions:
		return slices.ContainsFunc(one.named, func(s string) bool { return inRow(s, words, prefix) })
	case query.FieldAbout:
		return inRow(one.title, words, prefix) || slices.ContainsFunc(one.about, func(s string) bool { return inRow(s, words, prefix) })
	case query.FieldSaid:
		return slices.ContainsFunc(one.quoted, func(s string) bool { return inRow(s, words, prefix) })
	case query.FieldIs, query.FieldHas:
		return map[string]bool{"read": one.read, "unread": !one.read, "starred": one.starred, "highlighted": one.note != "",
			"notes": one.note != "", "quotes": len(one.quoted) > 0}[t.Text]
	}
	for _, text := range append([]string{one.title, one.byline, one.text, one.note}, one.named...) {
		if inRow(text, words, prefix) {
			return true
		}
	}
	return false
}

func (one *asked) from(t query.Term) bool {
	key, outlet := strings.ToLower(t.Text), strings.ToLower(one.outlet)
	if t.Match == query.MatchPhrase {
		return strings.Contains(" "+outlet+" ", " "+key+" ")
	}
	return strings.Contains(outlet, key) || strings.Contains(key, ".") && strings.Contains(one.address, key)
}

// TestQueriesAgainstReading asks random queries and compares what List and
// Search find with what reading every article finds.
func TestQueriesAgainstReading(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	k := &asker{T: t, r: rand.New(rand.NewPCG(3, 4)), orgs: []string{"Club Ardel", "Club Bovin", "Club Cestor"}}
	for i := range 60 {
		k.all = append(k.all, k.article(i))
		k.add(a, &k.all[i])
	}
	index(t, a)
	some, all := 0, 700
	if testing.Short() {
		all = 100
	}
	for range all {
		text := k.ask(3)
		q := parse(t, text)
		if again := parse(t, q.String()); again.String() != q.String() {
			t.Errorf("%q is written %q, which reads as %q", text, q, again)
		}
		var want []string
		for i := range k.all {
			if k.all[i].holds(q.Root) {
				want = append(want, k.all[i].title[:4])
			}
		}
		if len(want) > 0 && len(want) < len(k.all) {
			some++
		}
		l, err := a.List(ctx, View{Query: q, Group: GroupNone, Sort: SortTitle})
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		var rows []Row
		if l.Len() > 0 {
			if rows, err = l.Rows(ctx, 0, 0, 100); err != nil {
				t.Fatal(err)
			}
		}
		hits, _, err := a.Search(ctx, q, 100)
		if err != nil {
			t.Fatal(err)
		}
		found := make([]Row, len(hits))
		for i := range hits {
			found[i] = hits[i].Row
		}
		if got := short(rows); !slices.Equal(got, want) {
			t.Errorf("list of %q: got %v, want %v", text, got, want)
		}
		if got := short(found); !slices.Equal(got, want) {
			t.Errorf("search for %q: got %v, want %v", text, got, want)
		}
		if t.Failed() {
			return
		}
	}
	if some < all/4 {
		t.Errorf("only %d queries part the articles", some)
	}
}

// short returns the numbers that the titles begin with, in order.
func short(rows []Row) (list []string) {
	for _, r := range rows {
		list = append(list, string(r.Title[:4]))
	}
	slices.Sort(list)
	return list
}
