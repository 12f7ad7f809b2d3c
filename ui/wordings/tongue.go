package wordings

import (
	"strings"

	"offprint/reader"
)

// foreign reports whether the wording that is shown is in another language.
func (s *Screen) foreign() bool {
	other := s.other()
	if s.quote == nil || other == nil {
		return false
	}
	a, b := tongue(s.quote.Row.Language), tongue(other.Row.Language)
	return a != "" && b != "" && a != b
}

// tongue is a BCP 47 tag without its region.
func tongue(tag string) string {
	t, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return t
}

// language names the language of a tag; one that is not in the table is named by its tag.
func language(tag string) reader.Text {
	if name, ok := languages[tongue(tag)]; ok {
		return name
	}
	return reader.CleanLine(tag)
}

var languages = map[string]reader.Text{
	"ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
	"el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French",
	"he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian",
	"ja": "Japanese", "ka": "Georgian", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch", "no": "Norwegian",
	"nb": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
	"sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}
