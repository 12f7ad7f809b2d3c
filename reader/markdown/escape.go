package markdown

import (
	"strings"

	"offprint/reader"
)

// Escape writes text so that Markdown shows it as it is, wherever in a
// paragraph it stands.
func Escape(t reader.Text) reader.Text {
	const special = "\\`*_{}[]()<>#+-.!|~&:="
	if !strings.ContainsAny(string(t), special) {
		return t
	}
	var b strings.Builder
	for _, r := range string(t) {
		if r < 0x80 && strings.ContainsRune(special, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return reader.Clean(b.String())
}
