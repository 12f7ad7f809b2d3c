// Package config reads the settings file: TOML, one table of settings and one
// table of keys for each screen.
//
//	theme = "dark"
//	measure = 70
//
//	[keys.article]
//	next-quote = ["]q", "alt+down"]
//
// A setting that is absent keeps its default, which is not the same as one
// that is zero or empty: those are checked like any other value. A name that
// is not known is refused, with its line and the nearest name that is.
//
// [Default] gives the defaults, [Load] reads a file over them, and [Example]
// is a file in which everything is at its default.
package config

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strings"

	toml "github.com/pelletier/go-toml/v2"

	"offprint/reader"
)

// Config holds every setting. The zero value is not useful: begin with [Default].
type Config struct {
	Theme     string   // one of Themes
	TextStyle string   // path of a Glamour style (JSON) for the article's text; empty follows Theme
	Measure   int      // the width of the text in cells, MinMeasure to MaxMeasure
	Color     string   // one of Colors
	Mouse     bool     // clicks and the wheel are heard
	Group     string   // one of Groups: how the list is divided at the start
	Sort      string   // one of Sorts: how the list is ordered at the start
	Fold      bool     // copies of a story are one row of the list
	Titles    string   // one of TitleLines: how many lines a title has in the list
	Panes     []string // of PaneNames: what stands beside the article at the start
	// Accessible makes the screen fit to be read aloud.
	Accessible bool
	Zim        string // path of a ZIM file, an encyclopedia in which names are looked up; empty is none

	// Keys are the user's own keys: scope -> action -> keys, for instance
	// "article" -> "next-quote" -> "]q", "alt+down". They stand in place of
	// the default keys; an empty list takes the keys away.
	Keys map[string]map[string][]string
}

// The bounds of Config.Measure, in cells. Lines outside them are tiring to read.
const (
	MinMeasure = 66
	MaxMeasure = 76
)

// Last is how the list was left.
const Last = "last"

// The values that settings of one word may have. The first is the default.
var (
	Themes     = []string{"auto", "dark", "light", "contrast", "mono"}
	Colors     = []string{"auto", "never", "16", "256", "true"}
	Groups     = []string{Last, "date", "day", "month", "year", "outlet", "tag", "none"}
	Sorts      = []string{Last, "newest", "oldest", "added", "title", "longest"}
	TitleLines = []string{"auto", "one", "two"}
	PaneNames  = []string{"list", "quotes", "entities"}
)

//go:embed example.toml
var example string

// Example returns a settings file with every setting at its default, explained.
func Example() string { return example }

// Default returns the settings of a user without a settings file.
func Default() Config {
	return Config{
		Theme: Themes[0], Measure: 72, Color: Colors[0], Mouse: true,
		Group: Groups[0], Sort: Sorts[0], Fold: true, Titles: TitleLines[0], Panes: slices.Clone(PaneNames),
	}
}

// Error says what is wrong with a settings file and where.
type Error struct {
	Path string // the file, as it was named
	Line int    // counted from 1; 0 if the whole file is meant
	Msg  reader.Text
	Hint reader.Text // what to do; may be empty
}

// Error returns path, line and message on one line, safe to show.
func (e *Error) Error() string {
	at := string(reader.CleanLine(e.Path))
	if e.Line > 0 {
		at = fmt.Sprintf("%s:%d", at, e.Line)
	}
	return at + ": " + string(e.Msg)
}

// Load reads the settings file at path. Actions are the full names of all
// actions that keys can be given to; nil accepts any name. A file that does
// not exist gives the defaults and fs.ErrNotExist; whether that is an error is
// for the caller to say. All other errors are *[Error].
func Load(path string, actions []string) (Config, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return Default(), err
		}
		return Default(), &Error{Path: path, Msg: "cannot be read: " + reader.CleanLine(cause(err))}
	}
	return Parse(path, data, actions)
}

// cause is the reason of a file error without the path, which is said anyway.
func cause(err error) string {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err.Error()
	}
	return err.Error()
}

