// Package schema is the tables of an archive, as they came about: a step for
// each version. A step of a version that was released is never changed; what
// is new is a new step, at the end of [Steps]. Package store runs them and alone
// reads and writes the tables; the files that are named here are its.
//
//	article    one narrow row each: what lists show; id is the ID
//	body       its Markdown, and how the plain text differs from it
//	finding    its quotes, entities and repairs in one compact value,
//	           and the names of its entities in the same order
//	version    older texts; the mended one of an article that is shown as it was
//	           saved (article.as_is, changeasis.go)
//	identity   numbers of addresses and texts, to recognise an article again
//	file, part the files that articles came from
//	document, made    what articles of a file are made from that is too large to be kept
//	outlet, tag, tagged
//	counter    how many articles, and unread ones, there are in all, by day, outlet and tag; how many are folded
//	name       what makers called something: kind and folded text. Never dropped, but joined (respell.go).
//	           name.entity is the name that it stands for: an entity is a group of names
//	sketch     numbers of a text, by which near copies are one story (article.story);
//	           folded lists leave out all but one of those within a day (article.copy, ledgerfold.go)
//	alias      other names by which articles call it
//	word       the words of names
//	mention    which article names it, by date
//	quote      by whom (a name), by date; quotes with the same words have the same number
//	about      which names stand in a quote or its sentence
//	correction, highlight, position, mark    what the reader did
//	kept       what imports said of an article's reader, so that it is applied once
//	attempt    when the text of a stub was last fetched in vain, and why
//	import     the last runs of imports with their accounts
//	journal    changes that can be undone
//	todo       articles that the index has yet to see
//	fact       single numbers
//	search, place, term    the full-text index (FTS5, without the texts)
package schema

// ApplicationID marks the file as ours: "oprt" in the header.
const ApplicationID = 0x6f707274

// Steps are the migrations: Steps[i] makes an archive of version i+1 out of
// one of version i. Those that a file lacks are run each in its own transaction,
// after a backup.
var Steps = []string{step1, step2, step3, step4, step5, step6, step7, step8, step9, step10, step11, step12, step13}

