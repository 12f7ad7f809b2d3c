package rows

import (
	"strings"
	"time"

	"offprint/reader"
	"offprint/store"
	"offprint/ui/nav"
)

// eighths are the bars of a count by month, the least first.
var eighths = []rune("▁▂▃▄▅▆▇█")

// Months draws counts by month as two lines of at most w cells: a bar for each
// month from the first to the last, several months in one where there is no
// room, and under it when that was. It draws nothing of no counts.
func Months(look nav.Look, months []store.Month, w int) []string {
	if len(months) == 0 || w <= 0 {
		return nil
	}
	first, last := months[0], months[0]
	for _, m := range months {
		if ordinal(m) < ordinal(first) {
			first = m
		}
		if ordinal(m) > ordinal(last) {
			last = m
		}
	}
	span := ordinal(last) - ordinal(first) + 1
	each := (span + w - 1) / w // months a bar
	bars := make([]int, (span+each-1)/each)
	most := 0
	for _, m := range months {
		i := (ordinal(m) - ordinal(first)) / each
		bars[i] += max(0, m.Count)
		most = max(most, bars[i])
	}
	var b strings.Builder
	for _, n := range bars {
		b.WriteRune(bar(n, most))
	}
	s, c := look.Styles, look.Cells
	label := month(first)
	if span > 1 {
		label += " – " + month(last)
	}
	label += " · at most " + Number(most) + " in " + period(each)
	return []string{s.List.Months.Render(b.String()), s.Faint.Render(c.Cut(label, w))}
}

// bar returns the bar of n where the highest stands for most: a blank for none.
func bar(n, most int) rune {
	if n <= 0 || most <= 0 {
		return ' '
	}
	return eighths[max(0, (n*len(eighths)+most-1)/most-1)]
}

func ordinal(m store.Month) int { return m.Year*12 + int(m.Month) - 1 }

func month(m store.Month) reader.Text {
	return reader.CleanLine(time.Date(m.Year, m.Month, 1, 0, 0, 0, 0, time.UTC).Format("Jan 2006"))
}

func period(months int) reader.Text {
	if months == 1 {
		return "a month"
	}
	return Number(months) + " months"
}

// Share draws n of most as up to five blocks, at least one.
func Share(n, most int) string {
	const full = 5
	k := full
	if most > 0 {
		k = max(1, min(full, (n*full+most-1)/most))
	}
	return strings.Repeat("▇", k) + blank(full-k)
}
