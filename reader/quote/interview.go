package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"offprint/reader"
	"offprint/reader/quote/people"
)

// fewestQuestions is how many questions make an interview. A third of them, at
// the least, must end with a question mark.
const fewestQuestions = 3

// sureAnswer is the chance that an answer is the interviewee's.
const sureAnswer = 0.9

// Interview adds the answers of an interview to the quotes that were found in
// article a with the plain text p: where whole paragraphs in bold or italics
// ask, the plain ones behind each are what the interviewee said, whom the title
// or the lead names; or where Q: and A: stand before what they say. What was found inside an answer goes, but for
// words in marks that the answer retells of somebody else. The quotes of any
// other article are returned as they are.
func Interview(a *reader.Article, p *reader.Plain, names []reader.Entity, quotes []reader.Quote) []reader.Quote {
	if answers := lettered(a, p, names); answers != nil {
		return withAnswers(quotes, answers)
	}
	for _, mark := range [...]string{"**", "__", "*", "_"} {
		questions := questionsOf(a.Markdown, p, mark)
		if questions == nil {
			continue
		}
		who := interviewee(a, p, names, questions[0])
		answers := answersOf(a.Markdown, p, questions, who)
		if who == "" || !talk(p, questions, answers) {
			return quotes
		}
		return withAnswers(quotes, answers)
	}
	return quotes
}

// questionsOf returns the blocks that stand between the marks as a whole, nil
// if they are not the questions of an interview.
func questionsOf(md reader.Text, p *reader.Plain, mark string) []int {
	var list []int
	asked := 0
	for i, b := range p.Blocks {
		if b.Kind != reader.BlockParagraph || !emphasised(md, p, i, mark) {
			continue
		}
		list = append(list, i)
		if strings.HasSuffix(p.Text[b.Start:b.End], "?") {
			asked++
		}
	}
	if len(list) < fewestQuestions || asked*3 < len(list) || asked < 2 {
		return nil
	}
	return list
}

// emphasised reports whether block i is a paragraph of nothing but words within marks.
func emphasised(md reader.Text, p *reader.Plain, i int, mark string) bool {
	s := p.Span(p.Blocks[i].Start, p.Blocks[i].End)
	before, ok := strings.CutSuffix(string(md[:s.Start]), mark)
	if !ok || before != "" && !strings.HasSuffix(before, "\n") {
		return false
	}
	after, ok := strings.CutPrefix(string(md[s.End:]), mark)
	return ok && (after == "" || after[0] == '\n') && !strings.Contains(string(md.Slice(s)), mark)
}

// answersOf returns one quote for each question: the plain paragraphs behind it.
func answersOf(md reader.Text, p *reader.Plain, questions []int, who reader.Text) []reader.Quote {
	var list []reader.Quote
	for k, i := range questions {
		end := len(p.Blocks)
		if k+1 < len(questions) {
			end = questions[k+1]
		}
		q := reader.Quote{Kind: reader.QuoteDirect, Speaker: reader.Speaker{Name: who, Kind: reader.SpeakerPerson}, Confidence: sureAnswer}
		last := p.Span(p.Blocks[i].Start, p.Blocks[i].End).End
		for _, b := range p.Blocks[i+1 : end] {
			s := p.Span(b.Start, b.End)
			if b.Kind != reader.BlockParagraph || s.Start < last || !follows(string(md[last:s.Start])) {
				break
			}
			q.Content = append(q.Content, s)
			last = s.End
		}
		if len(q.Content) > 0 {
			list = append(list, q)
		}
	}
	return list
}

// talk reports whether the questions speak to somebody and the answers of
// oneself; in what readers ask and reporters answer they hardly do.
func talk(p *reader.Plain, questions []int, answers []reader.Quote) bool {
	asked, told := 0, 0
	for _, i := range questions {
		if holds(p.Text[p.Blocks[i].Start:p.Blocks[i].End], yours) {
			asked++
		}
	}
	for i := range answers {
		if holds(string(answers[i].Words(p)), mine) {
			told++
		}
	}
	return asked >= 2 && told*3 >= len(answers) && told >= 2
}

// holds reports whether one of the words stands in s, in small letters.
func holds(s string, words map[string]bool) bool {
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if words[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

// The words by which one speaks to somebody and of oneself, in the languages that are read.
var (
	yours = wordsOf("you your yours vous votre vos tu ton ta te sie ihnen ihr ihre du dein deine dir dich usted ustedes tú su sus вы вас вам ваш ваша ваши ты ви вами")
	mine  = wordsOf("i me my we us our je j me mon ma mes nous notre nos ich mir mich mein meine wir uns unser yo mi mis nosotros nos nuestro я мне меня мой мы нас нам наш мені ми")
)

func wordsOf(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// follows reports whether a paragraph stands right behind another and in plain
// letters, given what is between the two: no rule, and no marks before it but
// those that end the question.
func follows(between string) bool {
	before, after, ok := strings.Cut(between, "\n")
	return ok && strings.Trim(before, "*_ \\.!?\"”’'") == "" && strings.Trim(after, "\n \"“‘'\\") == ""
}

// sureRetold is the confidence from which on words in marks inside an answer are
// somebody else's.
const sureRetold = 0.8

// retold reports whether q, inside the answer, is what the interviewee retells
// of somebody else: the mayor told me, "It is a museum."
func retold(q, answer *reader.Quote) bool {
	return q.Kind != reader.QuoteIndirect && q.Speaker.Name != "" && q.Speaker.Name != answer.Speaker.Name && q.Confidence >= sureRetold
}

// withAnswers merges the two in the order of the text.
func withAnswers(quotes, answers []reader.Quote) []reader.Quote {
	out := slices.Clone(answers)
	k := 0
	for _, q := range quotes { // both are in order
		for k < len(answers) && answers[k].Extent().End <= q.Extent().Start {
			k++
		}
		if k == len(answers) || !answers[k].Extent().Overlaps(q.Extent()) || retold(&q, &answers[k]) {
			out = append(out, q)
		}
	}
	slices.SortStableFunc(out, func(x, y reader.Quote) int { return x.Extent().Start - y.Extent().Start })
	return out
}

// interviewee returns who answers: the name before the colon of the title, else
// the only person that the title, or the text before the first question, names.
func interviewee(a *reader.Article, p *reader.Plain, names []reader.Entity, first int) reader.Text {
	if name, _, ok := strings.Cut(string(a.Title), ":"); ok && fullName(name) && strings.Contains(p.Text, name[strings.LastIndexByte(name, ' ')+1:]) {
		return a.Title[:len(name)]
	}
	lead := p.Blocks[first].Start
	var inTitle, inLead []reader.Text
	for i := range names {
		e := &names[i]
		if e.Kind != reader.EntityPerson || !strings.Contains(string(e.Name), " ") || strings.Contains(string(a.Byline), string(e.Name)) {
			continue
		}
		if strings.Contains(string(a.Title), string(e.Name)) {
			inTitle = append(inTitle, e.Name)
		}
		if start, _, ok := p.Range(e.Mentions[0]); ok && start < lead {
			inLead = append(inLead, e.Name)
		}
	}
	for _, list := range [...][]reader.Text{inTitle, inLead} {
		if len(list) > 0 {
			if len(list) == 1 {
				return list[0]
			}
			return ""
		}
	}
	return ""
}

// fullName reports whether words are written as a full name is: two to four, with capitals.
func fullName(words string) bool {
	list := strings.Split(words, " ")
	for _, w := range list {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && !people.Particles[w] {
			return false
		}
	}
	return len(list) >= 2 && len(list) <= 4
}
