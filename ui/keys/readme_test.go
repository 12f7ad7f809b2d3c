package keys

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the keys into the README")

const readme = "../../README.md"

// The README lists the keys as the table has them.
func TestReadmeListsTheKeys(t *testing.T) {
	const begin, end = "<!-- keys -->\n", "<!-- /keys -->"
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(data), begin)
	old, tail, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatal("the README has no place for the keys")
	}
	want := Markdown() + "\n"
	if old == want {
		return
	}
	if *update {
		if err := os.WriteFile(readme, []byte(head+begin+want+end+tail), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Error("the README's keys are not those of the table: run go test ./ui/keys -update")
}
