package store

import "offprint/reader"

// fill makes the stub of Item.Fills the place for a text, and returns the
// article that the text belongs to. Usually it is the stub. If the address
// under which the page was found, or its text, leads to another article,
// the stub is joined to that one and is no more.
func (in *intake) fill(stub, there ID) (ID, error) {
	state := func(id ID) (open, deleted bool, err error) {
		err = in.l.one("SELECT stub, deleted <> 0 FROM article WHERE id = ?", []any{id}, &open, &deleted)
		return open, deleted, err
	}
	open, deleted, err := state(stub)
	switch {
	case absent(err) || err == nil && deleted:
		return there, nil // dropped while it was fetched
	case err != nil || there == 0:
		return stub, err
	case !open:
		return there, nil // its text came another way
	}
	if _, deleted, err = state(there); err != nil || deleted {
		return stub, err // the other was not wanted, the stub is
	}
	return there, in.absorb(stub, there)
}

// moves give what belongs to the article ?2 to ?1.
var moves = []string{
	"UPDATE highlight SET article = ?1 WHERE article = ?2",
	"INSERT OR IGNORE INTO kept (article, fact) SELECT ?1, fact FROM kept WHERE article = ?2",
	"UPDATE OR IGNORE identity SET article = ?1 WHERE article = ?2",
	"UPDATE part SET article = ?1 WHERE article = ?2",
}

// absorb moves all that belongs to a stub to another article.
func (in *intake) absorb(stub, into ID) error {
	art, err := articleText(in.l, stub)
	if err != nil {
		return err
	}
	c := newChange(in.l, in.now, "")
	c.g = in.g
	if err := in.handOver(c, art, into); err != nil {
		return err
	}
	for _, text := range moves {
		if err := in.l.do(text, into, stub); err != nil {
			return err
		}
	}
	text, err := textOf(in.l, into)
	if err != nil {
		return err
	}
	if err := carryHighlights(in.l, into, text); err != nil {
		return err
	}
	if err := enqueue(in.l, into); err != nil { // for the notes
		return err
	}
	for _, id := range []ID{stub, into} {
		if err := countHighlights(in.l, id); err != nil {
			return err
		}
	}
	return c.applyDeleted(int64(stub), asJSON(true))
}

// handOver gives an article the flags, the tags, the date of saving and the description of a stub.
func (in *intake) handOver(c *change, stub *Article, into ID) error {
	if stub.Row.Starred {
		if err := c.applyStarred(int64(into), asJSON(true)); err != nil {
			return err
		}
	}
	if stub.Row.Read {
		if err := c.applyRead(int64(into), asJSON(true)); err != nil {
			return err
		}
	}
	for _, t := range stub.Row.Tags {
		c.arg = string(t)
		if err := c.applyTag(int64(into), asJSON(true)); err != nil {
			return err
		}
	}
	old := &met{id: into}
	if err := in.l.one("SELECT hash, added FROM article WHERE id = ?", []any{into}, &old.hash, &old.added); err != nil {
		return err
	}
	if moment := stub.Row.Added.Unix(); moment < old.added {
		if err := in.savedAt(into, moment); err != nil {
			return err
		}
	}
	return in.keepDescription(old, &stub.Digest, stub.Hash)
}

// heir returns the article that a stub was joined to, if it is no more; else
// the article itself. The address of the stub leads to its heir.
func heir(l *link, id ID) (ID, error) {
	var art reader.Article
	var address, title, byline string
	var deleted bool
	err := l.one("SELECT address, title, byline, stub, deleted <> 0 FROM article WHERE id = ?", []any{id}, &address, &title, &byline, &art.Stub, &deleted)
	if err != nil || !deleted || !art.Stub {
		return id, orAbsent(err)
	}
	art.Address, art.Title, art.Byline = reader.CleanLine(address), reader.CleanLine(title), reader.CleanLine(byline)
	key, _ := identities(&art, [32]byte{}, 0)
	n, err := l.number("SELECT a.id FROM identity i CROSS JOIN article a ON a.id = i.article WHERE i.key = ? AND a.deleted = 0 ORDER BY a.id LIMIT 1", key)
	if err != nil || n == 0 {
		return id, err
	}
	return ID(n), nil
}
