package cli

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	mcobra "github.com/muesli/mango-cobra"
	"github.com/muesli/roff"
	"github.com/spf13/cobra"

	"offprint/reader"
	"offprint/ui/config"
	"offprint/ui/keys"
)

// configCommand is `offprint config`.
func (p *program) configCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "config",
		Short:   "Show where the settings are, or an example of them",
		GroupID: groupArchive,
		Args:    none,
		RunE: p.do(func(context.Context, []string) error {
			path, _ := p.configPath()
			if path == "" {
				return &problem{msg: "there is no home folder to keep settings in", hint: "name a file with --config", code: exitFailed}
			}
			if _, err := p.settings(); err != nil {
				return err
			}
			p.out.line(reader.CleanLine(path))
			return nil
		}),
	}
	c.AddCommand(&cobra.Command{
		Use:   "print-default",
		Short: "Print a settings file with everything at its default",
		Args:  none,
		RunE: p.do(func(context.Context, []string) error {
			p.out.raw(config.Example())
			return nil
		}),
	})
	return c
}

// keysCommand is `offprint keys`.
func (p *program) keysCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "keys",
		Short:   "List the keys in force",
		GroupID: groupArchive,
		Args:    none,
		RunE:    p.do(p.listKeys),
	}
	c.AddCommand(&cobra.Command{
		Use:   "print-default",
		Short: "Print all default keys in the form of the settings file",
		Args:  none,
		RunE: p.do(func(context.Context, []string) error {
			p.out.raw(defaultKeys())
			return nil
		}),
	})
	return c
}

// listKeys prints each action with its keys and what it does.
func (p *program) listKeys(context.Context, []string) error {
	c, err := p.settings()
	if err != nil {
		return err
	}
	m, err := keys.New(keys.Overrides(c.Keys))
	if err != nil {
		return err
	}
	for _, r := range m.Rows() {
		p.out.raw(fmt.Sprintf("%-28s %-22s %s\n", r.Action, reader.CleanLine(strings.Join(r.Keys, " ")), r.Help))
	}
	return nil
}

// defaultKeys returns the table of actions as TOML.
func defaultKeys() string {
	var b strings.Builder
	scope := keys.Scope("")
	for _, r := range keys.Table() {
		if s := r.Action.Scope(); s != scope {
			if scope != "" {
				b.WriteByte('\n')
			}
			scope = s
			fmt.Fprintf(&b, "[keys.%s]\n", scope)
		}
		quoted := make([]string, len(r.Keys))
		for i, k := range r.Keys {
			quoted[i] = strconv.Quote(k)
		}
		name := strings.TrimPrefix(string(r.Action), string(scope)+".")
		fmt.Fprintf(&b, "%s = [%s] # %s\n", name, strings.Join(quoted, ", "), r.Help)
	}
	return b.String()
}

// manCommand is `offprint man`.
func (p *program) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "man",
		Short:   "Print the manual page",
		Example: "offprint man | man -l -",
		GroupID: groupArchive,
		Args:    none,
		RunE: func(c *cobra.Command, _ []string) error {
			page, err := mcobra.NewManPage(1, c.Root())
			if err != nil {
				p.failed = fmt.Errorf("make the manual page: %w", err)
				return nil
			}
			page.WithLongDescription(paragraphs(c.Root().Long))
			p.out.raw(page.Build(roff.NewDocument()))
			return nil
		},
	}
}

// paragraphs returns a text with each paragraph on one line, as the manual
// page wants it: there every line begins a paragraph.
func paragraphs(text string) string {
	parts := strings.Split(text, "\n\n")
	for i, p := range parts {
		parts[i] = strings.ReplaceAll(p, "\n", " ")
	}
	return strings.Join(parts, "\n")
}
