//go:build unix

package child

import (
	"os/exec"
	"syscall"
)

// apart puts a child into a process group of its own, so that Ctrl-C in the
// terminal reaches the parent alone.
func apart(c *exec.Cmd) { c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }
