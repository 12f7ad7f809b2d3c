package store

import (
	"testing"

	"offprint/reader"
)

// An article is found by every address that leads to its page, and not once it is deleted.
func TestAtAddress(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	ids := mustAdd(t, a, item("page", page("https://news.example/harbour/closes", "Harbour closes", "2024-03-01", "The harbour closed, and nobody said why it had to.")))[0].IDs
	stub := mustAdd(t, a, export(1, stubOf("https://news.example/later", "Later", reader.Kept{})))[0].IDs
	for _, to := range []reader.Text{"https://news.example/harbour/closes", "http://www.news.example/harbour/closes/?utm_source=x#top"} {
		row, ok, err := a.AtAddress(t.Context(), to)
		if err != nil || !ok || row.ID != ids[0] || row.Title != "Harbour closes" {
			t.Errorf("at %s: %+v, %v, %v", to, row, ok, err)
		}
	}
	if row, ok, err := a.AtAddress(t.Context(), "https://news.example/later"); err != nil || !ok || row.ID != stub[0] || !row.Stub {
		t.Errorf("at the stub's: %+v, %v, %v", row, ok, err)
	}
	for _, to := range []reader.Text{"https://news.example/", "https://other.example/harbour/closes", "", "mailto:a@news.example"} {
		if row, ok, err := a.AtAddress(t.Context(), to); err != nil || ok {
			t.Errorf("at %s: %+v, %v, %v, want none", to, row, ok, err)
		}
	}
	if err := a.Delete(t.Context(), ids); err != nil {
		t.Fatal(err)
	}
	if row, ok, err := a.AtAddress(t.Context(), "https://news.example/harbour/closes"); err != nil || ok {
		t.Errorf("deleted: %+v, %v, %v", row, ok, err)
	}
}
