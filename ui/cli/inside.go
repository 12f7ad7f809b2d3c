package cli

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"offprint/reader"
	"offprint/store/intake"
)

// inside tells what was in the files of an import: an account of files says
// nothing of the rows of an export, nor of those that were left out.
type inside struct {
	mu    sync.Mutex // guards parts, which the workers fill
	parts map[reader.Text]parts
	stubs int              // articles without a text in the files of the account's Articles
	lost  []intake.Failure // what was left out of files that were added
}

// parts is what makers told of one file that has not its place in the account yet.
type parts struct {
	stubs int
	lost  []reader.Text
}

// watch returns analyse, of whose articles it is told.
func (in *inside) watch(analyse intake.Analyse) intake.Analyse {
	return func(ctx context.Context, s reader.Source, give func(reader.Digest) error) error {
		return analyse(ctx, s, func(d reader.Digest) error {
			in.met(s.Name, &d.Article)
			return give(d)
		})
	}
}

func (in *inside) met(name string, a *reader.Article) {
	var lost []reader.Text
	for _, r := range a.Repairs {
		if r.Kind == reader.RepairLost || r.Kind == reader.RepairPassed {
			lost = append(lost, r.Text)
		}
	}
	if !a.Stub && len(lost) == 0 {
		return
	}
	if name == "" {
		name = "standard input" // as accounts call it
	}
	in.mu.Lock()
	defer in.mu.Unlock()
	path := reader.CleanLine(name)
	p := in.parts[path]
	if a.Stub {
		p.stubs++
	}
	p.lost = append(p.lost, lost...)
	in.parts[path] = p
}

// note takes a file that has its place in the account, and returns what was
// left out of it.
func (in *inside) note(f *intake.File) (left []reader.Text) {
	in.mu.Lock()
	defer in.mu.Unlock()
	p, ok := in.parts[f.Path]
	if !ok {
		return nil
	}
	delete(in.parts, f.Path)
	switch f.Status {
	case intake.Added, intake.Updated, intake.Stub:
	default:
		return nil
	}
	in.stubs += p.stubs
	for _, l := range p.lost {
		if !strings.Contains(string(l), "left out") { // an export says so itself
			l = "left out: " + l
		}
		in.lost = append(in.lost, intake.Failure{Path: f.Path, Reason: l})
	}
	return p.lost
}

// made says how many articles there were, unless it was one in each file, and
// how many documents in the files could not be read.
func (in *inside) made(a *intake.Account) reader.Text {
	if a.Articles == a.Added+a.Updated+a.Stubs && in.stubs == a.Stubs && a.Lost == 0 {
		return ""
	}
	said := "from them: " + count(a.Articles, "article")
	if in.stubs > 0 {
		said += fmt.Sprintf(", %s among them", count(in.stubs, "stub"))
	}
	if a.Lost > 0 {
		said += "; could not be read: " + count(a.Lost, "document") + " in them"
	}
	return reader.CleanLine(said)
}
