package frame

import (
	"offprint/reader"
	"offprint/reader/parse/date"
	"offprint/reader/parse/inner"
	"offprint/reader/parse/safe"
)

// maxPassages is how many passages an article may be told to have.
const maxPassages = 2000

// Kept makes what an export says of somebody's reading safe; package parse asks
// for it.
func Kept(k *inner.Kept) reader.Kept {
	out := reader.Kept{Saved: date.Saved(k.Saved), Read: k.Read, Starred: k.Starred}
	for _, p := range k.Passages[:min(len(k.Passages), maxPassages)] {
		q := reader.Passage{Text: safe.Passage(p.Text), Note: safe.Passage(p.Note), Made: date.Saved(p.Made)}
		if q.Text != "" || q.Note != "" {
			out.Passages = append(out.Passages, q)
		}
	}
	return out
}
