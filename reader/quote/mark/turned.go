package mark

import (
	"strings"

	"offprint/reader"
	"offprint/reader/quote/word"
)

// longestTurned is how many bytes a frame may have whose marks both stand on the
// wrong side of their blanks.
const longestTurned = 60

// turnFrames turns the marks around a frame that stand at it rather than at the
// words, as some systems set them: "We sail, "he said." Nobody stays."
func (a *Analysis) turnFrames(b reader.Block) {
	if !a.Language.Full {
		return
	}
	for k := 1; k < len(a.signs); k++ {
		s := &a.signs[k]
		if !s.opens || s.ends || s.style != styleStraight && s.style != styleCurly || !a.signs[k-1].opens {
			continue
		}
		before := strings.TrimRight(a.Text[b.Start:s.start], " ")
		if len(before) == s.start-b.Start || before == "" || strings.IndexByte(",?!", before[len(before)-1]) < 0 {
			continue
		}
		end, last := b.End, k+1 >= len(a.signs)
		if !last {
			end = a.signs[k+1].start
			last = a.signs[k+1].opens
		}
		if last || end-s.end > longestTurned || !a.onlyFrame(a.Text[s.end:end]) {
			continue
		}
		s.opens, s.ends = false, true
		a.signs[k+1].opens, a.signs[k+1].ends = true, false
		k++
	}
}

// onlyFrame reports whether s is who speaks and a verb of speech, either first,
// up to a comma or full stop.
func (a *Analysis) onlyFrame(s string) bool {
	if s == "" || s[len(s)-1] != ',' && s[len(s)-1] != '.' {
		return false
	}
	said, who := false, false
	words := strings.Fields(s[:len(s)-1])
	for i, w := range words {
		x := a.Language.Lookup(w)
		switch {
		case x.Cue == word.CueSay && x.Is(word.Past|word.Third):
			said = i == 0 || i == len(words)-1
		case x.Is(word.Pron) || w[0] >= 'A' && w[0] <= 'Z':
			who = true
		}
	}
	return said && who
}
