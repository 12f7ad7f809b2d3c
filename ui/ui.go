// Package ui is the reader on the screen. It is the front door of its
// sub-packages: [Run] puts them together and runs the program until the user
// leaves.
//
// The root model ([model]) owns the window's size, the theme, the footer and
// the history, and otherwise only routes: keys become actions (package keys)
// and go to the open overlay or screen, requests of package nav are acted on,
// and everything else goes to every screen, which knows its own results.
// A newcomer begins with screen.go, then desk/desk.go.
package ui

import (
	"context"
	"errors"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"charm.land/glamour/v2/ansi"
	"github.com/charmbracelet/colorprofile"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/desk"
	"offprint/ui/entity"
	"offprint/ui/keys"
	"offprint/ui/theme"
)

// Archive is what the screens need of the archive; *store.Archive is one.
type Archive interface {
	desk.Archive
	screensArchive
	Undo(ctx context.Context) (reader.Text, error)
	Redo(ctx context.Context) (reader.Text, error)
	Stamp(ctx context.Context) (store.Stamp, error)
	AtAddress(ctx context.Context, to reader.Text) (row store.Row, ok bool, err error)
}

// Options are what Run needs to know.
type Options struct {
	Archive Archive
	Keys    *keys.Map
	Desk    desk.Options
	Theme   theme.Name
	// TextStyle is a Glamour style for article text; nil takes the theme's.
	TextStyle *ansi.StyleConfig
	// Profile is what the terminal can show; nil has it found out.
	Profile *colorprofile.Profile
	// Accessible makes the screen fit to be read aloud; see linear.go.
	Accessible bool
	// Mouse has the mouse captured from the beginning.
	Mouse bool
	// Notice is shown at the foot when the reader opens, such as the account of an import.
	Notice reader.Text
	// Browse opens an address outside the program. It is called from a command.
	Browse func(address string) error
	// Export writes articles to files and says in a sentence where they are. It is called from a command.
	Export func(ctx context.Context, ids []store.ID) (reader.Text, error)
	// ShowAs reads an article anew from its original, as it was saved or mended,
	// and has the archive show that; nil if that cannot be. It is called from a command.
	ShowAs func(ctx context.Context, id store.ID, asIs bool) error
	// Analyse finds the quotes of an older text, for comparing; nil compares without. It is called from a command.
	Analyse func(reader.Article) reader.Digest
	// Reference looks a name up in the user's encyclopedia; nil is none. It is called from a command.
	Reference entity.Reference
	// Touched is called for each key and move of the mouse before it is acted
	// on, and returns at once; nil calls nothing.
	Touched func()
	// Input and Output are the terminal; nil is the process's own.
	Input  io.Reader
	Output io.Writer
	// Environ is the environment, as os.Environ gives it; nil is the process's own.
	Environ []string
}

// Run shows the archive until the user leaves or ctx is done. The terminal is
// as it was when it returns, however it returns.
func Run(ctx context.Context, o Options) error {
	if o.Desk.Now == nil {
		o.Desk.Now = time.Now
	}
	options := []tea.ProgramOption{tea.WithContext(ctx), tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler()}
	if o.Input != nil {
		options = append(options, tea.WithInput(o.Input))
	}
	if o.Output != nil {
		options = append(options, tea.WithOutput(o.Output))
	}
	if o.Environ != nil {
		options = append(options, tea.WithEnvironment(o.Environ))
	}
	if o.Profile != nil {
		options = append(options, tea.WithColorProfile(*o.Profile))
	}
	m := newModel(o)
	var p *tea.Program
	pace := clock{}
	options = append(options, tea.WithFilter(func(_ tea.Model, msg tea.Msg) tea.Msg {
		pace.wake(p)
		o.touch(msg)
		return msg
	}))
	p = tea.NewProgram(m, options...)
	stop := watchSignals(p, m.stops)
	defer stop()
	_, err := p.Run()
	if errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// touch tells whoever wants to know of a key or the mouse.
func (o *Options) touch(msg tea.Msg) {
	if o.Touched == nil {
		return
	}
	switch msg.(type) {
	case tea.KeyMsg, tea.MouseMsg, tea.PasteMsg:
		o.Touched()
	}
}
