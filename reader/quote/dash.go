package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
)

// pairDashes finds direct speech without marks, as Russian, Ukrainian, French
// and Spanish print it: — We sail, — said Lind. — At dawn. It reports whether
// the block is such speech; a block that begins with a dash but names no
// speaker is a list.
func (a *analysis) pairDashes(index int, b reader.Block) bool {
	start := dashAt(a.text, b.Start, b.End)
	if start == 0 {
		return false
	}
	before := len(a.runs)
	speech := true
	for at := start; at < b.End; {
		end, next := nextDash(a.text, at, b.End)
		if at == start && end == b.End {
			end = a.frameComma(at, b.End)
			next = end
		}
		if speech {
			a.addRun(index, at, at, end, end, styleDash)
		} else if before+1 == len(a.runs) && !a.namesSpeaker(at, end) {
			break
		}
		if next <= at {
			break
		}
		speech = !speech
		at = next
	}
	if len(a.runs) == before || !a.framed(before, b) {
		a.runs = a.runs[:before]
		return false
	}
	return true
}

// frameComma returns the comma before a verb of speech that ends the words
// without a dash: — We sail, said Lind. It is end if there is none.
func (a *analysis) frameComma(at, end int) int {
	for i := at + 1; i+2 < end; i++ {
		if a.text[i] != ',' || a.text[i+1] != ' ' {
			continue
		}
		w, _, _ := strings.Cut(a.text[i+2:end], " ")
		if a.language.lookup(w).cue != cueNone {
			return i
		}
	}
	return end
}

// framed reports whether a frame stands behind the first run of the block.
func (a *analysis) framed(first int, b reader.Block) bool {
	end := int(a.runs[first].end)
	return end < b.End && a.namesSpeaker(end, b.End)
}

// namesSpeaker reports whether one of the first words between the bytes is a verb of speech.
func (a *analysis) namesSpeaker(from, to int) bool {
	for k, w := range strings.Fields(a.text[from:min(to, from+160)]) {
		if a.language.lookup(strings.Trim(w, ".,:—–-«»")).cue != cueNone {
			return true
		}
		if k > 7 {
			break
		}
	}
	return false
}

// dashAt returns where the text behind an opening dash at i begins, or 0.
func dashAt(text string, i, end int) int {
	r, n := utf8.DecodeRuneInString(text[i:end])
	if (r == '—' || r == '–') && i+n < end {
		for i += n; i < end && text[i] == ' '; i++ {
		}
		return i
	}
	return 0
}

// nextDash returns the next dash behind a sign, where speech and frame change:
// the end of what is before it, and the begin of what is behind it.
func nextDash(text string, at, end int) (stop, next int) {
	for i := at; i < end; {
		r, n := utf8.DecodeRuneInString(text[i:end])
		if r != '—' && r != '–' {
			i += n
			continue
		}
		k := i
		for k > at && text[k-1] == ' ' {
			k--
		}
		last, _ := utf8.DecodeLastRuneInString(text[at:k])
		if after, _ := utf8.DecodeRuneInString(text[i+n : end]); k < i && unicode.IsLower(after) || k == i && (after == '.' || after == ',') {
			// Spanish sets the dash close to the frame: —said Ruiz—.
			for i += n; i < end && (text[i] == ' ' || text[i] == '.' || text[i] == ','); i++ {
			}
			return k, i
		}
		if k < i && strings.ContainsRune(",.!?…", last) {
			for i += n; i < end && text[i] == ' '; i++ {
			}
			return k, i
		}
		i += n
	}
	return end, end
}
