package parse_test

import (
	"strings"
	"testing"

	"offprint/reader"
	"offprint/reader/parse"
)

// mill is the text of the pages below, in paragraphs of running text.
const mill = `
<p>The mill at Elmford, which has stood still since the flood, runs again from Monday, and its owner says that the wheel turns more easily than it did before.</p>
<p>Flour from it can be had at the market, in bags of two pounds, as long as the harvest lasts, which after this summer nobody dares to promise to anybody.</p>
<p>The brook was dammed for the repair, so that the gardens below had no water for a week, and the beans of half the village had to be watered by hand.</p>
<p>A second wheel, for which the council has voted the money, is to be built when the carpenter is back, who went to look at mills in the north and stayed there.</p>
<p>Whoever wants to see the stones turn may come on any morning but that of Sunday, when the miller sleeps, and nothing in the house is allowed to make a noise.</p>`

// saved is a page about the mill with something of its own in its head, under
// its title and behind its text, saved from an address.
type saved struct{ address, head, top, end string }

func (s saved) read(t *testing.T) reader.Article {
	t.Helper()
	head := s.head
	if !strings.Contains(head, "<title>") {
		head = "<title>The mill runs again</title>" + head
	}
	top := s.top
	if !strings.Contains(top, "<h1") {
		top = "<h1>The mill runs again</h1>" + top
	}
	page := `<!DOCTYPE html><html lang="en"><head>` + head + "</head><body><main>" + top + mill + s.end + "</main></body></html>"
	articles, err := parse.Parse(reader.Source{Name: "page.html", Address: s.address, Data: []byte(page)})
	if err != nil || len(articles) != 1 {
		t.Fatalf("%d articles, %v", len(articles), err)
	}
	return articles[0]
}

