package theme

import (
	"image/color"
	"strconv"

	"github.com/charmbracelet/colorprofile"

	"charm.land/lipgloss/v2"
)

// role is what a colour is for.
type role uint8

const (
	text role = iota
	faint
	title
	meta
	accent
	link
	caption
	failure
	star
	line        // separators and borders: seen, not read
	code        // code in running text
	codeGround  // its ground
	selected    // ground of the selected row
	unfocused   // ground of the selected row of a pane without focus
	quote       // gutter, number, speaker
	quoteTint   // ground of quoted words
	mark        // gutter of the user's highlights
	markTint    // ground of the user's highlights
	hit         // ground of a search hit
	hitText     // its text
	current     // ground of the thing the track is at
	currentText // its text
	chosen      // ground of a selection
	chosenText
	person
	organization
	place
	nationality
	event
	work
	roles
)

// kinds are the roles of the kinds of entities, by reader.EntityKind.
var kinds = [7]role{meta, person, organization, place, nationality, event, work}

// none is a colour left to the terminal's default.
const none = -1

// tone is one colour in the three profiles. The 256 and 16 colours are chosen
// by hand: the nearest ones of soft tints are garish.
type tone struct {
	hex       string
	c256, c16 int
}

// palette is a colour for every role.
type palette [roles]tone

// pick returns the palette of a theme.
func pick(name Name, dark bool) *palette {
	switch {
	case name == Contrast && dark:
		return &contrastDark
	case name == Contrast:
		return &contrastLight
	case dark:
		return &darkPalette
	}
	return &lightPalette
}

// darkPalette is made for grounds from black to about #262626.
var darkPalette = palette{
	text:         {"#d6d3cb", 252, none},
	faint:        {"#a19d94", 247, none},
	title:        {"#f3efe4", 255, 15},
	meta:         {"#b5b0a5", 249, none},
	accent:       {"#8fbcd4", 110, 14},
	link:         {"#8fbcd4", 110, 14},
	caption:      {"#b3a68c", 144, none},
	failure:      {"#f2978f", 210, 9},
	star:         {"#e4c27a", 179, 11},
	line:         {"#4c4a46", 239, 8},
	code:         {"#d8b4a0", 180, 11},
	codeGround:   {"#2a2826", 235, none},
	selected:     {"#2b3a45", 237, none},
	unfocused:    {"#262a2d", 235, none},
	quote:        {"#9ccb9f", 115, 10},
	quoteTint:    {"#1f2f24", 236, none},
	mark:         {"#e4c27a", 179, 11},
	markTint:     {"#453a1c", 58, 3},
	hit:          {"#e6cf5c", 221, none},
	hitText:      {"#1b1a17", 16, none},
	current:      {"#35607e", 24, none},
	currentText:  {"#ffffff", 231, none},
	chosen:       {"#4a4670", 60, none},
	chosenText:   {"#ffffff", 231, none},
	person:       {"#e8b796", 180, 11},
	organization: {"#9dc1ea", 111, 12},
	place:        {"#8ed0c0", 115, 14},
	nationality:  {"#d8c98c", 186, 11},
	event:        {"#cdb4e8", 183, 13},
	work:         {"#e3a9c4", 182, 13},
}

// lightPalette is made for grounds from white to about #f2efe6.
var lightPalette = palette{
	text:         {"#2b2a27", 235, none},
	faint:        {"#65615a", 241, none},
	title:        {"#11110f", 232, 0},
	meta:         {"#55514a", 239, none},
	accent:       {"#1d5c80", 24, 4},
	link:         {"#1d5c80", 24, 4},
	caption:      {"#6b5a33", 94, none},
	failure:      {"#a32a22", 124, 1},
	star:         {"#8a5a00", 94, 3},
	line:         {"#c4bfb3", 250, 7},
	code:         {"#7f3f1d", 94, 5},
	codeGround:   {"#efece4", 255, none},
	selected:     {"#d5e4ee", 153, none},
	unfocused:    {"#e9e9e6", 254, none},
	quote:        {"#2f6b38", 22, 2},
	quoteTint:    {"#e4f0e3", 194, none},
	mark:         {"#8a5a00", 94, 3},
	markTint:     {"#fbeab8", 229, 3},
	hit:          {"#f4d94a", 220, none},
	hitText:      {"#17160f", 16, none},
	current:      {"#1d5c80", 24, none},
	currentText:  {"#ffffff", 231, none},
	chosen:       {"#d5cff2", 189, none},
	chosenText:   {"#17160f", 16, none},
	person:       {"#8f4a1a", 94, 1},
	organization: {"#1f5aa0", 25, 4},
	place:        {"#0f6b5c", 23, 6},
	nationality:  {"#6f5b00", 58, 3},
	event:        {"#6a3fa0", 55, 5},
	work:         {"#943567", 89, 5},
}

