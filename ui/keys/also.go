package keys

// also are words that people who come from other programs look an action up by,
// as far as its help does not have them.
var also = map[Action]string{
	Quit:         "exit close leave",
	Search:       "grep find everywhere",
	Undo:         "revert",
	GoMarks:      "annotations notes",
	GoImports:    "log errors",
	ThemeNext:    "colours colors night mode",
	Signs:        "legend icons symbols",
	Wider:        "font size bigger larger zoom margin",
	Narrower:     "font size smaller margin",
	ShowText:     "zen focus distraction full screen",
	NextArticle:  "down",
	ToggleStar:   "favourite favorite like",
	ToggleRead:   "done archive",
	EditTags:     "labels folder",
	OpenOriginal: "url website",
	Export:       "save file",
	Delete:       "remove trash",
	ListFilter:   "query",
	ListGroup:    "folders feeds",
	ReadAll:      "catch up",
	SelectToggle: "tick bulk",
	Find:         "search page",
	Hints:        "click",
	Contents:     "toc outline headings",
	Links:        "urls",
	Marked:       "annotations",
	EditNote:     "comment annotate annotation",
	Info:         "metadata details properties",
	SelectWords:  "highlight annotate visual",
	SetMark:      "bookmark",
	CopyQuoted:   "yank clipboard",
	CopyArticle:  "yank clipboard",
	CopyCitation: "cite reference",
}

// Also returns words by which the palette and the help find an action, too; "" is none.
func Also(a Action) string { return also[a] }
