package main

import (
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// ARCHITECTURE.md names every package, and no path that is gone.
func TestArchitectureNamesThePackages(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	for _, span := range regexp.MustCompile("`([^`\n]+)`").FindAllStringSubmatch(string(data), -1) {
		named[span[1]] = true
	}
	files, _ := tree(t)
	dirs := map[string]bool{}
	for _, f := range files {
		for d := f.dir; d != "."; d = path.Dir(d) {
			dirs[d] = true
		}
		if !named[f.dir] && !named[path.Base(f.dir)] && f.dir != "." && path.Dir(f.dir) != "reader/parse" { // formats are told of together
			t.Errorf("ARCHITECTURE.md does not name %s", f.dir)
		}
	}
	for name := range named {
		if top, rest, ok := strings.Cut(name, "/"); ok && dirs[top] && !strings.HasSuffix(rest, "...") && !dirs[name] {
			if _, err := os.Stat(name); err != nil {
				t.Errorf("ARCHITECTURE.md names %s, which is not there", name)
			}
		}
	}
}

// What the documents link to is there.
func TestLinksOfTheDocuments(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"README.md", "ARCHITECTURE.md", "BENCHMARKS.md"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, link := range regexp.MustCompile(`\]\(([^)#:\s]+)\)`).FindAllStringSubmatch(string(data), -1) {
			if _, err := os.Stat(link[1]); err != nil {
				t.Errorf("%s links to %s, which is not there", name, link[1])
			}
		}
	}
}
