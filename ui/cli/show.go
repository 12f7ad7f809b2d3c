package cli

import (
	"context"
	"os"
	"strings"

	glamour "charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"offprint/reader"
	"offprint/store"
	"offprint/store/intake"
	"offprint/ui/config"
	"offprint/ui/theme"
	"offprint/ui/typeset"
)

// showHelp says what show does.
const showHelp = `Print an article: a file, or one of the archive by its number. On a terminal
it is set as in the reader, with its quotes numbered; elsewhere it is plain
text, unless --color asks for more. Below the text stand the highlights with
their notes. With --original the file that it was
saved as is given back, byte for byte, to a pipe or to the file after -o.`

// showCommand is `offprint show`.
func (p *program) showCommand() *cobra.Command {
	var width int
	var plain, original bool
	var to string
	c := &cobra.Command{
		Use:     "show file|number",
		Short:   "Print an article as the reader shows it",
		Long:    showHelp,
		Example: "offprint show 12\noffprint show saved/talks.html | less\noffprint show --original 12 -o page.html",
		GroupID: groupRead,
		Args:    justOne("which article"),
		RunE: p.do(func(ctx context.Context, args []string) error {
			if width < 0 {
				return &problem{msg: "--width must not be negative", code: exitUsage}
			}
			if original || to != "" {
				return p.showOriginal(ctx, args[0], to)
			}
			digests, err := p.find(ctx, args[0])
			if err != nil {
				return err
			}
			for i, d := range digests {
				if i > 0 {
					p.out.raw("\n")
				}
				if err := p.show(ctx, d, width, plain); err != nil {
					return err
				}
			}
			return nil
		}),
	}
	c.Flags().IntVar(&width, "width", 0, "width of the text in cells")
	c.Flags().BoolVar(&original, "original", false, "the bytes of the file that it was saved as")
	c.Flags().StringVarP(&to, "output", "o", "", "write the original to this file, which must not be there yet")
	c.Flags().BoolVar(&plain, "plain", false, "plain text on a terminal, too")
	return c
}

// find returns what an argument names: an article of the archive if it is a
// number and no file is called so, else the articles of a file.
func (p *program) find(ctx context.Context, name string) ([]reader.Digest, error) {
	id, isFile := articleNumber(name)
	if !isFile {
		return p.stored(ctx, id)
	}
	s, err := p.source(name)
	if err != nil {
		return nil, &problem{msg: reader.CleanLine(name) + ": " + intake.Why(err), code: exitFailed, err: err}
	}
	digests, err := p.analyse(ctx, s)
	if err != nil {
		return nil, &problem{msg: reader.CleanLine(name) + ": " + intake.Why(err), code: exitFailed, err: err}
	}
	return digests, nil
}

// stored returns one article of the archive.
func (p *program) stored(ctx context.Context, id store.ID) (d []reader.Digest, err error) {
	err = p.reading(ctx, func(a *store.Archive) error {
		article, err := a.Article(ctx, id)
		if err == nil {
			d = []reader.Digest{withMarks(article)}
		}
		return err
	})
	return d, noArticle(id, err)
}

// show prints one article.
func (p *program) show(ctx context.Context, d reader.Digest, width int, plain bool) error {
	c, err := p.settings()
	if err != nil {
		return err
	}
	head, foot := headOf(&d.Article), footOf(&d.Article)
	styled := !plain && p.out.styled()
	if !styled && width == 0 {
		p.showPlain(head, d, foot)
		return nil
	}
	width = p.textWidth(width, c)
	o := typeset.Options{Width: width, Method: ansi.GraphemeWidth}
	if !styled {
		p.showHead(head, width, nil)
		page := typeset.Set(ctx, d.Article.Markdown, o)
		for l := range typeset.LineNo(page.Len()) {
			p.out.line(reader.Clean(page.LineText(l)))
		}
		p.showFoot(foot, width, nil)
		return ctx.Err()
	}
	look, err := p.look(c)
	if err != nil {
		return err
	}
	o.Style = look.Article
	p.showHead(head, width, &look)
	page, marks := typeset.Set(ctx, d.Article.Markdown, o), typeset.Flatten(findingMarks(d))
	for l := range typeset.LineNo(page.Len()) {
		p.out.raw(page.Gutter(l, marks) + page.Paint(l, marks, width) + "\n")
	}
	p.showFoot(foot, width, &look)
	return ctx.Err()
}

