package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The page of a name shows what the ZIM file of the settings has about it, and
// without that file all the rest.
func TestEntityWithEncyclopedia(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file, err := filepath.Abs(filepath.Join("..", "..", "store", "zim", "testdata", "new.zim"))
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("tide.md", "---\ntitle: The tide\n---\n\n\"The tide will wait,\" harbour master Ada Brenner said on Monday.\n\n"+
		"Ada Brenner spoke in the harbour.\n")
	write("with.toml", "zim = '"+file+"'\n")
	write("without.toml", "zim = '"+filepath.Join(dir, "gone.zim")+"'\n")
	write("home.toml", "zim = '~/gone.zim'\n")
	run := func(args ...string) (stdout, stderr string) {
		t.Helper()
		var out, errs bytes.Buffer
		args = append(args, "--archive", filepath.Join(dir, "a.db"))
		if code := Main(t.Context(), args, strings.NewReader(""), &out, &errs, []string{"HOME=" + dir, "XDG_CONFIG_HOME=" + dir}); code != 0 {
			t.Fatalf("%v: exit code %d: %s", args, code, errs.String())
		}
		return out.String(), errs.String()
	}
	run("add", filepath.Join(dir, "tide.md"))

	const paragraph = "Ada Brenner is the harbour master of Ostmark, and keeps its tide tables."
	out, errs := run("entity", "Ada Brenner", "--config", filepath.Join(dir, "with.toml"))
	if !strings.Contains(out, "\n"+paragraph+"\n    Ada Brenner · Made-up things") || errs != "" {
		t.Errorf("got %s%s", out, errs)
	}
	out, _ = run("entity", "Ada Brenner", "--json", "--config", filepath.Join(dir, "with.toml"))
	for _, want := range []string{
		`"encyclopedia":{"zim":"84e05289-5abc-c775-308c-68192a44a2f5","path":"Ada_Brenner.html","title":"Ada Brenner"`, paragraph,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is missing in %s", want, out)
		}
	}
	out, errs = run("entity", "Ada Brenner")
	if strings.Contains(out, paragraph) || errs != "" {
		t.Errorf("without a setting: got %s%s", out, errs)
	}
	for _, settings := range []string{"without.toml", "home.toml"} {
		out, errs = run("entity", "Ada Brenner", "--config", filepath.Join(dir, settings))
		want := "no encyclopedia: " + filepath.Join(dir, "gone.zim") + ": there is no such file"
		if !strings.Contains(out, "The tide") || !strings.Contains(errs, want) {
			t.Errorf("%s: got %s%s", settings, out, errs)
		}
	}
}
