package store

import (
	"context"
	"encoding/json"

	"offprint/reader"
)

// correction is what the reader said about one quote, tied to its words and
// not to its id, so that it holds through every later analysis.
type correction struct {
	ID      int64              `json:"id"`
	Article ID                 `json:"article"`
	Anchor  reader.Anchor      `json:"anchor"`
	None    bool               `json:"none"`
	Speaker reader.Text        `json:"speaker"`
	Kind    reader.SpeakerKind `json:"kind"`
}

// corrections returns what the reader said about an article's quotes, the oldest first.
func corrections(l *link, id ID) ([]correction, error) {
	var list []correction
	err := l.all("SELECT id, anchor, none, speaker, kind FROM correction WHERE article = ? ORDER BY id", []any{id}, func(scan func(...any) error) error {
		c := correction{Article: id}
		var anchor, speaker string
		if err := scan(&c.ID, &anchor, &c.None, &speaker, &c.Kind); err != nil {
			return err
		}
		if json.Unmarshal([]byte(anchor), &c.Anchor) != nil {
			return nil // damaged: the quote is shown as found
		}
		c.Speaker = reader.CleanLine(speaker)
		list = append(list, c)
		return nil
	})
	return list, err
}

// putCorrection stores a correction, in the place of the one of its number.
func putCorrection(l *link, c *correction) error {
	return l.do("INSERT OR REPLACE INTO correction (id, article, anchor, none, speaker, kind) VALUES (?, ?, ?, ?, ?, ?)",
		c.ID, c.Article, encodeAnchor(c.Anchor), c.None, string(c.Speaker), int(c.Kind))
}

// corrected returns the quotes with the corrections applied. kept[i] is false
// for those that are none. The slice given is not changed.
func corrected(quotes []reader.Quote, fixes []correction, markdown reader.Text) (list []reader.Quote, kept []bool) {
	kept = make([]bool, len(quotes))
	for i := range kept {
		kept[i] = true
	}
	if len(fixes) == 0 {
		return quotes, kept
	}
	list = append([]reader.Quote(nil), quotes...)
	for _, c := range fixes {
		at, ok := c.Anchor.Find(markdown)
		if !ok {
			continue
		}
		i := quoteAt(list, at)
		if i < 0 {
			continue
		}
		kept[i] = !c.None
		if !c.None {
			list[i].Speaker = reader.Speaker{Name: c.Speaker, Kind: c.Kind}
			list[i].Confidence = certain
		}
	}
	return list, kept
}

// certain is the confidence of what the reader said; makers are never so sure.
const certain = 1

// Corrected reports whether the reader said who the speaker is, or that nobody is known.
func (q *QuoteRow) Corrected() bool { return q.Quote.Confidence == certain }

// quoteAt returns the quote that shares most with a span, and at least half of it; -1 if none does.
func quoteAt(quotes []reader.Quote, at reader.Span) int {
	best, most := -1, at.Len()/2
	for i := range quotes {
		shared := 0
		for _, s := range quotes[i].Content {
			shared += max(0, min(s.End, at.End)-max(s.Start, at.Start))
		}
		if shared > most {
			best, most = i, shared
		}
	}
	return best
}

// extent returns the source from a quote's first part to its last.
func extent(q *reader.Quote) reader.Span {
	if len(q.Content) == 0 {
		return reader.Span{}
	}
	return reader.Span{Start: q.Content[0].Start, End: q.Content[len(q.Content)-1].End}
}

// QuoteIn returns the id of the quote that [Archive.Article] shows at a place,
// which is the quote's extent. ErrNoQuote if there is none any more. An
// article does not come with the ids of all its quotes: it may have ten
// thousand, and few are ever asked for.
func (a *Archive) QuoteIn(ctx context.Context, article ID, at reader.Span) (QuoteID, error) {
	var id int64
	err := a.read(ctx, "find a quote", func(l *link) error {
		d, _, err := loadDerived(l, article)
		if err != nil {
			return err
		}
		quotes, kept := corrected(d.quotes, d.fixes, d.markdown)
		for i := range quotes {
			if kept[i] && quotes[i].Extent() == at {
				low := int64(article) << quoteBits
				id, err = l.number("SELECT id FROM quote WHERE id BETWEEN ? AND ? AND ord = ?", low, low+maxQuotes, i)
				break
			}
		}
		if err == nil && id == 0 {
			err = ErrNoQuote
		}
		return err
	})
	return QuoteID(id), err
}

// mostCorrected is in how many articles one correction is made at most.
const mostCorrected = 100

