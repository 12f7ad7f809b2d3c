package rows

import (
	"offprint/reader"
	"offprint/ui/theme"
)

// surely is the confidence from which a speaker is shown without a sign. Of
// those below it, down to [reader.SureEnough], one in four is wrong.
const surely = 0.7

// Speaker says who spoke, a quote without a known speaker included.
func Speaker(q *reader.Quote) reader.Text {
	switch {
	case !q.Attributed():
		return "(unattributed)"
	case q.Speaker.Inferred:
		return q.Speaker.Name + " (from other articles)"
	}
	return q.Speaker.Name
}

// Unsure is what stands behind a speaker's name that may well be wrong: a sign,
// and in the row under the cursor, or where signs are read aloud, the word.
func Unsure(s *theme.Styles, q *reader.Quote, here bool) reader.Text {
	switch {
	case !q.Attributed() || q.Confidence >= surely:
		return ""
	case here || s.Words:
		return " · unsure"
	}
	return " ?"
}
