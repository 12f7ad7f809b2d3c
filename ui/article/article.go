// Package article is the pane in which an article is read: its heading, and
// its text through a pager, with quotes, names, highlights and search hits
// painted over it.
//
// What n and N move along is the track ([track]): the quotes of the article,
// until a search or the choice of a name makes it something else. Reading an
// article, setting its text and marking it up happen in commands (load.go);
// Update only takes their results. Begin with [Pane].
package article

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/nav"
	"offprint/ui/pager"
	"offprint/ui/prompt"
	"offprint/ui/rows"
	"offprint/ui/task"
)

// Archive is what reading an article needs of the archive.
type Archive interface {
	Article(ctx context.Context, id store.ID) (*store.Article, error)
	SavePosition(ctx context.Context, id store.ID, at reader.Anchor, progress float64) error
	SetMark(ctx context.Context, id store.ID, name rune, at reader.Anchor) error
	rows.Marker
	Related(ctx context.Context, id store.ID, n int) ([]store.Row, error)
	Copies(ctx context.Context, id store.ID) ([]store.Row, error)
}

// Pane shows one article.
type Pane struct {
	archive Archive
	look    nav.Look
	now     func() time.Time

	asked   nav.OpenArticle // of the article asked for or shown; ID 0: none
	article *store.Article
	source  source
	pager   *pager.Pager
	measure int

	track  track
	before int // the place before the last jump, for ''
	layers layers

	find    finding
	hints   *hints // not nil while a letter is waited for
	passage passage

	jobs jobs

	saved int // the place that the archive knows
	err   error

	head head
	w, h int
}

// source is the text that is set.
type source struct {
	text   reader.Text // the article's Markdown, with its foot once that is known
	footed bool        // text has its foot, if there is one
}

// finding is the line on which words to find are typed, nil if none are, and the
// place where that began.
type finding struct {
	line *prompt.Model
	from int
}

// passage tells whether a passage is being chosen, and where the mouse was
// pressed last: from there it is dragged.
type passage struct {
	on      bool
	pressed int
}

// jobs are the kinds of background work.
type jobs struct{ opening, reading, setting, marking, saving task.Slot }

// layers tells what is painted over the text.
type layers struct{ noQuotes, noNames bool }

// New returns an empty pane. measure is how many cells a line of text has at most.
func New(archive Archive, look nav.Look, measure int, now func() time.Time) *Pane {
	p := &Pane{archive: archive, look: look, now: now, pager: pager.New(), measure: measure}
	p.pager.SetMeasure(measure)
	return p
}

// Article returns the article shown, nil if there is none yet.
func (p *Pane) Article() *store.Article { return p.article }

// SetRead notes that the article has been marked read because it was opened.
func (p *Pane) SetRead() {
	if p.article != nil && !p.article.Row.Stub {
		p.article.Row.Read = true
	}
}

// ID returns the article that is shown or on its way; 0 is none.
func (p *Pane) ID() store.ID { return p.asked.ID }

// Asked returns the request by which the article was opened.
func (p *Pane) Asked() nav.OpenArticle { return p.asked }

// Loading reports whether an article is being opened: until it has come, the one before is shown.
func (p *Pane) Loading() bool { return p.jobs.opening.Busy() }

// Typing reports whether the pane wants keys as text: words to find, or the letter of a hint.
func (p *Pane) Typing() bool { return p.find.line != nil || p.hints != nil }

// Selecting reports whether a passage is being chosen.
func (p *Pane) Selecting() bool { return p.passage.on }

// Progress returns how far the article has been read, 0 to 1.
func (p *Pane) Progress() float64 {
	if p.article == nil || p.article.Row.Stub {
		return 0
	}
	// By the text alone: what stands at its foot need not be read.
	whole := max(1, len(p.article.Digest.Article.Markdown))
	return max(0, min(1, float64(p.pager.Visible().End)/float64(whole)))
}

// Place returns the source offset at the top of the screen.
func (p *Pane) Place() int { return p.pager.Place() }

// Plain reports whether there is nothing that esc could leave: no passage, no
// search, nothing that is current.
func (p *Pane) Plain() bool {
	_, focused := p.pager.Focus()
	return !p.passage.on && !p.Typing() && p.track.kind == trackQuotes && !focused
}

// AtEnd reports whether an article is there, all of which has been on the screen
// down to its end, and is read and not chosen from.
func (p *Pane) AtEnd() bool {
	return p.article != nil && !p.Loading() && !p.passage.on && p.pager.AtBottom()
}

// Resize gives the pane its size in cells and lines, heading included.
func (p *Pane) Resize(w, h int) tea.Cmd {
	p.w, p.h = w, h
	p.layHead()
	return p.set()
}

// Measure changes how wide the text may be by some cells; 0 goes back to what the settings say.
func (p *Pane) Measure(change int) tea.Cmd {
	const least, most = 30, 140
	width := p.measure
	if change != 0 {
		width = max(least, min(most, p.width()+change))
	}
	p.pager.SetMeasure(width)
	return p.Resize(p.w, p.h)
}

// Wants returns how wide the pane must be for lines of the whole measure, with
// a little air beside them.
func (p *Pane) Wants() int {
	const air = 2
	return p.pager.FullWidth() + air
}

func (p *Pane) width() int { return p.pager.TextWidth() }
