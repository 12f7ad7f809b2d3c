package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"offprint/reader"
	"offprint/reader/digest"
	"offprint/store"
	"offprint/ui/uitest"
)

// ofTheWorld are articles with what moves columns where it is measured wrongly.
var ofTheWorld = []reader.Article{
	{Title: "محادثات في القاهرة حول مياه النيل تستأنف الأسبوع المقبل بمشاركة ثلاث دول", Byline: "ليلى حسن", Outlet: "صحيفة النهر", Language: "ar", Markdown: "قالت ليلى حسن: «نحن لا نريد التصعيد». وأضافت أن المحادثات ستستأنف."},
	{Title: "外交部发言人就中东局势答记者问：反对任何加剧紧张局势的行动，并呼吁各方保持克制", Byline: "记者", Outlet: "人民河报", Language: "zh", Markdown: "外交部发言人说：“我们反对任何加剧紧张局势的行动。”各方应保持克制。"},
	{Title: "The 👨‍👩‍👧‍👦 family 👩🏽‍🚒 brigade ❤️ of 🇺🇦 and 🏳️‍🌈 marches ⚠️ again 1️⃣2️⃣ नमस्ते ภาษาไทย", Outlet: "👨‍👩‍👧‍👦 Daily", Language: "en", Markdown: "\"We are a 👨‍👩‍👧‍👦 family,\" said Wolfgang Wolfeschlegelsteinhausenbergerdorff of the brigade. He added ❤️ to it."},
	{Title: "עיתון הנהר: שיחות בקהיר יתחדשו (mixed English words) בשבוע הבא", Outlet: "הארץ", Language: "he", Markdown: "שר החוץ אמר: \"איננו רוצים הסלמה\"."},
	{Title: reader.CleanLine(strings.Repeat("Averylongword", 30)), Outlet: "Z͑ͫ̓A̴̵̜̰͔L̠ͨͧͩ͘G̴̻͈͍͔Ǫ̵", Language: "en", Markdown: "\"Yes,\" said Anna Averylongnamewithoutanyblankswhatsoever of Ellmar on Monday."},
}

// Whatever script titles, outlets and names are in, panes begin in one column.
func TestColumnsInAnyScript(t *testing.T) {
	t.Parallel()
	a, err := store.Open(context.Background(), filepath.Join(t.TempDir(), "a.db"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	var items []store.Item
	for i, art := range ofTheWorld {
		art.Published = time.Date(2024, 3, 1+i, 0, 0, 0, 0, time.UTC)
		items = append(items, store.Item{Origin: fmt.Sprint(i), FileHash: [32]byte{byte(i + 1)}, Digests: []reader.Digest{digest.Article(art)}})
	}
	if _, err := a.Add(context.Background(), items); err != nil {
		t.Fatal(err)
	}
	for _, w := range []int{41, 80, 100, 132, 160, 203} {
		d := uitest.New(t, newModel(options(t, a)), w, 24)
		for range items {
			d.Keys("enter")
			sameColumns(t, d, w)
			d.Keys("alt+3 alt+4 esc alt+1")
			sameColumns(t, d, w)
			d.Keys("j")
		}
		d.Keys("gg enter gi esc gq j ge enter") // the driver holds each frame to its window
	}
}

// sameColumns holds the lines between panes to the columns of the first ones.
func sameColumns(t *testing.T, d *uitest.Driver, w int) {
	t.Helper()
	var want []int
	lines := d.Frame()
	for y, l := range lines[1 : len(lines)-1] {
		var got []int
		for i := strings.Index(l, "│"); i >= 0; {
			got = append(got, ansi.StringWidthWc(l[:i]))
			next := strings.Index(l[i+1:], "│")
			if next < 0 {
				break
			}
			i += 1 + next
		}
		if y == 0 {
			want = got
		} else if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%d columns, line %d: panes end at %v, want %v:\n%s", w, y+1, got, want, d.Text())
		}
	}
}
