//go:build !unix

package cli

import "github.com/rogpeppe/go-internal/testscript"

// cmdMkfifo leaves the test where there are no named pipes in folders.
func cmdMkfifo(ts *testscript.TestScript, neg bool, args []string) { ts.Fatalf("no named pipes here") }
