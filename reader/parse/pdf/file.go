package pdf

import (
	"bytes"
	"errors"
	"slices"

	"offprint/reader/parse/inner"
)

// file is a document: objects by number. The tables in which a file says where
// its objects are is not read: they are wrong in every file that was damaged,
// cut or joined, and going over all of it for "1 0 obj" finds the same. What
// comes later goes before what came earlier, as in a file that was changed.
type file struct {
	data    []byte
	lastEnd int // where the last stream ends
	budget  *inner.Budget
	places  map[int]place
	values  map[int]any // objects that were read
	busy    map[int]bool
	trailer dict
	cipher  *cipher
}

// place is where an object is: in the file, or among those of a packed stream.
type place struct {
	at     int // after "obj"; or in the unpacked bytes
	gen    int
	packed []byte
}

const (
	maxObjects = 1 << 20
	maxPacked  = 1 << 14 // streams of objects; each holds a hundred or so
)

var (
	errNoPages = errors.New("no page in it")
	errLocked  = errors.New("encrypted, and only a password opens it")
	errCipher  = errors.New("encrypted in a way that is not known")
)

// open finds the objects of a document.
func open(data []byte, b *inner.Budget) (*file, error) {
	f := &file{
		data: data, budget: b, places: make(map[int]place), values: make(map[int]any), busy: make(map[int]bool),
		trailer: make(dict), lastEnd: bytes.LastIndex(data, []byte("endstream")),
	}
	order := f.scan()
	f.trailers()
	for _, n := range order {
		if d, ok := f.head(n); ok && d["Type"] == name("XRef") {
			f.addTrailer(d)
		}
	}
	if enc := f.get(f.trailer["Encrypt"]); enc != nil {
		d, _ := enc.(dict)
		c, err := f.newCipher(d)
		if err != nil {
			return nil, err
		}
		f.cipher = c
		clear(f.values) // what was read until now was not decrypted
	}
	packed := 0
	for _, n := range order {
		if d, ok := f.head(n); ok && d["Type"] == name("ObjStm") && packed < maxPacked {
			f.addPacked(n)
			packed++
		}
	}
	return f, nil
}

// scan notes where objects begin and returns their numbers in that order.
func (f *file) scan() []int {
	var order []int
	for at := 0; ; {
		i := bytes.Index(f.data[at:], []byte("obj"))
		if i < 0 || len(order) >= maxObjects {
			return order
		}
		at += i + 3
		gen, rest, ok := numberBefore(f.data[:at-3])
		if !ok {
			continue
		}
		n, _, ok := numberBefore(rest)
		if !ok {
			continue
		}
		f.places[n] = place{at: at, gen: gen}
		order = append(order, n)
	}
}

// numberBefore reads the number at the end of b, and returns what is before it.
func numberBefore(b []byte) (n int, rest []byte, ok bool) {
	end := len(b)
	for end > 0 && space(b[end-1]) && len(b)-end < 16 {
		end--
	}
	from := end
	for from > 0 && b[from-1] >= '0' && b[from-1] <= '9' && end-from < 10 {
		from--
	}
	for _, c := range b[from:end] {
		n = n*10 + int(c-'0')
	}
	return n, b[:from], end > from
}

// trailers reads the dicts after the word "trailer".
func (f *file) trailers() {
	for at := 0; ; {
		i := bytes.Index(f.data[at:], []byte("trailer"))
		if i < 0 {
			return
		}
		at += i + 7
		l := lexer{b: f.data, at: at, refs: true}
		l.blanks()
		if !l.starts("<<") {
			continue
		}
		if d, ok := l.value(); ok {
			d, _ := d.(dict)
			f.addTrailer(d)
		}
	}
}

func (f *file) addTrailer(d dict) {
	for _, k := range []name{"Root", "Encrypt", "ID", "Info"} {
		if v, ok := d[k]; ok {
			f.trailer[k] = v
		}
	}
}

// head returns the dict of an object if it may be one of those that hold the
// file together. It is quick to say no.
func (f *file) head(n int) (dict, bool) {
	p := f.places[n]
	if p.packed != nil {
		return nil, false
	}
	near := f.data[p.at:min(len(f.data), p.at+512)]
	if !bytes.Contains(near, []byte("/XRef")) && !bytes.Contains(near, []byte("/ObjStm")) {
		return nil, false
	}
	l := lexer{b: f.data, at: p.at, refs: true}
	v, _ := l.value()
	d, ok := v.(dict)
	return d, ok
}

