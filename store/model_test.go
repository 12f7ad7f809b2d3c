package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"offprint/reader"
)

// A model of the archive that knows nothing of tables, counters or journals:
// what was said last holds, undo puts back what held before. Random sequences
// of everything that a reader and an import do are played against both, and
// all that the archive tells is compared with what the model expects.

// told is one paragraph of the model's articles. Its words stand nowhere else.
type told struct {
	words string
	by    string   // an organisation whose quote the words are; empty if they are none
	names []string // organisations named after the words
}

// piece is an article of the model: what the file had last, and what it had before.
type piece struct {
	id       ID
	title    string
	parts    []told
	text     string
	former   []string // texts, the oldest first
	made     int      // the version of the makers that read it
	versions []told   // paragraphs that were taken out and may come back
}

// move is one value that a change set, with what it was before.
type move struct{ key, old, new string }

// model is what the archive should hold. Facts are what the reader decided:
// read, starred, deleted and tag by article, highlight by its number, fix by
// article and words, stand and renamed by name.
type model struct {
	*testing.T
	a      *Archive    // one of both
	both   [2]*Archive // as two programs have the file open
	path   string
	r      *rand.Rand
	c      *corpus
	pieces []*piece
	facts  map[string]string
	done   [][]move
	undone [][]move
	ids    map[string]EntityID // by name
	names  []string
	count  int // of all words and titles that were made up
	made   int // the version of the makers
}

func newModel(t *testing.T, seed uint64) *model {
	m := &model{T: t, r: rand.New(rand.NewPCG(seed, 9)), c: newCorpus(40), path: filepath.Join(t.TempDir(), "archive.db"),
		facts: map[string]string{}, ids: map[string]EntityID{}}
	m.both = [2]*Archive{openAt(t, m.path), openAt(t, m.path)}
	m.a = m.both[0]
	m.names = m.c.orgs[:8]
	for range 6 {
		m.addPiece(m.names...)
	}
	rows, err := m.a.Entities(context.Background(), EntityFilter{AnyKind: true})
	if err != nil || len(rows) != len(m.names) {
		t.Fatalf("%d entities, %v, want %d", len(rows), err, len(m.names))
	}
	for _, r := range rows {
		m.ids[string(r.Name)] = r.ID
	}
	return m
}

func pick[T any](m *model, list []T) T { return list[m.r.IntN(len(list))] }

// word returns a word that no other text has.
func (m *model) word() string {
	m.count++
	return fmt.Sprintf("%s%dq", syllables(m.r, 2), m.count)
}

// part makes up a paragraph.
func (m *model) part(names ...string) told {
	p := told{words: strings.Join([]string{m.word(), m.word(), m.word(), m.word(), m.word()}, " "), names: names}
	if m.r.IntN(2) == 0 {
		p.by = pick(m, m.names)
	}
	return p
}

// heard is whom the makers of a version take for the speaker of a paragraph:
// each version takes another.
func (m *model) heard(t told, version int) string {
	i := slices.Index(m.names, t.by)
	if i < 0 {
		return ""
	}
	return m.names[(i+version)%len(m.names)]
}

// digest writes a piece's paragraphs down as the present makers would find them.
func (m *model) digest(p *piece) reader.Digest {
	p.made = m.made
	mk := &maker{spans: map[string][]reader.Span{}, kinds: map[string]reader.EntityKind{}}
	for i, t := range p.parts {
		if i > 0 {
			mk.md.WriteString("\n\n")
		}
		mk.plain.Begin()
		said := mk.add(t.words)
		if t.by != "" {
			mk.add(", said ")
			at := mk.name(t.by, reader.EntityOrganization)
			mk.quotes = append(mk.quotes, reader.Quote{Kind: reader.QuoteDirect, Content: []reader.Span{said}, Source: []reader.Span{at},
				Speaker: reader.Speaker{Name: reader.CleanLine(m.heard(t, m.made)), Kind: reader.SpeakerOrganization}, Confidence: 0.9})
		}
		for _, n := range t.names {
			mk.add(" of ")
			mk.name(n, reader.EntityOrganization)
		}
		mk.add(".")
		mk.plain.End(reader.BlockParagraph)
	}
	p.text = mk.md.String()
	d := reader.Digest{Plain: mk.plain.Plain(), Quotes: mk.quotes, Words: 10}
	for _, n := range mk.order {
		d.Entities = append(d.Entities, reader.Entity{Name: reader.CleanLine(n), Kind: reader.EntityOrganization, Mentions: mk.spans[n], Confidence: 0.9})
	}
	d.Article = reader.Article{Title: reader.CleanLine(p.title), Address: reader.CleanLine("https://news.example/" + p.title), Language: "en",
		Outlet: "news.example", Format: reader.FormatMarkdown, Markdown: reader.Clean(p.text)}
	return d
}

func (m *model) addPiece(names ...string) {
	m.count++
	p := &piece{title: fmt.Sprintf("title%05d", m.count), parts: []told{m.part(names...), m.part(pick(m, m.names)), m.part()}}
	out := mustAdd(m, m.a, item(p.title, m.digest(p)))[0]
	if out.Status != StatusAdded {
		m.Fatalf("added: %+v", out)
	}
	p.id = out.IDs[0]
	m.pieces = append(m.pieces, p)
}

