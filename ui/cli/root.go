package cli

import (
	"fmt"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"offprint/ui/config"
)

const (
	groupRead    = "read"
	groupFind    = "find"
	groupArchive = "archive"
)

// root returns the command tree. Help, man page and completions are made from it.
func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "offprint [path...]",
		Short: "Read saved articles in the terminal",
		Long:  about,
		Example: `# try it on articles that come with the program
offprint demo

# add a folder and read it
offprint ~/saved-articles

# what did anybody say about elections in April 2024?
offprint quotes "elections after:2024-04 before:2024-05"`,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if err := mistyped(c, args); err != nil {
				return err
			}
			return p.do(p.openPaths)(c, args)
		},
	}
	p.commonFlags(root)
	root.AddGroup(
		&cobra.Group{ID: groupRead, Title: "reading"},
		&cobra.Group{ID: groupFind, Title: "finding"},
		&cobra.Group{ID: groupArchive, Title: "archive and settings"},
	)
	root.AddCommand(p.commands()...)
	root.SetHelpCommandGroupID(groupArchive)
	root.SetCompletionCommandGroupID(groupArchive)
	root.SetFlagErrorFunc(flagProblem)
	root.SetVersionTemplate("offprint {{.Version}}\n")
	strict(root)
	return root
}

const about = `Offprint reads saved articles in the terminal: a list, the article, its
quotes and the people, organisations and places it names, and a search over
all of them, offline and from the keyboard.

Without arguments it opens the archive. With files and folders it first adds
what is new or changed in them, with addresses of web pages the pages. Your
files are only ever read.`

// commonFlags are those of every command.
func (p *program) commonFlags(root *cobra.Command) {
	f := root.PersistentFlags()
	f.StringVar(&p.flags.archive, "archive", "", "the archive file (also OFFPRINT_ARCHIVE)")
	f.StringVar(&p.flags.color, "color", "", "colours: "+strings.Join(config.Colors, ", "))
	f.StringVar(&p.flags.theme, "theme", "", "theme: "+strings.Join(config.Themes, ", "))
	f.StringVar(&p.flags.config, "config", "", "the settings file")
	complete(root, "color", config.Colors)
	complete(root, "theme", config.Themes)
}

// commands returns every command of the root.
func (p *program) commands() []*cobra.Command {
	return []*cobra.Command{
		p.demoCommand(), p.showCommand(),
		p.listCommand(), p.searchCommand(), p.quotesCommand(), p.entitiesCommand(), p.entityCommand(), p.graphCommand(), p.extractCommand(),
		p.addCommand(), p.watchCommand(), p.fetchCommand(), p.exportCommand(), p.checkCommand(), p.purgeCommand(), p.configCommand(), p.keysCommand(), p.manCommand(),
	}
}

// checkFlags refuses values of the common flags that mean nothing.
func (p *program) checkFlags() error {
	if v := p.flags.color; v != "" && !slices.Contains(config.Colors, v) {
		return usageNear(fmt.Sprintf("--color %q is none of %s", v, strings.Join(config.Colors, ", ")), v, config.Colors)
	}
	if v := p.flags.theme; v != "" && !slices.Contains(config.Themes, v) {
		return usageNear(fmt.Sprintf("--theme %q is none of %s", v, strings.Join(config.Themes, ", ")), v, config.Themes)
	}
	return nil
}

// version returns the module's version, or the commit it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) > 12 {
			return "built from " + s.Value[:12]
		}
	}
	return "built from source"
}
