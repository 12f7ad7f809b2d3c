package main

import (
	"strings"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"
)

// proseKinds are the kinds that prose knows.
var proseKinds = map[string]string{"PERSON": "person", "GPE": "place", "ORG": "organization"}

// newProse loads prose's model once: without that every text would load it.
func newProse() (extractor, error) {
	first, err := prose.NewDocument("Load.")
	if err != nil {
		return nil, err
	}
	return func(content []byte) (found, error) {
		text := string(content)
		doc, err := prose.NewDocument(text, prose.UsingModel(first.Model))
		if err != nil {
			return found{Text: text}, err
		}
		return found{Text: text, Entities: proseNames(text, doc.Entities())}, nil
	}, nil
}

// proseNames finds each name in the text, since prose keeps no offsets: they
// stand in the order of the text, each after the one before.
func proseNames(text string, found []prose.Entity) []entity {
	var names []entity
	at, runes := 0, 0 // bytes and code points of the text already passed
	for _, e := range found {
		i := strings.Index(text[at:], e.Text)
		if i < 0 || proseKinds[e.Label] == "" {
			continue // prose has joined it across a mark or a line
		}
		start := runes + utf8.RuneCountInString(text[at:at+i])
		end := start + utf8.RuneCountInString(e.Text)
		at, runes = at+i+len(e.Text), end
		names = append(names, entity{e.Text, proseKinds[e.Label], [][2]int{{start, end}}})
	}
	return names
}
