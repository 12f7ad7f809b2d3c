package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// source is one Go file of the tree.
type source struct {
	name string // path from the top, with slashes
	dir  string // its package's path from the top, "." for main
	test bool
	ast  *ast.File
}

// tree parses every Go file of the module once.
func tree(t *testing.T) ([]source, *token.FileSet) {
	t.Helper()
	fset := token.NewFileSet()
	var files []source
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && p != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(p, ".go") {
			return nil
		}
		f, err := parser.ParseFile(fset, p, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(p)
		files = append(files, source{name, path.Dir(name), strings.HasSuffix(p, "_test.go"), f})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 10 {
		t.Fatalf("only %d Go files were found", len(files))
	}
	return files, fset
}

// What a package of ui is, by its directory. What is in neither list and not
// named in mayImport is a screen.
var (
	services = []string{"ui/config", "ui/keys", "ui/theme", "ui/nav", "ui/task", "ui/typeset"}
	widgets  = []string{"ui/pager", "ui/picker", "ui/prompt"}
	measures = []string{"ui/cells"}                               // below all of ui
	lists    = []string{"ui/rows"}                                // between screens and widgets: rows of the archive
	panes    = []string{"ui/library", "ui/article", "ui/sidebar"} // what the desk sets side by side
)

func under(dir string, parents ...string) bool {
	for _, p := range parents {
		if dir == p || strings.HasPrefix(dir, p+"/") {
			return true
		}
	}
	return false
}

func isScreen(dir string) bool {
	return under(dir, "ui") && dir != "ui" && !under(dir, "ui/cli", "ui/uitest") &&
		!under(dir, services...) && !under(dir, widgets...) && !under(dir, measures...) &&
		!under(dir, lists...)
}

// mayImport tells whether a package of dir may import another of ours. These
// are the arrows:
//
//	main -> ui/cli -> ui -> screens -> widgets -> keys, theme
//	                        screens -> services, store, reader
//	        ui/cli -> store -> reader -> nothing of ours
func mayImport(dir, other string) bool {
	switch {
	case dir == ".":
		return other == "ui/cli"
	case dir == "reader":
		return false
	case under(dir, "reader"):
		return under(other, "reader")
	case under(dir, "store"):
		return other == "reader" || under(other, "store")
	case under(dir, "ui/cli"):
		return under(other, "ui", "store", "reader")
	case under(other, "ui/cli"), other == ".":
		return false
	case under(dir, measures...):
		return other == "reader"
	case under(other, measures...):
		return under(dir, "ui")
	case under(dir, widgets...): // the pager's content is a typeset page
		return under(other, "ui/keys", "ui/theme", "ui/typeset", dir) || other == "reader"
	case under(dir, lists...):
		return under(other, services...) || under(other, widgets...) || under(other, "reader", "store")
	case under(dir, services...):
		return under(other, services...) || under(other, "reader", "store")
	case dir == "ui", under(dir, "ui/uitest"):
		return under(other, "ui", "store", "reader")
	case dir == "ui/desk" && under(other, panes...):
		return true
	case isScreen(dir):
		return !isScreen(other) && other != "ui" || under(other, dir)
	}
	return false
}

// online is the one package that may speak to a network.
const online = "store/fetch"

func TestArrows(t *testing.T) {
	t.Parallel()
	files, _ := tree(t)
	for _, f := range files {
		if f.test {
			continue // tests may build what they need from other packages
		}
		for _, spec := range f.ast.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if (imported == "net/http" || strings.HasPrefix(imported, "net/http/")) && f.dir != online {
				t.Errorf("%s imports %s: only %s speaks to a network", f.name, imported, online)
			}
			if other, ours := strings.CutPrefix(imported, "offprint/"); ours && !mayImport(f.dir, other) {
				t.Errorf("%s must not import %s", f.name, imported)
			}
		}
	}
}

func TestArrowsSayNo(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ from, to string }{
		{".", "store"},
		{"reader", "reader/clean"},
		{"reader/quote", "store"},
		{"store", "reader/quote"},
		{"store/query", "ui/keys"},
		{"ui/article", "ui/library"},
		{"ui/article", "ui"},
		{"ui/article", "ui/cli"},
		{"ui/pager", "store"},
		{"ui/pager", "ui/nav"},
		{"ui/theme", "ui/article"},
	} {
		if mayImport(c.from, c.to) {
			t.Errorf("%s may import %s, want it refused", c.from, c.to)
		}
	}
}

func TestNoInit(t *testing.T) {
	t.Parallel()
	files, _ := tree(t)
	for _, f := range files {
		for _, d := range f.ast.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s has an init function: every run would pay for it", f.name)
			}
		}
	}
}

