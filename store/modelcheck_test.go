package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"offprint/reader"
)

// compare compares what an archive tells with the model.
func (m *model) compare(a *Archive) {
	m.Helper()
	m.compareLists(a)
	m.compareTags(a)
	m.compareEntities(a)
	for _, p := range m.pieces {
		m.compareArticle(a, p, p.id)
	}
}

// compareSalvaged compares the articles of a salvaged archive, where they have other numbers.
func (m *model) compareSalvaged(a *Archive) {
	m.Helper()
	rows := list(m, a, "")
	m.equal("salvaged", len(rows), len(m.shown(func(*piece) bool { return true })))
	for _, r := range rows {
		i := slices.IndexFunc(m.pieces, func(p *piece) bool { return p.title == string(r.Title) })
		m.compareArticle(a, m.pieces[i], r.ID)
	}
}

// equal reports what differs, named by what it is about.
func (m *model) equal(what string, got, want any) {
	m.Helper()
	if g, w := fmt.Sprint(got), fmt.Sprint(want); g != w {
		m.Errorf("%s: got\n%s\nwant\n%s", what, g, w)
	}
}

// shown returns the titles of the articles that are there and fit, in order.
func (m *model) shown(fit func(*piece) bool) (list []string) {
	for _, p := range m.pieces {
		if !m.is("deleted", p) && fit(p) {
			list = append(list, p.title)
		}
	}
	slices.Sort(list)
	return list
}

func (m *model) compareLists(a *Archive) {
	m.Helper()
	ctx := context.Background()
	unread := func(p *piece) bool { return !m.is("read", p) }
	for q, fit := range map[string]func(*piece) bool{
		"":                   func(*piece) bool { return true },
		"is:unread":          unread,
		"is:starred":         func(p *piece) bool { return m.is("starred", p) },
		"tag:boats":          func(p *piece) bool { return m.tagged(p, "boats") },
		"-tag:\"to read\"":   func(p *piece) bool { return !m.tagged(p, "to read") },
		"is:highlighted":     func(p *piece) bool { return len(m.highlights(p)) > 0 },
		"is:read is:starred": func(p *piece) bool { return m.is("read", p) && m.is("starred", p) },
	} {
		l, err := a.List(ctx, View{Query: parse(m, q), Group: GroupNone, Sort: SortTitle})
		m.must(err)
		want := m.shown(fit)
		m.equal("unread of "+q, l.Unread(), len(m.shown(func(p *piece) bool { return fit(p) && unread(p) })))
		var got []string
		if l.Len() > 0 {
			rows, err := l.Rows(ctx, 0, 0, 1000)
			m.must(err)
			got = strings.Fields(titles(rows))
		}
		m.equal("list "+q, got, want)
		m.equal("length of "+q, l.Len(), len(want))
	}
}

func (m *model) tagged(p *piece, tag reader.Text) bool { return m.facts[key("tag", p.id, tag)] != "" }

func (m *model) compareTags(a *Archive) {
	m.Helper()
	counts, err := a.Tags(context.Background())
	m.must(err)
	got := map[string]int{}
	for _, c := range counts {
		got[string(c.Name)] = c.Articles
	}
	want := map[string]int{}
	for _, tag := range modelTags {
		if n := len(m.shown(func(p *piece) bool { return m.tagged(p, tag) })); n > 0 {
			want[string(tag)] = n
		}
	}
	m.equal("tags", got, want)
}

// highlights returns what is highlighted in an article: number, words and note, in the order of numbers.
func (m *model) highlights(p *piece) (list [][3]string) {
	for k, v := range m.facts {
		f := strings.Split(v, "|")
		if n, ok := strings.CutPrefix(k, "highlight/"); ok && f[0] == fmt.Sprint(p.id) {
			list = append(list, [3]string{fmt.Sprintf("%06s", n), f[1], f[2]})
		}
	}
	slices.SortFunc(list, func(a, b [3]string) int { return strings.Compare(a[0], b[0]) })
	return list
}

