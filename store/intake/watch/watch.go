// Package watch tells which files appear and change in folders.
//
// A [Watcher] is told by the system that something happened in a folder, looks
// at that folder, and hands a file on when it has been left alone for a
// moment: not while it is written. All folders are looked at once a minute in
// any case: where the system tells nothing, as on network drives, where it
// lost count, and where there are more folders than it watches.
//
// What was there when the watcher was made is not handed on; add it after
// [New] and before [Watcher.Run], so that nothing falls between the two. What
// vanishes is nothing. Which files count is what package intake says.
package watch

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"offprint/store/intake"
)

// Options are the times of a watcher; zero values are the usual ones.
type Options struct {
	Quiet  time.Duration // how long a file must be left alone; 0 is a second
	Rescan time.Duration // between two looks at all folders; 0 is a minute
	// Leave tells which files are none that anybody means, beside those that
	// an import leaves out; nil is none.
	Leave func(path string) bool
	// Deaf has the system not asked to tell anything.
	Deaf bool
}

const (
	quiet  = time.Second
	rescan = time.Minute
)

// state is what is looked at to see that a file has changed.
type state struct {
	size     int64
	modified int64 // Unix time in ns
}

// draft is a file that may still be written.
type draft struct {
	state
	since time.Time // when it was first seen as it is
}

// Watcher watches folders. It is for one goroutine.
type Watcher struct {
	options Options
	events  *fsnotify.Watcher // nil if the system tells nothing
	roots   []string          // folders that were named
	single  map[string]bool   // files that were named
	// folders are those that are watched: true for all in it, false for those of single.
	folders map[string]bool
	known   map[string]state // files as they were when they were handed on, or at the start
	drafts  map[string]draft
	dirty   map[string]bool // folders to be looked at
	unheard int             // folders that the system does not watch
}

// New begins to watch files, and folders with all below them.
func New(paths []string, o Options) (*Watcher, error) {
	if o.Quiet <= 0 {
		o.Quiet = quiet
	}
	if o.Rescan <= 0 {
		o.Rescan = rescan
	}
	w := &Watcher{
		options: o, single: make(map[string]bool), folders: make(map[string]bool), known: make(map[string]state),
		drafts: make(map[string]draft), dirty: make(map[string]bool),
	}
	if !o.Deaf {
		w.events, _ = fsnotify.NewWatcher() // nil is looked at once a minute
	}
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			w.Close()
			return nil, err
		}
		p = filepath.Clean(p)
		if info.IsDir() {
			w.roots = append(w.roots, p)
			w.enter(p, true)
			continue
		}
		w.single[p] = true
		w.enter(filepath.Dir(p), false)
	}
	for path, d := range w.drafts {
		w.known[path] = d.state
	}
	clear(w.drafts)
	return w, nil
}

// Close ends the watching.
func (w *Watcher) Close() {
	if w.events != nil {
		_ = w.events.Close()
	}
}

// Folders is how many folders are watched, and how many of them the system
// tells nothing of: they are looked at once in a while.
func (w *Watcher) Folders() (all, unheard int) {
	if w.events == nil {
		return len(w.folders), len(w.folders)
	}
	return len(w.folders), w.unheard
}

// enter begins to watch a folder, with all below it if it is whole.
func (w *Watcher) enter(folder string, whole bool) {
	if was, ok := w.folders[folder]; ok && (was || !whole) {
		return
	}
	if _, ok := w.folders[folder]; !ok && w.events != nil && w.events.Add(folder) != nil {
		w.unheard++
	}
	w.folders[folder] = whole // first, so that nothing that comes now is missed
	w.look(folder)
}

// look compares a folder with what is known of it.
func (w *Watcher) look(folder string) {
	entries, err := intake.Entries(folder)
	if err != nil && len(entries) == 0 {
		if errors.Is(err, fs.ErrNotExist) && !slices.Contains(w.roots, folder) {
			delete(w.folders, folder)
		}
		return
	}
	whole := w.folders[folder]
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		switch {
		case e.IsDir() && whole:
			w.enter(path, true)
		case e.IsDir(), !whole && !w.single[path], unfinished(e.Name()), w.options.Leave != nil && w.options.Leave(path):
		default:
			if info, err := e.Info(); err == nil {
				w.note(path, info, time.Now())
			}
		}
	}
}

