package pdf_test

import (
	"strings"
	"testing"
)

// TestTable: cells that stand below one another are a table, however they are
// set; items of a list, lines of words that stand far apart and teasers side by
// side are none.
func TestTable(t *testing.T) {
	t.Parallel()
	rows := func(y float64, xs []float64, list ...[]string) []show {
		var out []show
		for i, r := range list {
			for j, c := range r {
				out = append(out, show{xs[j], y - 14*float64(i), 10, "F1", c})
			}
		}
		return out
	}
	around := func(inside []show) string {
		return content(append(append(lines(50, 720, "The costs of the bridge were given on Monday by the town hall, which is late with", "them again, as it was in the years before:"), inside...),
			lines(50, 560, "The state paid half of it, as it had promised, and the rest came from many others.")...))
	}
	for name, c := range map[string]struct {
		shows  []show
		want   string
		tables int
	}{
		"left":     {rows(680, []float64{60, 160, 260}, []string{"Year", "Planned", "Spent"}, []string{"2016", "1.2 million", "0.4 & more"}, []string{"2019", "2.0 million", "3.1 million"}), "<tr><td>2016</td><td>1.2 million</td><td>0.4 &amp; more</td></tr>\n<tr><td>2019</td>", 1},
		"pairs":    {rows(680, []float64{60, 260}, []string{"Stone", "400"}, []string{"Iron", "210"}, []string{"Wood", "190"}), "<tr><th>Stone</th><th>400</th></tr>\n<tr><td>Iron</td>", 1},
		"items":    {rows(680, []float64{60, 90}, []string{"1.", "Stone of the hill"}, []string{"2.", "Iron of the mill"}, []string{"3.", "Wood of the town"}), "", 0},
		"two rows": {rows(680, []float64{60, 260}, []string{"Stone", "400"}, []string{"Iron", "210"}), "", 0},
		"apart":    {rows(680, []float64{60, 160, 260}, []string{"The bridge", "over the river", "was opened"}, []string{"after a year", "in which nobody", "had crossed it"}, []string{"but for two", "who swam and", "were wet"}), "", 0},
		"ragged":   {append(rows(680, []float64{60, 160}, []string{"Stone", "400"}), rows(666, []float64{75, 190}, []string{"Iron of it", "210 tons"}, []string{"Wood too", "190 tons"})...), "", 0},
	} {
		_, got, err := read(t, build("", around(c.shows)))
		if err != nil || strings.Count(got, "<table>") != c.tables || !strings.Contains(got, c.want) || !strings.Contains(got, "<p>The state paid half") {
			t.Errorf("%s: %v\n%s", name, err, got)
		}
	}
}
