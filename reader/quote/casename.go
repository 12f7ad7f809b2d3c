package quote

// caseName reports whether the run of the tokens from first to last is what a case
// goes by at court: "Lind v. Ellmar Boats".
func (a *analysis) caseName(first, last int) bool {
	for k := first + 2; k+1 < last; k++ {
		if !a.spelled(k, "v") && !a.spelled(k, "vs") && !a.spelled(k, "v.") && !a.spelled(k, "vs.") && !a.spelled(k, "versus") {
			continue
		}
		n := k + 1
		if a.tokens[n].kind == kindPunct && n+1 < last {
			n++
		}
		_, _, small := a.countWords(first, last)
		return a.tokens[k-1].upper && a.tokens[n].upper && small <= 1
	}
	return false
}

// assumed reports whether the run of the tokens from first to last is a name that
// somebody goes by or is hidden behind: known by the alias "Kuno", identified only as
// "Mr. K".
func (a *analysis) assumed(first, last int) bool {
	i := first - 1
	words, capitals, _ := a.countWords(first, last)
	if i <= int(a.current.first) || capitals < words || words > 4 {
		return false
	}
	t := &a.tokens[i]
	if aliasNouns[a.text[t.start:t.end]] {
		return true
	}
	if !a.spelled(i, "as") {
		return false
	}
	for k := i - 1; k >= int(a.current.first) && k > i-5 && a.tokens[k].kind == kindWord; k-- {
		if a.spelled(k, "identified") || a.spelled(k, "identifies") || a.spelled(k, "identifying") {
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
