package pdf

import (
	"bytes"
	"crypto/aes"
	gocipher "crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
)

// cipher undoes the encryption of a document that opens without a password:
// most of those that may not be printed or copied.
type cipher struct {
	key  []byte
	aes  bool
	long bool // AES-256: one key for all objects
	meta bool // so is the XMP metadata
}

// pad fills up a password.
var pad = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// newCipher makes the cipher of an encryption dict for the empty password.
func (f *file) newCipher(d dict) (*cipher, error) {
	if f.get(d["Filter"]) != name("Standard") {
		return nil, errCipher
	}
	c := &cipher{meta: f.get(d["EncryptMetadata"]) != false}
	bits := f.count(d["Length"], 40)
	switch v := f.count(d["V"], 0); v {
	case 1:
		bits = 40
	case 2, 3:
	case 4, 5:
		way := f.dict(f.dict(d["CF"])[f.nameOf(d["StmF"])])
		switch f.get(way["CFM"]) {
		case name("AESV2"):
			c.aes, bits = true, 128
		case name("AESV3"):
			c.aes, c.long = true, true
		case name("V2"):
			bits = 128
		default:
			return nil, errCipher
		}
	default:
		return nil, errCipher
	}
	o, _ := f.get(d["O"]).(text)
	u, _ := f.get(d["U"]).(text)
	if c.long {
		ue, _ := f.get(d["UE"]).(text)
		return c, c.openLong([]byte(u), []byte(ue), f.count(d["R"], 6))
	}
	p, _ := f.get(d["P"]).(float64)
	return c, c.open([]byte(o), []byte(u), f.id(), uint32(int64(p)), f.count(d["R"], 2), bits/8)
}

func (f *file) nameOf(v any) name {
	n, _ := f.get(v).(name)
	return n
}

// id is the first half of the document's identity.
func (f *file) id() []byte {
	for _, v := range f.list(f.trailer["ID"]) {
		t, _ := f.get(v).(text)
		return []byte(t)
	}
	return nil
}

// open makes the key of RC4 or AES-128 and checks that it is right.
func (c *cipher) open(o, u, id []byte, p uint32, r, size int) error {
	size = max(5, min(size, 16))
	h := md5.New()
	h.Write(pad)
	h.Write(o[:min(len(o), 32)])
	h.Write(binary.LittleEndian.AppendUint32(nil, p))
	h.Write(id)
	if r >= 4 && !c.meta {
		h.Write([]byte{255, 255, 255, 255})
	}
	key := h.Sum(nil)
	if r < 3 {
		size = 5
	} else {
		for range 50 {
			sum := md5.Sum(key[:size])
			key = sum[:]
		}
	}
	c.key = key[:size]
	var want []byte
	if r < 3 {
		want = crypt4(c.key, pad)
	} else {
		sum := md5.Sum(append(append([]byte{}, pad...), id...))
		want = sum[:]
		for i := range byte(20) {
			k := bytes.Clone(c.key)
			for j := range k {
				k[j] ^= i
			}
			want = crypt4(k, want)
		}
	}
	if len(u) < len(want) || !bytes.Equal(want, u[:len(want)]) {
		return errLocked
	}
	return nil
}

// openLong makes the key of AES-256 and checks that it is right.
func (c *cipher) openLong(u, ue []byte, r int) error {
	if len(u) < 48 || len(ue) < 32 {
		return errCipher
	}
	if !bytes.Equal(longHash(u[32:40], r), u[:32]) {
		return errLocked
	}
	block, err := aes.NewCipher(longHash(u[40:48], r))
	if err != nil {
		return errCipher
	}
	c.key = make([]byte, 32)
	gocipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(c.key, ue[:32])
	return nil
}

// longHash is the sum of the empty password and a salt.
func longHash(salt []byte, r int) []byte {
	sum := sha256.Sum256(salt)
	k := sum[:]
	if r < 6 {
		return k
	}
	for i := 0; ; i++ {
		e := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		gocipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		rest := 0
		for _, b := range e[:16] {
			rest += int(b)
		}
		switch rest % 3 {
		case 0:
			s := sha256.Sum256(e)
			k = s[:]
		case 1:
			s := sha512.Sum384(e)
			k = s[:]
		default:
			s := sha512.Sum512(e)
			k = s[:]
		}
		if i >= 63 && int(e[len(e)-1]) <= i-32 {
			return k[:32]
		}
	}
}

func crypt4(key, data []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return nil
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

// undo decrypts what belongs to an object.
func (c *cipher) undo(data []byte, number, gen int) []byte {
	key := c.key
	if !c.long {
		k := append(bytes.Clone(key), byte(number), byte(number>>8), byte(number>>16), byte(gen), byte(gen>>8))
		if c.aes {
			k = append(k, "sAlT"...)
		}
		sum := md5.Sum(k)
		key = sum[:min(16, len(c.key)+5)]
	}
	if !c.aes {
		return crypt4(key, data)
	}
	if len(data) < 32 {
		return nil
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil
	}
	out := make([]byte, (len(data)-16)/16*16)
	gocipher.NewCBCDecrypter(block, data[:16]).CryptBlocks(out, data[16:16+len(out)])
	if n := int(out[len(out)-1]); n <= 16 && n <= len(out) {
		out = out[:len(out)-n]
	}
	return out
}

// decrypted returns the bytes of a stream before its filters.
func (f *file) decrypted(s stream) []byte {
	kind := s.dict["Type"]
	if f.cipher == nil || s.number == 0 || kind == name("XRef") || kind == name("Metadata") && !f.cipher.meta {
		return s.raw
	}
	return f.cipher.undo(s.raw, s.number, s.gen)
}

// plainTexts decrypts the texts of an object.
func (f *file) plainTexts(v any, number, gen int) any {
	if f.cipher == nil {
		return v
	}
	switch v := v.(type) {
	case text:
		return text(f.cipher.undo([]byte(v), number, gen))
	case array:
		for i := range v {
			v[i] = f.plainTexts(v[i], number, gen)
		}
	case dict:
		for k := range v {
			v[k] = f.plainTexts(v[k], number, gen)
		}
	case stream:
		f.plainTexts(v.dict, number, gen)
	}
	return v
}
