package intake

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"offprint/reader"
	"offprint/store"
)

// Account tells what became of every file that an import met. Each is on one
// side: Seen = Added + Updated + Unchanged + Stubs + all of Skipped + len(Failed).
type Account struct {
	Seen      int
	Added     int // files with an article that is new
	Updated   int // files with a new text of an article that is known
	Unchanged int
	Stubs     int // files that brought nothing but articles without a text
	Skipped   map[Reason]int
	Failed    []Failure // in the order in which they were met, more or less
	Articles  int       // articles in the files added and updated, and stubs
	Lost      int       // documents that could not be read, in files of which others were
	Bytes     int64     // bytes read
	// Odd are skipped files that people may wonder about, such as pipes and
	// what they named themselves: each is also counted in Skipped.
	Odd []Failure
	// Empty are folders that were named and hold no file, which are no part of the count.
	Empty []reader.Text
}

// File is one file of an account, as [Options].Each is told of it.
type File struct {
	Path   reader.Text // as people know it
	Origin string      // as the archive knows it; empty if it was not looked at
	Status Status
	Reason reader.Text // why it was skipped or failed; else empty
	Odd    bool        // skipped, and people may wonder why
	// Articles are those that were read from it, none for a file that was known to be unchanged.
	Articles []Article
	Lost     int           // documents in it that could not be read
	AsSaved  []store.ID    // articles whose newer text is to be shown as it was saved, as the older was
	Took     time.Duration // reading and analysing
}

// Article is one article of a [File].
type Article struct {
	ID    store.ID // 0 in a dry run for one that is not in the archive
	Title reader.Text
}

// Status is the side of the account on which a file is.
type Status string

// The sides of an account.
const (
	Added     Status = "added"
	Updated   Status = "updated"
	Unchanged Status = "unchanged"
	Stub      Status = "stub"
	Skipped   Status = "skipped"
	Failed    Status = "failed"
)

// Failure is a file with the reason why it was not added.
type Failure struct {
	Path   reader.Text
	Reason reader.Text
}

// Reason is why a file was left out on purpose.
type Reason string

// The reasons for leaving files out.
const (
	Hidden     Reason = "hidden"             // its name begins with a dot
	Versioning Reason = "version control"    // a folder of one
	Link       Reason = "link"               // a symbolic link inside a folder
	Special    Reason = "no regular file"    // a pipe, socket or device
	OtherKind  Reason = "other kind"         // its content, or the name of a picture or the like, says that it is no article
	SavedPart  Reason = "part of a page"     // a folder of pictures and scripts that a browser saved beside a page
	Own        Reason = "the archive itself" // which must not be opened a second time: that would take away the locks on it
	NoText     Reason = "no text"            // a file without an ending that holds no text
	Stopped    Reason = "import was stopped" // not reached any more
)

// Total returns the number of files that the account has a place for. It is Seen.
func (a *Account) Total() int {
	return a.Added + a.Updated + a.Unchanged + a.Stubs + a.Left() + len(a.Failed)
}

// String returns the account on one line:
//
//	seen 12 = 7 added + 1 updated + 2 unchanged + 0 stub + 1 skipped (1 hidden) + 1 failed (1 empty)
func (a *Account) String() string {
	return fmt.Sprintf("seen %d = %d added + %d updated + %d unchanged + %d stub + %d skipped%s + %d failed%s",
		a.Seen, a.Added, a.Updated, a.Unchanged, a.Stubs, a.Left(), counts(a.Skipped), len(a.Failed), counts(a.Reasons()))
}

// Left returns the number of files that were skipped, for all reasons.
func (a *Account) Left() int {
	n := 0
	for _, k := range a.Skipped {
		n += k
	}
	return n
}

// Why says for what reasons files were skipped, such as "3 hidden, 1 link".
func (a *Account) Why() reader.Text {
	return reader.CleanLine(strings.Trim(counts(a.Skipped), " ()"))
}

// Reasons counts the failed files by the reason.
func (a *Account) Reasons() map[reader.Text]int {
	failed := make(map[reader.Text]int)
	for _, f := range a.Failed {
		failed[f.Reason]++
	}
	return failed
}

// counts returns " (2 hidden, 1 link)", the most frequent first, or "" for none.
func counts[K cmp.Ordered](m map[K]int) string {
	if len(m) == 0 {
		return ""
	}
	names := slices.SortedFunc(maps.Keys(m), func(a, b K) int {
		return cmp.Or(cmp.Compare(m[b], m[a]), cmp.Compare(a, b))
	})
	parts := make([]string, len(names))
	for i, k := range names {
		parts[i] = fmt.Sprintf("%d %v", m[k], k)
	}
	return " (" + strings.Join(parts, ", ") + ")"
}
