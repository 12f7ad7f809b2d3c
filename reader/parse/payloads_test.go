package parse_test

import (
	"errors"
	"fmt"
	"html"
	"strings"
	"testing"

	"offprint/reader"
	"offprint/reader/parse"
)

// payloads are what a terminal would act on, each with letters around it.
var payloads = []string{
	"\x1b[31m", "\x1b[2J\x1b[H", "\x1b]0;owned\x07", "\x1b]0;owned\x1b\\", "\x1b]52;c;b3duZWQ=\x07", "\x1b]8;;http://a.example\x07", "\x1b]8;;", "\x1b[?1049h",
	"\x1b[?1000h", "\x1b[?2004l", "\x1b[6n", "\x1b[c", "\x1bc", "\x1b(0", "\x1b7", "\x1bP$q\"p\x1b\\", "\x1b_Gi=1;AAAA\x1b\\", "\x1b^a\x1b\\", "\x1bX a\x1b\\",
	"\x1b[20t", "\x1b[21t", "\x1b]10;?\x07", "\x1b]1337;File=:AAAA\x07", "\x1b", "\x9b31m", "\u009b31m", "\u009d0;owned\u009c", "\u0090q\u009c", "\u0085",
	"\x00", "\x07", "\x08\x08\x08", "\x0b", "\x0c", "\x0e", "\x0f", "\x7f", "\r", "\rover", "\u202e", "\u202d", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c",
	"\ufeff", "\u00ad", "\u200b", "\u2028", "\u2029", "\ufff9\ufffa\ufffb", "\U000e0041\U000e007f", "\x1b[38;2;1;2;3m", "\x1b[1;1H", "\x1b#8", "\xed\xa0\x80", "\xff\xfe", "\xc0\x9b",
	strings.Repeat("\u0301", 40), "\x1b]8;id=1;file:///etc/passwd\x1b\\",
}

// ways are how a payload may be written so that it comes alive by decoding.
var ways = map[string]func(string) string{
	"raw":     func(s string) string { return s },
	"decimal": func(s string) string { return references(s, "&#%d;") },
	"hex":     func(s string) string { return references(s, "&#x%x;") },
	"twice":   func(s string) string { return references(s, "&amp;#%d;") },
	"split":   func(s string) string { return "~~&**" + strings.TrimPrefix(references(s, "&#%d;"), "&") + "**~~" },
}

