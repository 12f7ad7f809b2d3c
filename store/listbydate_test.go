package store

import (
	"testing"
	"time"
)

func TestSettleGrouping(t *testing.T) {
	t.Parallel()
	day := func(date string) int64 {
		d, err := time.Parse(time.DateOnly, date)
		if err != nil {
			t.Fatal(err)
		}
		return dayOf(d.Unix())
	}
	for _, c := range []struct {
		what string
		days map[int64]int
		want Grouping
	}{
		{"nothing", nil, GroupDay},
		{"one article", map[int64]int{day("2024-04-19"): 1}, GroupDay},
		{"full days", map[int64]int{day("2024-04-19"): 5, day("2024-04-18"): 1}, GroupDay},
		{"two of one month", map[int64]int{day("2024-04-19"): 1, day("2024-04-02"): 1}, GroupMonth},
		{"three each month", map[int64]int{day("2024-04-19"): 1, day("2024-04-02"): 2, day("2023-04-02"): 3}, GroupMonth},
		{"one each month", map[int64]int{day("2024-04-19"): 1, day("2024-05-19"): 1, day("1969-12-31"): 1}, GroupYear},
	} {
		if got := GroupDate.settle(c.days); got != c.want {
			t.Errorf("%s: grouping %d, want %d", c.what, got, c.want)
		}
		if got := GroupOutlet.settle(c.days); got != GroupOutlet {
			t.Errorf("%s: a list by outlet became %d", c.what, got)
		}
	}
}

// Spans follow each other without a gap, before 1970, too, and every day lies
// in the one that it begins.
func TestSpansOfDates(t *testing.T) {
	t.Parallel()
	for _, g := range []Grouping{GroupDay, GroupMonth, GroupYear} {
		begin := g.begin(-800)
		for day := begin; day < 20000; day++ {
			if day == g.end(begin) {
				begin = day
			}
			if got := g.begin(day); got != begin {
				t.Fatalf("grouping %d: day %d lies in the span of %d, want %d", g, day, got, begin)
			}
		}
	}
}
