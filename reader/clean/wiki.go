package clean

import (
	"regexp"
	"strings"

	"offprint/reader"
)

// wikiReach is how long a link between notes may be, in bytes.
const wikiReach = 300

// noteComment is a comment in a note, and blockName the name at the end of a
// line by which other notes lead to its block.
var (
	noteComment = regexp.MustCompile(`(?:^|[ \n])%%[ \n][^%]*[ \n]%%($|[ \n])`)
	blockName   = regexp.MustCompile(`(?m) \^[A-Za-z0-9-]{4,40}$`)
)

// WikiLinks makes text of the links between notes: [[Jane Roe]], [[roe|Jane
// Roe]]. The notes are not here. Pictures by such links (![[a.png]]) go, and
// so do the marks of callouts (> [!note] Title), the names of blocks (^a1b2c3)
// at their ends, and comments (%% words %%). Code stays.
func WikiLinks(blocks []Block, notes *Notes) []Block {
	if notes.AsIs {
		return blocks
	}
	out := blocks[:0]
	for _, b := range blocks {
		if b.Kind == Code || b.Kind == HTML {
			out = append(out, b)
			continue
		}
		text := b.Text()
		if b.Kind == Quote && strings.Contains(b.Lines[0], "[!") {
			if b.Lines = plainCallout(b.Lines); len(b.Lines) == 0 {
				continue
			}
			text = b.Text()
		}
		if !strings.Contains(text, "[[") && !strings.Contains(text, "%%") && !strings.Contains(text, " ^") {
			out = append(out, b)
			continue
		}
		fixed := blockName.ReplaceAllString(noteComment.ReplaceAllString(withoutWiki(text), "$1"), "")
		if fixed != text {
			notes.addOnce(reader.RepairMarkup, text)
			if strings.TrimSpace(fixed) == "" {
				continue
			}
			b.Lines = strings.Split(strings.TrimRight(fixed, " \n"), "\n")
		}
		out = append(out, b)
	}
	return out
}

// withoutWiki replaces the links of one block.
func withoutWiki(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		if n := verbatim(text[i:]); n > 0 {
			b.WriteString(text[i : i+n])
			i += n
			continue
		}
		switch {
		case strings.HasPrefix(text[i:], "![["):
			if _, n := wikiLink(text[i+1:]); n > 0 {
				i += 1 + n
				continue
			}
		case strings.HasPrefix(text[i:], "[["):
			if shown, n := wikiLink(text[i:]); n > 0 {
				b.WriteString(shown)
				i += n
				continue
			}
		}
		b.WriteByte(text[i])
		i++
	}
	return b.String()
}

// wikiLink returns what a link shows that s begins with, and its length; 0 if
// it is none. [[1]](address) is a link of Markdown.
func wikiLink(s string) (shown string, n int) {
	end := strings.Index(s[:min(len(s), wikiReach)], "]]")
	if end < 3 || strings.ContainsAny(s[2:end], "[]\n") {
		return "", 0
	}
	n = end + 2
	if rest := s[n:]; rest != "" && (rest[0] == '(' || rest[0] == '[' || rest[0] == ':') {
		return "", 0
	}
	target, alias, ok := strings.Cut(s[2:end], "|")
	if ok {
		return strings.TrimSpace(alias), n
	}
	if page, _, ok := strings.Cut(target, "#"); ok && page != "" {
		target = page
	}
	if target = strings.TrimSpace(target); target == "" {
		return "", 0
	}
	return target, n
}

// plainCallout takes the mark off a callout; its title is a paragraph of its own.
func plainCallout(lines []string) []string {
	head, rest, _ := strings.Cut(lines[0], "[!")
	_, title, ok := strings.Cut(rest, "]")
	if !ok || strings.Trim(head, "> ") != "" {
		return lines
	}
	if title = strings.TrimSpace(strings.TrimLeft(title, "+-")); title == "" {
		return lines[1:]
	}
	return append([]string{head + "**" + title + "**", strings.TrimRight(head, " ")}, lines[1:]...)
}
