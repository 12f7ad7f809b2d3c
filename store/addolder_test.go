package store

import (
	"context"
	"testing"
	"time"
)

// Of two texts of one article the newer is shown, in whatever order they come.
func TestNewerIsShown(t *testing.T) {
	t.Parallel()
	day := time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		first, second time.Time // of the files
		dates         [2]string // of publication
		shown         string
	}{
		"a file of a later day":              {day, day.AddDate(0, 0, 5), [2]string{"2024-02-02", "2024-02-01"}, "second"},
		"a file of an earlier day":           {day, day.AddDate(0, 0, -5), [2]string{"2024-02-01", "2024-02-02"}, "first"},
		"copied together, published later":   {day, day.Add(-time.Minute), [2]string{"2024-02-01", "2024-02-02"}, "second"},
		"copied together, published earlier": {day, day.Add(time.Minute), [2]string{"2024-02-02", "2024-02-01"}, "first"},
		"nothing tells":                      {day, day.Add(-time.Minute), [2]string{"", "2024-02-01"}, "second"},
		"no dates of files":                  {time.Time{}, time.Time{}, [2]string{"2024-02-01", "2024-02-01"}, "second"},
		"no date of one file":                {day, time.Time{}, [2]string{"2024-02-02", "2024-02-01"}, "first"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := testArchive(t)
			add := func(title, date string, when time.Time) Outcome {
				it := item(title, page("https://news.example/a", title, date, "The text of the "+title+" copy."))
				it.Modified = when
				return mustAdd(t, a, it)[0]
			}
			id := add("first", c.dates[0], c.first).IDs[0]
			if out := add("second", c.dates[1], c.second); out.IDs[0] != id || out.Status != StatusUpdated {
				t.Errorf("second: %+v, want updated %d", out, id)
			}
			versions, err := a.Versions(context.Background(), id)
			if r := read(t, a, id).Row; string(r.Title) != c.shown || r.Versions != 1 || err != nil || len(versions) != 1 || string(versions[0].Title) == c.shown {
				t.Errorf("%q is shown with %d versions %+v, %v; want %q and the other kept", r.Title, r.Versions, versions, err, c.shown)
			}
			if out := add("again second", c.dates[1], c.second); out.IDs[0] != id {
				t.Errorf("again: %+v", out)
			}
			index(t, a)
			sound(t, a)
		})
	}
}
