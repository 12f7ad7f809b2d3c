package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml"
	"github.com/spf13/cobra"

	"offprint/reader"
	"offprint/reader/cite"
	"offprint/store"
)

// exportCommand is `offprint export`.
func (p *program) exportCommand() *cobra.Command {
	var form, dir string
	c := &cobra.Command{
		Use:   "export [query...]",
		Short: "Write articles with quotes, names and highlights to files",
		Long: `Write the articles that a query finds, with their quotes, names and
highlights: as Markdown with front matter, or as JSON, one object a line.
With --output each article is a file of its own in that folder, written whole
or not at all; without, all go to standard output.` + queryHelp,
		Example:           "offprint export --output notes is:starred",
		GroupID:           groupArchive,
		ValidArgsFunction: completeQuery,
		RunE: p.do(func(ctx context.Context, args []string) error {
			q, err := parseQuery(args)
			if err != nil {
				return err
			}
			if form != "markdown" && form != "json" {
				return usageNear(fmt.Sprintf("--format %q is none of markdown, json", form), form, []string{"markdown", "json"})
			}
			return p.asking(ctx, q, func(a *store.Archive) error {
				return p.export(ctx, a, store.View{Query: q, Group: store.GroupNone}, form, dir)
			})
		}),
	}
	c.Flags().StringVar(&form, "format", "markdown", "format of the files: markdown or json")
	c.Flags().StringVar(&dir, "output", "", "the folder to write files into; made if there is none")
	complete(c, "format", []string{"markdown", "json"})
	return c
}

// export writes the articles of a view to standard output or into a folder.
func (p *program) export(ctx context.Context, a *store.Archive, v store.View, form, dir string) error {
	put := func(_ string, content []byte) error {
		p.out.raw(string(content))
		return p.out.failed
	}
	if dir != "" {
		folder, err := openFolder(dir)
		if err != nil {
			return err
		}
		defer folder.Close()
		put = func(name string, content []byte) error { return writeWhole(folder, name, content) }
	}
	l, err := a.List(ctx, v)
	if err != nil {
		return err
	}
	written := 0
	err = eachRow(ctx, l, 0, func(r store.Row) error {
		written++
		return exportOne(ctx, a, r.ID, form, dir != "", put)
	})
	if err != nil {
		return err
	}
	switch {
	case written == 0:
		return p.sayNothing(ctx, a, v.Query)
	case dir != "":
		p.err.line(reader.CleanLine(fmt.Sprintf("%s written to %s", count(written, "article"), dir)))
	}
	return nil
}

// exportOne gives one article to put, with the name of its file.
func exportOne(ctx context.Context, a *store.Archive, id store.ID, form string, alone bool, put func(string, []byte) error) error {
	article, err := a.Article(ctx, id)
	if errors.Is(err, store.ErrNoArticle) {
		return nil // deleted meanwhile
	}
	if err != nil {
		return err
	}
	if form == "json" {
		content, err := exportJSON(article)
		if err != nil {
			return err
		}
		return put(exportName(article, ".json"), content)
	}
	content, err := exportMarkdown(article)
	if err != nil {
		return err
	}
	if !alone { // the next article's front matter begins with a rule of its own
		content = append(content, '\n')
	}
	return put(exportName(article, ".md"), content)
}

// exported is an article with everything, as one object.
type exported struct {
	ID store.ID `json:"id"`
	findings
	Added      string            `json:"added"`
	Read       bool              `json:"read"`
	Starred    bool              `json:"starred"`
	Highlights []highlightRecord `json:"highlights"`
}

// highlightRecord is a highlight with the words that it covers.
type highlightRecord struct {
	Words   reader.Text `json:"words"`
	Note    reader.Text `json:"note,omitempty"`
	Created string      `json:"created"`
	Content []span      `json:"content"`
}

