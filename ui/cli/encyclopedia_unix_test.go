//go:build unix

package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// From the index of names to what the ZIM file has about one; without the file
// the reader says so and opens all the same.
func TestEncyclopediaInATerminal(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file, err := filepath.Abs(filepath.Join("..", "..", "store", "zim", "testdata", "new.zim"))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"tide.md": "---\ntitle: The tide\n---\n\n\"The tide will wait,\" harbour master Ada Brenner said on Monday.\n\n" +
			"Ada Brenner spoke in the harbour.\n",
		"with.toml": "zim = '" + file + "'\n", "without.toml": "zim = 'gone.zim'\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	archive := filepath.Join(dir, "a.db")
	var out bytes.Buffer
	args := []string{"add", filepath.Join(dir, "tide.md"), "--archive", archive}
	if code := Main(t.Context(), args, strings.NewReader(""), &out, &out, []string{"HOME=" + dir}); code != 0 {
		t.Fatalf("add: exit code %d: %s", code, out.String())
	}

	s := inTerminal(t, 100, 30, nil, "--archive", archive, "--config", filepath.Join(dir, "with.toml"))
	wait(t, s, "The tide")
	send(t, s, "ge")
	wait(t, s, "P Ada Brenner")
	send(t, s, "\r")
	wait(t, s, "Ada Brenner is the harbour master of Ostmark, and keeps its tide tables.")
	wait(t, s, "Made-up things")
	send(t, s, "Q")
	if code := s.Ended(slow); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}

	s = inTerminal(t, 100, 30, nil, "--archive", archive, "--config", filepath.Join(dir, "without.toml"))
	wait(t, s, "No encyclopedia: gone.zim: there is no such file")
	wait(t, s, "The tide")
	send(t, s, "Q")
	if code := s.Ended(slow); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
}
