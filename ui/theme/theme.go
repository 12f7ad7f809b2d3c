// Package theme says what everything looks like. A theme is a palette of
// roles; from it and from what the terminal can show, [New] makes one [Styles]
// value, which screens and widgets take as an argument. Styles are named by
// what a thing is (a speaker, an unread dot), never by colour, and nothing is
// told by colour alone: every kind has a letter, every state a sign.
//
// The style of article text ([Article]) comes from the same palette, or from
// any Glamour style file by [Styles.WithText]. Text on its ground keeps a contrast
// of at least 4.5 to 1 in every theme; a test measures it.
//
// Begin with [New].
package theme

import (
	"image/color"

	"github.com/charmbracelet/colorprofile"

	"offprint/reader"

	"charm.land/lipgloss/v2"
)

// Name names a theme.
type Name string

// The themes. Auto is Dark or Light, as the terminal's background is.
const (
	Auto     Name = "auto"
	Dark     Name = "dark"
	Light    Name = "light"
	Contrast Name = "contrast" // high contrast, dark or light as the background is
	Mono     Name = "mono"     // no colours at all: bold, underline, reverse
)

// Names returns the themes in the order in which they are offered.
func Names() []Name { return []Name{Auto, Dark, Light, Contrast, Mono} }

// Parse returns the theme of that name.
func Parse(name string) (Name, bool) {
	for _, n := range Names() {
		if string(n) == name {
			return n, true
		}
	}
	return Auto, false
}

// Styles is what everything looks like. It is made once for each theme,
// background and colour profile and is not changed afterwards.
type Styles struct {
	Text   lipgloss.Style // running text of the interface
	Faint  lipgloss.Style // less important, still well readable
	Title  lipgloss.Style // titles of articles
	Meta   lipgloss.Style // byline, date, reading time
	Accent lipgloss.Style // the one thing to see first
	Link   lipgloss.Style // an address or label that can be opened
	Toast  lipgloss.Style // a short notice of what has been done
	Error  lipgloss.Style // what went wrong

	List    List
	Pane    Pane
	Footer  Footer
	Overlay Overlay
	Quote   Quote
	Entity  Entities
	Match   Match
	Layers  Layers // classes painted over article text

	// Article is the style of article text. It is shared and never changed.
	Article *Article
	// Profile is what the terminal can show; all of the above is made for it.
	Profile colorprofile.Profile
	// IsDark tells which ground the styles are made for.
	IsDark bool
	// Words has states written out, such as "unread", in the place of signs.
	Words bool
}

// List is the look of rows. A selected row also has Bar before it.
type List struct {
	Selected  lipgloss.Style // the row of the cursor, pane focused
	Unfocused lipgloss.Style // the row of the cursor, pane not focused
	Group     lipgloss.Style // the head of a group of rows
	Unread    lipgloss.Style // ●
	Read      lipgloss.Style // the title of an article already read
	Star      lipgloss.Style // ★
	Count     lipgloss.Style // numbers at the right
	Bar       lipgloss.Style // ┃ before the selected row
	Bars      lipgloss.Style // ▇ bars beside a number, which says it already: they keep back
	Months    lipgloss.Style // ▃ how often in which months
}

// Pane is the look of panes and what is between them.
type Pane struct {
	Title     lipgloss.Style // head of the focused pane
	Unfocused lipgloss.Style // head of another pane
	Separator lipgloss.Style // │ between panes
	Border    lipgloss.Style // a box's lines
	Crumb     lipgloss.Style // where one is: Archive › April 2024
	Here      lipgloss.Style // the last part of that
	Progress  lipgloss.Style // ▓ of a progress bar
}

// Footer is the look of the key hints.
type Footer struct {
	Key  lipgloss.Style
	Desc lipgloss.Style
}

// Overlay is the look of boxes over the screen: help, palette, prompts.
type Overlay struct {
	Border   lipgloss.Style
	Title    lipgloss.Style
	Body     lipgloss.Style
	Selected lipgloss.Style
	Prompt   lipgloss.Style // what stands before typed text
}

// Quote is the look of quotes in the sidebar and in the gutter.
type Quote struct {
	Tint         lipgloss.Style // the words of a quote
	Gutter       lipgloss.Style // ▌
	Number       lipgloss.Style
	Speaker      lipgloss.Style
	Unattributed lipgloss.Style // a quote without a known speaker; also written in parentheses
}

// Match is the look of what a search found, in rows of results.
type Match struct {
	Hit     lipgloss.Style
	Current lipgloss.Style
}

