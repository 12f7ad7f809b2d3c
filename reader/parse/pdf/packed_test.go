package pdf_test

import (
	"bytes"
	"compress/zlib"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"encoding/binary"
	"fmt"
	"strings"
	"testing"

	"offprint/reader/parse/inner"
	"offprint/reader/parse/pdf"
)

func deflate(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.String()
}

// TestPacked: objects in packed streams, rows with predictors, and text in a
// font of two bytes a code with a map to Unicode.
func TestPacked(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	stream := func(n int, head, data string) {
		data = deflate(data)
		fmt.Fprintf(&b, "%d 0 obj<<%s/Filter/FlateDecode/Length %d>>stream\r\n%s\nendstream endobj\n", n, head, len(data), data)
	}
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/Contents 7 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
		"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 8 0 R>>",
		"<</Type/Font/Subtype/CIDFontType2/DW 500/W[1[600 600]3 9 700]>>"}
	head, body := "", ""
	for i, o := range objects {
		head += fmt.Sprintf("%d %d ", i+1, len(body))
		body += o + " "
	}
	stream(9, fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(objects), len(head)), head+body)
	rows := ""
	for i, line := 0, "BT /F1 10 Tf 72 700 Td <000100020003> Tj 25 0 Td <0004> Tj ET   "; i < len(line); i += 8 {
		rows += "\x00" + (line + "        ")[i:i+8]
	}
	stream(7, "/DecodeParms<</Predictor 12/Columns 8>>", rows)
	stream(8, "", "1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfrange <0001> <0002> <0414> <0003> <0003> [<00660069>] endbfrange 1 beginbfchar <0004> <6A4B> endbfchar")
	stream(10, "/Type/XRef/Root 1 0 R/Size 11/W[1 2 1]", "")
	if _, got, err := read(t, b.Bytes()); err != nil || got != "<p>ДЕfi 橋</p>\n" {
		t.Errorf("got %q, %v", got, err)
	}
}

// TestEncrypted: most encrypted documents open without a password.
func TestEncrypted(t *testing.T) {
	t.Parallel()
	pad := []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")
	id, owner := []byte("\x00\x11\x22\x33\x44\x55\x66\x77\x88\x99\xaa\xbb\xcc\xdd\xee\xff"), bytes.Repeat([]byte("o"), 32)
	sum := md5.Sum(append(append(append(append([]byte{}, pad...), owner...), 0xfc, 0xff, 0xff, 0xff), id...))
	key := sum[:]
	for range 50 {
		s := md5.Sum(key)
		key = s[:]
	}
	user := md5.Sum(append(append([]byte{}, pad...), id...))
	u := user[:]
	for i := range byte(20) {
		k := bytes.Clone(key)
		for j := range k {
			k[j] ^= i
		}
		c, _ := rc4.NewCipher(k)
		c.XORKeyStream(u, u)
	}
	plain := content(lines(72, 700, "It may be read and not printed."))
	for _, way := range []string{"V2", "AESV2"} {
		k := binary.LittleEndian.AppendUint16(append(bytes.Clone(key), 11, 0, 0), 0)
		data := []byte(plain)
		if way == "V2" {
			s := md5.Sum(k)
			c, _ := rc4.NewCipher(s[:])
			c.XORKeyStream(data, data)
		} else {
			s := md5.Sum(append(k, "sAlT"...))
			block, _ := aes.NewCipher(s[:])
			n := 16 - len(data)%16
			data = append(data, bytes.Repeat([]byte{byte(n)}, n)...)
			iv := bytes.Repeat([]byte("i"), 16)
			cipher.NewCBCEncrypter(block, iv).CryptBlocks(data, data)
			data = append(iv, data...)
		}
		file := bytes.Replace(build("", string(data)), []byte("trailer<<"), fmt.Appendf(nil,
			"trailer<</Encrypt<</Filter/Standard/V 4/R 4/Length 128/P -4/O<%x>/U<%x>/StmF/StdCF/StrF/StdCF/CF<</StdCF<</CFM/%s>>>>>>", owner, u, way), 1)
		if _, got, err := read(t, file); err != nil || got != "<p>It may be read and not printed.</p>\n" {
			t.Errorf("%s: got %q, %v", way, got, err)
		}
	}
}

// TestBomb: a stream that unpacks to gigabytes stops at the budget.
func TestBomb(t *testing.T) {
	t.Parallel()
	packed := deflate(strings.Repeat("q Q ", 24<<20))
	file := bytes.ReplaceAll(build("", content(lines(72, 700, "Before the bomb."))), []byte("/Contents 11 0 R"), []byte("/Contents [11 0 R 30 0 R]"))
	file = append(file, fmt.Sprintf("30 0 obj<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\n", len(packed), packed)...)
	budget := inner.NewBudget(0)
	for d, err := range pdf.Read(file, budget) {
		if err != nil || !strings.Contains(string(d.Data), "Before the bomb.") || !budget.Spent() {
			t.Errorf("got %v, %q", err, d.Data)
		}
	}
}
