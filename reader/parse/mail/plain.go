package mail

import (
	"bytes"
	"strings"
)

// flowed joins the lines of a text that was wrapped so that it can be undone
// (RFC 3676): those that end in a blank go on. delete says that the blank is
// none of the text.
func flowed(data []byte, del bool) []byte {
	var b bytes.Buffer
	b.Grow(len(data))
	for line := range bytes.Lines(data) {
		line = bytes.TrimRight(line, "\r\n")
		soft := bytes.HasSuffix(line, []byte(" ")) && string(line) != "-- "
		if len(line) > 1 && line[0] == ' ' {
			line = line[1:] // stuffed
		}
		if soft && del {
			line = line[:len(line)-1]
		}
		b.Write(line)
		if !soft {
			b.WriteByte('\n')
		}
	}
	return b.Bytes()
}

// signatureLines is how many lines may follow the mark of a signature.
const signatureLines = 15

// unsigned cuts a signature off, and what a list puts under a message.
func unsigned(data []byte) []byte {
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	for _, mark := range []string{"\n-- \n", "\n--\n", "\n_______________________________________________\n"} {
		i := strings.LastIndex(text, mark)
		if i > 0 && strings.Count(text[i+len(mark):], "\n") <= signatureLines && strings.TrimSpace(text[:i]) != "" {
			text = text[:i+1]
		}
	}
	return []byte(text)
}
