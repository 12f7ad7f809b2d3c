package warc

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

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

// IsZstd reports whether a file is a WARC file that is packed with zstd.
func IsZstd(in *inner.Input) bool {
	mark := inner.Head(in, 4)
	if bytes.Equal(mark, dictionaryMark) {
		return true
	}
	if !bytes.Equal(mark, frameMark) {
		return false
	}
	d, err := unpacker(nil)
	if err != nil {
		return false
	}
	defer d.Close()
	head := make([]byte, 5)
	if err := d.Reset(inner.From(in, 0)); err != nil {
		return false
	}
	n, _ := io.ReadFull(d, head)
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

// framed goes through an archive of frames, as records does. After a frame
// that cannot be read the next is looked for.
func (w *walk) framed(in *inner.Input) error {
	dictionary, at, err := dictionaryOf(in)
	if err != nil {
		return err
	}
	d, err := unpacker(dictionary)
	if err != nil {
		return fmt.Errorf("%w: its dictionary cannot be used", inner.ErrDamaged)
	}
	defer d.Close()
	var wrong error
	bombs := 0
	for at < in.Size() && !w.budget.Spent() {
		n := frameLength(in, at)
		if n == 0 {
			wrong = fmt.Errorf("%w: a part of it is no zstd data", inner.ErrDamaged)
			if at = inner.Find(in, frameMark, at+1); at < 0 {
				break
			}
			continue
		}
		if bytes.Equal(inner.At(in, at, len(frameMark)), frameMark) {
			more, err := w.frame(d, io.NewSectionReader(in, at, n))
			if !more {
				return errors.Join(wrong, err)
			}
			if err != nil {
				wrong = err
			}
			if bombs += bomb(err); bombs >= maxBombs {
				return fmt.Errorf("%w; the rest was left out", wrong)
			}
		}
		at += n
	}
	return wrong
}

// frame goes through the records of one frame, and reports whether to go on behind it.
func (w *walk) frame(d *zstd.Decoder, packed *io.SectionReader) (more bool, err error) {
	if err := d.Reset(packed); err != nil {
		return true, err
	}
	return w.plain(inner.Loose(w.budget.Reader(d), packed.Size))
}

// dictionaryOf returns the dictionary that an archive begins with, nil if it
// has none, and where the frames behind it begin. It may be packed itself.
func dictionaryOf(in *inner.Input) (dictionary []byte, frames int64, err error) {
	if !bytes.Equal(inner.Head(in, len(dictionaryMark)), dictionaryMark) {
		return nil, 0, nil
	}
	n := frameLength(in, 0)
	if n == 0 || n > maxDictionary {
		return nil, 0, fmt.Errorf("%w: its dictionary is cut off or too large", inner.ErrDamaged)
	}
	dictionary = inner.Head(in, int(n))[8:]
	if !bytes.HasPrefix(dictionary, frameMark) {
		return dictionary, n, nil
	}
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxDictionary), zstd.WithDecoderMaxWindow(maxWindow))
	if err == nil {
		defer d.Close()
		dictionary, err = d.DecodeAll(dictionary, nil)
	}
	if err != nil {
		return nil, 0, fmt.Errorf("%w: its dictionary cannot be unpacked", inner.ErrDamaged)
	}
	return dictionary, n, nil
}

// frameLength returns the length of the frame that begins at an offset, in
// bytes, by the lengths of its blocks; 0 if it is none or is cut off.
func frameLength(in *inner.Input, from int64) int64 {
	var h zstd.Header
	if err := h.Decode(inner.At(in, from, zstd.HeaderMaxSize)); err != nil {
		return 0
	}
	left := in.Size() - from
	at := int64(h.HeaderSize)
	if h.Skippable {
		if at = 8 + int64(h.SkippableSize); at > left {
			return 0
		}
		return at
	}
	for last := false; !last; {
		head := inner.At(in, from+at, 3)
		if len(head) < 3 {
			return 0
		}
		block := binary.LittleEndian.Uint32(append(head, 0))
		last = block&1 != 0
		size := int64(block >> 3)
		if block>>1&3 == 1 { // one byte, repeated
			size = 1
		}
		at += 3 + size
	}
	if h.HasCheckSum {
		at += 4
	}
	if at > left {
		return 0
	}
	return at
}
