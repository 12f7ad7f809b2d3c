package quote

import (
	"strings"
	"testing"

	"offprint/reader"
)

// entity makes an entity of every place where one of the names stands in p.
func entity(p *reader.Plain, kind reader.EntityKind, names ...string) reader.Entity {
	e := reader.Entity{Name: reader.CleanLine(names[0]), Kind: kind, Confidence: 1}
	for _, n := range names {
		for at := 0; ; {
			i := strings.Index(p.Text[at:], n)
			if i < 0 {
				break
			}
			e.Mentions = append(e.Mentions, p.Span(at+i, at+i+len(n)))
			at += i + len(n)
		}
	}
	return e
}

func TestFindWithNames(t *testing.T) {
	t.Parallel()
	p := caseText("Captain Xyra Quell of the Petrel met the press. Ostvik said the pier would be closed. \"We sail at dawn,\" Quell said.")
	names := []reader.Entity{
		entity(p, reader.EntityPlace, "Ostvik"),
		entity(p, reader.EntityPerson, "Captain Xyra Quell", "Quell"),
		{Name: "elsewhere", Kind: reader.EntityPerson, Mentions: []reader.Span{{Start: 9000, End: 9010}}},
	}
	quotes := Find(p, "en", names)
	if len(quotes) != 2 {
		t.Fatalf("got %d quotes, want 2", len(quotes))
	}
	for i, want := range []struct {
		name reader.Text
		kind reader.SpeakerKind
	}{{"Ostvik", reader.SpeakerOrganization}, {"Xyra Quell", reader.SpeakerPerson}} {
		if got := quotes[i].Speaker; got.Name != want.name || got.Kind != want.kind {
			t.Errorf("quote %d: got %q (%s), want %q (%s)", i, got.Name, got.Kind, want.name, want.kind)
		}
	}
}

// TestConfidence states the order that the sidebar relies on: a frame with a
// full name is surer than a pronoun's, and that than a quote that only follows.
func TestConfidence(t *testing.T) {
	t.Parallel()
	quotes := Find(caseText("\"We sail at dawn,\" Anna Lind said.\n\n\"The hold is full,\" she said.\n\nErik Moe shook his head.\n\n\"Not in this weather, and not with this crew.\""), "en", nil)
	if len(quotes) != 3 {
		t.Fatalf("got %d quotes, want 3", len(quotes))
	}
	for i := range quotes[1:] {
		if quotes[i].Confidence <= quotes[i+1].Confidence {
			t.Errorf("got %.2f before %.2f, want them to fall", quotes[i].Confidence, quotes[i+1].Confidence)
		}
	}
	if quotes[0].Confidence < 0.9 {
		t.Errorf("got %.2f for a full name in a frame, want 0.9 or more", quotes[0].Confidence)
	}
}

func TestFindNothing(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "   ", "The boat sank.", "\"", "“ ”"} {
		if got := Find(caseText(text), "en", nil); len(got) != 0 {
			t.Errorf("%q: got %v, want nothing", text, got)
		}
	}
}

func TestNamesThatAreWordsOfTime(t *testing.T) {
	t.Parallel()
	p := caseText("Doris Day came late. \"I have been everything,\" Day said in her book, \"so I am afraid it will shock some.\"")
	quotes := Find(p, "en", []reader.Entity{day(p)})
	if len(quotes) != 1 || quotes[0].Speaker.Name != "Doris Day" || len(quotes[0].Content) != 2 {
		t.Errorf("got %+v, want one quote of two parts by Doris Day", quotes)
	}
}

// day is Doris Day with both of her mentions in p.
func day(p *reader.Plain) reader.Entity {
	e := entity(p, reader.EntityPerson, "Doris Day")
	i := strings.Index(p.Text, "Day said")
	e.Mentions = append(e.Mentions, p.Span(i, i+len("Day")))
	return e
}