// step1 is the first version.
const step1 = `
CREATE TABLE outlet (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, key TEXT NOT NULL);

CREATE TABLE article (
	id INTEGER PRIMARY KEY,
	sorted INTEGER NOT NULL,
	published INTEGER,
	added INTEGER NOT NULL,
	outlet INTEGER NOT NULL,
	words INTEGER NOT NULL,
	quotes INTEGER NOT NULL,
	entities INTEGER NOT NULL,
	highlights INTEGER NOT NULL DEFAULT 0,
	read INTEGER NOT NULL DEFAULT 0,
	starred INTEGER NOT NULL DEFAULT 0,
	deleted INTEGER NOT NULL DEFAULT 0,
	versions INTEGER NOT NULL DEFAULT 0,
	progress REAL NOT NULL DEFAULT 0,
	analysed INTEGER NOT NULL DEFAULT 0,
	title TEXT NOT NULL,
	byline TEXT NOT NULL,
	language TEXT NOT NULL,
	tags TEXT NOT NULL,
	format INTEGER NOT NULL,
	address TEXT NOT NULL,
	file INTEGER NOT NULL,
	hash BLOB NOT NULL
);
CREATE INDEX article_sorted ON article (sorted) WHERE deleted = 0;
CREATE INDEX article_outlet ON article (outlet, sorted) WHERE deleted = 0;
CREATE INDEX article_unread ON article (sorted) WHERE deleted = 0 AND read = 0;
CREATE INDEX article_read ON article (sorted) WHERE deleted = 0 AND read = 1;
CREATE INDEX article_starred ON article (sorted) WHERE deleted = 0 AND starred = 1;
CREATE INDEX article_highlighted ON article (sorted) WHERE deleted = 0 AND highlights > 0;
CREATE INDEX article_untagged ON article (sorted) WHERE deleted = 0 AND tags = '';
CREATE INDEX article_title ON article (title COLLATE NOCASE) WHERE deleted = 0;
CREATE INDEX article_words ON article (words) WHERE deleted = 0;
CREATE INDEX article_deleted ON article (deleted) WHERE deleted <> 0;

CREATE TABLE identity (key INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, article)) WITHOUT ROWID;

CREATE TABLE body (id INTEGER PRIMARY KEY, markdown TEXT NOT NULL, plain BLOB NOT NULL);

CREATE TABLE finding (id INTEGER PRIMARY KEY, names BLOB NOT NULL, digest BLOB NOT NULL);

CREATE TABLE version (
	article INTEGER NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL,
	markdown TEXT NOT NULL, hash BLOB NOT NULL, replaced INTEGER NOT NULL,
	PRIMARY KEY (article, number)
);

CREATE TABLE file (
	id INTEGER PRIMARY KEY, origin TEXT NOT NULL UNIQUE, size INTEGER NOT NULL,
	modified INTEGER NOT NULL, hash BLOB NOT NULL, original BLOB
);
CREATE TABLE part (
	file INTEGER NOT NULL, number INTEGER NOT NULL, article INTEGER NOT NULL,
	PRIMARY KEY (file, number)
) WITHOUT ROWID;

CREATE TABLE counter (
	kind INTEGER NOT NULL, key INTEGER NOT NULL, n INTEGER NOT NULL, unread INTEGER NOT NULL,
	PRIMARY KEY (kind, key)
) WITHOUT ROWID;

CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE);
CREATE TABLE tagged (
	tag INTEGER NOT NULL, sorted INTEGER NOT NULL, article INTEGER NOT NULL,
	PRIMARY KEY (tag, sorted, article)
) WITHOUT ROWID;

CREATE TABLE name (
	id INTEGER PRIMARY KEY,
	kind INTEGER NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, country TEXT NOT NULL DEFAULT '',
	entity INTEGER NOT NULL, chosen INTEGER, renamed TEXT,
	articles INTEGER NOT NULL DEFAULT 0, mentions INTEGER NOT NULL DEFAULT 0, quotes INTEGER NOT NULL DEFAULT 0,
	first INTEGER NOT NULL DEFAULT 0, last INTEGER NOT NULL DEFAULT 0,
	UNIQUE (kind, key)
);
CREATE INDEX name_entity ON name (entity) WHERE entity <> id;
CREATE INDEX name_articles ON name (articles) WHERE articles > 0;
CREATE INDEX name_country ON name (country) WHERE country <> '';
CREATE TABLE alias (
	name INTEGER NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, n INTEGER NOT NULL,
	PRIMARY KEY (name, key)
) WITHOUT ROWID;
CREATE TABLE word (word TEXT NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (word, name)) WITHOUT ROWID;
CREATE TABLE mention (
	name INTEGER NOT NULL, sorted INTEGER NOT NULL, article INTEGER NOT NULL, n INTEGER NOT NULL,
	PRIMARY KEY (name, sorted, article)
) WITHOUT ROWID;

CREATE TABLE quote (
	id INTEGER PRIMARY KEY, ord INTEGER NOT NULL, who INTEGER NOT NULL,
	sorted INTEGER NOT NULL, same INTEGER NOT NULL
);
CREATE INDEX quote_who ON quote (who, sorted) WHERE who <> 0;
CREATE INDEX quote_same ON quote (same);
CREATE TABLE about (
	name INTEGER NOT NULL, sorted INTEGER NOT NULL, quote INTEGER NOT NULL,
	PRIMARY KEY (name, sorted, quote)
) WITHOUT ROWID;
CREATE TABLE correction (
	id INTEGER PRIMARY KEY, article INTEGER NOT NULL, anchor TEXT NOT NULL,
	none INTEGER NOT NULL, speaker TEXT NOT NULL, kind INTEGER NOT NULL
);
CREATE INDEX correction_article ON correction (article);

CREATE TABLE highlight (
	id INTEGER PRIMARY KEY, article INTEGER NOT NULL, anchor TEXT NOT NULL,
	note TEXT NOT NULL, created INTEGER NOT NULL, lost INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX highlight_article ON highlight (article);
CREATE TABLE position (article INTEGER PRIMARY KEY, anchor TEXT NOT NULL);
CREATE TABLE mark (
	article INTEGER NOT NULL, name INTEGER NOT NULL, anchor TEXT NOT NULL,
	PRIMARY KEY (article, name)
) WITHOUT ROWID;

CREATE TABLE journal (
	id INTEGER PRIMARY KEY, made INTEGER NOT NULL, label TEXT NOT NULL,
	undone INTEGER NOT NULL DEFAULT 0, steps TEXT NOT NULL
);

CREATE TABLE todo (seq INTEGER PRIMARY KEY AUTOINCREMENT, article INTEGER NOT NULL UNIQUE);
CREATE TABLE fact (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
` + index1

// index1 is the full-text index, all of which can be dropped and made anew.
const index1 = `
CREATE VIRTUAL TABLE search USING fts5(title, byline, body,
	content='', contentless_delete=1, detail=column, tokenize='ascii', prefix='1 2 3');
CREATE TABLE place (rank INTEGER PRIMARY KEY, article INTEGER NOT NULL UNIQUE);
CREATE TABLE term (term TEXT PRIMARY KEY) WITHOUT ROWID;
`

