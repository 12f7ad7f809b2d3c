package rows

import "offprint/reader"

// kindWords are the kinds of names as people read them, by [reader.EntityKind].
var kindWords = [...]struct{ one, many reader.Text }{
	{"name", "other names"}, {"person", "people"}, {"organisation", "organisations"}, {"place", "places"},
	{"nationality", "nationalities"}, {"event", "events"}, {"work", "works"},
}

// Kind names what one name is: "person", "place".
func Kind(k reader.EntityKind) reader.Text { return kindWords[min(int(k), len(kindWords)-1)].one }

// Kinds names all names of a kind: "people", "places".
func Kinds(k reader.EntityKind) reader.Text { return kindWords[min(int(k), len(kindWords)-1)].many }
