package intake

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"offprint/reader"
)

// Account tells what became of every file that an import met. Each is on one
// side: Seen = Added + Updated + Unchanged + all of Skipped + len(Failed).
type Account struct {
	Seen      int
	Added     int // files with an article that is new
	Updated   int // files with a new text of an article that is known
	Unchanged int
	Skipped   map[Reason]int
	Failed    []Failure // in the order in which they were met, more or less
	Articles  int       // articles in the files added and updated
	Bytes     int64     // bytes read
	// Odd are skipped files that people may wonder about, such as pipes: each
	// is also counted in Skipped.
	Odd []Failure
}

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
	OtherKind  Reason = "other kind"         // its name says that it is no article
	SavedPart  Reason = "part of a page"     // a folder of pictures and scripts that a browser saved beside a page
	NoText     Reason = "no text"            // a file without an ending that holds no text
	Stopped    Reason = "import was stopped" // not reached any more
)

// Total returns the number of files that the account has a place for. It is Seen.
func (a *Account) Total() int {
	n := a.Added + a.Updated + a.Unchanged + len(a.Failed)
	for _, k := range a.Skipped {
		n += k
	}
	return n
}

// String returns the account on one line:
//
//	seen 12 = 7 added + 1 updated + 2 unchanged + 1 skipped (1 hidden) + 1 failed (1 empty)
func (a *Account) String() string {
	skipped := 0
	for _, n := range a.Skipped {
		skipped += n
	}
	failed := make(map[reader.Text]int)
	for _, f := range a.Failed {
		failed[f.Reason]++
	}
	return fmt.Sprintf("seen %d = %d added + %d updated + %d unchanged + %d skipped%s + %d failed%s",
		a.Seen, a.Added, a.Updated, a.Unchanged, skipped, counts(a.Skipped), len(a.Failed), counts(failed))
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
