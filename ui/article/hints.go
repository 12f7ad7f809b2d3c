package article

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/ui/nav"
)

// hintKind tells what gets a letter.
type hintKind uint8

const (
	hintAll   hintKind = iota // quotes, names and links
	hintNames                 // names only, for their pages
)

// hint is a label on something in view, and what choosing it does.
type hint struct {
	label  string
	x, y   int // cells and lines from the text's corner
	choose func() tea.Cmd
}

// hints are the labels on the screen while a letter is waited for.
type hints struct {
	all   []hint
	typed string
}

// hintLetters are typed without moving the hands; in this order they are given out.
const hintLetters = "asdfghjklqwertyuiopzxcvbnm"

// showHints puts labels on what is in view.
func (p *Pane) showHints(kind hintKind) tea.Cmd {
	var all []hint
	seen := map[int]bool{}
	add := func(at reader.Span, choose func() tea.Cmd) {
		x, y, ok := p.pager.RowOf(at.Start)
		if !ok || seen[at.Start] {
			return
		}
		seen[at.Start] = true
		all = append(all, hint{x: x, y: y, choose: choose})
	}
	if kind == hintAll {
		p.linkHints(add)
		p.quoteHints(add)
	}
	p.nameHints(add, kind)
	if len(all) == 0 {
		return nav.Send(nav.Say{Text: "Nothing in view has a page or an address"})
	}
	label(all)
	p.hints = &hints{all: all}
	return nil
}

func (p *Pane) linkHints(add func(reader.Span, func() tea.Cmd)) {
	for _, l := range p.pager.Page().Links() {
		if !l.Image {
			add(l.Span, func() tea.Cmd { return p.follow(l) })
		}
	}
}

func (p *Pane) quoteHints(add func(reader.Span, func() tea.Cmd)) {
	for i := range p.article.Digest.Quotes {
		if len(p.article.Digest.Quotes[i].Content) == 0 {
			continue
		}
		add(p.article.Digest.Quotes[i].Extent(), func() tea.Cmd { return p.GoQuote(i) })
	}
}

func (p *Pane) nameHints(add func(reader.Span, func() tea.Cmd), kind hintKind) {
	for i, e := range p.article.Digest.Entities {
		if i >= len(p.article.Named) || p.article.Named[i].Entity == 0 {
			continue
		}
		id := p.article.Named[i].Entity
		for _, s := range e.Places() {
			add(s, func() tea.Cmd {
				if kind == hintNames {
					return nav.Send(nav.OpenEntity{ID: id})
				}
				cmd, _ := p.GoMentions(i)
				return cmd
			})
		}
	}
}

// label gives out letters: one each if they suffice, else two.
func label(all []hint) {
	n := len(hintLetters)
	for i := range all {
		if len(all) <= n {
			all[i].label = hintLetters[i : i+1]
			continue
		}
		all[i].label = hintLetters[i/n%n:i/n%n+1] + hintLetters[i%n:i%n+1]
	}
}

// Asking says what is waited for while labels are shown or words to find are
// typed; "" if neither is.
func (p *Pane) Asking() reader.Text {
	switch {
	case p.hints != nil:
		return "type a letter of what you mean · esc leaves"
	case p.find.line != nil:
		return "enter keeps what is found · esc goes back"
	}
	return ""
}

// typeHint takes a letter; anything that is no label ends it.
func (p *Pane) typeHint(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	typed := p.hints.typed + k.String()
	for _, h := range p.hints.all {
		if h.label == typed {
			p.hints = nil
			return h.choose()
		}
		if strings.HasPrefix(h.label, typed) {
			p.hints.typed = typed
			return nil
		}
	}
	p.hints = nil
	return nil
}

// over lays the labels over the lines of the text.
func (h *hints) over(lines []string, style func(...string) string, w int) {
	for _, one := range h.all {
		rest, ok := strings.CutPrefix(one.label, h.typed)
		if !ok || one.y >= len(lines) || one.x+len(rest) > w {
			continue
		}
		line := lines[one.y]
		lines[one.y] = ansi.Cut(line, 0, one.x) + "\x1b[m" + style(strings.ToUpper(rest)) + ansi.Cut(line, one.x+len(rest), w)
	}
}
