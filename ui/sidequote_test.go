package ui

import "testing"

// From a quote beside the text one comes to who says it, to its other wordings
// and to where else it stands, and back to the article.
func TestQuoteOfTheSidebarLeadsOn(t *testing.T) {
	t.Parallel()
	d, _ := start(t, 120, 40)
	d.Keys("/")
	d.Type("Dockers Walk Out")
	d.Keys("enter enter alt+3")
	shows(t, d, "p speaker")
	d.Keys("w")
	shows(t, d, "OTHER WORDINGS")
	d.Keys("H alt+3 p")
	shows(t, d, `QUOTES  said:"`, "quoted by ", "p all about")
	d.Keys("p")
	shows(t, d, "Quotes by ")
	d.Keys("H H alt+3 a")
	lacks(t, d, "Quotes by ", "quoted by ")
	d.Keys("esc H")
}
