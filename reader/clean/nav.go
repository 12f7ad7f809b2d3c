package clean

import (
	"strings"

	"offprint/reader"
)

// navLength is how long a line of navigation is at most, in characters.
const navLength = 160

// Navigation reports whether a block belongs to the site and not to the
// article: nothing but dead links, a few words before several of them, or one
// of the phrases that sites put around their texts.
func Navigation(b *Block) bool {
	if b.Kind != Prose && b.Kind != List || len(b.Lines) > 12 {
		return false
	}
	text := strings.TrimSpace(b.Text())
	if b.Links > 0 && b.Left == "" {
		return !endsSentence(text) || runes(text) < shortParagraph
	}
	if b.Links > 1 && len(strings.Fields(b.Left)) <= 4 && !endsSentence(text) {
		return true
	}
	if len(b.Lines) > 1 || runes(text) > navLength {
		return false
	}
	return sitePhrase(strings.ToLower(strings.Trim(text, " *_#[]()|›»>:.")))
}

// sitePhrase reports whether the line, in lower case, is one that sites put around their texts.
func sitePhrase(line string) bool {
	switch line {
	case "advertisement", "advertisements", "skip to main content", "skip to content", "skip to navigation", "related articles",
		"related stories", "related posts", "related content", "share", "share this", "share this article", "share this story", "print",
		"print this page", "back to top", "sign in", "log in", "subscribe", "menu", "comments", "leave a comment", "no comments",
		"most read", "most popular", "read next", "story continues below advertisement", "article continues below",
		"werbung", "anzeige", "publicité", "publicidad", "pubblicità", "publicidade", "реклама":
		return true
	}
	for _, head := range []string{"comments (", "follow us on ", "sign up for our ", "subscribe to our ", "share this article on ", "© ", "(c) ", "copyright ©", "all rights reserved"} {
		if strings.HasPrefix(line, head) {
			switch head {
			case "© ", "(c) ", "copyright ©":
				return strings.Contains(line, "all rights reserved") || strings.Contains(line, "reserved")
			case "comments (":
				return strings.Trim(line[len(head):], "0123456789)") == ""
			}
			return true
		}
	}
	return false
}

// DropNavigation takes the navigation out of the blocks. A list of links after
// a heading such as "Related articles" goes with it.
func DropNavigation(blocks []Block, notes *Notes) []Block {
	if notes.AsIs {
		return blocks
	}
	out := blocks[:0]
	for i := range blocks {
		if Navigation(&blocks[i]) {
			notes.Add(reader.RepairNavigation, blocks[i].Text())
			continue
		}
		out = append(out, blocks[i])
	}
	return out
}
