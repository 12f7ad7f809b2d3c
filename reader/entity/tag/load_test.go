package tag

import "testing"

// BenchmarkRead is what the first article pays for the weights: checking all of them.
func BenchmarkRead(b *testing.B) {
	b.SetBytes(int64(len(weightsData)))
	for b.Loop() {
		if _, err := Read(weightsData); err != nil {
			b.Fatal(err)
		}
	}
}
