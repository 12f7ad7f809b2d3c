// Package store is the archive: one SQLite file with every article, what was
// found in it, and what its reader did with it. Begin with [Open]; then
// [Archive.Add] and [Archive.Index] fill it, [Archive.List] and
// [Archive.Search] show it, [Archive.Article] reads it. Every change goes
// through one method each, is on the disk when it returns, and can be taken
// back with [Archive.Undo]. Errors are [*Error]; test them with errors.Is.
//
// Costs do not grow with the archive where a person waits: lists of everything
// come from counters, pages from indexes, searches stop when the screen is
// full. The package imports the types of package reader and the language of
// store/query; it neither reads files of articles nor analyses them. What needs
// no database stands in packages below: words (folded), what is alike (alike),
// passages (passage), lines of hits (excerpt), addresses (address), tags
// (tagset), packing (pack).
//
// # The file
//
// SQLite in WAL mode, marked by its application id and a version; older
// versions are copied beside the file, then brought up step by step
// (schema.go). Writers wait for each other; readers never wait, and
// all that one call reads is of one moment (linkreaders.go). What is read from the
// file is cleaned as if it came from the network, since it may.
//
//	article    one narrow row each: what lists show; id is the ID
//	body       its Markdown, and how the plain text differs from it
//	finding    its quotes, entities and repairs in one compact value,
//	           and the names of its entities in the same order
//	version    older texts; the mended one of an article that is shown as it was
//	           saved (article.as_is, changeasis.go)
//	identity   numbers of addresses and texts, to recognise an article again
//	file, part the files that articles came from
//	document, made    what articles of a file are made from that is too large to be kept
//	outlet, tag, tagged
//	counter    how many articles, and unread ones, there are in all, by day, outlet and tag; how many are folded
//	name       what makers called something: kind and folded text. Never dropped, but joined (respell.go).
//	           name.entity is the name that it stands for: an entity is a group of names
//	sketch     numbers of a text, by which near copies are one story (article.story);
//	           folded lists leave out all but one of those within a day (article.copy, ledgerfold.go)
//	alias      other names by which articles call it
//	word       the words of names
//	mention    which article names it, by date
//	quote      by whom (a name), by date; quotes with the same words have the same number
//	about      which names stand in a quote or its sentence
//	correction, highlight, position, mark    what the reader did
//	kept       what imports said of an article's reader, so that it is applied once
//	attempt    when the text of a stub was last fetched in vain, and why
//	import     the last runs of imports with their accounts
//	journal    changes that can be undone
//	todo       articles that the index has yet to see
//	fact       single numbers
//	search, place, term    the full-text index (FTS5, without the texts)
//
// Counter, tagged, sketch, mention, quote, about, alias and the numbers in name are
// derived from articles. The ledger (ledger.go) alone writes them: it takes an
// article out, as it was, and puts it in, as it is. A test compares them with
// a plain recount after random changes; [Archive.Check] does so for any
// archive, and [Archive.Rebuild] makes them and the index anew.
//
// # The files of the package
//
// The methods of [Archive] hold it together; a file's name begins with what it
// is about. Those on the left of an arrow use those on its right.
//
//	archive, stamp                     opening and closing; what an archive is told apart by
//	schema, schemamigrate, respell*    the tables, step by step; keys when words are folded anew
//	link, linkreaders, fault, errors   statements, transactions, connections; what went wrong, in our words. Under all others
//	locks_*                            whether the file system can lock files
//	types, load*                       what is read: rows, articles, versions, originals
//	add*, document, imports            what an import brings: is it new (addstranger, addtitled), another text (addjoin, addolder),
//	                                   the text of a stub (addfill, addstub), what it says of the reader (addkept) → ledger, index
//	ledger*                            what is derived from an article: counters (ledger), put in and taken out (ledgerput), names (ledgername),
//	                                   quotes (ledgerquote), near copies (ledgersketch) and their folding (ledgerfold)
//	index*                             the full-text index: written to (indexwrite), made anew (indexremake), notes (indexnoted)
//	search*                            queries in SQL (searchcompile, searchcondition), hits and their lines
//	list*                              lists: counted or filtered, by dates, page by page, labels → search
//	journal, change*                   what the reader does, with undo: flags and tags, highlights, as saved, purge → ledger, index
//	entity*                            names: pages, merging, what makes one of several (entitysurname, entityvariants) → journal
//	quote*                             quotes: found (quotequery, quotefind), corrected (quotecorrection, quoteprecedent for copies that come later),
//	                                   like another (quotekindred, quotetongue), speakers
//	related, ataddress                 what is close to an article; the one that an address leads to
//	rebuild                            findings and all that is derived made anew → ledger, index
//	check*, salvage, backup*           looking for damage, saving what is left, copies, those of older versions (backupolder)
//
// # Searching
//
// What the reader noted on an article is in the index behind its text
// (indexnoted.go). The index knows articles by places, which are in the order of dates
// (index.go), so the newest hits come first and the search ends early. Words
// are folded (package folded) before FTS5 sees them. Beginnings of
// one to three letters have an index of their own; longer ones are looked up
// in table term and searched as whole words. Words in a row are checked in
// the texts, for articles that hold all of them. [query] is turned into SQL by
// searchcompile.go and searchcondition.go.
package store
