package stubs

import (
	"errors"
	"strings"

	"offprint/reader"
	"offprint/store/folded"
)

// errWall is that of pages that ask for something in the place of the article.
var errWall = errors.New("it asks for consent, a login or a proof that a person reads it")

// wallWords is the number of words from which on a page is believed to hold
// more than such a question.
const wallWords = 250

// wallTitles begin the titles of pages that hosts show to programs.
var wallTitles = []string{
	"just a moment", "attention required", "access denied", "access to this page has been denied", "before you continue", "are you a robot",
	"please verify", "verify you are human", "checking your browser", "security check", "your privacy choices", "einen moment bitte",
}

// wallMarks are what such pages speak of, in lower case; "consent" is in the
// French and the Spanish word, too.
var wallMarks = []string{
	"cookie", "consent", "einwillig", "zustimm", "javascript", "captcha", "ad blocker", "adblock", "log in", "sign in",
	"anmelden", "partners", "personal data", "personenbezogene", "données personnelles", "datos personales", "legitimate interest",
	"third-party", "privacy policy", "datenschutz",
}

// asks reports whether what was got for a stub asks for consent, a login or a
// proof, although the host says that it is the page: it is short, and speaks of
// little else. A page that has the title of the stub is the article.
func asks(s *reader.Digest, title reader.Text) bool {
	if s.Words >= wallWords || sameTitle(title, s.Article.Title) {
		return false
	}
	own := strings.ToLower(string(s.Article.Title))
	for _, t := range wallTitles {
		if strings.HasPrefix(own, t) {
			return true
		}
	}
	text := strings.ToLower(string(s.Article.Markdown))
	marks, all := 0, 0
	for _, m := range wallMarks {
		if n := strings.Count(text, m); n > 0 {
			marks++
			all += n
		}
	}
	return marks >= 3 && all >= 5 && all*25 >= s.Words
}

// sameTitle reports whether a page's title is that of the stub, or holds half of its words.
func sameTitle(stub, page reader.Text) bool {
	want, have := folded.Words(string(stub)), map[string]bool{}
	for _, w := range folded.Words(string(page)) {
		have[w] = true
	}
	common := 0
	for _, w := range want {
		if have[w] {
			common++
		}
	}
	return common > 1 && 2*common >= len(want)
}
