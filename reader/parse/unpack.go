package parse

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/bundle"
	"offprint/reader/parse/frame"
	"offprint/reader/parse/inner"
	"offprint/reader/parse/mail"
	"offprint/reader/parse/saved"
)

// unpacking is one file being read with all that is in it.
type unpacking struct {
	budget *inner.Budget
	step   func() // called before each document, and before its article is given
	asIs   bool   // nothing is mended
	give   func(reader.Article) error
	err    error            // of give
	held   *reader.Article  // the last, in whose repairs is told what of the file is lost behind it
	found  int              // articles
	given  int              // of these, handed on or passed over
	number int              // of the steps
	within string           // the file within the file that is being read
	large  bool             // the file cannot be kept: its articles hold what they are made from
	from   *reader.Document // what they are made from now
	resume reader.Resume
	lost   []reader.Repair // documents, until there is an article to tell it
	told   int             // lost that were named
	more   int             // lost that are not named
	none   bool            // a list was sound and named no article
	spoilt bool            // something was lost that may have been an article
}

// unpack gives the articles in a file that holds others; ok is false if it
// does not. What could not be read of it is told in the repairs of the articles;
// only if nothing could be read it is an error.
func unpack(src reader.Source, step func(), give func(reader.Article) error) (ok bool, err error) {
	size := len(src.Data)
	if src.Large != nil {
		size = int(src.Large.Size())
	}
	u := &unpacking{budget: inner.NewBudget(size), step: step, asIs: src.AsIs, give: give, resume: src.Resume, large: src.Large != nil}
	format, documents := insides(src, u.budget)
	if documents == nil {
		return false, nil
	}
	u.read(documents, format, 1)
	switch {
	case u.err != nil:
		return true, u.err
	case u.held == nil:
		return true, u.failed(format)
	case u.found == 1:
		addressed(u.held, src.Address)
	}
	if u.more > 0 {
		u.lost = append(u.lost, lost(reader.RepairLost, fmt.Sprintf("and %d more", u.more)))
	}
	u.hand()
	return true, u.err
}

// add takes one more article. The one before it is given away.
func (u *unpacking) add(a reader.Article) {
	u.hand()
	a.From = u.from
	u.held = &a
	u.found++
	u.tellLost()
}

// hand gives the last article away.
func (u *unpacking) hand() {
	if u.held == nil || u.err != nil {
		return
	}
	if why := u.next(); why != nil { // what is found in a text may take too long, too
		u.lose("its text", why)
		u.held.Markdown, u.held.Stub = "", true
	}
	u.tellLost()
	if u.given++; u.given > u.resume.Given {
		u.err = u.give(*u.held)
	}
	u.held = nil
}

// next begins a document, or what is found in one. It returns why that is not
// to be done.
func (u *unpacking) next() error {
	u.step()
	u.number++
	for _, l := range u.resume.Without {
		if l.Document == u.number {
			return errors.New(string(l.Why))
		}
	}
	return nil
}

// tellLost has the last article tell what was lost.
func (u *unpacking) tellLost() {
	u.held.Repairs = append(u.held.Repairs, u.lost...)
	u.lost = nil
}

// failed says why nothing came of a file. An archive in which nothing was lost
// holds files of other kinds only.
func (u *unpacking) failed(format reader.Format) error {
	archive := format == reader.FormatZip || format == reader.FormatTar
	if len(u.lost) == 0 {
		if archive {
			return fmt.Errorf("%w: %s: only files of other kinds are in it", ErrOther, format)
		}
		return fmt.Errorf("%w: %s: there is no article in it", ErrEmpty, format)
	}
	reason := string(u.lost[0].Text)
	if u.more += len(u.lost) - 1; u.more > 0 {
		reason += fmt.Sprintf(", and %d more", u.more)
	}
	kind := ErrEmpty
	switch {
	case u.none && !u.spoilt:
		return fmt.Errorf("%w: %s", ErrOther, reason)
	case archive:
		kind = ErrBinary
	}
	return fmt.Errorf("%w: %s: %s", kind, format, reason)
}

