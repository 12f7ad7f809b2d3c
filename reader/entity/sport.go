package entity

import (
	"strings"

	"offprint/reader"
	"offprint/reader/entity/gazetteer"
	"offprint/reader/token"
)

// Reports of sport call a club by its city: "Dallas beat Milwaukee 121-97".
// Countries play as well, but stay what they are.

// The words by which a report of sport and what plays in it are known.
var (
	sportWords = wordSet(`coach season league match striker midfielder defender goalkeeper quarterback touchdown touchdowns rebounds
		playoffs playoff halftime half-time semi-final quarter-final final innings wicket wickets derby scored standings penalty inning
		rookie yards fixture fixtures kickoff championship conference guard forward pitcher homer matches goalie teammate teammates
		unbeaten standings scorers quarterfinal semifinal scoreboard games toss stumps seed seeded sacks midfield hat-trick equaliser equalizer relegated bowled`)
	// Verbs of games; those that end in -ed need no list.
	beats = wordSet("beat beats beating beaten defeats defeating upset hosting visiting visit visits")
	plays = wordSet(`beat beats drew lost won led are were have play host visit face lead trail sit remain got withstood held fell
		went took came shot blew hit meet travel entertain v vs versus`)
	towards  = wordSet("in near from outside across around of into to through throughout downtown at")
	opponent = wordSet("over against past visiting versus vs v host hosts rivals visitors leaders champions holders")
	joins    = wordSet("left leaving join joins joined joining rejoin rejoined")
	meets    = wordSet("face host play meet visit take travel entertain")
	visits   = wordSet("visited toured reached entered called named including headed returned crashed based")
	notPast  = wordSet("based located headed called named need needed indeed speed hundred united")
	parts    = wordSet("off behind")
	// What a club does to another with these words shortly before it: "lost 2-0 to Dallas".
	loses   = wordSet("lost lose loses losing fell loss losses defeat defeats succumbed close traded shipped")
	counts  = wordSet("points rebounds assists goals yards touchdowns runs equaliser winner scored debut appearances games signed pitched played starred coached started appeared")
	results = wordSet("won lost drew win loss draw victory defeat held winning losing")
)

// leastSport is how many words of sport in a thousand make a report of sport.
const leastSport = 6

// clubs makes organisations of the cities that play.
func (x *text) clubs() {
	if x.language != english {
		return
	}
	x.clubsOfPlayers()
	if !x.sporting() {
		return
	}
	x.resultLines()
	x.standings()
	x.shortClubs()
	x.pluralClubs()
	x.unmarkedClubs()
	named := x.clubCities()
	for n := range x.mentions {
		m := &x.mentions[n]
		x.college(m)
		if x.mayPlay(*m) && x.playing(*m) {
			named[x.key(*m)] = true
			m.kind, m.sure = reader.EntityOrganization, 0.97
		}
	}
	for n := range x.mentions {
		if m := &x.mentions[n]; named[x.key(*m)] && x.mayPlay(*m) && !x.located(*m) {
			m.kind, m.sure = reader.EntityOrganization, 0.97
		}
	}
}

// clubPeople stand behind the names of clubs.
var clubPeople = wordSet(`captain striker midfielder defender goalkeeper winger manager boss coach teammate team-mate fans supporters players
	skipper quarterback guard forward pitcher fullback prop flanker receiver linebacker cornerback ace
	right-hander left-hander shortstop outfielder goalie defenseman defenceman wicketkeeper batsman bowler kicker`)

// clubsOfPlayers makes clubs of the cities in the tables of clubs that players
// and coaches stand behind: "Tottenham striker". It asks for no report of sport.
func (x *text) clubsOfPlayers() {
	for i := range x.mentions {
		m := &x.mentions[i]
		if m.kind != reader.EntityPlace || m.last >= len(x.Tokens) || !x.mayPlay(*m) || x.located(*m) {
			continue
		}
		next := x.word(m.last)
		if n, f := x.match(m.first, m.last, gazetteer.Team); f == 0 || n < m.last-m.first || !clubPeople[next] && !(next == "team" && m.last+1 < len(x.Tokens) && x.word(m.last+1) == "mate") {
			continue
		}
		m.kind, m.sure = reader.EntityOrganization, 0.97
	}
}

// sporting reports whether the article is a report of sport. Scores and clubs
// of the tables tell as much as words.
func (x *text) sporting() bool {
	n, scores := 0, 0
	for i := range x.Tokens {
		if x.shapes[i] == small && sportWords[x.word(i)] {
			n++
		} else if x.Tokens[i].Kind != token.Word && x.score(i) {
			scores++
		}
	}
	for _, m := range x.mentions {
		if k, f := x.match(m.first, m.last, gazetteer.Team); m.kind == reader.EntityOrganization && f != 0 && k == m.last-m.first {
			scores++
		}
	}
	return (n > 0 || scores > 2) && n+scores > 1 && 1000*(n+scores) > leastSport*len(x.Tokens)
}

// clubCities returns the cities with which the names of clubs in the article begin.
func (x *text) clubCities() map[string]bool {
	named := map[string]bool{}
	for _, m := range x.mentions {
		if m.kind != reader.EntityOrganization || m.last-m.first < 2 {
			continue
		}
		if n, f := x.match(m.first, m.last, gazetteer.Team); f == 0 || n < m.last-m.first {
			continue
		}
		if n, f := x.match(m.first, m.last-1, gazetteer.City|gazetteer.Town|gazetteer.Region); f != 0 {
			named[x.key(mention{first: m.first, last: m.first + n})] = true
		}
	}
	return named
}

