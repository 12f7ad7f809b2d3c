package cli

import "testing"

func TestWebAddress(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		"https://a.example/b?c=d#e":         "https://a.example/b?c=d#e",
		" http://a.example/ ":               "http://a.example/",
		"HTTPS://a.example/":                "https://a.example/",
		"https://a.example/\u202e x":        "https://a.example/%E2%80%AE%20x",
		"":                                  "",
		"a.example":                         "",
		"-version":                          "",
		"--new-window=https://a.example":    "",
		"file:///etc/passwd":                "",
		"javascript:alert(1)":               "",
		"data:text/html,x":                  "",
		"mailto:a@b.example":                "",
		"https:///nohost":                   "",
		"https://user:secret@evil.example/": "",
		"https://a.example\x1b[2J/":         "",
		"http://a.example/\nx":              "",
	} {
		got, err := webAddress(address)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("webAddress(%q) = %q, %v; want %q", address, got, err, want)
		}
	}
}
