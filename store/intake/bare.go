package intake

import (
	"bytes"
	"path/filepath"
)

// papers are the names of files that lie beside programs and hold no article
// under exactly that name. A text of somebody's own may be called notes, todo,
// readme or news, so these are not among them.
var papers = map[string]bool{
	"Makefile": true, "makefile": true, "GNUmakefile": true, "Dockerfile": true, "Containerfile": true, "Vagrantfile": true, "Jenkinsfile": true,
	"Gemfile": true, "Rakefile": true, "Procfile": true, "Brewfile": true, "Pipfile": true, "Podfile": true, "Justfile": true, "justfile": true,
	"LICENSE": true, "LICENCE": true, "COPYING": true, "COPYRIGHT": true, "NOTICE": true, "PATENTS": true, "AUTHORS": true, "CONTRIBUTORS": true, "MAINTAINERS": true,
	"CODEOWNERS": true, "OWNERS": true, "LICENSE.txt": true, "LICENCE.txt": true, "COPYING.txt": true, "NOTICE.txt": true, "LICENSE.md": true, "LICENCE.md": true,
	"CMakeLists.txt": true, "requirements.txt": true, "requirements-dev.txt": true, "constraints.txt": true, "robots.txt": true, "known_hosts": true, "authorized_keys": true,
}

// bareMarks are the beginnings of texts without an ending that are data or
// programs: scripts, keys, changes of files, what a version control points at.
var bareMarks = []string{"#!", "-----BEGIN ", "ssh-rsa ", "ssh-ed25519 ", "ssh-dss ", "ecdsa-sha2-", "diff --git ", "ref: refs/", "gitdir: ", "%!PS-"}

// beside reports whether a file that nobody named is plainly no article but
// lies beside some, by its name or, without an ending, by its beginning.
func beside(path string, data []byte) bool {
	if papers[filepath.Base(path)] {
		return true
	}
	if ending(path) != "" {
		return false
	}
	for _, m := range bareMarks {
		if bytes.HasPrefix(data, []byte(m)) {
			return true
		}
	}
	return false
}
