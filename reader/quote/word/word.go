// Package word knows the words of news in six languages: what each can be
// (a determiner, a role, a verb in the past) and how it reports what somebody
// said. It knows forms alone; what a word is in its place, package grammar tells.
//
// [LanguageOf] gives the tables of a language, made when first asked for, and
// [Language.Lookup] what they know of one form:
//
//	lexicon.go   classes, cues, the table of forms; English verbs are inflected
//	language.go  what the rules must know of a language
//	english.go   the words of English, and guesses at the others; forenames.go
//	tables.go    how the tables of the other languages are made:
//	             russian.go, ukrainian.go, german.go, french.go, spanish.go
//	compound.go  the role inside a German compound, a forename in any Russian case
//	char.go      small questions about characters
//
// To teach it a word, add it to a table.
package word
