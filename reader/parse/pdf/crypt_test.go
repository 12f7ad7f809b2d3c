package pdf

import (
	"encoding/hex"
	"errors"
	"testing"
)

// TestLongKey: what another program wrote for AES-256 opens with the empty
// password, in both ways of making the key, and a changed sum does not.
func TestLongKey(t *testing.T) {
	t.Parallel()
	for revision, s := range map[int][2]string{
		5: {
			"2dfbb0da9d492763f7aaa8a5bc3a708b308f831def0c45d8db1657e7af0ce932fa7e7028b6c1b055a38faad61ba71717",
			"afa191433ca181d797e33a2386777ab19d1ee74e04c95b57e15fcb31b6c02142",
		},
		6: {
			"cf5a27a732f343d0a0a46164b9bbe42546bb98a532ee6257d5c93c5d8a1b2270e8c541ba559e418e1dd07fc35f89ea50",
			"a76c4516251e860319251f56a76814869ff6b6fe84a64ea5914f08f6333ba74c",
		},
	} {
		u, _ := hex.DecodeString(s[0])
		ue, _ := hex.DecodeString(s[1])
		c := &cipher{aes: true, long: true}
		if err := c.openLong(u, ue, revision); err != nil || len(c.key) != 32 {
			t.Errorf("revision %d: %v", revision, err)
		}
		u[0]++
		if err := c.openLong(u, ue, revision); !errors.Is(err, errLocked) {
			t.Errorf("revision %d, another password: %v", revision, err)
		}
		if err := c.openLong(u[:40], ue, revision); !errors.Is(err, errCipher) {
			t.Errorf("revision %d, cut: %v", revision, err)
		}
	}
}
