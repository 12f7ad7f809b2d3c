package zim

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"offprint/reader"
)

// Name is what is looked up: a name of the archive with what is known of it.
type Name struct {
	Text    reader.Text
	Aliases []reader.Text
	Kind    reader.EntityKind
}

// Article is what a file has about a name. UUID and Path together are the
// identity of what it is about.
type Article struct {
	UUID      reader.Text `json:"zim"`
	Path      reader.Text `json:"path"`
	Title     reader.Text `json:"title"`
	Source    reader.Text `json:"source"`    // what the file calls itself, see [File.Source]
	Paragraph reader.Text `json:"paragraph"` // the first of the page; one line
}

// Article returns what the file has about a name, nil if it has nothing or if
// it is not sure. A wrong article costs more than none, so all these give none:
//
//   - titles that several pages have, and pages that tell names apart;
//   - a name whose longer aliases lead elsewhere;
//   - one word for a person, unless a redirect completes it (Putin, but not Ford);
//   - a person's name that leads to something that is not called so;
//   - one word for an organisation, an event or a work, if the file tells names apart that are so spelt (Apple);
//   - nationalities, which belong to a country and are none.
//
// It takes some milliseconds and reads the disk: call it from a command.
func (f *File) Article(ctx context.Context, name Name) (*Article, error) {
	page, ok, err := f.identify(ctx, name)
	if err != nil || !ok {
		return nil, err
	}
	text, err := f.Paragraph(ctx, page)
	if err != nil || text == "" || tellsApart(string(text)) {
		return nil, err
	}
	return &Article{UUID: f.UUID(), Path: page.Path, Title: page.Title, Source: f.Source(), Paragraph: text}, nil
}

// mostAliases is how many other names are compared.
const mostAliases = 8

// identify finds the one page that a name means by titles alone.
func (f *File) identify(ctx context.Context, name Name) (Page, bool, error) {
	text := string(name.Text)
	if name.Kind == reader.EntityNationality || strings.TrimSpace(text) == "" {
		return Page{}, false, nil
	}
	page, ok, err := f.Lookup(ctx, text)
	if err != nil || !ok || !plausible(name, page) {
		return Page{}, false, err
	}
	clear, err := f.clear(ctx, name, page)
	if err != nil || !clear {
		return Page{}, false, err
	}
	for _, alias := range name.Aliases[:min(len(name.Aliases), mostAliases)] {
		if !severalWords(string(alias)) {
			continue // surnames and acronyms have pages of their own
		}
		other, ok, err := f.Lookup(ctx, string(alias))
		if err != nil {
			return Page{}, false, err
		}
		if ok && other.number != page.number {
			return Page{}, false, nil
		}
	}
	return page, true, nil
}

// plausible reports whether a page can be about a thing of that name and kind, by its title.
func plausible(name Name, page Page) bool {
	title := string(page.Title)
	for _, mark := range apartMarks {
		if strings.HasSuffix(title, mark) {
			return false
		}
	}
	if name.Kind != reader.EntityWork && isWork(title) {
		return false
	}
	return name.Kind != reader.EntityPerson || personal(string(name.Text), title)
}

// personal reports whether a title can be that of a person of that name:
// redirects also lead from people to what they are known for. One word needs a
// title that completes it; of several, one must be in the title, and the title
// must not be of what happened to them ("Arrest of ...").
func personal(name, title string) bool {
	words, of := nameParts(name), nameParts(title)
	shared := slices.ContainsFunc(words, func(w string) bool { return slices.Contains(of, w) })
	if !shared || strings.Contains(title, " of "+name) {
		return false
	}
	return len(words) > 1 || len(of) > 1
}

// nameParts returns the words of a name in lower case, those joined by hyphens apart.
func nameParts(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == ',' })
}

// clear reports whether no page that tells names apart stands against the page.
func (f *File) clear(ctx context.Context, name Name, page Page) (bool, error) {
	usual := name.Kind == reader.EntityPerson || name.Kind == reader.EntityPlace || severalWords(string(name.Text))
	for _, mark := range apartMarks {
		apart, ok, err := f.Lookup(ctx, string(name.Text)+mark)
		if err != nil {
			return false, err
		}
		if ok && (apart.number == page.number || !usual) {
			return false, nil
		}
	}
	return true, nil
}

// apartMarks end the titles of pages that tell names apart, in the languages
// whose names the reader finds.
var apartMarks = [...]string{
	" (disambiguation)", " (Begriffsklärung)", " (homonymie)", " (desambiguación)", " (значения)", " (значення)",
}

// apartWords stand in the first paragraph of such pages.
var apartWords = [...]string{
	"may refer to", "may also refer to", "can refer to", "commonly refers to", "may mean",
	"steht für:", "bezeichnet:", "ist der Familienname", "ist ein Familienname", "ist ein Vorname",
	"peut désigner", "peut faire référence", "est un patronyme", "est un prénom",
	"puede referirse a", "puede hacer referencia", "es un apellido",
	"может означать", "многозначный термин", "— фамилия", "може означати", "— прізвище",
}

// nameWords are what pages about a surname or first name call it.
var nameWords = [...]string{"surname", "family name", "given name", "first name", "last name"}

// nearName is how far before a word of nameWords its " is a" may stand, in
// bytes: is a Russian masculine surname.
const nearName = 40

// tellsApart reports whether a paragraph is of a page that is about a name, not about what it names.
func tellsApart(paragraph string) bool {
	if strings.HasSuffix(paragraph, ":") {
		return true
	}
	for _, w := range apartWords {
		if strings.Contains(paragraph, w) {
			return true
		}
	}
	for _, w := range nameWords {
		at := strings.Index(paragraph, w)
		if at < 0 {
			continue
		}
		if _, between, ok := strings.Cut(paragraph[max(0, at-nearName):at], " is a"); ok && !strings.ContainsAny(between, ".,;") {
			return true
		}
	}
	return false
}

// works are the last words of the qualifiers that titles of works have.
var works = [...]string{
	"film", "album", "song", "novel", "book", "play", "opera", "series", "game", "comics", "soundtrack", "painting", "poem", "EP",
}

// isWork reports whether a title says in parentheses that it is a work's.
func isWork(title string) bool {
	open := strings.LastIndexByte(title, '(')
	if open < 0 || !strings.HasSuffix(title, ")") {
		return false
	}
	words := strings.Fields(title[open+1 : len(title)-1])
	return len(words) > 0 && slices.Contains(works[:], words[len(words)-1])
}

// severalWords reports whether a name has more than one word.
func severalWords(name string) bool { return len(strings.Fields(name)) > 1 }

// spellings returns the ways in which a title may be written in the file: as
// it is, with a capital letter first, and with straight apostrophes, which
// encyclopedias prefer.
func spellings(title string) []string {
	title = strings.Join(strings.Fields(norm.NFC.String(title)), " ")
	if title == "" {
		return nil
	}
	all := []string{title}
	add := func(s string) {
		if !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	first, n := utf8.DecodeRuneInString(title)
	add(string(unicode.ToUpper(first)) + title[n:])
	for _, t := range all {
		add(strings.ReplaceAll(t, "’", "'"))
	}
	return all
}
