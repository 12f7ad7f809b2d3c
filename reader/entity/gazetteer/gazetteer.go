// Package gazetteer holds the tables of names that ship inside the program:
// which words and phrases are known as given names, surnames, cities,
// countries, organisations and so on, and the countries with their Wikidata
// identifiers and nationalities.
//
// A phrase is looked up by the hash of its words, so that a tagger hashes each
// word of a text once ([Hash]) and tries phrases by [Join]. The table is a flat
// array that is used as it is embedded: nothing is unpacked at start. It keeps
// 16 bits of each hash beside the place, so that about one unknown phrase in
// thirty thousand is taken for a known one.
//
// A second table holds clusters of words that stand beside alike words
// (Cluster), so that what was learned of one tells of the others.
//
// The tables are made by the command reader/entity/train from public lists;
// ATTRIBUTION.md beside the tagger's weights names them.
package gazetteer

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math/bits"
	"sync"
)

// Flags tells what a phrase is known as.
type Flags uint16

// What a phrase can be known as. Prefix is set on every beginning of a longer phrase.
const (
	Prefix Flags = 1 << iota
	First        // a given name
	Last         // a surname
	City         // a large city or a capital
	Town         // any other place of GeoNames
	Country
	Demonym
	Region  // a state, province, sea, river, continent
	Company // a listed company
	Org     // an organisation in the news
	Team    // a sports club
	Thing   // a work, product, disease or event
	Lower   // a word that is mostly written small
	Title   // stands before a person's name
	OrgWord // ends or begins the names of organisations
	Date    // a month, a day, a feast
)

// ErrFormat is wrapped by the errors of Read.
var ErrFormat = errors.New("damaged name table")

const (
	magic      = "OFGAZ1\n\x00"
	headerSize = len(magic) + 4 + 4 // magic, slots, CRC-32 of the slots
	slotSize   = 4
	maxSlots   = 4 << 20
)

// MaxWords is how many words the longest phrase of a table may have.
const MaxWords = 8

// Table is a set of phrases with their flags. It is safe for concurrent use.
type Table struct {
	slots    []byte
	n        uint64 // number of slots
	clusters *Table // numbers of clusters for flags; nil if there are none
}

//go:embed table.bin
var tableData []byte

// Default returns the table that ships with the program; loading checks it
// once, in well under a millisecond. An embedded table that is damaged is
// empty: the reader goes on with less knowledge.
var Default = sync.OnceValue(func() *Table {
	t, err := Read(tableData)
	if err != nil {
		return &Table{}
	}
	clusters, err := Read(clustersData)
	if err != nil {
		return t
	}
	return t.With(clusters)
})

//go:embed clusters.bin
var clustersData []byte

// With returns t with the clusters of words that another table holds, as the
// trainer makes it: for flags it has the number of the cluster, shifted by one bit.
func (t *Table) With(clusters *Table) *Table {
	return &Table{slots: t.slots, n: t.n, clusters: clusters}
}

// Cluster returns the number of the cluster of words to which the word with
// hash h belongs, 0 if it is in none. Words in one cluster stand beside alike words.
func (t *Table) Cluster(h uint64) uint8 {
	if t.clusters == nil {
		return 0
	}
	return uint8(t.clusters.Find(h) >> 1)
}

// Read returns the table stored in data, which it goes on using. Errors wrap ErrFormat.
func Read(data []byte) (*Table, error) {
	if len(data) < headerSize || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("%w: not a name table of this version", ErrFormat)
	}
	n := int(binary.LittleEndian.Uint32(data[len(magic):]))
	slots := data[headerSize:]
	if n <= 0 || n > maxSlots || len(slots) != n*slotSize {
		return nil, fmt.Errorf("%w: %d bytes for %d slots", ErrFormat, len(slots), n)
	}
	if crc32.ChecksumIEEE(slots) != binary.LittleEndian.Uint32(data[len(magic)+4:]) {
		return nil, fmt.Errorf("%w: wrong checksum", ErrFormat)
	}
	return &Table{slots: slots, n: uint64(n)}, nil
}

// Find returns the flags of the phrase with hash h, 0 if it is not known.
func (t *Table) Find(h uint64) Flags {
	if len(t.slots) == 0 {
		return 0
	}
	print := fingerprint(h)
	i := place(h, t.n)
	for range maxProbe {
		slot := binary.LittleEndian.Uint32(t.slots[i*slotSize:])
		if slot == 0 {
			return 0
		}
		if uint16(slot) == print {
			return Flags(slot >> 16)
		}
		if i++; i == t.n {
			i = 0
		}
	}
	return 0
}

// place is the slot, of n, at which the phrase with hash h wants to stand.
func place(h, n uint64) uint64 {
	hi, _ := bits.Mul64(h, n)
	return hi
}

// maxProbe is how far from its place a phrase may stand.
const maxProbe = 64

// fingerprint is what a slot keeps of a hash; never 0, which marks a free slot.
func fingerprint(h uint64) uint16 {
	return max(1, uint16(h))
}
