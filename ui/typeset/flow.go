package typeset

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"
)

// glamourBudget is how much text of one article Glamour renders: its bytes,
// and leafCost for every leaf. That is about 0.7 s of one core, and more than
// an article of 1 MB needs. What comes after flows: it takes the styles that
// Glamour gave to samples, which comes to the same cells at a tenth of the cost.
const (
	glamourBudget = 2_500_000
	leafCost      = 30
)

// pattern is what Glamour makes of a run of one format in one kind of leaf.
type pattern struct {
	before, after []chunk // text that Glamour puts in
	style         uint16
	ok            bool // false if the style changes the text itself, so that there is no pattern
}

// patternKey tells patterns apart.
type patternKey struct {
	place  place
	level  int // of a heading, else 0
	format format
}

// sample is the text of samples: it shows whether letters' case is changed.
const sample = "aB"

// pattern returns the pattern of a format, rendering a sample the first time.
func (s *shaper) pattern(k patternKey) pattern {
	if p, ok := s.patterns[k]; ok {
		return p
	}
	p := s.sampled(k)
	s.patterns[k] = p
	return p
}

// sampled renders a run between two plain ones.
func (s *shaper) sampled(k patternKey) pattern {
	g := s.glamour(k.place)
	g.begin()
	n := k.node()
	for i, f := range []format{0, k.format, 0} {
		n.AppendChild(n, g.node(i, []byte(sample), f))
	}
	var p pattern
	seen := -1 // the last run shown
	p.ok = true
	s.palette.chunks(g.render(n), func(c chunk) {
		c.text = bytes.Clone(c.text)
		switch {
		case c.run >= 0 && len(c.text) == 0:
		case c.run >= 0:
			p.ok = p.ok && c.run == seen+1 && string(c.text) == sample
			seen = c.run
			if c.run == 1 {
				p.style = c.style
			}
		case seen == 0:
			p.before = append(p.before, c)
		case seen == 1:
			p.after = append(p.after, c)
		}
	})
	p.ok = p.ok && seen == 2
	return p
}

// ends renders a leaf of one plain run, to see what Glamour puts at the ends of all.
func (s *shaper) ends(k patternKey) pattern {
	k.format = formatBreak // no run has a pattern of that
	if p, ok := s.patterns[k]; ok {
		return p
	}
	g := s.glamour(k.place)
	g.begin()
	n := k.node()
	n.AppendChild(n, g.node(0, []byte(sample), 0))
	var p pattern
	s.palette.chunks(g.render(n), func(c chunk) {
		c.text = bytes.Clone(c.text)
		switch {
		case c.run >= 0 && len(c.text) == 0:
		case c.run >= 0:
			p.ok = string(c.text) == sample
		case !p.ok:
			p.before = append(p.before, c)
		default:
			p.after = append(p.after, c)
		}
	})
	// Signs around every plain text cannot be told from those of the leaf.
	plain := s.pattern(patternKey{k.place, k.level, 0})
	p.ok = p.ok && plain.ok && len(plain.before) == 0 && len(plain.after) == 0
	s.patterns[k] = p
	return p
}

// node returns the node that holds a leaf's runs.
func (k patternKey) node() ast.Node {
	if k.level > 0 {
		return ast.NewHeading(k.level)
	}
	return ast.NewTextBlock()
}

// flowed lays a leaf by patterns; ok is false if a style has none.
func (s *shaper) flowed(l *leaf, k patternKey) (g glyphs, ok bool) {
	ends := s.ends(k)
	if !ends.ok {
		return glyphs{}, false
	}
	y := s.layer(l)
	feed := func(c chunk) {
		c.run = -1
		y.chunk(c)
	}
	for _, c := range ends.before {
		feed(c)
	}
	for i, r := range l.runs {
		if r.format == formatBreak || len(y.shown(i)) == 0 {
			y.finish(i + 1)
			continue
		}
		p := s.pattern(patternKey{k.place, k.level, r.format})
		if !p.ok {
			return glyphs{}, false
		}
		for _, c := range p.before {
			feed(c)
		}
		y.chunk(chunk{slices.Clone(y.shown(i)), p.style, i})
		for _, c := range p.after {
			feed(c)
		}
	}
	for _, c := range ends.after {
		feed(c)
	}
	y.finish(len(l.runs))
	return y.out.trimmed(), true
}
