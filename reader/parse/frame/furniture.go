package frame

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/phrase"
)

// Where the lines that a site puts around an article stand, in blocks from its
// beginning and end, and how long they are at most, in bytes.
const (
	topBlocks     = 5
	endBlocks     = 6
	furnitureLine = 200
	vitaLine      = 700
)

// furnitureShare is the part of the text, one in so many, beyond which such
// lines mean something else on a page and stay.
const furnitureShare = 5

// siteLines are lines, anywhere, that are what a site's buttons and frames say,
// in lower case and without marks.
var siteLines = []string{
	"page load link", "loading", "please wait", "read the rest", "view comments", "show comments", "toggle caption", "hide caption", "enlarge this image", "view this post on instagram", "copy link", "click to print", "print recipe", "jump to recipe", "trackback url", "gd star rating", "karte wird geladen", "speichern", "drucken", "anzeigen", "pflichtfelder", "ende der weiteren informationen", "download as pdf", "open in app", "up next", "now playing", "after newsletter promotion", "skip advertisement", "table of contents", "in this article", "on this page",
}

// breaks are the beginnings of lines that a site puts between two paragraphs, in lower case.
var breaks = []string{
	"story continues below", "story continues after", "article continues below", "article continues after", "continue reading below", "scroll to continue", "this story continues", "image source", "if you click this link and make", "this post contains affiliate", "this post may contain affiliate", "this article contains affiliate", "as an amazon associate",
}

// endings are the beginnings of the lines below an article that are about the
// site, what one can do there, and under what it has filed the text, in lower case.
var endings = []string{
	"eingeordnet unter", "abgelegt unter", "kategorisiert unter", "veröffentlicht unter", "veröffentlicht in", "eingetragen mit", "eingetragen bei", "posted under", "filed to", "publié dans", "classé dans", "publicado en", "archivado en", "pubblicato in",
	"got a tip", "have a tip", "got a story", "do you have a story", "send us a tip", "contact the author", "contact the reporter", "email the author", "reach the reporter", "get the latest", "get our", "get more", "stay up to date", "stay informed", "stay connected", "want more", "want to read more", "download our app", "download the app", "listen to this article", "like us on", "find us on", "join us on", "join our", "support our", "support independent", "support quality", "become a member", "become a subscriber", "make a donation", "make your contribution", "thank you for reading", "thanks for reading", "turn on notifications", "enable notifications", "enjoyed this", "if you enjoyed", "if you liked", "did you enjoy", "was this article", "was this helpful", "what do you think?", "tell us what you think", "let us know what you think", "send a letter to the editor", "report a correction", "report an error", "this material may not be published", "our standards:", "did you make this", "contact reporter", "email reporter", "contact this reporter", "printed from", "source: http", "copyright ©", "copyright (c)", "ⓒ", "저작권자", "copyright 20", "copyright 19", "©", "powered by",
	"verpasse keine", "aktiviere die benachrichtigungen", "erhalte updates", "unser artikel hat", "hat ihnen dieser", "ihnen hat", "folgen sie uns", "folge uns", "bleiben sie auf dem laufenden", "unterstützen sie", "ce contenu est", "suivez-nous", "síguenos", "seguici", "подписывайтесь", "подпишитесь", "следите за нами", "читайте нас",
}

// invitations are the beginnings of longer paragraphs below an article that ask
// its readers for something, in lower case.
var invitations = []string{
	"do you have an opinion on", "have an opinion on", "do you have a story", "to respond to this article", "this entry was posted", "if you enjoyed this", "if you liked this", "if you found this", "did you enjoy this", "enjoyed this", "please consider subscribing", "please consider donating", "please consider supporting", "tell us in the comments", "let us know in the comments",
	"der beitrag wurde am", "dieser beitrag wurde am", "dieser eintrag wurde am", "gefällt dir unser", "gefällt ihnen unser", "hat dir der artikel", "hat ihnen der artikel", "wenn dir dieser artikel", "wenn ihnen dieser artikel", "verraten sie", "verrate uns", "vous avez aimé cet article", "te ha gustado", "ti è piaciuto",
}

// buttonWords are what the buttons above and below an article say, in lower
// case and without blanks.
var buttonWords = []string{
	"jumptorecipe", "printrecipe", "copylink", "listen", "shares", "share", "saves", "save", "following", "follow", "likes", "like", "comments", "comment", "reply", "replies", "print", "email", "tweet", "bookmark", "download", "subscribe", "signin", "signup", "facebook", "twitter", "whatsapp", "linkedin", "pinterest", "telegram", "reddit", "instagram",
	"teilen", "drucken", "merken", "vorlesen", "speichern", "folgen", "kommentieren", "anhören", "partager", "imprimer", "écouter", "compartir", "imprimir", "guardar", "escuchar", "condividi", "stampa", "salva",
}

// buttonsMost is how long a line of buttons is at most, in bytes.
const buttonsMost = 80

