package entity

import (
	"reflect"
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
	for _, text := range []string{
		"Suomen pääministeri Marta Koskinen tapasi Venäjän presidentin Moskovassa.",
		"Il presidente Paolo Conti ha incontrato a Roma il cancelliere Kurt Lange. La Francia e la Germania sono vicine, ha detto Conti con una nota della presidenza.",
		"O presidente Paulo Prado reuniu-se em Lisboa com o chanceler Kurt Lange. A Alemanha e a França não querem uma guerra, disse Prado aos jornalistas do Porto.",
		"Premier Jan de Wit heeft in Den Haag met Kurt Lange gesproken. Het kabinet wil een akkoord voor de zomer, zei De Wit, maar Duitsland is niet zo ver.",
		"Президентът Петър Колев се срещна в София с канцлера Курт Ланге. Те са съгласни, че Германия трябва да помогне, каза Колев.",
		"Premier Jan Kos spotkał się w Warszawie z kanclerzem Kurtem Lange. Kos powiedział, że Niemcy nie są gotowe i że to się zmieni.",
		"北京市长周三会见了来自柏林的代表团。",
	} {
		if got := Find(plainOf(text), ""); got != nil {
			t.Errorf("%s: got %v, want none", text, got)
		}
	}
	if got := Find(plainOf("The mayor of Oslo met Anna Marsh in Berlin on Monday, it was said."), "fi"); got != nil {
		t.Errorf("Finnish: got %v, want none", got)
	}
}

func TestCodeNamesNobody(t *testing.T) {
	t.Parallel()
	var b reader.PlainBuilder
	at := 0
	for i, text := range []string{"Anna Marsh of Oslo wrote the program.", "type Marsh struct { Anna Marsh }", "Marsh lives in Oslo."} {
		b.Begin()
		b.Add(text, reader.Span{Start: at, End: at + len(text)})
		b.End([]reader.BlockKind{reader.BlockParagraph, reader.BlockCode, reader.BlockParagraph}[i])
		at += len(text) + 2
	}
	p := b.Plain()
	for _, e := range Find(&p, "en") {
		for _, m := range e.Mentions {
			if start, end, _ := p.Range(m); start < p.Blocks[1].End && end > p.Blocks[1].Start {
				t.Errorf("%s is named in code: %q", e.Name, p.Text[start:end])
			}
		}
	}
	if got := Find(&p, "en"); len(got) != 2 || len(got[0].Mentions) != 2 {
		t.Errorf("got %v, want Anna Marsh and Oslo, named twice each", got)
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

// FuzzFind: whatever the text and language, every entity has a name, its
// mentions stand in the text in order, and the same text gives the same entities.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"", "Mr.", "U. S. (US) of the", "’s 's (A) B's C's of D", "ANNA MARSH OF OSLO", "l'Iran d'", "В Москве, д. 5, А. Б.",
		"The World Rowing Board (WRB) met Anna Marsh. Marsh left the WRB. “The Long Road” by Marsh’ s son.",
		"OSLO, June 4 (NTB) - Norwegian Foreign Minister Eva Lund, 44, met the film \"Mud,\". The foreign minister of Norway, the minister's, Battle of",
		"Iran's Foreign Ministry of the (CNE) Hurricane War Tropical Storm Premier of Russia's Pol Col The", "\xff\xfe A\u0301nna",
	} {
		f.Add(s, "")
		f.Add(s, "en")
		f.Add(s, "fr")
		f.Add(s, "uk")
	}
	f.Fuzz(func(t *testing.T, s, language string) {
		p := plainOf(string(reader.Clean(s)))
		found := Find(p, language)
		for _, e := range found {
			if e.Name == "" || len(e.Mentions) == 0 || e.Confidence < 0 || e.Confidence > 1 {
				t.Fatalf("entity %+v of %q", e, s)
			}
			last := -1
			for _, m := range e.Mentions {
				if m.Empty() || m.Start <= last {
					t.Fatalf("mention %v of %q out of order in %q", m, e.Name, s)
				}
				if _, _, ok := p.Range(m); !ok {
					t.Fatalf("mention %v of %q is not in the text", m, e.Name)
				}
				last = m.Start
			}
			for k, r := range e.Roles {
				if _, _, ok := p.Range(r); !ok || r.Empty() || k > 0 && r.Start < e.Roles[k-1].End {
					t.Fatalf("role %v of %q out of order or not in the text", r, e.Name)
				}
			}
		}
		if again := Find(p, language); !reflect.DeepEqual(found, again) {
			t.Fatalf("two runs differ on %q", s)
		}
	})
}