func references(s, form string) string {
	var b strings.Builder
	for _, r := range s {
		if r < ' ' || r > '~' {
			fmt.Fprintf(&b, form, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// markdownPlaces are places of a Markdown file; % is where the payload stands.
var markdownPlaces = []string{
	"% paragraph", "# Head %\n\ntext", "text\n\n## Head %", "*em %*", "**strong %**", "~~struck %~~", "- item %", "1. item %", "- [ ] task %", "> quoted %",
	"|a|b|\n|-|-|\n|c %|d|", "|a %|b|\n|-|-|\n|c|d|", "`code %`", "```\nfence %\n```", "``` info%\ncode\n```", "    indented %", "[label %](http://a.example)",
	"[label](http://a.example/%)", "[label](http://a.example \"title %\")", "![alt %](http://a.example/p.png)", "![alt](http://a.example/%)", "<http://a.example/%>",
	"[ref]\n\n[ref]: http://a.example/% \"t %\"", "note[^1]\n\n[^1]: foot %", "text <b>html %</b>", "<div title=\"%\">block %</div>", "<!-- comment % -->text",
	"---\ntitle: 'front %'\nauthor: 'who %'\ntags: ['tag %']\n---\ntext", "+++\ntitle = '''front %'''\n+++\ntext", "line %  \nbreak", "http://a.example/%", "a@a.example%", "Title %\n\nBy Who %\n\nApril 19, 2024\n\ntext", "term\n: meaning %",
}

// pagePlaces are places of a web page. Where the text is told, the payload stands between words.
var pagePlaces = []string{
	"<p>text %</p>", "<h2>head %</h2><p>text</p>", "<ul><li>item %</ul>", "<table><tr><td>cell %<td>b</table>", "<pre>code %</pre>", "<p><code>code %</code>",
	"<blockquote>quoted %</blockquote>", "<figure><img src=a.png alt='%'><figcaption>caption %</figcaption></figure>", "<p><a href='http://a.example/%'>label %</a>",
	"<p><a href='javascript:%'>label</a>", "<p>text<sup>%</sup>", "<p title='%'>text", "<!-- % --><p>text", "<p>text<script>%</script>", "<dl><dt>term %<dd>meaning %</dl>", "<p><img src='http://a.example/%'>text",
}

// metaPlaces are the heads of a page.
var metaPlaces = []string{
	"<title>Title %</title>", "<title>T</title><meta name=author content='Who %'>", "<title>T</title><meta property=og:site_name content='Site %'>",
	"<title>T</title><link rel=canonical href='http://a.example/%'>", "<title>T</title><meta property=og:title content='Title %'>",
	"<title>T</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"H %\",\"author\":{\"name\":\"Who %\"}}</script>",
}

// filePlaces are other files.
var filePlaces = map[string]string{
	"a.xml":  "<?xml version='1.0'?><rss version='2.0'><channel><title>Feed %</title><item><title>Title %</title><link>http://a.example/1</link><description>&lt;p&gt;text % and so on&lt;/p&gt;</description></item></channel></rss>",
	"a.json": "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"F\",\"items\":[{\"id\":\"1\",\"title\":\"Title %\",\"content_html\":\"<p>text %</p>\"}]}",
	"a.eml":  "From: Who % <a@a.example>\r\nSubject: Title %\r\nDate: Fri, 19 Apr 2024 10:00:00 +0000\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>text % and so on</p>\r\n",
	"a.csv":  "title,url,time_added,tags,status\nTitle %,http://a.example/1,1713520800,tag %,unread\n",
	"b.html": "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><p>\n<DT><A HREF=\"http://a.example/1\" ADD_DATE=\"1713520800\" TAGS=\"tag %\">Title %</A>\n<DD>note %\n</DL><p>\n",
	"a.txt":  "Title %\n\nBy Who %\n\nApril 19, 2024\n\ntext % goes on",
}

// TestPayloads: nothing that a terminal would act on is left of a payload,
// wherever it stands and however it is written, and the words around it stay.
func TestPayloads(t *testing.T) {
	t.Parallel()
	long := " and the text goes on so that it is long enough, with a comma or two, to be taken for an article by whoever looks for one"
	for name, written := range ways {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			read := 0
			for i, payload := range payloads {
				if testing.Short() && i%6 != 0 {
					continue
				}
				with := "alpha" + written(payload) + "omega"
				for _, place := range markdownPlaces {
					read += harmless(t, "a.md", reader.FormatMarkdown, strings.ReplaceAll(place, "%", with))
				}
				for _, place := range pagePlaces {
					read += harmless(t, "a.html", reader.FormatHTML, "<!doctype html><title>T</title><article><h1>T</h1>"+strings.ReplaceAll(place, "%", with)+"<p>After it"+long+"</p></article>")
				}
				for _, place := range metaPlaces {
					read += harmless(t, "a.html", reader.FormatHTML, "<!doctype html>"+strings.ReplaceAll(place, "%", with)+"<article><h1>T</h1><p>After it"+long+"</p></article>")
				}
				for file, text := range filePlaces {
					read += harmless(t, file, reader.FormatUnknown, strings.ReplaceAll(text, "%", with))
				}
				if t.Failed() {
					return
				}
			}
			if all := len(payloads) * (len(markdownPlaces) + len(pagePlaces) + len(metaPlaces) + len(filePlaces)); !testing.Short() && read < all*9/10 {
				t.Errorf("only %d of %d files gave an article", read, all)
			}
		})
	}
}

// harmless parses a file, checks what comes out of it and returns how many
// articles that is. JSON and XML may refuse control characters.
func harmless(t *testing.T, name string, format reader.Format, text string) int {
	t.Helper()
	articles, err := parse.Parse(reader.Source{Name: name, Format: format, Data: []byte(text)})
	if err != nil {
		return 0
	}
	for _, a := range articles {
		checkArticle(t, a)
	}
	if t.Failed() {
		t.Logf("%s: %q", name, text)
	}
	return len(articles)
}

// TestPayloadsKeepWords: a payload in running text takes no letter with it.
func TestPayloadsKeepWords(t *testing.T) {
	t.Parallel()
	for _, payload := range payloads {
		for name, written := range map[string]string{"raw": payload, "reference": references(payload, "&#%d;")} {
			for file, text := range map[string]string{
				"a.md":   "Title\n\nalpha" + written + "omega and more of it",
				"a.html": "<!doctype html><title>T</title><article><h1>T</h1><p>alpha" + written + "omega and the text goes on so that it is long enough, with a comma or two, to be an article</p></article>",
			} {
				articles, err := parse.Parse(reader.Source{Name: file, Data: []byte(text)})
				if errors.Is(err, parse.ErrBinary) && strings.ContainsAny(payload, "\x00\b") {
					continue
				}
				if err != nil {
					t.Errorf("%s, %s %q: %v", file, name, payload, err)
					continue
				}
				md := html.UnescapeString(string(articles[0].Markdown))
				if !strings.Contains(md, "alpha") || !strings.Contains(md, "omega") {
					t.Errorf("%s, %s %q: words are lost in %q", file, name, payload, md)
				}
			}
		}
	}
}