// mayPlay reports whether a club may be called as m: a city, or a name of the
// tables that was taken for a person's. Countries do not count, and
// "Milwaukee, Wisconsin" is a place.
func (x *text) mayPlay(m mention) bool {
	n, f := x.match(m.first, m.last, placeFlags|gazetteer.Team)
	switch {
	case n == m.last-m.first && f&gazetteer.Country != 0:
		return false
	case m.kind == reader.EntityPerson:
		if n < m.last-m.first || f == 0 || x.fullSurname(m) || m.sure > 0.8 {
			return false
		}
	case m.kind != reader.EntityPlace:
		return false
	}
	if m.first > 1 && x.word(m.first-1) == "," && f&gazetteer.Region != 0 { // Tampa, Florida
		if before, ok := x.mentionAt(m.first - 2); ok && before.kind == reader.EntityPlace {
			return false
		}
	}
	if m.last+1 < len(x.Tokens) && x.word(m.last) == "," {
		if next, ok := x.mentionAt(m.last + 1); ok && next.kind == reader.EntityPlace {
			return false
		}
	}
	return true
}

// located reports whether a word of place stands before m.
func (x *text) located(m mention) bool {
	return m.first > 0 && (towards[x.word(m.first-1)] || x.word(m.first-1) == "the")
}

// playing reports whether the words around m tell of a game: "No. 7 Florida",
// "beat Dallas", "Dallas lost", "at Dallas 24-17", "Dallas (10-5)".
func (x *text) playing(m mention) bool {
	return !x.located(m) && x.acting(m) || m.first > 0 && x.opposed(m) || m.last < len(x.Tokens) && x.score(m.last) && m.first > 0 && x.word(m.first-1) != "in"
}

// acting reports whether what stands behind m is what a club does or has: a
// verb in the past, a record, a player.
func (x *text) acting(m mention) bool {
	if m.last >= len(x.Tokens) {
		return false
	}
	w := x.word(m.last)
	switch {
	case plays[w], x.staffed(m), w == "(" && m.last+2 < len(x.Tokens) && x.score(m.last+1):
		return true
	case w == "will", w == "to":
		return m.last+1 < len(x.Tokens) && meets[x.word(m.last+1)]
	}
	return x.past(m.last)
}

// past reports whether token i is a verb in the past, as far as its end tells.
func (x *text) past(i int) bool {
	w := x.word(i)
	return x.shapes[i] == small && strings.HasSuffix(w, "ed") && len(w) > 4 && !notPast[w]
}

// opposed reports whether what stands before m is done to a club: "beat",
// "lost 2-0 to", "three goals for", "won at" and a club of the tables.
func (x *text) opposed(m mention) bool {
	before := x.word(m.first - 1)
	switch {
	case beats[before], opponent[before], joins[before], x.past(m.first-1) && !visits[before]:
		return true
	case x.Tokens[m.first-1].Kind == token.Number && m.first > 1:
		w := x.word(m.first - 2)
		return w == "No" || w == "No." || w == "." && m.first > 2 && x.word(m.first-3) == "No"
	case parts[before]:
		return m.first > 1 && plays[x.word(m.first-2)]
	case before == "to", before == "against":
		return x.soon(m.first-1, loses)
	case before == "for":
		return x.soon(m.first-1, counts)
	case before == "at":
		n, f := x.match(m.first, m.last, gazetteer.Team|gazetteer.City|gazetteer.Region)
		if f == 0 || n < m.last-m.first {
			return false
		}
		if f&gazetteer.Team == 0 { // a 4-1 win at Colorado, 27-17 at Cincinnati
			return m.first > 2 && (results[x.word(m.first-2)] && x.scored(m.first-3) || x.scored(m.first-2))
		}
		return x.soon(m.first-1, results)
	}
	return false
}

// scored reports whether the score of a game ends with token i, however it is cut into tokens.
func (x *text) scored(i int) bool {
	for k := i; k >= 0 && i-k < 3 && x.Tokens[k].Kind != token.Word; k-- {
		if x.score(k) {
			return true
		}
	}
	return false
}

// soonWords is how many words may stand between what a club does and whom it does it to.
const soonWords = 6

// soon reports whether one of the words stands shortly before token i, with no
// name and no end of a sentence between.
func (x *text) soon(i int, words map[string]bool) bool {
	for k := i - 1; k >= 0 && i-k <= soonWords; k-- {
		if w := x.word(k); words[w] {
			return true
		} else if x.shapes[k] >= capital || w == "." || w == ";" {
			return false
		}
	}
	return false
}

// score reports whether token i is the score of a game: 24-17.
func (x *text) score(i int) bool {
	w := x.word(i)
	digits, dash := 0, false
	for k, r := range w {
		switch {
		case '0' <= r && r <= '9':
			digits++
		case (r == '-' || r == '–') && k > 0 && !dash:
			dash = true
		default:
			return false
		}
	}
	if dash {
		return digits > 1 && digits < 7
	}
	return digits > 0 && digits < 4 && i+2 < len(x.Tokens) && (x.word(i+1) == "-" || x.word(i+1) == "–") && x.Tokens[i+2].Kind == token.Number
}
