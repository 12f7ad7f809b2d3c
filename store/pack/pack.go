// Package pack writes what the archive keeps into few bytes: the numbers of
// many rows of a table into one value ([Function], which SQLite calls, and
// [Rows], which reads it), lists of ids into a column ([IDs], [ReadIDs]), both
// read up to the first damage; and files that are kept ([Files], [Unpack]).
package pack

import (
	"database/sql/driver"
	"encoding/binary"
	"errors"

	"modernc.org/sqlite"
)

// A row that is read one by one costs a microsecond, whatever is in it: a
// list of a hundred thousand articles would take longer to read than to find.
// offprint_pack(a, b, ...) collects numbers from all rows into one value.

// Function is the name of the aggregate function for SQLite; New makes one run of it.
const Function = "offprint_pack"

// packer is one run of offprint_pack.
type packer struct{ b []byte }

// New begins a run of Function.
func New(sqlite.FunctionContext) (sqlite.AggregateFunction, error) { return &packer{}, nil }

// Step takes a row; what is no number is 0.
func (p *packer) Step(_ *sqlite.FunctionContext, row []driver.Value) error {
	for _, v := range row {
		n, _ := v.(int64)
		p.b = binary.AppendVarint(p.b, n)
	}
	return nil
}

// WindowInverse is for windows of rows, which nobody asks for.
func (p *packer) WindowInverse(*sqlite.FunctionContext, []driver.Value) error {
	return errors.ErrUnsupported
}

func (p *packer) WindowValue(*sqlite.FunctionContext) (driver.Value, error) { return p.b, nil }

func (p *packer) Final(*sqlite.FunctionContext) {}

// Rows calls yield with the numbers of each row, width of them.
func Rows(b []byte, width int, yield func(row []int64)) {
	row := make([]int64, width)
	for len(b) > 0 {
		for i := range row {
			v, n := binary.Varint(b)
			if n <= 0 {
				return // not what Step wrote
			}
			row[i], b = v, b[n:]
		}
		yield(row)
	}
}
