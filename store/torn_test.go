package store

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"offprint/reader"
)

// edition is one text of an article that has other words each time: they, the
// quote's place and the names tell which edition they are of.
func edition(n int) reader.Digest {
	m := &maker{spans: map[string][]reader.Span{}, kinds: map[string]reader.EntityKind{}}
	m.plain.Begin()
	m.add(strings.Repeat("and so on ", n%7) + fmt.Sprintf("edition%d of the text, ", n))
	said := m.add(fmt.Sprintf("words of edition%d", n))
	m.add(" said ")
	name := fmt.Sprintf("Club Edition%d", n)
	m.name(name, reader.EntityOrganization)
	m.plain.End(reader.BlockParagraph)
	d := reader.Digest{Plain: m.plain.Plain(), Words: 9}
	d.Entities = []reader.Entity{{Name: reader.CleanLine(name), Kind: reader.EntityOrganization, Mentions: m.spans[name], Confidence: 1}}
	d.Quotes = []reader.Quote{{Kind: reader.QuoteDirect, Content: []reader.Span{said}, Source: m.spans[name],
		Speaker: reader.Speaker{Name: reader.CleanLine(name), Kind: reader.SpeakerOrganization}, Confidence: 1}}
	d.Article = reader.Article{Title: reader.CleanLine(fmt.Sprintf("edition%d", n)), Address: "https://news.example/a", Markdown: reader.Clean(m.md.String())}
	return d
}

// TestNothingIsTorn reads an article while one edition of it follows the
// other: title, text, quotes and names are always of the same edition.
func TestNothingIsTorn(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	mustAdd(t, a, item("f", edition(0)))
	done := make(chan struct{})
	var wait sync.WaitGroup
	wait.Go(func() {
		defer close(done)
		for n := range 300 {
			mustAdd(t, a, item("f", edition(n+1)))
		}
	})
	reads, torn := 0, 0
	for open := true; open; reads++ {
		select {
		case <-done:
			open = false
		default:
		}
		art, err := a.Article(ctx, 1)
		if err != nil {
			t.Fatal(err)
		}
		md, which := art.Digest.Article.Markdown, string(art.Row.Title)
		ok := strings.Contains(string(md), which+" of the text") && len(art.Digest.Quotes) == 1 && len(art.Digest.Entities) == 1
		if ok {
			q := art.Digest.Quotes[0]
			ok = string(md.Slice(q.Content[0])) == "words of "+which && strings.EqualFold(string(q.Speaker.Name), "Club "+which) && art.Digest.Entities[0].Name == q.Speaker.Name
		}
		rows, err := a.Quotes(ctx, parse(t, ""), QuotesNewest, 0, 5)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			ok = ok && strings.HasSuffix(string(r.Text), string(r.Row.Title))
		}
		if !ok {
			torn++
		}
	}
	wait.Wait()
	if torn > 0 {
		t.Errorf("%d of %d readings are of two editions", torn, reads)
	}
}
