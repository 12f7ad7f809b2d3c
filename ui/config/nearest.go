package config

// Nearest returns the known name that differs least from name, or "" if none
// is near: at most one letter in three may differ, and two always may.
// Settings, actions and commands that do not exist are answered with it.
func Nearest(name string, known []string) string {
	best, far := "", max(2, len([]rune(name))/3)+1
	for _, k := range known {
		if d := distance([]rune(name), []rune(k)); d < far {
			best, far = k, d
		}
	}
	return best
}

// distance is how many letters must be changed, put in, taken out or swapped
// with their neighbour to make a into b.
func distance(a, b []rune) int {
	before := make([]int, len(b)+1) // the row of two letters ago
	last := make([]int, len(b)+1)
	row := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
