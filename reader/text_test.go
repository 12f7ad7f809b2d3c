package reader

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, text, line string }{
		{"plain", "a b\nc", "a b\nc", "a b c"},
		{"line ends", "a\r\nb\rc\u2028d\u2029e\u0085f", "a\nb\nc\nd\ne\nf", "a b c d e f"},
		{"tab", "a\tb", "a    b", "a b"},
		{"escape sequence", "a\x1b[31mb\x07\x00", "a␛[31mb", "a␛[31mb"},
		{"C1 as UTF-8", "a\u009b31m\u0090b", "a31mb", "a31mb"},
		{"C1 as bytes", "a\x9b31m", "a\ufffd31m", "a\ufffd31m"},
		{"joined by taking out", "\xc2\x1b\x9b", "\ufffd␛\ufffd", "\ufffd␛\ufffd"},
		{"overrides", "a\u202eb\u202c\u2066c\u2069", "abc", "abc"},
		{"direction marks", "א\u200fa\u200e\u061c", "א\u200fa\u200e\u061c", "אa"},
		{"joiners", "می\u200cخواهم 👩\u200d👧", "می\u200cخواهم 👩\u200d👧", "می\u200cخواهم 👩\u200d👧"},
		{"what does not show", "co\u00adop\u200b\ufeff\u2060x", "coopx", "coopx"},
		{"marks", "a" + strings.Repeat("\u0301", 12) + "b", "a" + strings.Repeat("\u0301", 8) + "b", "a" + strings.Repeat("\u0301", 8) + "b"},
		{"enclosing marks", "a" + strings.Repeat("\u0489", 12), "a" + strings.Repeat("\u0489", 8), "a" + strings.Repeat("\u0489", 8)},
		{"flag by tags", "🏴\U000e0067\U000e007f", "🏴\U000e0067\U000e007f", "🏴\U000e0067\U000e007f"},
		{"ends", "  a \n", "  a \n", "a"},
		{"placeholder of pictures", "a\U0010eeeeb", "ab", "ab"},
	} {
		if got := Clean(c.in); string(got) != c.text {
			t.Errorf("%s: Clean: got %q, want %q", c.name, got, c.text)
		}
		if got := CleanLine(c.in); string(got) != c.line {
			t.Errorf("%s: CleanLine: got %q, want %q", c.name, got, c.line)
		}
	}
}

// TestScripts: text of many scripts loses nothing.
func TestScripts(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"Größe, naïve, Łódź, ﬁnance", "Привет, мир — «да»", "Γειά σου Κόσμε", "שלום עולם", "مرحبا بالعالم", "नमस्ते दुनिया", "ক্ষুদ্র", "வணக்கம்", "สวัสดีชาวโลก", "你好，世界。", "こんにちは、世界", "안녕하세요 세계", "ሰላም ልዑል", "გამარჯობა", "Բարեւ", "ខ្ញុំ", "👨‍👩‍👧 🏳️‍🌈 🇩🇪 👍🏽", "x² + H₂O ≤ 10⁻³ €",
	} {
		if got := Clean(s); string(got) != s {
			t.Errorf("got %q, want %q", got, s)
		}
		if got := CleanLine(s); string(got) != s {
			t.Errorf("got line %q, want %q", got, s)
		}
	}
}

func TestSlice(t *testing.T) {
	t.Parallel()
	text := Text("aäb€c")
	for _, c := range []struct {
		span Span
		want Text
	}{
		{Span{0, 3}, "aä"}, {Span{0, 2}, "a"}, {Span{2, 4}, "b"}, {Span{-5, 100}, text}, {Span{5, 6}, ""}, {Span{4, 7}, "€"}, {Span{3, 1}, ""}, {Span{8, 9}, ""},
	} {
		if got := text.Slice(c.span); got != c.want {
			t.Errorf("%v: got %q, want %q", c.span, got, c.want)
		}
	}
}

// FuzzClean: what comes out is valid UTF-8 without control characters but the
// newline, with at most eight marks on a character; cleaning it again changes
// nothing; letters and digits are kept; a line has no newline and no direction
// marks, and no blanks at its ends.
func FuzzClean(f *testing.F) {
	for _, s := range []string{"a\r\n\tb", "\x1b]0;x\x07", "\xc2\x1b\x9b", "e\u0301\u0301\u200b\u0301", "\u202ea\u2066\u2029b", "\ufeff\u00ad\u0085", "🏴\U000e0067\U000e0001\U000e007f"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text, line := Clean(s), CleanLine(s)
		checkClean(t, string(text), true)
		checkClean(t, string(line), false)
		if got := Clean(string(text)); got != text {
			t.Errorf("cleaned again: %q became %q", text, got)
		}
		if got := CleanLine(string(line)); got != line {
			t.Errorf("line cleaned again: %q became %q", line, got)
		}
		if got, want := letters(string(text)), letters(s); got != want {
			t.Errorf("letters: got %q, want %q", got, want)
		}
		if strings.TrimSpace(string(line)) != string(line) {
			t.Errorf("blanks at the ends of %q", line)
		}
	})
}

func checkClean(t *testing.T, s string, lines bool) {
	if !utf8.ValidString(s) {
		t.Errorf("not UTF-8: %q", s)
	}
	marks := 0
	for _, r := range s {
		if unicode.IsControl(r) && !(lines && r == '\n') || unicode.Is(unicode.Bidi_Control, r) && (!lines || r >= 0x2000 && r != 0x200e && r != 0x200f) {
			t.Errorf("%U in %q", r, s)
		}
		if marks++; !unicode.In(r, unicode.Mn, unicode.Me) {
			marks = 0
		}
		if marks > 8 {
			t.Errorf("%d marks on a character of %q", marks, s)
		}
	}
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// BenchmarkClean guards adding: clean text is passed at the speed of reading it.
func BenchmarkClean(b *testing.B) {
	s := strings.Repeat("The minister said on Friday that “nothing” had been decided.\n", 60)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Clean(s)
	}
}
