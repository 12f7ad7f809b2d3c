package keys

import "slices"

// The actions, grouped by scope. The names are what the settings file uses.
const (
	MoveDown     Action = "motion.down"
	MoveUp       Action = "motion.up"
	MovePageDown Action = "motion.page-down"
	MovePageUp   Action = "motion.page-up"
	MoveHalfDown Action = "motion.half-down"
	MoveHalfUp   Action = "motion.half-up"
	MoveTop      Action = "motion.top"
	MoveBottom   Action = "motion.bottom"
	MovePercent  Action = "motion.percent"

	Quit        Action = "global.quit"
	Back        Action = "global.back"
	Cancel      Action = "global.cancel"
	Help        Action = "global.help"
	Palette     Action = "global.palette"
	Search      Action = "global.search"
	HistoryBack Action = "global.history-back"
	HistoryNext Action = "global.history-forward"
	Undo        Action = "global.undo"
	Redo        Action = "global.redo"
	Repeat      Action = "global.repeat"
	GoAll       Action = "global.go-all"
	GoUnread    Action = "global.go-unread"
	GoSources   Action = "global.go-sources"
	GoTags      Action = "global.go-tags"
	GoEntities  Action = "global.go-entities"
	GoQuotes    Action = "global.go-quotes"
	GoMarks     Action = "global.go-highlights"
	GoImports   Action = "global.go-imports"
	Redraw      Action = "global.redraw"
	Suspend     Action = "global.suspend"
	Mouse       Action = "global.toggle-mouse"
	ThemeNext   Action = "global.next-theme"
	Signs       Action = "global.signs"

	PaneNext     Action = "desk.next-pane"
	PanePrevious Action = "desk.previous-pane"
	PaneLeft     Action = "desk.pane-left"
	PaneRight    Action = "desk.pane-right"
	PaneList     Action = "desk.list"
	PaneArticle  Action = "desk.article"
	PaneQuotes   Action = "desk.quotes"
	PaneEntities Action = "desk.entities"
	Wider        Action = "desk.wider"
	Narrower     Action = "desk.narrower"
	ResetSizes   Action = "desk.reset-sizes"
	ShowQuotes   Action = "desk.toggle-quotes"
	ShowEntities Action = "desk.toggle-entities"
	ShowList     Action = "desk.toggle-list"
	ShowText     Action = "desk.text-only"
	NextArticle  Action = "desk.next-article"
	PrevArticle  Action = "desk.previous-article"
	NextUnread   Action = "desk.next-unread"
	PrevUnread   Action = "desk.previous-unread"
	ToggleRead   Action = "desk.toggle-read"
	ToggleStar   Action = "desk.toggle-star"
	EditTags     Action = "desk.tags"
	OpenOriginal Action = "desk.open-original"
	Export       Action = "desk.export"
	Delete       Action = "desk.delete"

	ListOpen     Action = "list.open"
	ListFilter   Action = "list.filter"
	ListFind     Action = "list.find"
	ListSort     Action = "list.sort"
	ListGroup    Action = "list.group"
	FoldToggle   Action = "list.fold"
	FoldAll      Action = "list.fold-all"
	UnfoldAll    Action = "list.unfold-all"
	FoldCopies   Action = "list.fold-copies"
	SelectRange  Action = "list.select-range"
	SelectToggle Action = "list.select"
	ReadAll      Action = "list.mark-all-read"

	TrackNext     Action = "article.next"
	TrackPrevious Action = "article.previous"
	NextQuote     Action = "article.next-quote"
	PrevQuote     Action = "article.previous-quote"
	NextEntity    Action = "article.next-entity"
	PrevEntity    Action = "article.previous-entity"
	NextHeading   Action = "article.next-heading"
	PrevHeading   Action = "article.previous-heading"
	NextParagraph Action = "article.next-paragraph"
	PrevParagraph Action = "article.previous-paragraph"
	NextMark      Action = "article.next-highlight"
	PrevMark      Action = "article.previous-highlight"
	NextLink      Action = "article.next-link"
	PrevLink      Action = "article.previous-link"
	Find          Action = "article.find"
	Hints         Action = "article.hints"
	Act           Action = "article.act"
	GoEntity      Action = "article.go-entity"
	WordTrack     Action = "article.word-track"
	Contents      Action = "article.contents"
	Links         Action = "article.links"
	Marked        Action = "article.highlights"
	EditNote      Action = "article.edit-note"
	Info          Action = "article.info"
	AsSaved       Action = "article.as-saved"
	Versions      Action = "article.versions"
	Copies        Action = "article.copies"
	CopyQuoted    Action = "article.copy-quote-with-source"
	CopyQuote     Action = "article.copy-quote"
	CopyParagraph Action = "article.copy-paragraph"
	CopyLink      Action = "article.copy-address"
	CopyCitation  Action = "article.copy-citation"
	CopyBibTeX    Action = "article.copy-bibtex"
	CopyCSL       Action = "article.copy-csl"
	CopyArticle   Action = "article.copy-article"
	SelectWords   Action = "article.select"
	SelectSents   Action = "article.select-sentences"
	SetMark       Action = "article.set-mark"
	GoMark        Action = "article.go-mark"
	RemoveMark    Action = "article.remove-highlight"
	LineCenter    Action = "article.center"
	LineTop       Action = "article.line-top"
	LineBottom    Action = "article.line-bottom"
	Underlines    Action = "article.toggle-underlines"

	SelWordNext  Action = "select.word"
	SelWordBack  Action = "select.word-back"
	SelSentence  Action = "select.sentence"
	SelParagraph Action = "select.paragraph"
	SelStart     Action = "select.begin-here"
	SelSwap      Action = "select.other-end"
	SelCopy      Action = "select.copy"
	SelMark      Action = "select.highlight"
	SelNote      Action = "select.note"

	QuoteJump    Action = "quotes.jump"
	QuoteSpeaker Action = "quotes.set-speaker"
	QuoteReject  Action = "quotes.no-quote"
	QuotePage    Action = "quotes.page"
	QuoteOthers  Action = "quotes.wordings"
	QuoteSources Action = "quotes.sources"
	QuoteSwitch  Action = "quotes.entities"

	EntityJump   Action = "entities.jump"
	EntityPage   Action = "entities.page"
	EntityKinds  Action = "entities.filter-kind"
	EntityMerge  Action = "entities.merge"
	EntityRename Action = "entities.rename"
	EntityDrop   Action = "entities.none"
	EntitySwitch Action = "entities.quotes"
)

