package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"offprint/reader"
)

// play does one thing to the archive, from one of two programs, and to the model, and says what.
func (m *model) play() string {
	ctx := context.Background()
	which := m.r.IntN(len(m.both))
	m.a = m.both[which]
	switch n := m.r.IntN(21); n {
	case 0, 1:
		m.addPiece(pick(m, m.names))
		return "added"
	case 2, 3:
		m.rewrite(pick(m, m.pieces))
		return "rewritten"
	case 4, 5, 6:
		m.undo()
		return "undone"
	case 7, 8:
		m.redo()
		return "redone"
	case 9:
		m.flag("read", m.a.SetRead)
		return "read"
	case 10:
		m.flag("starred", m.a.SetStarred)
		return "starred"
	case 11:
		if m.r.IntN(2) == 0 {
			m.flag("deleted", func(ctx context.Context, ids []ID, _ bool) error { return m.a.Delete(ctx, ids) })
		}
		return "deleted"
	case 12, 13:
		m.tag()
		return "tagged"
	case 14, 15:
		return m.highlight()
	case 16:
		m.correct()
		return "corrected"
	case 17:
		m.must(m.a.Close())
		m.a = openAt(m, m.path)
		m.both[which] = m.a
		if m.r.IntN(3) == 0 {
			m.must(m.a.Rebuild(ctx))
		}
		return "opened again"
	case 18:
		m.reanalyse()
		return "analysed again"
	default:
		return m.entity()
	}
}

// reanalyse has better makers read everything again but what is deleted. What the reader decided stays.
func (m *model) reanalyse() {
	m.made++
	n, err := m.a.Reanalyse(context.Background(), m.made, func(art reader.Article) reader.Digest {
		i := slices.IndexFunc(m.pieces, func(p *piece) bool { return p.title == string(art.Title) })
		return m.digest(m.pieces[i])
	})
	m.must(err)
	m.equal("analysed again", n, len(m.shown(func(p *piece) bool { return p.made == m.made })))
	m.equal("all analysed", n, len(m.shown(func(*piece) bool { return true })))
}

// some chooses articles; gone tells that one of them is deleted, so that a change of them must fail as a whole.
func (m *model) some() (list []*piece, ids []ID, gone bool) {
	for range 1 + m.r.IntN(3) {
		if p := pick(m, m.pieces); !slices.Contains(ids, p.id) {
			list, ids, gone = append(list, p), append(ids, p.id), gone || m.is("deleted", p)
		}
	}
	return list, ids, gone
}

// refused checks that a change of what is not there failed.
func (m *model) refused(err, want error) {
	m.Helper()
	if !errors.Is(err, want) {
		m.Errorf("got %v, want %v", err, want)
	}
}

func (m *model) flag(kind string, change func(context.Context, []ID, bool) error) {
	list, ids, gone := m.some()
	on := kind == "deleted" || m.r.IntN(3) > 0
	err := change(context.Background(), ids, on)
	if gone {
		m.refused(err, ErrNoArticle)
		return
	}
	m.must(err)
	var pairs []string
	for _, p := range list {
		pairs = append(pairs, key(kind, p.id), map[bool]string{true: "yes"}[on])
	}
	m.set(false, pairs...)
}

var modelTags = []reader.Text{"boats", "harbour news", "to read"}

func (m *model) tag() {
	list, ids, gone := m.some()
	given, taken := pick(m, modelTags), pick(m, modelTags)
	if given == taken {
		m.refused(m.a.ChangeTags(context.Background(), ids, []reader.Text{" / "}, nil), ErrNoTag)
		return
	}
	err := m.a.ChangeTags(context.Background(), ids, []reader.Text{given}, []reader.Text{taken})
	if gone {
		m.refused(err, ErrNoArticle)
		return
	}
	m.must(err)
	var pairs []string
	for _, p := range list {
		pairs = append(pairs, key("tag", p.id, taken), "", key("tag", p.id, given), "yes")
	}
	m.set(false, pairs...)
}

