package page

import (
	"strings"

	"offprint/reader"
)

// absences are the titles of the pages that a server gives in the place of the
// one that was asked for: there is none, it is not given to everybody, or not
// to programs. In lower case, without marks.
var absences = map[string]bool{
	"404": true, "not found": true, "404 not found": true, "404 error": true, "error 404": true, "error 404 not found": true, "page not found": true, "404 page not found": true, "page not found 404": true, "error 404 page not found": true, "file not found": true, "404 file not found": true, "404 file or directory not found": true, "the page cannot be found": true, "page cannot be found": true, "sorry page not found": true, "oops page not found": true, "oops that page can t be found": true, "this page isn t available": true, "page unavailable": true, "content not found": true,
	"seite nicht gefunden": true, "404 seite nicht gefunden": true, "seite nicht gefunden 404": true, "fehler 404": true, "die seite wurde nicht gefunden": true, "seite wurde nicht gefunden": true,
	"page introuvable": true, "404 page introuvable": true, "page non trouvée": true, "erreur 404": true, "cette page n existe pas": true,
	"página no encontrada": true, "404 página no encontrada": true, "error 404 página no encontrada": true, "página não encontrada": true, "erro 404": true, "pagina non trovata": true, "errore 404": true, "pagina niet gevonden": true, "sidan hittades inte": true, "siden blev ikke fundet": true, "siden ble ikke funnet": true, "nie znaleziono strony": true, "strona nie została znaleziona": true, "страница не найдена": true, "404 страница не найдена": true, "ошибка 404": true, "сторінку не знайдено": true, "sayfa bulunamadı": true,
	"403": true, "403 forbidden": true, "error 403": true, "forbidden": true, "access denied": true, "access to this page has been denied": true, "you don t have permission": true, "unauthorized": true, "401 unauthorized": true,
	"just a moment": true, "attention required": true, "attention required cloudflare": true, "are you a robot": true, "are you human": true, "robot check": true, "security check": true, "human verification": true, "verify you are human": true, "verifying you are human": true, "please verify you are a human": true, "checking your browser": true, "one more step": true, "ddos guard": true, "captcha": true,
	"500 internal server error": true, "internal server error": true, "502 bad gateway": true, "bad gateway": true, "503 service unavailable": true, "service unavailable": true, "503 service temporarily unavailable": true, "504 gateway time out": true, "504 gateway timeout": true,
}

// absentMost is how many words such a page has at most.
const absentMost = 80

// absentWords are words of which such a page has one, in lower case.
var absentWords = []string{
	"404", "403", "page", "url", "server", "permission", "browser", "cookies", "cloudflare", "nginx", "apache", "robot", "human",
	"seite", "adresse", "pagina", "página", "страниц", "сторін", "stron",
}

// Absent reports whether a page was given in the place of another: its title
// says so, and its few words are about that.
func Absent(a *reader.Article) bool {
	if len(a.Markdown) > absentMost*12 || !absences[strings.Join(titleWords(string(a.Title)), " ")] {
		return false
	}
	text := strings.ToLower(string(a.Title) + " " + string(a.Markdown))
	if len(strings.Fields(text)) > absentMost {
		return false
	}
	return holdsAny(text, absentWords)
}
