package store

import (
	"context"
	"fmt"
	"math"
	"testing"
)

// Numbers of any size come back as they were; a table without rows gives none, and damage ends the rows.
func TestPack(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	var packed []byte
	all := func(where string) (rows [][]int64) {
		err := a.read(context.Background(), "test", func(l *link) error {
			return l.one(fmt.Sprintf("SELECT offprint_pack(x, -x, 'word') FROM (SELECT 0 AS x UNION ALL SELECT 300 UNION ALL SELECT %d) WHERE %s", math.MaxInt64, where), nil, &packed)
		})
		if err != nil {
			t.Fatal(err)
		}
		unpack(packed, 3, func(row []int64) { rows = append(rows, append([]int64(nil), row...)) })
		return rows
	}
	if got, want := fmt.Sprint(all("1")), fmt.Sprint([][]int64{{0, 0, 0}, {300, -300, 0}, {math.MaxInt64, -math.MaxInt64, 0}}); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	n := 0
	unpack(packed[:len(packed)-2], 3, func([]int64) { n++ })
	if n != 2 {
		t.Errorf("%d rows of a damaged value, want 2", n)
	}
	if rows := all("0"); len(rows) != 0 {
		t.Errorf("no rows give %v", rows)
	}
}
