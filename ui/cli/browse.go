package cli

import (
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"runtime"
	"strings"
)

// browse opens a web address in the user's browser. No shell sees it, and what
// is handed over begins with http, so that it cannot be taken for an option.
func browse(address string) error {
	u, err := webAddress(address)
	if err != nil {
		return err
	}
	name, args := opener(runtime.GOOS)
	c := exec.Command(name, append(args, u)...)
	if err := c.Start(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return fmt.Errorf("%s is not installed, which opens the browser", name)
		}
		return fmt.Errorf("start the browser: %w", err)
	}
	go func() { _ = c.Wait() }() // it may stay as long as the browser; its end is of no interest
	return nil
}

// opener is the command that opens an address in the browser of a system named as in runtime.GOOS.
func opener(system string) (name string, args []string) {
	switch system {
	case "darwin":
		return "open", nil
	case "windows":
		return "rundll32", []string{"url.dll,FileProtocolHandler"}
	}
	return "xdg-open", nil
}

// webAddress returns an address as it is given to a browser, or an error if it
// leads anywhere but to the web.
func webAddress(address string) (string, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	switch {
	case err != nil:
		return "", errors.New("that is no address")
	case u.Scheme != "http" && u.Scheme != "https":
		return "", errors.New("only http and https addresses are opened")
	case u.Host == "" || u.Hostname() == "":
		return "", errors.New("the address names no host")
	case u.User != nil:
		return "", errors.New("the address hides its host behind a user name")
	}
	return u.String(), nil
}
