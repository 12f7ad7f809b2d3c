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
// no database stands in packages below: the tables (schema), words (folded), what
// is alike (alike), passages (passage), lines of hits (excerpt), addresses
// (address), tags (tagset), packing (pack).
//
// # The file
//
// SQLite in WAL mode, marked by its application id and a version; its tables
// are told in package schema. Older versions are copied beside the file, then
// brought up step by step (migrate.go). Writers wait for each other; readers
// never wait, and all that one call reads is of one moment (linkreaders.go). What
// is read from the file is cleaned as if it came from the network, since it may.
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
//	migrate, respell*                  an archive brought up to this version; keys when words are folded anew
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
