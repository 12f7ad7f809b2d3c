package parse

import (
	"path"
	"strings"

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
