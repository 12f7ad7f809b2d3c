package ui

import (
	"context"
	"net/url"
	"strings"

	tea "charm.land/bubbletea/v2"

	"golang.org/x/net/idna"

	"offprint/reader"
	"offprint/ui/nav"
)

// browseMsg asks for an address to be opened outside, after the user agreed.
type browseMsg struct{ address string }

// openLink shows where a link leads and asks what to do: nothing is opened
// unseen. A page that the archive has is offered first.
func (m *model) openLink(link nav.OpenLink) tea.Cmd {
	u, err := url.Parse(string(link.Address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return m.say("Only addresses on the web are opened: "+link.Address, true)
	}
	// The host as the network sees it: letters that only look Latin show as xn--.
	host, err := idna.Punycode.ToASCII(u.Hostname())
	if err != nil {
		return m.say("That address has no valid host: "+link.Address, true)
	}
	choose := nav.Choose{Title: "Open " + reader.CleanLine(host)}
	var answers []tea.Msg
	offer := func(label, detail reader.Text, answer tea.Msg) {
		choose.Options = append(choose.Options, nav.Option{Label: label, Detail: detail})
		answers = append(answers, answer)
	}
	choose.Answer = func(i int) tea.Msg { return answers[i] }
	target := strings.TrimSpace(u.String())
	archive := m.o.Archive
	here, _ := m.desk.Place()
	return func() tea.Msg {
		if !link.Original {
			row, ok, err := archive.AtAddress(context.Background(), link.Address)
			if err != nil {
				return nav.Fail{Doing: "looking for the page", Err: err}
			}
			if ok && row.ID != here.ID {
				offer("Read it here: "+row.Title, "in the archive", nav.OpenArticle{ID: row.ID})
			}
		}
		offer("Open in the browser", reader.CleanLine(host), browseMsg{target})
		offer("Copy the address", "", nav.Copy{Text: reader.CleanLine(target), What: "address"})
		return choose
	}
}

// browse opens an address outside.
func (m *model) browse(address string) tea.Cmd {
	open := m.o.Browse
	if open == nil {
		return m.say("No browser is known here", true)
	}
	return func() tea.Msg {
		if err := open(address); err != nil {
			return nav.Fail{Doing: "opening the browser", Err: err}
		}
		return nav.Say{Text: "Opened in the browser"}
	}
}
