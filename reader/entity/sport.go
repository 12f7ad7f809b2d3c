package entity

import (
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
		unbeaten seed seeded sacks midfield hat-trick equaliser equalizer relegated bowled`)
	beats = wordSet(`beat beats beating defeated defeats defeating edged routed thrashed stunned trounced downed upset outscored hosted
		hammered whipped crushed blanked overpowered eliminated thumped outlasted overcame hosting visiting visitors`)
	plays = wordSet(`beat beats defeated edged routed thrashed stunned trounced drew lost won led trailed avenged clinched outscored
		advanced are were have play host visit face lead trail sit remain got scored equalised equalized rallied improved finished
		withstood held fell went took came claimed signed inked acquired traded waived hired sacked snapped extended stormed
		thumped crushed overcame outlasted hammered dropped blew jumped climbed moved meet travel entertain shot converted
		v vs versus`)
	towards  = wordSet("in near from outside across around of into to through throughout downtown at")
	opponent = wordSet("over against past visiting versus vs v beat beating host")
	// What a club does to another with these words before it: "lost to Dallas", "held off Dallas".
	loses = wordSet("lost lose loses losing fell loss losses defeat defeats succumbed close")
	parts = wordSet("off behind")
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
	skipper quarterback guard forward pitcher fullback prop flanker`)

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
	if m.last < len(x.Tokens) && plays[x.word(m.last)] && !x.located(m) {
		return true
	}
	if m.last+2 < len(x.Tokens) && x.word(m.last) == "(" && x.score(m.last+1) && !x.located(m) {
		return true
	}
	if m.first == 0 {
		return false
	}
	before := x.word(m.first - 1)
	switch {
	case beats[before], opponent[before]:
		return true
	case m.first > 1 && (before == "to" && loses[x.word(m.first-2)] || parts[before] && plays[x.word(m.first-2)]):
		return true
	case x.Tokens[m.first-1].Kind == token.Number && m.first > 1:
		w := x.word(m.first - 2)
		return w == "No" || w == "No." || w == "." && m.first > 2 && x.word(m.first-3) == "No"
	}
	return m.last < len(x.Tokens) && x.score(m.last) && before != "in"
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