// buttons reports whether a line is nothing but what buttons say: ListenShare.
func buttons(line string) bool {
	if len(line) > buttonsMost {
		return false
	}
	low := strings.ToLower(strings.Join(strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(" ·•|/,-–", r) }), ""))
	return low != "" && ofButtons(low)
}

// ofButtons reports whether a text is made of [buttonWords] alone.
func ofButtons(low string) bool {
	return low == "" || slices.ContainsFunc(buttonWords, func(w string) bool {
		rest, ok := strings.CutPrefix(low, w)
		return ok && ofButtons(rest)
	})
}

// pictureCount is a line that numbers the pictures of a gallery.
var pictureCount = regexp.MustCompile(`(?i)^(?:(?:bild|image|photo|foto|picture|slide) \d{1,3}(?: ?/ ?\d{1,3})?|\d{1,3} (?:of|von|de|sur|di|из) \d{1,3})$`)

// follows is a line that asks to follow somebody: Follow Jane Roe on Twitter.
var follows = regexp.MustCompile(`(?i)^follow .{1,60} on (?:twitter|x|facebook|instagram|linkedin|google)\b`)

// counter is a line that holds a number that a site counts, or an address to write to.
var counter = regexp.MustCompile(`(?i)^(?:\d{1,4}|\d{1,4} (?:comments?|shares?|likes?|kommentare?|commentaires?|comentarios?)|\d[\d.,]*[km]? (?:followers?|subscribers?|views?|claps?)\b.{0,40}|(?:e-?mail:? ?)?[\w.+-]+@[\w-]+\.[\w.-]+)$`)

// formLabel is what stands beside a field of a form.
var formLabel = regexp.MustCompile(`(?i)\((?:required|obligatoire|erforderlich|pflichtfeld|obligatorio|obbligatorio|facultatif)\) ?\*?$`)

// writeTo is a line that ends in an address to write to.
var writeTo = regexp.MustCompile(`[\w.+-]+@[\w-]+\.[\w.-]+$`)

// readingTime is a line above an article that tells how long it takes.
var readingTime = regexp.MustCompile(`(?i)^(?:(?:estimated )?(?:reading time|read time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|leestijd)\b.{0,24}\d.{0,16}|\d{1,3}[ -]?min(?:ute|uten|utes)?s?\.? (?:read|lesezeit|lesedauer|de lecture|de lectura|di lettura))$`)

// vitae is what stands behind the writer's name in a line that says who that is.
var vitae = regexp.MustCompile(`^(?:,| (?:is|was|has|writes|covers|reports|reported|works|lives|joined|studied|ist|war|schreibt|arbeitet|lebt|studiert|studierte|berichtet|est|écrit|es|escribe|è|scrive|jest)\b)`)

// offices is such a line, the last of a text, that has The author for the name
// and an office behind it: articles are about authors, too.
var offices = regexp.MustCompile(`^(?:The (?:author|writer) (?:is|was|works|lives) (?:an?|the|at|in|as|former|professor|director|editor|chief|senior|executive|president|co-?founder)\b|(?:Der Autor|Die Autorin|Unser Autor|Unsere Autorin) (?:ist|lebt|arbeitet|lehrt|schreibt) |(?:L[’']aut(?:eur|rice) est|(?:El autor|La autora) es) )`)

// dropFurniture drops the lines that a site puts above, between and below the
// paragraphs of an article.
func dropFurniture(blocks []clean.Block, f *Found, notes *clean.Notes) []clean.Block {
	if notes.AsIs {
		return blocks
	}
	out := make([]clean.Block, 0, len(blocks))
	whole, dropped := 0, 0
	var gone []string
	for i := range blocks {
		b := &blocks[i]
		text := strings.TrimSpace(b.Text())
		whole += len(text)
		size := len(text)
		if size > vitaLine && i >= len(blocks)-endBlocks {
			size = len(phrase.StripMarks(text)) // without the addresses in it
		}
		if size <= vitaLine && (b.Kind == clean.Prose || b.Kind == clean.Heading || b.Kind == clean.List) && besideArticle(b, text, i, len(blocks), f) {
			dropped += len(phrase.StripMarks(text))
			gone = append(gone, text)
			continue
		}
		out = append(out, *b)
	}
	if dropped*furnitureShare > whole {
		return blocks
	}
	for _, text := range gone {
		notes.Add(reader.RepairNavigation, text)
	}
	return dropInitials(out, notes)
}

// dropInitials drops the letters by which the last paragraph is signed;
// pictures may follow it.
func dropInitials(blocks []clean.Block, notes *clean.Notes) []clean.Block {
	last := len(blocks) - 1
	for last > 0 && blocks[last].Kind == clean.Picture {
		last--
	}
	if last <= 0 || !initials(strings.TrimSpace(blocks[last].Text())) {
		return blocks
	}
	return dropNoted(blocks, last, last+1, notes)
}

