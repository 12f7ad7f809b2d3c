package phrase

import (
	"net/url"
	"strings"
)

// WebAddress returns s if it is a web address and nothing else.
func WebAddress(s string) string {
	s = strings.Trim(strings.TrimSpace(s), "<>")
	if label, address, ok := strings.Cut(s, "]("); ok && strings.HasPrefix(label, "[") && strings.HasSuffix(address, ")") {
		s = strings.TrimSuffix(address, ")")
	}
	if strings.HasPrefix(s, "www.") {
		s = "https://" + s
	}
	if strings.ContainsAny(s, " \t\n") || !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") || len(s) > 4000 {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || !strings.Contains(u.Hostname(), ".") {
		return ""
	}
	return s
}

// Host returns the host of an address without www.
func Host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}