// CorrectQuote sets who said a quote, or that it is none. It holds through later
// analyses. The same words in other articles are one quote and are corrected
// with it, unless they are known to be somebody else's, and so are those that
// come later (quoteprecedent.go); undo takes all back.
func (a *Archive) CorrectQuote(ctx context.Context, id QuoteID, fix Correction) error {
	return a.changeAs(ctx, "correction", "", func(c *change) ([]step, string, error) {
		places, err := c.samePlaces(id, fix.None)
		if err != nil {
			return nil, "", err
		}
		fresh, err := c.l.number("SELECT coalesce(max(id), 0) + 1 FROM correction")
		if err != nil {
			return nil, "", err
		}
		var steps []step
		for _, p := range places {
			s, err := c.correctionOf(p, fix, fresh+int64(len(steps)))
			if err == ErrNoQuote && p.quote != int64(id) {
				continue
			}
			if err != nil {
				return nil, "", err
			}
			steps = append(steps, s)
		}
		label := "corrected a quote"
		if fix.None {
			label = "dropped a quote"
		}
		return steps, label, nil
	})
}

// quotePlace is a quote with its number among those of its article.
type quotePlace struct {
	quote int64
	ord   int
}

// samePlaces returns a quote and those with the same words, which are by the
// same speaker or nobody unless anybody will do. ErrNoQuote if it is not there.
func (c *change) samePlaces(id QuoteID, anybody bool) ([]quotePlace, error) {
	var list []quotePlace
	err := c.l.all(`SELECT o.id, o.ord FROM quote q JOIN quote o ON o.same = q.same LEFT JOIN name n ON n.id = q.who LEFT JOIN name m ON m.id = o.who
		WHERE q.id = ? AND (o.id = q.id OR ? OR o.who IN (0, q.who) OR m.entity = n.entity AND n.entity <> 0) ORDER BY o.id <> q.id, o.id LIMIT ?`,
		[]any{id, anybody, mostCorrected}, func(scan func(...any) error) error {
			var p quotePlace
			err := scan(&p.quote, &p.ord)
			list = append(list, p)
			return err
		})
	if err == nil && len(list) == 0 {
		err = ErrNoQuote
	}
	return list, err
}

// correctionOf returns the step that corrects a quote; fresh is its id if the
// quote has none yet. ErrNoQuote if it is not there any more.
func (c *change) correctionOf(p quotePlace, fix Correction, fresh int64) (step, error) {
	article := ID(p.quote >> quoteBits)
	d, _, err := loadDerived(c.l, article)
	if err == ErrNoArticle || err == nil && (p.ord < 0 || p.ord >= len(d.quotes)) {
		err = ErrNoQuote
	}
	if err != nil {
		return step{}, err
	}
	at := extent(&d.quotes[p.ord])
	now := correction{
		ID: fresh, Article: article, Anchor: reader.AnchorAt(d.markdown, at),
		None: fix.None, Speaker: reader.CleanLine(string(fix.Speaker)), Kind: fix.Kind,
	}
	old := asJSON(nil)
	for _, f := range d.fixes {
		if f.Anchor.Exact == now.Anchor.Exact && f.Anchor.Span == now.Anchor.Span {
			now.ID, old = f.ID, asJSON(f)
		}
	}
	return step{ID: now.ID, Old: old, New: asJSON(now)}, nil
}

// applyCorrection stores a correction, or takes it away if the value is null,
// and derives the article again.
func (c *change) applyCorrection(id int64, value json.RawMessage) error {
	var fix *correction
	if json.Unmarshal(value, &fix) != nil {
		return ErrCorrupt
	}
	article, err := c.l.number("SELECT article FROM correction WHERE id = ?", id)
	if err != nil {
		return err
	}
	if fix != nil {
		article = int64(fix.Article)
	}
	d, names, err := loadDerived(c.l, ID(article))
	if err != nil {
		return err
	}
	deleted, err := c.l.number("SELECT deleted FROM article WHERE id = ?", article)
	if err != nil {
		return err
	}
	var former map[int64][]int64
	if deleted == 0 {
		if former, err = c.g.take(d, names); err != nil {
			return err
		}
	}
	if fix == nil {
		err = c.l.do("DELETE FROM correction WHERE id = ?", id)
	} else {
		fix.ID = id
		err = putCorrection(c.l, fix)
	}
	if err != nil || deleted != 0 {
		return err
	}
	if d.fixes, err = corrections(c.l, ID(article)); err != nil {
		return err
	}
	return c.putBack(d, former)
}
