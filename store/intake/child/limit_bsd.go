//go:build unix && !linux

package child

// limitSelf takes away files and sockets. Memory is watched, see server.file:
// these systems have no limit that a Go program's way to ask for memory meets.
func limitSelf(int) error { return restrict(nil) }
