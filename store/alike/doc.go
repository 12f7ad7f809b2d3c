// Package alike tells which texts say the same: [Sketch] finds near copies
// among any number of articles, [Wordings] two quotes that are wordings of one
// statement, and [Translations] two that are one in two languages. It knows
// words alone, neither articles nor speakers.
package alike
