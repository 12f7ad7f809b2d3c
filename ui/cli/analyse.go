package cli

import (
	"context"
	"fmt"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/reader/parse"
	"offprint/store/intake/child"
)

// parseChild is the command by which the program starts itself to parse files.
// It is in no help: it is for the program's own use.
const parseChild = "parse-child"

// maxText is the length of the longest text that is taken for an article, in
// bytes: four times the longest that was ever seen, and what the makers read
// in a few seconds. Pages may be larger; their pictures are in them.
const maxText = 4 << 20

// analyse makes the digests of one file, in a child process: also where it is
// a single one that is only shown. A child costs 15 ms, which nobody feels,
// and what a file may do is the same. If no child can be started the file
// fails with [child.ErrStart]; it is never parsed here instead.
func (p *program) analyse(ctx context.Context, s reader.Source) ([]reader.Digest, error) {
	return p.children.Analyse(ctx, s)
}

// makers are the children that analyse uses. None is started before there is a file.
func makers() *child.Pool {
	return child.NewPool(child.Options{Args: []string{"offprint", parseChild}, Errors: known()})
}

// readers is how many files an import reads at once: one more than are parsed,
// so that no child waits for the next.
func (p *program) readers() int { return p.children.Size() + 1 }

// known are the errors that a parent must recognise.
func known() []error { return []error{parse.ErrEmpty, parse.ErrBinary, parse.ErrOther} }

// isChild reports whether the program was started to parse files for another.
func isChild(args []string) bool { return len(args) == 1 && args[0] == parseChild }

// serve is the whole run of such a program. What it says on standard error, its parent reads.
func (p *program) serve() int {
	if err := child.Serve(p.stdin, p.out.to, known(), digests); err != nil {
		p.say(reader.CleanLine(err.Error()))
		_ = p.err.flush()
		return exitFailed
	}
	return exitOK
}

// digests runs the makers over one file.
func digests(s reader.Source, step func(), give func(*reader.Digest) error) error {
	return parse.Each(s, step, func(a reader.Article) error {
		if n := len(a.Markdown); n > maxText {
			return fmt.Errorf("its text is %d MiB long, an article %d at most", n>>20, maxText>>20)
		}
		a.Markdown = reader.Clean(string(a.Markdown))
		d := digest.Article(a)
		return give(&d)
	})
}
