package pack

import (
	"bytes"
	"database/sql/driver"
	"fmt"
	"math"
	"slices"
	"testing"

	"modernc.org/sqlite"
)

// Numbers of any size come back as they were, what is none as 0; no rows give
// none, and damage ends the rows.
func TestRows(t *testing.T) {
	t.Parallel()
	run, err := New(sqlite.FunctionContext{})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int64{0, 300, math.MaxInt64} {
		if err := run.Step(nil, []driver.Value{n, -n, "word"}); err != nil {
			t.Fatal(err)
		}
	}
	value, err := run.WindowValue(nil)
	packed, ok := value.([]byte)
	if err != nil || !ok {
		t.Fatal(value, err)
	}
	var rows [][]int64
	Rows(packed, 3, func(row []int64) { rows = append(rows, slices.Clone(row)) })
	if got, want := fmt.Sprint(rows), fmt.Sprint([][]int64{{0, 0, 0}, {300, -300, 0}, {math.MaxInt64, -math.MaxInt64, 0}}); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	n := 0
	Rows(packed[:len(packed)-2], 3, func([]int64) { n++ })
	if n != 2 {
		t.Errorf("%d rows of a damaged value, want 2", n)
	}
	Rows(nil, 3, func(row []int64) { t.Errorf("no rows give %v", row) })
}

// Any bytes are numbers, which are read again as they were written.
func FuzzIDs(f *testing.F) {
	f.Add([]byte{1, 2, 0x80, 1})
	f.Add([]byte{0xff, 0xff})
	f.Fuzz(func(t *testing.T, b []byte) {
		ids := ReadIDs(b)
		if again := ReadIDs(IDs(ids)); !slices.Equal(again, ids) {
			t.Errorf("%v is read as %v", ids, again)
		}
	})
}

// Files come back as they were, whatever was packed before; damaged ones give an error.
func TestFiles(t *testing.T) {
	t.Parallel()
	var files Files
	for _, file := range [][]byte{[]byte("a file"), {}, bytes.Repeat([]byte("again and "), 100000), {0, 255}} {
		packed := files.Pack(file)
		if len(file) > 1000 && len(packed) > len(file)/50 {
			t.Errorf("%d bytes make %d", len(file), len(packed))
		}
		if got, err := Unpack(packed); err != nil || !bytes.Equal(got, file) {
			t.Errorf("%d bytes come back as %d, %v", len(file), len(got), err)
		}
		if _, err := Unpack(packed[:len(packed)-1]); err == nil {
			t.Errorf("%d bytes that were cut give no error", len(file))
		}
	}
}