// compareArticle compares an article that has a number of its own in a.
func (m *model) compareArticle(a *Archive, p *piece, id ID) {
	m.Helper()
	ctx := context.Background()
	art, err := a.Article(ctx, id)
	if m.is("deleted", p) {
		if !errors.Is(err, ErrNoArticle) {
			m.Errorf("%s is deleted: %v", p.title, err)
		}
		return
	}
	m.must(err)
	m.equal(p.title+": text", art.Digest.Article.Markdown, p.text)
	m.equal(p.title+": flags", []any{art.Row.Read, art.Row.Starred, art.Row.Versions, art.Row.Highlights},
		[]any{m.is("read", p), m.is("starred", p), len(p.former), len(m.highlights(p))})
	versions, err := a.Versions(ctx, id)
	m.must(err)
	var texts []string
	for _, v := range slices.Backward(versions) {
		texts = append(texts, string(v.Markdown))
	}
	m.equal(p.title+": versions", texts, p.former)
	var tags []reader.Text
	for _, t := range modelTags { // in the order of their names
		if m.tagged(p, t) {
			tags = append(tags, t)
		}
	}
	m.equal(p.title+": tags", slices.Sorted(slices.Values(art.Row.Tags)), tags)
	m.comparePassages(p, art)
	m.compareQuotes(p, art)
}

// comparePassages compares highlights: they lie on their words, or are lost if those are gone.
func (m *model) comparePassages(p *piece, art *Article) {
	m.Helper()
	var got, want []string
	for _, h := range art.Highlights {
		words := string(h.Anchor.Exact)
		if on := string(art.Digest.Article.Markdown.Slice(h.Anchor.Span)); !h.Lost && on != words {
			m.Errorf("%s: highlight of %q lies on %q", p.title, words, on)
		}
		got = append(got, fmt.Sprintf("%s %s lost:%v", words, h.Note, h.Lost))
	}
	for _, h := range m.highlights(p) {
		want = append(want, fmt.Sprintf("%s %s lost:%v", h[1], h[2], !strings.Contains(p.text, h[1])))
	}
	m.equal(p.title+": highlights", strings.Join(got, "\n"), strings.Join(want, "\n"))
}

// speaker returns who said a paragraph, by what the reader said or else the maker; empty if it is no quote.
func (m *model) speaker(p *piece, t told) string {
	switch fix := m.facts[key("fix", p.id, t.words)]; {
	case fix == "none":
		return ""
	case fix != "":
		return fix
	}
	return m.heard(t, p.made)
}

func (m *model) compareQuotes(p *piece, art *Article) {
	m.Helper()
	var got, want []string
	for _, q := range art.Digest.Quotes {
		got = append(got, fmt.Sprint(art.Digest.Article.Markdown.Slice(q.Content[0]), ": ", q.Speaker.Name))
	}
	for _, t := range p.parts {
		if who := m.speaker(p, t); who != "" {
			want = append(want, t.words+": "+who)
		}
	}
	m.equal(p.title+": quotes", strings.Join(got, "\n"), strings.Join(want, "\n"))
}

// compareEntities counts, by the plain texts, in how many articles each group
// of names stands, how often, and how many quotes are by it.
func (m *model) compareEntities(a *Archive) {
	m.Helper()
	rows, err := a.Entities(context.Background(), EntityFilter{AnyKind: true})
	m.must(err)
	var got, want []string
	for _, r := range rows {
		got = append(got, fmt.Sprint(r.Name, " ", r.Articles, " ", r.Mentions, " ", r.Quotes))
	}
	for _, root := range m.names {
		group := m.group(root)
		articles, mentions, quotes := 0, 0, 0
		for _, p := range m.pieces {
			if m.is("deleted", p) {
				continue
			}
			n := 0
			for _, t := range p.parts {
				for _, name := range append([]string{t.by}, t.names...) {
					if slices.Contains(group, name) {
						n++
					}
				}
				if t.by != "" && slices.Contains(group, m.speaker(p, t)) {
					quotes++
				}
			}
			mentions += n
			articles += min(n, 1)
		}
		if articles > 0 {
			called := root
			if v := m.facts[key("renamed", root)]; v != "" {
				called = v
			}
			want = append(want, fmt.Sprint(called, " ", articles, " ", mentions, " ", quotes))
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	m.equal("entities", strings.Join(got, "\n"), strings.Join(want, "\n"))
}
