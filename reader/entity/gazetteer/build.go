package gazetteer

import (
	"encoding/binary"
	"hash/crc32"
	"slices"
)

// Builder collects phrases for a table. The zero value is ready.
type Builder struct {
	flags map[uint64]Flags
}

// Add says that the phrase made of words has the flags. Phrases of no word or
// of more than MaxWords are passed over.
func (b *Builder) Add(f Flags, words ...string) {
	if len(words) == 0 || len(words) > MaxWords {
		return
	}
	if b.flags == nil {
		b.flags = map[uint64]Flags{}
	}
	h := Hash(words[0])
	for _, w := range words[1:] {
		b.flags[h] |= Prefix
		h = Join(h, Hash(w))
	}
	b.flags[h] |= f
}

// Bytes returns the table in its stored form; the same phrases give the same
// bytes, in whatever order they were added.
func (b *Builder) Bytes() []byte {
	n := len(b.flags)*5/4 + 16
	keys := make([]uint64, 0, len(b.flags))
	for h := range b.flags {
		keys = append(keys, h)
	}
	slices.Sort(keys)
	slots, ok := b.pack(keys, n)
	for !ok {
		n += n / 16
		slots, ok = b.pack(keys, n)
	}
	out := []byte(magic)
	out = binary.LittleEndian.AppendUint32(out, uint32(n))
	out = binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(slots))
	return append(out, slots...)
}

// pack lays the phrases out in n slots; false if they are too few.
func (b *Builder) pack(keys []uint64, n int) ([]byte, bool) {
	slots := make([]byte, n*slotSize)
	for _, h := range keys {
		if !put(slots, uint64(n), h, b.flags[h]) {
			return nil, false
		}
	}
	return slots, true
}

// put stores one phrase in the first free slot at or after its place; false if
// there is none within reach.
func put(slots []byte, n, h uint64, f Flags) bool {
	i := place(h, n)
	for range maxProbe {
		at := slots[i*slotSize:]
		switch old := binary.LittleEndian.Uint32(at); {
		case old == 0:
			binary.LittleEndian.PutUint32(at, uint32(f)<<16|uint32(fingerprint(h)))
			return true
		case uint16(old) == fingerprint(h): // two phrases that cannot be told apart
			binary.LittleEndian.PutUint32(at, old|uint32(f)<<16)
			return true
		}
		if i++; i == n {
			i = 0
		}
	}
	return false
}