// lose notes what was left out, and why.
func (u *unpacking) lose(name string, err error) {
	u.none = u.none || errors.Is(err, saved.ErrNone)
	kind := reader.RepairLost
	if _, ok := errors.AsType[inner.Passed](err); ok {
		kind = reader.RepairPassed
	} else {
		u.spoilt = true
	}
	if u.told >= maxLost {
		if kind == reader.RepairLost {
			u.more++
		}
		return
	}
	u.told++
	if name == "" {
		name = u.within
	}
	what := err.Error()
	if name != "" {
		what = name + ": " + what
	}
	u.lost = append(u.lost, lost(kind, what))
}

func lost(kind reader.RepairKind, what string) reader.Repair {
	return reader.Repair{Kind: kind, Text: reader.CleanLine(what)}
}

// read reads all documents of a file. A mistake in one does not stop the others.
func (u *unpacking) read(documents inner.Documents, format reader.Format, depth int) {
	for d, err := range documents {
		if u.err != nil {
			return
		}
		why := u.next()
		end := u.begin(&d)
		switch {
		case why != nil:
			u.lose(d.Name, why)
		case err != nil:
			u.lose(d.Name, err)
		case d.Kind == inner.File:
			u.file(&d, depth)
		default:
			u.keep(&d, format)
		}
		end()
	}
}

// begin has the articles that are made until end is called hold the document
// that they are made from, unless that is a part of one that they hold.
func (u *unpacking) begin(d *inner.Document) (end func()) {
	data := d.Raw
	if data == nil && d.Kind != inner.Stub {
		data = d.Data
	}
	if !u.large || u.from != nil || len(data) == 0 {
		return func() {}
	}
	name := d.Name
	if e := strings.ToLower(path.Ext(name)); (d.Kind == inner.Whole || d.Kind == inner.Mail && d.Raw == nil) && e != ".html" && e != ".xhtml" && e != ".htm" {
		name += ".html" // which a text without a head may not be told to be
	}
	u.from = &reader.Document{Name: name, Charset: d.Charset, Data: data}
	return func() { u.from = nil }
}

// file reads a file within a file, which may hold others in turn.
func (u *unpacking) file(d *inner.Document, depth int) {
	src := reader.Source{Name: d.Name, Data: d.Data, Large: d.Large}
	format, documents := insides(src, u.budget)
	if d.Stream != nil {
		format, documents = reader.FormatMail, mail.Stream(d.Stream)
	}
	switch {
	case documents != nil && depth >= maxNesting:
		u.lose(d.Name, errors.New("too many files within one another"))
	case documents != nil:
		before, outer := u.found, u.within
		u.within = d.Name
		u.read(documents, format, depth+1)
		u.within = outer
		u.tell(d, before)
	default:
		_, binary := clean.Binary(d.Data)
		if !bundle.Structured(d.Name) && !binary {
			u.keep(d, format)
		}
	}
}

// tell puts what is known of a file in the place of what the one article in it
// says, which is there if more were found than before. If none could be read a stub tells it.
func (u *unpacking) tell(d *inner.Document, before int) {
	if d.Says.Address == "" {
		return
	}
	switch u.found {
	case before:
		bare := *d
		bare.Kind, bare.Data = inner.Stub, nil
		u.keep(&bare, reader.FormatExport)
	case before + 1:
		a := u.held
		a.Tags = nil
		*a = told(*a, d)
		a.Kept = frame.Kept(&d.Kept)
	}
}

// keep reads one document that holds no others.
func (u *unpacking) keep(d *inner.Document, format reader.Format) {
	a, err := document(d, format, u.asIs)
	if format == reader.FormatExport && d.Kind == inner.Whole && err != nil {
		// What was saved is told, even where its text cannot be read.
		bare := *d
		bare.Kind, bare.Data = inner.Stub, nil
		if b, none := document(&bare, format, u.asIs); none == nil {
			if !errors.Is(err, ErrEmpty) {
				u.lose(d.Name, err)
			}
			a, err = b, nil
		}
	}
	switch {
	case errors.Is(err, ErrEmpty):
		if d.Kind != inner.Page { // an empty page is a part of another
			u.lose(d.Name, err)
		}
	case err != nil:
		u.lose(d.Name, err)
	default:
		u.add(a)
	}
}
