package child

import (
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"time"

	"offprint/reader"
)

// fill gives every field that can be reached a value of its own.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Date(2000+*n, 3, 4, 5, 6, 7, 0, time.UTC)))
			return
		}
		if v.Type() == reflect.TypeFor[reader.Span]() {
			v.Set(reflect.ValueOf(reader.Span{Start: *n / 10, End: *n/10 + 3}))
			return
		}
		for i := range v.NumField() {
			kind := v.Type().Field(i).Type
			// The content of a large file stays where it is, a document of it goes before the digest.
			content := kind == reflect.TypeFor[*io.SectionReader]() || kind == reflect.TypeFor[*reader.Document]()
			if v.Type().Field(i).IsExported() && !content && v.Type() != reflect.TypeFor[reader.Plain]() {
				fill(v.Field(i), n)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), n)
		fill(v.Index(1), n)
	case reflect.String:
		v.SetString(fmt.Sprint("text ", *n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Uint8:
		v.SetUint(1)
	case reflect.Int:
		v.SetInt(int64(*n % 7))
	case reflect.Float64:
		v.SetFloat(float64(*n%1000) / 1000) // which is kept to three digits
	default:
		panic("a field of a kind that nothing is known of: " + v.Kind().String())
	}
}

// full returns a digest with something in every field, those of the future included.
func full() reader.Digest {
	var d reader.Digest
	n := 0
	fill(reflect.ValueOf(&d).Elem(), &n)
	d.Article.Markdown = reader.Clean(strings.Repeat("Some *words* & more.\n\n", 10))
	var b reader.PlainBuilder
	b.Begin()
	b.Add("Some ", reader.Span{Start: 0, End: 5})
	b.Add("words", reader.Span{Start: 6, End: 11})
	b.End(reader.BlockParagraph)
	d.Plain = b.Plain()
	return d
}

// TestWhole: nothing that is known of an article is lost on the way. If this
// fails after a field was added, add it to encode.go and decode.go.
func TestWhole(t *testing.T) {
	t.Parallel()
	for _, want := range []reader.Digest{{}, full()} {
		var e encoder
		e.digest(&want)
		got, err := decodeDigest(e.b)
		if err != nil {
			t.Fatal(err)
		}
		if want.Plain.Text == "" {
			got.Plain, want.Plain = reader.Plain{}, reader.Plain{}
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
	}
}

// TestUnsound: findings that no maker gives are refused.
func TestUnsound(t *testing.T) {
	t.Parallel()
	backwards := []reader.Span{{Start: 4, End: 6}, {Start: 0, End: 2}}
	outside := []reader.Span{{Start: 8, End: 11}}
	one := []reader.Span{{Start: 1, End: 2}}
	for name, spoil := range map[string]func(d *reader.Digest){
		"content backwards":  func(d *reader.Digest) { d.Quotes[0].Content = backwards },
		"source backwards":   func(d *reader.Digest) { d.Quotes[0].Source = backwards },
		"cue backwards":      func(d *reader.Digest) { d.Quotes[0].Cue = backwards },
		"mentions backwards": func(d *reader.Digest) { d.Entities[0].Mentions = backwards },
		"roles backwards":    func(d *reader.Digest) { d.Entities[0].Roles = backwards },
		"no mention":         func(d *reader.Digest) { d.Entities[0].Mentions = nil },
		"content outside":    func(d *reader.Digest) { d.Quotes[0].Content = outside },
		"mention outside":    func(d *reader.Digest) { d.Entities[0].Mentions = outside },
		"role outside":       func(d *reader.Digest) { d.Entities[0].Roles = outside },
	} {
		d := reader.Digest{
			Article:  reader.Article{Markdown: "ten bytes."},
			Quotes:   []reader.Quote{{Content: one, Source: one, Cue: one}},
			Entities: []reader.Entity{{Name: "x", Mentions: one, Roles: one}},
		}
		var whole, spoilt encoder
		whole.digest(&d)
		if _, err := decodeDigest(whole.b); err != nil {
			t.Fatal(err)
		}
		spoil(&d)
		spoilt.digest(&d)
		if got, err := decodeDigest(spoilt.b); err == nil {
			t.Errorf("%s: got %+v", name, got)
		}
	}
}

// TestSource is TestWhole for what the child is told of a file.
func TestSource(t *testing.T) {
	t.Parallel()
	var want reader.Source
	n := 0
	fill(reflect.ValueOf(&want).Elem(), &n)
	want.Data = nil // follows as it is
	var e encoder
	e.source(&want)
	if got, err := decodeSource(e.b); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v, want %+v", got, err, want)
	}
	if _, err := decodeSource(append(e.b, 0)); err == nil {
		t.Error("what follows was overlooked")
	}
}

// FuzzDigest: whatever comes over the pipe, texts are clean and places lie
// within the article, in order.
func FuzzDigest(f *testing.F) {
	d := full()
	var e encoder
	e.digest(&d)
	f.Add(e.b)
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		d, err := decodeDigest(b)
		if err != nil {
			return
		}
		checkTexts(t, reflect.ValueOf(d.Article))
		checkTexts(t, reflect.ValueOf(d.Quotes))
		checkTexts(t, reflect.ValueOf(d.Entities))
		size := len(d.Article.Markdown)
		var lists [][]reader.Span
		for _, q := range d.Quotes {
			_ = q.Kind.String() + q.Speaker.Kind.String() + string(d.Article.Markdown.Slice(q.Extent()))
			lists = append(lists, q.Content, q.Source, q.Cue)
		}
		for _, n := range d.Entities {
			lists = append(lists, n.Mentions)
		}
		for _, list := range lists {
			last := reader.Span{}
			for _, s := range list {
				if s.Start < last.Start || s.End < last.End || s.End < s.Start || s.End > size {
					t.Fatalf("%v of %d bytes", list, size)
				}
				last = s
			}
		}
	})
}

// checkTexts fails if a reader.Text in v is not clean.
func checkTexts(t *testing.T, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				checkTexts(t, v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			checkTexts(t, v.Index(i))
		}
	case reflect.String:
		if s := v.String(); string(reader.Clean(s)) != s {
			t.Errorf("%q is not clean", s)
		}
	}
}