// TestPageDates: when a page was published, by what tells it.
func TestPageDates(t *testing.T) {
	t.Parallel()
	const (
		meta = `<meta property="article:published_time" content="%">`
		ld   = `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"%"}</script>`
	)
	with := func(frame, date string) string { return strings.Replace(frame, "%", date, 1) }
	for name, c := range map[string]struct {
		saved
		want string
	}{
		"nothing":                             {saved{}, ""},
		"in the address":                      {saved{address: "https://elm.example/2024/04/19/mill"}, "2024-04-19T00:00:00Z"},
		"in the address with dashes":          {saved{address: "https://elm.example/news-2024-04-19-mill"}, "2024-04-19T00:00:00Z"},
		"in the address, the day first":       {saved{address: "https://elm.example/mill-19-04-2024"}, "2024-04-19T00:00:00Z"},
		"in the address, no such day":         {saved{address: "https://elm.example/2024/02/31/mill"}, ""},
		"in the address, a number":            {saved{address: "https://elm.example/mill-120240419"}, ""},
		"of the copy":                         {saved{address: "https://web.archive.org/web/20240419120000/https://elm.example/mill"}, ""},
		"of the page that was copied":         {saved{address: "https://web.archive.org/web/20250101120000/https://elm.example/2024/04/19/mill"}, "2024-04-19T00:00:00Z"},
		"the day's hour":                      {saved{address: "https://elm.example/2024/04/19/mill", head: with(meta, "2024-04-19T08:30:00Z")}, "2024-04-19T08:30:00Z"},
		"the day's hour for search":           {saved{address: "https://elm.example/2024/04/19/mill", head: with(ld, "2024-04-19T08:30:00Z")}, "2024-04-19T08:30:00Z"},
		"one says another day":                {saved{address: "https://elm.example/2024/04/19/mill", head: with(meta, "2024-05-02T08:30:00Z")}, "2024-04-19T00:00:00Z"},
		"two say another day":                 {saved{address: "https://elm.example/2024/04/19/mill", head: with(meta, "2024-05-02T08:30:00Z") + with(ld, "2024-05-02T08:30:00Z")}, "2024-05-02T08:30:00Z"},
		"two say the next day in UTC":         {saved{address: "https://elm.example/2024/04/19/mill", head: with(meta, "2024-04-20T01:30:00Z") + with(ld, "2024-04-20T01:30:00Z")}, "2024-04-19T00:00:00Z"},
		"two say the next day there":          {saved{address: "https://elm.example/2024/04/19/mill", head: with(meta, "2024-04-20T01:30:00+02:00") + with(ld, "2024-04-20T01:30:00+02:00")}, "2024-04-20T01:30:00Z"}, // the hour of the place
		"two disagree":                        {saved{address: "https://elm.example/2024/04/19/mill", head: with(meta, "2024-05-02T08:30:00Z") + with(ld, "2024-05-03T08:30:00Z")}, "2024-04-19T00:00:00Z"},
		"for programs before for search":      {saved{head: with(meta, "2024-05-02") + with(ld, "2024-05-03")}, "2024-05-02T00:00:00Z"},
		"eight digits":                        {saved{head: `<meta name="date" content="20240419">`}, "2024-04-19T00:00:00Z"},
		"something behind the day":            {saved{head: `<meta name="dc.date" content="2024-04-19 about noon">`}, "2024-04-19T00:00:00Z"},
		"changed":                             {saved{head: `<meta property="article:modified_time" content="2024-06-01">`}, "2024-06-01T00:00:00Z"},
		"shown before changed":                {saved{head: `<meta property="article:modified_time" content="2024-06-01">`, top: `<time datetime="2024-04-19">Friday</time>`}, "2024-04-19T00:00:00Z"},
		"site before article":                 {saved{head: `<script type="application/ld+json">[{"@type":"WebPage","datePublished":"2020-01-01"},{"@type":["Thing","Report"],"datePublished":["2024-04-19"]}]</script>`}, "2024-04-19T00:00:00Z"},
		"a value with its type":               {saved{head: `<script type="application/ld+json">{"@type":"Article","datePublished":{"@value":"2024-04-19"}}</script>`}, "2024-04-19T00:00:00Z"},
		"a broken script tells what any does": {saved{head: `<script type="application/ld+json">{"@type":"Article","datePublished":"2024-04-19"</script>`}, "2024-04-19T00:00:00Z"},
		"a line break in a string":            {saved{head: "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"name\":\"The\nmill\",\"datePublished\":\"2024-04-19\"}</script>"}, "2024-04-19T00:00:00Z"},
		"marked, in words":                    {saved{top: `<div class="post-date">Posted on April 19, 2024 by the miller</div>`}, "2024-04-19T00:00:00Z"},
		"marked, in an attribute":             {saved{top: `<span class="published" title="2024-04-19T08:30:00Z">last spring</span>`}, "2024-04-19T08:30:00Z"},
		"the sure mark before the other":      {saved{top: `<p class="timeline">1 March 2020</p><p class="date">19 April 2024</p>`}, "2024-04-19T00:00:00Z"},
		"not that of a change":                {saved{top: `<p class="date-modified">1 June 2024</p><p class="date">19 April 2024</p>`}, "2024-04-19T00:00:00Z"},
		"not that of a comment":               {saved{top: `<p class="date">19 April 2024</p>`, end: `<div class="comments"><time datetime="2024-04-21">Sunday</time></div>`}, "2024-04-19T00:00:00Z"},
		"not that of another article":         {saved{top: `<aside><time datetime="2020-01-01">then</time></aside><p class="date">19 April 2024</p>`}, "2024-04-19T00:00:00Z"},
		"under the title":                     {saved{top: `<p>Elmford, 19 April 2024</p>`}, "2024-04-19T00:00:00Z"},
		"above the title":                     {saved{top: `<p>Friday, 19 April 2024</p><h1>The mill runs again</h1>`}, "2024-04-19T00:00:00Z"},
		"declared at the end of the page":     {saved{end: `<div class="related"><meta itemprop="datePublished" content="2024-04-19"></div>`}, "2024-04-19T00:00:00Z"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := ""
			if at := c.read(t).Published; !at.IsZero() {
				got = at.Format("2006-01-02T15:04:05Z07:00")
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestPageTitles: of several names of a page the article's is its title.
func TestPageTitles(t *testing.T) {
	t.Parallel()
	const none = "<h1></h1>" // no heading to go by
	for name, c := range map[string]struct {
		saved
		want string
	}{
		"the heading":                     {saved{}, "The mill runs again"},
		"the site's heading":              {saved{top: `<h1><a href="/">Elm Courier</a></h1><h2>The mill runs again</h2>`}, "The mill runs again"},
		"a marked heading":                {saved{head: "<title>Elm Courier</title>", top: `<h1>Local news from Elmford</h1><h2 class="entry-title">The mill runs again</h2>`}, "The mill runs again"},
		"the only heading":                {saved{head: `<title>Elm Courier</title><meta property="og:title" content="Good news for friends of flour">`, top: `<h1>The mill runs again</h1>`}, "The mill runs again"},
		"a line above it in the heading":  {saved{top: `<h1><span class="kicker">Elmford</span> The mill runs again</h1>`}, "The mill runs again"},
		"a line above it, unmarked":       {saved{head: `<title>The mill runs again after the flood</title>`, top: `<h1>Elmford The mill runs again after the flood</h1>`}, "The mill runs again after the flood"},
		"a small heading":                 {saved{top: `<h1>Elm Courier</h1><h3>The mill runs again</h3>`}, "The mill runs again"},
		"without the site":                {saved{head: `<title>x</title><meta property="og:title" content="The mill runs again | Elm Courier"><meta property="og:site_name" content="Elm Courier">`, top: none}, "The mill runs again"},
		"without the site, which is long": {saved{head: `<title>x</title><meta property="og:title" content="The mill runs again - Courier"><meta property="og:site_name" content="Elm Courier">`, top: none}, "The mill runs again"},
		"without the host":                {saved{address: "https://www.elmcourier.example/mill", head: `<title>x</title><meta property="og:title" content="The mill runs again – Elm Courier">`, top: none}, "The mill runs again"},
		"a part that is no site":          {saved{head: `<title>x</title><meta property="og:title" content="The mill runs again - and again"><meta property="og:site_name" content="Elm Courier">`, top: none}, "The mill runs again - and again"},
		"the longest part":                {saved{head: `<title>News » The mill runs again » Elm</title>`, top: none}, "The mill runs again"},
		"a whole title":                   {saved{head: `<title>The mill runs again</title>`, top: none}, "The mill runs again"},
		"a title without blanks":          {saved{head: `<title>村の水車が五年ぶりに動きだした！ - 楡新聞</title>`, top: none}, "村の水車が五年ぶりに動きだした！"},
		"for search":                      {saved{head: `<title>x</title><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"The mill runs again"}]}</script>`, top: none}, "The mill runs again"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := c.read(t).Title; string(got) != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestPageBylines: who wrote a page, and no one who did not.
func TestPageBylines(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		saved
		want string
	}{
		"for search":                       {saved{head: `<script type="application/ld+json">{"@type":"Article","author":[{"name":"Jane Roe"},{"name":"Ole Dahl"}]}</script>`, top: "<p>Jane Roe and Ole Dahl</p>"}, "Jane Roe, Ole Dahl"},
		"for search, by a reference":       {saved{head: `<script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"@id":"#2"}},{"@type":"Person","@id":"#1","name":"Ole Dahl"},{"@type":["Person"],"@id":"#2","name":"Jane Roe"}]}</script>`, top: "<p>Jane Roe, Ole Dahl</p>"}, "Jane Roe"},
		"for search, the only one":         {saved{head: `<script type="application/ld+json">{"@graph":[{"@type":"Article"},{"@type":"Person","@id":"#1","name":"Jane Roe"}]}</script>`, top: "<p>Jane Roe</p>"}, "Jane Roe"},
		"who is not shown":                 {saved{head: `<meta name="author" content="Ole Dahl">`}, ""},
		"who is shown":                     {saved{head: `<meta name="author" content="Ole Dahl">`, end: "<p>Ole Dahl</p>"}, "Ole Dahl"},
		"who is shown in two elements":     {saved{head: `<meta name="author" content="Ole Dahl">`, end: "<p><b>Ole</b><b>Dahl</b></p>"}, "Ole Dahl"},
		"marked":                           {saved{top: `<p class="byline">By Jane Roe</p>`}, "Jane Roe"},
		"marked, with a date":              {saved{top: `<p class="byline">Posted on April 19, 2024 by Jane Roe</p>`}, "Jane Roe"},
		"marked, with a role":              {saved{top: `<p class="byline">Jane Roe | Editor of mills</p>`}, "Jane Roe"},
		"a link to the writer":             {saved{top: `<a href="/authors/roe">Jane Roe</a>`}, "Jane Roe"},
		"an alias":                         {saved{top: `<a rel="author" href="/x">janeroe7</a>`}, "janeroe7"},
		"no alias without a sure mark":     {saved{top: `<p class="byline">janeroe7</p>`}, ""},
		"no alias that is a role":          {saved{top: `<a rel="author" href="/x">admin</a>`}, ""},
		"the writer of another article":    {saved{end: `<a href="/other"><span class="author">Ole Dahl</span></a>`}, ""},
		"the writer of a comment":          {saved{end: `<div class="comments"><p class="author">Ole Dahl</p></div>`}, ""},
		"an agency":                        {saved{top: `<p class="byline">ENA</p>`}, ""},
		"a body":                           {saved{top: `<p class="byline">Ministry of Mills</p>`}, ""},
		"the site":                         {saved{head: `<meta property="og:site_name" content="Elm Courier">`, top: `<p class="byline">Elm Courier</p>`}, ""},
		"the same twice":                   {saved{head: `<script type="application/ld+json">{"@type":"Article","author":["Jane Roe","jane roe","JANE ROE"]}</script>`, top: "<p>Jane Roe</p>"}, "Jane Roe"},
		"an address":                       {saved{head: `<script type="application/ld+json">{"@type":"Article","author":"https://elm.example/roe"}</script>`}, ""},
		"a label of cards":                 {saved{head: `<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Jane Roe">`, end: "<p>Jane Roe</p>"}, "Jane Roe"},
		"a label of cards, something else": {saved{head: `<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Jane Roe">`, end: "<p>Jane Roe told us nothing about the mill, which she has not seen since the flood, and does not want to see.</p>"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := c.read(t).Byline; string(got) != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestPageText: what of a page is the article's text, and what the site's.
func TestPageText(t *testing.T) {
	t.Parallel()
	const long = "The gardener's opinion of the mill, which nobody had asked for, goes on for as long as the evening, and then for a while longer. "
	for name, c := range map[string]struct {
		saved
		has, lacks string
	}{
		"a film is a link":                 {saved{end: `<p>Seen from the air, the wheel is small:</p><iframe src="https://www.youtube.com/embed/mill"></iframe>`}, "[▶ youtube.com](https://www.youtube.com/embed/mill)", ""},
		"a recording is a link":            {saved{end: `<p>It sounds so:</p><audio><source src="/wheel.mp3"></audio>`, address: "https://elm.example/mill"}, "[▶ elm.example](https://elm.example/wheel.mp3)", ""},
		"a frame of something else goes":   {saved{end: `<p>Vote here:</p><iframe src="https://poll.example/1"></iframe>`}, "Vote here:", "poll.example"},
		"a frame without address goes":     {saved{end: `<p>Vote here:</p><iframe src="javascript:vote()"></iframe>`}, "Vote here:", "vote()"},
		"long comments go":                 {saved{end: `<div class="comments">` + strings.Repeat("<p>"+long+"</p>", 9) + "</div>"}, "The mill at Elmford", "gardener"},
		"a short part by its name goes":    {saved{end: `<div class="newsletter"><p>Every Monday the mill in your letter box.</p></div>`}, "The mill at Elmford", "letter box"},
		"half of the article stays":        {saved{end: `<div class="print">` + strings.Repeat("<p>"+long+"</p>", 9) + "</div>"}, "gardener", ""},
		"a hidden part goes":               {saved{end: `<p style="display: none">The password of the mill is flour.</p>`}, "The mill at Elmford", "password"},
		"links to the site's pages go":     {saved{address: "https://elm.example/mill", end: `<ul><li><a href="/a">The bridge is open</a></li><li><a href="/b">The ferry is not</a></li><li><a href="/c">The tower leans</a></li></ul>`}, "The mill at Elmford", "ferry"},
		"links to other sites stay":        {saved{address: "https://elm.example/mill", end: `<ul><li><a href="https://a.example/">The bridge is open</a></li><li><a href="https://b.example/">The ferry is not</a></li><li><a href="https://c.example/">The tower leans</a></li></ul>`}, "The ferry is not", ""},
		"one link in a paragraph stays":    {saved{address: "https://elm.example/mill", end: `<p><a href="/all">All that was ever written in Elmford about the mill</a></p>`}, "All that was ever written", ""},
		"three such in a row go":           {saved{address: "https://elm.example/mill", end: strings.Repeat(`<p><a href="/all">All that was ever written in Elmford about the mill</a></p>`, 3)}, "The mill at Elmford", "All that was ever written"},
		"a summary that is told elsewhere": {saved{head: `<meta name="description" content="Five years after the flood there is flour from Elmford again, and bread of it.">`, top: `<header><p>Five years after the flood there is flour from Elmford again, and bread of it.</p></header>`}, "Five years after the flood there is flour from Elmford again, and bread of it.\n\nThe mill at Elmford", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := string(c.read(t).Markdown)
			if !strings.Contains(got, c.has) {
				t.Errorf("%q is missing in:\n%s", c.has, got)
			}
			if c.lacks != "" && strings.Contains(got, c.lacks) {
				t.Errorf("%q stands in:\n%s", c.lacks, got)
			}
			if !strings.Contains(got, "the miller sleeps") {
				t.Errorf("the article's end is missing in:\n%s", got)
			}
		})
	}
}

// TestDeclaredText: a page that scripts put together has its text where
// programs read it.
func TestDeclaredText(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{
		"plain":  strings.Repeat(`The stones turn, and the flour falls into the sack, which the miller ties and carries away.\n\n`, 8),
		"markup": strings.Repeat(`<p>The stones turn, and the flour falls into the sack, which the miller ties and carries away.<\/p>`, 8),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := `<html><head><title>The mill runs again</title><script type="application/ld+json">{"@type":"Article","articleBody":"` + body + `"}</script></head><body><h1>The mill runs again</h1><p>Loading.</p></body></html>`
			got, err := parse.Parse(reader.Source{Name: "page.html", Data: []byte(page)})
			if err != nil || len(got) != 1 || strings.Count(string(got[0].Markdown), "The stones turn") != 8 || strings.Contains(string(got[0].Markdown), "<p>") {
				t.Errorf("got %v, %v", got, err)
			}
		})
	}
}
