package zim

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"offprint/reader"
)

// page makes the HTML of a page whose first paragraph is text.
func page(text string) string {
	return "<html><head><title>no text</title></head><body><table class=infobox><tr><td><p>Facts that stand in a table, not in a paragraph." +
		"</td></tr></table><p>" + text + "</p><p>A second paragraph that nobody asks for.</p></body></html>"
}

// things are pages about made-up things, in the namespace of the layout.
func things(old bool) []written {
	space := byte('C')
	if old {
		space = 'A'
	}
	entries := []written{
		{path: "Ada_Brenner", title: "Ada Brenner", body: page("<b>Ada Brenner</b> is the harbour master of Ostmark.<sup class=reference>[1]</sup>")},
		{path: "Harbour_Master_Brenner", title: "Harbour Master Brenner", to: "Ada_Brenner"},
		{path: "Brenner", title: "Brenner", to: "Harbour_Master_Brenner"},
		{path: "Adler", title: "Adler", body: page("Adler, also Adlers, is an Ostmark surname with few bearers.")},
		{path: "Ostmark", body: page("Ostmark is a harbour town on the northern shore.")},
		{path: "Ostmark_(disambiguation)", title: "Ostmark (disambiguation)", body: page("Ostmark may refer to:")},
		{path: "Pear", body: page("The pear is a fruit that is eaten in autumn.")},
		{path: "Pear_(disambiguation)", title: "Pear (disambiguation)", body: page("Pear may refer to:")},
		{path: "Tidal_Board", title: "Tidal Board", body: page("The Tidal Board keeps the tide tables of the northern shore.")},
		{path: "Lantern", body: page("Lantern can refer to one of these things:")},
		{path: "Lantern_(disambiguation)", title: "Lantern (disambiguation)", to: "Lantern"},
		{path: "Vesper", body: page("Vesper may refer to a ship, a prayer or a meal")},
		{path: "Ship_1", title: "Long Ship", body: page("The first of two ships that have the same name.")},
		{path: "Ship_2", title: "Long Ship", body: page("The second of two ships that have the same name.")},
		{path: "Night_Train", title: "Night Train", to: "Night_Train_(1959_film)"},
		{path: "Night_Train_(1959_film)", title: "Night Train (1959 film)", body: page("Night Train is a film about a train at night.")},
		{path: "Arrest_of_Ida_Stenmark", title: "Arrest of Ida Stenmark", body: page("Ida Stenmark was arrested on a boat in the year of the flood.")},
		{path: "Ida_Stenmark", title: "Ida Stenmark", to: "Arrest_of_Ida_Stenmark"},
		{path: "Olof_Rask", title: "Olof Rask", to: "Tidal_Board"},
		{path: "Sun_Li_Wen", title: "Sun Li Wen", to: "Sun_Li-wen"},
		{path: "Sun_Li-wen", title: "Sun Li-wen", body: page("Sun Li-wen is a diver who found the second lantern.")},
		{path: "Loop_A", title: "Loop A", to: "Loop_B"},
		{path: "Loop_B", title: "Loop B", to: "Loop_A"},
		{path: "Self", title: "Self", to: "Self"},
		{path: "Map.png", title: "Map of the shore", body: "no picture"},
		{path: "Empty_Page", title: "Empty Page", body: "<html><body><p>.</p></body></html>"},
		{path: "Kapitän’s_Rest", title: "Kapitän's Rest", body: page("Kapitän's Rest is an inn near the harbour of Ostmark.")},
	}
	for i := range entries {
		entries[i].space = space
	}
	return append(entries, written{space: 'M', path: "Title", body: "Made-up things"}, written{space: 'M', path: "Date", body: "2024-04-19"})
}

// shapes are all ways in which a file may be laid out.
func shapes() map[string]shape {
	all := make(map[string]shape)
	for _, old := range []bool{false, true} {
		for name, kind := range map[string]byte{"plain": packedNot, "xz": packedXZ, "zstd": packedZstd} {
			for _, wide := range []bool{false, true} {
				all[fmt.Sprintf("old=%v %s wide=%v", old, name, wide)] = shape{old: old, kind: kind, wide: wide}
			}
		}
	}
	all["listing"] = shape{kind: packedZstd, listing: true}
	all["wide listing"] = shape{kind: packedZstd, listing: true, wide: true}
	return all
}

