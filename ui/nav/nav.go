// Package nav holds the requests that one screen makes of the program: go
// there, say this, ask that. A screen returns them from Update through
// [Send]; the root model alone acts on them. Nothing else crosses between
// screens.
package nav

import (
	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/store/query"
	"offprint/ui/cells"
	"offprint/ui/keys"
	"offprint/ui/theme"
)

// Send returns a command that delivers the request.
func Send(request tea.Msg) tea.Cmd { return func() tea.Msg { return request } }

// OpenArticle shows an article at a place; an empty At is where it was left.
type OpenArticle struct {
	ID store.ID
	At reader.Span
	// Top has At stand at the top of the window, as it was left, and not be
	// painted as what is current.
	Top bool
	// Follow makes a track of the words that led here, so that n and N move along it.
	Follow Track
}

// Track says what n and N move along.
type Track struct {
	Entity store.EntityID // its mentions, if not 0
	Words  string         // places where these words stand, if not empty
}

// The screens that list places in articles. At is the row to begin at: it is
// set by a screen that tells how to go back to it.
type (
	// OpenEntity shows the page of an entity.
	OpenEntity struct {
		ID store.EntityID
		At int
	}
	// OpenEntities shows the index of entities whose names begin like Name.
	OpenEntities struct {
		Name string
		Kind reader.EntityKind // EntityOther is all
		At   int
	}
	// OpenQuotes shows the quotes of the archive that a query finds.
	OpenQuotes struct {
		Query query.Query
		Sort  store.QuoteSort
		At    int
	}
	// OpenHighlights shows the user's highlights in the articles that a query finds.
	OpenHighlights struct {
		Query query.Query
		At    int
	}
	// OpenVersions compares an article with an older text of it: At counts
	// them, 0 is the one before the present. If Other is not 0, it is compared
	// with that article instead.
	OpenVersions struct {
		ID    store.ID
		At    int
		Other store.ID
	}
	// OpenWordings sets a quote beside other wordings of it; At counts those.
	OpenWordings struct {
		ID store.QuoteID
		At int
	}
	// OpenImports shows the last imports: what went wrong, with All every file that is remembered.
	OpenImports struct {
		At  int
		All bool
	}
	// OpenSearch shows the search over the archive with the words already typed.
	OpenSearch struct {
		Words string
		At    int
	}
)

// OpenList shows the list of articles in another view.
type OpenList struct{ View store.View }

// OpenLink offers to open an address: in the browser, or the article that was
// saved from it. Original is set for the address of an article itself.
type OpenLink struct {
	Address  reader.Text
	Original bool
}

// Back goes to the place before this one, Forward to the one after.
type (
	Back    struct{}
	Forward struct{}
)

// Close closes the screen that sends it.
type Close struct{}

// Say shows a line at the foot of the screen for a few seconds.
type Say struct {
	Text reader.Text
	// Undo is set after a change that U takes back: the line says so.
	Undo bool
}

// Fail reports that something did not work. Doing says what, as in "opening the article".
type Fail struct {
	Doing reader.Text
	Err   error
}

// Copy puts text on the clipboard and says so. What names it: "quote", "address".
type Copy struct {
	Text reader.Text
	What reader.Text
}

// Export writes articles to files, as Markdown.
type Export struct{ IDs []store.ID }

// ShowAs shows an article as it was saved, with nothing mended, or mended again.
type ShowAs struct {
	ID   store.ID
	AsIs bool
}

// Changed tells every screen that the archive's contents have changed: read
// states, stars, tags, highlights, corrections, new articles. Screens reload
// what they show.
type Changed struct{}

// ReadSoFar tells every screen how far an article was read, 0 to 1, once the
// archive keeps it.
type ReadSoFar struct {
	ID       store.ID
	Progress float64
}

// Ask asks for a line of text, or several. Answer makes the message of what was typed;
// it is not called if the user gives up.
type Ask struct {
	Title   reader.Text
	Initial string
	// Replace has Initial selected: it is more likely to be replaced than edited,
	// and the first thing typed takes its place. Of one line only.
	Replace bool
	Several bool // of lines; nothing is suggested then
	// Suggest lists what may be meant by what is typed, also before anything is; nil: nothing.
	Suggest func(typed string) []reader.Text
	// Take has the first suggestion chosen as soon as something is typed, where
	// what is typed is more likely its beginning than something new.
	Take   bool
	Answer func(typed string) tea.Msg
}

// Choose asks for one of several. Answer makes the message of the choice.
type Choose struct {
	Title   reader.Text
	Options []Option
	Answer  func(i int) tea.Msg
}

// Option is one line of a [Choose]: what it is, and a detail in a fainter colour.
// Options in a row with the same Group stand below its name; "" is no group.
type Option struct {
	Label  reader.Text
	Detail reader.Text
	Group  reader.Text
	// Also are words that find it, too, and are not shown.
	Also reader.Text
}

// Do calls an action as if its key had been pressed: for the palette and the help.
type Do struct{ Action keys.Action }

// Look says how everything looks from now on. The root sends it to every
// screen when the theme, the background or the way of counting cells changes.
// Styles is shared and never changed.
type Look struct {
	Styles *theme.Styles
	Cells  cells.Measure
}

// Show shows lines of text in a box that any key closes.
type Show struct {
	Title reader.Text
	Lines []reader.Text
}
