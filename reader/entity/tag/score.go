package tag

// Most of a tagger's time goes into waiting for memory: the weights of a word's
// features lie all over some megabytes. So a model is laid out for few places
// to look at, and the features of a word are looked up together, in steps none
// of which depends on what another feature's step found: the processor then
// waits for many places at once.

// index is slots and rows of a model in the form in which they are used. A
// slot has the print of its feature in the low 16 bits, 0 if it is free, and
// above them either the number of its row and isWide, or the row itself: the
// scale, and two labels with their weights, of which those that are not there are 0.
type index struct {
	slots []uint64 // the first ones once more behind the last
	wide  [][Labels]float32
}

// inSlot is how many weights a row has that stands in its slot.
const (
	inSlot = 2
	isWide = 1 << 63
)

// newIndex returns the index of the model's slots, which were checked.
func (m *Model) newIndex() index {
	n := int(m.n)
	x := index{slots: make([]uint64, n+maxProbe)}
	wide := 0
	for i := range uint64(n) {
		if at, ok := m.slot(i); ok && m.rows[at] > inSlot {
			wide++
		}
	}
	x.wide = make([][Labels]float32, 0, wide)
	for i := range x.slots[:n] {
		if at, ok := m.slot(uint64(i)); ok {
			kept := m.slots[i*slotSize : i*slotSize+2]
			x.slots[i] = uint64(kept[0]) | uint64(kept[1])<<8 | x.place(m.rows[at:at+2+2*int(m.rows[at])])
		}
	}
	for i := n; i < len(x.slots); i++ {
		x.slots[i] = x.slots[i-n]
	}
	return x
}

// place returns what the slot of a row has above the print, and keeps the row
// if that is its number.
func (x *index) place(row []byte) (s uint64) {
	if row[0] <= inSlot {
		for k, b := range row[1:] {
			s |= uint64(b) << (16 + 8*k)
		}
		return s
	}
	s = uint64(len(x.wide))<<16 | isWide
	x.wide = append(x.wide, [Labels]float32{})
	to, scale := &x.wide[len(x.wide)-1], scales[row[1]]
	for row = row[2:]; len(row) >= 2; row = row[2:] {
		to[row[0]] += scale * float32(int8(row[1]))
	}
	return s
}

// find returns the slot of the feature with hash h, 0 if there is none; slot
// is the one at its place.
func (x *index) find(h, at, slot uint64) uint64 {
	want := print(h)
	for i := uint64(0); uint16(slot) != want; slot = x.slots[at+i] {
		if i++; uint16(slot) == 0 || i == maxProbe {
			return 0
		}
	}
	return slot
}

// scorer sums the weights of one word's features; it is used again for the next.
type scorer struct {
	model *Model
	at    [MaxFeatures]uint64 // where a feature wants to stand
	slots [MaxFeatures]uint64 // what stands there; then the slots of the features that have one
	touch [MaxFeatures]float32
	rows  [MaxFeatures]*[Labels]float32
	short [MaxFeatures][Labels]float32 // the rows that stand in slots
}

// score returns the sums of the weights of features, added in their order.
func (s *scorer) score(features []uint64) [Labels]float32 {
	x, n := &s.model.index, s.model.n
	for i, h := range features {
		s.at[i] = place(h, n)
		s.slots[i] = x.slots[s.at[i]]
	}
	found := s.slots[:0]
	for i, h := range features {
		if slot := x.find(h, s.at[i], s.slots[i]); slot != 0 {
			found = append(found, slot)
		}
	}
	for i, slot := range found {
		if slot&isWide != 0 {
			row := &x.wide[slot&^isWide>>16]
			s.rows[i], s.touch[i] = row, row[0]+row[Labels-1]
			continue
		}
		row, scale := &s.short[i], scales[uint8(slot>>16)]
		*row = [Labels]float32{}
		row[uint8(slot>>24)] += scale * float32(int8(slot>>32))
		row[uint8(slot>>40)] += scale * float32(int8(slot>>48))
		s.rows[i] = row
	}
	return sum(s.rows[:len(found)])
}

// sum adds up rows, some labels at a time, so that the sums stay in registers.
func sum(rows []*[Labels]float32) (sums [Labels]float32) {
	const some = 5
	for l := 0; l < Labels; l += some {
		var a, b, c, d, e float32
		for _, row := range rows {
			w := (*[some]float32)(row[l:])
			a, b, c, d, e = a+w[0], b+w[1], c+w[2], d+w[3], e+w[4]
		}
		copy(sums[l:], []float32{a, b, c, d, e})
	}
	return sums
}