// highlight marks a paragraph's words, changes the note of a highlight or takes one away.
func (m *model) highlight() string {
	ctx := context.Background()
	var all []string
	for k := range m.facts {
		if strings.HasPrefix(k, "highlight/") {
			all = append(all, k)
		}
	}
	slices.Sort(all)
	if len(all) > 0 && m.r.IntN(3) == 0 {
		k := pick(m, all)
		n, _ := strconv.ParseInt(strings.TrimPrefix(k, "highlight/"), 10, 64)
		m.must(m.a.RemoveHighlight(ctx, HighlightID(n)))
		m.refused(m.a.RemoveHighlight(ctx, HighlightID(n)), ErrNoHighlight)
		m.set(false, k, "")
		return "highlight removed"
	}
	p := pick(m, m.pieces)
	words := pick(m, p.parts).words
	at := strings.Index(p.text, words)
	h := &Highlight{Article: p.id, Note: reader.Clean(m.word()), Anchor: reader.AnchorAt(reader.Clean(p.text), reader.Span{Start: at, End: at + len(words)})}
	err := m.a.SetHighlight(ctx, h)
	if m.is("deleted", p) {
		m.refused(err, ErrNoArticle)
		return "highlight of what is deleted"
	}
	m.must(err)
	fact := func() string { return fmt.Sprint(p.id, "|", words, "|", h.Note) }
	m.set(true, key("highlight", h.ID), fact())
	if m.r.IntN(2) == 0 {
		h.Note = reader.Clean(m.word())
		m.must(m.a.SetHighlight(ctx, h))
		m.set(true, key("highlight", h.ID), fact())
	}
	return "highlighted"
}

// correct says of a quote that it is none, or that somebody else said it.
func (m *model) correct() {
	ctx := context.Background()
	p := pick(m, m.pieces)
	t := pick(m, p.parts)
	k := key("fix", p.id, t.words)
	if t.by == "" || m.facts[k] == "none" {
		return
	}
	at := strings.Index(p.text, t.words)
	id, err := m.a.QuoteIn(ctx, p.id, reader.Span{Start: at, End: at + len(t.words)})
	if m.is("deleted", p) {
		if err == nil {
			err = m.a.CorrectQuote(ctx, id, Correction{None: true})
		}
		if err == nil {
			m.Error("a quote of a deleted article was corrected")
		}
		return
	}
	m.must(err)
	fix, value := Correction{None: true}, "none"
	if m.r.IntN(3) > 0 {
		value = pick(m, m.names)
		fix = Correction{Speaker: reader.CleanLine(value), Kind: reader.SpeakerOrganization}
	}
	m.must(m.a.CorrectQuote(ctx, id, fix))
	m.set(true, k, value)
}

// entity merges, splits, drops or renames; what is none is refused.
func (m *model) entity() string {
	ctx := context.Background()
	name, other := pick(m, m.names), pick(m, m.names)
	id, isRoot := m.ids[name], m.root(name) == name
	switch m.r.IntN(5) {
	case 0, 1:
		err := m.a.MergeEntities(ctx, id, m.ids[other])
		switch {
		case name == other:
			m.must(err)
		case !isRoot || m.root(other) != other:
			m.refused(err, ErrNoEntity)
		default:
			m.must(err)
			m.stand(m.group(name), other)
		}
		return "merged"
	case 2:
		if m.r.IntN(3) > 0 {
			return "nothing"
		}
		err := m.a.DropEntity(ctx, id)
		if !isRoot {
			m.refused(err, ErrNoEntity)
			return "dropped what is none"
		}
		m.must(err)
		m.stand(m.group(name), "none")
		return "dropped"
	case 3:
		called := "Called " + m.word()
		err := m.a.RenameEntity(ctx, id, reader.CleanLine(called))
		if !isRoot {
			m.refused(err, ErrNoEntity)
			return "renamed what is none"
		}
		m.must(err)
		m.set(true, key("renamed", name), called)
		return "renamed"
	}
	return m.split(name)
}

// stand has names stand for another, as one change.
func (m *model) stand(names []string, to string, more ...string) {
	var pairs []string
	for _, n := range names {
		pairs = append(pairs, key("stand", n), to)
	}
	m.set(true, append(pairs, more...)...)
}

// split takes names out of a group. The archive chooses which of the names each part goes by.
func (m *model) split(name string) string {
	ctx := context.Background()
	root := m.root(name)
	group := m.group(root)
	if root == "" || len(group) < 2 {
		return "nothing to split"
	}
	out := group[:1+m.r.IntN(len(group)-1)]
	stay := group[len(out):]
	var numbers []int64
	for _, n := range out {
		numbers = append(numbers, int64(m.ids[n]))
	}
	made, err := m.a.SplitEntity(ctx, m.ids[root], numbers)
	m.must(err)
	named := func(id EntityID, among []string) string {
		for _, n := range among {
			if m.ids[n] == id {
				return n
			}
		}
		m.Fatalf("split %q: entity %d is none of %q", group, id, among)
		return ""
	}
	page, err := m.a.Entity(ctx, m.ids[stay[0]])
	m.must(err)
	var more []string
	if !slices.Contains(stay, root) {
		for _, n := range stay {
			more = append(more, key("stand", n), named(page.ID, stay))
		}
	}
	m.stand(out, named(made, out), more...)
	return "split"
}
