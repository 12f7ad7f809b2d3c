package store

import (
	"database/sql"
	"sort"
	"strconv"
	"strings"
	"time"
)

// enough is how many articles a group by date should have on average: below
// it a list would be little but heads of groups.
const enough = 3

// byDate tells whether groups are spans of time.
func (g Grouping) byDate() bool { return g == GroupDate || g >= GroupDay }

// settle chooses for GroupDate the finest grouping that gives enough articles
// a group, or makes one group of all. It takes how many articles each day has.
func (g Grouping) settle(days map[int64]int) Grouping {
	if g != GroupDate {
		return g
	}
	all := 0
	for _, n := range days {
		all += n
	}
	groups := len(days)
	for _, finer := range [...]Grouping{GroupDay, GroupMonth} {
		if groups <= 1 || all >= enough*groups {
			return finer
		}
		spans := map[int64]bool{}
		for day := range days {
			spans[(finer + 1).begin(day)] = true
		}
		groups = len(spans)
	}
	return GroupYear
}

// begin returns the first day of the span that a day lies in.
func (g Grouping) begin(day int64) int64 {
	if g != GroupMonth && g != GroupYear {
		return day
	}
	y, m, _ := time.Unix(day*daySeconds, 0).UTC().Date()
	if g == GroupYear {
		m = time.January
	}
	return dayOf(time.Date(y, m, 1, 0, 0, 0, 0, time.UTC).Unix())
}

// end returns the first day behind the span that begins with a day.
func (g Grouping) end(begin int64) int64 {
	t := time.Unix(begin*daySeconds, 0).UTC()
	switch g {
	case GroupMonth:
		t = t.AddDate(0, 1, 0)
	case GroupYear:
		t = t.AddDate(1, 0, 0)
	default:
		return begin + 1
	}
	return dayOf(t.Unix())
}

// countDates joins days to the groups of the view.
func (l *Listing) countDates(k *link) error {
	days, err := dayTallies(k, countDay)
	if err != nil {
		return err
	}
	if l.view.folds() {
		copies, err := dayTallies(k, countCopyDay)
		if err != nil {
			return err
		}
		for day, c := range copies {
			if left := days[day].n - c.n; left > 0 {
				days[day] = dayTally{left, days[day].unread - c.unread}
			} else { // all of it stands behind rows of the next day
				delete(days, day)
			}
		}
	}
	counts := make(map[int64]int, len(days))
	for day, t := range days {
		counts[day] = t.n
	}
	l.view.Group = l.view.Group.settle(counts)
	at := map[int64]int{}
	for day, t := range days {
		g := l.dated(at, l.view.Group.begin(day))
		g.Count, g.Unread = g.Count+t.n, g.Unread+t.unread
	}
	sort.Sort(byKey{l, l.earlier})
	return nil
}

// dayTally counts the articles of a day.
type dayTally struct{ n, unread int }

// dayTallies reads a counter of days in one row: ten years of days would take
// longer row by row than all else that the first screen needs.
func dayTallies(k *link, kind int) (map[int64]dayTally, error) {
	var packed sql.NullString
	err := k.one("SELECT group_concat(key || ' ' || n || ' ' || unread, ' ') FROM counter WHERE kind = ?", []any{kind}, &packed)
	if err != nil {
		return nil, err
	}
	rest := packed.String
	next := func() int64 {
		var word string
		word, rest, _ = strings.Cut(rest, " ")
		n, _ := strconv.ParseInt(word, 10, 64)
		return n
	}
	days := map[int64]dayTally{}
	for rest != "" {
		day, n, unread := next(), next(), next()
		days[day] = dayTally{int(n), int(unread)}
	}
	return days, nil
}

// dated returns the group that begins with a day, a new one if there is none yet.
func (l *Listing) dated(at map[int64]int, begin int64) *Group {
	i, ok := at[begin]
	if !ok {
		i = len(l.groups)
		at[begin] = i
		l.groups = append(l.groups, Group{Day: time.Unix(begin*daySeconds, 0).UTC()})
		l.keys = append(l.keys, begin)
	}
	return &l.groups[i]
}

// earlier orders groups by date.
func (l *Listing) earlier(i, j int) bool {
	return l.keys[i] != l.keys[j] && (l.keys[i] < l.keys[j]) == (l.view.Sort == SortOldest)
}