// rewrite gives an article another text: a paragraph goes, or comes, or comes
// back. What was deleted comes back with a new text, and not with the old one.
func (m *model) rewrite(p *piece) {
	if m.r.IntN(4) == 0 {
		before := p.made
		if out := mustAdd(m, m.a, item(p.title, m.digest(p)))[0]; out.Status != StatusUnchanged || out.IDs[0] != p.id {
			m.Fatalf("added again: %+v, want unchanged %d", out, p.id)
		}
		p.made = before
		return
	}
	p.former = append(p.former, p.text)
	switch i := m.r.IntN(len(p.parts)); {
	case m.r.IntN(2) == 0 && len(p.parts) > 1:
		p.versions = append(p.versions, p.parts[i])
		p.parts = slices.Delete(slices.Clone(p.parts), i, i+1)
	case m.r.IntN(2) == 0 && len(p.versions) > 0:
		k := m.r.IntN(len(p.versions))
		p.parts = append(slices.Clone(p.parts), p.versions[k])
		p.versions = slices.Delete(p.versions, k, k+1)
	}
	p.parts = append(slices.Clone(p.parts), m.part()) // no text comes twice
	if out := mustAdd(m, m.a, item(p.title, m.digest(p)))[0]; out.Status != StatusUpdated || out.IDs[0] != p.id {
		m.Fatalf("rewritten: %+v, want updated %d", out, p.id)
	}
	delete(m.facts, key("deleted", p.id))
}

func key(kind string, parts ...any) string {
	return kind + "/" + strings.Trim(strings.ReplaceAll(fmt.Sprintln(parts...), " ", "_"), "\n")
}

// set makes a change of the model: pairs of a key and its new value. Those
// that hold already are left out, unless always is set.
func (m *model) set(always bool, pairs ...string) {
	var moves []move
	for i := 0; i < len(pairs); i += 2 {
		k, v := pairs[i], pairs[i+1]
		if always || m.facts[k] != v {
			moves = append(moves, move{k, m.facts[k], v})
			m.put(k, v)
		}
	}
	if len(moves) > 0 {
		m.done, m.undone = append(m.done, moves), nil
	}
}

func (m *model) put(k, v string) {
	if v == "" {
		delete(m.facts, k)
		return
	}
	m.facts[k] = v
}

func (m *model) undo() {
	label, err := m.a.Undo(context.Background())
	if len(m.done) == 0 {
		if !errors.Is(err, ErrNothing) {
			m.Fatalf("undo of nothing: %q, %v", label, err)
		}
		return
	}
	m.must(err)
	last := m.done[len(m.done)-1]
	m.done, m.undone = m.done[:len(m.done)-1], append(m.undone, last)
	for _, mv := range slices.Backward(last) {
		m.put(mv.key, mv.old)
	}
}

func (m *model) redo() {
	label, err := m.a.Redo(context.Background())
	if len(m.undone) == 0 {
		if !errors.Is(err, ErrNothing) {
			m.Fatalf("redo of nothing: %q, %v", label, err)
		}
		return
	}
	m.must(err)
	next := m.undone[len(m.undone)-1]
	m.undone, m.done = m.undone[:len(m.undone)-1], append(m.done, next)
	for _, mv := range next {
		m.put(mv.key, mv.new)
	}
}

func (m *model) must(err error) {
	m.Helper()
	if err != nil {
		m.Fatal(err)
	}
}

func (m *model) is(kind string, p *piece) bool { return m.facts[key(kind, p.id)] != "" }

// root returns the name that a name stands for, empty if it is none.
func (m *model) root(name string) string {
	switch v := m.facts[key("stand", name)]; v {
	case "":
		return name
	case "none":
		return ""
	default:
		return v
	}
}

// group returns the names that stand for one.
func (m *model) group(root string) []string {
	return slices.DeleteFunc(slices.Clone(m.names), func(n string) bool { return m.root(n) != root })
}

// TestAgainstModel plays what readers and imports do, in any order, and
// compares all that the archive tells with a model of a few maps.
func TestAgainstModel(t *testing.T) {
	t.Parallel()
	seeds, steps := uint64(6), 120
	if testing.Short() {
		seeds, steps = 2, 50
	}
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			m := newModel(t, seed)
			for step := range steps {
				did := m.play()
				if step%4 == 0 || t.Failed() {
					m.compare(m.a)
				}
				if t.Failed() {
					t.Fatalf("step %d: %s", step, did)
				}
			}
			m.end()
		})
	}
}

// end compares the archive once more, and so its copy and what is salvaged of it.
func (m *model) end() {
	ctx := context.Background()
	index(m, m.a)
	m.compare(m.a)
	sound(m, m.a)
	backup := filepath.Join(filepath.Dir(m.path), "backup.db")
	m.must(m.a.Backup(ctx, backup))
	m.compare(openAt(m, backup))
	salvaged := filepath.Join(filepath.Dir(m.path), "salvaged.db")
	if saved, lost, err := m.a.Salvage(ctx, salvaged); err != nil || lost > 0 {
		m.Errorf("salvage: %d saved, %d lost, %v", saved, lost, err)
	}
	m.compareSalvaged(openAt(m, salvaged))
	for len(m.done) > 0 && !m.Failed() {
		m.undo()
		if len(m.done)%8 == 0 {
			m.compare(m.a)
		}
	}
	for len(m.undone) > 0 && !m.Failed() {
		m.redo()
	}
	m.compare(m.a)
	if _, err := m.a.Purge(ctx, m.a.now().AddDate(1, 0, 0)); err != nil {
		m.Error("purge:", err)
	}
	m.compare(m.a)
	sound(m, m.a)
	// What is gone for good is left out of what is undone and done again.
	for _, again := range []func(context.Context) (reader.Text, error){m.a.Undo, m.a.Redo} {
		for {
			if _, err := again(ctx); errors.Is(err, ErrNothing) {
				break
			} else if err != nil {
				m.Fatal("after a purge:", err)
			}
		}
		sound(m, m.a)
	}
}
