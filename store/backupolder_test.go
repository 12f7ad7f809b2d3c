package store

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// Copies are found by name and content, and only they are dropped.
func TestOlderCopies(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "archive.db")
	old := openOlder(t, path, 3)
	old.Close()
	if list, err := Copies(path); len(list) != 0 || err != nil {
		t.Errorf("copies before any was made: %v, %v", list, err)
	}
	var told []string
	older := Options{Older: func(copied string) { told = append(told, copied) }}
	a, err := Open(t.Context(), path, older)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	data, err := os.ReadFile(path + ".v3")
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		".v3.2": string(data), ".v2": string(data), ".v1": "notes of the user", ".v3.bak": string(data), ".vx": "", "2.v3": string(data),
	} {
		if err := os.WriteFile(path+name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(path+".v3", path+".v3.3"); err != nil {
		t.Log(err) // where there are none
	}
	unfinished := filepath.Join(filepath.Dir(path), ".archive.db.v3.copy-123")
	for _, name := range []string{unfinished, unfinished + "4", unfinished + ".txt", unfinished + "-journal"} {
		if err := os.WriteFile(name, data[:100], 0o600); err != nil {
			t.Fatal(err)
		}
	}
	yesterday := time.Now().AddDate(0, 0, -1)
	if err := os.Chtimes(unfinished, yesterday, yesterday); err != nil { // the other may still be made
		t.Fatal(err)
	}
	list, err := Copies(path)
	if err != nil || len(list) == 0 || list[0].Path != unfinished || list[0].Version != 0 {
		t.Fatalf("copies %+v, %v, want one that was not finished", list, err)
	}
	list = list[1:]
	if err != nil || len(list) != 2 || list[0].Path != path+".v3" || list[1].Path != path+".v3.2" {
		t.Fatalf("copies %+v, %v", list, err)
	}
	if list[0].Version != 3 || list[0].Size != int64(len(data)) || list[0].Made.IsZero() {
		t.Errorf("the first is %+v", list[0])
	}
	if err := os.WriteFile(path+".v3.2", append(data, 0), 0o600); err != nil {
		t.Fatal(err)
	}
	free, err := DropCopies(list)
	if free != int64(len(data)) || err != nil {
		t.Errorf("%d bytes are free, want %d (%v)", free, len(data), err)
	}
	for name, want := range map[string]bool{".v3": false, ".v3.2": true, ".v2": true, ".v1": true, ".v3.bak": true, "": true, "2.v3": true} {
		if _, err := os.Stat(path + name); (err == nil) != want {
			t.Errorf("archive.db%s is there: %v, want %v", name, err == nil, want)
		}
	}
	sound(t, a)
	again, err := Open(t.Context(), path, older)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if !slices.Equal(told, []string{path + ".v3"}) {
		t.Errorf("opened twice, the copies told are %q", told)
	}
}
