// Package date reads dates as articles tell them: with the month in words of
// many languages or in numbers, alone, behind other words, in the name of a
// file. It knows nothing of articles; what a day means is for its callers,
// packages frame and page and those who read front matter.
//
// A time with a zone keeps it, a date without one is known to the day, in UTC.
// Where 4/5/2024 can be both, the month comes first if monthFirst is set.
//
//	date.go     Parse: a date that is all of a text
//	within.go   In, Within, Publication: one with other words around it
//	opening.go  Opening, Leading, Cut, Undated: one that a text or title begins with
//	named.go    OfFile, Saved: one in the name of a file, one of saving
package date

import (
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode"
)

// Dates outside these years are taken to be something else.
const (
	firstYear = 1700
	lastYear  = 2100
)

// Parse reads a date that is all of s: with the month in words of several
// languages or in numbers, a day of the week and a time may stand beside it.
// A time with a zone is kept; without one the date is known to the day. Where
// 4/5/2024 can be both, the month comes first if monthFirst is set.
func Parse(s string, monthFirst bool) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 80 {
		return time.Time{}, false
	}
	if t, ok := parseStamp(s); ok {
		return t, true
	}
	if strings.Count(s, ". ") > 1 { // 4. 2. 2022
		if near := spacedDate.ReplaceAllString(s, "$1.$2.$3"); near != s {
			return Parse(near, monthFirst)
		}
	}
	var d dateParts
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '|' || r == '•' || r == '·' }) {
		if !d.take(f, monthFirst) {
			return time.Time{}, false
		}
	}
	return d.date()
}

// spacedDate is a date in numbers with blanks behind its points.
var spacedDate = regexp.MustCompile(`\b(\d{1,2})\. (\d{1,2})\. ((?:19|20)\d\d)\b`)

// stamps are the exact forms of date and time that programs write.
var stamps = []string{
	time.RFC3339Nano, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04",
	"2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05", "2006-01-02 15:04",
	time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 -0700", "20060102T150405Z", "Mon Jan 2 2006 15:04:05 GMT-0700",
}

func parseStamp(s string) (time.Time, bool) {
	if len(s) < 14 || !strings.ContainsRune(s, ':') && !strings.HasSuffix(s, "Z") {
		return time.Time{}, false
	}
	s, _, _ = strings.Cut(s, " (")
	for _, form := range stamps {
		if t, err := time.Parse(form, s); err == nil && t.Year() >= firstYear && t.Year() <= lastYear {
			return t, true
		}
	}
	return time.Time{}, false
}

