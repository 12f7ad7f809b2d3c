package intake

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"offprint/reader"
)

// What is met in a folder is known by its content. Two sorts of names spare
// the reading: those under which articles are saved, where even a bare text
// is taken for one, and those of pictures, sound and program code, which are
// left alone. All other files are opened, and read if they begin like
// something that holds articles.

// articles are the endings of files in which any text is an article.
var articles = map[string]bool{
	"": true, ".txt": true, ".text": true, ".md": true, ".markdown": true, ".mdown": true, ".mkd": true,
	".html": true, ".htm": true, ".xhtml": true, ".mhtml": true, ".mht": true, ".epub": true, ".pdf": true, ".eml": true, ".mbox": true,
	".rss": true, ".atom": true, ".warc": true, ".wacz": true, ".zip": true, ".tar": true, ".gz": true, ".tgz": true,
}

// others are the endings of files that hold no article whatever is in them.
var others = map[string]bool{
	".jpg": true, ".jpeg": true, ".png": true, ".gif": true, ".webp": true, ".avif": true, ".svg": true, ".ico": true, ".bmp": true,
	".tif": true, ".tiff": true, ".heic": true, ".mp3": true, ".m4a": true, ".ogg": true, ".wav": true, ".flac": true,
	".mp4": true, ".m4v": true, ".mkv": true, ".mov": true, ".avi": true, ".webm": true, ".woff": true, ".woff2": true, ".ttf": true,
	".otf": true, ".eot": true, ".css": true, ".js": true, ".mjs": true, ".map": true, ".exe": true, ".dll": true, ".so": true,
	".db": true, ".sqlite": true, ".docx": true, ".xlsx": true, ".pptx": true, ".odt": true, ".ods": true, ".odp": true, ".jar": true, ".apk": true,
	".whl": true, ".egg": true, ".xpi": true, ".crx": true, ".gem": true, ".deb": true, ".rpm": true, ".iso": true, ".dmg": true,
}

// articleName tells by the name whether any text in a file is an article. Of
// one that is packed by itself the name inside tells: "hilite.c.gz" is none.
func articleName(name string) bool {
	if e := ending(name); e == ".gz" || e == ".zst" {
		name = name[:len(name)-len(e)]
	}
	return articles[ending(name)]
}

// otherName tells by the name that a file is not worth opening.
func otherName(name string) bool { return others[ending(name)] }

// ending returns what follows the last dot, in lower case. What holds a blank
// or is long is no ending but the end of a title: "Talks resume. Nobody came".
func ending(name string) string {
	e := strings.ToLower(filepath.Ext(name))
	if len(e) > 16 || strings.ContainsAny(e, " _") || e == "." {
		return ""
	}
	return e
}

// errNoArticle is the error of a text that nothing marks as an article.
var errNoArticle = errors.New("nothing marks it as an article")

// plainText reports whether a file is one text without any form, packed or
// not, which could be the protocol of a program as well.
func plainText(digests []reader.Digest) bool {
	if len(digests) != 1 {
		return false
	}
	a := &digests[0].Article
	return a.Format == reader.FormatText || a.Format == reader.FormatTar && a.Address == "" && a.Byline == "" && a.Published.IsZero()
}

// headSize is how much of a file is looked at to know what it may be, in bytes.
const headSize = 4096

// looks is what a file's beginning tells.
type looks uint8

const (
	nothing looks = iota // of articles in it
	maybe                // it may hold articles; if none is found, it is of another kind
	surely               // it is of a kind that holds articles; if it cannot be read, that is a failure
)

// lookInto tells what a file begins like. The file is where it was afterwards.
func lookInto(f io.ReadSeeker, name string) (looks, error) {
	head := make([]byte, headSize)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nothing, err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return nothing, err
	}
	return begins(head[:n], ending(name)), nil
}

// containers are what large files of many documents begin with.
var containers = []string{"PK\x03\x04", "WARC/", "\x1f\x8b", "\x28\xb5\x2f\xfd", "\x5d\x2a\x4d\x18", "From "}

