package store

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"offprint/reader"
)

// smallDisk is where the small disk is, in the process that has one.
const smallDisk = "OFFPRINT_TEST_DISK"

// TestFullDiskInAnyChange runs the test below on a disk that only that process sees.
func TestFullDiskInAnyChange(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	if err != nil {
		t.Skip(err)
	}
	const script = `mount -t tmpfs -o size=12m none "$1" || exit 77; exec "$2" -test.run '^TestOnSmallDisk$' -test.v`
	c := exec.CommandContext(t.Context(), "unshare", "-rm", "sh", "-c", script, "sh", t.TempDir(), self)
	c.Env = append(os.Environ(), smallDisk+"="+c.Args[6])
	out, err := c.CombinedOutput()
	if c.ProcessState == nil || c.ProcessState.ExitCode() == 77 || strings.Contains(string(out), "unshare") {
		t.Skipf("no disk of its own can be had: %v %s", err, out)
	}
	if err != nil || !strings.Contains(string(out), "PASS: TestOnSmallDisk") {
		t.Errorf("%v\n%s", err, out)
	}
}

// crowded is an archive on a small disk.
type crowded struct {
	*testing.T
	a      *Archive
	filler string
	full   int // how often the disk was
}

// leave fills the disk but for some blocks.
func (d *crowded) leave(blocks int) {
	d.room()
	f, err := os.Create(d.filler)
	if err != nil {
		d.Fatal(err)
	}
	block, size := make([]byte, 4096), int64(0)
	for n := 0; err == nil; size += int64(n) {
		n, err = f.Write(block)
	}
	if err := f.Truncate(max(0, size-int64(blocks*len(block)))); err != nil {
		d.Fatal(err)
	}
	f.Close()
}

func (d *crowded) room() { os.Remove(d.filler) }

// do makes a change with ever more room until there is enough. Each time that
// there is not it says so, and nothing of it is kept if it is one.
func (d *crowded) do(name string, one bool, do func() error) {
	defer d.room()
	for blocks := 0; blocks < 2000; blocks += 1 + blocks/3 {
		before := everything(d, d.a)
		d.leave(blocks)
		err := do()
		if err == nil {
			return
		}
		d.full++
		if !errors.Is(err, ErrFull) {
			d.Fatalf("%s with room for %d blocks: %v (%v), want ErrFull", name, blocks, err, errors.Unwrap(err))
		}
		if diff := firstDifference(everything(d, d.a), before); one && diff != "" {
			d.Fatalf("%s with room for %d blocks, half done:\n%s", name, blocks, diff)
		}
		sound(d, d.a)
	}
	d.Errorf("%s: there is never room enough", name)
}

// The disk is full during any change and any upkeep: it says so, the archive
// is right, and the change can be made as soon as there is room.
func TestOnSmallDisk(t *testing.T) {
	dir := os.Getenv(smallDisk)
	if dir == "" {
		t.Skip("run by TestFullDiskInAnyChange")
	}
	ctx := context.Background()
	d := &crowded{T: t, a: openAt(t, filepath.Join(dir, "a.db")), filler: filepath.Join(dir, "filler")}
	c := newCorpus(40)
	c.people, c.places, c.orgs = c.people[:8], c.places[:60], c.orgs[:4]
	first := c.article(9, 60)
	mustAdd(t, d.a, item("first", first))
	marked := &Highlight{Article: 1, Note: "why?", Anchor: reader.AnchorAt(first.Article.Markdown, reader.Span{Start: 2, End: 20})}
	for _, deed := range deeds(t, c, marked) {
		d.do(deed.name, deed.name != "note a fetch", func() error { return deed.do(ctx, d.a) })
	}
	d.do("index", false, func() error { return d.a.Index(ctx) })
	d.do("rebuild", false, func() error { return d.a.Rebuild(ctx) })
	d.do("backup", true, func() error { return d.a.Backup(ctx, filepath.Join(dir, "b.db")) })
	if left, err := filepath.Glob(filepath.Join(dir, ".backup*")); err != nil || len(left) > 0 {
		t.Errorf("backups that failed left %v, %v", left, err)
	}
	if d.full < 30 {
		t.Errorf("the disk was full %d times only", d.full)
	}
	d.a.Close()
	sound(t, openAt(t, filepath.Join(dir, "a.db")))
}
