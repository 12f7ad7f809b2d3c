package frame

import (
	"slices"
	"strings"

	"offprint/reader"
	"offprint/reader/clean"
	"offprint/reader/parse/phrase"
)

// Phrases of what programs put around a message. The first kind is found
// nowhere else; the second may be, so it counts near the end only.
var (
	mailFrame = []string{
		"unsubscribe", "view this email in", "view in browser", "view in your browser", "view online", "view it in your browser", "read online", "read in browser",
		"update your preferences", "manage your preferences", "manage preferences", "email preferences", "manage your subscription", "manage your email",
		"you are receiving this", "you're receiving this", "you’re receiving this", "you received this", "this email was sent to", "this message was sent to", "no longer wish to receive",
		"was this email forwarded", "forwarded this email", "free subscriber to", "upgrade your subscription", "become a paid subscriber", "upgrade to paid", "add us to your address book", "newsletter abbestellen", "vom newsletter abmelden", "im browser ansehen", "se désabonner", "se désinscrire",
		"voir dans le navigateur", "darse de baja", "cancelar suscripción", "cancelar la suscripción", "ver en el navegador", "mailing list info",
	}
	mailEnd = []string{"all rights reserved", "©", "privacy policy", "terms of service", "terms of use", "mailing address", "our address is", "follow us on", "alle rechte vorbehalten", "tous droits réservés"}
)

// frameLine is how long a paragraph of the frame may be, in bytes.
const frameLine = 700

// dropMailFrame drops what surrounds the text of a message: how to see it
// elsewhere, why it came, how to be rid of it.
func dropMailFrame(blocks []clean.Block, notes *clean.Notes) []clean.Block {
	if notes.AsIs {
		return blocks
	}
	whole := 0
	for i := range blocks {
		whole += len(blocks[i].Text())
	}
	var out []clean.Block
	before := 0
	for i := range blocks {
		text := phrase.Words(blocks[i].Text())
		n := len(blocks[i].Text())
		switch {
		case len(text) > frameLine:
		case holds(text, mailFrame) && before*2 > whole, holds(text, mailEnd) && before*10 > whole*7:
			notes.Add(reader.RepairNavigation, text)
			return dropRule(out)
		case holds(text, mailFrame):
			notes.Add(reader.RepairNavigation, text)
			before += n
			continue
		}
		before += n
		out = append(out, blocks[i])
	}
	return dropRule(out)
}

// dropRule drops a rule at the end of the text.
func dropRule(blocks []clean.Block) []clean.Block {
	for n := len(blocks); n > 0 && strings.Trim(blocks[n-1].Text(), "-*_ \n|") == ""; n = len(blocks) {
		blocks = blocks[:n-1]
	}
	return blocks
}

// holds reports whether a text holds one of the phrases, which are in lower case.
func holds(text string, phrases []string) bool {
	low := strings.ToLower(text)
	return slices.ContainsFunc(phrases, func(p string) bool { return strings.Contains(low, p) })
}
