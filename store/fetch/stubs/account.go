package stubs

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"offprint/reader"
)

// Account tells what became of the stubs of a run.
type Account struct {
	Live    int // filled from their pages
	Copies  int // filled from copies
	Texts   []Text
	Failed  []Failure
	Stopped int // not reached
	Resting int // left alone, since they were tried within a day; they are not among the rest
}

// Text is what a stub was filled from.
type Text struct {
	Address reader.Text // of the stub
	Origin  string      // where the text came from, as the archive knows it
}

// Failure is a stub that was not filled, with the reason.
type Failure struct {
	Address reader.Text
	Reason  reader.Text
}

// Filled is how many were filled.
func (a *Account) Filled() int { return a.Live + a.Copies }

func (a *Account) fail(r *found) {
	a.Failed = append(a.Failed, Failure{r.stub.Address, reader.CleanLine(r.err.Error())})
}

func (a *Account) settled() int { return a.Filled() + len(a.Failed) }

func (a *Account) progress(total int) Progress {
	return Progress{Total: total, Done: a.settled(), Filled: a.Filled(), Failed: len(a.Failed)}
}

// maxReasons is how many reasons are told apart on the line of an account.
const maxReasons = 5

// String returns the account on one line:
//
//	stubs 12 = 7 filled + 2 filled from the Wayback Machine + 3 failed (2 …, 1 …)
func (a *Account) String() string {
	line := fmt.Sprintf("stubs %d = %d filled + %d filled from the Wayback Machine + %d failed",
		a.settled()+a.Stopped, a.Live, a.Copies, len(a.Failed))
	counts := make(map[reader.Text]int)
	for _, f := range a.Failed {
		counts[f.Reason]++
	}
	reasons := slices.SortedFunc(maps.Keys(counts), func(x, y reader.Text) int {
		return cmp.Or(cmp.Compare(counts[y], counts[x]), cmp.Compare(x, y))
	})
	var parts []string
	for i, r := range reasons {
		if i == maxReasons {
			parts = append(parts, fmt.Sprintf("%d other reasons", len(reasons)-i))
			break
		}
		parts = append(parts, fmt.Sprintf("%d %s", counts[r], r))
	}
	if len(parts) > 0 {
		line += " (" + strings.Join(parts, ", ") + ")"
	}
	if a.Stopped > 0 {
		line += fmt.Sprintf(" + %d not reached", a.Stopped)
	}
	return line
}
