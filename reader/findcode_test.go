package reader

import (
	"reflect"
	"testing"
)

func someFindings() Digest {
	return Digest{
		Article: Article{Repairs: []Repair{{Kind: "mojibake", Text: "two\nlines"}}},
		Quotes: []Quote{{
			Kind: QuoteDirect, Content: []Span{{10, 30}, {40, 52}}, Source: []Span{{32, 36}}, Cue: []Span{{36, 39}},
			Speaker: Speaker{Name: "Ana Ruiz", Kind: SpeakerRole, Inferred: true}, Confidence: 0.8756,
		}, {Kind: QuoteIndirect, Content: []Span{{60, 90}}}},
		Entities: []Entity{{
			Name: "Ana Ruiz", Kind: EntityPerson, Mentions: []Span{{32, 36}, {70, 74}}, Roles: []Span{{20, 28}},
			Aliases: []Text{"Ruiz"}, Country: "Q29", Confidence: 1,
		}},
	}
}

// codeNow is someFindings as archives keep it; codeOne is the same in version 1.
const (
	codeNow = "\x02\x01\bmojibake\ttwo\nlines\x02\x02\x02\x14\x14\x14\f\x01@\x04\x01H\x03\bAna Ruiz\x03\x01\xec\x06\x00\x01x\x1e\x00\x00\x00\x00\x00\x00\x01\bAna Ruiz\x01\x02@\x04D\x04\x01(\b\x01\x04Ruiz\x03Q29\xe8\a"
	codeOne = "\x01\x01\bmojibake\ttwo\nlines\x02\x02\x02\x14\x14\x14\f\x01@\x04\x01H\x03\bAna Ruiz\x03\x01\xec\x06\x00\x01x\x1e\x00\x00\x00\x00\x00\x00\x01\bAna Ruiz\x01\x02@\x04D\x04\x01\x04Ruiz\x03Q29\xe8\a"
)

// TestFindingsCode: what archives hold is written and read as it ever was.
func TestFindingsCode(t *testing.T) {
	t.Parallel()
	want := someFindings()
	if got := string(EncodeFindings(&want)); got != codeNow {
		t.Errorf("written  %q\nwant %q", got, codeNow)
	}
	want.Quotes[0].Confidence = 0.876
	var got Digest
	if err := DecodeFindings([]byte(codeNow), 90, &got); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("read %+v, %v\nwant %+v", got, err, want)
	}
	want.Entities[0].Roles, got = nil, Digest{}
	if err := DecodeFindings([]byte(codeOne), 90, &got); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("version 1: read %+v, %v\nwant %+v", got, err, want)
	}
	for _, c := range []struct {
		code string
		size int
	}{{codeNow, 89}, {codeNow[:len(codeNow)-1], 90}, {"\x03" + codeNow[1:], 90}, {"", 90}} {
		if err := DecodeFindings([]byte(c.code), c.size, &got); err != ErrFindingsCode {
			t.Errorf("%q in %d bytes: %v, want an error", c.code, c.size, err)
		}
	}
	if got.Quotes != nil || got.Entities != nil || got.Article.Repairs != nil {
		t.Errorf("findings beside an error: %+v", got)
	}
}

// FuzzFindings checks that foreign findings give an error or spans inside the
// text, and that what was read is written and read again as it is.
func FuzzFindings(f *testing.F) {
	d := someFindings()
	f.Add(EncodeFindings(&d), 5000)
	f.Add([]byte{1, 0, 1, 2, 1, 0, 5, 0, 0, 0, 0, 0, 0, 0}, 100)
	f.Fuzz(func(t *testing.T, b []byte, size int) {
		size = max(0, min(size, 1<<20))
		var d Digest
		if DecodeFindings(b, size, &d) != nil {
			if d.Quotes != nil || d.Entities != nil {
				t.Fatal("findings beside an error")
			}
			return
		}
		for _, q := range d.Quotes {
			for _, list := range [][]Span{q.Content, q.Source, q.Cue} {
				for _, s := range list {
					if s.Start < 0 || s.Len() < 0 || s.End > size {
						t.Fatalf("span %v outside %d bytes", s, size)
					}
				}
			}
			_, _ = q.Kind.String(), q.Speaker.Kind.String()
		}
		var again Digest
		if err := DecodeFindings(EncodeFindings(&d), size, &again); err != nil || !reflect.DeepEqual(d, again) {
			t.Fatalf("read again: %v\n%+v\nwant\n%+v", err, again, d)
		}
	})
}

// BenchmarkDecodeFindings is what opening a very long article waits for: ten
// thousand quotes. Budget: 2 ms.
func BenchmarkDecodeFindings(b *testing.B) {
	d := someFindings()
	for len(d.Quotes) < 10000 {
		d.Quotes = append(d.Quotes, d.Quotes...)
	}
	d.Quotes = d.Quotes[:10000]
	code := EncodeFindings(&d)
	b.ReportAllocs()
	for b.Loop() {
		var got Digest
		if err := DecodeFindings(code, 90, &got); err != nil {
			b.Fatal(err)
		}
	}
}