// TestFindBehindTown: names that were given with what only stands before them.
func TestFindBehindTown(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, given, want string }{
		{"Мэр Эльмара Анна Линд сказала: «Причал закроют до мая».", "Эльмара Анна Линд", "Анна Линд"},
		{"Мэр Эльмара Сигне Альдаур сказала: «Причал закроют до мая». В Эльмаре её знают.", "Эльмара Сигне Альдаур", "Сигне Альдаур"},
		{"Мэр Дориа Сигне Альдаур сказала: «Причал закроют до мая».", "Дориа Сигне Альдаур", "Дориа Сигне Альдаур"},
		{"Президент Ибрагим Мохаммед Альдаур сказал: «Причал закроют до мая».", "Ибрагим Мохаммед Альдаур", "Ибрагим Мохаммед Альдаур"},
	} {
		p := caseText(c.text)
		quotes := Find(p, "ru", []reader.Entity{entity(p, reader.EntityPerson, c.given)})
		if len(quotes) != 1 || string(quotes[0].Speaker.Name) != c.want {
			t.Errorf("%s: got %+v, want one of %s", c.text, quotes, c.want)
		}
	}
}

// TestFindBehindOffice: the name that was given stands behind an office and its
// place, or short of its last word, or with its day.
func TestFindBehindOffice(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, given, want string }{
		{"President of Norland Xyra Quell came late. The president called it \"a matter of weeks\".", "Xyra Quell", "Xyra Quell"},
		{"Offering help, speaker of the parliament Xyra Quell wrote: \"The pier will not be forgotten.\"", "Xyra Quell", "Xyra Quell"},
		{"The lawyer of minister Xyra Quell said: \"We will appeal.\"", "Xyra Quell", "The lawyer of minister Xyra Quell"},
		{"Wayne B. C. Quell, president of the institute, wrote: \"It is a pity.\"", "Wayne B. C", "Wayne B. C. Quell"},
		{"Pilots' chief Xyra Mae Quell Monday called the meeting \"useful\".", "Xyra Mae Quell Monday", "Xyra Mae Quell"},
		{"Recep Tayyip Quelloğlu came late. \"We sail at dawn,\" Quelloglu said.", "Recep Tayyip Quelloğlu", "Recep Tayyip Quelloğlu"},
	} {
		p := caseText(c.text)
		quotes := Find(p, "en", []reader.Entity{entity(p, reader.EntityPerson, c.given), entity(p, reader.EntityPerson, "Quelloglu")})
		if len(quotes) != 1 || string(quotes[0].Speaker.Name) != c.want {
			t.Errorf("%s: got %+v, want one of %s", c.text, quotes, c.want)
		}
	}
}

// TestFindNameWithPreposition: a name that was given is one noun, whatever its words.
func TestFindNameWithPreposition(t *testing.T) {
	t.Parallel()
	p := caseText("The Pilots Without Borders group says the crew was kept in \"cruel conditions\" for a week.")
	quotes := Find(p, "en", []reader.Entity{entity(p, reader.EntityOrganization, "Pilots Without Borders")})
	if len(quotes) != 1 || quotes[0].Speaker.Name != "The Pilots Without Borders group" {
		t.Errorf("got %+v, want one of the group", quotes)
	}
}

// TestFindRoleOfCountry: whose role it is, a country's, tells bearers apart, and
// who bears it may be named only afterwards.
func TestFindRoleOfCountry(t *testing.T) {
	t.Parallel()
	const quell, thorn = "Xyra Quell", "Bram Thorn"
	for _, c := range []struct{ text, want string }{
		{"Norland's president said the pier was \"within reach.\"\n\nAddressing pilots, President Xyra Quell thanked Bram Thorn.", quell},
		{"Pilots' President Bram Thorn came late. Norland's president said the pier was \"within reach.\" Speaking there, President Xyra Quell left.", quell},
		{"Norlandish President Xyra Quell met Westian President Bram Thorn. The Norlandish president called it \"useful\".", quell},
		{"Norlandish President Xyra Quell came with Bram Thorn. The Westian president called it \"useful\".", "The Westian president"},
		{"Norland's president urged President Bram Thorn to \"listen.\" So said Xyra Quell.", "Norland's president"},
		{"Xyra Quell and Bram Thorn came late. \"We are closing the pier,\" they said.", "Xyra Quell and Bram Thorn"},
	} {
		p := caseText(c.text)
		quotes := Find(p, "en", []reader.Entity{entity(p, reader.EntityPerson, quell), entity(p, reader.EntityPerson, thorn)})
		if len(quotes) == 0 || string(quotes[0].Speaker.Name) != c.want {
			t.Errorf("%s: got %+v, want %s", c.text, quotes, c.want)
		}
	}
}

