package stubs

import (
	"strings"
	"testing"

	"offprint/reader"
)

const consent = "We value your privacy. We and our partners store information on a device, such as cookies, and process personal data. " +
	"With your consent we and our 842 partners may use precise data. You may refuse to consent, or change your cookie settings. " +
	"Some vendors may process your personal data on the basis of legitimate interest. See our privacy policy and our list of partners."

func TestWalls(t *testing.T) {
	t.Parallel()
	article := "The regulator said on Monday that the site must ask for consent before it sets cookies. " +
		strings.Repeat("The site had argued that nobody reads such questions and that everybody presses the same button. ", 8)
	for _, c := range []struct {
		name, stub, title, text string
		want                    bool
	}{
		{"consent", "The bridge is closed", "The Reporter", consent, true},
		{"consent, of a stub without a title", "", "The Reporter", consent, true},
		{"a check of the browser", "The bridge is closed", "Just a moment...", strings.Repeat("Please wait while your request is looked at. ", 6), true},
		{"an article about consent", "", "Regulator asks for consent", article, false},
		{"the article with such a notice below", "The bridge is closed", "The bridge is closed - Reporter", "It is. " + consent, false},
		{"a long text", "", "The Reporter", strings.Repeat(consent+" ", 4), false},
		{"German", "", "Zeitung", "Mit Ihrer Einwilligung nutzen wir Cookies. Sie können die Einwilligung widerrufen, siehe Datenschutz. " +
			"Ohne Cookies können Sie sich anmelden oder ein Abo abschließen. Wir verarbeiten personenbezogene Daten.", true},
		{"news", "Storm", "Storm over Osk", strings.Repeat("The storm tore roofs from houses. ", 10), false},
	} {
		d := reader.Digest{Words: len(strings.Fields(c.text)), Article: reader.Article{Title: reader.CleanLine(c.title), Markdown: reader.Clean(c.text)}}
		if got := asks(&d, reader.CleanLine(c.stub)); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
