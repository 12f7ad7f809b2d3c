package ui

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// The program explains every sign that the README does.
func TestSignsAreTold(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(readme), "\n## Signs\n")
	table, _, _ = strings.Cut(table, "\n## ")
	d, _ := start(t, 100, 40)
	d.Keys("g ?")
	shows(t, d, "What the signs mean", "● ★       unread", "2113      in the last")
	n := 0
	for line := range strings.SplitSeq(table, "\n") {
		cell, _, _ := strings.Cut(strings.TrimPrefix(line, "| "), " | ")
		for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(cell, -1) {
			if sign := strings.TrimRight(m[1], "▇"); sign != "" && sign != "g?" {
				n++
				shows(t, d, sign)
			}
		}
	}
	if n < 15 {
		t.Errorf("the README names %d signs", n)
	}
	d.Keys("esc")
	lacks(t, d, "What the signs mean")
	d.Resize(40, 10)
	d.Keys("g ? G")
	shows(t, d, "of the archive")
}