// TestFindThing: a single name that the text goes on with "its" about is a body,
// whatever it was given as; he and she keep it a person.
func TestFindThing(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		want reader.SpeakerKind
	}{
		{"Quellac closed its pier in May. \"We are late,\" Quellac said.", reader.SpeakerOrganization},
		{"Quellac closed his pier in May. In June Quellac sold its boats. \"We are late,\" Quellac said.", reader.SpeakerPerson},
		{"Quellac came late. \"We are late,\" Quellac said.", reader.SpeakerPerson},
	} {
		p := caseText(c.text)
		quotes := Find(p, "en", []reader.Entity{entity(p, reader.EntityPerson, "Quellac")})
		if len(quotes) != 1 || quotes[0].Speaker.Kind != c.want {
			t.Errorf("%s: got %+v, want one of a %s", c.text, quotes, c.want)
		}
	}
}

// TestFindOfficeAlone: an office with an article that was given as a body is who has it.
func TestFindOfficeAlone(t *testing.T) {
	t.Parallel()
	p := caseText("Harbour leader Xyra Quell came late. The Opposition Leader told the press that the pier was closed.")
	names := []reader.Entity{entity(p, reader.EntityOrganization, "Opposition Leader"), entity(p, reader.EntityPerson, "Xyra Quell")}
	if quotes := Find(p, "en", names); len(quotes) != 1 || quotes[0].Speaker.Name != "Xyra Quell" {
		t.Errorf("got %+v, want one of Xyra Quell", quotes)
	}
}

// TestFindOfficeGivenAsBody: an office that was given as a body is that of the
// person beside it.
func TestFindOfficeGivenAsBody(t *testing.T) {
	t.Parallel()
	p := caseText("The Pier Council Leader, Xyra Quell, said \"We are late\".")
	names := []reader.Entity{entity(p, reader.EntityOrganization, "Pier Council Leader"), entity(p, reader.EntityPerson, "Xyra Quell")}
	if quotes := Find(p, "en", names); len(quotes) != 1 || quotes[0].Speaker.Name != "Xyra Quell" {
		t.Errorf("got %+v, want one of Xyra Quell", quotes)
	}
}

// TestOfficesBeforeGivenNames tells that what stands before and behind a name
// that was given with it is no part of it.
func TestOfficesBeforeGivenNames(t *testing.T) {
	t.Parallel()
	for given, text := range map[string]string{
		"Health Xu Quell":              "Secretary for Health Xu Quell spoke. \"We sail at dawn,\" Quell said.",
		"Counsel Xu Quell":             "Counsel Xu Quell spoke. \"We sail at dawn,\" Quell said.",
		"Nobel Laureate Xu Quell":      "Nobel Laureate Xu Quell spoke. \"We sail at dawn,\" Quell said.",
		"Co-author Xu Quell":           "Co-author Xu Quell spoke. \"We sail at dawn,\" Quell said.",
		"Ellmar Port Manager Xu Quell": "Ellmar Port Manager Xu Quell spoke. \"We sail at dawn,\" Quell said.",
		"Xu Quell QC":                  "Judge Xu Quell QC spoke. \"We sail at dawn,\" Quell said.",
	} {
		p := caseText(text)
		quotes := Find(p, "en", []reader.Entity{entity(p, reader.EntityPerson, given)})
		if len(quotes) != 1 || quotes[0].Speaker.Name != "Xu Quell" {
			t.Errorf("%s: got %+v, want Xu Quell", given, quotes)
		}
	}
}

// TestSurnameOfNamesake tells that a surname that was given to a relative named
// last goes back to whom the text turned on before.
func TestSurnameOfNamesake(t *testing.T) {
	t.Parallel()
	p := caseText("President Carl Quell came late. His niece, Xyra Quell, wrote a book. \"It is a fake,\" Quell said.")
	first := entity(p, reader.EntityPerson, "Carl Quell")
	niece := entity(p, reader.EntityPerson, "Xyra Quell")
	at := strings.Index(p.Text, "Quell said")
	niece.Mentions = append(niece.Mentions, p.Span(at, at+len("Quell")))
	quotes := Find(p, "en", []reader.Entity{first, niece})
	if len(quotes) != 1 || quotes[0].Speaker.Name != "Carl Quell" {
		t.Errorf("got %+v, want Carl Quell", quotes)
	}
}
