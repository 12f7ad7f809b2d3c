package ui

import (
	tea "charm.land/bubbletea/v2"

	"offprint/ui/entities"
	"offprint/ui/entity"
	"offprint/ui/highlights"
	"offprint/ui/imports"
	"offprint/ui/nav"
	"offprint/ui/quotes"
	"offprint/ui/search"
	"offprint/ui/versions"
	"offprint/ui/wordings"
)

// screensArchive is what the screens over the desk need of the archive.
type screensArchive interface {
	search.Archive
	quotes.Archive
	entity.Archive
	entities.Archive
	highlights.Archive
	imports.Archive
	versions.Archive
	wordings.Archive
}

// open makes the screen that a request asks for; nil if it asks for none.
func (m *model) open(place tea.Msg) Screen {
	archive, now := m.o.Archive, m.o.Desk.Now
	switch open := place.(type) {
	case nav.OpenSearch:
		s := search.New(archive, m.look, open.Words, now)
		s.SetRecent(&m.recent)
		s.SetAt(open.At)
		return s
	case nav.OpenQuotes:
		return quotes.New(archive, m.look, open, now)
	case nav.OpenEntity:
		s := entity.New(archive, m.look, open, now)
		s.SetReference(m.o.Reference)
		return s
	case nav.OpenEntities:
		return entities.New(archive, m.look, open, now)
	case nav.OpenHighlights:
		return highlights.New(archive, m.look, open, now)
	case nav.OpenWordings:
		return wordings.New(archive, m.look, open, now)
	case nav.OpenImports:
		return imports.New(archive, m.look, open, now)
	case nav.OpenVersions:
		return versions.New(archive, m.look, open, m.o.Analyse)
	}
	return nil
}
