package mark

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/quote/word"
)

// pairDashes finds direct speech without marks, as Russian, Ukrainian, French
// and Spanish print it: — We sail, — said Lind. — At dawn. It reports whether
// the block is such speech; a block that begins with a dash but names no
// speaker is a list.
func (a *Analysis) pairDashes(index int, b reader.Block) bool {
	start := dashAt(a.Text, b.Start, b.End)
	if start == 0 {
		return false
	}
	before := len(a.Runs)
	speech := true
	for at := start; at < b.End; {
		end, next := nextDash(a.Text, at, b.End)
		if at == start && end == b.End {
			end = a.frameComma(at, b.End)
			next = end
		}
		if speech {
			a.addRun(index, at, at, end, end, styleDash)
		} else if before+1 == len(a.Runs) && !a.namesSpeaker(at, end) {
			break
		}
		if next <= at {
			break
		}
		speech = !speech
		at = next
	}
	if len(a.Runs) == before || !a.framed(before, b) {
		a.Runs = a.Runs[:before]
		return false
	}
	return true
}

// frameComma returns the comma before a verb of speech that ends the words
// without a dash: — We sail, said Lind. It is end if there is none.
func (a *Analysis) frameComma(at, end int) int {
	for i := at + 1; i+2 < end; i++ {
		if a.Text[i] != ',' || a.Text[i+1] != ' ' {
			continue
		}
		w, _, _ := strings.Cut(a.Text[i+2:end], " ")
		if a.Language.Lookup(w).Cue != word.CueNone {
			return i
		}
	}
	return end
}

// framed reports whether a frame stands behind the first run of the block.
func (a *Analysis) framed(first int, b reader.Block) bool {
	end := int(a.Runs[first].End)
	return end < b.End && a.namesSpeaker(end, b.End)
}

// namesSpeaker reports whether one of the first words between the bytes is a verb of speech.
func (a *Analysis) namesSpeaker(from, to int) bool {
	for k, w := range strings.Fields(a.Text[from:min(to, from+160)]) {
		if a.Language.Lookup(strings.Trim(w, ".,:—–-«»")).Cue != word.CueNone {
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
