package pager_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/ui/pager"
)

// Of what is gone to in parts, the words between them look as any others.
func TestOnlyTheGivenPartsArePainted(t *testing.T) {
	t.Parallel()
	text := reader.Text("The mill \"closed,\" she said, \"on Friday.\" It will open.\n")
	at := func(words string) reader.Span {
		i := strings.Index(string(text), words)
		return reader.Span{Start: i, End: i + len(words)}
	}
	p := opened(80, 4, text)
	whole, between := at(`closed," she said, "on Friday`), ` she said, `
	p.Goto(whole, pager.Nearest, at("closed"), at("on Friday"))
	if !strings.Contains(p.View(), between) {
		t.Errorf("the words between are painted: %q", p.View())
	}
	inParts := p.View()
	p.Goto(whole, pager.Nearest)
	if p.View() == inParts || ansi.Strip(p.View()) != ansi.Strip(inParts) {
		t.Errorf("gone to as a whole it looks the same: %q", inParts)
	}
}
