package store

// put writes all that is derived from an article and books it. It returns the
// ids of the names, parallel to d.entities, for table finding.
func (g *ledger) put(d *derived, former map[int64][]int64) ([]int64, error) {
	g.counts(d, 1)
	for _, tag := range d.tags {
		if err := g.l.do("INSERT OR IGNORE INTO tagged (tag, sorted, article) VALUES (?, ?, ?)", tag, d.sorted, d.id); err != nil {
			return nil, err
		}
	}
	if !d.stub { // a site's one description of all its pages makes no story
		if err := g.putSketch(d); err != nil {
			return nil, err
		}
	}
	ids, err := g.putNames(d)
	if err != nil {
		return nil, err
	}
	if d.found && len(d.quotes) > 0 {
		if err := g.inherit(d, ids); err != nil {
			return nil, err
		}
	}
	return ids, g.putQuotes(d, ids, former)
}

func (g *ledger) putNames(d *derived) ([]int64, error) {
	ids := make([]int64, len(d.entities))
	mentions := map[int64]int64{}
	for i := range d.entities {
		e := &d.entities[i]
		name, err := g.name(int(e.Kind), e.Name, e.Country)
		if err != nil {
			return nil, err
		}
		if name == nil {
			continue
		}
		ids[i] = name.id
		mentions[name.id] += int64(e.Count())
		name.alias(e, 1)
	}
	values := make([]any, 0, 4*len(mentions))
	for id, n := range mentions {
		values = append(values, id, d.sorted, d.id, n)
	}
	if err := g.l.insertRows("INSERT INTO mention (name, sorted, article, n) VALUES ", 4, values); err != nil {
		return nil, err
	}
	return ids, g.bookMentions(mentions, 1, d)
}

// bookMentions credits entities with an article's mentions. Two names of one entity make one article of it.
func (g *ledger) bookMentions(mentions map[int64]int64, sign int64, d *derived) error {
	counted := map[int64]bool{}
	for id, n := range mentions {
		name, err := g.lookup(id)
		if err != nil {
			return err
		}
		articles := int64(1)
		if counted[name.entity] {
			articles = 0
		}
		counted[name.entity] = true
		if err := g.credit(name, sign, articles, n, 0, d); err != nil {
			return err
		}
	}
	return nil
}

// take removes all that put wrote. d holds the article as it was put. It
// returns the ids of its quotes by their words, for the next put.
func (g *ledger) take(d *derived, names []int64) (former map[int64][]int64, err error) {
	g.counts(d, -1)
	for _, tag := range d.tags {
		if err := g.l.do("DELETE FROM tagged WHERE tag = ? AND sorted = ? AND article = ?", tag, d.sorted, d.id); err != nil {
			return nil, err
		}
	}
	if err := g.takeSketch(d); err != nil {
		return nil, err
	}
	mentions := map[int64]int64{}
	low, high := int64(d.id)<<quoteBits, int64(d.id+1)<<quoteBits-1
	for i, id := range names {
		if id == 0 {
			continue
		}
		if i < len(d.entities) {
			name, err := g.lookup(id)
			if err != nil {
				return nil, err
			}
			name.alias(&d.entities[i], -1)
		}
		if _, ok := mentions[id]; ok {
			continue
		}
		n, err := g.l.number("DELETE FROM mention WHERE name = ? AND sorted = ? AND article = ? RETURNING n", id, d.sorted, d.id)
		if err != nil {
			return nil, err
		}
		mentions[id] = n
		if err := g.l.do("DELETE FROM about WHERE name = ? AND sorted = ? AND quote BETWEEN ? AND ?", id, d.sorted, low, high); err != nil {
			return nil, err
		}
	}
	if err := g.bookMentions(mentions, -1, d); err != nil {
		return nil, err
	}
	return g.takeQuotes(low, high)
}
