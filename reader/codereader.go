package reader

import "encoding/binary"

// codeReader reads the numbers and bytes of an encoding. What it is given may
// be foreign: from the first that does not fit, bad is set and the rest reads as nothing.
type codeReader struct {
	code []byte
	bad  bool
}

func (c *codeReader) fail() { c.bad, c.code = true, nil }

// number reads one number that counts bytes or things: never negative, never
// beyond what could be there.
func (c *codeReader) number() int {
	v, n := binary.Uvarint(c.code)
	if n <= 0 || v > 1<<40 {
		c.fail()
		return 0
	}
	c.code = c.code[n:]
	return int(v)
}

func (c *codeReader) signed() int {
	v, n := binary.Varint(c.code)
	if n <= 0 || v > 1<<40 || v < -1<<40 {
		c.fail()
		return 0
	}
	c.code = c.code[n:]
	return int(v)
}

// list reads the length of a list whose elements take least bytes or more.
func (c *codeReader) list(least int) int {
	n := c.number()
	if n > len(c.code)/least {
		c.fail()
		return 0
	}
	return n
}

// next returns the next n bytes.
func (c *codeReader) next(n int) []byte {
	if n > len(c.code) {
		c.fail()
		return nil
	}
	b := c.code[:n]
	c.code = c.code[n:]
	return b
}

// bytes reads bytes that are led by their number.
func (c *codeReader) bytes() []byte { return c.next(c.number()) }
