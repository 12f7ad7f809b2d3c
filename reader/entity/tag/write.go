package tag

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"slices"
)

// Row is the weights of one feature, for the labels that it has any for.
type Row struct {
	Hash    uint64
	Labels  []Label
	Weights []float32
}

// Encode returns the stored form of a model with the given weights of moves
// between labels and of features. The same rows give the same bytes in
// whatever order they come.
func Encode(moves *[Labels][Labels]float32, rows []Row) ([]byte, error) {
	rows = slices.Clone(rows)
	slices.SortFunc(rows, func(a, b Row) int { return cmp.Compare(a.Hash, b.Hash) })
	n := len(rows)*6/5 + 16
	slots, blob, err := pack(rows, n)
	for err == errFull {
		n += n / 16
		slots, blob, err = pack(rows, n)
	}
	if err != nil {
		return nil, err
	}
	body := binary.LittleEndian.AppendUint32(nil, uint32(n))
	body = binary.LittleEndian.AppendUint32(body, uint32(len(blob)))
	body = append(body, Labels)
	for i := range Labels {
		for j := range Labels {
			body = binary.LittleEndian.AppendUint32(body, math.Float32bits(moves[i][j]))
		}
	}
	body = append(append(body, slots...), blob...)
	out := binary.LittleEndian.AppendUint32([]byte(weightsMagic), crc32.ChecksumIEEE(body))
	return append(out, body...), nil
}

// errFull says that a feature finds no slot; more slots help.
var errFull = errors.New("tagger: no free slot")

// pack lays the rows out in n slots.
func pack(rows []Row, n int) (slots, blob []byte, err error) {
	slots = make([]byte, n*slotSize)
	for _, r := range rows {
		data := quantise(r)
		if data == nil {
			continue
		}
		at := len(blob) / rowUnit
		if at >= 1<<24 {
			return nil, nil, fmt.Errorf("tagger: more than %d bytes of rows", rowUnit<<24)
		}
		blob = append(blob, data...)
		if err := put(slots, uint64(n), r.Hash, at); err != nil {
			return nil, nil, err
		}
	}
	return slots, blob, nil
}

// quantise returns the stored form of a row, nil if all its weights are nothing.
func quantise(r Row) []byte {
	top := float32(0)
	for _, w := range r.Weights {
		top = max(top, w, -w)
	}
	if top == 0 {
		return nil
	}
	scale := byte(255)
	for s, v := range scales {
		if v*127 >= top {
			scale = byte(s)
			break
		}
	}
	out := []byte{0, scale}
	for i, w := range r.Weights {
		v := max(-127, min(127, math.RoundToEven(float64(w/scales[scale]))))
		if v != 0 {
			out = append(out, byte(r.Labels[i]), byte(int8(v)))
			out[0]++
		}
	}
	return out
}

// put stores a row's place in the first free slot. Of two features that cannot
// be told apart the first stays.
func put(slots []byte, n, h uint64, at int) error {
	i := place(h, n)
	for range maxProbe {
		s := slots[i*slotSize : i*slotSize+slotSize]
		have := binary.LittleEndian.Uint16(s)
		if have == print(h) {
			return nil
		}
		if have == 0 {
			binary.LittleEndian.PutUint16(s, print(h))
			s[2], s[3], s[4] = byte(at), byte(at>>8), byte(at>>16)
			return nil
		}
		if i++; i == n {
			i = 0
		}
	}
	return errFull
}
