package store

import "encoding/binary"

// encodeIDs writes numbers one after the other.
func encodeIDs(ids []int64) []byte {
	b := make([]byte, 0, 3*len(ids))
	for _, id := range ids {
		b = binary.AppendUvarint(b, uint64(id))
	}
	return b
}

// decodeIDs reads what encodeIDs wrote, up to the first damage.
func decodeIDs(b []byte) []int64 {
	ids := make([]int64, 0, len(b)/2)
	for len(b) > 0 {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			break
		}
		ids = append(ids, int64(v))
		b = b[n:]
	}
	return ids
}
