package store

import "offprint/reader"

// A speaker whom an article names by one word alone is shown with the full
// name that other articles give, where [Archive.joinSurnames] found one that
// stands far above all others. The finding itself stays as it was made, so
// that the name leaves again when that is no longer so.

// infer gives the speakers of an article's quotes the full names that the
// archive knows; names are the ids of the article's names. The quotes given
// are not changed. What the reader set is left alone.
func infer(l *link, quotes []reader.Quote, names []int64) ([]reader.Quote, error) {
	if len(quotes) == 0 || len(names) == 0 {
		return quotes, nil
	}
	full := map[string]reader.Text{}
	err := l.all(`SELECT n.key, coalesce(e.renamed, e.text) FROM json_each(?) j CROSS JOIN name n ON n.id = j.value CROSS JOIN name e ON e.id = n.entity
		WHERE n.entity <> n.id AND n.chosen IS NULL AND n.kind = ? AND e.kind = n.kind AND instr(n.key, ' ') = 0`,
		[]any{jsonIDs(names), int(reader.EntityPerson)}, func(scan func(...any) error) error {
			var key, name string
			err := scan(&key, &name)
			full[key] = reader.CleanLine(name)
			return err
		})
	if err != nil || len(full) == 0 {
		return quotes, err
	}
	list := append([]reader.Quote(nil), quotes...)
	for i := range list {
		s := &list[i].Speaker
		if s.Kind != reader.SpeakerPerson || list[i].Confidence == certain {
			continue
		}
		if name := full[nameKeyOf(s.Name)]; name != "" {
			s.Name, s.Inferred = name, true
		}
	}
	return list, nil
}
