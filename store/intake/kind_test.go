package intake

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What is met in a folder is known by its content; what is none of the kinds
// is skipped and never taken for a text.
func TestKnownByContent(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		content string
		want    Status
	}{
		"saved.php":        {"<!DOCTYPE html><p>A page</p>", Added},
		"page.dat":         {"<html><p>A page</p>", Added},
		"export.json":      {"{\"list\": []}", Added},
		"settings.json":    {"{\"program\": 1}", Skipped},
		"feeds.opml":       {"<?xml version=\"1.0\"?>\n<opml/>", Added},
		"bus.conf":         {"<!-- who may call -->\n<!DOCTYPE busconfig><busconfig><p>", Skipped},
		"A page.webloc":    {"<?xml version=\"1.0\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\">\n<plist>", Added},
		"Bare.webloc":      {"<plist version=\"1.0\">", Added},
		"settings.plist":   {"<plist version=\"1.0\"> of a program", Skipped},
		"crawl.zst":        {"\x5d\x2a\x4d\x18 a dictionary, then pages", Added},
		"list.xbel":        {"<!-- saved -->\n<!DOCTYPE NETSCAPE-Bookmark-file-1>", Added},
		"hilite.c.gz":      {"\x1f\x8b a text to this analyser", Skipped},
		"notes.txt.gz":     {"\x1f\x8b a text to this analyser", Added},
		"net.properties":   {"# Where it listens\nport=80\n", Skipped},
		"wheel.whl":        {"PK\x03\x04 of a program", Skipped},
		"configure":        {"#!/bin/sh\necho yes\n", Skipped},
		"Makefile":         {"all:\n\tgo build\n", Skipped},
		"LICENSE":          {"Permission is hereby granted", Skipped},
		"requirements.txt": {"requests==2.0\n", Skipped},
		"id_elm":           {"-----BEGIN OPENSSH PRIVATE KEY-----\n", Skipped},
		"README":           {"a note of somebody's own", Added},
		"license to fish":  {"a note of somebody's own", Added},
		"page.answer":      {"HTTP/1.1 200 OK\nContent-Type: text/html\n\n<html><p>A page", Added},
		"old.jsonlz4":      {"mozLz40\x00 a list", Added},
		"drawing.xml":      {"<?xml version=\"1.0\"?><svg/>", Skipped},
		"notes.xyz":        {"plain words under an odd name", Skipped},
		"access.log":       {"10:00 started\n10:01 stopped\n", Skipped},
		"letter.emlx":      {"From: a@b.example\nSubject: Hello\n\nText", Skipped}, // a text to this analyser
		"image.raw":        {"\x00\x01\x02binary", Skipped},
		"pack.bin":         {"PK\x03\x04 bug", Failed},
		"broken.bak":       {"PK\x03\x04 binary", Failed},
		"comic.cbz":        {"PK\x03\x04 program", Skipped},
		"scan.bin":         {"%PDF-1.7 binary", Failed},
		"icons.cache":      {"\x1f\x8b binary", Skipped},
		"empty.json":       {"", Skipped},
		"empty.html":       {"", Failed},
		"photo.jpg":        {"<html>", Skipped},
		"program.txt":      {"program", Skipped},
		"Talks fail. Soon": {"a title is no ending", Added},
	} {
		dir := t.TempDir()
		write(t, dir, map[string]string{name: tc.content})
		var got []File
		add(t, newFake(), Options{Each: func(f File) { got = append(got, f) }}, dir)
		if len(got) != 1 || got[0].Status != tc.want {
			t.Errorf("%s: %+v, want %s", name, got, tc.want)
		}
		if len(got) == 1 && got[0].Status == Skipped && got[0].Reason != "other kind" {
			t.Errorf("%s is skipped because %q", name, got[0].Reason)
		}
	}
}

// What somebody names is always tried, and told of if it is of another kind.
func TestNamedOfAnotherKind(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, map[string]string{"notes.xyz": "plain words", "settings.json": "program"})
	got := add(t, newFake(), Options{}, filepath.Join(dir, "notes.xyz"), filepath.Join(dir, "settings.json"))
	if got.Added != 1 || got.Skipped[OtherKind] != 1 || len(got.Odd) != 1 || len(got.Failed) != 0 {
		t.Errorf("%s, odd %v, want one added, the other skipped and named", got.String(), got.Odd)
	}
}

// A file too large to be read fails if it may hold articles.
func TestLargeOfUnknownKind(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write(t, dir, map[string]string{"takeout.json": "{", "disk.img": "\x00"})
	for _, name := range []string{"takeout.json", "disk.img"} {
		if err := os.Truncate(filepath.Join(dir, name), MaxSize+1); err != nil {
			t.Skip(err)
		}
	}
	got := add(t, newFake(), Options{}, dir)
	if got.Skipped[OtherKind] != 1 || len(got.Failed) != 1 || !strings.HasSuffix(string(got.Failed[0].Path), "takeout.json") {
		t.Errorf("%s, failed %v, want the disk skipped, the export failed", got.String(), got.Failed)
	}
}

// Each file is told of once, with what belongs to it.
func TestEach(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	files := map[string]string{"empty.txt": "", ".hidden": "x"}
	for i := range 3 {
		files[fmt.Sprintf("%d.txt", i)] = "text"
	}
	write(t, dir, files)
	a := newFake()
	told := make(map[Status]int)
	o := Options{Each: func(f File) {
		told[f.Status]++
		if f.Status == Added && (len(f.Articles) != 1 || f.Articles[0].Title == "" || f.Origin == "" || f.Took <= 0) {
			t.Errorf("told of %+v", f)
		}
	}}
	add(t, a, o, dir)
	add(t, a, o, dir)
	want := map[Status]int{Added: 3, Unchanged: 3, Failed: 2, Skipped: 2}
	if fmt.Sprint(told) != fmt.Sprint(want) {
		t.Errorf("told of %v, want %v", told, want)
	}
}

func FuzzBegins(f *testing.F) {
	f.Add([]byte("<?xml version='1.0'?><opml>"), ".opml")
	f.Add([]byte("From: x\r\nTo: y\r\n\r\n"), "")
	f.Add([]byte("---\ntitle: x\n---\n"), ".x")
	f.Add([]byte("url,title\n"), ".csv")
	f.Fuzz(func(t *testing.T, head []byte, ending string) {
		got := begins(head, ending)
		more := begins(append(head[:len(head):len(head)], "\x00 and more"...), ending)
		if got > surely || len(head) == 0 && got != nothing || got == surely && more != surely {
			t.Errorf("begins like %d, with more after it like %d", got, more)
		}
	})
}
