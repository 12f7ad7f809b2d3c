package people_test

import (
	"slices"
	"testing"

	"offprint/reader"
	"offprint/reader/quote/grammar"
	"offprint/reader/quote/people"
	"offprint/reader/quote/word"
)

// read finds who one paragraph of English names.
func read(text string) *people.Analysis {
	var b reader.PlainBuilder
	b.Begin()
	b.Add(text, reader.Span{End: len(text)})
	b.End(reader.BlockParagraph)
	p := b.Plain()
	a := new(people.Analysis)
	a.Segment(&p, word.English(), &a.Named)
	a.Named.Gather(a, nil)
	return a
}

func persons(a *people.Analysis) []string {
	var out []string
	for _, x := range a.Named.List {
		if x.Kind == reader.EntityPerson {
			out = append(out, x.Name)
		}
	}
	slices.Sort(out)
	return out
}

func TestGather(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		want []string
	}{
		{`Anna Lind left. Lind had no boat, and Erik Moe had one.`, []string{"Anna Lind", "Erik Moe"}},
		{`Mayor Anna Lind spoke to Sen. Erik Moe.`, []string{"Anna Lind", "Erik Moe"}},
		{`Erik "The Bear" Moe left the harbour.`, []string{"Erik Moe"}},
		{`Nobody stayed in the harbour.`, nil},
	} {
		if got := persons(read(c.text)); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

// A surname is a mention of the person whose full name has it.
func TestSurname(t *testing.T) {
	t.Parallel()
	a := read(`Anna Lind left. Nobody knew why Lind left.`)
	who := map[string]int32{}
	for _, n := range a.Named.Namings {
		who[a.Text[a.Tokens[n.First].Start:a.Tokens[n.Last-1].End]] = n.Person
	}
	full, ok := who["Anna Lind"]
	short, also := who["Lind"]
	if !ok || !also || full != short {
		t.Errorf("got namings of %v, want Anna Lind and Lind to be one person", who)
	}
}

// He and she are who fits and whom the text turned on last.
func TestByPronoun(t *testing.T) {
	t.Parallel()
	a := read(`Anna Lind met Erik Moe in the harbour. Nobody else was there.`)
	for id := range a.Named.List {
		a.Named.Raise(int32(id), 0, 3)
	}
	for _, c := range []struct {
		gender grammar.Gender
		want   string
	}{{grammar.GenderFemale, "Anna Lind"}, {grammar.GenderMale, "Erik Moe"}} {
		id := a.Named.ByPronoun(c.gender, 1, nil)
		if id < 0 || a.Named.List[id].Name != c.want {
			t.Errorf("gender %d: got person %d, want %s", c.gender, id, c.want)
		}
	}
}