func open(tb testing.TB, data []byte) *File {
	tb.Helper()
	f, err := New(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

const person, place, group = reader.EntityPerson, reader.EntityPlace, reader.EntityOrganization

// lookups are names and the pages that things gives for them.
var lookups = []struct {
	name    reader.Text
	kind    reader.EntityKind
	aliases []reader.Text
	path    string // "" is none
	text    string
}{
	{"Ada Brenner", person, nil, "Ada_Brenner", "Ada Brenner is the harbour master of Ostmark."},
	{"Harbour Master Brenner", person, nil, "Ada_Brenner", "Ada Brenner is the harbour master of Ostmark."},
	{"ada Brenner", person, nil, "Ada_Brenner", "Ada Brenner is"},
	{"Brenner", person, nil, "Ada_Brenner", "Ada Brenner is"}, // completed by a redirect
	{"Adler", person, nil, "", ""}, // a surname
	{"Adler", group, nil, "", ""},
	{"Ostmark", place, nil, "Ostmark", "Ostmark is a harbour town"},
	{"Ostmark", group, nil, "", ""}, // one word, and told apart
	{"Pear", group, nil, "", ""},
	{"Ostmark (disambiguation)", place, nil, "", ""},
	{"Ida Stenmark", person, nil, "", ""},
	{"Olof Rask", person, nil, "", ""},
	{"Sun Li Wen", person, nil, "Sun_Li-wen", "Sun Li-wen is a diver"},
	{"Lantern", place, nil, "", ""}, // by the redirect that tells apart
	{"Vesper", place, nil, "", ""},  // by its words
	{"Long Ship", group, nil, "", ""},
	{"Night Train", group, nil, "", ""},
	{"Night Train", reader.EntityWork, nil, "Night_Train_(1959_film)", "Night Train is a film"},
	{"Tidal Board", group, nil, "Tidal_Board", "The Tidal Board keeps"},
	{"Tidal Board", group, []reader.Text{"TB", "Board of Tides"}, "Tidal_Board", "The Tidal Board keeps"},
	{"Tidal Board", group, []reader.Text{"Harbour Master Brenner"}, "", ""}, // an alias leads elsewhere
	{"Ada Brenner", person, []reader.Text{"Harbour Master Brenner", "Adler"}, "Ada_Brenner", "Ada"},
	{"Kapitän’s Rest", place, nil, "Kapitän’s_Rest", "Kapitän's Rest is an inn"},
	{"Ostmark", reader.EntityNationality, nil, "", ""},
	{"Loop A", place, nil, "", ""},
	{"Self", place, nil, "", ""},
	{"Map of the shore", place, nil, "", ""},
	{"Empty Page", place, nil, "", ""},
	{"Nobody Nowhere", person, nil, "", ""},
	{"", place, nil, "", ""},
	{"\xff", place, nil, "", ""},
}

func TestArticle(t *testing.T) {
	t.Parallel()
	for name, s := range shapes() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := open(t, s.write(t, things(s.old)))
			for _, c := range lookups {
				got, err := f.Article(t.Context(), Name{Text: c.name, Kind: c.kind, Aliases: c.aliases})
				switch {
				case err != nil:
					t.Errorf("%s (%s): %v", c.name, c.kind, err)
				case c.path == "" && got != nil:
					t.Errorf("%s (%s): got %+v, want none", c.name, c.kind, *got)
				case c.path != "" && got == nil:
					t.Errorf("%s (%s): got none, want %s", c.name, c.kind, c.path)
				case got != nil && (string(got.Path) != c.path || !strings.HasPrefix(string(got.Paragraph), c.text)):
					t.Errorf("%s (%s): got %+v, want %s: %s", c.name, c.kind, *got, c.path, c.text)
				case got != nil && (got.UUID != "01234567-89ab-cdef-0123-456789abcdef" || got.Source != "Made-up things, 2024-04-19"):
					t.Errorf("%s: got %s of %q", c.name, got.UUID, got.Source)
				}
			}
		})
	}
}

