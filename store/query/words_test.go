package query

import "testing"

// What asks for words needs the index, wherever in the query they stand.
func TestWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"": false, "ferry": true, "-ferry": true, `"the ferry"`: true, "fer*": true, "title:ferry": true, "by:meyer": true,
		"is:unread": false, "said:meyer after:2024": false, "is:unread OR (tag:sea -ferry)": true, "is:unread -(tag:sea OR on:2024)": false,
	} {
		q, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := q.Words(); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
