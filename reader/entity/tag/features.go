package tag

import (
	"unicode"
	"unicode/utf8"

	"offprint/reader/entity/gazetteer"
)

// MaxFeatures is at least the number of features that a word can have.
const MaxFeatures = 256

// Edges stand for what lies before a sentence's first word and behind its last.
const (
	edgeBefore = 0x5b6a7c8d9eaf0b1c
	edgeAfter  = 0x1c0bafe98d7c6a5b
)

// collector gathers the features of one word. Each template of features has
// its own number, mixed into the hash of the values.
type collector struct {
	dst      []uint64
	template uint64
}

// add adds the next template's feature with value v.
func (c *collector) add(v uint64) {
	c.template++
	c.dst = append(c.dst, gazetteer.Mix(v+c.template*0x9e3779b97f4a7c15))
}

// addIf adds the next template's feature if there is something to tell.
func (c *collector) addIf(tell bool, v uint64) {
	if tell {
		c.add(v)
		return
	}
	c.template++
}

// both joins two values into one.
func both(a, b uint64) uint64 { return gazetteer.Mix(a*3+1) ^ b*0x2545f4914f6cdd1d }

// context is what stands around a word: hashes and forms from two before to two behind.
type context struct {
	hash [5]uint64
	form [5]uint64
	gaz  [5]uint64 // flags of the single words
	set  [5]uint64 // kinds of the phrases that hold them
}

// Features appends the hashes of the features of word i to dst. The word must
// be in one of the Segments.
func (t *Text) Features(dst []uint64, i, sentence int) []uint64 {
	s := t.sentences[sentence]
	c := collector{dst: dst}
	var x context
	for k := range x.hash {
		j := i + k - 2
		switch {
		case j < s.first:
			x.hash[k], x.form[k] = edgeBefore, 20
		case j >= s.last:
			x.hash[k], x.form[k] = edgeAfter, 21
		default:
			w := &t.words[j]
			x.hash[k], x.form[k], x.gaz[k], x.set[k] = w.hash, uint64(w.form), uint64(w.flags&^gazetteer.Prefix), phraseKinds(w.phrases)
		}
	}
	t.wordFeatures(&c, &x, s)
	t.letterFeatures(&c, &x, i)
	t.tableFeatures(&c, &x, i)
	t.runFeatures(&c, &x, s, i)
	t.articleFeatures(&c, &x, s, i)
	t.clusterFeatures(&c, &x, s, i)
	return c.dst
}

// wordFeatures: the words around and how they are written.
func (t *Text) wordFeatures(c *collector, x *context, s sentence) {
	c.template = 0
	h, f := &x.hash, &x.form
	st := uint64(s.style)
	c.add(0)
	c.add(h[2])
	c.add(both(h[2], f[2]))
	c.add(h[1])
	c.add(h[3])
	c.add(h[0])
	c.add(h[4])
	c.add(both(h[1], h[2]))
	c.add(both(h[2], h[3]))
	c.add(both(h[1], h[3]))
	c.add(both(f[2], st))
	c.add(both(f[1]*32+f[2], st))
	c.add(both(f[2]*32+f[3], st))
	c.add(both((f[1]*32+f[2])*32+f[3], st))
	c.add((((f[0]*32+f[1])*32+f[2])*32+f[3])*32 + f[4])
	c.add(both(h[1], f[2]))
	c.add(both(h[3], f[2]))
	c.add(both(h[0], h[1]))
	c.add(both(h[3], h[4]))
	c.addIf(f[1] == 20, both(f[2], x.gaz[2]&uint64(gazetteer.Lower)))
}

// letterFeatures: beginnings and endings of the word and its neighbours.
func (t *Text) letterFeatures(c *collector, x *context, i int) {
	c.template = 32
	w := t.words[i].text
	n := len(w)
	for k := 1; k <= 4; k++ {
		c.addIf(n > k, endHash(w, k))
		c.addIf(n > k, startHash(w, k))
	}
	c.add(longShape(w))
	for _, k := range [2]int{1, 3} {
		if x.form[k] >= 20 {
			c.template += 2
			continue
		}
		v := t.words[i+k-2].text
		c.add(endHash(v, 3))
		c.add(longShape(v))
	}
}

// endHash is the hash of the last n bytes of w, small and capital letters apart.
func endHash(w string, n int) uint64 {
	h := uint64(n)
	for _, b := range []byte(w[max(0, len(w)-n):]) {
		h = h<<8 | uint64(b)
	}
	return h
}

func startHash(w string, n int) uint64 {
	h := uint64(n)
	for _, b := range []byte(w[:min(n, len(w))]) {
		h = h<<8 | uint64(b)
	}
	return h
}

// longShape writes a word as its kinds of letters, runs of one kind shortened
// to two: "McDonald" is XxXxx.
func longShape(w string) uint64 {
	var h, prev, times uint64
	for _, r := range w {
		k := uint64(r)
		switch {
		case 'a' <= r && r <= 'z':
			k = 1
		case 'A' <= r && r <= 'Z':
			k = 2
		case '0' <= r && r <= '9':
			k = 3
		case r < utf8.RuneSelf:
		case unicode.IsUpper(r):
			k = 5
		case unicode.IsLetter(r):
			k = 4
		}
		if k == prev {
			if times++; times > 1 {
				continue
			}
		} else {
			prev, times = k, 0
		}
		h = h*131 + k
	}
	return h
}

// phraseKinds folds the bits of markPhrases to one for each kind of phrase.
func phraseKinds(p uint64) uint64 {
	p |= p >> 2
	p |= p >> 1
	return p & 0x111111111111
}

// tableFeatures: what the tables know of the word and its neighbours.
func (t *Text) tableFeatures(c *collector, x *context, i int) {
	c.template = 64
	g, set, f := &x.gaz, &x.set, &x.form
	p := t.words[i].phrases
	for k := range 4 * len(phraseFlags) {
		c.addIf(p>>k&1 != 0, 1)
	}
	for k := range 16 {
		c.addIf(g[2]>>k&1 != 0, f[2])
	}
	c.template = 140
	c.add(both(p, f[2]))
	c.add(both(g[2], set[2]))
	c.add(both(g[1], f[1]*32+f[2]))
	c.add(both(g[3], f[3]*32+f[2]))
	names := uint64(gazetteer.First | gazetteer.Last | gazetteer.Lower | gazetteer.Title)
	c.add(both(g[1]&names, g[2]&names*4096+f[1]))
	c.add(both(g[2]&names, g[3]&names*4096+f[3]))
	c.add(both(both(g[1]&names, g[2]&names*64+f[1]), g[3]&names*64+f[3]))
	c.add(both(set[1], set[2]))
	c.add(both(set[2], set[3]))
	c.add(both(p, x.hash[1]))
	c.add(both(p, x.hash[3]))
	c.addIf(x.form[0] < 20, both(g[0], set[0]+1))
	c.addIf(x.form[4] < 20, both(g[4], set[4]+2))
}
