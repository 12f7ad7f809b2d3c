package mail

import (
	"bytes"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"offprint/reader/parse/inner"
	"offprint/reader/parse/message"
)

// archived is the address of the message on the web, where its header tells it:
// an archive of mailing lists does, and programs that make messages of the items of feeds.
func archived(m *message.Part) string {
	for _, field := range []string{"archived-at", "x-rss-url", "content-base"} {
		s := strings.Trim(m.Get(field), "<>\" ")
		if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
			return s
		}
	}
	return ""
}

// onlineReach is how much of a letter's HTML is searched for the link to it.
const onlineReach = 64 << 10

// online is the address under which a letter says that it can be read in a
// browser; empty if there is none, or if it is one that counts who comes.
func online(page []byte) string {
	z := html.NewTokenizer(bytes.NewReader(page[:min(len(page), onlineReach)]))
	href, words := "", ""
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken:
			if t := z.Token(); t.DataAtom == atom.A {
				href, words = "", ""
				for _, a := range t.Attr {
					if a.Key == "href" {
						href = strings.TrimSpace(a.Val)
					}
				}
			}
		case html.TextToken:
			words += string(z.Text())
		case html.EndTagToken:
			if name, _ := z.TagName(); atom.Lookup(name) == atom.A && href != "" {
				if inBrowser.MatchString(strings.Join(strings.Fields(words), " ")) && lasting(href) {
					return href
				}
				href = ""
			}
		}
	}
}

// inBrowser matches what such a link says.
var inBrowser = regexp.MustCompile(`(?i)^(?:(?:view|read|open|see)(?: (?:it|this|the))?(?: (?:e-?mail|newsletter|letter|message|post|issue))? (?:in|on)(?:line| (?:your |the |a )?(?:web ?)?browser| (?:the )?web)|(?:im browser|online) (?:ansehen|lesen|öffnen)|(?:voir|lire) (?:dans le navigateur|en ligne)|ver en (?:el|tu|su) navegador)\W*$`)

// lasting reports whether an address is one of a page, with words in it, and no
// way round by somebody who counts.
func lasting(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || len(u.Path) > 150 || !wordsInPath.MatchString(u.Path) {
		return false
	}
	for key := range u.Query() {
		if !strings.HasPrefix(key, "utm_") {
			return false
		}
	}
	return true
}

var wordsInPath = regexp.MustCompile(`/(?:[\p{Ll}\d]+-)+[\p{Ll}\d]+(?:\.html?)?/?$`)

// unfed takes off a letter what programs put around the item of a feed that
// they send: "Feed: Author" in the place of the sender, the address above or
// below the text.
func unfed(m *message.Part, d *inner.Document) {
	name, _ := from(m)
	if feed, who, ok := strings.Cut(name, ": "); ok && m.Has("x-rss-url") {
		d.Says.Byline, d.Says.Outlet = "", strings.TrimSpace(feed)
		if who = strings.TrimSpace(who); !strings.HasPrefix(who, "<") {
			d.Says.Byline = who
		}
	}
	if feed := m.Words("x-feedname"); feed != "" {
		d.Says.Byline, d.Says.Outlet = name, feed
	}
	for _, foot := range []string{"<div class=\"footer\">\n<p>URL: ", "\nURL: "} {
		if i := bytes.LastIndex(d.Data, []byte(foot)); m.Has("x-rss-url") && i >= 0 && len(d.Data)-i < 4096 {
			d.Data = d.Data[:i]
			return
		}
	}
	if above := linkAbove.FindSubmatch(d.Data); m.Has("x-feedname") && above != nil {
		d.Says.Address = html.UnescapeString(string(above[1]))
		d.Data = d.Data[len(above[0]):]
	}
}

var linkAbove = regexp.MustCompile(`^\s*(?:<p>\s*)?Link:\s+(?:<a href=")?(https?://[^\s"<>]+)(?:">[^<]*</a>)?[ \t]*(?:<br ?/?>)?\r?\n(?:Enclosure:[^\n]*\n)?(?:\s*</p>)?`)
