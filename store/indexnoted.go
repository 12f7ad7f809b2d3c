package store

import (
	"strings"
	"unicode/utf8"

	"offprint/reader"
	"offprint/store/excerpt"
)

// What the reader wrote about an article is found like the article's words,
// and so are those of passages that its text no longer has: the index holds
// them behind the text. A change of a highlight is in the index when it
// returns, unless the text is very long or the index is being made: then the
// article waits in line, as one whose text changed.

// noted returns what the reader's highlight says beyond the text of its article.
func (h *Highlight) noted() string {
	if h.Lost {
		return strings.TrimSpace(string(h.Note) + "\n\n" + string(h.Anchor.Exact))
	}
	return string(h.Note)
}

// notesOf returns all that the highlights of an article say beyond its text.
func notesOf(l *link, id ID) (string, error) {
	n, err := l.number("SELECT 1 FROM highlight WHERE article = ? LIMIT 1", id)
	if err != nil || n == 0 {
		return "", err
	}
	list, err := highlights(l, id)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for i := range list {
		if said := list[i].noted(); said != "" {
			b.WriteString(said + "\n\n")
		}
	}
	return b.String(), nil
}

// maxAtOnce is the longest text, in bytes, that is put into the index while
// somebody waits for the change of a note: some 30 ms.
const maxAtOnce = 1 << 19

// renote has the index see the notes of an article as they are now.
func renote(l *link, id ID) error {
	waits, err := l.number("SELECT count(*) FROM todo WHERE article = ?", id)
	if err != nil {
		return err
	}
	if err := enqueue(l, id); err != nil || waits > 0 {
		return err
	}
	ready, err := l.number(`SELECT EXISTS (SELECT 1 FROM body WHERE id = ?1 AND octet_length(markdown) <= ?2)
		AND NOT EXISTS (SELECT 1 FROM fact WHERE key IN ('shadow', 'stale') AND value > 0)`, id, maxAtOnce)
	if err != nil || ready == 0 {
		return err
	}
	w := &indexer{l: l, search: "search", place: "place", terms: map[string]bool{}}
	if err := w.anew(id); err != nil {
		return l.ctx.Err() // no change fails for its index, which mends itself: the article is in line
	}
	return l.do("DELETE FROM todo WHERE article = ?", id)
}

// anew writes an article whose date is as it was into the index once more, at its place.
func (w *indexer) anew(id ID) error {
	rank, err := w.l.number("SELECT rank FROM place WHERE article = ?", id)
	if err != nil {
		return err
	}
	if rank == 0 {
		return ErrIndex // it was not in the index; whoever makes it sees to it
	}
	if err := w.l.do("DELETE FROM search WHERE rowid = ?", rank); err != nil {
		return err
	}
	if err := w.l.do("DELETE FROM place WHERE rank = ?", rank); err != nil {
		return err
	}
	return w.addAt(int64(id), rank)
}

// noteHit gives a hit the line of the note that shows more of what was asked
// than the text does, which shows so many of the patterns.
func noteHit(l *link, f *excerpt.Finder, h *Hit, shown int) error {
	if h.Row.Highlights == 0 || shown == f.Patterns() {
		return nil
	}
	list, err := highlights(l, h.Row.ID)
	if err != nil {
		return err
	}
	for i := range list {
		said := strings.ToValidUTF8(list[i].noted(), string(utf8.RuneError))
		start, end, more := f.Best(said)
		if more <= shown {
			continue
		}
		shown = more
		h.Line, h.Marks = f.Line(said, start, end)
		h.Note, h.At = true, reader.Span{}
		if !list[i].Lost {
			h.At = list[i].Anchor.Span
		}
	}
	return nil
}
