package child

import (
	"os"
	"time"

	"offprint/reader"
)

// lie is a child that says a proper hello and then whatever it is told.
func lie(how string) {
	_ = writeFrame(os.Stdout, frameHello, []byte(version()))
	_, _, _ = readFrame(os.Stdin, maxFile)
	_, _, _ = readFrame(os.Stdin, maxFile)
	switch how {
	case "long":
		_, _ = os.Stdout.Write([]byte{byte(frameDigest), 0xff, 0xff, 0xff, 0xff})
	case "short":
		_, _ = os.Stdout.Write([]byte{byte(frameDigest), 0xff, 0xff, 0, 0, 1, 2, 3})
	case "unclean":
		var e encoder
		e.digest(&reader.Digest{Article: reader.Article{Markdown: "a\x1b]52;c;eA==\a"}})
		_ = writeFrame(os.Stdout, frameDigest, e.b)
	case "outside":
		var e encoder
		e.digest(&reader.Digest{
			Article:  reader.Article{Markdown: "four"},
			Entities: []reader.Entity{{Name: "x", Mentions: []reader.Span{{Start: 3, End: 5}}, Roles: []reader.Span{{Start: 7, End: 9}}}},
		})
		_ = writeFrame(os.Stdout, frameDigest, e.b)
	case "asking": // for a file that was sent
		_ = writeFrame(os.Stdout, frameAsk, []byte{0, 1})
	case "unasked":
		_ = writeFrame(os.Stdout, frameHello, nil)
	}
	time.Sleep(time.Minute)
}
