package article

import (
	"strings"

	"offprint/reader"
)

// languages are the names of languages that articles are often in, by the code
// that the query field lang takes.
var languages = map[string]reader.Text{
	"ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
	"es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
	"hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
	"lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
	"pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian",
	"sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}

// language names the language of a code, with the code: "German (de)".
func language(code string) reader.Text {
	base, _, _ := strings.Cut(strings.ToLower(code), "-")
	if name := languages[base]; name != "" {
		return name + " (" + reader.CleanLine(code) + ")"
	}
	return reader.CleanLine(code)
}
