package cli

import "testing"

// A picture without an address is none: its caption stands for it, but not in code.
func TestWithoutPictures(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"![The square]()":                       "*The square*",
		"Before\n\n![The \\[old\\] square]()\n": "Before\n\n*The \\[old\\] square*\n",
		"![]() after":                           " after",
		"![kept](picture.jpg) ![not]()":         "![kept](picture.jpg) *not*",
		"```\n![code]()\n```\n![not]()":         "```\n![code]()\n```\n*not*",
	} {
		if got := withoutPictures(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}
