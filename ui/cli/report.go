package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"offprint/reader"
	"offprint/store"
	"offprint/store/intake"
)

// adding says how `offprint add` adds.
type adding struct {
	report string // the file that the account is written to; empty is none
	dry    bool   // nothing is written to the archive
	met    bool   // what is added was met in folders that are watched, not named
	again  bool   // files are read that have not changed

	made reader.Text // of the last import: its articles, where they are not one for each file
}

// tally collects what an import tells of each file, for the archive, which
// remembers those that people may want to look at, and for a report of all.
type tally struct {
	archive string // the user's, also in a dry run
	began   time.Time
	whole   bool // files holds all
	inside  *inside
	files   []tallied
	wrong   []store.ImportedFile // failed
	odd     []store.ImportedFile
	brought []store.ImportedFile
	asSaved []store.ID // whose newer text is to be shown as it was saved
}

// tallied is a file with what was left out of it.
type tallied struct {
	intake.File
	left []reader.Text
}

// maxTallied is how many files of each sort are collected for the archive,
// which keeps no more of a run in all.
const maxTallied = 500

// maxPaths is how many of the paths that were given are remembered.
const maxPaths = 20

func newTally(archive string, whole bool) *tally {
	return &tally{archive: archive, began: time.Now(), whole: whole, inside: &inside{parts: make(map[reader.Text]parts)}}
}

// note takes one file.
func (t *tally) note(f intake.File) {
	left := t.inside.note(&f)
	t.asSaved = append(t.asSaved, f.AsSaved...)
	if t.whole {
		t.files = append(t.files, tallied{f, left})
	}
	to := &t.brought
	switch {
	case f.Status == intake.Failed:
		to = &t.wrong
	case f.Odd:
		to = &t.odd
	case f.Lost > 0:
		to, f.Reason = &t.odd, lostFrom(left)
	case f.Status == intake.Skipped, f.Status == intake.Unchanged:
		return
	}
	if len(*to) < maxTallied {
		*to = append(*to, store.ImportedFile{Path: f.Path, Origin: f.Origin, Status: reader.CleanLine(string(f.Status)), Reason: f.Reason})
	}
}

// lostFrom says in one line what of a file could not be read.
func lostFrom(left []reader.Text) reader.Text {
	switch len(left) {
	case 0:
		return "something in it could not be read"
	case 1:
		return "left out: " + left[0]
	}
	return reader.CleanLine(fmt.Sprintf("left out: %s, and %d more", left[0], len(left)-1))
}

// run is what the archive remembers of the import.
func (t *tally) run(paths []string, a *intake.Account, err error) store.Import {
	run := store.Import{
		Took: time.Since(t.began), Seen: a.Seen, Added: a.Added, Updated: a.Updated, Unchanged: a.Unchanged, Stubs: a.Stubs,
		Skipped: a.Left(), Failed: len(a.Failed), Articles: a.Articles, Reasons: a.Why(),
		Files: append(append(t.wrong, t.odd...), t.brought...),
	}
	for _, p := range paths[:min(len(paths), maxPaths)] {
		run.Paths = append(run.Paths, reader.CleanLine(p))
	}
	if n := len(paths) - maxPaths; n > 0 {
		run.Paths = append(run.Paths, reader.CleanLine("and "+count(n, "other")))
	}
	if err != nil {
		run.Stopped = stoppedBy(err)
	}
	return run
}

// telling reports whether a run is worth remembering. One that a watched folder
// began is not if nothing came of it: there may be many.
func (p *program) telling(a *intake.Account) bool {
	return !p.adding.dry && (!p.adding.met || a.Added+a.Updated+a.Stubs+len(a.Failed)+len(a.Odd) > 0)
}

// stoppedBy says in a few words why an import ended early.
func stoppedBy(err error) reader.Text {
	if e, ok := archiveProblem(err); ok {
		return e.msg
	}
	if stopped(err) {
		return "it was stopped"
	}
	return reader.CleanLine(err.Error())
}

// fullReport is the account as JSON.
type fullReport struct {
	Program string         `json:"program"`
	Began   string         `json:"began"`
	Seconds float64        `json:"seconds"`
	DryRun  bool           `json:"dry_run"`
	Archive string         `json:"archive"`
	Paths   []string       `json:"paths"`
	Counts  reportCounts   `json:"counts"`
	Skipped map[string]int `json:"skipped"` // by reason
	Failed  map[string]int `json:"failed"`  // by reason
	Stopped reader.Text    `json:"stopped,omitempty"`
	Files   []reportFile   `json:"files"`
}

