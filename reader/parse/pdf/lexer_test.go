package pdf

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"offprint/reader/parse/inner"
)

// TestValues: how values are written, and what is made of wrong ones.
func TestValues(t *testing.T) {
	t.Parallel()
	for written, want := range map[string]any{
		`(a(b)c)`:                  text("a(b)c"),
		`(a\)b\\)`:                 text(`a)b\`),
		`(\n\r\t\b\f\q)`:           text("\n\r\t\b\fq"),
		`(\101\1012\53x\0534)`:     text("AA2+x+4"),
		"(one\\\ntwo\\\r\nthree)":  text("onetwothree"),
		`(open`:                    text("open"),
		`(open\`:                   text("open"),
		`<48 65 6C6c6F>`:           text("Hello"),
		`<486>`:                    text("H`"),
		`<48`:                      text("H"),
		`/A#20b#4`:                 name("A b#4"),
		`/A#4`:                     name("A#4"),
		`/A#41`:                    name("AA"),
		`/`:                        name(""),
		`-.5`:                      -0.5,
		`+17`:                      17.0,
		`12 0 R`:                   ref(12),
		`true`:                     true,
		`null`:                     nil,
		`% a remark` + "\n7":       7.0,
		`[1 (b) /c [2] ]`:          array{1.0, text("b"), name("c"), array{2.0}},
		`[1 2`:                     array{1.0, 2.0},
		`[1 >> 2`:                  array{1.0},
		`<</A 1/B<</C 2>>>>`:       dict{"A": 1.0, "B": dict{"C": 2.0}},
		`<</A 1 lost /B 2`:         dict{"A": 1.0, "B": 2.0},
		`<</A 1 /B endobj`:         dict{"A": 1.0},
		`<</A 1 endobj /B 2>>`:     dict{"A": 1.0},
		`}`:                        word("}"),
		strings.Repeat("[", 1<<16): nil,
	} {
		l := lexer{b: []byte(written), refs: true}
		got, ok := l.value()
		if len(written) > 1000 {
			if !ok || l.at != len(written) {
				t.Errorf("%d brackets: read up to %d", len(written), l.at)
			}
			continue
		}
		if !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %#v, want %#v", written, got, want)
		}
	}
	l := lexer{b: []byte(" \n% no more")}
	if v, ok := l.value(); ok {
		t.Errorf("at the end: got %#v", v)
	}
}

// TestFilters: each filter gives back what was packed; what is damaged gives
// what was before the damage.
func TestFilters(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ filter, packed, want string }{
		{"ASCIIHexDecode", "48 65 6c6C 6f> behind", "Hello"},
		{"AHx", "486", "H`"},
		{"ASCII85Decode", "<~87cURD]i,\"~> behind", "Hello Wo"},
		{"A85", "87cURD]i,\"", "Hello Wo"},
		{"A85", "87cUR\xffD]i", ""},
		{"RunLengthDecode", "\x04Hello\xfe!\x80rest", "Hello!!!"},
		{"RL", "\x04Hel", "Hel"},
		{"LZW", "\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", "-----A---B"},
		{"FlateDecode", "x", ""},
		{"Crypt", "Hello", "Hello"},
	} {
		f := &file{budget: inner.NewBudget(1 << 10)}
		if got, err := f.filter(name(c.filter), nil, []byte(c.packed)); err != nil || string(got) != c.want {
			t.Errorf("%s %q: got %q, %v, want %q", c.filter, c.packed, got, err, c.want)
		}
	}
	f := &file{budget: inner.NewBudget(1 << 10)}
	twice := stream{dict: dict{"Filter": array{name("AHx"), name("RL")}}, raw: []byte("044865 6c6c 6f>")}
	if got, err := f.unpack(twice); err != nil || string(got) != "Hello" {
		t.Errorf("two filters: got %q, %v", got, err)
	}
	if _, err := f.filter("DCTDecode", nil, nil); err != errFilter {
		t.Errorf("a picture: got %v", err)
	}
}

// filtered does to a row what unfilter undoes, as the PNG specification has it.
func filtered(kind byte, line, before []byte, pixel int) []byte {
	out := make([]byte, len(line))
	for i := range line {
		var a, c int
		b := int(before[i])
		if i >= pixel {
			a, c = int(line[i-pixel]), int(before[i-pixel])
		}
		guess := 0
		switch kind {
		case 1:
			guess = a
		case 2:
			guess = b
		case 3:
			guess = (a + b) / 2
		case 4:
			p := a + b - c
			guess = c
			for _, v := range []int{b, a} { // of equals a before b before c
				if max(p-v, v-p) <= max(p-guess, guess-p) {
					guess = v
				}
			}
		}
		out[i] = line[i] - byte(guess)
	}
	return out
}

// TestPredictors: rows of any kind and width come out as they went in.
func TestPredictors(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		colors, columns := 1+r.IntN(4), 1+r.IntN(9)
		before := make([]byte, colors*columns)
		var packed, want []byte
		for range 1 + r.IntN(5) {
			line := make([]byte, len(before))
			for i := range line {
				line[i] = byte(r.IntN(4)) // few values, so that guesses tie
			}
			kind := byte(r.IntN(5))
			packed = append(append(packed, kind), filtered(kind, line, before, colors)...)
			want, before = append(want, line...), line
		}
		f := &file{}
		p := dict{"Predictor": 15.0, "Colors": float64(colors), "Columns": float64(columns)}
		if got := f.predict(p, packed); string(got) != string(want) {
			t.Fatalf("%d colours, %d columns: got %x, want %x of %x", colors, columns, got, want, packed)
		}
		if got := f.predict(dict{"Predictor": 2.0}, packed); string(got) != string(packed) {
			t.Fatal("a predictor of pictures changed the rows")
		}
	}
}
