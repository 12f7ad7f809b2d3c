package store

import (
	"time"

	"offprint/reader"
)

// ID names an article. It stays the same as long as the article is in the archive.
type ID int64

// EntityID names a person, organisation, place or other thing over all articles.
type EntityID int64

// QuoteID names a quote. It is kept by a later analysis that finds the same words.
type QuoteID int64

// HighlightID names a highlight.
type HighlightID int64

// Row is an article as lists show it. It is read without the text.
type Row struct {
	ID        ID
	Title     reader.Text
	Byline    reader.Text
	Outlet    reader.Text
	Published time.Time // zero if not known; UTC
	Added     time.Time // UTC
	Words     int       // words of the running text
	Quotes    int
	Entities  int
	// Highlights counts those of the reader, the lost ones included.
	Highlights int
	Read       bool
	Starred    bool
	Progress   float64 // how far it was read, 0 to 1
	Tags       []reader.Text
	Versions   int // older texts that are kept
	Copies     int // other articles that say nearly the same, see Archive.Copies
	Folded     int // how many of them stand behind this row, see View.Fold and Listing.Behind
	Language   string
	Stub       bool // only its address was saved, see reader.Article.Stub
}

// Stub is an article whose text is yet to be fetched.
type Stub struct {
	ID      ID
	Address reader.Text
	Title   reader.Text
	Tried   time.Time   // when its text was last fetched in vain; zero if never
	Reason  reader.Text // why it could not be had then
}

// Article is an article with all that is known of it.
type Article struct {
	Row    Row
	Digest reader.Digest // corrections of the reader are applied
	// Named is parallel to Digest.Entities.
	Named      []Named
	Highlights []Highlight
	Position   reader.Anchor // where reading stopped; zero if never opened
	Origin     reader.Text   // the file it was read from, as its path was given
	Hash       [32]byte      // SHA-256 of Digest.Article.Markdown
	Marks      map[rune]reader.Anchor
	AsIs       bool // it is shown as it was saved, with nothing mended; see Archive.ShowAs
	// Tried and Reason tell of a stub when its text was last fetched in vain, and why; zero if never.
	Tried  time.Time
	Reason reader.Text
}

// Named ties an article's entity to the archive's.
type Named struct {
	Entity   EntityID // 0 if the reader said that it is none
	Articles int      // how many articles of the archive name it, this one included
}

// Version is an older text of an article.
type Version struct {
	Number   int // 1 is the oldest
	Title    reader.Text
	Markdown reader.Text
	Replaced time.Time // when a newer one took its place
}

// Highlight is a passage that the reader marked.
type Highlight struct {
	ID      HighlightID
	Article ID
	Anchor  reader.Anchor
	Note    reader.Text
	Created time.Time
	// Words are those of the passage without markup, also where it begins or
	// ends within some. The archive fills them in when it is read.
	Words reader.Text `json:"-"`
	// Lost is set by the archive when the words are no longer in the text.
	Lost bool
}

// HighlightRow is a highlight with its article.
type HighlightRow struct {
	Highlight
	Row Row
}

// Hit is an article found by words, with the line that holds the first hit.
type Hit struct {
	Row   Row
	Line  reader.Text   // one line, cut at words to about 200 characters
	Marks []reader.Span // the hits in Line: bytes of Line
	At    reader.Span   // the first hit in the article: source offsets; empty if only the title or a field matched
	// Note tells that Line is of a note of the reader, or of a passage that the
	// text no longer has. At is then the passage that the note is on.
	Note bool
}

// EntityRow is an entity as lists show it.
type EntityRow struct {
	ID          EntityID
	Name        reader.Text
	Kind        reader.EntityKind
	Articles    int       // that name it
	Mentions    int       // in all of them
	Quotes      int       // by it
	First, Last time.Time // dates of articles that name it; zero if none of them has a date
	Country     string    // Wikidata identifier; see reader.Entity
}

// Month is a count for one month.
type Month struct {
	Year  int
	Month time.Month
	Count int
}

