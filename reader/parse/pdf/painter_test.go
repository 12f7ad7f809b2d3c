package pdf_test

import (
	"strings"
	"testing"

	"offprint/reader/parse/inner"
	"offprint/reader/parse/pdf"
)

// TestOperators: where and how the operators of a content set text.
func TestOperators(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ content, want string }{
		"lines":                  {"14 TL (one) Tj T* (two) Tj (three) ' 0 0 (four) \" 0 -14 TD (five) Tj T* (six) Tj", "one two three four five six"},
		"a matrix":               {"1 0 0 1 72 500 Tm (one) Tj 1 0 0 1 95 500 Tm (two) Tj", "one two"},
		"spaces between words":   {"20 Tw (one two) Tj 0 Tw", "one two"},
		"characters set apart":   {"4 Tc (spread) Tj 0 Tc", "spread"},
		"narrow characters":      {"50 Tz (one) Tj 100 Tz 12 0 Td (two) Tj", "one two"},
		"kept and given back":    {"(one) Tj ET q 0 0 0 0 0 0 cm Q BT /F1 10 Tf 72 688 Td (two) Tj", "one two"},
		"a smaller world":        {"(one) Tj ET q .5 0 0 .5 0 0 cm BT /F1 20 Tf 144 1376 Td (two) Tj ET Q BT", "one two"},
		"a picture in between":   {"(one) Tj ET BI /W 1 /H 1 ID EIx\x01EI \nEI BT /F1 10 Tf 72 688 Td (two) Tj", "one two"},
		"a picture without end":  {"(one) Tj ET BI /W 1 ID (two) Tj", "one"},
		"a picture without data": {"(one) Tj ET BI /W 1 (two) Tj", "one"},
		"what is meant":          {"/Span <</ActualText (first)>> BDC (fi) Tj (rst) Tj EMC ( two) Tj", "first two"},
		"what is meant, in UTF":  {"/Span <</ActualText <feff03a9>>> BDC (W) Tj EMC", "Ω"},
		"meant on several lines": {"14 TL /Span <</ActualText (no)>> BDC (one) Tj T* (two) Tj EMC", "one two"},
		"artifacts":              {"/Artifact <</Type /Pagination>> BDC (9) Tj EMC (one) Tj", "one"},
		"artifacts within":       {"/P BMC /Artifact BMC (9) Tj EMC (one) Tj EMC EMC (two) Tj", "onetwo"},
		"aslant":                 {"(one) Tj ET BT /F1 40 Tf .7 .7 -.7 .7 100 100 Tm (draft) Tj", "one"},
		"upside down":            {"-1 0 0 -1 300 500 Tm (one) Tj", "one"},
		"no size":                {"/F1 0 Tf (none) Tj /F1 10 Tf (one) Tj", "one"},
		"no such font":           {"/F9 10 Tf (one) Tj", "one"},
		"too few numbers":        {"Td Tm Tf Tj TJ gs Do 1 0 0 1 72 500 Tm /F1 10 Tf (one) Tj", "one"},
	} {
		_, got, _ := read(t, build("", "BT /F1 10 Tf 72 700 Td "+c.content+" ET"))
		if want := "<p>" + c.want + "</p>\n"; got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

// TestForms: a form is a part of its page, where its matrix puts it; one that
// holds itself ends, and so does one that is a picture.
func TestForms(t *testing.T) {
	t.Parallel()
	forms := `20 0 obj<</Subtype/Form/Matrix[1 0 0 1 0 -14]/Length 36>>stream
BT /F1 10 Tf 72 700 Td (two) Tj ET /F Do
endstream endobj
21 0 obj<</Subtype/Image/Length 30>>stream
BT /F1 10 Tf 72 600 Td (no) Tj ET
endstream endobj
`
	data := string(build("", "BT /F1 10 Tf 72 700 Td (one) Tj ET /F Do /G Do /H Do"))
	data = strings.Replace(data, "trailer<<", forms+"trailer<<", 1)
	data = strings.Replace(data, "/Font<</F1", "/XObject<</F 20 0 R/G 21 0 R>>/Font<</F1", 1)
	docs := 0
	for d, err := range pdf.Read([]byte(data), inner.NewBudget(len(data))) {
		docs++
		if got := string(d.Data); err != nil || !strings.Contains(got, "one two") || strings.Contains(got, "no") {
			t.Errorf("got %q, %v", got, err)
		}
	}
	if docs != 1 {
		t.Errorf("got %d documents", docs)
	}
}
