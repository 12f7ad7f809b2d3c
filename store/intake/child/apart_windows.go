package child

import (
	"os/exec"
	"syscall"
)

// apart puts a child into a process group of its own, so that Ctrl-C in the
// console reaches the parent alone.
func apart(c *exec.Cmd) {
	c.SysProcAttr = &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
}
