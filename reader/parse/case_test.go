package parse_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"offprint/reader"
	"offprint/reader/parse"
)

var update = flag.Bool("update", false, "write what is got into the cases")

// TestCases: each file of testdata shows one rule, by what it mends and by
// what looks alike and must stay. A case is a saved file, NAME.txt, .md or
// .html, and what must come of it, NAME.want. One whose name begins with asis-
// is read without mending. Files named NAME.zip/ENTRY are packed into one.
func TestCases(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			runCases(t, file)
		})
	}
}

func runCases(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	out := &txtar.Archive{Comment: archive.Comment}
	want := map[string]string{}
	for _, f := range archive.Files {
		if name, ok := strings.CutSuffix(f.Name, ".want"); ok {
			want[name] = string(f.Data)
		}
	}
	for i := 0; i < len(archive.Files); i++ {
		f := archive.Files[i]
		out.Files = append(out.Files, f)
		if strings.HasSuffix(f.Name, ".want") {
			out.Files = out.Files[:len(out.Files)-1]
			continue
		}
		if zip, _, ok := strings.Cut(f.Name, ".zip/"); ok {
			var entries []entry
			for ; i < len(archive.Files) && strings.HasPrefix(archive.Files[i].Name, zip+".zip/"); i++ {
				entries = append(entries, entry{archive.Files[i].Name[len(zip)+5:], resolved(archive.Files[i].Data)})
				if len(entries) > 1 {
					out.Files = append(out.Files, archive.Files[i])
				}
			}
			i--
			f = txtar.File{Name: zip + ".zip", Data: []byte(zipOf(t, entries...))}
		}
		name := strings.TrimSuffix(f.Name, filepath.Ext(f.Name))
		got := result(f.Name, f.Data)
		if got != want[name] && !*update {
			t.Errorf("%s:\ngot:\n%s\nwant:\n%s", f.Name, got, want[name])
		}
		out.Files = append(out.Files, txtar.File{Name: name + ".want", Data: []byte(got)})
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(out), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// resolved returns what a case writes with \x and \u escapes.
func resolved(data []byte) string {
	return strings.NewReplacer(`\x1b`, "\x1b", `\u00a0`, "\u00a0", `\u200b`, "\u200b", `\u00ad`, "\u00ad", `\u202e`, "\u202e", `\x80`, "\u0080", `\x99`, "\u0099", `\x9d`, "\u009d").Replace(string(data))
}

// result writes down what comes of a saved file.
func result(name string, data []byte) string {
	text := string(data)
	if !strings.HasPrefix(text, "PK") {
		text = resolved(data)
	}
	articles, err := parse.Parse(reader.Source{Name: name, Data: []byte(text), AsIs: strings.HasPrefix(name, "asis-")})
	if err != nil {
		return fmt.Sprintf("error: %v\n", err)
	}
	var b strings.Builder
	for _, a := range articles {
		line := func(key string, value reader.Text) {
			if value != "" {
				fmt.Fprintf(&b, "%s: %s\n", key, value)
			}
		}
		line("title", a.Title)
		line("byline", a.Byline)
		if !a.Published.IsZero() {
			line("published", reader.CleanLine(strings.TrimSuffix(a.Published.Format("2006-01-02T15:04:05Z07:00"), "T00:00:00Z")))
		}
		line("outlet", a.Outlet)
		line("address", a.Address)
		line("language", reader.CleanLine(a.Language))
		for _, tag := range a.Tags {
			line("tag", tag)
		}
		kept(line, &a)
		for _, r := range a.Repairs {
			line(string(r.Kind), r.Text)
		}
		fmt.Fprintf(&b, "\n%s\n", a.Markdown)
	}
	return b.String()
}

// kept writes down what the one who saved the article did with it.
func kept(line func(string, reader.Text), a *reader.Article) {
	date := func(t time.Time) reader.Text {
		if t.IsZero() {
			return ""
		}
		return reader.CleanLine(t.Format("2006-01-02T15:04:05Z07:00"))
	}
	var state []string
	for name, set := range map[string]bool{"read": a.Kept.Read, "starred": a.Kept.Starred, "stub": a.Stub} {
		if set {
			state = append(state, name)
		}
	}
	slices.Sort(state)
	line("state", reader.CleanLine(strings.Join(state, " ")))
	line("saved", date(a.Kept.Saved))
	for _, p := range a.Kept.Passages {
		line("passage", reader.CleanLine(strings.ReplaceAll(string(p.Text), "\n", " | ")))
		line("note", reader.CleanLine(strings.ReplaceAll(string(p.Note), "\n", " | ")))
		line("made", date(p.Made))
	}
}