// file is the settings file as TOML has it.
type file struct {
	Theme      string                    `toml:"theme"`
	TextStyle  string                    `toml:"text-style"`
	Measure    int                       `toml:"measure"`
	Color      string                    `toml:"color"`
	Mouse      bool                      `toml:"mouse"`
	Group      string                    `toml:"group"`
	Sort       string                    `toml:"sort"`
	Fold       bool                      `toml:"fold-copies"`
	Titles     string                    `toml:"titles"`
	Panes      []string                  `toml:"panes"`
	Accessible bool                      `toml:"accessible"`
	Zim        string                    `toml:"zim"`
	Keys       map[string]map[string]any `toml:"keys"`
}

// settings are the names of file, for the hint on a wrong one.
var settings = []string{
	"theme", "text-style", "measure", "color", "mouse", "group", "sort", "fold-copies", "titles", "panes", "accessible", "zim", "keys",
}

// Parse reads the content of a settings file over the defaults. Name is what
// errors call the file; see [Load] for actions.
func Parse(name string, data []byte, actions []string) (Config, error) {
	c := Default()
	f := file{
		Theme: c.Theme, Measure: c.Measure, Color: c.Color, Mouse: c.Mouse,
		Group: c.Group, Sort: c.Sort, Fold: c.Fold, Titles: c.Titles, Panes: nil,
	}
	d := toml.NewDecoder(strings.NewReader(string(data)))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return c, decodeError(name, err)
	}
	where := lines(data)
	if err := f.check(name, where); err != nil {
		return c, err
	}
	keys, err := f.keys(name, where, actions)
	if err != nil {
		return c, err
	}
	read := Config{
		Theme: f.Theme, TextStyle: f.TextStyle, Measure: f.Measure, Color: f.Color,
		Mouse: f.Mouse, Group: f.Group, Sort: f.Sort, Fold: f.Fold, Titles: f.Titles, Panes: f.Panes, Accessible: f.Accessible, Zim: f.Zim, Keys: keys,
	}
	if _, given := where["panes"]; !given {
		read.Panes = c.Panes
	}
	return read, nil
}

// formOf is how the value of a setting is written, in words; "" if there is no such setting.
func formOf(setting string) reader.Text {
	for i := range reflect.TypeFor[file]().NumField() {
		f := reflect.TypeFor[file]().Field(i)
		if f.Tag.Get("toml") != setting {
			continue
		}
		switch f.Type.Kind() {
		case reflect.String:
			return "text in quotation marks"
		case reflect.Int:
			return "a whole number"
		case reflect.Bool:
			return "true or false"
		case reflect.Slice:
			return "a list of texts in quotation marks"
		case reflect.Map:
			return "a table"
		}
	}
	return ""
}

// decodeError turns an error of the TOML package into one of ours.
func decodeError(name string, err error) error {
	if missing, ok := errors.AsType[*toml.StrictMissingError](err); ok && len(missing.Errors) > 0 {
		first := missing.Errors[0]
		line, _ := first.Position()
		return unknown(name, line, "setting", strings.Join(first.Key(), "."), settings)
	}
	if bad, ok := errors.AsType[*toml.DecodeError](err); ok {
		line, _ := bad.Position()
		e := &Error{Path: name, Line: line, Msg: reader.CleanLine(strings.TrimPrefix(bad.Error(), "toml: "))}
		if key := strings.Join(bad.Key(), "."); key != "" {
			e.Msg = reader.CleanLine(key) + ": " + e.Msg
			if form := formOf(key); form != "" && strings.Contains(string(e.Msg), ": cannot ") {
				e.Msg = reader.CleanLine(key) + " must be " + form
			}
		}
		if strings.HasSuffix(string(e.Msg), "at start of value") {
			e.Hint = "text stands in quotation marks"
		}
		return e
	}
	return &Error{Path: name, Msg: reader.CleanLine(err.Error())}
}
