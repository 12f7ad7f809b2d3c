package cli

import (
	"path/filepath"
	"testing"
)

func TestFolders(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		env    environment
		system string
		at     place
		want   string
	}{
		{environment{"HOME": "/h"}, "linux", dataPlace, "/h/.local/share/offprint"},
		{environment{"HOME": "/h"}, "freebsd", configPlace, "/h/.config/offprint"},
		{environment{"HOME": "/h", "XDG_DATA_HOME": "/data"}, "linux", dataPlace, "/data/offprint"},
		{environment{"HOME": "/h", "XDG_DATA_HOME": "relative"}, "linux", dataPlace, "/h/.local/share/offprint"},
		{environment{"HOME": "/Users/ida"}, "darwin", dataPlace, "/Users/ida/Library/Application Support/offprint"},
		{environment{"HOME": "/Users/ida"}, "darwin", cachePlace, "/Users/ida/Library/Caches/offprint"},
		{environment{"HOME": "/Users/ida", "XDG_CACHE_HOME": "/c"}, "darwin", cachePlace, "/c/offprint"},
		{environment{"LOCALAPPDATA": "/local", "APPDATA": "/roaming"}, "windows", dataPlace, "/local/offprint"},
		{environment{"LOCALAPPDATA": "/local", "APPDATA": "/roaming"}, "windows", configPlace, "/roaming/offprint"},
		{environment{}, "windows", configPlace, ""},
	} {
		if got := filepath.ToSlash(c.env.folder(c.at, c.system)); got != c.want {
			t.Errorf("on %s with %v: %q, want %q", c.system, c.env, got, c.want)
		}
	}
}
