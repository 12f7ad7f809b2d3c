package saved

import (
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"strings"
)

// recordsOf yields the records of a table; false with the values of a line
// that could not be read.
func recordsOf(text string, comma rune) iter.Seq2[bool, []string] {
	return func(yield func(bool, []string) bool) {
		s := scan{comma: comma, most: 8*len(text) + 1<<20}
		s.over(text, func(ok bool, values []string, _ int) bool { return yield(ok, values) })
	}
}

// The limits of what is held at once of a table that is read piece by piece, in bytes.
const (
	windowSize = 24 << 20
	longRecord = 8 << 20 // whether a longer one ends is not known before the next piece is there
)

// recordsFrom is recordsOf for a table that is too large to be held.
func recordsFrom(r io.Reader, comma rune) iter.Seq2[bool, []string] {
	return func(yield func(bool, []string) bool) {
		s := scan{comma: comma, most: 8 * windowSize}
		held := make([]byte, 0, windowSize)
		for whole := false; !whole; {
			n, err := io.ReadFull(r, held[len(held):windowSize])
			held, whole = held[:len(held)+n], err != nil
			used, ended := 0, false
			text := string(held)
			s.over(text, func(ok bool, values []string, end int) bool {
				if !whole && end > len(text)-longRecord {
					return false
				}
				used = end
				ended = !yield(ok, values)
				return !ended
			})
			if ended || used == 0 && !whole && !yield(false, nil) {
				return
			}
			if used == 0 {
				used = len(held) - longRecord/2 // goes on behind what cannot be read
			}
			s.spent = 0
			held = held[:copy(held, held[min(used, len(held)):])]
		}
	}
}

// scan reads records. A line with a stray quotation mark is read by itself, so
// that the mark does not swallow those after it.
type scan struct {
	comma rune
	width int // columns of the widest record
	spent int // bytes looked at in vain, which is not done without end
	most  int
}

// over calls each for the records of a text, with where they end in it, until
// it reports false.
func (s *scan) over(text string, each func(ok bool, values []string, end int) bool) {
	for from := 0; from < len(text); {
		r := csv.NewReader(strings.NewReader(text[from:]))
		r.Comma, r.FieldsPerRecord = s.comma, -1
		at := 0
		for {
			values, err := r.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				break
			}
			at, s.width = int(r.InputOffset()), max(s.width, len(values))
			if !each(true, values, from+at) {
				return
			}
		}
		if s.spent += int(r.InputOffset()) - at; s.spent > s.most {
			each(false, nil, len(text))
			return
		}
		from += at
		line, _, _ := strings.Cut(text[from:], "\n")
		from = min(from+len(line)+1, len(text))
		values := looseRecord(line, s.comma, s.width)
		if !each(values != nil, values, from) {
			return
		}
	}
}

// looseRecord reads one line with stray quotation marks, nil if it has not as
// many values as it should.
func looseRecord(line string, comma rune, width int) []string {
	r := csv.NewReader(strings.NewReader(line))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
	if values, err := r.Read(); err == nil && len(values) == width {
		return values
	}
	values := strings.Split(strings.TrimRight(line, "\r"), string(comma))
	if len(values) != width {
		return nil
	}
	for i, v := range values {
		values[i] = strings.TrimPrefix(strings.TrimSuffix(v, `"`), `"`)
	}
	return values
}
