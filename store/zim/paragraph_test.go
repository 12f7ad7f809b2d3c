package zim

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"offprint/reader"
)

func TestFirstParagraph(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join("testdata", "paragraph", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("cases: %v, %v", files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			c, err := txtar.ParseFile(file)
			if err != nil || len(c.Files) != 2 {
				t.Fatalf("case: %v", err)
			}
			want := strings.TrimSpace(string(c.Files[1].Data))
			if got := string(firstParagraph(c.Files[0].Data)); got != want {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
}

func TestLongParagraphIsCut(t *testing.T) {
	t.Parallel()
	got := string(firstParagraph([]byte("<p>" + strings.Repeat("ünderstood ", 4000))))
	if len(got) > maxParagraph+8 || !strings.HasSuffix(got, "ünderstood …") {
		t.Errorf("got %d bytes, ending in %q", len(got), got[max(0, len(got)-30):])
	}
}

func TestTellsApart(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Vesper may refer to a ship or a meal":                                         true,
		"Vesper most often means:":                                                     true,
		"Adler (masculine) or Adlerova (feminine) is a rare Ostmark surname.":          true,
		"Ada is a feminine given name.":                                                true,
		"Ada Brenner is a harbour master. Her surname is that of her mother.":          false,
		"Ada Brenner is a harbour master, known by her first name.":                    false,
		"The Tidal Board keeps the tide tables, which may be bought at its own office": false,
	} {
		if got := tellsApart(text); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}

// FuzzFirstParagraph: what any page gives is one clean line of limited length.
func FuzzFirstParagraph(f *testing.F) {
	f.Add([]byte(page("A paragraph of a page about nothing.")))
	f.Add([]byte("<table><p>a<td><p class='x thumb'>b<svg><p>c</svg>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got := firstParagraph(data)
		if got != reader.CleanLine(string(got)) || len(got) > maxParagraph+8 {
			t.Errorf("got %q", got)
		}
	})
}
