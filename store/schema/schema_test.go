package schema

import (
	"crypto/sha256"
	"fmt"
	"testing"
)

// released are the first bytes of the checksums of the steps that archives were
// made with: whoever has one would get other tables by a step that changed.
var released = []string{
"SUMS",
}

func TestStepsAreAsReleased(t *testing.T) {
	t.Parallel()
	if len(Steps) < len(released) {
		t.Fatalf("there are %d steps, %d were released", len(Steps), len(released))
	}
	for i, sum := range released {
		if got := fmt.Sprintf("%x", sha256.Sum256([]byte(Steps[i]))); got[:len(sum)] != sum {
			t.Errorf("step %d is not as it was released: %s", i+1, got)
		}
	}
}
