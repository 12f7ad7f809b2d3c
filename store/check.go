package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"offprint/reader"
)

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

func (r *Report) add(part string, id ID, format string, args ...any) {
	r.Damaged = append(r.Damaged, Damage{part, id, fmt.Sprintf(format, args...)})
}

// maxDamages bounds a report: beyond, more of the same tells nothing.
const maxDamages = 1000

// Check reads the whole archive and compares every text with its checksum, the counters with a recount and the
// index with the texts. It changes nothing. Rebuild mends counters and index.
func (a *Archive) Check(ctx context.Context) (Report, error) {
	r, err := a.check(ctx)
	if err != nil || a.readOnly {
		return r, err
	}
	// FTS5 looks into itself only on a connection that may write.
	err = a.write(ctx, "check", func(l *link) error {
		err := l.do("INSERT INTO search (search, rank) VALUES ('integrity-check', 0)")
		if why := reason(err); errors.Is(why, ErrIndex) || errors.Is(why, ErrCorrupt) {
			r.add("index", 0, "the full-text index is damaged")
			return nil
		}
		return err
	})
	return r, err
}

// check is Check on a connection of its own: an open one may hold an earlier
// state of FTS5's books, which quick_check takes for damage. All of it sees the
// archive as it was at one moment: what another program changes meanwhile is none.
func (a *Archive) check(ctx context.Context) (Report, error) {
	db, err := a.database(a.readDSN, 1)
	if err != nil {
		return Report{}, a.fault("check", err)
	}
	defer db.Close()
	l := &link{ctx, newStatements(db)}
	defer l.st.reset()
	if err := l.do("BEGIN"); err != nil {
		return Report{}, a.fault("check", err)
	}
	c := &checker{l: l}
	for _, part := range []struct {
		name string
		look func() error
	}{{"file", c.file}, {"article", c.articles}, {"counters", c.counters}, {"index", c.index}} {
		err := part.look()
		switch why := reason(err); {
		case errors.Is(why, ErrIndex): // or a table that is gone
			c.add("index", 0, "what belongs to %s cannot all be read", part.name)
		case errors.Is(why, ErrCorrupt):
			c.add("file", 0, "what belongs to %s cannot all be read", part.name)
		case err != nil:
			return c.Report, a.fault("check", err)
		}
	}
	return c.Report, nil
}

// checker looks for damage and reports it.
type checker struct {
	Report
	l *link
	// blind is set once the index cannot be asked any more: what is wrong with it
	// says nothing of the texts, all of which are still looked at.
	blind bool
}

// file has SQLite look at the file's own structure, and FTS5 at its tables.
func (c *checker) file() error {
	return c.l.all("PRAGMA quick_check(20)", nil, func(scan func(...any) error) error {
		var line string
		if err := scan(&line); err != nil {
			return err
		}
		switch {
		case line == "ok":
		case strings.Contains(strings.ToLower(line), "fts5"): // the rest of the file may be well
			c.add("index", 0, "%s", reader.CleanLine(line))
		default:
			c.add("file", 0, "%s", reader.CleanLine(line))
		}
		return nil
	})
}

// articles compares every text with its checksum, its findings and the index.
func (c *checker) articles() error {
	for last := int64(0); len(c.Damaged) < maxDamages; {
		ids, err := c.l.numbers("SELECT id FROM article WHERE id > ? ORDER BY id LIMIT 500", last)
		if err != nil || len(ids) == 0 {
			return err
		}
		for _, id := range ids {
			c.Articles++
			if err := c.article(ID(id)); err != nil {
				return err
			}
		}
		last = ids[len(ids)-1]
	}
	return nil
}

func (c *checker) article(id ID) error {
	var markdown string
	var hash, code, digest []byte
	err := c.l.one("SELECT a.hash, b.markdown, b.plain, f.digest FROM article a JOIN body b ON b.id = a.id JOIN finding f ON f.id = a.id WHERE a.id = ?",
		[]any{id}, &hash, &markdown, &code, &digest)
	if absent(err) {
		c.add("article", id, "its text is missing")
		return nil
	}
	if err != nil {
		return err
	}
	if sum := sha256.Sum256([]byte(markdown)); !bytes.Equal(sum[:], hash) {
		c.add("article", id, "its text differs from its checksum")
		return nil
	}
	plain, err := reader.DecodePlain(reader.Clean(markdown), code)
	if err != nil {
		c.add("article", id, "its plain text cannot be read")
	}
	var d reader.Digest
	if reader.DecodeFindings(digest, len(markdown), &d) != nil {
		c.add("article", id, "its findings cannot be read")
	}
	return c.indexed(id, plain.Text)
}

// counters compares all counters with a plain recount.
func (c *checker) counters() error {
	for _, what := range slices.Sorted(maps.Keys(recounts)) {
		n, err := c.l.number("SELECT count(*) FROM (" + recounts[what] + ")")
		if err != nil {
			return err
		}
		if n > 0 {
			c.add("counters", 0, "%d counters of %s are wrong", n, what)
		}
	}
	return nil
}

