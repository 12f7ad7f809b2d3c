package reader

// Span is a stretch of an article's source: bytes of [Article.Markdown], from
// Start up to but not including End. Whatever points into an article (quotes,
// mentions, search hits, highlights, links, the reading position) is a Span,
// so that it survives another width, theme or typesetter.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of bytes covered.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Holds reports whether the byte at offset lies in the span.
func (s Span) Holds(offset int) bool { return s.Start <= offset && offset < s.End }

// Covers reports whether o lies wholly in s.
func (s Span) Covers(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether the two share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }
