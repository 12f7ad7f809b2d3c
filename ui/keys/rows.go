package keys

// The actions of the screens that list places in articles.
const (
	RowOpen   Action = "rows.open"
	RowBack   Action = "rows.back"
	RowSort   Action = "rows.sort"
	RowFind   Action = "rows.filter"
	RowCopy   Action = "rows.copy"
	RowCite   Action = "rows.copy-citation"
	RowBibTeX Action = "rows.copy-bibtex"
	RowCSL    Action = "rows.copy-csl"
	RowAll    Action = "rows.copy-all"

	RowPage     Action = "rows.page"
	RowNext     Action = "rows.next-part"
	RowPrevious Action = "rows.previous-part"
	RowRemove   Action = "rows.remove"
	RowSources  Action = "rows.sources"
	RowWordings Action = "rows.wordings"
	RowCorrect  Action = "rows.correct"
	RowReject   Action = "rows.none"
	RowMerge    Action = "rows.merge"
	RowSplit    Action = "rows.split"
)

func rowRows() []Row {
	return []Row{
		{Action: RowOpen, Keys: []string{"enter", "l", "right"}, Help: "open at the place", Hint: "open"},
		{Action: RowBack, Keys: []string{"h", "left"}, Help: "back to where one came from"},
		{Action: RowFind, Keys: []string{"/", "F"}, Help: "filter", Hint: "filter"},
		{Action: RowSort, Keys: []string{","}, Help: "sort; of older texts of an article: the next", Hint: "sort"},
		{Action: RowCopy, Keys: []string{"yy"}, Help: "copy with the source", Hint: "copy"},
		{Action: RowCite, Keys: []string{"ym"}, Help: "copy a Markdown citation", Hint: "citation"},
		{Action: RowBibTeX, Keys: []string{"yb"}, Help: "copy a citation as BibTeX", Hint: "BibTeX"},
		{Action: RowCSL, Keys: []string{"yc"}, Help: "copy a citation as CSL JSON", Hint: "CSL JSON"},
		{Action: RowAll, Keys: []string{"Y"}, Help: "copy all quotes that are listed, with their sources", Hint: "copy all"},
		{Action: RowPage, Keys: []string{"p"}, Help: "all that the speaker said; again: all about the speaker", Hint: "speaker"},
		{Action: RowNext, Keys: []string{"tab"}, Help: "next kind of names; on a name's page: facts or articles; of two wordings: the other; of imports: all files", Hint: "next part"},
		{Action: RowPrevious, Keys: []string{"shift+tab"}, Help: "previous kind of names"},
		{Action: RowRemove, Keys: []string{"x"}, Help: "remove the highlight", Hint: "remove"},
		{Action: RowSources, Keys: []string{"a"}, Help: "all articles that have the same quote", Hint: "sources"},
		{Action: RowWordings, Keys: []string{"w"}, Help: "other wordings of the quote, side by side", Hint: "wordings"},
		{Action: RowCorrect, Keys: []string{"c"}, Help: "correct: another speaker, or another name; of a highlight: its note", Hint: "correct"},
		{Action: RowReject, Keys: []string{"X"}, Help: "correct: this is no quote, or no name"},
		{Action: RowMerge, Keys: []string{"M"}, Help: "correct: this name is the same as another", Hint: "same as"},
		{Action: RowSplit, Keys: []string{"S"}, Help: "correct: two go by this name; take one out", Hint: "split"},
	}
}