// contrastDark keeps 7 to 1 for everything that is read.
var contrastDark = palette{
	text:         {"#ffffff", 231, 15},
	faint:        {"#d0d0d0", 252, 7},
	title:        {"#ffffff", 231, 15},
	meta:         {"#e4e4e4", 254, 15},
	accent:       {"#5fd7ff", 81, 14},
	link:         {"#5fd7ff", 81, 14},
	caption:      {"#ffd787", 222, 11},
	failure:      {"#ff9f9f", 217, 9},
	star:         {"#ffff5f", 227, 11},
	line:         {"#b2b2b2", 249, 7},
	code:         {"#ffd7af", 223, 11},
	codeGround:   {"#1c1c1c", 234, none},
	selected:     {"#00446b", 24, none},
	unfocused:    {"#303030", 236, none},
	quote:        {"#87ff87", 120, 10},
	quoteTint:    {"#0a3a14", 236, none},
	mark:         {"#ffff5f", 227, 11},
	markTint:     {"#5a4600", 58, 3},
	hit:          {"#ffff00", 226, none},
	hitText:      {"#000000", 16, none},
	current:      {"#ffffff", 231, none},
	currentText:  {"#000000", 16, none},
	chosen:       {"#5f00af", 55, none},
	chosenText:   {"#ffffff", 231, none},
	person:       {"#ffaf87", 216, 11},
	organization: {"#87d7ff", 117, 12},
	place:        {"#5fffd7", 86, 14},
	nationality:  {"#ffff87", 228, 11},
	event:        {"#d7afff", 183, 13},
	work:         {"#ffafd7", 218, 13},
}

// contrastLight is its counterpart on white.
var contrastLight = palette{
	text:         {"#000000", 16, 0},
	faint:        {"#303030", 236, 0},
	title:        {"#000000", 16, 0},
	meta:         {"#262626", 235, 0},
	accent:       {"#00318f", 18, 4},
	link:         {"#00318f", 18, 4},
	caption:      {"#4a3200", 52, 0},
	failure:      {"#8a0000", 88, 1},
	star:         {"#5f3a00", 52, 0},
	line:         {"#585858", 240, 8},
	code:         {"#6b1d00", 52, 5},
	codeGround:   {"#f4f4f4", 255, none},
	selected:     {"#bfe0ff", 153, none},
	unfocused:    {"#e0e0e0", 254, none},
	quote:        {"#004d12", 22, 2},
	quoteTint:    {"#d7f5d7", 194, none},
	mark:         {"#5f3a00", 52, 0},
	markTint:     {"#ffe98a", 229, 3},
	hit:          {"#ffd700", 220, none},
	hitText:      {"#000000", 16, none},
	current:      {"#000000", 16, none},
	currentText:  {"#ffffff", 231, none},
	chosen:       {"#dcc8ff", 189, none},
	chosenText:   {"#000000", 16, none},
	person:       {"#6b2600", 52, 1},
	organization: {"#00318f", 18, 4},
	place:        {"#004a42", 23, 6},
	nationality:  {"#4a3b00", 234, 0},
	event:        {"#480a85", 54, 5},
	work:         {"#70003f", 53, 5},
}

// paint turns roles into colours for one terminal.
type paint struct {
	palette *palette
	profile colorprofile.Profile
	plain   bool // attributes only
}

// color returns the role's colour, nil for the terminal's own.
func (p *paint) color(r role) color.Color {
	t := p.palette[r]
	switch {
	case p.plain, t.hex == "":
		return nil
	case p.profile == colorprofile.ANSI && t.c16 == none, p.profile == colorprofile.ANSI256 && t.c256 == none:
		return nil
	}
	c16 := lipgloss.Color(strconv.Itoa(max(0, t.c16)))
	c256 := lipgloss.Color(strconv.Itoa(max(0, t.c256)))
	return lipgloss.Complete(p.profile)(c16, c256, lipgloss.Color(t.hex))
}

// name returns the role's colour as Glamour's style files write it, nil for
// the terminal's own.
func (p *paint) name(r role) *string {
	t := p.palette[r]
	n := t.hex
	switch {
	case p.plain:
		return nil
	case p.profile == colorprofile.ANSI:
		n = number(t.c16)
	case p.profile == colorprofile.ANSI256:
		n = number(t.c256)
	}
	if n == "" {
		return nil
	}
	return &n
}

func number(n int) string {
	if n == none {
		return ""
	}
	return strconv.Itoa(n)
}

// noGround reports whether coloured grounds cannot be had, so that reverse
// video has to stand for them.
func (p *paint) noGround() bool { return p.plain || p.profile == colorprofile.ANSI }

func (p *paint) fg(r role) lipgloss.Style {
	s := lipgloss.NewStyle()
	if c := p.color(r); c != nil {
		s = s.Foreground(c)
	}
	return s
}

func (p *paint) on(r, ground role) lipgloss.Style {
	s := p.fg(r)
	if p.noGround() {
		return s
	}
	if c := p.color(ground); c != nil {
		s = s.Background(c)
	}
	return s
}