// addPacked notes the objects in a packed stream.
func (f *file) addPacked(n int) {
	s, ok := f.get(ref(n)).(stream)
	if !ok {
		return
	}
	data, err := f.unpack(s)
	if err != nil {
		return
	}
	count, first := f.count(s.dict["N"], 0), f.count(s.dict["First"], 0)
	l := lexer{b: data[:min(len(data), first)]}
	for range min(count, maxObjects) {
		number, ok1 := l.value()
		at, ok2 := l.value()
		if !ok1 || !ok2 {
			return
		}
		k, _ := number.(float64)
		v, _ := at.(float64)
		if p, known := f.places[int(k)]; known && p.packed == nil && p.at > f.places[n].at {
			continue // changed later
		}
		if from := first + int(v); from >= first && from < len(data) && k > 0 && int(k) != n {
			f.places[int(k)] = place{at: from, packed: data}
		}
	}
}

// get returns what a value stands for: itself, or the object that it refers to.
func (f *file) get(v any) any {
	for range 16 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.object(int(r))
	}
	return nil
}

// object reads an object. One that needs itself is nothing.
func (f *file) object(n int) any {
	if v, ok := f.values[n]; ok {
		return v
	}
	p, ok := f.places[n]
	if !ok || f.busy[n] {
		return nil
	}
	f.busy[n] = true
	defer delete(f.busy, n)
	l := lexer{b: f.data, at: p.at, refs: true}
	if p.packed != nil {
		l.b = p.packed
	}
	v, _ := l.value()
	if _, bad := v.(word); bad {
		v = nil
	}
	if p.packed == nil {
		if d, ok := v.(dict); ok {
			l.blanks()
			if l.starts("stream") {
				v = stream{dict: d, raw: f.raw(d, l.at+len("stream")), number: n, gen: p.gen}
			}
		}
		v = f.plainTexts(v, n, p.gen)
	}
	f.values[n] = v
	return v
}

// raw returns the bytes of a stream. Its length is believed if its end is there.
func (f *file) raw(d dict, at int) []byte {
	b := f.data[at:]
	switch {
	case bytes.HasPrefix(b, []byte("\r\n")):
		b = b[2:]
	case len(b) > 0 && (b[0] == '\n' || b[0] == '\r'):
		b = b[1:]
	}
	if n, ok := f.get(d["Length"]).(float64); ok && n >= 0 && int(n) <= len(b) {
		after := bytes.TrimLeft(b[int(n):min(len(b), int(n)+32)], "\r\n \t\x00")
		if bytes.HasPrefix(after, []byte("endstream")) || bytes.HasPrefix(after, []byte("endobj")) {
			return b[:int(n)]
		}
	}
	if at > f.lastEnd {
		return b[:min(len(b), 1<<20)] // the file was cut
	}
	i := bytes.Index(b, []byte("endstream"))
	return bytes.TrimSuffix(bytes.TrimSuffix(b[:max(0, i)], []byte("\n")), []byte("\r"))
}

// list returns the elements of an array; any other value is one of one.
func (f *file) list(v any) array {
	switch v := f.get(v).(type) {
	case nil:
		return nil
	case array:
		return v
	default:
		return array{v}
	}
}

// dict returns a dict, that of a stream too; nil if the value is neither.
func (f *file) dict(v any) dict {
	switch v := f.get(v).(type) {
	case dict:
		return v
	case stream:
		return v.dict
	}
	return nil
}

// count returns a number that counts something, or other if there is none.
func (f *file) count(v any, other int) int {
	if n, ok := f.get(v).(float64); ok && n >= 0 && n < 1<<31 {
		return int(n)
	}
	return other
}

// maxPages is how many pages are read.
const maxPages = 5000

// page is one page with what it has from those above it in their tree.
type page struct {
	dict      dict
	resources dict
}

// pages returns the pages in order: those of the tree, or where that leads
// nowhere all that there are.
func (f *file) pages() []page {
	var list []page
	seen := make(map[ref]bool)
	var walk func(v any, from page, depth int)
	walk = func(v any, from page, depth int) {
		if r, ok := v.(ref); ok {
			if seen[r] {
				return
			}
			seen[r] = true
		}
		d := f.dict(v)
		if d == nil || depth > maxNest || len(list) >= maxPages {
			return
		}
		if r := f.dict(d["Resources"]); r != nil {
			from.resources = r
		}
		from.dict = d
		kids, ok := f.get(d["Kids"]).(array)
		if !ok {
			list = append(list, from)
			return
		}
		for _, k := range kids {
			walk(k, from, depth+1)
		}
	}
	walk(f.dict(f.trailer["Root"])["Pages"], page{}, 0)
	if len(list) > 0 {
		return list
	}
	return f.loose()
}

// loose returns all pages that there are, by the numbers of their objects.
func (f *file) loose() (list []page) {
	var numbers []int
	for n := range f.places {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	for _, n := range numbers {
		if d := f.dict(ref(n)); d["Type"] == name("Page") && len(list) < maxPages {
			list = append(list, page{d, f.dict(d["Resources"])})
		}
	}
	return list
}