func exportJSON(a *store.Article) ([]byte, error) {
	e := exported{
		ID: a.Row.ID, findings: findingsOf(string(a.Origin), a.Digest), Added: date(a.Row.Added),
		Read: a.Row.Read, Starred: a.Row.Starred, Highlights: []highlightRecord{},
	}
	e.Tags = orEmpty(a.Row.Tags)
	p := newProse(&a.Digest.Plain)
	for _, h := range a.Highlights {
		e.Highlights = append(e.Highlights, highlightRecord{
			h.Words, h.Note, date(h.Created), orEmpty(p.spans([]reader.Span{h.Anchor.Span})),
		})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(e); err != nil {
		return nil, fmt.Errorf("write JSON: %w", err)
	}
	return []byte(escapeJSON(b.Bytes())), nil
}

// frontMatter is what stands above an article in Markdown.
type frontMatter struct {
	Title     string   `yaml:"title"`
	Author    string   `yaml:"author,omitempty"`
	Date      string   `yaml:"date,omitempty"`
	Publisher string   `yaml:"publisher,omitempty"`
	URL       string   `yaml:"url,omitempty"`
	Language  string   `yaml:"language,omitempty"`
	Tags      []string `yaml:"tags,omitempty"`
	Read      bool     `yaml:"read,omitempty"`
	Starred   bool     `yaml:"starred,omitempty"`
}

func exportMarkdown(a *store.Article) ([]byte, error) {
	d := a.Digest
	f := frontMatter{
		Title: string(d.Article.Title), Author: string(d.Article.Byline), Date: date(d.Article.Published),
		Publisher: string(d.Article.Outlet), URL: string(d.Article.Address), Language: d.Article.Language,
		Read: a.Row.Read, Starred: a.Row.Starred,
	}
	for _, t := range a.Row.Tags {
		f.Tags = append(f.Tags, string(t))
	}
	matter, err := yaml.Marshal(f)
	if err != nil {
		return nil, fmt.Errorf("write front matter: %w", err)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "---\n%s---\n\n# %s\n", matter, escapeMarkdown(d.Article.Title))
	if text := strings.TrimSpace(string(d.Article.Markdown)); text != "" { // a stub has none
		fmt.Fprintf(&b, "\n%s\n", withoutPictures(text))
	}
	writeHighlights(&b, a.Highlights)
	writeQuotes(&b, d)
	if len(d.Entities) > 0 {
		b.WriteString("\n## Names\n\n")
	}
	for _, e := range d.Entities {
		fmt.Fprintf(&b, "- %s (%s)\n", escapeMarkdown(e.Name), kindWord(e.Kind))
	}
	return b.Bytes(), nil
}

// kindWord is a kind of names as people read it; in JSON and options it is spelt otherwise.
func kindWord(k reader.EntityKind) string {
	if k == reader.EntityOrganization {
		return "organisation"
	}
	return k.String()
}

// noPicture is a picture of which only the caption was kept.
var noPicture = regexp.MustCompile(`!\[((?:[^\]\\\n]|\\.)*)\]\(\)`)

// withoutPictures has captions of pictures that are not there stand by
// themselves, as emphasised text, since a picture without an address is none.
// Code is left as it is.
func withoutPictures(text string) string {
	if !strings.Contains(text, "]()") {
		return text
	}
	fence := ""
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		begin := strings.TrimSpace(line)
		switch {
		case fence != "":
			if strings.HasPrefix(begin, fence) {
				fence = ""
			}
		case strings.HasPrefix(begin, "```"), strings.HasPrefix(begin, "~~~"):
			fence = begin[:3]
		default:
			lines[i] = noPicture.ReplaceAllStringFunc(line, func(picture string) string {
				caption := strings.TrimSpace(picture[len("![") : len(picture)-len("]()")])
				if caption == "" {
					return ""
				}
				return "*" + caption + "*"
			})
		}
	}
	return strings.Join(lines, "\n")
}

// writeHighlights writes passages with their notes, and notes on the whole article.
func writeHighlights(b *bytes.Buffer, list []store.Highlight) {
	if len(list) > 0 {
		b.WriteString("\n## Highlights\n")
	}
	for _, h := range list {
		if words := reader.CleanLine(string(h.Words)); words != "" {
			fmt.Fprintf(b, "\n> %s\n", escapeMarkdown(words))
		}
		if h.Note != "" {
			fmt.Fprintf(b, "\n%s\n", escapeMarkdown(reader.CleanLine(string(h.Note))))
		}
	}
}

func writeQuotes(b *bytes.Buffer, d reader.Digest) {
	if len(d.Quotes) > 0 {
		b.WriteString("\n## Quotes\n\n")
	}
	for i, q := range d.Quotes {
		fmt.Fprintf(b, "%d. %s — %s\n", i+1, escapeMarkdown(cite.Quoted(q.Kind, q.Words(&d.Plain))), escapeMarkdown(reader.CleanLine(speakerLabel(&q))))
	}
}

// exportName is the name of an article's file: date, words of the title, and
// its number, which keeps two articles of one title apart.
func exportName(a *store.Article, ending string) string {
	words := strings.FieldsFunc(strings.ToLower(string(a.Row.Title)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	parts := make([]string, 0, len(words)+2)
	if t := a.Row.Published; !t.IsZero() {
		parts = append(parts, t.UTC().Format("2006-01-02"))
	}
	size := 0
	for _, w := range words {
		if size += len(w) + 1; size > 80 { // far below what file systems allow
			break
		}
		parts = append(parts, w)
	}
	return strings.Join(append(parts, strconv.FormatInt(int64(a.Row.ID), 10)), "-") + ending
}

// openFolder opens the folder that files are written into. Nothing is written
// outside of it, whatever a file is called.
func openFolder(dir string) (*os.Root, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, writeProblem(dir, err, "")
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, writeProblem(dir, err, "")
	}
	return root, nil
}

// writeWhole writes a file so that it is there as a whole or not at all: to a
// name of its own first, to the disk, and then under its name.
func writeWhole(folder *os.Root, name string, content []byte) (err error) {
	temporary := "." + name + ".part"
	defer func() {
		if err != nil {
			_ = folder.Remove(temporary)
			err = writeProblem(name, err, "")
		}
	}()
	f, err := folder.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err := folder.Rename(temporary, name); err != nil {
		return err
	}
	return syncFolder(folder)
}

// syncFolder has the folder's new entries reach the disk, where folders can be synced.
func syncFolder(folder *os.Root) error {
	d, err := folder.Open(".")
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrInvalid) {
		return err
	}
	return nil
}
