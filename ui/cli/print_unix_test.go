//go:build unix

package cli

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/creack/pty"
)

// onTerminal runs a command with both streams on a terminal of 80 columns and
// returns what the terminal got.
func onTerminal(t *testing.T, env []string, args ...string) (code int, got string) {
	t.Helper()
	master, tty, err := pty.Open()
	if err != nil {
		t.Skip(err)
	}
	defer master.Close()
	if err := pty.Setsize(tty, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	read := make(chan []byte)
	go func() {
		var b bytes.Buffer
		_, _ = io.Copy(&b, master) // ends with an error when the terminal is closed
		read <- b.Bytes()
	}()
	code = Main(t.Context(), args, strings.NewReader(""), tty, tty, env)
	tty.Close()
	return code, strings.ReplaceAll(string(<-read), "\r\n", "\n")
}

// hostileFile writes an article that tries everything.
func hostileFile(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	text := "---\ntitle: \"Harbour \\u001b]0;x\\u0007 news\"\nauthor: \"\\u009b2J Ann Berg\"\ndate: 2024-05-02\n---\n\n" +
		"The harbour \x1b]52;c;eA==\x07 of &#27;[2J Osk ![pic\x1b[2J](http://a.example/\u202e) is [open](javascript:x) again.\n\n" +
		"> > \"We are glad,\" Ann Berg said on Thursday, `code \x1b[2J` and <b>bold</b>.\n"
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAddOnATerminal(t *testing.T) {
	t.Parallel()
	path := hostileFile(t, "a\x1b[2J.md")
	archive := filepath.Join(t.TempDir(), "archive.db")
	code, got := onTerminal(t, []string{"TERM=xterm"}, "--archive", archive, "add", path, path+"\x1b]0;none\a")
	if code != exitFailed {
		t.Errorf("exit code %d, want %d", code, exitFailed)
	}
	if !strings.Contains(got, " files, ") || !strings.Contains(got, " a second") {
		t.Errorf("no progress was shown: %q", got)
	}
	// The progress line may go back to its beginning and clear its end.
	if bad := hostile(strings.NewReplacer("\r", "", "\x1b[K", "").Replace(got)); bad != "" {
		t.Errorf("the terminal got %q in %q", bad, got)
	}
	lines := strings.Split(strings.TrimSpace(got), "\n")
	if want := "seen 2 = 1 added"; !strings.Contains(lines[len(lines)-1], want) {
		t.Errorf("last line %q, want %q", lines[len(lines)-1], want)
	}
}

func TestShowOnATerminal(t *testing.T) {
	t.Parallel()
	path := hostileFile(t, "a.md")
	code, got := onTerminal(t, []string{"TERM=xterm-256color"}, "show", path)
	if code != exitOK || !strings.Contains(got, "Harbour") {
		t.Fatalf("exit code %d, output %q", code, got)
	}
	if !strings.Contains(got, "\x1b[") {
		t.Errorf("no colours in %q", got)
	}
	if bad := hostile(got); bad != "" {
		t.Errorf("the terminal got %q in %q", bad, got)
	}
	for _, env := range [][]string{{"TERM=xterm-256color", "NO_COLOR=no"}, {"TERM=dumb"}} {
		if _, got := onTerminal(t, env, "show", path); strings.Contains(got, "\x1b") {
			t.Errorf("with %v the terminal got %q", env, got)
		}
	}
	if _, got := onTerminal(t, []string{"TERM=xterm-256color"}, "--color", "never", "show", path); strings.Contains(got, "\x1b") {
		t.Errorf("with --color never the terminal got %q", got)
	}
}

func TestHelpOnATerminal(t *testing.T) {
	t.Parallel()
	_, styled := onTerminal(t, []string{"TERM=xterm-256color"}, "--help")
	if bad := hostile(styled); bad != "" {
		t.Errorf("help sent %q", bad)
	}
	_, plain := onTerminal(t, []string{"TERM=xterm-256color", "NO_COLOR=1"}, "--help")
	if strings.Contains(plain, "\x1b") {
		t.Errorf("with NO_COLOR help sent %q", plain)
	}
}

// Arguments are repeated in errors; what is in them must not act.
func TestHostileArguments(t *testing.T) {
	t.Parallel()
	const evil = "\x1b]52;c;eA==\a\u009b2J\x1b[2J\u202e\r\xff"
	archive := filepath.Join(t.TempDir(), "archive.db")
	for _, args := range [][]string{
		{"--" + evil}, {evil}, {"--color", evil, "list"}, {"--config", evil, "list"}, {"--archive", evil + "/x", "list"},
		{"--archive", archive, "list", "(" + evil}, {"--archive", archive, "list", evil + ":x"}, {"add", evil},
		{"show", evil}, {"extract", "--json", evil}, {"extract", evil}, {"extract", "--format", evil, "x"},
		{"--archive", archive, "entity", evil}, {"export", "--format", evil}, {"help", evil}, {"list", "--sort", evil},
		{"completion", evil}, {"__complete", evil, ""}, {"list", "--limit", evil},
	} {
		if args[0] == "add" {
			args = append([]string{"--archive", archive}, args...)
		}
		code, got := onTerminal(t, []string{"TERM=xterm", "HOME=" + t.TempDir()}, args...)
		got = strings.NewReplacer("\r", "", "\x1b[K", "").Replace(got)
		if bad := hostile(got); bad != "" {
			t.Errorf("%q (exit code %d): the terminal got %q in %q", args, code, bad, got)
		}
	}
}
