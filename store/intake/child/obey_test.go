package child

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"offprint/reader"
)

// The errors that the tests' children know.
var (
	errOdd  = errors.New("odd")
	errEven = errors.New("even")
	known   = []error{errOdd, errEven}
)

// TestMain lets the test's own program be the child; the argument says how it behaves.
func TestMain(m *testing.M) {
	if len(os.Args) != 2 || !strings.HasPrefix(os.Args[1], "child-") {
		os.Exit(m.Run())
	}
	switch how := strings.TrimPrefix(os.Args[1], "child-"); how {
	case "good":
		if err := Serve(os.Stdin, os.Stdout, known, obey); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	case "mute": // says nothing and goes, not even where coverage would be written to
		_ = os.Stderr.Close()
	case "failing":
		fmt.Fprintln(os.Stderr, "there is no library\x1b[31m")
		os.Exit(3)
	case "older":
		_ = writeFrame(os.Stdout, frameHello, []byte("offprint 0"))
		time.Sleep(time.Minute)
	default:
		lie(how)
	}
}

var sink [][]byte

// obey does what the file says; any other file is an article of its own words.
func obey(s reader.Source, step func(), give func(*reader.Digest) error) error {
	text := string(s.Data)
	if s.Large != nil { // its end, and then all of it
		end := make([]byte, 8)
		_, err := s.Large.ReadAt(end, s.Large.Size()-8)
		all, e := io.ReadAll(s.Large)
		if err = errors.Join(err, e); err != nil {
			return err
		}
		text = string(end) + string(all)
	}
	if parts := strings.Split(text, "|"); len(parts) > 1 {
		return several(s, parts, step, give)
	}
	switch text {
	case "hang":
		for { //nolint:staticcheck // that is the point
		}
	case "steps":
		for range 6 {
			time.Sleep(200 * time.Millisecond)
			step()
		}
	case "endless steps":
		for {
			time.Sleep(60 * time.Millisecond)
			step()
		}
	case "eat":
		for {
			b := make([]byte, 1<<20)
			for i := 0; i < len(b); i += 512 {
				b[i] = 1
			}
			sink = append(sink, b)
		}
	case "eat at once":
		sink = append(sink, make([]byte, 1<<30))
	case "deep":
		return deep(0)
	case "panic":
		panic("a mistake\x1b[2J")
	case "die":
		os.Exit(4)
	case "odd":
		return fmt.Errorf("too %w", errOdd)
	case "open":
		_, err := os.Open(os.Args[0])
		return err
	case "environment":
		text = strings.Join(os.Environ(), " ")
	}
	return give(&reader.Digest{Article: reader.Article{Title: reader.CleanLine(s.Name), Markdown: reader.Clean(text)}, Words: 1})
}

// several obeys a file of several documents.
func several(s reader.Source, parts []string, step func(), give func(*reader.Digest) error) error {
	given := 0
	var from *reader.Document
	for i, text := range parts {
		step()
		out := slices.ContainsFunc(s.Resume.Without, func(l reader.LeftOut) bool { return l.Document == i+1 })
		switch {
		case out:
			text = "left out"
		case text == "panic":
			panic("a mistake")
		case text == "die":
			os.Exit(4)
		case text == "hang":
			for { //nolint:staticcheck // that is the point
			}
		}
		if given++; given <= s.Resume.Given {
			continue
		}
		if text == "from" { // and all after it
			from = &reader.Document{Name: "n\x1b", Charset: "koi8-r", Data: []byte{0xff, byte(i)}}
		}
		if err := give(&reader.Digest{Article: reader.Article{Markdown: reader.Clean(text), From: from}, Words: 1}); err != nil {
			return err
		}
	}
	return nil
}

func deep(n int) error {
	var room [512]byte
	if n < 0 {
		return nil
	}
	err := deep(n + 1)
	room[n%len(room)] = 1
	_ = room
	return err
}
