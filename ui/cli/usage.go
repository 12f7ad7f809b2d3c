package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"offprint/reader"
	"offprint/store/intake"
	"offprint/ui/config"
)

// usage makes of an error of cobra's one of ours.
func usage(err error) error {
	if e, ok := errors.AsType[*problem](err); ok {
		return e
	}
	return &problem{
		msg: reader.CleanLine(err.Error()), hint: "offprint --help shows what can be asked for",
		code: exitUsage, err: err,
	}
}

// flagProblem says what is wrong with an option.
func flagProblem(c *cobra.Command, err error) error {
	help := reader.CleanLine(c.CommandPath() + " --help shows what can be asked for")
	if e, ok := errors.AsType[interface {
		error
		GetSpecifiedShortnames() string
	}](err); ok && e.GetSpecifiedShortnames() != "" {
		given := "-" + e.GetSpecifiedShortnames()
		if strings.Contains(c.Use, "[query") || strings.Contains(c.Use, "query...") {
			help = reader.CleanLine("write -- before a query that begins with a minus: " + c.CommandPath() + " -- " + given)
		}
		return &problem{msg: reader.CleanLine("unknown flag: " + given), hint: help, code: exitUsage, err: err}
	}
	if e, ok := errors.AsType[*pflag.NotExistError](err); ok {
		var known []string
		c.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
		if near := config.Nearest(e.GetSpecifiedName(), known); near != "" {
			help = reader.CleanLine("did you mean --"+near+"?") + "\n" + help
		}
		return &problem{msg: reader.CleanLine(err.Error()), hint: help, code: exitUsage, err: err}
	}
	if e, ok := errors.AsType[interface {
		error
		GetValue() string
	}](err); ok {
		_, flag, _ := strings.Cut(strings.TrimPrefix(err.Error(), fmt.Sprintf("invalid argument %q", e.GetValue())), ` for "`)
		flag, _, _ = strings.Cut(flag, `"`)
		wanted := "true or false"
		if f := c.Flag(flag[strings.LastIndex(flag, "-")+1:]); f != nil && f.Value.Type() != "bool" {
			wanted = "a number"
		}
		return &problem{msg: reader.CleanLine(fmt.Sprintf("%s takes %s, not %q", flag, wanted, e.GetValue())), hint: help, code: exitUsage, err: err}
	}
	return &problem{msg: reader.CleanLine(err.Error()), hint: help, code: exitUsage, err: err}
}

// atLeastOne refuses a command without arguments; what names what is missing.
func atLeastOne(what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return nil
		}
		return missing(c, what)
	}
}

// justOne refuses a command with none or several arguments.
func justOne(what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch len(args) {
		case 0:
			return missing(c, what)
		case 1:
			return nil
		}
		return &problem{
			msg: reader.CleanLine(fmt.Sprintf("%s takes one argument, not %d", c.Name(), len(args))), code: exitUsage,
			hint: reader.CleanLine("usage: offprint " + c.Use),
		}
	}
}

// none refuses arguments of a command that takes none or has commands of its own.
func none(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	e := &problem{msg: reader.CleanLine(fmt.Sprintf("%s takes no argument such as %q", c.Name(), args[0])), code: exitUsage}
	e.hint = reader.CleanLine(c.CommandPath() + " --help shows what can be asked for")
	for _, k := range c.Commands() {
		e.msg = reader.CleanLine(fmt.Sprintf("%s has no command %q", c.Name(), args[0]))
		e.hint = reader.CleanLine("there is "+k.CommandPath()) + "\n" + e.hint
	}
	return e
}

// errLimit refuses a number of rows that cannot be.
var errLimit = &problem{msg: "--limit must not be negative", code: exitUsage}

// errNone is errLimit for commands of which 0 is no number of rows either.
var errNone = &problem{msg: "--limit must be at least 1", code: exitUsage}

func missing(c *cobra.Command, what string) error {
	return &problem{
		msg: reader.CleanLine("nothing says " + what), hint: reader.CleanLine("usage: offprint " + c.Use), code: exitUsage,
	}
}

// mistyped takes the first path for a command with a mistake in it, if it looks
// like one and there is nothing of that name.
func mistyped(c *cobra.Command, paths []string) error {
	if len(paths) == 0 {
		return nil
	}
	path := paths[0]
	if strings.ContainsAny(path, `/\.`) || path == "-" || intake.IsAddress(path) {
		return nil
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var known []string
	for _, k := range c.Commands() {
		known = append(known, k.Name())
	}
	e := usageNear(path+" is neither a command nor a file", path, known)
	if p, ok := errors.AsType[*problem](e); !ok || p.hint == "" {
		return nil
	}
	return e
}

// strict has the command that prints completions refuse a shell that it does
// not know. Cobra makes it, and would print its help.
func strict(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() != "completion" {
			continue
		}
		c.RunE = func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return c.Help()
			}
			var shells []string
			for _, k := range c.Commands() {
				shells = append(shells, k.Name())
			}
			return usageNear(fmt.Sprintf("completion %q is none of %s", args[0], strings.Join(shells, ", ")), args[0], shells)
		}
		c.Args = cobra.ArbitraryArgs
	}
}
