package warc

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/klauspost/compress/zstd"

	"offprint/reader/parse/inner"
)

// The marks that begin a frame of zstd data, and one that holds the dictionary
// for all others.
var (
	frameMark      = []byte("\x28\xb5\x2f\xfd")
	dictionaryMark = []byte("\x5d\x2a\x4d\x18")
)

const (
	maxWindow     = 32 << 20 // bytes that a frame may look back
	maxDictionary = 4 << 20  // bytes; crawlers make dictionaries of some hundred kilobytes
)

// IsZstd reports whether data is a WARC file that is packed with zstd.
func IsZstd(data []byte) bool {
	if bytes.HasPrefix(data, dictionaryMark) {
		return true
	}
	if !bytes.HasPrefix(data, frameMark) {
		return false
	}
	d, err := unpacker(nil)
	if err != nil {
		return false
	}
	defer d.Close()
	head := make([]byte, 5)
	if err := d.Reset(bytes.NewReader(data)); err != nil {
		return false
	}
	n, _ := d.Read(head)
	return Is(head[:n])
}

// unpacker returns what unpacks frames one by one.
func unpacker(dictionary []byte) (*zstd.Decoder, error) {
	options := []zstd.DOption{zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxMemory(inner.MaxDocument), zstd.WithDecoderMaxWindow(maxWindow)}
	if dictionary != nil {
		options = append(options, zstd.WithDecoderDicts(dictionary))
	}
	return zstd.NewReader(nil, options...)
}

// framed calls use with each record of an archive of frames, as records does.
// After a frame that cannot be read the next is looked for.
func framed(data []byte, b *inner.Budget, use func(*record) bool) error {
	dictionary, data, err := dictionaryOf(data)
	if err != nil {
		return err
	}
	d, err := unpacker(dictionary)
	if err != nil {
		return fmt.Errorf("%w: its dictionary cannot be used", inner.ErrDamaged)
	}
	defer d.Close()
	var wrong error
	for len(data) > 0 && !b.Spent() {
		n := frameLength(data)
		if n == 0 {
			wrong = fmt.Errorf("%w: a part of it is no zstd data", inner.ErrDamaged)
			next := bytes.Index(data[1:], frameMark)
			if next < 0 {
				break
			}
			data = data[1+next:]
			continue
		}
		if bytes.HasPrefix(data, frameMark) {
			err := d.Reset(bytes.NewReader(data[:n]))
			more := true
			if err == nil {
				more, err = plain(b.Reader(d), b, use)
			}
			if !more {
				return errors.Join(wrong, err)
			}
			if err != nil {
				wrong = err
			}
		}
		data = data[n:]
	}
	return wrong
}

// dictionaryOf returns the dictionary that an archive begins with, nil if it
// has none, and the frames behind it. It may be packed itself.
func dictionaryOf(data []byte) (dictionary, rest []byte, err error) {
	if !bytes.HasPrefix(data, dictionaryMark) {
		return nil, data, nil
	}
	n := frameLength(data)
	if n == 0 || n > maxDictionary {
		return nil, nil, fmt.Errorf("%w: its dictionary is cut off or too large", inner.ErrDamaged)
	}
	dictionary, rest = data[8:n], data[n:]
	if !bytes.HasPrefix(dictionary, frameMark) {
		return dictionary, rest, nil
	}
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxDictionary), zstd.WithDecoderMaxWindow(maxWindow))
	if err == nil {
		defer d.Close()
		dictionary, err = d.DecodeAll(dictionary, nil)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%w: its dictionary cannot be unpacked", inner.ErrDamaged)
	}
	return dictionary, rest, nil
}

// frameLength returns the length of the frame that data begins with, in
// bytes, by the lengths of its blocks; 0 if it is none or is cut off.
func frameLength(data []byte) int {
	var h zstd.Header
	if err := h.Decode(data); err != nil {
		return 0
	}
	at := h.HeaderSize
	if h.Skippable {
		at = 8 + int(h.SkippableSize)
		if at > len(data) {
			return 0
		}
		return at
	}
	for last := false; !last; {
		if at+3 > len(data) {
			return 0
		}
		block := binary.LittleEndian.Uint32(append(data[at:at+3:at+3], 0))
		last = block&1 != 0
		size := int(block >> 3)
		if block>>1&3 == 1 { // one byte, repeated
			size = 1
		}
		at += 3 + size
	}
	if h.HasCheckSum {
		at += 4
	}
	if at > len(data) {
		return 0
	}
	return at
}