// Table lists every action with its default keys, in the order of the help screen.
func Table() []Row {
	return slices.Concat(motionRows(), globalRows(), deskRows(), listRows(), articleRows(), selectRows(), sideRows(), rowRows())
}

func motionRows() []Row {
	return []Row{
		{Action: MoveDown, Keys: []string{"j", "down", "ctrl+e"}, Help: "line or row down (5j: five)"},
		{Action: MoveUp, Keys: []string{"k", "up", "ctrl+y"}, Help: "line or row up"},
		{Action: MovePageDown, Keys: []string{"space", "pgdown", "ctrl+f"}, Help: "page down"},
		{Action: MovePageUp, Keys: []string{"b", "pgup", "ctrl+b"}, Help: "page up"},
		{Action: MoveHalfDown, Keys: []string{"d", "ctrl+d"}, Help: "half a page down"},
		{Action: MoveHalfUp, Keys: []string{"u", "ctrl+u"}, Help: "half a page up"},
		{Action: MoveTop, Keys: []string{"gg", "home", "<"}, Help: "to the top", Hint: "top"},
		{Action: MoveBottom, Keys: []string{"G", "end", ">"}, Help: "to the end"},
		{Action: MovePercent, Keys: []string{"%"}, Help: "to a percentage of the way (50%)"},
	}
}

