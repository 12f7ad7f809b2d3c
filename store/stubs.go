package store

import (
	"context"
	"errors"
	"time"

	"offprint/reader"
	"offprint/store/query"
)

var errUnfinished = errors.New("not there yet")

// SetRead marks articles read or unread. Like all changes it is on the disk when it returns and can be undone.
func (a *Archive) SetRead(ctx context.Context, ids []ID, read bool) error { return errUnfinished }

// SetStarred gives articles a star or takes it away.
func (a *Archive) SetStarred(ctx context.Context, ids []ID, starred bool) error { return errUnfinished }

// AddTag gives articles a tag.
func (a *Archive) AddTag(ctx context.Context, ids []ID, tag reader.Text) error { return errUnfinished }

// RemoveTag takes a tag away from articles.
func (a *Archive) RemoveTag(ctx context.Context, ids []ID, tag reader.Text) error {
	return errUnfinished
}

// Delete takes articles out of all lists. They stay in the file until Purge, so that it can be undone.
func (a *Archive) Delete(ctx context.Context, ids []ID) error { return errUnfinished }

// Purge drops for good what was deleted before a moment, and the steps of undo that need it.
// It returns how many articles went.
func (a *Archive) Purge(ctx context.Context, before time.Time) (int, error) { return 0, errUnfinished }

// SetHighlight stores a highlight. ID 0 is a new one: ID, Article's place and Created are filled in.
func (a *Archive) SetHighlight(ctx context.Context, h *Highlight) error { return errUnfinished }

// RemoveHighlight takes a highlight away.
func (a *Archive) RemoveHighlight(ctx context.Context, id HighlightID) error { return errUnfinished }

// CorrectQuote sets who said a quote, or that it is none. It holds through later analyses.
func (a *Archive) CorrectQuote(ctx context.Context, id QuoteID, c Correction) error {
	return errUnfinished
}

// MergeEntities makes from and into one, which goes by into's name.
func (a *Archive) MergeEntities(ctx context.Context, from, into EntityID) error {
	return errUnfinished
}

// SplitEntity takes names (see EntityPage.Names) out of an entity and returns the new one that they make.
func (a *Archive) SplitEntity(ctx context.Context, id EntityID, names []int64) (EntityID, error) {
	return 0, errUnfinished
}

// RenameEntity sets the name that an entity is shown by.
func (a *Archive) RenameEntity(ctx context.Context, id EntityID, name reader.Text) error {
	return errUnfinished
}

// DropEntity says that something is no name at all. It is shown nowhere any more.
func (a *Archive) DropEntity(ctx context.Context, id EntityID) error { return errUnfinished }

// SavePosition keeps where reading stopped, and how far that is (0 to 1). It cannot be undone.
func (a *Archive) SavePosition(ctx context.Context, id ID, at reader.Anchor, progress float64) error {
	return errUnfinished
}

// SetMark keeps a place under a letter. It cannot be undone.
func (a *Archive) SetMark(ctx context.Context, id ID, name rune, at reader.Anchor) error {
	return errUnfinished
}

// Undo takes the last change back and says what it was, such as "starred 3 articles". ErrNothing if there is none.
func (a *Archive) Undo(ctx context.Context) (label reader.Text, err error) { return "", errUnfinished }

// Redo does again what was undone last. ErrNothing if there is none.
func (a *Archive) Redo(ctx context.Context) (label reader.Text, err error) { return "", errUnfinished }

// Entities returns entities by the number of articles, the most first.
func (a *Archive) Entities(ctx context.Context, f EntityFilter) ([]EntityRow, error) {
	return nil, errUnfinished
}

// Entity returns all about an entity. ErrNoEntity if it is not there.
func (a *Archive) Entity(ctx context.Context, id EntityID) (*EntityPage, error) {
	return nil, errUnfinished
}

// Speaker returns what an entity said over the archive.
func (a *Archive) Speaker(ctx context.Context, id EntityID) (*SpeakerPage, error) {
	return nil, errUnfinished
}

// Appearances returns n articles that name an entity, newest first, after the first offset ones.
func (a *Archive) Appearances(ctx context.Context, id EntityID, offset, n int) ([]Appearance, error) {
	return nil, errUnfinished
}

// Related returns up to n articles that share rare names with an article, the closest first.
func (a *Archive) Related(ctx context.Context, id ID, n int) ([]Row, error) {
	return nil, errUnfinished
}

// Quotes returns n quotes that match q after the first offset ones. Of q's terms words are compared with the
// quote itself, said: with its speaker, about: and mentions: with what is named in it or its sentence; all
// others choose articles. Of quotes with the same words in several articles the oldest is shown.
func (a *Archive) Quotes(ctx context.Context, q query.Query, by QuoteSort, offset, n int) ([]QuoteRow, error) {
	return nil, errUnfinished
}

// SameQuote returns all quotes with the same words, the oldest first.
func (a *Archive) SameQuote(ctx context.Context, id QuoteID) ([]QuoteRow, error) {
	return nil, errUnfinished
}

// Tags returns all tags by name.
func (a *Archive) Tags(ctx context.Context) ([]Count, error) { return nil, errUnfinished }

// Outlets returns all outlets, the one with most articles first.
func (a *Archive) Outlets(ctx context.Context) ([]Count, error) { return nil, errUnfinished }

// Report is what Check found.
type Report struct {
	Articles int
	Damaged  []Damage // empty if all is well
}

// Damage is one thing that Check found wrong.
type Damage struct {
	Part    string // "file", "article", "counters" or "index"
	Article ID     // 0 if it is not about one
	Reason  string
}

// OK reports whether nothing is wrong.
func (r Report) OK() bool { return len(r.Damaged) == 0 }

// Check reads the whole archive and compares every text with its checksum, the counters with a recount and the
// index with the texts. It changes nothing.
func (a *Archive) Check(ctx context.Context) (Report, error) { return Report{}, errUnfinished }

// Rebuild makes the full-text index and all counters anew from the texts.
func (a *Archive) Rebuild(ctx context.Context) error { return errUnfinished }

// Reanalyse gives every article whose findings are older than version to make and keeps what it returns. It works
// in short transactions and may be cancelled and called again. It returns how many articles it did.
func (a *Archive) Reanalyse(ctx context.Context, version int, make func(reader.Article) reader.Digest) (int, error) {
	return 0, errUnfinished
}
