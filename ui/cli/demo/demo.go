// Package demo holds the articles that ship inside the program, so that a
// newcomer has something to read before importing a file of their own. They
// were written for it: towns, outlets and people in them are invented, and
// every address ends in ".example", which leads nowhere.
//
// They come in the shapes in which people save articles (text copied out of a
// page, Markdown with front matter, pages as browsers save them) and follow
// one dispute, over a tidal barrage on a river, through several outlets and
// languages from 2021 to 2025, so that quotes, names and articles are tied to
// one another. Begin with [Sources]; an importer treats what it returns like
// files found in a folder.
package demo

import (
	"embed"

	"offprint/reader"
)

// folder is where the articles lie in the embedded file system.
const folder = "articles"

//go:embed articles
var files embed.FS

// Sources returns the articles as files that were just read: Name is the
// file's name without a folder, Format is left to be found out, Modified is
// zero. They are in the order of their names; the caller owns the data.
func Sources() []reader.Source {
	entries, err := files.ReadDir(folder)
	if err != nil {
		return nil // the folder is part of the program; the test reads it
	}
	sources := make([]reader.Source, 0, len(entries))
	for _, e := range entries {
		data, err := files.ReadFile(folder + "/" + e.Name())
		if err != nil {
			continue
		}
		sources = append(sources, reader.Source{Name: e.Name(), Data: data})
	}
	return sources
}
