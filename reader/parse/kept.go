package parse

import (
	"strconv"
	"strings"
	"time"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/inner"
)

// The limits of what an export may say of one article.
const (
	maxPassages = 2000
	passageSize = 64 << 10 // bytes of a passage or note
)

// announced makes an article of a document that is not there: of what is said of it.
func announced(d *inner.Document, asIs bool) (reader.Article, error) {
	notes := clean.Notes{AsIs: asIs}
	text, encoding := clean.Decode(d.Data, false)
	if encoding != nil {
		notes.List = append(notes.List, *encoding)
	}
	if len(text) > longest {
		text = text[:longest]
	}
	var f found
	f.told(d)
	f.title = clean.Entities(clean.Mojibake(strings.Join(strings.Fields(f.title), " "), &notes), &notes)
	a := f.article(description(text, f.address, &notes), &notes)
	a.Stub, a.Repairs = true, notes.List
	if a.Title == "" {
		a.Title = field(f.address)
	}
	if a.Title == "" && a.Markdown != "" {
		a.Title = fallbackTitle(a.Markdown, d.Name)
	}
	for _, p := range d.Kept.Passages {
		if said := passage(p.Text + "\n" + p.Note); a.Title == "" && said != "" {
			a.Title = fallbackTitle(said, d.Name) // words that somebody kept, of nobody knows what
		}
	}
	return a, nil
}

// keptOf makes what an export says of somebody's reading safe.
func keptOf(k *inner.Kept) reader.Kept {
	out := reader.Kept{Saved: savedAt(k.Saved), Read: k.Read, Starred: k.Starred}
	for _, p := range k.Passages[:min(len(k.Passages), maxPassages)] {
		q := reader.Passage{Text: passage(p.Text), Note: passage(p.Note), Made: savedAt(p.Made)}
		if q.Text != "" || q.Note != "" {
			out.Passages = append(out.Passages, q)
		}
	}
	return out
}

// passage makes the words of a highlight or note safe; its lines stay.
func passage(s string) reader.Text {
	if len(s) > passageSize {
		s = strings.ToValidUTF8(s[:passageSize], "")
	}
	return reader.Clean(strings.TrimSpace(string(reader.Clean(safeReferences(s)))))
}

// firstSaved is the year before which nothing was saved by any service.
const firstSaved = 1990

// savedAt reads a date of saving: seconds, or parts of them, since 1970, or
// any notation of a date. It is zero if it cannot be true.
func savedAt(s string) time.Time {
	s = strings.TrimSpace(s)
	if whole, part, ok := strings.Cut(s, "."); ok && strings.Trim(whole+part, "0123456789") == "" && len(whole) >= 9 {
		s = whole // parts of a second
	}
	t, ok := time.Time{}, false
	if n, err := strconv.ParseInt(s, 10, 64); err == nil && len(s) >= 9 {
		for n > 1e11 {
			n /= 1000
		}
		t, ok = time.Unix(n, 0), true
	} else if err != nil {
		t, ok = parseDate(s, true)
	}
	if t = t.UTC(); !ok || t.Year() < firstSaved || t.Year() > lastYear {
		return time.Time{}
	}
	return t
}
