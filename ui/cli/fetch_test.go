package cli

import (
	"context"
	"testing"
	"time"

	"offprint/store/fetch/stubs"
)

// The archive remembers each stub of a run on one side, those that failed first.
func TestFetchedIsRemembered(t *testing.T) {
	t.Parallel()
	a := stubs.Account{
		Live: 1, Copies: 1, Stopped: 4,
		Texts:  []stubs.Text{{Address: "https://a.example/1", Origin: "https://a.example/1"}, {Address: "https://a.example/2", Origin: "https://w.example/2"}},
		Failed: []stubs.Failure{{Address: "https://a.example/3", Reason: "gone"}},
	}
	run := fetched(&a, time.Minute, context.Canceled)
	if run.Seen != 3 || run.Updated != 2 || run.Failed != 1 || run.Seen != run.Added+run.Updated+run.Unchanged+run.Stubs+run.Skipped+run.Failed {
		t.Errorf("the account does not add up: %+v", run)
	}
	if len(run.Files) != 3 || !run.Files[0].Wrong() || run.Files[0].Reason != "gone" || run.Files[2].Origin != "https://w.example/2" {
		t.Errorf("files %+v", run.Files)
	}
	if run.Stopped != "it was stopped" || fetched(&a, 0, stubs.ErrOffline).Stopped != "there is no network" || fetched(&a, 0, nil).Stopped != "" {
		t.Errorf("ended because %q", run.Stopped)
	}
}
