package pdf

import (
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// glyphs are the names of characters that are not told by their letters.
const glyphs = `space _ exclam ! quotedbl " numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( parenright )
asterisk * plus + comma , hyphen - period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9
colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \ bracketright ] asciicircum ^
underscore _ braceleft { bar | braceright } asciitilde ~ exclamdown ¡ cent ¢ sterling £ fraction ⁄ yen ¥ florin ƒ
section § currency ¤ quotedblleft “ guillemotleft « guilsinglleft ‹ guilsinglright › fi fi fl fl ff ff ffi ffi ffl ffl
endash – dagger † daggerdbl ‡ periodcentered · paragraph ¶ bullet • quotesinglbase ‚ quotedblbase „ quotedblright ”
guillemotright » ellipsis … perthousand ‰ questiondown ¿ acute ´ circumflex ˆ tilde ˜ macron ¯ breve ˘ dotaccent ˙ dieresis ¨
ring ˚ cedilla ¸ hungarumlaut ˝ ogonek ˛ caron ˇ emdash — AE Æ ordfeminine ª Lslash Ł Oslash Ø OE Œ ordmasculine º ae æ
dotlessi ı dotlessj ȷ lslash ł oslash ø oe œ germandbls ß onesuperior ¹ twosuperior ² threesuperior ³ logicalnot ¬ mu µ
trademark ™ Eth Ð eth ð Thorn Þ thorn þ onequarter ¼ onehalf ½ threequarters ¾ degree ° multiply × divide ÷ plusminus ± minus −
brokenbar ¦ copyright © registered ® Euro € quoteleft ‘ quoteright ’ nbspace _ nonbreakingspace _ sfthyphen - softhyphen -
Dcroat Đ dcroat đ Hbar Ħ hbar ħ Tbar Ŧ tbar ŧ kgreenlandic ĸ Eng Ŋ eng ŋ longs ſ Ldot Ŀ ldot ŀ napostrophe ŉ Dslash Đ
lessequal ≤ greaterequal ≥ notequal ≠ approxequal ≈ infinity ∞ partialdiff ∂ summation ∑ product ∏ integral ∫ radical √
lozenge ◊ arrowleft ← arrowup ↑ arrowright → arrowdown ↓ numero № afii61352 № bulletoperator ∙ openbullet ◦ filledbox ■
checkmark ✓ heart ♥ estimated ℮ afii10023 Ё afii10071 ё afii10051 Ђ afii10052 Ѓ afii10053 Є afii10054 Ѕ afii10055 І
afii10056 Ї afii10057 Ј afii10058 Љ afii10059 Њ afii10060 Ћ afii10061 Ќ afii10062 Ў afii10145 Џ afii10050 Ґ afii10098 ґ
afii10099 ђ afii10100 ѓ afii10101 є afii10102 ѕ afii10103 і afii10104 ї afii10105 ј afii10106 љ afii10107 њ afii10108 ћ
afii10109 ќ afii10110 ў afii10193 џ Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ
Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε
zeta ζ eta η theta θ iota ι kappa κ lambda λ nu ν xi ξ omicron ο pi π rho ρ sigma1 ς sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω`

// accents are the endings of names of letters with a mark.
var accents = []struct {
	ending string
	mark   rune
}{
	{"grave", 0x300}, {"acute", 0x301}, {"circumflex", 0x302}, {"tilde", 0x303}, {"macron", 0x304}, {"breve", 0x306},
	{"dotaccent", 0x307}, {"dot", 0x307}, {"dieresis", 0x308}, {"ring", 0x30a}, {"hungarumlaut", 0x30b}, {"caron", 0x30c},
	{"commaaccent", 0x327}, {"cedilla", 0x327}, {"ogonek", 0x328},
}

// namer knows the characters of names. Making one costs some microseconds.
type namer map[string]string

func newNamer() namer {
	n := make(namer)
	words := strings.Fields(glyphs)
	for i := 0; i+1 < len(words); i += 2 {
		n[words[i]] = words[i+1]
	}
	n["space"], n["nbspace"], n["nonbreakingspace"], n["grave"] = " ", " ", " ", "`"
	for i := range 32 { // the Cyrillic letters of Windows-1251
		n["afii"+strconv.Itoa(10017+i+min(1, i/6))] = string(rune(0x410 + i))
		n["afii"+strconv.Itoa(10065+i+min(1, i/6))] = string(rune(0x430 + i))
	}
	return n
}

// text returns what a glyph's name means; empty if that is not known.
func (n namer) text(glyph string) string {
	if s, ok := n[glyph]; ok {
		return s
	}
	base, _, _ := strings.Cut(glyph, ".") // a.sc, one.oldstyle
	if len(base) == 1 {
		return base
	}
	if s, ok := n[base]; ok {
		return s
	}
	if r := coded(base); r != 0 {
		return string(r)
	}
	for _, a := range accents {
		if letter, ok := strings.CutSuffix(base, a.ending); ok && len(letter) == 1 {
			return norm.NFC.String(letter + string(a.mark))
		}
	}
	if parts := strings.Split(base, "_"); len(parts) > 1 && len(parts) < 5 { // f_f_i
		all := ""
		for _, p := range parts {
			s := n.text(p)
			if s == "" {
				return ""
			}
			all += s
		}
		return all
	}
	return ""
}

// coded is the character of names such as uni20AC and u1F600; 0 for others.
func coded(glyph string) rune {
	hex, ok := strings.CutPrefix(glyph, "uni")
	if !ok {
		hex, ok = strings.CutPrefix(glyph, "u")
	} else if len(hex) > 4 {
		hex = hex[:4] // a ligature is told by its first letter
	}
	v, err := strconv.ParseUint(hex, 16, 32)
	if !ok || err != nil || len(hex) < 4 || v > 0x10ffff {
		return 0
	}
	return rune(v)
}

// upper are the codes of StandardEncoding from 0xa1 on that have a character.
const upper = "\xa1¡\xa2¢\xa3£\xa4⁄\xa5¥\xa6ƒ\xa7§\xa8¤\xa9'\xaa“\xab«\xac‹\xad›\xb1–\xb2†\xb3‡\xb4·\xb6¶\xb7•\xb8‚\xb9„\xba”\xbb»\xbc…\xbd‰\xbf¿" +
	"\xd0—\xe1Æ\xe3ª\xe8Ł\xe9Ø\xeaŒ\xebº\xf1æ\xf5ı\xf8ł\xf9ø\xfaœ\xfbß"

// standard are the characters of StandardEncoding, the one of Type 1 fonts.
func standard() (t [256]string) {
	for c := byte(32); c < 127; c++ {
		t[c] = string(rune(c))
	}
	t['\''], t['`'], t[0xae], t[0xaf] = "’", "‘", "fi", "fl"
	for i := 0; i < len(upper); {
		c := upper[i]
		r := []rune(upper[i+1 : min(len(upper), i+5)])[0]
		t[c] = string(r)
		i += 1 + len(string(r))
	}
	return t
}

// codePage returns the characters of a code page.
func codePage(m *charmap.Charmap) (t [256]string) {
	for c := 32; c < 256; c++ {
		if r := m.DecodeByte(byte(c)); r != 0xfffd {
			t[c] = string(r)
		}
	}
	return t
}
