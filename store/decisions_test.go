package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"syscall"
	"testing"

	"offprint/reader"
)

// known returns the page of the entity that is called name.
func known(t *testing.T, a *Archive, name string) *EntityPage {
	t.Helper()
	rows, err := a.Entities(context.Background(), EntityFilter{Name: name, AnyKind: true, Limit: 20})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if string(r.Name) == name {
			p, err := a.Entity(context.Background(), r.ID)
			if err != nil {
				t.Fatal(err)
			}
			return p
		}
	}
	return nil
}

// TestSplitMakesWhatItSays: what was merged is split into the entity that is
// returned and the rest, and undo joins the two again.
func TestSplitMakesWhatItSays(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	mustAdd(t, a, item("a", said("a", "2024-01-02", "[Anna Meyer] met [Paul Roth] in <Lindby>.")), item("b", said("b", "2024-01-03", "[Anna Meyer] left.")))
	anna, paul := known(t, a, "Anna Meyer"), known(t, a, "Paul Roth")
	if err := a.MergeEntities(ctx, paul.ID, anna.ID); err != nil {
		t.Fatal(err)
	}
	both := known(t, a, "Anna Meyer")
	if both.Articles != 2 || len(both.Names) != 2 || known(t, a, "Paul Roth") != nil {
		t.Fatalf("merged: %+v", both)
	}
	var paulsName int64
	for _, n := range both.Names {
		if n.Text == "Paul Roth" {
			paulsName = n.ID
		}
	}
	for what, names := range map[string][]int64{"nothing": nil, "all": {both.Names[0].ID, both.Names[1].ID}, "another's name": {paulsName + 1000}} {
		if made, err := a.SplitEntity(ctx, both.ID, names); !errors.Is(err, ErrNoEntity) {
			t.Errorf("split %s: %d, %v", what, made, err)
		}
	}
	made, err := a.SplitEntity(ctx, both.ID, []int64{paulsName})
	if err != nil {
		t.Fatal(err)
	}
	p, err := a.Entity(ctx, made)
	if err != nil || p.Name != "Paul Roth" || p.Articles != 1 {
		t.Errorf("the new one is %+v, %v", p, err)
	}
	if rest := known(t, a, "Anna Meyer"); rest == nil || len(rest.Names) != 1 || rest.Articles != 2 {
		t.Errorf("the rest is %+v", rest)
	}
	if _, err := a.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if again := known(t, a, "Anna Meyer"); again == nil || len(again.Names) != 2 || known(t, a, "Paul Roth") != nil {
		t.Errorf("undone: %+v", again)
	}
	sound(t, a)
}

// TestNamesThatAreNone: what cannot be decided is refused and leaves nothing to undo.
func TestNamesThatAreNone(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	mustAdd(t, a, item("a", said("a", "2024-01-02", "[Anna Meyer] left.")))
	anna := known(t, a, "Anna Meyer")
	for what, c := range map[string]struct{ err, want error }{
		"a name of signs":    {a.RenameEntity(ctx, anna.ID, "—!"), ErrNoName},
		"no name":            {a.RenameEntity(ctx, anna.ID, "  "), ErrNoName},
		"nobody renamed":     {a.RenameEntity(ctx, anna.ID+99, "Anna"), ErrNoEntity},
		"nobody dropped":     {a.DropEntity(ctx, anna.ID+99), ErrNoEntity},
		"nobody merged":      {a.MergeEntities(ctx, anna.ID+99, anna.ID), ErrNoEntity},
		"merged with nobody": {a.MergeEntities(ctx, anna.ID, anna.ID+99), ErrNoEntity},
		"no such quote":      {a.CorrectQuote(ctx, QuoteID(1<<16), Correction{None: true}), ErrNoQuote},
		"no such article":    {a.CorrectQuote(ctx, QuoteID(99<<16), Correction{None: true}), ErrNoQuote},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: %v, want %v", what, c.err, c.want)
		}
	}
	if label, err := a.Undo(ctx); !errors.Is(err, ErrNothing) {
		t.Errorf("there is %q to undo, %v", label, err)
	}
}

