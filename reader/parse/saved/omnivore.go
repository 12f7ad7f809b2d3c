package saved

import (
	"fmt"
	"path"
	"strings"

	"offprint/reader/parse/bundle"
	"offprint/reader/parse/inner"
)

// omnivoreList reports whether a name may be that of a list: at the root,
// metadata_0_to_20.json, or whatever somebody has called it since.
func omnivoreList(name string) bool {
	return path.Dir(name) == "." && path.Ext(name) == ".json"
}

// knownLists returns those of the lists that are Omnivore's by their content,
// or by the name that the service gave them.
func knownLists(z *bundle.Zip, names []string) []string {
	var out []string
	for _, n := range names {
		if base := path.Base(n); strings.HasPrefix(base, "metadata_") && strings.Contains(base, "_to_") {
			out = append(out, n)
			continue
		}
		if data, err := z.ReadLarge(n, maxList); err == nil {
			known := false
			_ = entries(data, func(_ string, r record) bool { known = r.has("slug", "savedat"); return false })
			if known {
				out = append(out, n)
			}
		}
	}
	return out
}

// omnivore reads the lists of an archive, with the texts and highlights that
// lie beside them under the articles' names.
func omnivore(z *bundle.Zip, root string, lists []string) inner.Documents {
	return listed(func(l *list) {
		for _, name := range lists {
			data, err := z.ReadLarge(name, maxList)
			if err == nil {
				err = entries(data, func(_ string, r record) bool {
					if r == nil {
						return l.skip("they are of no kind that is known")
					}
					return l.add(omnivoreArticle(z, root, r))
				})
			}
			if err != nil && !l.ended {
				l.ended = !l.yield(inner.Document{Name: name}, fmt.Errorf("%w: the list cannot be read: %w", inner.ErrDamaged, err))
			}
		}
	})
}

// omnivoreArticle returns an entry with its text and highlights.
func omnivoreArticle(z *bundle.Zip, root string, r record) inner.Document {
	d := omnivoreEntry("", r)
	slug := r.get("slug")
	for _, file := range []string{root + "content/" + slug + ".html", root + "content/" + slug + ".pdf"} {
		data, err := z.Read(file)
		if err != nil || len(data) == 0 {
			continue
		}
		d.Name = file
		if path.Ext(file) == ".html" {
			d = withText(d, string(data))
		} else {
			d.Kind, d.Data = inner.File, data
		}
		break
	}
	if data, err := z.Read(root + "highlights/" + slug + ".md"); err == nil {
		d.Kept.Passages = omnivorePassages(string(data))
	}
	return d
}

// omnivorePassages reads highlights: a quote, then its labels and a note. What
// stands before the first quote is a note on the whole article.
func omnivorePassages(text string) []inner.Passage {
	var out []inner.Passage
	for block := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		if block = strings.TrimSpace(block); block == "" {
			continue
		}
		if strings.HasPrefix(block, ">") {
			out = append(out, inner.Passage{Text: unquoted(block)})
			continue
		}
		if len(out) == 0 {
			out = append(out, inner.Passage{})
		}
		last := &out[len(out)-1]
		last.Note = strings.TrimSpace(last.Note + "\n\n" + block)
	}
	return out
}

// unquoted returns the text of a quote; its second line may go without the mark.
func unquoted(block string) string {
	lines := strings.Split(block, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(strings.TrimPrefix(line, ">"))
	}
	return strings.Join(lines, "\n")
}