// step2 finds near copies: articles that share most of their sketch (see
// ledgersketch.go) are one story, named by the first of them.
const step2 = `
ALTER TABLE article ADD COLUMN story INTEGER NOT NULL DEFAULT 0;
CREATE INDEX article_story ON article (story) WHERE deleted = 0 AND story <> 0;
CREATE TABLE sketch (hash INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (hash, article)) WITHOUT ROWID;
`

// step3 knows stubs: articles of which only the address was saved. Table
// kept holds what imports said of an article (addkept.go), attempt when its text
// was last fetched in vain.
const step3 = `
ALTER TABLE article ADD COLUMN stub INTEGER NOT NULL DEFAULT 0;
CREATE INDEX article_stub ON article (sorted) WHERE deleted = 0 AND stub = 1;
CREATE INDEX article_added ON article (added) WHERE deleted = 0;
CREATE TABLE kept (article INTEGER NOT NULL, fact INTEGER NOT NULL, PRIMARY KEY (article, fact)) WITHOUT ROWID;
CREATE TABLE attempt (article INTEGER PRIMARY KEY, tried INTEGER NOT NULL, reason TEXT NOT NULL);
`

// step4 folds the copies of a story that are of one day (see ledgerfold.go).
const step4 = `
ALTER TABLE article ADD COLUMN copy INTEGER NOT NULL DEFAULT 0;
DROP INDEX article_story;
CREATE INDEX article_story ON article (story, sorted) WHERE deleted = 0 AND story <> 0;
UPDATE article SET copy = 1 WHERE deleted = 0 AND story <> 0 AND EXISTS (SELECT 1 FROM article o
	WHERE o.story = article.story AND o.story <> 0 AND o.deleted = 0 AND (o.sorted, o.id) > (article.sorted, article.id)
	AND (o.sorted - 86399 * (o.sorted < 0)) / 86400 = (article.sorted - 86399 * (article.sorted < 0)) / 86400);
INSERT INTO counter (kind, key, n, unread) SELECT 4, 0, count(*), sum(read = 0) FROM article WHERE deleted = 0 AND copy = 1 HAVING count(*) > 0;
INSERT INTO counter (kind, key, n, unread) SELECT 5, (sorted - 86399 * (sorted < 0)) / 86400 AS day, count(*), sum(read = 0)
	FROM article WHERE deleted = 0 AND copy = 1 GROUP BY day;
CREATE INDEX article_row ON article (sorted) WHERE deleted = 0 AND copy = 0;
`

// step5 remembers the runs of imports with their accounts, and which
// articles are shown as they were saved, with nothing mended.
const step5 = `
CREATE TABLE import (id INTEGER PRIMARY KEY, made INTEGER NOT NULL, account TEXT NOT NULL);
ALTER TABLE article ADD COLUMN as_is INTEGER NOT NULL DEFAULT 0;
`

// step6 finds the stubs that have a title only (see addtitled.go), however many articles have it.
const step6 = `
CREATE INDEX article_nameless ON article (title COLLATE NOCASE) WHERE deleted = 0 AND stub = 1 AND address = '';
`

// step7 remembers in which encoding the host of a page said that it is:
// without, the original cannot be read anew.
const step7 = `
ALTER TABLE file ADD COLUMN charset TEXT NOT NULL DEFAULT '';
`

// step8 has the first and last date of a name be those of articles with a
// date. A name that none of them mentions has a first after its last.
const step8 = `
CREATE INDEX IF NOT EXISTS article_undated ON article (sorted) WHERE deleted = 0 AND published IS NULL;
CREATE TEMP TABLE dated AS SELECT n.entity AS entity, min(m.sorted) AS first, max(m.sorted) AS last
	FROM mention m CROSS JOIN name n ON n.id = m.name WHERE EXISTS (SELECT 1 FROM article WHERE deleted = 0 AND published IS NULL)
	AND m.article NOT IN (SELECT id FROM article WHERE deleted = 0 AND published IS NULL) GROUP BY n.entity;
UPDATE name SET first = 1, last = 0 WHERE entity = id AND articles > 0 AND EXISTS (SELECT 1 FROM article WHERE deleted = 0 AND published IS NULL);
UPDATE name SET first = d.first, last = d.last FROM dated d WHERE d.entity = name.id AND name.articles > 0;
DROP TABLE dated;
`