// ByOwnClock returns what the clock of a time's own zone shows, as UTC.
func ByOwnClock(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	y, m, d := t.Date()
	return time.Date(y, m, d, t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
}

// dateParts are the parts of a date found so far.
type dateParts struct {
	year, month, day int
}

// take reads one word of a date and reports false if it is none.
func (d *dateParts) take(f string, monthFirst bool) bool {
	f = strings.ToLower(strings.Trim(f, "().;"))
	if f == "" || dateFiller(f) || clock(f) {
		return true
	}
	if m := monthNamed(f); m > 0 {
		if d.month != 0 {
			return false
		}
		d.month = m
		return true
	}
	if head, tail, ok := strings.Cut(f, "."); ok && d.day == 0 && d.month == 0 && monthNamed(tail) > 0 { // 8.Dezember
		n, ok := number(head)
		d.day, d.month = n, monthNamed(tail)
		return ok && n <= 31
	}
	if parts := strings.FieldsFunc(f, func(r rune) bool { return r == '-' || r == '/' || r == '.' }); len(parts) == 3 {
		return d.takeThree(parts, strings.ContainsAny(f, ".-"), strings.Contains(f, "."), monthFirst)
	}
	if m := chineseDate(f); m != nil && d.year == 0 {
		d.year, d.month, d.day = m[0], m[1], m[2]
		return true
	}
	n, ok := number(strings.TrimRight(f, "stndrhºª."))
	switch {
	case !ok:
		return false
	case n >= firstYear && n <= lastYear && d.year == 0:
		d.year = n
	case n >= 1 && n <= 31 && d.day == 0 && len(f) <= 4:
		d.day = n
	default:
		return false
	}
	return true
}

// takeThree reads 2024-04-19, 19.04.2024, 4/19/2024, 19-Apr-2024.
func (d *dateParts) takeThree(p []string, dayFirst, dotted, monthFirst bool) bool {
	if d.year != 0 || d.day != 0 || d.month != 0 {
		return false
	}
	if m := monthNamed(p[1]); m > 0 {
		day, ok1 := number(p[0])
		year, ok2 := number(p[2])
		d.year, d.month, d.day = year, m, day
		return ok1 && ok2
	}
	var n [3]int
	for i := range p {
		v, ok := number(p[i])
		if !ok {
			return false
		}
		n[i] = v
	}
	switch {
	case len(p[0]) == 4:
		d.year, d.month, d.day = n[0], n[1], n[2]
	case len(p[2]) == 4 && (n[0] > 12 || n[1] <= 12 && (dayFirst || !monthFirst)):
		d.year, d.month, d.day = n[2], n[1], n[0]
	case len(p[2]) == 4:
		d.year, d.month, d.day = n[2], n[0], n[1]
	case len(p[2]) == 2 && dotted && n[2] < 70: // 19.04.24
		d.year, d.month, d.day = 2000+n[2], n[1], n[0]
	default:
		return false
	}
	return true
}

// date returns the date if it is whole and exists.
func (d *dateParts) date() (time.Time, bool) {
	if d.year < firstYear || d.year > lastYear || d.month < 1 || d.month > 12 || d.day < 1 {
		return time.Time{}, false
	}
	t := time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == d.day
}

func number(s string) (int, bool) {
	if s == "" || len(s) > 4 {
		return 0, false
	}
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, true
}

// chineseDate reads 2024年4月19日.
func chineseDate(f string) []int {
	var out []int
	for _, mark := range []string{"年", "月", "日"} {
		head, rest, ok := strings.Cut(f, mark)
		n, good := number(head)
		if !ok || !good {
			return nil
		}
		out, f = append(out, n), rest
	}
	return out
}

// clock reports whether f belongs to a time of day: 10:30, 10:30pm, 14h30, am, GMT, +0200.
func clock(f string) bool {
	switch f {
	case "am", "pm", "a.m", "p.m", "gmt", "utc", "est", "edt", "pst", "pdt", "cst", "cdt", "mst", "mdt", "bst", "cet", "cest", "msk", "ist", "jst", "et", "pt", "uhr":
		return true
	}
	if f[0] == '+' && len(f) >= 3 && strings.Trim(f[1:], "0123456789:") == "" {
		return true
	}
	core := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(f, "."), "m"), ".")
	core = strings.TrimRight(core, "ap")
	head, rest, ok := strings.Cut(core, ":")
	if !ok {
		head, rest, ok = strings.Cut(core, "h")
	}
	if !ok {
		return core != f && strings.Trim(core, "0123456789") == "" && core != "" && len(core) <= 2
	}
	return head != "" && len(head) <= 2 && strings.Trim(head, "0123456789") == "" && strings.Trim(rest, "0123456789:") == ""
}

// dateFiller reports whether f may stand in a date without telling anything.
func dateFiller(f string) bool {
	switch f {
	case "on", "at", "of", "the", "de", "del", "le", "den", "der", "um", "à", "a", "o", "г", "года", "la", "-", "–", "—", "/", "am,":
		return true
	}
	_, ok := dayNames()[f]
	return ok
}

// monthNamed returns the month of that name, 0 if it is none.
func monthNamed(f string) int { return monthNames()[strings.TrimRight(f, ".")] }

var dayNames = sync.OnceValue(func() map[string]struct{} {
	m := map[string]struct{}{}
	for _, d := range strings.Fields(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
		montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
		lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
		lunedì martedì mercoledì giovedì venerdì sabato domenica segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
		maandag dinsdag woensdag donderdag vrijdag zaterdag zondag понедельник вторник среда четверг пятница суббота воскресенье`) {
		m[d] = struct{}{}
	}
	return m
})

var monthNames = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for _, year := range []string{
		"january february march april may june july august september october november december",
		"jan feb mar apr may jun jul aug sep oct nov dec", "jan feb mar apr may jun jul aug sept oct nov dec",
		"januar februar märz april mai juni juli august september oktober november dezember", "jän feb mrz apr mai jun jul aug sep okt nov dez",
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre", "janv févr mars avr mai juin juil août sept oct nov déc",
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", "ene feb mar abr may jun jul ago sep oct nov dic",
		"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro", "jan fev mar abr mai jun jul ago set out nov dez",
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"januari februari maart april mei juni juli augustus september oktober november december",
		"января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
		"січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
		"stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
		"ledna února března dubna května června července srpna září října listopadu prosince",
		"januari februari mars april maj juni juli augusti september oktober november december",
		"januaro februaro marto aprilo majo junio julio aŭgusto septembro oktobro novembro decembro",
		"ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
	} {
		for i, name := range strings.Fields(year) {
			if _, taken := m[name]; !taken {
				m[name] = i + 1
			}
		}
	}
	return m
})
