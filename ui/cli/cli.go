// Package cli is the command line of offprint, and the one place where the
// program is put together: it opens the archive, hands the makers to the
// import and the archive to the screens.
//
// [Main] runs one command. Commands print results on standard output and
// everything else on standard error, in the form "offprint: message". They
// exit with
//
//	0  if all went well
//	1  if something failed: a file could not be read, an archive not opened
//	2  if the command line, the settings or a query cannot be understood
//
// Whatever is printed is a reader.Text or made by the program itself, so that
// no article, file name or argument acts on the terminal.
package cli

import (
	"context"
	"io"
)

// The exit codes.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// Main runs the program with the arguments (without the program's name), the
// three streams and the environment ("KEY=value"), and returns its exit code.
// It does not call os.Exit and keeps no state.
func Main(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, env []string) int {
	p := newProgram(stdin, stdout, stderr, env)
	return p.run(ctx, args)
}
