package entity

import (
	"testing"

	"offprint/reader"
)

// plainOf makes a plain text of paragraphs that are their own source.
func plainOf(text string) *reader.Plain {
	var b reader.PlainBuilder
	at := 0
	for i, r := range text + "\n" {
		if r == '\n' {
			b.Begin()
			b.Add(text[at:i], reader.Span{Start: at, End: i})
			b.End(reader.BlockParagraph)
			at = i + 1
		}
	}
	p := b.Plain()
	return &p
}

func TestUnknownLanguageHasNoEntities(t *testing.T) {
	t.Parallel()
	for language, text := range map[string]string{
		"fi": "Suomen pääministeri Marta Koskinen tapasi Venäjän presidentin Moskovassa.",
		"":   "Suomen pääministeri Marta Koskinen tapasi Venäjän presidentin Moskovassa.",
	} {
		if got := Find(plainOf(text), language); got != nil {
			t.Errorf("language %q: got %v, want none", language, got)
		}
	}
}

func TestNationalityIsTiedNotMerged(t *testing.T) {
	t.Parallel()
	country, people := -1, -1
	found := Find(plainOf("Officials in Iran said on Monday that the Iranian navy had left. Iran's press was told of it."), "en")
	for i, e := range found {
		switch e.Kind {
		case reader.EntityPlace:
			country = i
		case reader.EntityNationality:
			people = i
		}
	}
	if country < 0 || people < 0 {
		t.Fatalf("got %v, want a place and a nationality", found)
	}
	if c, p := found[country], found[people]; c.Country != "Q794" || p.Country != "Q794" || len(c.Mentions) != 2 || len(p.Mentions) != 1 {
		t.Errorf("got %v and %v, want two mentions of Iran and one of Iranian, both tied to Q794", c, p)
	}
}
