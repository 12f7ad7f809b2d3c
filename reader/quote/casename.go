package quote

import "offprint/reader/quote/grammar"

// caseName reports whether the run of the tokens from first to last is what a case
// goes by at court: "Lind v. Ellmar Boats".
func (a *analysis) caseName(first, last int) bool {
	for k := first + 2; k+1 < last; k++ {
		if !a.Spelled(k, "v") && !a.Spelled(k, "vs") && !a.Spelled(k, "v.") && !a.Spelled(k, "vs.") && !a.Spelled(k, "versus") {
			continue
		}
		n := k + 1
		if a.Tokens[n].Kind == grammar.KindPunct && n+1 < last {
			n++
		}
		_, _, small := a.CountWords(first, last)
		return a.Tokens[k-1].Upper && a.Tokens[n].Upper && small <= 1
	}
	return false
}

// assumed reports whether the run of the tokens from first to last is a name that
// somebody goes by or is hidden behind: known by the alias "Kuno", identified only as
// "Mr. K".
func (a *analysis) assumed(first, last int) bool {
	i := first - 1
	words, capitals, _ := a.CountWords(first, last)
	if i <= int(a.Current.First) || capitals < words || words > 4 {
		return false
	}
	t := &a.Tokens[i]
	if aliasNouns[a.Text[t.Start:t.End]] {
		return true
	}
	if !a.Spelled(i, "as") {
		return false
	}
	for k := i - 1; k >= int(a.Current.First) && k > i-5 && a.Tokens[k].Kind == grammar.KindWord; k-- {
		if a.Spelled(k, "identified") || a.Spelled(k, "identifies") || a.Spelled(k, "identifying") {
			return true
		}
	}
	return false
}

// aliasNouns name what somebody is called beside the own name.
var aliasNouns = map[string]bool{
	"alias": true, "pseudonym": true, "nickname": true, "moniker": true, "codename": true, "username": true,
	"handle": true, "surname": true,
}
