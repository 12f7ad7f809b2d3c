package child

import (
	"os"
	"os/exec"
	"testing"
	"time"
)

// Each document of a file has the whole patience, also where those before it
// have used up more than that.
func TestPatienceOfEachDocument(t *testing.T) {
	t.Parallel()
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	c := &process{command: &exec.Cmd{Process: self}, limits: Limits{Time: time.Minute, Whole: time.Hour}}
	w := &watch{c: c, timer: time.AfterFunc(time.Hour, func() {}), deadline: time.Now().Add(time.Hour)}
	defer w.timer.Stop()
	w.began, w.before = time.Now().Add(-10*time.Minute), -10*time.Minute
	if left := w.left(); left != 0 {
		t.Errorf("%v left when the patience is over, want nothing", left)
	}
	w.step()
	if left := w.left(); left < 50*time.Second {
		t.Errorf("%v left of the next document's minute", left)
	}
}
