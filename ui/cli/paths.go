package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"offprint/reader"
	"offprint/ui/config"
	"offprint/ui/keys"
)

// place is a kind of folder that the user's files are kept in.
type place struct{ xdg, unix, mac, windows string }

var (
	dataPlace   = place{"XDG_DATA_HOME", ".local/share", "Library/Application Support", "LOCALAPPDATA"}
	configPlace = place{"XDG_CONFIG_HOME", ".config", "Library/Application Support", "APPDATA"}
	cachePlace  = place{"XDG_CACHE_HOME", ".cache", "Library/Caches", "LOCALAPPDATA"}
)

// folder returns offprint's folder of that kind for the system named as in
// runtime.GOOS, or "" if there is no telling. The XDG variables go first
// everywhere; as their specification asks, relative paths in them are ignored.
func (e environment) folder(at place, system string) string {
	if dir := e[at.xdg]; filepath.IsAbs(dir) {
		return filepath.Join(dir, "offprint")
	}
	if system == "windows" {
		if dir := e[at.windows]; dir != "" {
			return filepath.Join(dir, "offprint")
		}
		return ""
	}
	home := e.home()
	if home == "" {
		return ""
	}
	if system == "darwin" {
		return filepath.Join(home, filepath.FromSlash(at.mac), "offprint")
	}
	return filepath.Join(home, filepath.FromSlash(at.unix), "offprint")
}

// own returns what tells the archive's own files. An import must not so much
// as open and close them: where locks belong to the process, as on Unix, that
// takes away those that SQLite holds.
func (p *program) own() func(path string) bool {
	archive, err := p.archivePath()
	if err != nil {
		return func(string) bool { return false }
	}
	names := []string{archive}
	if real, err := filepath.EvalSymlinks(archive); err == nil && real != archive {
		names = append(names, real)
	}
	return func(path string) bool {
		for _, name := range names {
			base, given := filepath.Base(name), filepath.Base(path)
			if len(given) < len(base) || !strings.EqualFold(given[:len(base)], base) {
				continue
			}
			switch rest := given[len(base):]; rest {
			case "", "-wal", "-shm", "-journal":
				if sameFile(name+rest, path) {
					return true
				}
			}
		}
		return false
	}
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	other, err2 := os.Stat(b)
	return err == nil && err2 == nil && os.SameFile(one, other)
}

// archivePath returns the archive's file: the flag's, the environment's, or
// the one in the user's data folder.
func (p *program) archivePath() (string, error) {
	if p.flags.archive != "" {
		return p.flags.archive, nil
	}
	if path := p.env["OFFPRINT_ARCHIVE"]; path != "" {
		return path, nil
	}
	dir := p.env.folder(dataPlace, runtime.GOOS)
	if dir == "" {
		return "", &problem{
			msg: "there is no home folder to keep the archive in", hint: "name a file with --archive or OFFPRINT_ARCHIVE",
			code: exitFailed,
		}
	}
	return filepath.Join(dir, "archive.db"), nil
}

// configPath returns the settings file and whether the user named it.
func (p *program) configPath() (path string, named bool) {
	if p.flags.config != "" {
		return p.flags.config, true
	}
	dir := p.env.folder(configPlace, runtime.GOOS)
	if dir == "" {
		return "", false
	}
	return filepath.Join(dir, "config.toml"), false
}

// loadConfig reads the settings file. One that the user did not name need not exist.
func (p *program) loadConfig() (config.Config, error) {
	path, named := p.configPath()
	if path == "" {
		return config.Default(), nil
	}
	c, err := config.Load(path, actions())
	if errors.Is(err, fs.ErrNotExist) {
		if !named {
			return c, nil
		}
		return c, &problem{msg: reader.CleanLine(path) + ": there is no such settings file", code: exitUsage, err: err}
	}
	if err != nil {
		return c, err
	}
	if _, err := keys.New(keys.Overrides(c.Keys)); err != nil {
		return c, &config.Error{Path: path, Msg: reader.CleanLine(err.Error())}
	}
	return c, nil
}

// actions are the full names of all actions.
func actions() []string {
	rows := keys.Table()
	names := make([]string, len(rows))
	for i, r := range rows {
		names[i] = string(r.Action)
	}
	return names
}
