package frame

import (
	"strings"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/markdown"
	"offprint/reader/parse/phrase"
)

// CaptionReach is how long a caption may be, in characters.
const CaptionReach = 400

// CaptionLine reports whether the line is the caption of a picture: it ends
// with, or begins with, whom the picture is from.
func CaptionLine(line string) bool {
	if utf8.RuneCountInString(line) > CaptionReach {
		return false
	}
	text := strings.TrimRight(phrase.StripMarks(line), " .)]")
	low := strings.ToLower(text)
	for _, head := range []string{"photo:", "photo by ", "image:", "image by ", "picture:", "photograph:", "photograph by ", "file photo", "photo credit", "image credit", "courtesy of ", "foto:", "fotos:", "bild:", "bild via", "bilder:", "titelbild:", "symbolbild", "crédit photo", "photos:", "credit:", "image via", "bildquelle", "foto: ", "photo :", "image illustrative", "illustration:", "illustration :", "abbildung:", "grafik:", "symbolfoto", "archivbild", "archivfoto", "imagen:", "fotografía:", "©", "(foto", "(bild", "(photo", "(crédito"} {
		if strings.HasPrefix(low, head) {
			return true
		}
	}
	for _, mark := range []string{" photo: ", " image: ", " picture: ", "(photo: ", "(photo by ", " photo by ", "(image: ", "(foto: ", "(bild: ", "(fotos: ", " bild: ", " fotos: ", "(crédito: ", "credit: ", "(ap photo", "courtesy of ", " foto: ", "© "} {
		if i := strings.LastIndex(low, mark); i >= 0 && len(strings.Fields(low[i+len(mark):])) <= 6 && (i > 0 || mark == "© ") {
			return true
		}
	}
	// A name behind a stroke: Wall of the old town. Jane Roe / Agency
	if i := strings.LastIndex(text, " / "); i >= 0 && creditSide(text[i+3:]) && runesIn(low) < CaptionReach*2/3 {
		return true
	}
	for _, agency := range []string{"/reuters", "/ap", "/afp", "/getty images", "/getty", "/epa", "/tass", "/dpa", "via getty images", "via ap", "via reuters", "/shutterstock", "wikimedia commons"} {
		if strings.HasSuffix(low, agency) {
			return true
		}
	}
	return false
}

// creditSide reports whether s is what stands behind the stroke of a credit: a few words, no sentence.
func creditSide(s string) bool {
	return len(strings.Fields(s)) <= 4 && !strings.ContainsAny(s, ".?!,;:") || len(strings.Fields(s)) <= 2 && !strings.ContainsAny(s, "?!;:")
}

// pageCaptions makes pictures of the lines of a page that credit one.
func pageCaptions(blocks []clean.Block) {
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != clean.Prose && b.Kind != clean.Heading || len(b.Lines) != 1 || utf8.RuneCountInString(b.Lines[0]) > 300 {
			continue
		}
		line := strings.TrimSpace(strings.TrimLeft(b.Lines[0], "# "))
		if CaptionLine(line) && (b.Kind == clean.Prose || strings.HasSuffix(line, ")")) {
			if strings.Contains(line, "](") { // a caption holds no link
				line = string(markdown.Escape(reader.CleanLine(phrase.StripMarks(line))))
			}
			b.Kind, b.Lines[0] = clean.Picture, Picture(line)
		}
	}
}

// IsCaption reports whether the block is a caption among the text.
func IsCaption(b *clean.Block) bool { return len(b.Lines) == 1 && CaptionLine(b.Lines[0]) }

// Picture returns a stand-alone picture of that caption.
func Picture(caption string) string {
	return "![" + strings.NewReplacer(`\[`, `\[`, `\]`, `\]`, "[", `\[`, "]", `\]`).Replace(phrase.EscapeAngles(strings.TrimSpace(caption))) + "]()"
}
