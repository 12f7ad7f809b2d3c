package saved

import (
	"path"
	"strings"

	"golang.org/x/net/html"

	"offprint/reader/clean"
	"offprint/reader/parse/inner"
)

// linkFile reports whether a file is a link that a desktop keeps as a file:
// of Windows, of Linux, of a Mac.
func linkFile(head string) bool {
	low := strings.ToLower(head)
	return strings.HasPrefix(low, "[internetshortcut]") || strings.HasPrefix(low, "[{000214a0") && strings.Contains(low, "[internetshortcut]") || strings.HasPrefix(low, "[desktop entry]") && strings.Contains(low, "type=link") ||
		strings.Contains(low, "<plist") && strings.Contains(low, "<key>url</key>")
}

// link yields the page that such a file leads to; the file has its title.
func link(data []byte, name string) inner.Documents {
	return listed(func(l *list) {
		text, _ := clean.Decode(data, false)
		to := ""
		for line := range strings.Lines(text) {
			if v, ok := strings.CutPrefix(strings.TrimSpace(line), "URL="); ok && to == "" {
				to = v
			}
		}
		if _, rest, ok := strings.Cut(text, "<key>URL</key>"); ok && to == "" {
			_, rest, _ = strings.Cut(rest, "<string>")
			rest, _, _ = strings.Cut(rest, "</string>")
			to = html.UnescapeString(rest)
		}
		base := path.Base(strings.ReplaceAll(name, `\`, "/"))
		title := strings.TrimSuffix(base, path.Ext(base))
		if title == "." || title == "/" {
			title = ""
		}
		l.add(inner.Document{Kind: inner.Stub, Says: inner.Meta{Title: oneLine(title), Address: to}})
	})
}