// container reports whether a file is one that may be large: a page, a zip, a web
// archive, a tar file or a mailbox, packed or not, a list in JSON, a table of
// addresses or an export of Evernote.
func container(head []byte) bool {
	if list := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"); bytes.HasPrefix(list, []byte("[")) || bytes.HasPrefix(list, []byte("<")) && bytes.Contains(list, []byte("<en-export")) {
		return true
	}
	if len(head) > 262 && string(head[257:262]) == "ustar" || markup(bytes.TrimLeft(head, " \t\r\n")) {
		return true
	}
	if first, _, _ := bytes.Cut(head, []byte("\n")); table(first, ".csv") && bytes.Contains(bytes.ToLower(first), []byte("url")) {
		return true
	}
	return slices.ContainsFunc(containers, func(c string) bool { return bytes.HasPrefix(head, []byte(c)) })
}

// marks are what files of many articles, PDF and mailboxes begin with, packed
// or not: a WARC in zstd begins with the dictionary that it is packed with.
var marks = []struct {
	begin string
	tells looks
}{
	{"PK\x03\x04", surely}, {"PK\x05\x06", surely}, {"WARC/", surely}, {"%PDF-", surely}, {"HTTP/", maybe}, {"mozLz40\x00", maybe},
	{"\x1f\x8b", maybe}, {"\x28\xb5\x2f\xfd", maybe}, {"\x5d\x2a\x4d\x18", maybe}, {"From ", maybe}, {"{", maybe}, {"[", maybe},
}

// headers begin the lines of a message or of a page saved as one.
var headers = []string{
	"From: ", "MIME-Version: ", "Return-Path: ", "Received: ", "Delivered-To: ", "Date: ", "Subject: ", "Message-ID: ", "Content-Type: ", "Snapshot-Content-Location: ",
}

// begins tells what a head is that of. It may be wrong: what is no article
// after all is found when it is read.
func begins(head []byte, ending string) looks {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	for _, m := range marks {
		if bytes.HasPrefix(text, []byte(m.begin)) {
			return m.tells
		}
	}
	switch {
	case len(head) > 262 && string(head[257:262]) == "ustar", bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")):
		return maybe
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")): // UTF-16
		return maybe
	case bytes.IndexByte(head, 0) >= 0:
		return nothing
	case markup(text), message(text), frontMatter(text), table(text, ending):
		return maybe
	}
	return nothing
}

// tags are what pages, feeds, lists of bookmarks and links that a Mac keeps as
// files begin with, behind comments and declarations.
var tags = []string{
	"<!doctype html", "<!doctype netscape-bookmark", "<!doctype rss", "<!doctype opml", "<html", "<head", "<body", "<title", "<meta",
	"<article", "<h1", "<div", "<rss", "<feed", "<rdf:rdf", "<opml", "<dl",
	"<!doctype plist", "<plist", "<!doctype en-export", "<en-export",
}

// markup reports whether a text is a page, a feed or a list of bookmarks.
func markup(text []byte) bool {
	if len(text) == 0 || text[0] != '<' {
		return false
	}
	low := bytes.ToLower(text)
	for _, around := range [][2]string{{"<?", "?>"}, {"<!--", "-->"}, {"<!--", "-->"}} {
		if bytes.HasPrefix(low, []byte(around[0])) {
			_, rest, ends := bytes.Cut(low, []byte(around[1]))
			if !ends {
				return true // what it is stands further on
			}
			low = bytes.TrimLeft(rest, " \t\r\n")
		}
	}
	for _, tag := range tags {
		if bytes.HasPrefix(low, []byte(tag)) {
			return true
		}
	}
	return false
}

// message reports whether a text begins with the header of a message: two
// lines or more that only such a header has.
func message(text []byte) bool {
	found := 0
	for line := range bytes.Lines(text) {
		if len(bytes.TrimSpace(line)) == 0 {
			break
		}
		for _, h := range headers {
			if len(line) >= len(h) && strings.EqualFold(string(line[:len(h)]), h) {
				found++
				break
			}
		}
	}
	return found >= 2
}

// frontMatter reports whether a text begins as Markdown with YAML or TOML does.
func frontMatter(text []byte) bool {
	first, rest, _ := bytes.Cut(text, []byte("\n"))
	fence := strings.TrimSpace(string(first))
	return (fence == "---" || fence == "+++") && bytes.Contains(rest, []byte("\n"+fence))
}

// table reports whether a text may be a list that a service exports: a table
// with a heading of several columns, under a name that says so.
func table(text []byte, ending string) bool {
	first, _, _ := bytes.Cut(text, []byte("\n"))
	return (ending == ".csv" || ending == ".tsv") && utf8.Valid(first) && bytes.ContainsAny(first, ",;\t")
}