// recounts find, for each kind of counter, those that differ from a count of
// what they count.
var recounts = map[string]string{
	"all articles": diff(0, "SELECT 0 AS key, count(*) AS n, coalesce(sum(read = 0), 0) AS u FROM article WHERE deleted = 0 HAVING count(*) > 0"),
	"days": diff(1, `SELECT (sorted - 86399 * (sorted < 0)) / 86400 AS key, count(*) AS n, sum(read = 0) AS u
		FROM article WHERE deleted = 0 GROUP BY key`),
	"outlets": diff(2, "SELECT outlet AS key, count(*) AS n, sum(read = 0) AS u FROM article WHERE deleted = 0 GROUP BY outlet"),
	"tags": diff(3, `SELECT t.tag AS key, count(*) AS n, sum(a.read = 0) AS u FROM tagged t JOIN article a ON a.id = t.article GROUP BY t.tag
		UNION ALL SELECT 0, count(*), sum(read = 0) FROM article WHERE deleted = 0 AND tags = '' HAVING count(*) > 0`),
	"copies":       diff(4, "SELECT 0 AS key, count(*) AS n, sum(read = 0) AS u FROM article WHERE deleted = 0 AND copy <> 0 HAVING count(*) > 0"),
	"copies a day": diff(5, `SELECT (sorted - 86399 * (sorted < 0)) / 86400 AS key, count(*) AS n, sum(read = 0) AS u FROM article WHERE deleted = 0 AND copy <> 0 GROUP BY key`),
	"folded articles": `WITH o AS (SELECT id, story, sorted, copy, starred * 8 + (highlights > 0) * 4 + (progress > 0) * 2 + read AS touched,
			sorted - lag(sorted, 1, sorted - 86400) OVER (PARTITION BY story ORDER BY sorted, id) >= 86400 AS gap
			FROM article WHERE story <> 0 AND deleted = 0),
		c AS (SELECT *, sum(gap) OVER (PARTITION BY story ORDER BY sorted, id) AS chain FROM o),
		p AS (SELECT *, (sorted - min(sorted) OVER (PARTITION BY story, chain)) / 172800 AS part FROM c),
		f AS (SELECT *, first_value(id) OVER (PARTITION BY story, chain, part ORDER BY touched DESC, sorted DESC, id DESC) AS first FROM p)
		SELECT id FROM f WHERE copy <> CASE first WHEN id THEN 0 ELSE first END
		UNION ALL SELECT id FROM article WHERE copy <> 0 AND (story = 0 OR deleted <> 0)`,
	"tagged articles": `SELECT t.article FROM tagged t LEFT JOIN article a ON a.id = t.article AND a.deleted = 0 AND a.sorted = t.sorted WHERE a.id IS NULL`,
	"names": `WITH m AS (SELECT n.entity AS e, count(DISTINCT m.article) AS articles, sum(m.n) AS mentions,
			min(CASE WHEN a.published IS NOT NULL THEN m.sorted END) AS first, max(CASE WHEN a.published IS NOT NULL THEN m.sorted END) AS last
			FROM mention m JOIN name n ON n.id = m.name LEFT JOIN article a ON a.id = m.article GROUP BY n.entity),
		q AS (SELECT n.entity AS e, count(*) AS quotes FROM quote q JOIN name n ON n.id = q.who GROUP BY n.entity)
		SELECT n.id FROM name n LEFT JOIN m ON m.e = n.id LEFT JOIN q ON q.e = n.id
		WHERE n.articles <> coalesce(m.articles, 0) OR n.mentions <> coalesce(m.mentions, 0) OR n.quotes <> coalesce(q.quotes, 0)
			OR n.articles > 0 AND CASE WHEN m.first IS NULL THEN n.first <= n.last ELSE n.first <> m.first OR n.last <> m.last END`,
	"quotes": `SELECT q.id FROM quote q LEFT JOIN article a ON a.id = q.id >> 16 AND a.deleted = 0 AND a.sorted = q.sorted WHERE a.id IS NULL`,
	"mentions": `SELECT m.name FROM mention m LEFT JOIN article a ON a.id = m.article AND a.deleted = 0 AND a.sorted = m.sorted WHERE a.id IS NULL
		UNION ALL SELECT b.name FROM about b LEFT JOIN quote q ON q.id = b.quote AND q.sorted = b.sorted WHERE q.id IS NULL`,
	"stubs": `SELECT t.article FROM attempt t LEFT JOIN article a ON a.id = t.article AND a.stub = 1 WHERE a.id IS NULL
		UNION ALL SELECT s.article FROM sketch s JOIN article a ON a.id = s.article WHERE a.stub = 1`,
	"highlights": `SELECT a.id FROM article a WHERE a.highlights <> (SELECT count(*) FROM highlight h WHERE h.article = a.id)`,
}

// diff returns the counters of a kind that differ from a count.
func diff(kind int, count string) string {
	all := fmt.Sprintf("SELECT key, n, unread AS u FROM counter WHERE kind = %d", kind)
	return fmt.Sprintf("SELECT * FROM (SELECT * FROM (%[1]s) EXCEPT SELECT * FROM (%[2]s)) UNION ALL SELECT * FROM (SELECT * FROM (%[2]s) EXCEPT SELECT * FROM (%[1]s))", all, count)
}
