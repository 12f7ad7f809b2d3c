package passage

import (
	"strings"
	"testing"

	"offprint/reader"
)

// TestEdges: a highlight covers what was marked: to the letter where a word
// was cut, in any script, with the marks that were in it and no others.
func TestEdges(t *testing.T) {
	t.Parallel()
	const text = "Жители Êtretat sind «höchst» zufrieden, sagte die Bürgermeisterin. (So war es.) 漢字を読む人がいる $40 reicht nicht Großstraße im Cafe\u0301 Creme reicht"
	d := digest(text)
	for passage, want := range map[string]string{
		"höchst zufrieden sagte":        "höchst» zufrieden, sagte",
		"«höchst» zufrieden, sagte":     "«höchst» zufrieden, sagte",
		"“höchst” zufrieden, sagte,":    "«höchst» zufrieden, sagte", // a mark that is not there
		"sagte die Bürgermeisterin.":    "sagte die Bürgermeisterin.",
		"(So war es.)":                  "(So war es.)",
		"So war es":                     "So war es",
		"ten Êtretat sind":              "", // the letters are not those the word ends in
		"ели Êtretat sind «höch":        "ели Êtretat sind «höch",
		"sagte die Bürger":              "sagte die Bürger",
		"frieden, sagte die Bürgerme":   "frieden, sagte die Bürgerme",
		"字を読":                           "字を読",
		"tretat sind höchst":            "tretat sind «höchst",
		"ßstraße im Café Cre":           "ßstraße im Café Cre",
		"ßstraße im Café":               "ßstraße im Café",
		"reicht nicht Großstraße im Ca": "reicht nicht Großstraße im Ca",
		"é Creme reicht":               "é Creme reicht",
		"$40 reicht nicht":              "$40 reicht nicht",
		"frieden, sagte":                "", // two words, one cut: too few
		"Жители":                        "Жители",
		" \n":                           "",
	} {
		at, ok := New(d.Article.Markdown, &d.Plain).Words(passage, false)
		if got := string(d.Article.Markdown.Slice(at)); ok != (want != "") || got != want {
			t.Errorf("%q is found as %q (%v), want %q", passage, got, ok, want)
		}
	}
}

// TestFewWordsInSeveralPlaces: one or two words that stand twice are only
// found where the first will do.
func TestFewWordsInSeveralPlaces(t *testing.T) {
	t.Parallel()
	d := digest("The old ferry left. The old ferry came. A new boat came. Nobody saw the old boat.")
	for _, c := range []struct {
		words string
		any   bool
		want  int // where it begins, -1 for nowhere
	}{
		{"old ferry", true, 4}, {"old ferry", false, -1},
		{"ferry", true, 8}, {"ferry", false, -1},
		{"new boat", false, 42}, {"boat", false, -1}, {"Nobody", false, 57},
		{"the old ferry", false, 0}, // three words are enough to take the first
		{"the old ferry came", false, 20},
	} {
		at, ok := New(d.Article.Markdown, &d.Plain).Words(c.words, c.any)
		if ok != (c.want >= 0) || ok && at.Start != c.want {
			t.Errorf("%q, any %v: %v %v, want %d", c.words, c.any, at, ok, c.want)
		}
	}
}

// TestFindOrder: an anchor is found at its old place first, then by its words
// as they are, then by its words whatever stands between; without words it is a place.
func TestFindOrder(t *testing.T) {
	t.Parallel()
	d := digest("The ferry is late. We wait for the ferry, and the *ferry* is late again; nobody is told.")
	md := d.Article.Markdown
	second := strings.LastIndex(string(md), "ferry, and")
	for name, c := range map[string]struct {
		at   reader.Anchor
		want int
	}{
		"its place":           {reader.AnchorAt(md, reader.Span{Start: second, End: second + 5}), second},
		"moved":               {reader.Anchor{Span: reader.Span{Start: 900, End: 905}, Exact: "We wait for"}, strings.Index(string(md), "We wait")},
		"by its words":        {reader.Anchor{Span: reader.Span{Start: 3, End: 9}, Exact: "wait for — the ferry and"}, strings.Index(string(md), "wait for")},
		"few words":           {reader.Anchor{Span: reader.Span{Start: 3, End: 9}, Exact: "late—We"}, strings.Index(string(md), "late. We")},
		"in several places":   {reader.Anchor{Span: reader.Span{Start: 3, End: 9}, Exact: "is—late"}, -1},
		"without a place":     {reader.Anchor{Exact: "nobody: is told"}, strings.Index(string(md), "nobody")},
		"marks alone":         {reader.Anchor{Exact: ";"}, strings.Index(string(md), ";")},
		"nothing but a place": {reader.Anchor{Span: reader.Span{Start: 7, End: 7}}, 7},
		"gone":                {reader.Anchor{Span: reader.Span{Start: 3, End: 9}, Exact: "the boat is late"}, -1},
	} {
		at, ok := New(md, &d.Plain).Find(c.at)
		if ok != (c.want >= 0) || ok && at.Start != c.want {
			t.Errorf("%s: %v %v, want %d", name, at, ok, c.want)
		}
	}
	// Where the plain text is damaged the Markdown is looked at alone.
	if at, ok := New(md, &reader.Plain{}).Find(reader.Anchor{Exact: "*ferry*"}); !ok || md.Slice(at) != "*ferry*" {
		t.Errorf("without a plain text: %v, %v", at, ok)
	}
}

// TestLongPassagesMayDiffer: a long passage is found with a fifth of its words
// changed within, not with more, nor where its beginning or end is another.
func TestLongPassagesMayDiffer(t *testing.T) {
	t.Parallel()
	var words []string
	for i := range 40 {
		words = append(words, strings.Repeat(string(rune('a'+i%26)), 1+i/26)+"word")
	}
	d := digest("Before it. " + strings.Join(words, " ") + " After it.")
	changed := func(from, n int) string {
		list := append([]string(nil), words...)
		for i := range n {
			list[from+i] = "other"
		}
		return strings.Join(list, " ")
	}
	for name, c := range map[string]struct {
		passage string
		want    bool
	}{
		"one word":        {changed(20, 1), true},
		"a fifth":         {changed(15, 8), true},
		"more":            {changed(15, 9), false},
		"the first word":  {changed(0, 1), false},
		"the last word":   {changed(39, 1), false},
		"the sixth word":  {changed(5, 1), true},
		"a word too many": {strings.Replace(changed(0, 0), "pword", "pword and", 1), true},
		"a word too few":  {strings.Replace(changed(0, 0), "pword ", "", 1), true},
		"fourteen words":  {strings.Join(append(append([]string(nil), words[:7]...), append([]string{"other"}, words[8:14]...)...), " "), false},
		"fifteen words":   {strings.Join(append(append([]string(nil), words[:7]...), append([]string{"other"}, words[8:15]...)...), " "), true},
	} {
		at, ok := New(d.Article.Markdown, &d.Plain).Words(c.passage, false)
		if ok != c.want || ok && (at.Start != len("Before it. ") || name != "fifteen words" && at.End != at.Start+len(changed(0, 0))) {
			t.Errorf("%s: %v, %v", name, at, ok)
		}
	}
}