// besideArticle reports whether block i of so many belongs to the site.
func besideArticle(b *clean.Block, text string, i, blocks int, f *Found) bool {
	end := i > 0 && i >= blocks-endBlocks
	if !end && len(text) > 2*furnitureLine {
		return false
	}
	line := phrase.StripMarks(text)
	if startsQuoted(line) {
		return false
	}
	line = strings.Trim(line, trailerMarks+")].:")
	if b.Kind == clean.List {
		return end && len(b.Lines) == 1 && begins(strings.ToLower(line[:min(len(line), headReach)]), invitations)
	}
	if furniture(line) {
		return true
	}
	if b.Kind == clean.Prose && (lineAlone(text, line) || i < topBlocks && (atTop(line, f) || len(text) < placeLine && strings.HasSuffix(text, "—"))) {
		return true
	}
	return end && below(b, line, f) || i == blocks-1 && i > 0 && b.Kind == clean.Prose && offices.MatchString(line)
}

// lineAlone reports whether a paragraph, anywhere, is what buttons say, the
// number of a picture, or stands beside a field of a form.
func lineAlone(text, line string) bool {
	return buttons(line) || pictureCount.MatchString(line) || len(text) <= buttonsMost && formLabel.MatchString(text)
}

// atTop reports whether a paragraph above the text is no part of it: how long
// it takes to read, how many liked it, who wrote it, where it was written.
func atTop(line string, f *Found) bool {
	if readingTime.MatchString(line) || liked.MatchString(line) {
		return true
	}
	rest, ok := strings.CutPrefix(line, f.Byline)
	return ok && len(line) <= furnitureLine && strings.Contains(f.Byline, " ") && vitae.MatchString(rest) && !strings.HasPrefix(rest, ",")
}

// liked is a line above the text that holds nothing but a number; placeLine is
// how long one is at most that tells where it was written, in bytes.
var liked = regexp.MustCompile(`^\d{1,3}(?:[.,]\d)?[KkMm]?$`)

const placeLine = 60

// furniture reports whether a line is a site's, wherever it stands.
func furniture(line string) bool {
	low := strings.ToLower(line[:min(len(line), headReach)])
	if len(line) < headReach && slices.Contains(siteLines, strings.TrimRight(low, " .…*:")) {
		return true
	}
	return len(line) < furnitureLine && begins(low, breaks)
}

// below reports whether a block near the end is no part of the article: it is
// about the site, or about who wrote.
func below(b *clean.Block, line string, f *Found) bool {
	if len(line) <= furnitureLine {
		if begins(strings.ToLower(line[:min(len(line), headReach)]), endings) || follows.MatchString(line) {
			return true
		}
		var probe Found
		if f.Byline != "" && (strings.EqualFold(line, f.Byline) || BylineOf(line, &probe) && strings.EqualFold(probe.Byline, f.Byline)) {
			return true
		}
		if counter.MatchString(line) || f.Byline != "" && strings.HasPrefix(line, f.Byline) && writeTo.MatchString(line) {
			return true
		}
	}
	if b.Kind != clean.Prose {
		return false
	}
	if begins(strings.ToLower(line[:min(len(line), headReach)]), invitations) {
		return true
	}
	if !strings.Contains(f.Byline, " ") {
		return false
	}
	for _, ask := range []string{"contact ", "email ", "e-mail ", "reach ", "write to "} {
		if rest, ok := phrase.CutFold(line, ask); ok && strings.HasPrefix(rest, f.Byline) {
			return true
		}
	}
	rest, ok := strings.CutPrefix(line, f.Byline)
	return ok && vitae.MatchString(rest)
}

// startsQuoted reports whether a line begins with what somebody says.
func startsQuoted(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return strings.ContainsRune("\"'„“‘«»‚", r)
}

// begins reports whether a line, in lower case, begins with one of the words
// and a new word behind it.
func begins(low string, heads []string) bool {
	return slices.ContainsFunc(heads, func(head string) bool {
		rest, ok := strings.CutPrefix(low, head)
		return ok && (rest == "" || rest[0] < 'a' || rest[0] > 'z')
	})
}

// initialsMost is how long the initials below an article are at most, in bytes.
const initialsMost = 16

// initials reports whether a line holds nothing but the letters by which an
// editor or an agency is known: (dpa), aja/PAP, RIRM.
func initials(text string) bool {
	bare := strings.Trim(text, "*_()[]\\ ")
	if len(bare) < 2 || len(bare) > initialsMost || strings.ContainsAny(bare, " .,:;!?") {
		return false
	}
	if !strings.ContainsAny(text, "/(") && strings.ToUpper(bare) != bare {
		return false
	}
	for part := range strings.SplitSeq(bare, "/") {
		if len(part) < 2 || len(part) > 6 || strings.ContainsFunc(part, func(r rune) bool { return !phrase.WordRune(r) || r >= '0' && r <= '9' }) {
			return false
		}
	}
	return true
}
