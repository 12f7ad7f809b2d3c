package store

import (
	"hash/fnv"
	"strings"

	"offprint/reader"
	"offprint/store/folded"
)

// minSame is how many words two quotes must share, all of them, to be taken
// for the same words in two articles. Shorter ones ("restraint") are common.
const minSame = 5

// sameWords returns a number that quotes with the same words share.
func sameWords(d *derived, q *reader.Quote, ord int) int64 {
	h := fnv.New64a()
	words := 0
	for _, s := range q.Content {
		folded.Each(string(d.markdown.Slice(s)), func(_, _ int, w string) bool {
			h.Write([]byte(w))
			h.Write([]byte{' '})
			words++
			return true
		})
	}
	if words < minSame {
		var own [16]byte
		for i := range 8 {
			own[i], own[8+i] = byte(int64(d.id)>>(8*i)), byte(ord>>(8*i))
		}
		h.Write(own[:])
	}
	return int64(h.Sum64() >> 1) // 0 is never met in practice and means nothing
}

// aboutWhom returns the entities that are named in a quote or its sentence, or
// called there by what they are.
func aboutWhom(d *derived, q *reader.Quote) []int {
	if len(q.Content) == 0 {
		return nil
	}
	in := sentenceAround(string(d.markdown), reader.Span{Start: q.Content[0].Start, End: q.Content[len(q.Content)-1].End})
	var list []int
	for i := range d.entities {
		for _, m := range d.entities[i].Places() {
			if m.Start >= in.End {
				break
			}
			if in.Covers(m) && !overlapsAny(q.Source, m) {
				list = append(list, i)
				break
			}
		}
	}
	return list
}

func overlapsAny(list []reader.Span, s reader.Span) bool {
	for _, o := range list {
		if o.Overlaps(s) {
			return true
		}
	}
	return false
}

// maxSentence bounds how far sentenceAround looks, in bytes to either side.
const maxSentence = 400

// sentenceAround widens a span to the sentence that it stands in, roughly: to
// a mark that ends one, or the paragraph's border.
func sentenceAround(md string, s reader.Span) reader.Span {
	start, end := min(s.Start, len(md)), min(s.End, len(md))
	for n := 0; start > 0 && n < maxSentence; n++ {
		if c := md[start-1]; c == '\n' || start > 1 && c == ' ' && strings.IndexByte(".!?", md[start-2]) >= 0 {
			break
		}
		start--
	}
	for n := 0; end < len(md) && n < maxSentence; n++ {
		if md[end] == '\n' || strings.IndexByte(".!?", md[end]) >= 0 && (end+1 == len(md) || md[end+1] == ' ' || md[end+1] == '\n') {
			break
		}
		end++
	}
	return reader.Span{Start: start, End: max(start, end)}
}
