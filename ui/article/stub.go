package article

import (
	"strings"

	"offprint/reader"
	"offprint/reader/markdown"
	"offprint/store"
)

// shown returns the text that is set for an article. Marks whose words it does
// not have, and notes on all of it, stand below it. Of a stub it says what is
// known and how the text is got, so that the page is not empty. Offsets into
// the article stay what they are, since it stands first.
func shown(a *store.Article) reader.Text {
	text := a.Digest.Article.Markdown
	marked := unplaced(a.Highlights)
	if !a.Row.Stub && len(marked) == 0 {
		return text
	}
	var parts []string
	if text != "" {
		parts = append(parts, string(text), "---")
	}
	if !a.Row.Stub {
		parts = append(append(parts, "**Notes and marks without a place in this text**"), marked...)
		return reader.Clean(strings.Join(parts, "\n\n") + "\n")
	}
	if len(marked) > 0 {
		parts = append(append(append(parts, "**What you marked in it**"), marked...), "---")
	}
	parts = append(parts, howToGet(a), facts(a))
	if !a.Tried.IsZero() {
		parts = append(parts, "It was fetched in vain on "+a.Tried.Format("2 January 2006")+": "+string(markdown.Escape(a.Reason))+".")
	}
	return reader.Clean(strings.Join(parts, "\n\n") + "\n")
}

// howToGet says why there is no text, and how it is got.
func howToGet(a *store.Article) string {
	if a.Digest.Article.Address == "" {
		return "**Only what is said of it here was saved,** and no address that its text could be fetched from."
	}
	return "**Only the address was saved.** `offprint fetch --stubs` gets the text; so does adding a saved page with this address."
}

// unplaced writes the highlights that cannot be painted: their words are not in the text, or they are of all of it.
func unplaced(list []store.Highlight) []string {
	var out []string
	for _, h := range list {
		words, note := reader.CleanLine(string(h.Anchor.Exact)), reader.CleanLine(string(h.Note))
		if words != "" && !h.Lost {
			continue
		}
		if words != "" {
			out = append(out, "> "+string(markdown.Escape(words)))
		}
		if note != "" {
			out = append(out, "Note: "+string(markdown.Escape(note)))
		}
	}
	return out
}

// inAddress escapes what would end an address between < and >.
var inAddress = strings.NewReplacer("<", "%3C", ">", "%3E", "\\", "%5C", " ", "%20")

// facts writes the address of a stub, when it was saved, and its tags.
func facts(a *store.Article) string {
	var lines []string
	if address := a.Digest.Article.Address; address != "" {
		lines = append(lines, "["+string(markdown.Escape(address))+"](<"+inAddress.Replace(string(address))+">)")
	}
	saved := "Saved on " + a.Row.Added.Format("2 January 2006")
	for _, t := range a.Row.Tags {
		saved += " · " + string(markdown.Escape("#"+t))
	}
	return strings.Join(append(lines, saved), "  \n")
}
