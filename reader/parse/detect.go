package parse

import (
	"path"
	"strings"
	"time"
	"unicode/utf8"

	"offprint/reader"
)

// formatOf tells what text is by its content, then by the file's name.
func formatOf(text, name string) reader.Format {
	head := strings.TrimLeft(text[:min(len(text), 4096)], " \t\r\n\ufeff")
	low := strings.ToLower(head)
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if strings.HasPrefix(low, tag) {
			return reader.FormatHTML
		}
	}
	if strings.HasPrefix(low, "<!--") || strings.HasPrefix(low, "<?xml") {
		if strings.Contains(low, "<html") {
			return reader.FormatHTML
		}
	}
	switch strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/"))) {
	case ".md", ".markdown", ".mdown", ".mkd", ".mdx":
		return reader.FormatMarkdown
	case ".html", ".htm", ".xhtml", ".shtml":
		return reader.FormatHTML
	}
	if front, _, _ := cutFrontMatter(text); front != "" {
		return reader.FormatMarkdown
	}
	if strings.HasPrefix(head, "<") && strings.Count(low, "<p") > 2 && strings.Contains(low, "</") {
		return reader.FormatHTML
	}
	return reader.FormatText
}

// titleLength is how long a title made from the text may be, in bytes.
const titleLength = 100

// fallbackTitle names an article that has no title: by its first line, or by its file.
func fallbackTitle(md reader.Text, name string) reader.Text {
	text := strings.TrimSpace(string(md))
	line, _, _ := strings.Cut(text, "\n")
	line = strings.TrimSpace(stripMarks(strings.TrimSuffix(line, `\`)))
	for _, head := range releaseLines {
		if rest, ok := cutPrefixFold(line, head); ok && len(rest) > len(head) && !wordStarts(rest) {
			line = strings.TrimLeft(rest, " .,:;|–—-")
			break
		}
	}
	if line != "" {
		return shortened(line)
	}
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	if stem := strings.TrimSuffix(base, path.Ext(base)); stem != "" {
		base = stem
	}
	if base == "." || base == "/" {
		return "Untitled"
	}
	return field(base)
}

// wordStarts reports whether s goes on with a letter.
func wordStarts(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return wordRune(r)
}

// shortened cuts a line to the length of a title: at the first sentence's
// end, else between two words.
func shortened(line string) reader.Text {
	if len(line) <= titleLength {
		return field(line)
	}
	for i := 20; i < titleLength; i++ {
		if c := line[i]; (c == '.' || c == '!' || c == '?') && line[i+1] == ' ' && !endsInitial(line[:i]) {
			return field(line[:i+1])
		}
	}
	cut := strings.LastIndexByte(line[:titleLength], ' ')
	if cut < titleLength/2 {
		cut = titleLength
	}
	return field(strings.ToValidUTF8(line[:cut], "")) + "…"
}

// endsInitial reports whether the last word is so short that a full stop
// after it more likely marks an abbreviation than the sentence's end.
func endsInitial(s string) bool { return len(s)-strings.LastIndexByte(s, ' ') <= 4 }

// nameDate is the date in a file's name, as site generators and people write
// it: 2024-04-19-the-bridge.md, The bridge 20240419.txt, 19Apr2024bridge.txt.
func nameDate(name string) (time.Time, bool) {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	for _, f := range nameForms {
		for _, m := range f.form.FindAllStringSubmatch(base, -1) {
			if t, err := time.Parse(f.read, m[1]); err == nil && t.Year() >= firstYear && t.Year() <= lastYear {
				return t, true
			}
		}
	}
	return time.Time{}, false
}
