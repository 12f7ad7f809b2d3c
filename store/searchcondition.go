package store

import (
	"encoding/json"
	"strings"
	"time"

	"offprint/reader"
	"offprint/store/folded"
	"offprint/store/query"
)

// flagConds are the values of is: and has:.
var flagConds = map[string]string{
	"is:unread":      "a.read = 0",
	"is:read":        "a.read = 1",
	"is:starred":     "a.starred = 1",
	"is:highlighted": "a.highlights > 0",
	"is:stub":        "a.stub = 1",
	"has:quotes":     "a.quotes > 0",
	"has:highlights": "a.highlights > 0",
	"has:notes":      "a.id IN (SELECT article FROM highlight WHERE note <> '')",
}

func seconds(t time.Time) int64 { return t.Unix() }

// sourceCond compares a word with any part of an outlet's name, as hosts are
// written without blanks; words in a row are compared whole.
func sourceCond(t query.Term) (string, []any, error) {
	key := folded.Key(t.Text)
	if t.Match == query.MatchPhrase {
		return "a.outlet IN (SELECT id FROM outlet WHERE instr(' ' || key || ' ', ?) > 0)", []any{" " + key + " "}, nil
	}
	cond, args := "a.outlet IN (SELECT id FROM outlet WHERE instr(key, ?) > 0)", []any{key}
	if strings.Contains(t.Text, ".") { // looks like a host; the outlet may go by another name
		cond, args = cond+" OR instr(lower(a.address), ?) > 0", append(args, strings.ToLower(t.Text))
	}
	return cond, args, nil
}

// textCond is a term of words inside OR or a negation.
func (c *compiled) textCond(t query.Term) (string, []any, error) {
	words, prefix := termWords(t)
	expr, err := c.allWords(t)
	if err != nil || len(words) == 1 {
		return inIndex, []any{expr}, err
	}
	args := append([]any{expr}, phraseArgs(t.Field, writePhrase(words, prefix))...)
	return inIndex + " AND (" + phraseCond(t.Field) + ")", args, nil
}

// phraseCond holds for articles in which the words stand in a row. It reads
// the text, so it comes after the index has named all words.
func phraseCond(f query.Field) string {
	switch f {
	case query.FieldTitle:
		return "offprint_phrase(a.title, ?)"
	case query.FieldBy:
		return "offprint_phrase(a.byline, ?)"
	}
	return `offprint_phrase(a.title, ?) OR offprint_phrase(a.byline, ?)
		OR EXISTS (SELECT 1 FROM body b WHERE b.id = a.id AND offprint_body(b.markdown, b.plain, ?))
		OR a.highlights > 0 AND EXISTS (SELECT 1 FROM highlight h WHERE h.article = a.id AND offprint_noted(h.note, h.anchor, h.lost, ?))`
}

func phraseArgs(f query.Field, phrase string) []any {
	if f == query.FieldAny {
		return []any{phrase, phrase, phrase, phrase}
	}
	return []any{phrase}
}

// nameCond is said:, mentions: or about:.
func (c *compiled) nameCond(t query.Term) (string, []any, error) {
	names, err := namesFor(c.l, t)
	if err != nil {
		return "", nil, err
	}
	list := jsonIDs(names)
	switch t.Field {
	case query.FieldSaid:
		return "a.id IN (SELECT id >> 16 FROM quote WHERE who IN (SELECT value FROM json_each(?)))", []any{list}, nil
	case query.FieldMentions:
		return "a.id IN (SELECT article FROM mention WHERE name IN (SELECT value FROM json_each(?)))", []any{list}, nil
	}
	title, args, err := c.textCond(query.Term{Field: query.FieldTitle, Match: t.Match, Text: t.Text})
	return "a.id IN (SELECT quote >> 16 FROM about WHERE name IN (SELECT value FROM json_each(?))) OR " + title, append([]any{list}, args...), err
}

func jsonIDs(ids []int64) string {
	if len(ids) == 0 {
		return "[]"
	}
	b, _ := json.Marshal(ids) // numbers always can be
	return string(b)
}

// maxNames bounds how many names one term may stand for.
const maxNames = 50000

// namesFor returns the names that a term may stand for, with all others of the
// same entities: those that hold all its words. Words between quotation marks
// are the whole name, if there is one.
func namesFor(l *link, t query.Term) ([]int64, error) {
	words := folded.Words(t.Text)
	if t.Match == query.MatchPhrase && len(words) > 0 {
		names, err := namesByKey(l, nameKeyOf(reader.CleanLine(t.Text)))
		if err != nil || len(names) > 0 {
			return names, err
		}
	}
	return namesByWords(l, words, t.Match == query.MatchPrefix)
}

// namesByKey returns the names of the entities that go by a whole name.
func namesByKey(l *link, key string) ([]int64, error) {
	word, _, _ := strings.Cut(key, " ") // the words have an index, whole names by themselves do not
	return l.numbers(`WITH e(id) AS (SELECT DISTINCT n.entity FROM word w CROSS JOIN name n ON n.id = w.name
			WHERE w.word = ? AND n.entity <> 0 AND (n.key = ? OR EXISTS (SELECT 1 FROM alias a WHERE a.name = n.id AND a.key = ? AND a.n > 0)))
		SELECT id FROM e UNION SELECT n.id FROM e JOIN name n ON n.entity = e.id AND n.entity <> n.id`, word, key, key)
}

func namesByWords(l *link, words []string, prefix bool) ([]int64, error) {
	if len(words) == 0 {
		return nil, nil
	}
	var b strings.Builder
	var args []any
	for i, w := range words {
		if i > 0 {
			b.WriteString(" INTERSECT ")
		}
		if prefix && i == len(words)-1 {
			b.WriteString("SELECT name FROM word WHERE word >= ? AND word < ?")
			args = append(args, w, w+"\U0010ffff")
			continue
		}
		b.WriteString("SELECT name FROM word WHERE word = ?")
		args = append(args, w)
	}
	return l.numbers(`WITH e(id) AS (SELECT DISTINCT entity FROM name WHERE entity <> 0 AND id IN (`+b.String()+`) LIMIT ?)
		SELECT id FROM e UNION SELECT n.id FROM e JOIN name n ON n.entity = e.id AND n.entity <> n.id`, append(args, maxNames)...)
}
