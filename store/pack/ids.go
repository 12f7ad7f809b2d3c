package pack

import "encoding/binary"

// IDs writes numbers one after the other.
func IDs(ids []int64) []byte {
	b := make([]byte, 0, 3*len(ids))
	for _, id := range ids {
		b = binary.AppendUvarint(b, uint64(id))
	}
	return b
}

// ReadIDs reads what IDs wrote, up to the first damage.
func ReadIDs(b []byte) []int64 {
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
