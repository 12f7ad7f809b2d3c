package store

import (
	"offprint/store/tagset"
)

// respellTags gives tags their new keys and joins those that are one: the one
// with more articles gives its name.
func respellTags(l *link) error {
	list, err := rekeyedIn(l, "tag", tagset.Key)
	if err != nil || len(list) == 0 {
		return err
	}
	for _, t := range list {
		twin, err := l.number("SELECT id FROM tag WHERE key = ?", t.key)
		if err != nil {
			return err
		}
		stays := t.id
		if twin != 0 {
			if stays, err = joinTags(l, t.id, twin); err != nil {
				return err
			}
		}
		if err := l.do("UPDATE tag SET key = ? WHERE id = ?", t.key, stays); err != nil {
			return err
		}
	}
	return uniqueTags(l)
}

// joinTags makes one tag of two and returns it.
func joinTags(l *link, a, b int64) (stays int64, err error) {
	stays, err = l.number("SELECT t.id FROM tag t WHERE t.id IN (?, ?) ORDER BY (SELECT count(*) FROM tagged WHERE tag = t.id) DESC, t.id LIMIT 1", a, b)
	if err != nil {
		return 0, err
	}
	goes := a + b - stays
	for _, text := range []string{
		"INSERT OR IGNORE INTO tagged (tag, sorted, article) SELECT ?1, sorted, article FROM tagged WHERE tag = ?2",
		"DELETE FROM tagged WHERE ?1 <> ?2 AND tag = ?2",
		"DELETE FROM counter WHERE kind = 3 AND key IN (?1, ?2)",
		"INSERT INTO counter (kind, key, n, unread) SELECT 3, ?1, count(*), sum(a.read = 0) FROM tagged t JOIN article a ON a.id = t.article WHERE ?1 <> ?2 AND t.tag = ?1 HAVING count(*) > 0",
		"DELETE FROM tag WHERE ?1 <> ?2 AND id = ?2",
	} {
		if err := l.do(text, stays, goes); err != nil {
			return 0, err
		}
	}
	return stays, nil
}

// uniqueTags leaves of two spellings of a tag that an article has the first.
func uniqueTags(l *link) error {
	type written struct {
		id   int64
		tags string
	}
	var list []written
	err := l.all("SELECT id, tags FROM article WHERE tags LIKE '%'||char(10)||'%'", nil, func(scan func(...any) error) error {
		var w written
		if err := scan(&w.id, &w.tags); err != nil {
			return err
		}
		if once := tagset.Join(tagset.Split(w.tags)); once != w.tags {
			list = append(list, written{w.id, once})
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, w := range list {
		if err := l.do("UPDATE article SET tags = ? WHERE id = ?", w.tags, w.id); err != nil {
			return err
		}
	}
	return nil
}
