package tag

import (
	"offprint/reader/entity/gazetteer"
)

// runFeatures: the run of capital words that the word is part of.
func (t *Text) runFeatures(c *collector, x *context, s sentence, i int) {
	c.template = 170
	w := &t.words[i]
	if w.run < 0 {
		return
	}
	r := t.known.runs[w.run]
	n, at := min(r.last-r.first, 6), min(i-r.first, 5)
	lastWord, firstWord := &t.words[r.last-1], &t.words[r.first]
	place := uint64(n*8+at)*4 + uint64(s.style)
	before, behind := t.edges(s, r.first, r.last)
	end := uint64(0) // where the word stands in its run
	if i == r.last-1 {
		end = 1
	}
	if i == r.first {
		end += 2
	}
	c.add(place)
	c.add(both(lastWord.hash, end))
	c.add(both(firstWord.hash, end))
	c.add(both(before, end))
	c.add(both(behind, end))
	c.add(both(before, both(behind, end)))
	c.add(both(uint64(lastWord.flags), both(uint64(firstWord.flags), place)))
	c.add(both(uint64(lastWord.flags), place))
	c.add(both(before, both(x.set[2], place)))
	c.add(both(behind, both(x.set[2], place)))
	c.add(both(lastWord.hash, both(phraseKinds(firstWord.phrases), end)))
	c.add(both(endHash(lastWord.text, 3), end))
	c.template = 184
	t.nearRun(c, s, r, end, before, behind)
	c.add(both(t.known.topic(), both(x.set[2], place)))
	c.add(both(t.known.topic(), both(before, x.set[2])))
	c.add(both(t.known.topic(), both(behind, x.set[2])))
}

// nearRun: what stands two words before a run, and behind a comma after it:
// "shares in X", "X, 44,", "X, the regulator".
func (t *Text) nearRun(c *collector, s sentence, r run, end, before, behind uint64) {
	if r.first-2 >= s.first {
		second := t.words[r.first-2].hash
		c.add(both(second, end))
		c.add(both(second, both(before, end)))
	} else {
		c.template += 2
	}
	if r.last+2 >= s.last {
		c.template += 3
		return
	}
	next, third := t.words[r.last+1].hash, t.words[r.last+2].hash
	if t.words[r.last+1].form == formNumber {
		next = uint64(formNumber)
	}
	c.add(both(behind, both(next, end)))
	c.add(both(behind, both(third, end)))
	c.addIf(behind == hashComma && r.last+3 < s.last, both(t.words[min(r.last+3, s.last-1)].hash, end))
}

// articleFeatures: what the rest of the article tells of the word.
func (t *Text) articleFeatures(c *collector, x *context, s sentence, i int) {
	c.template = 200
	w := &t.words[i]
	in := t.known.find(w.hash)
	if in == nil || !w.form.upper() {
		return
	}
	lower, middle := uint64(min(in.lower, 3)), uint64(min(in.middle, 3))
	first := uint64(0)
	if i == s.first {
		first = 1
	}
	c.add(both(lower*4+middle, first*4+uint64(s.style)))
	c.add(both(lower*4+middle, both(x.form[2], x.gaz[2]&uint64(gazetteer.Lower))))
	for k := range 14 {
		c.addIf(in.company>>k&1 != 0, 1)
	}
	c.add(uint64(in.company))
	r := t.known.runs[w.run]
	single := uint64(0)
	if r.last-r.first == 1 {
		single = 1
	}
	c.add(both(uint64(in.company), single*64+x.form[2]))
	c.add(both(uint64(in.company&(afterGiven|isGiven|afterTitle|withOrgWord|inLonger)), both(x.set[2], single)))
	for k := range in.contexts {
		c.template = 240
		c.add(in.before[k])
		c.add(in.behind[k])
		c.add(both(in.before[k], in.behind[k]))
	}
	c.template = 250
	if in.full >= 0 {
		full := t.known.runs[in.full]
		head := &t.words[full.first]
		c.add(both(single, uint64(head.flags)))
		c.add(both(single, head.hash))
	}
}

// clusterFeatures: what words stand around, by the clusters they are in.
func (t *Text) clusterFeatures(c *collector, x *context, s sentence, i int) {
	c.template = 260
	f := x.form[2]
	k := [5]uint64{t.clusterAt(s, i-2), t.clusterAt(s, i-1), t.clusterAt(s, i), t.clusterAt(s, i+1), t.clusterAt(s, i+2)}
	c.addIf(k[2] != 0, k[2])
	c.addIf(k[2] != 0, both(k[2], f))
	c.addIf(k[1] != 0, both(k[1], f))
	c.addIf(k[3] != 0, both(k[3], f))
	c.addIf(k[0] != 0, k[0])
	c.addIf(k[4] != 0, k[4])
	c.addIf(k[1] != 0 && k[3] != 0, both(k[1], k[3]))
	w := &t.words[i]
	if w.run < 0 {
		return
	}
	r := t.known.runs[w.run]
	end := uint64(0)
	if i == r.last-1 {
		end = 1
	}
	if i == r.first {
		end += 2
	}
	before, behind := t.clusterAt(s, r.first-1), t.clusterAt(s, r.last)
	c.addIf(before != 0, both(before, end))
	c.addIf(behind != 0, both(behind, end))
	c.addIf(before != 0 && behind != 0, both(before, both(behind, end)))
	last := t.clusterAt(s, r.last-1)
	c.addIf(last != 0, both(last, end))
	if in := t.known.find(w.hash); in != nil {
		for n := range in.contexts {
			c.template = 280
			a, b := uint64(t.table.Cluster(in.before[n])), uint64(t.table.Cluster(in.behind[n]))
			c.addIf(a != 0, a)
			c.addIf(b != 0, b)
		}
	}
}

// clusterAt returns the cluster of word i of sentence s, and numbers of their own for its edges.
func (t *Text) clusterAt(s sentence, i int) uint64 {
	switch {
	case i < s.first:
		return 256
	case i >= s.last:
		return 257
	}
	return uint64(t.words[i].cluster)
}
