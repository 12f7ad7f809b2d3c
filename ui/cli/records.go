package cli

import (
	"unicode/utf8"

	"offprint/reader"
	"offprint/store"
	"offprint/store/zim"
)

// rowRecord is an article as lists print it with --json.
type rowRecord struct {
	ID         store.ID      `json:"id"`
	Title      reader.Text   `json:"title"`
	Byline     reader.Text   `json:"byline"`
	Outlet     reader.Text   `json:"outlet"`
	Published  string        `json:"published"`
	Added      string        `json:"added"`
	Language   string        `json:"language"`
	Words      int           `json:"words"`
	Quotes     int           `json:"quotes"`
	Entities   int           `json:"entities"`
	Highlights int           `json:"highlights"`
	Read       bool          `json:"read"`
	Starred    bool          `json:"starred"`
	Progress   float64       `json:"progress"`
	Tags       []reader.Text `json:"tags"`
	Stub       bool          `json:"stub,omitempty"`
}

func rowOf(r store.Row) rowRecord {
	return rowRecord{
		ID: r.ID, Title: r.Title, Byline: r.Byline, Outlet: r.Outlet, Published: date(r.Published), Added: date(r.Added),
		Language: r.Language, Words: r.Words, Quotes: r.Quotes, Entities: r.Entities, Highlights: r.Highlights,
		Read: r.Read, Starred: r.Starred, Progress: r.Progress, Tags: orEmpty(r.Tags), Stub: r.Stub,
	}
}

// hitRecord is a line that holds what was looked for. Marks are [start, end)
// in Unicode code points of the line.
type hitRecord struct {
	rowRecord
	Line  reader.Text `json:"line"`
	Marks []span      `json:"marks"`
	Note  bool        `json:"note,omitempty"` // the line is of a note of the reader
	Count int         `json:"count,omitempty"`
}

func hitOf(r store.Row, line reader.Text, marks []reader.Span) hitRecord {
	h := hitRecord{rowRecord: rowOf(r), Line: line, Marks: []span{}}
	for _, m := range marks {
		before := utf8.RuneCountInString(string(line.Slice(reader.Span{End: m.Start})))
		h.Marks = append(h.Marks, span{before, before + utf8.RuneCountInString(string(line.Slice(m)))})
	}
	return h
}

// quoteLine is a quote of the archive.
type quoteLine struct {
	ID          store.QuoteID `json:"id"`
	Text        reader.Text   `json:"text"`
	Kind        string        `json:"kind"`
	Speaker     reader.Text   `json:"speaker"`
	SpeakerKind string        `json:"speaker_kind"`
	Inferred    bool          `json:"inferred,omitempty"`  // the full name is from other articles
	Corrected   bool          `json:"corrected,omitempty"` // the reader said so
	Mention     reader.Text   `json:"mention"`             // the speaker as the article has it there
	Cue         reader.Text   `json:"cue"`                 // what tells that something is said
	Confidence  float64       `json:"confidence"`
	Sources     int           `json:"sources"`
	URL         reader.Text   `json:"url"`
	Article     rowRecord     `json:"article"`
	Also        []otherSource `json:"also,omitempty"` // the other articles that have the same words
}

// otherSource is another article that has the words of a quote.
type otherSource struct {
	ID        store.ID    `json:"id"`
	Title     reader.Text `json:"title"`
	Outlet    reader.Text `json:"outlet"`
	Published string      `json:"published"`
	URL       reader.Text `json:"url"`
}

// alsoIn lists the articles of quotes but for that of one, each once.
func alsoIn(same []store.QuoteRow, but store.ID) []otherSource {
	var list []otherSource
	seen := map[store.ID]bool{but: true}
	for i := range same {
		q := &same[i]
		if !seen[q.Row.ID] {
			seen[q.Row.ID] = true
			list = append(list, otherSource{q.Row.ID, q.Row.Title, q.Row.Outlet, date(q.Row.Published), q.Address})
		}
	}
	return list
}

// speakerKind returns what the speaker is, nothing if nobody is told.
func speakerKind(q *reader.Quote) string {
	if !q.Attributed() {
		return ""
	}
	return q.Speaker.Kind.String()
}

// quoteOf returns a quote as it is printed.
func quoteOf(q store.QuoteRow) quoteLine {
	return quoteLine{
		ID: q.ID, Text: q.Text, Kind: q.Quote.Kind.String(), Speaker: shownSpeaker(&q.Quote),
		SpeakerKind: speakerKind(&q.Quote), Inferred: q.Quote.Attributed() && q.Quote.Speaker.Inferred,
		Corrected: q.Corrected(), Mention: q.Mention, Cue: q.Cue, Confidence: q.Quote.Confidence, Sources: q.Sources, URL: q.Address, Article: rowOf(q.Row),
	}
}

// entityLine is an entity of the archive.
type entityLine struct {
	ID       store.EntityID `json:"id"`
	Name     reader.Text    `json:"name"`
	Type     string         `json:"type"`
	Articles int            `json:"articles"`
	Mentions int            `json:"mentions"`
	Quotes   int            `json:"quotes"`
	First    string         `json:"first"`
	Last     string         `json:"last"`
	Wikidata string         `json:"wikidata,omitempty"` // its own identifier, of a country
	Country  string         `json:"country,omitempty"`  // that of the country which it is, or of whose nationality it is
	// Encyclopedia is what the ZIM file of the settings has; absent if it was not asked or has nothing.
	Encyclopedia *zim.Article `json:"encyclopedia,omitempty"`
}

// wikidata returns the identifier of what an entity is; empty if it is not known.
func wikidata(e store.EntityRow) string {
	if e.Kind == reader.EntityPlace {
		return e.Country
	}
	return ""
}

func entityOf(e store.EntityRow) entityLine {
	return entityLine{
		ID: e.ID, Name: e.Name, Type: e.Kind.String(), Articles: e.Articles, Mentions: e.Mentions, Quotes: e.Quotes,
		First: date(e.First), Last: date(e.Last), Wikidata: wikidata(e), Country: e.Country,
	}
}

// entitiesOf returns entities as they are printed.
func entitiesOf(rows []store.EntityRow) []entityLine {
	out := make([]entityLine, len(rows))
	for i, r := range rows {
		out[i] = entityOf(r)
	}
	return out
}
