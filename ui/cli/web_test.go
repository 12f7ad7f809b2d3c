package cli

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// cmdWeb starts a host for the script: web FOLDER. Its address is $WEB. It
// serves the folder's files, and for /web/…id_/ADDRESS, as the Wayback Machine
// would, those of its folder "copies" by the last part of their path. A file
// that is not there is a 404, one that holds "-> ADDRESS" a redirect, one that
// holds "status 403" that status. What is asked for goes to the file asked.txt.
func cmdWeb(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: web folder")
	}
	folder, asked := ts.MkAbs(args[0]), ts.MkAbs("asked.txt")
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if f, err := os.OpenFile(asked, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666); err == nil {
			f.WriteString(r.RequestURI + "\n")
			f.Close()
		}
		name := filepath.Join(folder, filepath.FromSlash(r.URL.Path))
		if _, of, ok := strings.Cut(r.URL.Path, "id_/"); ok {
			name = filepath.Join(folder, "copies", filepath.Base(of))
		}
		data, err := os.ReadFile(name)
		text := strings.TrimSpace(string(data))
		switch to, redirect := strings.CutPrefix(text, "-> "); {
		case err != nil:
			http.NotFound(w, r)
		case redirect:
			http.Redirect(w, r, to, http.StatusFound)
		case text == "status 403":
			w.WriteHeader(http.StatusForbidden)
		case text == "status 429":
			w.Header().Set("Retry-After", "3600")
			w.WriteHeader(http.StatusTooManyRequests)
		default:
			if filepath.Base(name) == "picture" {
				w.Header().Set("Content-Type", "image/png")
			}
			w.Write(data)
		}
	}))
	ts.Defer(s.Close)
	ts.Setenv("WEB", s.URL)
	ts.Setenv("TEST_WAYBACK", s.URL)
}

// cmdExpand puts variables such as $WEB into files: expand FILE...
func cmdExpand(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		text := os.Expand(ts.ReadFile(name), ts.Getenv)
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(text), 0o666))
	}
}
