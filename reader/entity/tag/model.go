package tag

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"math/bits"
)

// ErrFormat is wrapped by the errors of Read.
var ErrFormat = errors.New("damaged weights")

// The stored form of a model, all numbers little-endian:
//
//	magic     8 bytes; the digit is the version
//	checksum  4 bytes, CRC-32 of all that follows
//	slots     4 bytes, their number
//	rows      4 bytes, the bytes of all rows
//	labels    1 byte, must be Labels
//	moves     Labels*Labels weights of one label behind another, 4 bytes each
//	slots     5 bytes each: 16 bits of the feature's hash, 24 bits place of its row, in units of rowUnit; 0 is free
//	rows      each: number of weights, scale, then label and weight by turns
//
// A weight is its byte (signed) times the scale of its row, which is a power
// of 2 in steps of a quarter.
const (
	weightsMagic = "OFTAG01\x00"
	headSize     = len(weightsMagic) + 4 + 4 + 4 + 1
	movesSize    = 4 * Labels * Labels
	slotSize     = 5
	rowUnit      = 2
	maxProbe     = 64
)

// Model is a trained tagger. It is safe for concurrent use. The zero Model marks nothing.
type Model struct {
	moves   [Labels][Labels]float32 // [previous][next]; not allowed is -Inf
	factors [Labels][Labels]float32 // e to the power of moves
	slots   []byte
	n       uint64
	rows    []byte
	index   index
}

// scales are the scales of rows, by their byte.
var scales = func() (s [256]float32) {
	for i := range s {
		s[i] = float32(math.Exp2(float64(i)/4 - 48))
	}
	return s
}()

// Read returns the model stored in data, which it goes on using. Every place
// in it is checked, so that a model that was read can be used without fear.
// Errors wrap ErrFormat.
func Read(data []byte) (*Model, error) {
	if len(data) < headSize+movesSize || string(data[:len(weightsMagic)]) != weightsMagic {
		return nil, fmt.Errorf("%w: not a tagger of this version", ErrFormat)
	}
	rest := data[len(weightsMagic):]
	if crc32.ChecksumIEEE(rest[4:]) != binary.LittleEndian.Uint32(rest) {
		return nil, fmt.Errorf("%w: wrong checksum", ErrFormat)
	}
	n, rows := uint64(binary.LittleEndian.Uint32(rest[4:])), uint64(binary.LittleEndian.Uint32(rest[8:]))
	if rest[12] != Labels {
		return nil, fmt.Errorf("%w: %d labels, want %d", ErrFormat, rest[12], Labels)
	}
	body := rest[13:]
	if n == 0 || n > 1<<26 || uint64(len(body)) != movesSize+n*slotSize+rows {
		return nil, fmt.Errorf("%w: %d bytes for %d slots", ErrFormat, len(body), n)
	}
	m := &Model{n: n, slots: body[movesSize : movesSize+n*slotSize], rows: body[movesSize+n*slotSize:]}
	if err := m.readMoves(body); err != nil {
		return nil, err
	}
	if err := m.check(); err != nil {
		return nil, err
	}
	m.index = m.newIndex()
	return m, nil
}

func (m *Model) readMoves(body []byte) error {
	for i := range Labels {
		for j := range Labels {
			v := math.Float32frombits(binary.LittleEndian.Uint32(body[4*(i*Labels+j):]))
			if v != v || v > 80 || v < -80 {
				return fmt.Errorf("%w: no number", ErrFormat)
			}
			if !Label(j).Follows(Label(i)) {
				v = float32(math.Inf(-1))
			}
			m.moves[i][j], m.factors[i][j] = v, float32(math.Exp(float64(v)))
		}
	}
	return nil
}

// check sees that every slot leads to a whole row with known labels.
func (m *Model) check() error {
	for i := uint64(0); i < m.n; i++ {
		at, ok := m.slot(i)
		if !ok {
			continue
		}
		if at+2 > len(m.rows) || at+2+2*int(m.rows[at]) > len(m.rows) {
			return fmt.Errorf("%w: slot %d leads outside", ErrFormat, i)
		}
		for k := at + 2; k < at+2+2*int(m.rows[at]); k += 2 {
			if m.rows[k] >= Labels {
				return fmt.Errorf("%w: label %d", ErrFormat, m.rows[k])
			}
		}
	}
	return nil
}

// slot returns where the row of slot i begins; false if the slot is free.
func (m *Model) slot(i uint64) (at int, ok bool) {
	s := m.slots[i*slotSize : i*slotSize+slotSize]
	at = (int(s[2]) | int(s[3])<<8 | int(s[4])<<16) * rowUnit
	return at, s[0]|s[1] != 0
}

// print is what a slot keeps of a hash; never 0.
func print(h uint64) uint16 { return max(1, uint16(h)) }

// place is the slot, of n, at which a feature wants to stand.
func place(h, n uint64) uint64 {
	hi, _ := bits.Mul64(h, n)
	return hi
}
