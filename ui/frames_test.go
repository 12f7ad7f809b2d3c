package ui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the frames as they are now")

// The frames of the reader on the demo. A case is a txtar file: its comment
// says what it shows, "keys" are pressed in every window, "WxH" is the frame.
// Where the name begins with "accessible" so is the reader.
func TestFrames(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/frames/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no frames: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			checkFrames(t, file)
		})
	}
}

func checkFrames(t *testing.T, file string) {
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var keys string
	for i := range ar.Files {
		f := &ar.Files[i]
		if f.Name == "keys" {
			keys = string(f.Data)
			continue
		}
		var w, h int
		if _, err := fmt.Sscanf(f.Name, "%dx%d", &w, &h); err != nil {
			t.Fatalf("%s: %q is no size", file, f.Name)
		}
		d, _ := start(t, w, h)
		if strings.HasPrefix(filepath.Base(file), "accessible") {
			d, _ = startAccessible(t, w, h)
		}
		d.Keys(keys)
		var got strings.Builder
		for _, l := range d.Frame() {
			got.WriteString(strings.TrimRight(l, " ") + "\n")
		}
		if *update {
			f.Data = []byte(got.String())
		} else if got.String() != string(f.Data) {
			t.Errorf("%s at %s: got\n%s\nwant\n%s", file, f.Name, got.String(), f.Data)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