// Only package reader makes a Text of something that was not one; elsewhere
// a conversion would let an unclean string reach the terminal.
func TestTextIsMadeByReader(t *testing.T) {
	t.Parallel()
	files, fset := tree(t)
	for _, f := range files {
		if f.test || f.dir == "reader" {
			continue
		}
		constants := constantsOf(files, f.dir)
		ast.Inspect(f.ast, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 || !isText(call.Fun) {
				return true
			}
			if !isConstant(call.Args[0], constants) {
				t.Errorf("%s: a conversion to reader.Text; use reader.Clean or reader.CleanLine", fset.Position(call.Pos()))
			}
			return true
		})
	}
}

// isText reports whether an expression in the place of a function is reader.Text.
func isText(e ast.Expr) bool {
	if p, ok := e.(*ast.ParenExpr); ok {
		e = p.X
	}
	s, ok := e.(*ast.SelectorExpr)
	if !ok || s.Sel.Name != "Text" {
		return false
	}
	x, ok := s.X.(*ast.Ident)
	return ok && x.Name == "reader"
}

// constantsOf returns the names of the package-level constants of a package.
func constantsOf(files []source, dir string) map[string]bool {
	names := make(map[string]bool)
	for _, f := range files {
		if f.dir != dir {
			continue
		}
		for _, d := range f.ast.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.CONST {
				for _, s := range g.Specs {
					for _, n := range s.(*ast.ValueSpec).Names {
						names[n.Name] = true
					}
				}
			}
		}
	}
	return names
}

func isConstant(e ast.Expr, constants map[string]bool) bool {
	switch e := e.(type) {
	case *ast.BasicLit:
		return true
	case *ast.Ident:
		return constants[e.Name]
	case *ast.BinaryExpr:
		return isConstant(e.X, constants) && isConstant(e.Y, constants)
	}
	return false
}

// Only the package that is for it opens a connection, also where a package
// needs something else of net.
func TestOnlyOnePackageDials(t *testing.T) {
	t.Parallel()
	files, fset := tree(t)
	for _, f := range files {
		if f.test || f.dir == online {
			continue
		}
		for _, spec := range f.ast.Imports {
			if path := strings.Trim(spec.Path.Value, `"`); path == "crypto/tls" || path == "net/rpc" || path == "net/smtp" || strings.HasPrefix(path, "golang.org/x/net/http2") {
				t.Errorf("%s imports %s", f.name, path)
			}
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			x, ok := s.X.(*ast.Ident)
			if ok && x.Name == "net" && dials(s.Sel.Name) {
				t.Errorf("%s: net.%s speaks to a network", fset.Position(s.Pos()), s.Sel.Name)
			}
			return true
		})
	}
}

// dials reports whether a name of package net opens a connection or looks something up.
func dials(name string) bool {
	for _, start := range []string{"Dial", "Listen", "Lookup", "Resolve"} {
		if strings.HasPrefix(name, start) {
			return true
		}
	}
	return name == "DefaultResolver" || name == "FileConn"
}

// Only main ends the program: everybody else returns, so that files are
// closed and the terminal is given back.
func TestOnlyMainExits(t *testing.T) {
	t.Parallel()
	files, fset := tree(t)
	for _, f := range files {
		if f.test || f.name == "main.go" || f.ast.Name.Name == "main" && f.dir != "." { // tools of the tree are programs, too
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := s.X.(*ast.Ident); ok && (x.Name == "os" && s.Sel.Name == "Exit" || x.Name == "log" && strings.HasPrefix(s.Sel.Name, "Fatal")) {
				t.Errorf("%s: %s.%s ends the program", fset.Position(s.Pos()), x.Name, s.Sel.Name)
			}
			return true
		})
	}
}

// floors are the first versions without faults that hostile text can reach.
var floors = map[string][2]int{
	"golang.org/x/net": {0, 56}, "golang.org/x/text": {0, 39}, "github.com/yuin/goldmark": {1, 8},
}

func TestFloors(t *testing.T) {
	t.Parallel()
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for name, floor := range floors {
		_, rest, ok := strings.Cut(string(mod), "\t"+name+" v")
		var major, minor int
		if _, err := fmt.Sscanf(rest, "%d.%d", &major, &minor); !ok || err != nil {
			t.Errorf("go.mod does not name %s", name)
		} else if major < floor[0] || major == floor[0] && minor < floor[1] {
			t.Errorf("%s is at %d.%d, want %d.%d or later", name, major, minor, floor[0], floor[1])
		}
	}
}