// Entity is the look of one kind of entity. Letter tells the kind where
// colour cannot.
type Entity struct {
	Letter string // one cell
	Name   lipgloss.Style
	Kind   lipgloss.Style // the letter
}

// Entities is the look of every kind, by reader.EntityKind.
type Entities [7]Entity

// Of returns the look of one kind.
func (e Entities) Of(k reader.EntityKind) Entity {
	if int(k) >= len(e) {
		k = reader.EntityOther
	}
	return e[k]
}

// letters are the kinds' letters, by reader.EntityKind.
var letters = [7]string{"·", "P", "O", "L", "N", "E", "W"}

// New returns the styles of a theme. dark tells the terminal's background (it
// matters for Auto, Contrast and Mono); profile is what the terminal can show:
// with Ascii or less there are attributes only.
func New(name Name, dark bool, profile colorprofile.Profile) Styles {
	switch name {
	case Dark:
		dark = true
	case Light:
		dark = false
	}
	p := &paint{palette: pick(name, dark), profile: profile}
	if name == Mono || profile <= colorprofile.Ascii {
		p.plain = true
	}
	s := Styles{Profile: profile, IsDark: dark}
	p.base(&s)
	p.chrome(&s)
	p.findings(&s)
	s.Layers = p.layers()
	s.Article = p.article(s.Layers)
	return s
}

// The grounds on which a theme stands where the terminal has the other one.
var (
	darkGround  = color.RGBA{0x1e, 0x1e, 0x1e, 0xff}
	lightGround = color.RGBA{0xff, 0xff, 0xff, 0xff}
)

// Ground returns the ground that the styles are made for and the colour of plain
// text on it, for a terminal whose own ground is the other: a light theme in a
// dark terminal cannot be read. It is nil where there are no colours.
func (s *Styles) Ground() (ground, text color.Color) {
	switch {
	case s.Profile <= colorprofile.Ascii || s.Text.GetForeground() == (lipgloss.NoColor{}):
		return nil, nil
	case s.IsDark:
		return darkGround, lightGround
	}
	return lightGround, color.RGBA{A: 0xff}
}

// base fills in the styles of text.
func (p *paint) base(s *Styles) {
	s.Text = p.fg(text)
	s.Faint = p.fg(faint)
	s.Title = p.fg(title).Bold(true)
	s.Meta = p.fg(meta)
	s.Accent = p.fg(accent).Bold(true)
	s.Link = p.fg(link).Underline(true)
	s.Toast = p.fg(title).Bold(true)
	s.Error = p.fg(failure).Bold(true)
	s.Match = Match{
		Hit:     p.on(hitText, hit).Reverse(p.noGround()),
		Current: p.on(currentText, current).Bold(true).Reverse(p.noGround()),
	}
}

// chrome fills in the styles of what stands around text.
func (p *paint) chrome(s *Styles) {
	s.List = List{
		Selected:  p.on(title, selected).Bold(true).Reverse(p.noGround()),
		Unfocused: p.on(text, unfocused).Bold(true),
		Group:     p.fg(meta).Bold(true),
		Unread:    p.fg(accent),
		Read:      p.fg(faint),
		Star:      p.fg(star),
		Count:     p.fg(faint),
		Bar:       p.fg(accent).Bold(true),
		Bars:      p.fg(line),
		Months:    p.fg(accent),
	}
	s.Pane = Pane{
		Title:     p.fg(accent).Bold(true),
		Unfocused: p.fg(faint),
		Separator: p.fg(line),
		Border:    p.fg(line),
		Crumb:     p.fg(faint),
		Here:      p.fg(title).Bold(true),
		Progress:  p.fg(accent),
	}
	s.Footer = Footer{Key: p.fg(accent).Bold(true), Desc: p.fg(faint)}
	s.Overlay = Overlay{
		Border:   p.fg(accent),
		Title:    p.fg(title).Bold(true),
		Body:     p.fg(text),
		Selected: p.on(title, selected).Bold(true).Reverse(p.noGround()),
		Prompt:   p.fg(accent).Bold(true),
	}
}

// findings fills in the styles of quotes and entities.
func (p *paint) findings(s *Styles) {
	s.Quote = Quote{
		Tint:         p.on(text, quoteTint),
		Gutter:       p.fg(quote),
		Number:       p.fg(quote).Bold(true),
		Speaker:      p.fg(quote).Bold(true),
		Unattributed: p.fg(faint).Italic(true),
	}
	for k := range s.Entity {
		s.Entity[k] = Entity{
			Letter: letters[k],
			Name:   p.fg(text),
			Kind:   p.fg(kinds[k]).Bold(true),
		}
	}
}
