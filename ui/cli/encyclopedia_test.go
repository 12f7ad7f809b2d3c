package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// withEncyclopedia makes a folder with an archive (a.db) that names Ada
// Brenner, and settings: with.toml names a ZIM file that has her, gone.toml
// and home.toml one that is not there.
func withEncyclopedia(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	file, err := filepath.Abs(filepath.Join("..", "..", "store", "zim", "testdata", "new.zim"))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"tide.md": "---\ntitle: The tide\n---\n\n\"The tide will wait,\" harbour master Ada Brenner said on Monday.\n\n" +
			"Ada Brenner spoke in the harbour.\n",
		"with.toml": "zim = '" + file + "'\n",
		"gone.toml": "zim = '" + filepath.Join(dir, "gone.zim") + "'\n",
		"home.toml": "zim = '~/gone.zim'\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	runIn(t, dir, "add", filepath.Join(dir, "tide.md"))
	return dir
}

// runIn runs the program on the archive of such a folder, which is the home.
func runIn(t *testing.T, dir string, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	args = append(args, "--archive", filepath.Join(dir, "a.db"))
	if code := Main(t.Context(), args, strings.NewReader(""), &out, &errs, []string{"HOME=" + dir, "XDG_CONFIG_HOME=" + dir}); code != 0 {
		t.Fatalf("%v: exit code %d: %s", args, code, errs.String())
	}
	return out.String(), errs.String()
}

// adaBrenner is the first paragraph about her.
const adaBrenner = "Ada Brenner is the harbour master of Ostmark, and keeps its tide tables."

func TestEntityWithEncyclopedia(t *testing.T) {
	t.Parallel()
	dir := withEncyclopedia(t)
	out, errs := runIn(t, dir, "entity", "Ada Brenner", "--config", filepath.Join(dir, "with.toml"))
	if !strings.Contains(out, "\n"+adaBrenner+"\n    Ada Brenner · Made-up things") || errs != "" {
		t.Errorf("got %s%s", out, errs)
	}
	out, _ = runIn(t, dir, "entity", "Ada Brenner", "--json", "--config", filepath.Join(dir, "with.toml"))
	for _, want := range []string{
		`"encyclopedia":{"zim":"84e05289-5abc-c775-308c-68192a44a2f5","path":"Ada_Brenner.html","title":"Ada Brenner"`, adaBrenner,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is missing in %s", want, out)
		}
	}
}

// Without the file all the rest is shown, and why it is not read.
func TestEntityWithoutEncyclopedia(t *testing.T) {
	t.Parallel()
	dir := withEncyclopedia(t)
	out, errs := runIn(t, dir, "entity", "Ada Brenner")
	if !strings.Contains(out, "The tide") || strings.Contains(out, adaBrenner) || errs != "" {
		t.Errorf("without a setting: got %s%s", out, errs)
	}
	for _, settings := range []string{"gone.toml", "home.toml"} {
		out, errs := runIn(t, dir, "entity", "Ada Brenner", "--config", filepath.Join(dir, settings))
		want := "no encyclopedia: " + filepath.Join(dir, "gone.zim") + ": there is no such file"
		if !strings.Contains(out, "The tide") || !strings.Contains(errs, want) {
			t.Errorf("%s: got %s%s", settings, out, errs)
		}
	}
}

// Lists and graphs carry the pages of names, if that is asked for.
func TestListsWithEncyclopedia(t *testing.T) {
	t.Parallel()
	dir := withEncyclopedia(t)
	with := filepath.Join(dir, "with.toml")
	for _, c := range []struct{ args, want string }{
		{"entities --json", `"name":"Ada Brenner",.*"encyclopedia":{"zim":"84e05289-5abc-c775-308c-68192a44a2f5","path":"Ada_Brenner.html"`},
		{"entities --csv", `(?m)^name,.*,wikidata,page$(?s:.*)^Ada Brenner,person,1,.*,Ada Brenner$`},
		{"entities ada", `Ada Brenner · Ada Brenner`},
		{"graph --least 1", `label="Ada Brenner", kind="person", articles=1, page="Ada Brenner"\]`},
		{"graph --format graphml", `<data key="page">Ada Brenner</data></node>`},
	} {
		out, errs := runIn(t, dir, append(strings.Fields(c.args), "--encyclopedia", "--config", with)...)
		if !regexp.MustCompile(c.want).MatchString(out) || errs != "" {
			t.Errorf("%s: got %s%s", c.args, out, errs)
		}
		if out, _ = runIn(t, dir, append(strings.Fields(c.args), "--config", with)...); strings.Contains(out, "encyclopedia") || strings.Contains(out, "page=") {
			t.Errorf("%s, not asked: %s", c.args, out)
		}
	}
	var out, errs bytes.Buffer
	code := Main(t.Context(), []string{"entities", "--encyclopedia", "--archive", filepath.Join(dir, "a.db")}, strings.NewReader(""), &out, &errs, []string{"HOME=" + dir, "XDG_CONFIG_HOME=" + dir})
	if code != exitUsage || !strings.Contains(errs.String(), "there is no encyclopedia") {
		t.Errorf("without one: exit code %d, %s", code, errs.String())
	}
}
