package cli

import (
	"context"
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"offprint/reader"
	"offprint/store"
)

// graphFormats are the values of --format of `offprint graph`.
var graphFormats = []string{"dot", "graphml"}

// graphCommand is `offprint graph`.
func (p *program) graphCommand() *cobra.Command {
	var format string
	var limit, least int
	var look bool
	c := &cobra.Command{
		Use:   "graph [name...]",
		Short: "Write who and what appears together, as DOT or GraphML",
		Long: `Write a graph of the people, organisations and places that articles name most,
with an edge between two that stand in the same articles. Words choose names
that hold them. Countries carry their Wikidata identifier, nationalities that
of their country. Graphviz draws DOT; Gephi, yEd and others read GraphML.`,
		Example: "offprint graph --limit 60 | dot -Tsvg > names.svg",
		GroupID: groupFind,
		RunE: p.do(func(ctx context.Context, args []string) error {
			if format != "dot" && format != "graphml" {
				return usageNear(fmt.Sprintf("--format %q is none of %s", format, strings.Join(graphFormats, ", ")), format, graphFormats)
			}
			if limit < 1 {
				return errNone
			}
			f := store.EntityFilter{Name: strings.Join(args, " "), AnyKind: true, Limit: limit}
			return p.reading(ctx, func(a *store.Archive) error { return p.graph(ctx, a, f, least, format, look) })
		}),
	}
	c.Flags().StringVar(&format, "format", "dot", "what to write: "+strings.Join(graphFormats, " or "))
	c.Flags().IntVar(&limit, "limit", 50, "how many names, the most named first")
	c.Flags().IntVar(&least, "least", 2, "leave out pairs in fewer articles than this")
	encyclopediaFlag(c, &look)
	complete(c, "format", graphFormats)
	return c
}

func (p *program) graph(ctx context.Context, a *store.Archive, f store.EntityFilter, least int, format string, look bool) error {
	rows, err := a.Entities(ctx, f)
	if err != nil {
		return err
	}
	if len(rows) == 0 && strings.TrimSpace(f.Name) != "" {
		return noSuchName(f.Name)
	}
	ids := make([]store.EntityID, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	pairs, err := a.Together(ctx, ids, least)
	if err != nil {
		return err
	}
	nodes, err := p.nodes(ctx, a, rows, look)
	if err != nil {
		return err
	}
	if format == "graphml" {
		p.out.raw(graphML(nodes, pairs))
		return nil
	}
	p.out.raw(dot(nodes, pairs))
	return nil
}

// node is a name of a graph, with the title of its page in the encyclopedia.
type node struct {
	store.EntityRow
	page reader.Text
}

// nodes looks names up in the encyclopedia, if that is wanted.
func (p *program) nodes(ctx context.Context, a *store.Archive, rows []store.EntityRow, look bool) ([]node, error) {
	known, err := p.consult(look, a)
	if err != nil {
		return nil, err
	}
	defer known.close()
	list := make([]node, len(rows))
	for i := range rows {
		list[i].EntityRow = rows[i]
		about, err := known.about(ctx, &rows[i])
		if err != nil {
			return nil, err
		}
		if about != nil {
			list[i].page = about.Title
		}
	}
	return list, nil
}

// identities are what is known of who or what an entity is, by the names that graphs have for it.
func identities(n node) (known [][2]string) {
	for _, k := range [][2]string{{"wikidata", wikidata(n.EntityRow)}, {"country", n.Country}, {"page", string(n.page)}} {
		if k[1] != "" {
			known = append(known, k)
		}
	}
	return known
}

// dot writes the graph in the language of Graphviz.
func dot(nodes []node, pairs []store.Pair) string {
	quote := func(t reader.Text) string {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(string(t)) + `"`
	}
	var b strings.Builder
	b.WriteString("graph names {\n  node [shape=box, style=rounded];\n")
	for _, n := range nodes {
		fmt.Fprintf(&b, "  n%d [label=%s, kind=%q, articles=%d", n.ID, quote(n.Name), n.Kind.String(), n.Articles)
		for _, known := range identities(n) {
			fmt.Fprintf(&b, ", %s=%s", known[0], quote(reader.CleanLine(known[1])))
		}
		b.WriteString("];\n")
	}
	for _, e := range pairs {
		fmt.Fprintf(&b, "  n%d -- n%d [weight=%d, label=%d];\n", e.A, e.B, e.Articles, e.Articles)
	}
	b.WriteString("}\n")
	return b.String()
}

// graphML writes the graph as GraphML, see graphml.graphdrawing.org.
func graphML(nodes []node, pairs []store.Pair) string {
	escape := func(t reader.Text) string {
		var e strings.Builder
		_ = xml.EscapeText(&e, []byte(t)) // a Builder takes everything
		return e.String()
	}
	var b strings.Builder
	b.WriteString(xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="name" for="node" attr.name="name" attr.type="string"/>
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="articles" for="node" attr.name="articles" attr.type="int"/>
  <key id="wikidata" for="node" attr.name="wikidata" attr.type="string"/>
  <key id="country" for="node" attr.name="country" attr.type="string"/>
  <key id="page" for="node" attr.name="page" attr.type="string"/>
  <key id="weight" for="edge" attr.name="weight" attr.type="int"/>
  <graph edgedefault="undirected">
`)
	for _, n := range nodes {
		fmt.Fprintf(&b, "    <node id=\"n%d\"><data key=\"name\">%s</data><data key=\"kind\">%s</data><data key=\"articles\">%d</data>",
			n.ID, escape(n.Name), n.Kind, n.Articles)
		for _, known := range identities(n) {
			fmt.Fprintf(&b, "<data key=%q>%s</data>", known[0], escape(reader.CleanLine(known[1])))
		}
		b.WriteString("</node>\n")
	}
	for _, e := range pairs {
		fmt.Fprintf(&b, "    <edge source=\"n%d\" target=\"n%d\"><data key=\"weight\">%d</data></edge>\n", e.A, e.B, e.Articles)
	}
	b.WriteString("  </graph>\n</graphml>\n")
	return b.String()
}