func globalRows() []Row {
	return []Row{
		{Action: Search, Keys: []string{"s"}, Help: "search the whole archive", Hint: "search"},
		{Action: Palette, Keys: []string{":", "ctrl+p"}, Help: "palette: every command by name", Hint: "commands"},
		{Action: Help, Keys: []string{"?", "f1"}, Help: "help: every key", Hint: "help"},
		{Action: Back, Keys: []string{"q"}, Help: "back; at the list: quit", Hint: "back"},
		{Action: Quit, Keys: []string{"Q", "ctrl+c"}, Help: "quit"},
		{Action: Cancel, Keys: []string{"esc"}, Help: "close, clear the search, drop the selection; else to the list", Hint: "leave"},
		{Action: HistoryBack, Keys: []string{"H", "ctrl+o"}, Help: "back in history"},
		{Action: HistoryNext, Keys: []string{"L"}, Help: "forward in history"},
		{Action: Undo, Keys: []string{"U"}, Help: "undo"},
		{Action: Redo, Keys: []string{"ctrl+r"}, Help: "redo"},
		{Action: Repeat, Keys: []string{"."}, Help: "repeat the last action"},
		{Action: GoAll, Keys: []string{"ga"}, Help: "go to all articles", Hint: "all"},
		{Action: GoUnread, Keys: []string{"gu"}, Help: "go to unread articles", Hint: "unread"},
		{Action: GoSources, Keys: []string{"gs"}, Help: "go to the articles by outlet", Hint: "outlets"},
		{Action: GoTags, Keys: []string{"gt"}, Help: "go to the articles by tag", Hint: "tags"},
		{Action: GoEntities, Keys: []string{"ge"}, Help: "go to the people, organisations and places of the archive", Hint: "entities"},
		{Action: GoQuotes, Keys: []string{"gq"}, Help: "go to the quotes of the archive", Hint: "quotes"},
		{Action: GoMarks, Keys: []string{"gm"}, Help: "go to your highlights", Hint: "highlights"},
		{Action: GoImports, Keys: []string{"I"}, Help: "go to the imports: what was added, what failed and why", Hint: "imports"},
		{Action: ThemeNext, Keys: []string{"gT"}, Help: "next theme: dark, light, contrast, mono", Hint: "theme"},
		{Action: Signs, Keys: []string{"g?"}, Help: "what the signs mean", Hint: "signs"},
		{Action: Mouse, Keys: []string{"gM"}, Help: "mouse on or off (off: select text as in any terminal)", Hint: "mouse"},
		{Action: Redraw, Keys: []string{"ctrl+l"}, Help: "draw the screen anew"},
		{Action: Suspend, Keys: []string{"ctrl+z"}, Help: "suspend"},
	}
}

func deskRows() []Row {
	return []Row{
		{Action: PaneNext, Keys: []string{"tab"}, Help: "next pane", Hint: "pane"},
		{Action: PanePrevious, Keys: []string{"shift+tab"}, Help: "previous pane"},
		{Action: PaneLeft, Keys: []string{"h", "left"}, Help: "pane to the left", Hint: "left"},
		{Action: PaneRight, Keys: []string{"l", "right"}, Help: "pane to the right; in the list: open", Hint: "right"},
		{Action: PaneList, Keys: []string{"alt+1"}, Help: "to the list"},
		{Action: PaneArticle, Keys: []string{"alt+2"}, Help: "to the article"},
		{Action: PaneQuotes, Keys: []string{"alt+3"}, Help: "to the quotes"},
		{Action: PaneEntities, Keys: []string{"alt+4"}, Help: "to the entities"},
		{Action: NextArticle, Keys: []string{"J"}, Help: "next article", Hint: "next"},
		{Action: PrevArticle, Keys: []string{"K"}, Help: "previous article"},
		{Action: NextUnread, Keys: []string{"]u"}, Help: "next unread article (also: space twice at the end of one)", Hint: "unread"},
		{Action: PrevUnread, Keys: []string{"[u"}, Help: "previous unread article", Hint: "unread"},
		{Action: ToggleRead, Keys: []string{"r"}, Help: "read or unread", Hint: "read"},
		{Action: ToggleStar, Keys: []string{"*"}, Help: "star", Hint: "star"},
		{Action: EditTags, Keys: []string{"t"}, Help: "tags", Hint: "tags"},
		{Action: OpenOriginal, Keys: []string{"o"}, Help: "open the original in a browser", Hint: "open in browser"},
		{Action: Export, Keys: []string{"e"}, Help: "export as Markdown", Hint: "export"},
		{Action: Delete, Keys: []string{"D"}, Help: "delete (U brings back)", Hint: "delete"},
		{Action: ShowQuotes, Keys: []string{"zq"}, Help: "show or hide the quotes", Hint: "quotes"},
		{Action: ShowEntities, Keys: []string{"ze"}, Help: "show or hide the entities", Hint: "entities"},
		{Action: ShowList, Keys: []string{"zl"}, Help: "show or hide the list", Hint: "list"},
		{Action: ShowText, Keys: []string{"zf"}, Help: "nothing but the text", Hint: "text only"},
		{Action: Wider, Keys: []string{"+"}, Help: "wider text"},
		{Action: Narrower, Keys: []string{"_"}, Help: "narrower text"},
		{Action: ResetSizes, Keys: []string{"="}, Help: "sizes as set"},
	}
}

