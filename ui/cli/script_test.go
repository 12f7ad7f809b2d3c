package cli

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	_ "modernc.org/sqlite" // registers itself as "sqlite"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"offprint": func() {
			p := newProgram(os.Stdin, os.Stdout, os.Stderr, os.Environ())
			p.online.Wayback, p.online.Hurry = os.Getenv("TEST_WAYBACK"), true
			os.Exit(p.run(context.Background(), os.Args[1:]))
		},
	})
}

// TestScripts runs the program as a user's shell does, once for each file of testdata/script.
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			for name, dir := range map[string]string{
				"XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache",
			} {
				e.Setenv(name, e.WorkDir+"/"+dir)
			}
			e.Setenv("TERM", "xterm-256color")
			e.Setenv("OFFPRINT_ARCHIVE", "")
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("no condition is called %q", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"safe": cmdSafe, "bytes": cmdBytes, "repeat": cmdRepeat, "encode": cmdEncode, "mkfifo": cmdMkfifo,
			"lines": cmdLines, "sql": cmdSQL, "web": cmdWeb, "expand": cmdExpand, "until": cmdUntil,
		},
	})
}

// cmdSafe checks that the last command's output holds nothing that acts on a
// terminal but colours and links: safe.
func cmdSafe(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range []string{"stdout", "stderr"} {
		if bad := hostile(ts.ReadFile(name)); bad != "" {
			ts.Fatalf("%s holds %q", name, bad)
		}
	}
}

// hostile returns the first thing in s that a terminal would act on, other
// than line ends, tabs, colours (SGR) and links (OSC 8) to the web or mail.
// It is a plain scanner of its own: it must not share a mistake with the program.
func hostile(s string) string {
	for i := 0; i < len(s); {
		rest := s[i:]
		r, n := utf8.DecodeRuneInString(rest)
		switch {
		case strings.HasPrefix(rest, "\x1b["):
			end := strings.IndexFunc(rest[2:], func(r rune) bool { return !strings.ContainsRune("0123456789;:", r) })
			if end < 0 || rest[2+end] != 'm' {
				return rest[:min(len(rest), 20)]
			}
			n = end + 3
		case strings.HasPrefix(rest, "\x1b]8;"):
			end := strings.Index(rest, "\x1b\\")
			if bell := strings.IndexByte(rest, '\a'); bell >= 0 && (end < 0 || bell < end) {
				end = bell - 1
			}
			if end < 0 || !harmlessLink(rest[4:min(len(rest), end+1)]) {
				return rest[:min(len(rest), 40)]
			}
			n = end + 2
		case r == utf8.RuneError && n == 1, r < ' ' && r != '\n' && r != '\t', r >= 0x7f && r < 0xa0,
			r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return rest[:min(len(rest), 20)]
		}
		i += n
	}
	return ""
}

// harmlessLink takes what stands between "ESC ]8;" and the end: parameters, a semicolon, the address.
func harmlessLink(s string) bool {
	_, address, ok := strings.Cut(strings.TrimSuffix(s, "\x1b"), ";")
	if !ok {
		return false
	}
	if address == "" {
		return true
	}
	for _, scheme := range []string{"http://", "https://", "mailto:"} {
		if strings.HasPrefix(address, scheme) {
			return !strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r >= 0x7f })
		}
	}
	return false
}

// cmdBytes writes a file from a Go string: bytes FILE 'a\x1b[2J\n'. The name is one, too.
func cmdBytes(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: bytes file string")
	}
	ts.Check(os.WriteFile(ts.MkAbs(unquote(ts, args[0])), []byte(unquote(ts, args[1])), 0o666))
}

func unquote(ts *testscript.TestScript, s string) string {
	out, err := strconv.Unquote(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
	ts.Check(err)
	return out
}

// cmdRepeat writes a string many times: repeat FILE '>' 100000.
func cmdRepeat(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: repeat file string times")
	}
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(unquote(ts, args[1]), n)), 0o666))
}

// cmdEncode writes a file in another encoding: encode windows-1251 FROM TO.
func cmdEncode(ts *testscript.TestScript, neg bool, args []string) {
	encodings := map[string]encoding.Encoding{
		"windows-1251": charmap.Windows1251, "iso-8859-1": charmap.ISO8859_1,
		"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
		"utf-16be": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
	}
	e, ok := encodings[args[0]]
	if !ok || len(args) != 3 {
		ts.Fatalf("usage: encode encoding from to")
	}
	out, err := e.NewEncoder().String(ts.ReadFile(args[1]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(out), 0o666))
}

// cmdLines checks how many lines the last command printed: lines 3.
func cmdLines(ts *testscript.TestScript, neg bool, args []string) {
	if got := strings.Count(ts.ReadFile("stdout"), "\n"); len(args) != 1 || strconv.Itoa(got) != args[0] {
		ts.Fatalf("%d lines on stdout, want %v", got, args)
	}
}

// cmdSQL changes a database: sql FILE 'PRAGMA user_version = 9'.
func cmdSQL(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: sql file statement")
	}
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	_, err = db.Exec(args[1])
	ts.Check(errors.Join(err, db.Close()))
}

func TestHostile(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"plain\n\ttext — ok": false, "\x1b[1;38;5;4mred\x1b[m": false, "\x1b]8;;https://a.example/\x1b\\x\x1b]8;;\x1b\\": false,
		"\x1b[2J": true, "\x1b]52;c;eA==\a": true, "\x1b]0;title\a": true, "\x1bP1$r\x1b\\": true, "\u009b2J": true,
		"a\rb": true, "a\u202eb": true, "\xff": true, "\x1b]8;;file:///etc/passwd\x1b\\": true, "\x1b": true, "\x1b[": true,
	} {
		if got := hostile(s) != ""; got != want {
			t.Errorf("hostile(%q) is %v, want %v", s, got, want)
		}
	}
}

// cmdUntil runs a command again and again until its output has a line that
// matches: until 'REGEXP' offprint list.
func cmdUntil(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: until regexp command...")
	}
	want := regexp.MustCompile("(?m)" + args[0])
	for range 300 {
		if err := ts.Exec(args[1], args[2:]...); err == nil && want.MatchString(ts.ReadFile("stdout")) {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	ts.Fatalf("%v never printed %q but\n%s", args[1:], args[0], ts.ReadFile("stdout"))
}