// textWidth is the width asked for, or else the settings' as far as the terminal has room.
func (p *program) textWidth(asked int, c config.Config) int {
	switch w := p.out.width(); {
	case asked > 0:
		return asked
	case w > 0:
		return max(1, min(c.Measure, w-typeset.GutterWidth))
	}
	return c.Measure
}

// showPlain prints an article without any setting: a paragraph is one line.
func (p *program) showPlain(head []reader.Text, d reader.Digest, foot []reader.Text) {
	for _, h := range head {
		if h != "" {
			p.out.line(h)
		}
	}
	p.out.raw("\n")
	if text := reader.Clean(d.Plain.Text); text != "" || len(foot) == 0 {
		p.out.line(text)
	}
	p.showFoot(foot, 0, nil)
}

// showHead prints what stands above the text; look is nil without styles.
func (p *program) showHead(head []reader.Text, width int, look *theme.Styles) {
	indent := ""
	if look != nil {
		indent = strings.Repeat(" ", typeset.GutterWidth)
	}
	for i, h := range head {
		if h == "" {
			continue
		}
		for line := range strings.SplitSeq(ansi.Wordwrap(string(h), width, ""), "\n") {
			switch {
			case look == nil:
			case i == 0:
				line = look.Title.Render(line)
			default:
				line = look.Meta.Render(line)
			}
			p.out.raw(indent + line + "\n")
		}
	}
	p.out.raw("\n")
}

// findingMarks are the quotes and names of an article, to be painted.
func findingMarks(d reader.Digest) []typeset.Mark {
	var marks []typeset.Mark
	for _, e := range d.Entities {
		for _, m := range e.Places() {
			marks = append(marks, typeset.Mark{Span: m, Class: typeset.ClassEntity, Kind: e.Kind})
		}
	}
	for i, q := range d.Quotes {
		for _, s := range q.Content {
			marks = append(marks, typeset.Mark{Span: s, Class: typeset.ClassQuote, Number: i + 1})
		}
	}
	return marks
}

// look returns the styles for standard output.
func (p *program) look(c config.Config) (theme.Styles, error) {
	name, _ := theme.Parse(c.Theme)
	s := theme.New(name, p.dark(name), p.profile(c))
	style, err := textStyle(c)
	if err != nil || style == nil {
		return s, err
	}
	return s.WithText(*style), nil
}

// textStyle reads the Glamour style that the settings name; nil if they name none.
func textStyle(c config.Config) (*glamour.StyleConfig, error) {
	if c.TextStyle == "" {
		return nil, nil
	}
	data, err := os.ReadFile(c.TextStyle)
	if err != nil {
		return nil, fileProblem(c.TextStyle, err, "text-style in the settings names this file")
	}
	style, err := theme.TextStyle(data)
	if err != nil {
		return nil, fileProblem(c.TextStyle, err, "text-style in the settings must be a Glamour style")
	}
	return &style, nil
}

// dark reports whether the terminal's background is dark. It is asked only
// where the theme depends on it and the terminal can answer.
func (p *program) dark(name theme.Name) bool {
	if name == theme.Light {
		return false
	}
	in, ok := p.stdin.(*os.File)
	out, also := p.out.to.(*os.File)
	if name == theme.Dark || !ok || !also || !term.IsTerminal(in.Fd()) || !term.IsTerminal(out.Fd()) {
		return true
	}
	return lipgloss.HasDarkBackground(in, out)
}

// list returns the environment as a system call would have it.
func (e environment) list() []string {
	pairs := make([]string, 0, len(e))
	for k, v := range e {
		pairs = append(pairs, k+"="+v)
	}
	return pairs
}
