package mark_test

import (
	"slices"
	"testing"

	"offprint/reader"
	"offprint/reader/quote/mark"
	"offprint/reader/quote/word"
)

// plain is an article of paragraphs.
func plain(paragraphs ...string) *reader.Plain {
	var b reader.PlainBuilder
	at := 0
	for _, p := range paragraphs {
		b.Begin()
		b.Add(p, reader.Span{Start: at, End: at + len(p)})
		b.End(reader.BlockParagraph)
		at += len(p) + 2
	}
	out := b.Plain()
	return &out
}

func TestPair(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, language string
		text           []string
		want           []string
	}{
		{"straight", "en", []string{`Lind said "we sail" and "soon".`}, []string{"we sail", "soon"}},
		{"nested", "en", []string{`“They told us ‘no boats’ again,” Lind said.`}, []string{"They told us ‘no boats’ again,"}},
		{"apostrophes", "en", []string{`It's the boats' berth, isn't it?`}, nil},
		{"inches", "en", []string{`A 6" plank lay on the quay.`}, nil},
		{"doubled apostrophes", "en", []string{`Lind said ''we sail''.`}, []string{"we sail"}},
		{"unclosed before a frame", "en", []string{`"We sail at noon, said Lind. The pier was closed.`}, []string{"We sail at noon,"}},
		{"glued to the wrong word", "en", []string{`"We sail, "he said." Nobody stays."`}, []string{"We sail,", "Nobody stays."}},
		{"low and high", "de", []string{`„Wir fahren“, sagte Lind.`}, []string{"Wir fahren"}},
		{"angles", "fr", []string{`« Nous partons », a dit Lind.`}, []string{"Nous partons"}},
		{"dash", "ru", []string{`— Мы уходим, — сказала Линд. — На рассвете.`}, []string{"Мы уходим,", "На рассвете."}},
		{"a list is no speech", "ru", []string{`— лодки и причалы`}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var a mark.Analysis
			a.Pair(plain(c.text...), word.LanguageOf(c.language))
			var got []string
			for _, r := range a.Runs {
				got = append(got, a.Text[r.Start:r.End])
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// A quote over two paragraphs, each of which begins with a mark, is two runs
// that know of each other.
func TestPairOverParagraphs(t *testing.T) {
	t.Parallel()
	var a mark.Analysis
	a.Pair(plain(`Lind said: "We sail at noon.`, `"And we come back."`, `"Nobody stays," Moe said.`), word.English())
	var from []int32
	for _, r := range a.Runs {
		from = append(from, r.From)
	}
	if want := []int32{mark.None, 0, mark.None}; !slices.Equal(from, want) {
		t.Errorf("got runs that go on with %v, want %v", from, want)
	}
}

// An analysis may be used again: nothing of the article before is left.
func TestPairAgain(t *testing.T) {
	t.Parallel()
	var a mark.Analysis
	a.Pair(plain(`Lind said "we sail" and "soon".`), word.English())
	a.Pair(plain(`Nobody spoke.`), word.English())
	if len(a.Runs) != 0 {
		t.Errorf("got %d runs, want none", len(a.Runs))
	}
}
