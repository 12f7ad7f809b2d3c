package frame

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/phrase"
)

// otherwhere are the beginnings of lines by which sites lead to their other
// articles or ask for something, in lower case. What follows them goes too, up
// to the next running text.
var otherwhere = []string{
	"related", "read more", "read also", "read next", "more from", "more on this", "more stories", "you may also", "you might also", "also read", "see also", "see more", "don't miss", "recommended",
	"most read", "most popular", "latest news", "further reading", "further information", "more information", "share this", "share on", "sign up", "subscribe", "follow us", "join the conversation", "leave a comment", "did you like", "you must be logged in", "log in to", "please log in", "leave a reply", "we want to hear", "about the author", "about the contributor", "about us", "this entry was posted", "this post was", "posted in", "filed under", "tagged", "categories:", "category:", "tags:", "filed in", "never miss", "click here", "no comments",
	"siehe auch", "siehe dazu", "gefällt dir", "gefällt ihnen", "hat ihnen der artikel", "hat dir der artikel", "über den autor", "über die autor", "zum autor", "zur autorin", "autoren:", "mehr zum thema", "mehr dazu", "mehr lesen", "lesen sie auch", "lesen sie mehr", "lies auch", "auch interessant", "das könnte", "das thema könnte", "könnte dich auch", "könnte sie auch", "weitere artikel", "weitere beiträge", "weitere informationen", "weitere infos", "weiterführende", "weiterführender", "weitere themen", "ähnliche artikel", "ähnliche beiträge", "zum weiterlesen", "passend dazu", "empfehlungen", "diesen artikel", "artikel gefallen", "beitrag teilen", "jetzt teilen", "teilen", "newsletter", "jetzt abonnieren", "kommentare", "keine kommentare", "weitere kommentare", "alle kommentare", "du musst eingeloggt", "sie müssen angemeldet", "bitte melden sie sich an", "bitte melde dich an", "schreibe einen kommentar", "der beitrag wurde", "dieser beitrag wurde", "dieser text wurde", "sie sind aktuell nicht eingeloggt", "kennt ihr schon", "noch mehr infos", "zusatzinformationen", "inhaltsverzeichnis", "zurück", "themen:", "kategorie:", "kategorien:", "schlagwörter", "schlagworte", "stichworte",
	"à lire aussi", "lire aussi", "à lire également", "sur le même sujet", "voir aussi", "voir également", "partager", "articles liés", "inscrivez-vous", "commentaires",
	"ver también", "lea también", "lea más", "lee también", "lee más", "mira también", "leer también", "puedes ver", "puede ver", "también puede", "te puede interesar", "le puede interesar", "más información", "noticias relacionadas", "valora esta noticia", "compartir", "suscríbete", "comentarios", "tus comentarios", "puede escribirnos",
	"leggi anche", "vedi anche", "potrebbe interessarti", "condividi", "iscriviti", "leia também", "leia mais", "veja também", "saiba mais", "compartilhe", "lees ook", "zie ook", "lees meer", "czytaj też", "czytaj także", "zobacz też", "dowiedz się więcej", "читайте также", "читать также", "lue myös", "läs också",
	"اقرأ أيضا", "اقرأ أيضاً", "اقرأ أيضًا", "إقرأ أيضا", "إقرأ أيضاً", "شاهد أيضا", "شاهد أيضاً", "مواضيع ذات صلة", "موضوعات ذات صلة", "קראו גם", "קרא גם", "לקריאה נוספת", "相关阅读", "相关新闻", "延伸阅读", "推荐阅读", "相關新聞", "延伸閱讀", "関連記事", "関連ニュース", "あわせて読みたい", "관련기사", "관련 기사",
}

// strayLength is how long a line may be that is dropped behind such a
// beginning, in characters.
const strayLength = 110

// dropTrailers drops the lines by which a site leads elsewhere, with the lists
// and headlines that follow them. If that were much of the article, they mean
// something else on this page and stay.
func dropTrailers(blocks []clean.Block, notes *clean.Notes) []clean.Block {
	if notes.AsIs {
		return blocks
	}
	blocks = dropBareEnd(blocks, notes)
	out := make([]clean.Block, 0, len(blocks))
	whole, dropped := 0, 0
	behind := false
	var gone []string
	for _, b := range blocks {
		text := strings.TrimSpace(b.Text())
		whole += len(text)
		if leadsElsewhere(&b, text) || syndicated(&b, text) || behind && stray(&b, text) {
			behind = true
			dropped += len(text)
			gone = append(gone, text)
			continue
		}
		behind = false
		out = append(out, b)
	}
	if dropped*3 > whole {
		return blocks
	}
	for _, text := range gone {
		notes.Add(reader.RepairNavigation, text)
	}
	return out
}