// unfinished reports whether a name is that of a download or of a file that a program still works on.
func unfinished(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".part", ".partial", ".crdownload", ".download", ".tmp", ".temp", ".swp", ".swx", ".lock":
		return true
	}
	return strings.HasSuffix(name, "~") || strings.HasPrefix(name, "#")
}

// note keeps in mind a file that is new or has changed. One that is empty is only just begun.
func (w *Watcher) note(path string, info fs.FileInfo, now time.Time) {
	s := state{info.Size(), info.ModTime().UnixNano()}
	switch d, ok := w.drafts[path]; {
	case w.known[path] == s || s.size == 0:
		delete(w.drafts, path)
	case !ok || d.state != s:
		w.drafts[path] = draft{s, now}
	}
}

// ready returns the files that have been left alone for long enough, in order.
func (w *Watcher) ready(now time.Time) []string {
	var files []string
	for path, d := range w.drafts {
		if now.Sub(d.since) < w.options.Quiet {
			continue
		}
		info, err := os.Lstat(path)
		if err != nil || !info.Mode().IsRegular() {
			delete(w.drafts, path)
			continue
		}
		w.note(path, info, now)
		if d, ok := w.drafts[path]; ok && d.since != now {
			w.known[path] = d.state
			delete(w.drafts, path)
			files = append(files, path)
		}
	}
	slices.Sort(files)
	return files
}

// Run hands on files that appear or change, several at once if they come
// together, until ctx is cancelled or deliver returns an error. It returns
// that error, or the cause of the cancellation.
func (w *Watcher) Run(ctx context.Context, deliver func(files []string) error) error {
	var events chan fsnotify.Event
	var faults chan error
	if w.events != nil {
		events, faults = w.events.Events, w.events.Errors
	}
	again := time.NewTicker(w.options.Rescan)
	defer again.Stop()
	soon := time.NewTimer(time.Hour)
	defer soon.Stop()
	for waiting := false; ; {
		if !waiting && len(w.dirty)+len(w.drafts) > 0 {
			waiting = true
			soon.Reset(w.options.Quiet / 4)
		}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case e, ok := <-events:
			if !ok {
				events = nil
				continue
			}
			w.hear(e)
			continue // what comes together is looked at together
		case <-faults: // events were lost
			w.soil()
			continue
		case <-again.C:
			w.soil()
		case <-soon.C:
			waiting = false
		}
		if files := w.fresh(); len(files) > 0 {
			if err := deliver(files); err != nil {
				return err
			}
		}
	}
}

// fresh looks into the folders in which something changed, and returns the
// files that nobody writes any more.
func (w *Watcher) fresh() []string {
	for folder := range w.dirty {
		delete(w.dirty, folder)
		w.look(folder)
	}
	return w.ready(time.Now())
}

// hear takes what the system tells.
func (w *Watcher) hear(e fsnotify.Event) {
	if e.Op == fsnotify.Chmod || unfinished(filepath.Base(e.Name)) {
		return
	}
	w.dirty[filepath.Dir(e.Name)] = true
	if _, ok := w.folders[e.Name]; ok {
		w.dirty[e.Name] = true
	}
	if e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename) {
		w.forget(e.Name)
	}
}

// forget drops a folder that is gone, with those below it, so that another of its name is watched anew.
func (w *Watcher) forget(folder string) {
	if _, ok := w.folders[folder]; !ok {
		return
	}
	for f := range w.folders {
		if f == folder || strings.HasPrefix(f, folder+string(filepath.Separator)) {
			if w.events != nil {
				_ = w.events.Remove(f)
			}
			delete(w.folders, f)
		}
	}
}

// soil has all folders looked at, and those that came back watched again.
func (w *Watcher) soil() {
	w.unheard = 0
	for folder := range w.folders {
		w.dirty[folder] = true
		if w.events != nil && w.events.Add(folder) != nil { // one that is watched already stays so
			w.unheard++
		}
	}
	for _, root := range w.roots {
		if _, ok := w.folders[root]; !ok {
			w.enter(root, true)
		}
	}
	for file := range w.single {
		w.enter(filepath.Dir(file), false)
	}
}
