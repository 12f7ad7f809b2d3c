package clean_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"offprint/reader/clean"
)

const (
	russian  = "Мост через реку открыли в пятницу. Его закрыли год назад, и никто не знал почему. Мэр сказал, что мост безопасен, и первым перешёл его пешком.\n"
	german   = "Die Brücke über den Fluß ist wieder offen. Sie war ein Jahr gesperrt; keiner wußte, wofür. „Schön“, sagte die Bürgermeisterin.\n"
	french   = "Le pont a été rouvert vendredi. Il était fermé depuis un an, et personne ne savait pourquoi, à part les élèves du collège.\n"
	nihongo  = "橋は金曜日に再開された。一年間閉鎖されていたが、だれも理由を知らなかった。市長は橋は安全だと述べた。\n"
	zhongwen = "这座桥在星期五重新开放。它关闭了一年，没有人知道原因。市长说桥是安全的，并第一个走过了桥。\n"
	guoyu    = "這座橋在星期五重新開放。它關閉了一年，沒有人知道原因。市長說橋是安全的，並第一個走過了橋。\n"
	hangugeo = "다리는 금요일에 다시 열렸다. 일 년 동안 닫혀 있었지만 아무도 이유를 몰랐다. 시장은 다리가 안전하다고 말했다.\n"
)

func TestDecode(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		enc  encoding.Encoding
		text string
	}{
		{"Windows-1251", charmap.Windows1251, russian},
		{"KOI8-R", charmap.KOI8R, russian},
		{"ISO-8859-1", charmap.ISO8859_1, french},
		{"Windows-1252", charmap.Windows1252, german},
		{"Shift-JIS", japanese.ShiftJIS, nihongo},
		{"EUC-JP", japanese.EUCJP, nihongo},
		{"ISO-2022-JP", japanese.ISO2022JP, nihongo},
		{"GB18030", simplifiedchinese.GB18030, zhongwen},
		{"Big5", traditionalchinese.Big5, guoyu},
		{"EUC-KR", korean.EUCKR, hangugeo},
		{"UTF-16 little", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), german},
		{"UTF-16 big", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), russian},
		{"UTF-16 little without mark", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), german},
		{"UTF-16 big without mark", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), russian},
		{"UTF-32 little", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), german},
		{"UTF-32 big", utf32.UTF32(utf32.BigEndian, utf32.UseBOM), nihongo},
	} {
		text := strings.Repeat(c.text, 3)
		data, err := c.enc.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if what, binary := clean.Binary(data); binary {
			t.Errorf("%s: taken for %s", c.name, what)
		}
		got, repair := clean.Decode(data, false)
		if got != text {
			t.Errorf("%s: got %.60q, %v", c.name, got, repair)
		}
		if repair == nil {
			t.Errorf("%s: nothing is told of it", c.name)
		}
	}
}

func TestDecodeUTF8(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, want string }{
		{"as it is", "naïve " + nihongo, "naïve " + nihongo},
		{"with a mark", "\xef\xbb\xbfnaïve", "naïve"},
		{"far into the file", strings.Repeat("plain text ", 10000) + "naïve", strings.Repeat("plain text ", 10000) + "naïve"},
	} {
		if got, repair := clean.Decode([]byte(c.in), true); got != c.want || repair != nil {
			t.Errorf("%s: got %.40q, %v", c.name, got, repair)
		}
	}
	got, repair := clean.Decode([]byte(strings.Repeat("schöne Brücke ", 20)+"\x93so\x94"), false)
	if want := strings.Repeat("schöne Brücke ", 20) + "“so”"; got != want || repair == nil {
		t.Errorf("stray bytes: got %q, %v", got, repair)
	}
}

// TestDeclared: a page's own word counts, also behind the first kilobyte, but
// not if the bytes are UTF-8.
func TestDeclared(t *testing.T) {
	t.Parallel()
	short := "<html><head>" + strings.Repeat("<link href=a>", 200) + "<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-2\"></head><p>"
	data, _ := charmap.ISO8859_2.NewEncoder().Bytes([]byte("Łódź"))
	if got, _ := clean.Decode(append([]byte(short), data...), true); !strings.HasSuffix(got, "Łódź") {
		t.Errorf("got %q", got[len(got)-20:])
	}
	if got, repair := clean.Decode([]byte(short+"Łódź"), true); !strings.HasSuffix(got, "Łódź") || repair != nil {
		t.Errorf("UTF-8 declared as another: got %q, %v", got[len(got)-20:], repair)
	}
}

// FuzzDecode: any bytes become valid UTF-8, and what is valid already stays.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"a", "\xff\xfea\x00", "\x00a\x00b \x00", "caf\xe9", "\x1b$B", "<meta charset=koi8-r>\xc1", "\xef\xbb\xbf"} {
		f.Add([]byte(s), true)
	}
	f.Fuzz(func(t *testing.T, data []byte, page bool) {
		got, repair := clean.Decode(data, page)
		if !utf8.ValidString(got) {
			t.Errorf("not UTF-8: %q", got)
		}
		if repair == nil && got != strings.TrimPrefix(string(data), "\ufeff") {
			t.Errorf("changed without a word: %q became %q", data, got)
		}
		clean.Binary(data)
	})
}