// step9 has the copy that the reader touched be the row of its story and day
// (see rowFirst in ledgerfold.go).
const step9 = `
CREATE INDEX IF NOT EXISTS article_front ON article (story, sorted) WHERE deleted = 0 AND story <> 0 AND copy = 0;
UPDATE article SET copy = EXISTS (SELECT 1 FROM article o
	WHERE o.story = article.story AND o.story <> 0 AND o.deleted = 0
	AND (o.starred * 8 + (o.highlights > 0) * 4 + (o.progress > 0) * 2 + o.read, o.sorted, o.id)
		> (article.starred * 8 + (article.highlights > 0) * 4 + (article.progress > 0) * 2 + article.read, article.sorted, article.id)
	AND (o.sorted - 86399 * (o.sorted < 0)) / 86400 = (article.sorted - 86399 * (article.sorted < 0)) / 86400)
	WHERE deleted = 0 AND story <> 0;
DELETE FROM counter WHERE kind IN (4, 5);
INSERT INTO counter (kind, key, n, unread) SELECT 4, 0, count(*), sum(read = 0) FROM article WHERE deleted = 0 AND copy = 1 HAVING count(*) > 0;
INSERT INTO counter (kind, key, n, unread) SELECT 5, (sorted - 86399 * (sorted < 0)) / 86400 AS day, count(*), sum(read = 0)
	FROM article WHERE deleted = 0 AND copy = 1 GROUP BY day;
`

// step10 has the index see what was noted before it held notes (indexnoted.go).
const step10 = `
INSERT OR REPLACE INTO todo (article) SELECT DISTINCT article FROM highlight WHERE note <> '' OR lost;
`

// step11 folds copies within a day of each other, be it over midnight, and
// has copy be the article that one stands behind (see ledgerfold.go).
const step11 = `
DROP INDEX IF EXISTS article_front;
UPDATE article SET copy = 0 WHERE copy <> 0;
WITH o AS (SELECT id, story, sorted, starred * 8 + (highlights > 0) * 4 + (progress > 0) * 2 + read AS touched,
		sorted - lag(sorted, 1, sorted - 86400) OVER (PARTITION BY story ORDER BY sorted, id) >= 86400 AS gap
		FROM article WHERE story <> 0 AND deleted = 0),
	c AS (SELECT *, sum(gap) OVER (PARTITION BY story ORDER BY sorted, id) AS chain FROM o),
	p AS (SELECT *, (sorted - min(sorted) OVER (PARTITION BY story, chain)) / 172800 AS part FROM c),
	f AS (SELECT id, first_value(id) OVER (PARTITION BY story, chain, part ORDER BY touched DESC, sorted DESC, id DESC) AS first FROM p)
UPDATE article SET copy = f.first FROM f WHERE f.id = article.id AND f.first <> f.id;
CREATE INDEX IF NOT EXISTS article_behind ON article (copy) WHERE copy <> 0;
DELETE FROM counter WHERE kind IN (4, 5);
INSERT INTO counter (kind, key, n, unread) SELECT 4, 0, count(*), sum(read = 0) FROM article WHERE deleted = 0 AND copy <> 0 HAVING count(*) > 0;
INSERT INTO counter (kind, key, n, unread) SELECT 5, (sorted - 86399 * (sorted < 0)) / 86400 AS day, count(*), sum(read = 0)
	FROM article WHERE deleted = 0 AND copy <> 0 GROUP BY day;
`

// step12 tells that words and keys are folded as before letters such as ß and
// æ were; respell.go, which runs with the step, brings them up. Numbers that the
// journal has for articles are not used again (changepurge.go).
const step12 = `
INSERT OR REPLACE INTO fact (key, value) VALUES ('folded', 1);
INSERT OR REPLACE INTO fact (key, value) SELECT 'article', max(json_extract(s.value, '$.id'))
	FROM journal j, json_each(CASE WHEN json_valid(j.steps) THEN j.steps ELSE '{}' END, '$.steps') s
	WHERE json_extract(CASE WHEN json_valid(j.steps) THEN j.steps ELSE '{}' END, '$.kind') IN ('read', 'starred', 'tag', 'deleted', 'shown')
	AND json_type(s.value, '$.id') = 'integer' AND json_extract(s.value, '$.id') < 1 << 40
	HAVING max(json_extract(s.value, '$.id')) > 0;
`

// step13 keeps what articles are made from where their file is too large to be
// kept: the documents in it, each once, however many articles it gave.
const step13 = `
CREATE TABLE IF NOT EXISTS document (id INTEGER PRIMARY KEY, name TEXT NOT NULL, charset TEXT NOT NULL, original BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS made (article INTEGER PRIMARY KEY, file INTEGER NOT NULL, document INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS made_file ON made (file);
CREATE INDEX IF NOT EXISTS made_document ON made (document);
`
