package robots

import (
	"strings"
	"testing"
	"time"
)

func TestAllows(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ file, allowed, not string }{
		{"", "/ /a", ""},
		{"User-agent: *\nDisallow: /", "", "/ /a"},
		{"User-agent: *\nDisallow:", "/ /a", ""},
		{"User-Agent:*\r\nDISALLOW : /private # not for you\r\n", "/ /public", "/private /private/x /privates"},
		{"User-agent: other\nDisallow: /\n\nUser-agent: Offprint/2.0\nDisallow: /mine", "/ /x", "/mine"},
		{"User-agent: *\nDisallow: /\nUser-agent: offprint\nAllow: /", "/ /a", ""},
		{"User-agent: a\nUser-agent: offprint\nDisallow: /x\nUser-agent: b\nDisallow: /y", "/y", "/x"},
		{"User-agent: offprint\nDisallow: /x\nUser-agent: b\nDisallow: /z\nUser-agent: offprint\nDisallow: /y", "/z", "/x /y"},
		{"Disallow: /nobody\nSitemap: https://x.example/map", "/nobody", ""},
		{"User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b /a/b/c /b", "/a /a/c"},
		{"User-agent: *\nAllow: /a\nDisallow: /a", "/a", ""},
		{"User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x /a.pdfs /a", "/a.pdf /b/c.pdf"},
		{"User-agent: *\nDisallow: /a*b*c", "/a /acb", "/abc /axxbyyczz"},
		{"User-agent: *\nDisallow: /$", "/a", "/"},
		{"User-agent: *\nDisallow: *?print=", "/a?x=1", "/a?print=1 /?print="},
		{"User-agent: *\nDisallow: /%7Ejoe/\nDisallow: /fü", "/joe", "/~joe/a /%7ejoe/a /f%C3%BCr /f%c3%bcr /für"},
		{"\xef\xbb\xbfUser-agent: *\nDisallow: /x", "/y", "/x"},
		{"<html><body>not found</body></html>", "/ /a", ""},
	} {
		r := Parse([]byte(c.file), "offprint")
		for _, p := range strings.Fields(c.allowed) {
			if !r.Allows(p) {
				t.Errorf("%q does not allow %s", c.file, p)
			}
		}
		for _, p := range strings.Fields(c.not) {
			if r.Allows(p) {
				t.Errorf("%q allows %s", c.file, p)
			}
		}
	}
}

func TestDelay(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]time.Duration{
		"User-agent: *\nCrawl-delay: 2.5":                             2500 * time.Millisecond,
		"User-agent: *\nCrawl-delay: 1e99":                            24 * time.Hour,
		"User-agent: *\nCrawl-delay: -3":                              0,
		"User-agent: *\nCrawl-delay: NaN":                             0,
		"User-agent: *\nCrawl-delay: 9\nUser-agent: offprint\nAllow:": 0,
	} {
		if r := Parse([]byte(file), "offprint"); r.Delay() != want {
			t.Errorf("%q: %v, want %v", file, r.Delay(), want)
		}
	}
}

// A file of thousands of rules made of stars is answered at once.
func TestHeavyRules(t *testing.T) {
	t.Parallel()
	file := "User-agent: *\n" + strings.Repeat("Disallow: /"+strings.Repeat("*a", 40)+"b\n", 6000)
	r := Parse([]byte(file), "offprint")
	if !r.Allows("/" + strings.Repeat("a", 2000)) {
		t.Error("a rule that does not fit decides")
	}
	if len(r.rules) > maxRules {
		t.Errorf("%d rules", len(r.rules))
	}
}

// Any file can be read. One that disallows everything to all at its end
// allows nothing to a program that it does not name, unless a rule allows it.
func FuzzParse(f *testing.F) {
	f.Add("User-agent: *\nAllow: /a$\nCrawl-delay: 1\n", "/a?b")
	f.Add("user-agent:x\n\rdisallow:%zz*", "%")
	f.Fuzz(func(t *testing.T, file, path string) {
		r := Parse([]byte(file), "offprint")
		r.Allows(path)
		if d := r.Delay(); d < 0 || d > 24*time.Hour {
			t.Errorf("a delay of %v", d)
		}
		if lower := strings.ToLower(file); strings.Contains(lower, "allow:") && strings.Contains(lower, "offprint") || len(file) > MaxSize/2 {
			return
		}
		if strings.Contains(strings.ToLower(file), "allow") {
			return
		}
		if all := Parse([]byte(file+"\nUser-agent: *\nDisallow: /\n"), "nobody"); all.Allows(path) {
			t.Errorf("%q is allowed", path)
		}
	})
}