func listRows() []Row {
	return []Row{
		{Action: ListOpen, Keys: []string{"enter"}, Help: "open the article, or fold the group", Hint: "open"},
		{Action: ListFind, Keys: []string{"/"}, Help: "filter the list as you type", Hint: "filter"},
		{Action: ListFilter, Keys: []string{"F"}, Help: "edit the filter"},
		{Action: ListSort, Keys: []string{","}, Help: "sort: newest, oldest, added, title, longest"},
		{Action: ListGroup, Keys: []string{"g,"}, Help: "group: date, outlet, tag, none", Hint: "group"},
		{Action: FoldToggle, Keys: []string{"za"}, Help: "fold the group", Hint: "fold"},
		{Action: FoldAll, Keys: []string{"zM"}, Help: "fold all groups", Hint: "fold all"},
		{Action: UnfoldAll, Keys: []string{"zR"}, Help: "unfold all groups", Hint: "unfold all"},
		{Action: FoldCopies, Keys: []string{"zs"}, Help: "show the copies of the story below it (+2), or fold them", Hint: "copies"},
		{Action: SelectToggle, Keys: []string{"x"}, Help: "select or drop the row, or the folded group"},
		{Action: SelectRange, Keys: []string{"V"}, Help: "select a range: move, then x, or what is to be done"},
		{Action: ReadAll, Keys: []string{"A"}, Help: "mark all that the list holds read (U takes it back)"},
	}
}

func articleRows() []Row {
	return append([]Row{
		{Action: TrackNext, Keys: []string{"n"}, Help: "next on the track: quotes, search hits or mentions", Hint: "next"},
		{Action: TrackPrevious, Keys: []string{"N"}, Help: "previous on the track", Hint: "previous"},
		{Action: NextQuote, Keys: []string{"]q"}, Help: "next quote", Hint: "quote"},
		{Action: PrevQuote, Keys: []string{"[q"}, Help: "previous quote", Hint: "quote"},
		{Action: NextEntity, Keys: []string{"]e"}, Help: "next name", Hint: "name"},
		{Action: PrevEntity, Keys: []string{"[e"}, Help: "previous name", Hint: "name"},
		{Action: NextHeading, Keys: []string{"]h"}, Help: "next heading", Hint: "heading"},
		{Action: PrevHeading, Keys: []string{"[h"}, Help: "previous heading", Hint: "heading"},
		{Action: NextParagraph, Keys: []string{"}"}, Help: "next paragraph"},
		{Action: PrevParagraph, Keys: []string{"{"}, Help: "previous paragraph"},
		{Action: NextLink, Keys: []string{"]l"}, Help: "next link", Hint: "link"},
		{Action: PrevLink, Keys: []string{"[l"}, Help: "previous link", Hint: "link"},
		{Action: NextMark, Keys: []string{"]m"}, Help: "next highlight, with its note", Hint: "highlight"},
		{Action: PrevMark, Keys: []string{"[m"}, Help: "previous highlight, with its note", Hint: "highlight"},
		{Action: Find, Keys: []string{"/"}, Help: "find in the article", Hint: "find"},
		{Action: Hints, Keys: []string{"f"}, Help: "hints: a letter on every quote, name and link in view", Hint: "hints"},
		{Action: Act, Keys: []string{"enter"}, Help: "open what is current: link, name, quote or note"},
		{Action: GoEntity, Keys: []string{"gd"}, Help: "to the page of the name at the cursor, or of one chosen by letter", Hint: "page of a name"},
		{Action: WordTrack, Keys: []string{"#"}, Help: "follow the current word"},
		{Action: Contents, Keys: []string{"gc"}, Help: "table of contents", Hint: "contents"},
		{Action: Links, Keys: []string{"gl"}, Help: "list of its links: go to one", Hint: "links"},
		{Action: Marked, Keys: []string{"gh"}, Help: "list of your highlights in it, with their notes: go to one", Hint: "notes"},
		{Action: Info, Keys: []string{"gi"}, Help: "about the article: origin, dates, repairs", Hint: "about"},
		{Action: AsSaved, Keys: []string{"gr"}, Help: "as it was saved, with nothing mended; again: repaired", Hint: "repairs"},
		{Action: Copies, Keys: []string{"gw"}, Help: "compare with a near copy: wire copy, or the story updated", Hint: "copies"},
		{Action: Versions, Keys: []string{"gv"}, Help: "compare with an older text of the article", Hint: "versions"},
	}, articleCopyRows()...)
}

