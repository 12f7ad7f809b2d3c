package store

import (
	"context"
	"testing"

	"offprint/reader"
)

// speakers returns how the one quote of an article is attributed, on the
// quotes screen and in the article itself.
func speakers(t *testing.T, a *Archive, title string) (row, article reader.Speaker) {
	t.Helper()
	q := quoteIn(t, a, title)
	art, err := a.Article(context.Background(), q.Row.ID)
	if err != nil || len(art.Digest.Quotes) != 1 {
		t.Fatal(title, err)
	}
	return q.Quote.Speaker, art.Digest.Quotes[0].Speaker
}

func TestLoneSurnameTakesTheFullName(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := newsroom(t)
	mustAdd(t, a, item("lone", said("Lone", "2024-03-05", "“The talks were long and hard for everybody,” said [Lavrov].")))
	index(t, a)
	row, article := speakers(t, a, "Lone")
	if row.Name != "Sergei Lavrov" || !row.Inferred || article != row {
		t.Errorf("a lone surname: %+v on the screen, %+v in the article", row, article)
	}
	if row, _ := speakers(t, a, "Answer"); row.Name != "Anna Meyer" || row.Inferred {
		t.Errorf("a full name: %+v", row)
	}
	list, err := a.Quotes(ctx, parse(t, `said:"sergei lavrov" title:lone`), QuotesNewest, 0, 2)
	if err != nil || len(list) != 1 {
		t.Errorf("said by the full name: %d quotes, %v", len(list), err)
	}
	// Others of the name come: nobody knows any more who it was.
	for i, day := range []string{"2024-04-01", "2024-04-02"} {
		mustAdd(t, a, item(string(rune('p'+i)), said("Boris", day, "[Boris Lavrov] sings.")))
	}
	index(t, a)
	if row, article := speakers(t, a, "Lone"); row.Name != "Lavrov" || row.Inferred || article != row {
		t.Errorf("with others of the name: %+v and %+v", row, article)
	}
	// What the reader sets is left alone.
	q := quoteIn(t, a, "Lone")
	if err := a.CorrectQuote(ctx, q.ID, Correction{Speaker: "Lavrov", Kind: reader.SpeakerPerson}); err != nil {
		t.Fatal(err)
	}
	if row, article := speakers(t, a, "Lone"); row.Name != "Lavrov" || row.Inferred || article != row {
		t.Errorf("set by the reader: %+v and %+v", row, article)
	}
	sound(t, a)
}
