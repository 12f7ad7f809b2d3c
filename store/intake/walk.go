package intake

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"offprint/reader"
)

// job is one file to be dealt with.
type job struct {
	number int64  // counted in the order in which files are met
	path   string // as people know it
	origin string // as the archive knows it
	named  bool   // on the command line, not met in a folder
	stdin  bool
	online bool // an address of the web
	// doubtful is set for files met in a folder whose name does not tell that
	// they are articles: their content must.
	doubtful bool
	sure     bool           // its content tells after all
	source   *reader.Source // already read; else nil
}

// walker goes through folders and hands out jobs.
type walker struct {
	ctx     context.Context
	jobs    chan job
	results chan result
	seen    atomic.Int64
	walked  atomic.Bool
	met     map[string]bool // origins, when several paths may overlap
}

// give hands a file to the workers.
func (w *walker) give(j job) {
	j.number = w.seen.Add(1)
	w.jobs <- j
}

// settle accounts for something that no worker need look at.
func (w *walker) settle(r result) {
	w.seen.Add(1)
	w.results <- r
}

// walk goes through the paths of a command line.
func (w *walker) walk(paths []string) {
	if len(paths) > 1 {
		w.met = make(map[string]bool)
	}
	for _, p := range paths {
		if p == "-" {
			w.give(job{path: "standard input", stdin: true, named: true})
			continue
		}
		if IsAddress(p) {
			if !w.again(p) {
				w.give(job{path: p, origin: p, online: true, named: true})
			}
			continue
		}
		origin, err := filepath.Abs(p)
		if err != nil {
			w.settle(failure(p, err))
			continue
		}
		info, err := os.Stat(p) // a link that is named is followed
		switch {
		case err != nil && strings.HasPrefix(p, "www."):
			w.settle(result{path: p, named: true, failed: Why(err) + "; an address begins with https://"})
		case err != nil && strings.Contains(p, "://"):
			w.settle(result{path: p, named: true, failed: "only addresses that begin with https:// or http:// are fetched"})
		case err != nil:
			w.settle(failure(p, err))
		case info.IsDir():
			w.named(p, origin)
		case !w.again(origin):
			w.give(job{path: p, origin: origin, named: true})
		}
	}
}

// named walks a folder that somebody named, unless another one that they named
// held it, and tells of one without files.
func (w *walker) named(p, origin string) {
	if w.met[origin] {
		return
	}
	before := w.seen.Load()
	w.folder(p, origin)
	if w.seen.Load() == before && w.ctx.Err() == nil {
		w.results <- result{path: p, origin: origin, empty: true}
	}
}

// IsAddress reports whether what somebody typed is an address of the web and no path.
func IsAddress(s string) bool {
	scheme, _, ok := strings.Cut(s, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// again reports whether a file or folder was met before, by another path.
func (w *walker) again(origin string) bool {
	if w.met == nil {
		return false
	}
	was := w.met[origin]
	w.met[origin] = true
	return was
}

// folder goes through one folder and those in it. A folder that cannot be
// listed counts as one file that failed.
func (w *walker) folder(path, origin string) {
	if w.again(origin) {
		return
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		w.settle(result{path: path, origin: origin, failed: Why(err)}) // what was listed before the error is dealt with
	}
	pages := savedPages(entries)
	for _, e := range entries {
		if w.ctx.Err() != nil {
			return
		}
		name := e.Name()
		p, o := filepath.Join(path, name), filepath.Join(origin, name)
		why := leaveOut(e, pages)
		switch {
		case why != "":
			w.settle(result{path: p, origin: o, skipped: why})
		case e.IsDir():
			w.folder(p, o)
		case !w.again(o):
			w.give(job{path: p, origin: o, doubtful: !articleName(name)})
		}
	}
}

// leaveOut tells why an entry of a folder is not looked at; "" if it is.
func leaveOut(e fs.DirEntry, pages map[string]bool) Reason {
	name := e.Name()
	switch {
	case e.IsDir() && (name == ".git" || name == ".hg" || name == ".svn" || name == ".bzr" || name == "CVS" || name == "_darcs"):
		return Versioning
	case strings.HasPrefix(name, "."):
		return Hidden
	case name == "hts-cache" && e.IsDir(), name == "hts-log.txt": // of HTTrack, beside what it saved
		return SavedPart
	case e.Type()&fs.ModeSymlink != 0:
		return Link
	case e.IsDir():
		if base, ok := pageFolder(name); ok && pages[base] {
			return SavedPart
		}
		return ""
	case !e.Type().IsRegular():
		return Special
	case otherName(name):
		return OtherKind
	}
	return ""
}

// savedPages returns the names without ending of the pages in a folder.
func savedPages(entries []fs.DirEntry) map[string]bool {
	pages := make(map[string]bool)
	for _, e := range entries {
		switch name := e.Name(); ending(name) {
		case ".html", ".htm", ".xhtml":
			pages[strings.TrimSuffix(name, filepath.Ext(name))] = true
		}
	}
	return pages
}

// pageFolder returns the name of the page whose pictures and scripts a
// browser would put into a folder of this name.
func pageFolder(name string) (string, bool) {
	for _, end := range []string{"_files", "-files", ".files", "_Dateien", "_fichiers", "_archivos"} {
		if base, ok := strings.CutSuffix(name, end); ok {
			return base, true
		}
	}
	return "", false
}