// dropBareEnd drops the rules at the end, and a heading below which nothing
// stands; several in a row are a list of some kind.
func dropBareEnd(blocks []clean.Block, notes *clean.Notes) []clean.Block {
	n := len(blocks)
	for n > 0 && blocks[n-1].Kind == clean.Rule {
		n--
	}
	if n > 2 && blocks[n-1].Kind == clean.Heading && blocks[n-2].Kind != clean.Heading {
		n--
		notes.Add(reader.RepairNavigation, blocks[n].Text())
	}
	return blocks[:n]
}

// dropComplaints drops what a server's own program complained of, however much
// that is.
func dropComplaints(blocks []clean.Block, notes *clean.Notes) []clean.Block {
	if notes.AsIs {
		return blocks
	}
	return slices.DeleteFunc(blocks, func(b clean.Block) bool {
		text := strings.TrimSpace(b.Text())
		if !complaint(text) {
			return false
		}
		notes.Add(reader.RepairNavigation, text)
		return true
	})
}

// complaint reports whether a line is what a server's own program complained of.
func complaint(text string) bool {
	if len(text) > 400 || !strings.Contains(text, ".php") {
		return false
	}
	line := phrase.StripMarks(strings.TrimLeft(text, "- "))
	for _, head := range []string{"Warning:", "Notice:", "Deprecated:", "Fatal error:", "Parse error:", "Strict Standards:"} {
		if strings.HasPrefix(line, head) && strings.Contains(line, " on line ") {
			return true
		}
	}
	return false
}

// How long a line may be that leads elsewhere, in characters as they are
// shown: without a link in it, and with one.
const (
	trailerLine  = 160
	trailerReach = 220
)

// trailerMarks is what may stand before the words by which a line leads elsewhere.
const trailerMarks = "\"'„“»«›>→▶-–—•|[(*_#\\… "

// leadsElsewhere reports whether a short line begins as those do that belong to the site.
func leadsElsewhere(b *clean.Block, text string) bool {
	if b.Kind != clean.Prose && b.Kind != clean.Heading && b.Kind != clean.Quote || len(b.Lines) > 2 || len(text) > phrase.FieldReach {
		return false
	}
	if !beginsElsewhere(strings.TrimLeft(text, trailerMarks)) {
		return false
	}
	shown := phrase.StripMarks(strings.TrimLeft(text, "> "))
	long := utf8.RuneCountInString(shown)
	linked := strings.Contains(text, "](")
	shown = strings.TrimLeft(shown, trailerMarks)
	if long > trailerReach || long > trailerLine && !linked {
		return false
	}
	if b.Kind == clean.Prose && long > 90 && (informs(shown) || phrase.EndsSentence(text) && !linked) {
		return false // a sentence of the article
	}
	return beginsElsewhere(shown)
}

// firstOn is the line that WordPress puts below each text of its feeds.
var firstOn = regexp.MustCompile(`^(?:The post|The article|Der Beitrag|L['’]article|La entrada|L['’]articolo|O post|Het bericht|Artykuł|Wpis|Запись) .{1,300} (?:appeared first on|first appeared on|erschien zuerst auf|est apparu en premier sur|(?:se publicó primero|apareció primero) en|proviene da|apareceu primeiro em|verscheen eerst op|pochodzi z serwisu|впервые появилась) [^.]{1,80}\.?[^.]{0,20}\.?$`)

// syndicated reports whether a block tells only where its text appeared first.
func syndicated(b *clean.Block, text string) bool {
	return b.Kind == clean.Prose && len(b.Lines) == 1 && len(text) < 1000 && firstOn.MatchString(phrase.StripMarks(text))
}

// informs reports whether a line begins as sentences of articles do, too, that
// say where there is more to be known.
func informs(line string) bool {
	low := strings.ToLower(line[:min(len(line), headReach)])
	for _, head := range []string{"more information", "further information", "more on", "weitere informationen", "weitere infos", "más información"} {
		if strings.HasPrefix(low, head) {
			return true
		}
	}
	return false
}

// headReach is how much of a line holds the longest of [otherwhere], in bytes.
const headReach = 64

// beginsElsewhere reports whether a line begins with one of [otherwhere].
func beginsElsewhere(line string) bool {
	low := strings.ReplaceAll(strings.ToLower(line[:min(len(line), headReach)]), "’", "'")
	for _, head := range otherwhere {
		if rest, ok := strings.CutPrefix(low, head); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			if rest == "" || !phrase.WordRune(r) && !unicode.IsMark(r) || strings.HasPrefix(rest, "s ") || strings.HasPrefix(rest, "s:") {
				return true
			}
		}
	}
	return false
}

// stray reports whether a block can be an item of such a list: a list of
// links, a headline, a short line without an end.
func stray(b *clean.Block, text string) bool {
	switch b.Kind {
	case clean.List:
		return strings.Contains(text, "](") && len(b.Lines) < 25
	case clean.Prose:
		if strings.HasPrefix(text, "[") && strings.HasSuffix(text, ")") {
			return true
		}
		return utf8.RuneCountInString(text) < strayLength && !phrase.EndsSentence(text) && strings.Contains(text, "](")
	case clean.Heading:
		return strings.Contains(text, "](")
	}
	return false
}