func articleCopyRows() []Row {
	return []Row{
		{Action: CopyQuoted, Keys: []string{"yy"}, Help: "copy the quote with its source", Hint: "copy quote"},
		{Action: CopyQuote, Keys: []string{"yq"}, Help: "copy the quote", Hint: "quote"},
		{Action: CopyParagraph, Keys: []string{"yp"}, Help: "copy the paragraph", Hint: "paragraph"},
		{Action: CopyLink, Keys: []string{"yl"}, Help: "copy the address", Hint: "address"},
		{Action: CopyCitation, Keys: []string{"ym"}, Help: "copy a Markdown citation", Hint: "citation"},
		{Action: CopyBibTeX, Keys: []string{"yb"}, Help: "copy a citation as BibTeX", Hint: "BibTeX"},
		{Action: CopyCSL, Keys: []string{"yc"}, Help: "copy a citation as CSL JSON", Hint: "CSL JSON"},
		{Action: CopyArticle, Keys: []string{"Y"}, Help: "copy the article"},
		{Action: SelectWords, Keys: []string{"v"}, Help: "choose a passage by words, from what is current on"},
		{Action: SelectSents, Keys: []string{"V"}, Help: "choose a passage by sentences, from what is current on"},
		{Action: RemoveMark, Keys: []string{"x"}, Help: "remove the highlight that is current or on top"},
		{Action: EditNote, Keys: []string{"c"}, Help: "write or change the note on the highlight that is current or on top"},
		{Action: SetMark, Keys: []string{"m"}, Help: "set the mark {a-z}", Arg: true},
		{Action: GoMark, Keys: []string{"'"}, Help: "go to the mark {a-z}; '' back", Arg: true},
		{Action: LineCenter, Keys: []string{"zz"}, Help: "current line to the centre", Hint: "centre"},
		{Action: LineTop, Keys: []string{"zt"}, Help: "current line to the top", Hint: "top"},
		{Action: LineBottom, Keys: []string{"zb"}, Help: "current line to the foot", Hint: "foot"},
		{Action: Underlines, Keys: []string{"zu"}, Help: "show or hide the underlines of names", Hint: "underlines"},
	}
}

func selectRows() []Row {
	return []Row{
		{Action: SelWordNext, Keys: []string{"w", "e", "l", "right"}, Help: "one word more", Hint: "word"},
		{Action: SelWordBack, Keys: []string{"b", "h", "left"}, Help: "one word back"},
		{Action: SelSentence, Keys: []string{")", "V"}, Help: "to the end of the sentence", Hint: "sentence"},
		{Action: SelParagraph, Keys: []string{"}"}, Help: "to the end of the paragraph"},
		{Action: SelStart, Keys: []string{"v"}, Help: "begin here: what was chosen before is dropped", Hint: "begin here"},
		{Action: SelSwap, Keys: []string{"o"}, Help: "move the other end"},
		{Action: SelMark, Keys: []string{"x", "enter"}, Help: "highlight", Hint: "highlight"},
		{Action: SelNote, Keys: []string{"a"}, Help: "highlight with a note", Hint: "note"},
		{Action: SelCopy, Keys: []string{"y"}, Help: "copy with the source", Hint: "copy"},
	}
}

func sideRows() []Row {
	return []Row{
		{Action: QuoteJump, Keys: []string{"enter"}, Help: "go to the quote", Hint: "jump"},
		{Action: QuoteSpeaker, Keys: []string{"c"}, Help: "correct: another speaker", Hint: "correct"},
		{Action: QuoteReject, Keys: []string{"X"}, Help: "correct: this is no quote"},
		{Action: QuotePage, Keys: []string{"p"}, Help: "all that its speaker said", Hint: "speaker"},
		{Action: QuoteOthers, Keys: []string{"w"}, Help: "other wordings of it, side by side", Hint: "wordings"},
		{Action: QuoteSources, Keys: []string{"a"}, Help: "all articles that have the same quote", Hint: "sources"},
		{Action: QuoteSwitch, Keys: []string{"E"}, Help: "show the entities instead", Hint: "entities"},
		{Action: EntityJump, Keys: []string{"enter"}, Help: "follow its mentions here; again: its page", Hint: "mentions"},
		{Action: EntityPage, Keys: []string{"p"}, Help: "its page: every article that names it", Hint: "page"},
		{Action: EntityKinds, Keys: []string{"F"}, Help: "one kind only: people, organisations, places, all"},
		{Action: EntityMerge, Keys: []string{"M"}, Help: "correct: the same as another"},
		{Action: EntityRename, Keys: []string{"c"}, Help: "correct: another name"},
		{Action: EntityDrop, Keys: []string{"X"}, Help: "correct: this is no name"},
		{Action: EntitySwitch, Keys: []string{"E"}, Help: "show the quotes instead", Hint: "quotes"},
	}
}
