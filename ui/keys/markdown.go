package keys

import "strings"

// scopeNames are the headings of the scopes, as people read them.
var scopeNames = map[Scope]string{
	Motion: "Moving", Global: "Everywhere", Desk: "The three panes", List: "The list", Article: "The article",
	Select: "Choosing a passage", Quotes: "The quotes beside the article", Entities: "The names beside the article",
	Rows: "Search, quotes, names and highlights",
}

// Heading returns what people call the scope.
func (s Scope) Heading() string {
	if name, ok := scopeNames[s]; ok {
		return name
	}
	return string(s)
}

// Markdown returns the table as Markdown, one table a scope: for the README.
func Markdown() string {
	var b strings.Builder
	var last Scope
	for _, r := range Table() {
		if len(r.Keys) == 0 {
			continue
		}
		if s := r.Action.Scope(); s != last {
			last = s
			b.WriteString("\n**" + s.Heading() + "**\n\n| key | what it does |\n| --- | --- |\n")
		}
		var labels []string
		for _, k := range r.Keys {
			label := strings.ReplaceAll(Label(k), "|", `\|`)
			if r.Arg {
				label += "{a-z}"
			}
			labels = append(labels, "`"+label+"`")
		}
		b.WriteString("| " + strings.Join(labels, " ") + " | " + strings.ReplaceAll(r.Help, "|", `\|`) + " |\n")
	}
	return b.String()
}
