// Package alike tells which texts say the same: [Sketch] finds near copies
// among any number of articles, [Strangers] tells that a text is no version of
// another, [Wordings] that two quotes are wordings of one statement ([Inside]
// that one is a piece of the other, [FactsDiffer] that they only tell of
// different things in the same words), and [Translations] that they are one in
// two languages. It knows words alone, neither articles nor speakers.
package alike
