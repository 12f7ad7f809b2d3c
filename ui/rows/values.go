package rows

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"offprint/reader"
	"offprint/store"
	"offprint/store/query"
	"offprint/ui/task"
)

// Known is what the values of fields are read from.
type Known interface {
	Names
	Tags(ctx context.Context) ([]store.Count, error)
	Outlets(ctx context.Context) ([]store.Count, error)
}

// Values fetches what tab completes the fields of a query with: the tags,
// outlets and names of the archive. The zero value is ready; it is used from
// Update alone.
type Values struct{ work task.Slot }

// valuesMsg brings the values of fields, by field.
type valuesMsg struct {
	task   task.ID
	values map[query.Field][]string
}

// Fetch begins to fetch them. That it does not work is told to nobody: then
// nothing is completed.
func (v *Values) Fetch(archive Known) tea.Cmd {
	ctx, id := v.work.Begin(context.Background())
	return func() tea.Msg {
		values, err := knownValues(ctx, archive)
		if err != nil {
			values = nil
		}
		return valuesMsg{id, values}
	}
}

// Stop cancels what runs.
func (v *Values) Stop() { v.work.Stop() }

// Update gives the values that have come to a query; taken is false if msg is something else.
func (v *Values) Update(msg tea.Msg, q *Query) (taken bool) {
	m, ok := msg.(valuesMsg)
	if !ok || !v.work.Done(m.task) {
		return false
	}
	for field, values := range m.values {
		q.SetValues(field.String(), values)
	}
	return true
}

func knownValues(ctx context.Context, archive Known) (map[query.Field][]string, error) {
	tags, err := archive.Tags(ctx)
	if err != nil {
		return nil, err
	}
	outlets, err := archive.Outlets(ctx)
	if err != nil {
		return nil, err
	}
	names, err := archive.Entities(ctx, store.EntityFilter{AnyKind: true, Limit: offers})
	if err != nil {
		return nil, err
	}
	values := map[query.Field][]string{}
	for _, c := range tags {
		values[query.FieldTag] = append(values[query.FieldTag], string(c.Name))
	}
	for _, c := range outlets {
		values[query.FieldSource] = append(values[query.FieldSource], string(c.Name))
	}
	for _, e := range names {
		values[query.FieldAbout] = append(values[query.FieldAbout], string(e.Name))
		if e.Kind == reader.EntityPerson || e.Kind == reader.EntityOrganization {
			values[query.FieldSaid] = append(values[query.FieldSaid], string(e.Name))
		}
	}
	values[query.FieldMentions] = values[query.FieldAbout]
	return values, nil
}