// TestMonthsOfYears: the same month of two years is two months, also of one
// who goes by several names.
func TestMonthsOfYears(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	for i, day := range []string{"2022-03-01", "2023-03-01", "2023-03-31", "2024-02-01", "1969-12-31"} {
		mustAdd(t, a, item(fmt.Sprint(i), said(fmt.Sprint(i), day, "[Anna Meyer] and [Ina Kay] left.")))
	}
	const want = "[{1969 December 1} {2022 March 1} {2023 March 2} {2024 February 1}]"
	for range 2 {
		anna := known(t, a, "Anna Meyer")
		if got := fmt.Sprint(anna.Months); got != want {
			t.Errorf("%d names: months %s, want %s", len(anna.Names), got, want)
		}
		if ina := known(t, a, "Ina Kay"); ina != nil {
			if err := a.MergeEntities(context.Background(), ina.ID, anna.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestNamedWithMost: those who are named with somebody most stand first.
func TestNamedWithMost(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	for i, with := range []string{"[Ina Kay]", "[Ina Kay] [Paul Roth] [Olga Lund]", "[Paul Roth] [Olga Lund]", "[Olga Lund]", ""} {
		mustAdd(t, a, item(fmt.Sprint(i), said(fmt.Sprint(i), "2024-01-02", "[Anna Meyer] "+with+" left.")))
	}
	var got []string
	for _, e := range known(t, a, "Anna Meyer").With {
		got = append(got, fmt.Sprint(e.Name, " ", e.Articles))
	}
	slices.Sort(got[1:]) // those that are named as often stand in any order
	if want := []string{"Olga Lund 3", "Ina Kay 2", "Paul Roth 2"}; !slices.Equal(got, want) {
		t.Errorf("named with %q, want %q", got, want)
	}
}

// TestCorrectedAgain: a quote that is corrected twice has one correction, the
// last, and undo leads back through both.
func TestCorrectedAgain(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	mustAdd(t, a, item("a", said("a", "2024-01-02", "“We will wait for them all,” said [Anna Meyer]. “Nobody waits here,” said [Paul Roth].")))
	speakers := func() (got []string) {
		rows, err := a.Quotes(ctx, parse(t, ""), QuotesOldest, 0, 9)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			got = append(got, string(r.Quote.Speaker.Name))
		}
		return got
	}
	first := func() QuoteID {
		rows, err := a.Quotes(ctx, parse(t, ""), QuotesOldest, 0, 1)
		if err != nil || len(rows) == 0 {
			t.Fatal(rows, err)
		}
		return rows[0].ID
	}
	states := [][]string{speakers()}
	for _, fix := range []Correction{{Speaker: "Ina Kay", Kind: reader.SpeakerPerson}, {Speaker: "Olga Lund", Kind: reader.SpeakerPerson}, {None: true}} {
		if err := a.CorrectQuote(ctx, first(), fix); err != nil {
			t.Fatal(err)
		}
		states = append(states, speakers())
	}
	if want := [][]string{{"Anna Meyer", "Paul Roth"}, {"Ina Kay", "Paul Roth"}, {"Olga Lund", "Paul Roth"}, {"Paul Roth"}}; fmt.Sprint(states) != fmt.Sprint(want) {
		t.Fatalf("speakers %q, want %q", states, want)
	}
	err := a.read(ctx, "count", func(l *link) error {
		n, err := l.number("SELECT count(*) FROM correction")
		if n != 1 {
			t.Errorf("%d corrections of one quote", n)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for i := len(states) - 2; i >= 0; i-- {
		if _, err := a.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		if got := speakers(); !slices.Equal(got, states[i]) {
			t.Errorf("after undo: %q, want %q", got, states[i])
		}
	}
	sound(t, a)
}

// TestReasonsOfTheSystem: what the system says comes out in our words, with its own kept.
func TestReasonsOfTheSystem(t *testing.T) {
	t.Parallel()
	a := testArchive(t)
	for _, c := range []struct{ from, want error }{
		{fs.ErrNotExist, ErrNotExist}, {fs.ErrPermission, ErrAccess}, {syscall.ENOSPC, ErrFull}, {syscall.EROFS, ErrReadOnly},
		{fmt.Errorf("open: %w", syscall.ENOSPC), ErrFull}, {ErrNoTag, ErrNoTag},
	} {
		err := a.fault("try", c.from)
		e, ok := errors.AsType[*Error](err)
		if !errors.Is(err, c.want) || !errors.Is(err, c.from) || !ok || e.Op != "try" || e.Path != a.Path() {
			t.Errorf("%v comes out as %v", c.from, err)
		}
		if again := a.fault("again", err); again != err {
			t.Errorf("%v is wrapped twice: %v", c.from, again)
		}
	}
	for _, err := range []error{nil, context.Canceled, context.DeadlineExceeded, fmt.Errorf("read: %w", context.Canceled)} {
		if got := a.fault("try", err); got != err {
			t.Errorf("%v comes out as %v", err, got)
		}
	}
}

// TestRowsBeyond: rows before, behind and of no group are none, and no error.
func TestRowsBeyond(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := testArchive(t)
	mustAdd(t, a, item("a", plainDigest("one", "2024-01-02", "words")), item("b", plainDigest("two", "2024-01-03", "words")))
	index(t, a)
	for _, q := range []string{"", "words"} {
		l, err := a.List(ctx, View{Query: parse(t, q), Group: GroupNone})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct{ group, offset, n, want int }{
			{0, 0, 9, 2}, {0, 1, 9, 1}, {0, 2, 9, 0}, {0, 1 << 30, 9, 0}, {0, -1, 9, 0}, {-1, 0, 9, 0}, {1, 0, 9, 0}, {0, 0, 0, 0}, {0, 0, -1, 0}, {0, 0, 1, 1},
		} {
			rows, err := l.Rows(ctx, c.group, c.offset, c.n)
			if err != nil || len(rows) != c.want {
				t.Errorf("query %q, group %d, %d rows from %d: %d rows, %v; want %d", q, c.group, c.n, c.offset, len(rows), err, c.want)
			}
		}
	}
}
