//go:build !unix

package ui

// runCrash needs a pseudo-terminal: there is none here.
func runCrash(string) int { return 3 }