// TestSource: a file names itself with its date, if it tells of one that is a day.
func TestSource(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ title, date, want string }{
		{"Made-up things", "2024-04-19", "Made-up things, 2024-04-19"},
		{"Made-up things", "April 2024", "Made-up things"},
		{"Made-up things", "", "Made-up things"},
		{"", "2024-04-19", ""},
		{"Made\x1b[31m up\nthings", "", "Made␛[31m up things"},
		{strings.Repeat("x", 2*maxMetadata), "", strings.Repeat("x", maxMetadata)},
	} {
		entries := []written{{space: 'C', path: "Ostmark", body: page("Ostmark is a harbour town.")}}
		for path, body := range map[string]string{"Title": c.title, "Date": c.date} {
			if body != "" {
				entries = append(entries, written{space: 'M', path: path, body: body})
			}
		}
		if got := open(t, shape{}.write(t, entries)).Source(); string(got) != c.want {
			t.Errorf("%q of %q: got %q, want %q", c.title, c.date, got, c.want)
		}
	}
}

// A file made by zimwriterfs of zim-tools 3.1.3.
func TestFileOfAnotherProgram(t *testing.T) {
	t.Parallel()
	f, err := Open(filepath.Join("testdata", "new.zim"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for name, want := range map[reader.Text]string{
		"Ada Brenner":            "Ada Brenner is the harbour master of Ostmark, and keeps its tide tables.",
		"Harbour master Brenner": "Ada Brenner is the harbour master of Ostmark, and keeps its tide tables.",
		"Ostmark":                "Ostmark is a harbour town on the northern shore, known for its eels.",
		"Mercury":                "",
		"Lantern":                "",
		"Made-up things":         "",
	} {
		got, err := f.Article(t.Context(), Name{Text: name, Kind: reader.EntityPlace})
		if err != nil {
			t.Fatal(err)
		}
		if got == nil {
			got = &Article{}
		}
		if string(got.Paragraph) != want {
			t.Errorf("%s: got %q, want %q", name, got.Paragraph, want)
		}
		if want != "" && (!strings.HasPrefix(string(got.Source), "Made-up things") || len(got.UUID) != 36) {
			t.Errorf("%s: got %q of %q", name, got.UUID, got.Source)
		}
	}
}

// counter counts the bytes read from clusters.
type counter struct {
	*bytes.Reader
	from int64
	read int
}

func (c *counter) ReadAt(b []byte, off int64) (int, error) {
	if end := off + int64(len(b)); end > c.from {
		c.read += int(end - max(off, c.from))
	}
	return c.Reader.ReadAt(b, off)
}

func TestLookupOpensNoCluster(t *testing.T) {
	t.Parallel()
	s := shape{kind: packedZstd}
	data := s.write(t, things(false))
	plain := open(t, data)
	c := &counter{Reader: bytes.NewReader(data), from: int64(plain.head.pointers)}
	f, err := New(c, int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	c.read = 0 // the list of types is read with what follows it
	p, ok, err := f.Lookup(t.Context(), "Brenner")
	if err != nil || !ok || p.Title != "Ada Brenner" {
		t.Fatalf("got %+v, %v, %v", p, ok, err)
	}
	if c.read > 0 {
		t.Errorf("%d bytes of clusters were read", c.read)
	}
	if _, err := f.Paragraph(t.Context(), p); err != nil || c.read == 0 {
		t.Errorf("paragraph: %v, %d bytes of clusters", err, c.read)
	}
}

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	if _, err := Open(filepath.Join(t.TempDir(), "none.zim")); err == nil {
		t.Error("a file that is not there was opened")
	}
	if _, err := Open(t.TempDir()); err == nil {
		t.Error("a folder was opened")
	}
	data := shape{kind: packedNot}.write(t, things(false))
	for name, c := range map[string]struct {
		change func([]byte) []byte
		want   error
	}{
		"empty":         {func([]byte) []byte { return nil }, ErrNotZIM},
		"other magic":   {func(b []byte) []byte { b[0]++; return b }, ErrNotZIM},
		"new version":   {func(b []byte) []byte { b[4] = 7; return b }, ErrVersion},
		"many entries":  {func(b []byte) []byte { b[27] = 0xff; return b }, ErrCorrupt},
		"many clusters": {func(b []byte) []byte { b[31] = 0xff; return b }, ErrCorrupt},
		"paths outside": {func(b []byte) []byte { b[39] = 0xff; return b }, ErrCorrupt},
		"types outside": {func(b []byte) []byte { b[63] = 0xff; return b }, ErrCorrupt},
		"cut":           {func(b []byte) []byte { return b[:100] }, ErrCorrupt},
	} {
		b := c.change(bytes.Clone(data))
		if _, err := New(bytes.NewReader(b), int64(len(b))); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
}
