// Offprint reads saved articles in the terminal: a list, the article, its
// quotes and the people, organisations and places it names, offline and from
// the keyboard.
//
// The program is put together in offprint/ui/cli; begin reading there, or in
// offprint/reader for what an article is.
package main

import (
	"context"
	"os"

	"offprint/ui/cli"
)

func main() {
	os.Exit(cli.Main(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Environ()))
}
