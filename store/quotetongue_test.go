package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestTranslated(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	for i, d := range []struct{ title, day, language, text string }{
		{"English", "2024-04-19", "en", "“The parliament in Berlin has to ratify the protocol before the conference in Geneva,” said [Anna Meyer]. “We have waited for seven years and can wait for one more,” said [Anna Meyer]."},
		{"German", "2024-04-20", "de-AT", "“Das Parlament in Berlin muss das Protokoll vor der Konferenz in Genf ratifizieren”, sagte [Anna Meyer]. “Wir haben keine Zeit mehr für Gespräche über die Gebühren”, sagte [Anna Meyer]."},
		{"Wire copy", "2024-04-22", "de", "“Das Parlament in Berlin muss das Protokoll vor der Konferenz in Genf ratifizieren”, sagte [Anna Meyer] vor Journalisten."},
		{"Russian", "2024-04-21", "ru", "“Парламент в Берлине должен ратифицировать протокол до конференции в Женеве”, — сказала [Анна Мейер]."},
		{"Late", "2024-04-29", "fr", "“Le parlement de Berlin doit ratifier le protocole avant la conférence de Genève”, a dit [Anna Meyer]."},
		{"Other speaker", "2024-04-20", "fr", "“Le parlement de Berlin doit ratifier le protocole avant la conférence de Genève”, a dit [Paul Petit]."},
		{"Other words", "2024-04-20", "es", "“Los pescadores de la costa norte no han sido consultados por nadie”, dijo [Anna Meyer]."},
		{"Same language", "2024-04-20", "en-GB", "“Berlin must ratify the protocol in parliament before Geneva and its conference,” said [Anna Meyer]."},
		{"No language", "2024-04-20", "", "“Das Parlament in Berlin muss das Protokoll vor der Konferenz in Genf ratifizieren”, sagte [Anna Meyer]."},
	} {
		digest := said(d.title, d.day, d.text)
		digest.Article.Language = d.language
		mustAdd(t, a, item(fmt.Sprint(i), digest))
	}
	index(t, a)
	for of, want := range map[string]string{
		"ratify":         "German Russian",
		"ratifizieren":   "English Russian Same_language",
		"waited":         "",
		"Gebühren":       "",
		"pescadores":     "",
		"ратифицировать": "German English Same_language",
	} {
		rows, err := a.Quotes(ctx, parse(t, of+" "+map[bool]string{true: "title:english"}[of == "ratify"]+map[bool]string{true: "title:german"}[of == "ratifizieren"]), QuotesNewest, 0, 5)
		if err != nil || len(rows) != 1 {
			t.Fatal(of, len(rows), err)
		}
		found, err := a.Translated(ctx, rows[0].ID, 10)
		if err != nil {
			t.Fatal(of, err)
		}
		got := map[string]bool{}
		for _, r := range found {
			got[strings.ReplaceAll(string(r.Row.Title), " ", "_")] = true
		}
		ok := len(got) == len(strings.Fields(want))
		for _, w := range strings.Fields(want) {
			ok = ok && got[w]
		}
		if !ok {
			t.Errorf("translations of %q: %v, want %s", of, got, want)
		}
	}
	if _, err := a.Translated(ctx, 1<<40, 1); !errors.Is(err, ErrNoQuote) {
		t.Errorf("no quote: %v", err)
	}
}
