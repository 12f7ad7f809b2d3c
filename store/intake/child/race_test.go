//go:build race

package child

// raced: the race detector takes memory of its own for that of the program.
const raced = true
