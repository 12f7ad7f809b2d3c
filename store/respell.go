package store

import (
	"cmp"
	"encoding/json"
	"fmt"

	"offprint/reader"
	"offprint/store/folded"
)

// An archive keeps words, and the keys of names, tags and outlets, as they
// were folded when they were written. When folding changes, a step of the
// schema brings the keys up with it. Two names or tags that are one from then
// on are joined, and what the reader decided about either holds for both
// (respellname.go, respelltag.go). The index is made anew in the background;
// until then queries ask it for former words too (searchcompile.go). Numbers made of
// words, such as sketches, follow with the next analysis.

// factFolded is the form of folding that the archive was written in; 0 in one
// that no step has touched yet.
const factFolded = "folded"

// respell brings all keys to the present form of folding.
func respell(l *link) error {
	form, err := l.fact(factFolded)
	if err != nil || form == 0 || form == folded.Form {
		return err
	}
	for _, part := range []func(*link) error{respellNames, respellAliases, respellWords, respellTags, respellOutlets, respellStubs, renounceTaken} {
		if err := part(l); err != nil {
			return err
		}
	}
	if err := l.do("UPDATE article SET analysed = 0"); err != nil {
		return err
	}
	placed, err := l.number("SELECT count(*) FROM (SELECT 1 FROM place LIMIT 1)")
	if err == nil && placed > 0 {
		err = l.setFact(factStale, 1)
	}
	if err != nil {
		return err
	}
	return l.setFact(factFolded, folded.Form)
}

// foreign holds for texts with more than ASCII in them: others are folded as ever.
const foreign = "GLOB '*[^ -~]*'"

// rekeyed is a row whose key is another in the present form.
type rekeyed struct {
	id       int64
	old, key string
}

// rekeyedIn returns the rows of a table whose keys change.
func rekeyedIn(l *link, table string, key func(reader.Text) string) ([]rekeyed, error) {
	var list []rekeyed
	err := l.all(fmt.Sprintf("SELECT id, key FROM %s WHERE key %s ORDER BY id", table, foreign), nil, func(scan func(...any) error) error {
		var r rekeyed
		err := scan(&r.id, &r.old)
		if r.key = key(reader.CleanLine(r.old)); r.key != r.old && r.key != "" {
			list = append(list, r)
		}
		return err
	})
	return list, err
}

// respellAliases gives other names their new keys. Two that are one are counted together.
func respellAliases(l *link) error {
	type alias struct {
		name, n   int64
		key, text string
	}
	var list []alias
	err := l.all("SELECT name, key, text, n FROM alias WHERE key "+foreign, nil, func(scan func(...any) error) error {
		var a alias
		err := scan(&a.name, &a.key, &a.text, &a.n)
		list = append(list, a)
		return err
	})
	if err != nil {
		return err
	}
	for _, a := range list {
		key := nameKeyOf(reader.CleanLine(a.key))
		if key == a.key || key == "" {
			continue
		}
		if err := l.do("DELETE FROM alias WHERE name = ? AND key = ?", a.name, a.key); err != nil {
			return err
		}
		err := l.do(`INSERT INTO alias (name, key, text, n) VALUES (?, ?, ?, ?)
			ON CONFLICT (name, key) DO UPDATE SET n = n + excluded.n`, a.name, key, a.text, a.n)
		if err != nil {
			return err
		}
	}
	return nil
}

// respellWords brings up the words by which names are found.
func respellWords(l *link) error {
	type named struct {
		word string
		name int64
	}
	var list []named
	err := l.all("SELECT word, name FROM word WHERE word "+foreign, nil, func(scan func(...any) error) error {
		var n named
		err := scan(&n.word, &n.name)
		list = append(list, n)
		return err
	})
	if err != nil {
		return err
	}
	for _, n := range list {
		now := folded.Key(n.word)
		if now == n.word || now == "" {
			continue
		}
		if err := l.do("INSERT OR IGNORE INTO word (word, name) VALUES (?, ?)", now, n.name); err != nil {
			return err
		}
		if err := l.do("DELETE FROM word WHERE word = ? AND name = ?", n.word, n.name); err != nil {
			return err
		}
	}
	return nil
}

// respellOutlets: outlets with one key stay two, as their names are two.
func respellOutlets(l *link) error {
	list, err := rekeyedIn(l, "outlet", func(name reader.Text) string { return folded.Key(string(name)) })
	if err != nil {
		return err
	}
	for _, o := range list {
		if err := l.do("UPDATE outlet SET key = ? WHERE id = ?", o.key, o.id); err != nil {
			return err
		}
	}
	return nil
}

// respellStubs has stubs that are known by their titles alone be known by them as they are folded now.
func respellStubs(l *link) error {
	list := map[int64]reader.Article{}
	err := l.all("SELECT id, title, byline FROM article WHERE stub = 1 AND address = '' AND (title "+foreign+" OR byline "+foreign+")", nil, func(scan func(...any) error) error {
		var id int64
		var title, byline string
		err := scan(&id, &title, &byline)
		list[id] = reader.Article{Title: reader.CleanLine(title), Byline: reader.CleanLine(byline), Stub: true}
		return err
	})
	if err != nil {
		return err
	}
	in := &intake{l: l}
	for id, art := range list {
		if err := in.identify(ID(id), &art, [32]byte{}); err != nil {
			return err
		}
	}
	return nil
}

// renounceTaken has what the reader took away stay away, as far as the journal
// knows it: before version 3 the archive did not remember what imports had said.
func renounceTaken(l *link) error {
	var entries []entry
	err := l.all("SELECT steps FROM journal WHERE undone = 0", nil, func(scan func(...any) error) error {
		var text string
		var e entry
		err := scan(&text)
		if json.Unmarshal([]byte(text), &e) == nil && (e.Kind == "tag" || e.Kind == "starred") {
			entries = append(entries, e)
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, e := range entries {
		for _, s := range e.Steps {
			if asBool(s.New) {
				continue
			}
			fact := int64(keptStar)
			if e.Kind == "tag" {
				fact = tagFacts(reader.CleanLine(cmp.Or(s.Arg, e.Arg)))[0]
			}
			if err := renounce(l, ID(s.ID), fact); err != nil {
				return err
			}
		}
	}
	return nil
}