// reportCounts are files, and articles in those that were added and updated, and stubs.
type reportCounts struct {
	Seen      int   `json:"seen"`
	Added     int   `json:"added"`
	Updated   int   `json:"updated"`
	Unchanged int   `json:"unchanged"`
	Stub      int   `json:"stub"`
	Skipped   int   `json:"skipped"`
	Failed    int   `json:"failed"`
	Articles  int   `json:"articles"`
	Lost      int   `json:"lost"` // documents that could not be read, in files of which others were
	Bytes     int64 `json:"bytes"`
}

type reportFile struct {
	Path     reader.Text     `json:"path"`
	Status   intake.Status   `json:"status"`
	Reason   reader.Text     `json:"reason,omitempty"`
	LeftOut  []reader.Text   `json:"left_out,omitempty"` // documents and entries in it, and why
	Articles []reportArticle `json:"articles"`
	Seconds  float64         `json:"seconds"`
}

type reportArticle struct {
	ID    store.ID    `json:"id,omitempty"` // absent for one that a dry run would have added
	Title reader.Text `json:"title"`
}

// report makes the report of an import into a.
func (t *tally) report(ctx context.Context, a *store.Archive, paths []string, dry bool, account *intake.Account, err error) ([]byte, error) {
	r := fullReport{
		Program: "offprint " + version(), Began: t.began.UTC().Format(time.RFC3339), Seconds: seconds(time.Since(t.began)),
		DryRun: dry, Archive: t.archive, Paths: paths,
		Counts: reportCounts{
			account.Seen, account.Added, account.Updated, account.Unchanged, account.Stubs, account.Left(), len(account.Failed),
			account.Articles, account.Lost, account.Bytes,
		},
		Skipped: map[string]int{}, Failed: map[string]int{}, Files: make([]reportFile, 0, len(t.files)),
	}
	for why, n := range account.Skipped {
		r.Skipped[string(why)] = n
	}
	for why, n := range account.Reasons() {
		r.Failed[string(why)] = n
	}
	if err != nil {
		r.Stopped = stoppedBy(err)
	}
	for i := range t.files {
		f, err := reportOf(ctx, a, &t.files[i], dry)
		if err != nil {
			return nil, err
		}
		r.Files = append(r.Files, f)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(r); err != nil {
		return nil, err
	}
	return []byte(escapeJSON(b.Bytes())), nil
}

// reportOf is one file of the report. What is in a file that was not read,
// since it had not changed, the archive knows.
func reportOf(ctx context.Context, a *store.Archive, f *tallied, dry bool) (reportFile, error) {
	out := reportFile{Path: f.Path, Status: f.Status, Reason: f.Reason, LeftOut: f.left, Articles: []reportArticle{}, Seconds: seconds(f.Took)}
	fresh := dry && (f.Status == intake.Added || f.Status == intake.Stub)
	for _, x := range f.Articles {
		if fresh {
			x.ID = 0
		}
		out.Articles = append(out.Articles, reportArticle{x.ID, x.Title})
	}
	if f.Status != intake.Unchanged || len(f.Articles) > 0 {
		return out, nil
	}
	rows, err := a.FileArticles(ctx, f.Origin)
	for _, row := range rows {
		out.Articles = append(out.Articles, reportArticle{row.ID, row.Title})
	}
	return out, err
}

// seconds are given to the tenth of a millisecond.
func seconds(d time.Duration) float64 {
	return float64(d.Round(100*time.Microsecond)) / float64(time.Second)
}

// reportHead is what every report begins with.
const reportHead = "{\n \"program\": \"offprint "

// isReport reports whether a file is a report of an earlier import. Another is
// not written over: --report before a list of files takes the first for its own.
func isReport(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(reportHead))
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == reportHead
}

// reportFolder opens the folder that a report will be written into, so that a
// path that cannot be is refused before the work and not after it.
func reportFolder(path string) (*os.Root, error) {
	info, err := os.Stat(path)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return nil, &problem{msg: reader.CleanLine(path) + ": no regular file", hint: "--report names the file that is written", code: exitUsage}
	case err == nil && info.Size() > 0 && !isReport(path):
		return nil, &problem{
			msg: reader.CleanLine(path) + " is there and is no report: it stays as it is", code: exitUsage,
			hint: "--report names a new file, or a report to be replaced",
		}
	}
	folder, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return nil, writeProblem(path, err, "--report names the file that is written")
	}
	return folder, nil
}