// EntityPage is all that is known of an entity over the archive.
type EntityPage struct {
	EntityRow
	Aliases []reader.Text // other names, the most used first
	Months  []Month       // articles that have a date by month, the oldest first; months without any are left out
	With    []EntityRow   // what it is named with most, Articles counts those that name both
	Kin     []EntityRow   // the country of a nationality, the nationalities of a country
	By      []QuoteRow    // the newest quotes by it
	About   []QuoteRow    // the newest quotes about it
	Names   []Name        // what SplitEntity can take out
}

// Name is one name that makers found, as one of those that an entity goes by.
type Name struct {
	ID       int64
	Text     reader.Text
	Articles int
}

// SpeakerPage is what somebody said over the archive. Of its EntityRow, Quotes
// counts the same words in several articles once, as [Archive.Quotes] lists
// them, unless there are thousands.
type SpeakerPage struct {
	EntityRow
	Months  []Month     // quotes by month, the oldest first
	Outlets []Count     // outlets that quote it, by the number of its newest quotes
	About   []EntityRow // whom or what its newest quotes are about; Quotes counts them
}

// EntityFilter chooses entities. The zero value is the 100 most named of kind other; set AnyKind for all.
type EntityFilter struct {
	Name    string // words of the name or of an alias, the last as a prefix; empty is any
	Kind    reader.EntityKind
	AnyKind bool
	Limit   int // 0 is 100
	Offset  int
}

// Appearance is an article that names an entity, with the first line that does.
type Appearance struct {
	Row   Row
	Line  reader.Text
	Marks []reader.Span // bytes of Line
	At    reader.Span   // source offsets of the first mention
	Count int           // mentions in the article
}

// QuoteRow is a quote with its article.
type QuoteRow struct {
	ID      QuoteID
	Row     Row
	Address reader.Text // of the article; empty if it is not known
	Quote   reader.Quote
	Text    reader.Text // the words, its parts apart by a blank; markup is left out
	Mention reader.Text // the speaker as the article has it there: "the minister"; empty if it does not
	Cue     reader.Text // what tells that something is said: "told reporters"; empty if nothing does
	Speaker EntityID    // 0 if nobody is named
	At      reader.Span // source offsets from the first part to the last
	Sources int         // articles that have the same words, this one included
}

// QuoteSort orders quotes.
type QuoteSort uint8

// The orders of quotes.
const (
	QuotesNewest QuoteSort = iota
	QuotesOldest
	QuotesBySpeaker // by the speaker's name, then the newest
)

// Correction is what the reader says about a quote.
type Correction struct {
	None    bool        // it is no quote
	Speaker reader.Text // else who said it
	Kind    reader.SpeakerKind
}

// Count is a name with the number of articles (or quotes) that carry it.
type Count struct {
	Name     reader.Text
	Articles int
}

// Item is one file that was read, with the articles in it.
type Item struct {
	Origin   string // path or name; the same string each time the file is met
	FileHash [32]byte
	Size     int64
	Modified time.Time
	Original []byte // kept in the archive, compressed, if not nil
	Charset  string // the encoding of Original as its host named it; empty if nobody did
	Digests  []reader.Digest
	// More returns further digests of a file that has too many to be held at
	// once, none at the end; nil if Digests are all.
	More func() ([]reader.Digest, error)
	// Again has the digests taken even of a file that has not changed: the makers
	// may find more in it than when it was added.
	Again bool
	// Fills is the stub whose text the first digest is, for a page that goes by
	// another address than the stub; 0 has the address alone decide.
	Fills ID
}

// Status tells what became of an Item.
type Status uint8

// What became of an Item.
const (
	StatusUnchanged Status = iota // all of it was there already
	StatusAdded                   // at least one article is new
	StatusUpdated                 // none is new, at least one has a new text, tag, highlight or state
	StatusStub                    // at least one is a new stub, and none is new with its text
)

// String returns the word for the account of an import.
func (s Status) String() string {
	return [...]string{"unchanged", "added", "updated", "stub"}[min(s, StatusStub)]
}

// Outcome tells what became of an Item: IDs is parallel to its Digests.
type Outcome struct {
	Status Status
	IDs    []ID
	// AsSaved are articles of it that were shown as they were saved and have a
	// newer text now, which is shown mended until ShowAs is called.
	AsSaved []ID
}
