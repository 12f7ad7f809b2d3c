package quote

import (
	"bytes"
	"strings"
	"sync"
)

// english is the language with the full grammar.
var english = sync.OnceValue(func() *language {
	l := make(lexicon, 8500)
	for _, c := range englishClasses {
		l.list(c.forms, c.class)
	}
	lemma := uint16(1)
	for _, v := range englishVerbs {
		for _, entry := range strings.Fields(v.verbs) {
			l.inflect(entry, v.cue, lemma, v.more)
			lemma++
		}
	}
	l.list(maleForenames, isMale|isForename)
	l.list(femaleForenames, isFemale|isForename)
	return &language{words: l, full: true}
})

// guessEnglish guesses the class of an unknown form from its ending.
func guessEnglish(w []byte) word {
	n := len(w)
	switch {
	case n > 4 && bytes.HasSuffix(w, []byte("ed")):
		return word{class: isPast | isPart}
	case n > 5 && bytes.HasSuffix(w, []byte("ing")):
		return word{class: isIng | isNoun}
	case n > 4 && bytes.HasSuffix(w, []byte("ly")):
		return word{class: isAdv}
	}
	return word{}
}

// abbreviations keep their stop.
var abbreviations = map[string]bool{
	"MR": true, "MRS": true, "MS": true, "DR": true, "SEN": true, "REP": true, "GOV": true, "GEN": true, "PROF": true, "AMB": true,
	"Mr": true, "Mrs": true, "Ms": true, "Dr": true, "Prof": true, "Sen": true, "Sens": true, "Rep": true,
	"Reps": true, "Gov": true, "Govs": true, "Gen": true, "Lt": true, "Col": true, "Capt": true, "Sgt": true,
	"Maj": true, "Cmdr": true, "Adm": true, "Rev": true, "Hon": true, "Jr": true, "Sr": true, "St": true,
	"Mt": true, "Ft": true, "vs": true, "Inc": true, "Corp": true, "Co": true, "Ltd": true, "Bros": true,
	"Jan": true, "Feb": true, "Mar": true, "Apr": true, "Jun": true, "Jul": true, "Aug": true, "Sep": true,
	"Sept": true, "Oct": true, "Nov": true, "Dec": true, "No": true, "Ave": true, "Blvd": true, "Rd": true,
	"Ala": true, "Ariz": true, "Ark": true, "Calif": true, "Colo": true, "Conn": true, "Del": true, "Fla": true,
	"Ga": true, "Ill": true, "Ind": true, "Kan": true, "Ky": true, "La": true, "Md": true, "Mass": true,
	"Mich": true, "Minn": true, "Miss": true, "Mo": true, "Mont": true, "Neb": true, "Nev": true, "Okla": true,
	"Ore": true, "Pa": true, "Tenn": true, "Tex": true, "Va": true, "Vt": true, "Wash": true, "Wis": true,
	"Wyo": true, "Atty": true, "Supt": true, "Insp": true, "Messrs": true, "Hr": true, "Mme": true, "Sra": true,
}

type wordList struct {
	class class
	forms string
}

type verbList struct {
	cue   cue
	more  class
	verbs string
}

var englishClasses = []wordList{
	{isDet, "the a an this these those some any each every no another such both all many most several few more much either neither half certain various other others"},
	{isNumber, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety half dozen million billion hundred thousand"},
	{isPoss, "my our your his her its their whose 's ’s"},
	{isPron, "he she i you it we they one there nobody everyone someone everybody somebody"},
	{isPron, "they're we're i'm i've we've they've i'd he'd she'd they'd we'd you're you've i'll he'll she'll they'll we'll you'll that's there's"},
	{isObject, "him her them me us himself herself themselves itself myself ourselves yourself you it"},
	{isIng | isNoun, "meeting hearing briefing building funding spending training feeling ruling finding filing rating ending opening beginning shooting killing bombing gathering banking housing planning polling voting fighting trading advertising fundraising engineering understanding being thing standing recording painting wedding landing crossing drawing blessing offering setting listing lighting clothing farming fishing mining manufacturing marketing publishing policing rally-ing backing showing upbringing undertaking proceeding proceedings hearings meetings findings filings earnings savings ratings killings shootings warnings dealings"},
	{isModal, "'ll 'd"},
	{isHave, "'ve"},
	{isBe, "'re 'm"},
	{isPlural | isNumber, "millions dozens thousands hundreds billions tens scores"},
	{isPlural, "they we people many some others both those officials authorities police lawmakers critics experts supporters analysts leaders residents witnesses researchers scientists officers lawyers investigators prosecutors reporters journalists doctors students workers activists opponents diplomats economists voters activists protesters families relatives"},
	{isRel, "who which whom"},
	{isThat, "that"},
	{isWh, "what how whether why where whatever whoever"},
	{isPrep, "according of in on at by for with from about against between during into through over under among within without across behind beyond near toward towards upon via per despite amid inside outside throughout along alongside like unlike above below beside besides except including concerning regarding versus as than off onto around since before after until till following ahead"},
	{isConj, "and but or nor yet &"},
	{isSub, "because when while if although though unless whereas as since before after until once where whenever so whether lest"},
	{isBe, "be am is are was were been being isn't aren't wasn't weren't 's"},
	{isHave, "have has had having haven't hasn't hadn't"},
	{isDo, "do does did don't doesn't didn't"},
	{isModal, "will would can could may might shall should must won't wouldn't can't cannot couldn't shouldn't mustn't"},
	{isNot, "not never n't"},
	{isTo, "to"},
	{isAdv, "also later then still now again already even ever just only always often sometimes soon too however likely instead meanwhile moreover nonetheless nevertheless thus therefore hence here perhaps maybe rather quite very almost first last once twice simply further furthermore otherwise indeed recently previously earlier repeatedly famously publicly reportedly allegedly so far back together apart afterward afterwards else well long much more most less sooner once anyway though initially ultimately finally"},
	{isAdj, "new old good bad big small large great high low early late young long short own able unlikely friendly deadly costly only daily weekly monthly quarterly early senior former current top chief republican democratic political national federal local public private presidential international foreign russian american british french german chinese israeli iranian ukrainian european white black same different important possible impossible clear sure certain real true false full free open main major key strong weak hard easy difficult best worst better worse next past recent ready necessary available responsible serious familiar close aware capable able present"},
	{isTime, "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december yesterday today tomorrow tonight week weeks month months year years day days night morning afternoon evening weekend autumn summer winter hour hours minute minutes noon midnight earlier later recently mondays tuesdays wednesdays thursdays fridays saturdays sundays jan feb aug sept oct nov dec jan. feb. aug. sept. oct. nov. dec. time moment ago late early"},
	{isTitle, "secretary-general attorney-general governor-general director-general mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sen sen. sens sens. senators senator rep rep. reps reps. representative gov gov. governor president sir lord lady dame gen gen. general col col. colonel lt lt. lieutenant capt capt. captain sgt sgt. sergeant maj maj. major judge justice secretary minister chancellor king queen prince princess pope rev rev. reverend father cardinal bishop archbishop ayatollah imam rabbi sheikh sheik emir sultan premier mayor congressman congresswoman ambassador commissioner chairman chairwoman speaker sheriff officer detective inspector admiral adm. commander cmdr. marshal spokesman spokeswoman director coach envoy deputy attorney lawyer chief prosecutor councilman councilwoman alderman herr frau monsieur madame señor señora don doña"},
	{isRole | isHuman, "secretary-general attorney-general director-general spokesman spokeswoman spokesperson spokesmen spokespeople minister president official officials senator governor mayor secretary chairman chairwoman chair chief director manager leader leaders candidate nominee analyst analysts expert experts professor lawyer attorney prosecutor prosecutors judge officer officers commander general colonel ambassador envoy diplomat diplomats adviser advisor advisers advisors aide aides strategist strategists pollster operative consultant activist activists lawmaker lawmakers congressman congresswoman legislator representative deputy head boss founder owner executive ceo researcher researchers scientist scientists author writer reporter reporters journalist journalists editor columnist host anchor moderator doctor doctors nurse teacher student students resident residents voter voters supporter supporters critic critics opponent opponents witness witnesses survivor victim victims farmer worker workers economist economists historian coach player captain actor actress singer musician artist filmmaker businessman businesswoman billionaire mogul entrepreneur investor investors politician politicians premier chancellor king queen prince princess pope bishop archbishop priest pastor imam rabbi police policeman soldier soldiers source sources insider insiders member members delegate delegates organizer coordinator treasurer trustee commissioner sheriff detective investigator investigators inspector administrator counsel counselor negotiator negotiators mediator governor-general speaker whip democrat republican democrats republicans liberal conservative conservatives socialist lawyers judges ministers senators governors mayors professors teachers nurses engineers engineer authors writers editors commanders generals ambassadors managers directors coaches players agents agent advocates advocate observers observer campaigners campaigner regulators regulator bankers banker traders trader hosts attorneys diplomats deputies chiefs owners founders executives spokesmen historians singers actors musicians artists pilots organizers organisers organiser negotiators rescuers rescuer medics medic paramedics firefighters firefighter scholars scholar campaigners physicians physician surgeons surgeon detectives sheriffs trustees"},
	{isHuman, "man woman men women person people boy girl child children kid kids mother father wife husband son daughter brother sister parents friend friends colleague colleagues neighbor neighbors neighbour neighbours family mom dad mum uncle aunt cousin fan fans crowd audience passenger passengers driver pilot tourist refugee refugees migrant migrants protester protesters demonstrator demonstrators veteran veterans americans russians ukrainians germans authorities government campaign company white kremlin administration ministry department agency office court committee commission council army military navy team group organization organisation union party press"},
	{isOrg, "inc inc. corp corp. co co. ltd ltd. llc plc company party ministry department agency university college institute institution council commission committee court bank group association organization organisation union foundation center centre school church times post journal news press tribune herald guardian network broadcasting house senate congress parliament campaign administration government police army navy guard force forces office bureau service board federation league club team society coalition alliance movement front fund authority hospital museum corporation industries holdings airlines motors pac gop fbi cia nato un eu tv radio agency magazine gazette chronicle reuters afp"},
	{isSaying, "statement tweet tweets post interview speech email e-mail letter memo op-ed essay article editorial column report remarks comments comment message video ad advertisement testimony book blog filing lawsuit complaint press_release release slogan motto press letter poll survey study rally debate caption headline text transcript ruling opinion document documents petition resolution website site quote words note"},
	{isNoun, "family ally supply reply assembly rally bully fly apply july italy"},
	{isParticle, "out up down off away back on over in"},
}

var englishVerbs = []verbList{
	{cueSay, isClausal | isSayer, "say/said add insist assert contend allege maintain attest observe respond reply retort rebut opine muse interject swear/swore/sworn quip joke argue boast brag complain conclude counter hint aver speculate enthuse fret whisper theorize posit wonder reason confirm testify"},
	{cueSay, isClausal | isNoun, "report state remark comment quip joke counter boast reason claim agree"},
	{cueSay, 0, "declare explain acknowledge admit deny predict reiterate emphasize emphasise concede lament stipulate clarify elaborate proclaim pronounce disclose reveal recall note suggest propose announce write/wrote/written warn stress tweet vow pledge threaten caution signal affirm reaffirm underscore underline imply indicate estimate recommend"},
	{cueSay, isNoun, "point promise estimate recount vow pledge tweet retweet note"},
	{cueTell, 0, "tell/told inform assure remind notify advise persuade convince lecture instruct"},
	{cueAsk, 0, "ask urge beg implore exhort instruct encourage challenge invite call request order demand recommend plead"},
	{cueAsk, isNoun, "request order demand call appeal plea"},
	{cueCall, 0, "call describe dub label brand hail characterize characterise portray denounce deride ridicule mock dismiss decry refer cite quote liken tout term compare"},
	{cueObject, 0, "bash blast accuse criticize criticise condemn slam/slammed praise reject blame lash apologize apologise decline refuse lambast lambaste assail rebuke chide scold congratulate credit applaud mention salute voice express"},
	{cueObject, isNoun, "praise blame rebuke credit"},
	{cueObject, isClausal, "defend oppose endorse discuss address invoke rip"},
	{cueObject, isNoun, "question"},
	{cueObject, isClausal | isNoun, "charge attack protest"},
	{cueTalk, 0, "talk speak/spoke/spoken"},
	{cueWeak, 0, "paint continue begin/began/begun laugh smile sigh shrug nod grin cry shout yell scream chant murmur mutter exclaim read/read/read post publish release issue sign shoot/shot fire snap crack deadpan chime sing/sang/sung recite repeat echo go/went/gone think/thought disagree answer interrupt blog text email e-mail caption chuckle beam gush rant thunder roar bellow tease advertise title entitle shout inquire joke pen close open finish start summarize offer intone holler hiss"},
	{cueWeak, isNoun, "cry shout laugh smile sigh shrug chant post release issue sign text email answer"},
	{cueThink, 0, "think/thought/thought believe hope fear feel/felt/felt know/knew/known see/saw/seen find/found/found worry expect want wish mean/meant/meant hear/heard/heard learn consider anticipate doubt guess realize realise understand/understood/understood show/showed/shown prove determine decide assume imagine remember plan like love hate need try favor support pray dream view regard"},
	{cueThink, isNoun, "hope fear plan wish need doubt support view"},
	{cueNone, 0, "make/made/made take/took/taken get/got/gotten give/gave/given come/came/come become/became/become leave/left/left keep/kept/kept let/let/let put/put/put bring/brought/brought hold/held/held stand/stood/stood lose/lost/lost pay/paid/paid meet/met/met run/ran/run set/set/set lead/led/led fall/fell/fallen send/sent/sent build/built/built spend/spent/spent win/won/won rise/rose/risen drive/drove/driven buy/bought/bought break/broke/broken grow/grew/grown draw/drew/drawn choose/chose/chosen sell/sold/sold fight/fought/fought catch/caught/caught throw/threw/thrown teach/taught/taught strike/struck/struck sit/sat/sat lie/lay/lain hit/hit/hit cut/cut/cut hurt/hurt/hurt cost/cost/cost lay/laid/laid wear/wore/worn beat/beat/beaten seek/sought/sought deal/dealt/dealt feed/fed/fed flee/fled/fled hang/hung/hung hide/hid/hidden shake/shook/shaken steal/stole/stolen sink/sank/sunk fly/flew/flown eat/ate/eaten drink/drank/drunk forget/forgot/forgotten forgive/forgave/forgiven arise/arose/arisen wake/woke/woken withdraw/withdrew/withdrawn spread/spread/spread quit/quit/quit shut/shut/shut bear/bore/born tear/tore/torn freeze/froze/frozen bid/bid/bid"},
	{cueNone, isNoun, "blow/blew/blown bend/bent/bent bite/bit/bitten bleed/bled/bled breed/bred/bred burst/burst/burst cast/cast/cast creep/crept/crept dig/dug/dug fling/flung/flung forbid/forbade/forbidden kneel/knelt/knelt lend/lent/lent light/lit/lit mislead/misled/misled overcome/overcame/overcome oversee/oversaw/overseen overtake/overtook/overtaken overthrow/overthrew/overthrown rebuild/rebuilt/rebuilt ride/rode/ridden ring/rang/rung shed/shed/shed shrink/shrank/shrunk sleep/slept/slept slide/slid/slid spin/spun/spun spring/sprang/sprung stick/stuck/stuck sting/stung/stung strive/strove/striven sweep/swept/swept swim/swam/swum swing/swung/swung undergo/underwent/undergone undertake/undertook/undertaken uphold/upheld/upheld weave/wove/woven weep/wept/wept withhold/withheld/withheld withstand/withstood/withstood"},
	{cueNone, 0, "seem appear happen include follow live move turn play serve remain allow create raise carry lose receive join reach kill remain expect involve require exist occur provide produce contain pass push pull lead want win launch lose face use"},
	{cueNone, 0, "achieve act adapt add address admire adopt advance aim alter amount analyze appoint approach approve argue arrange arrive assess assign assist attach attempt attend attract avoid await ban base bear behave belong benefit bind blow block boost borrow bother breathe brush burn bury cancel capture care cease celebrate chase choose circulate cite clash clean climb cling collapse collect combine commit communicate compete complete comply concentrate conduct confront confuse connect conquer consist consult contact contribute control convert cook cooperate cope correct correspond count cover crash create cross crush damage dance date deal decline decrease defeat define delay deliver depart depend deploy deserve design desire destroy detain develop devote differ dig disappear discover dismantle display distinguish distribute divide dominate donate draft drag drift drown dry earn ease echo edit educate elect eliminate embarrass embrace emerge employ enable end enforce engage enhance enjoy ensure enter erupt escape establish evaluate evolve examine exceed execute exercise expand explode explore export extend face facilitate fail fasten fill film finance fit fix flow focus fold force form found frame fuel fulfill function fund gain gather generate govern grab graduate grant greet guarantee guard guide handle harm hire host hunt identify ignore illustrate impact impose impress improve incorporate influence inherit initiate injure insert inspire install intend interact intervene introduce invest investigate jail join jump justify kick kidnap knock lack land last launch lend lift limit link list locate lock look maintain manage march mark marry match measure melt mention merge miss monitor mount negotiate bargain quarrel nominate notice obey obtain occupy offer operate organize overcome overtake own paint participate pause perform permit persist pick pile place plant plead point pose position possess pour practice prefer prepare press pressure prevent proceed process profit prohibit project protect provoke punish purchase pursue qualify rally rank reach react rebuild recover recruit reduce reflect regulate relate relax release relieve rely remove rent repair replace represent require rescue research resemble resign resist resolve respect rest restore restrict retain retire retreat reverse review rid ride risk roll rush sail satisfy save score search secure seize separate serve settle shape share shift shock shop sign slip slow smell smoke soar solve sort spark specialize split spot spur stage stare stay stem step stop store stretch strengthen struggle study submit succeed suffer suit supply surface surprise surrender surround survive suspend swear sweep swim switch tackle target taste tax tend test tie touch tour track trade train transfer transform translate transport travel treat trigger trust tumble unify unite upset urge value vanish vary veto view violate visit wait wake walk wander warm wash waste watch weigh welcome widen wipe withhold witness worry wrap yield"},
	{cueNone, 0, "abandon abdicate abide abolish absolve absorb abstain accelerate acclimate accommodate accompany accomplish accrue accumulate acquire activate adhere administer affect afford alienate allay alleviate allocate amend animate apply appreciate ascend ascertain assemble assuage attain authorise authorize avert bestow bolster calculate categorize cede certify coalesce coexist coincide collaborate commemorate commence commend compel compensate complicate comprise condone confer conserve consolidate constitute construct consume convene convey coordinate criminalize cripple curb curtail dampen decentralize decimate dedicate deepen defy delegate demonstrate depict deport deprive derail descend designate destabilize deter deteriorate detract devastate devolve dial die diminish disband disburse discard discourage discriminate disguise dispel displace disqualify disrupt distract divert dwell embark empower emulate enact encompass endanger endeavor endow endure energize enjoin enlist enrich enroll ensue entangle equate equip eradicate erase erode evacuate evaporate exacerbate excite exclude exempt exert expedite expire expose extract extradite fade falter finalize flinch fluctuate foresee forfeit forge forgo/forwent/forgone formulate foster galvanize garner hamper harness heal heed hesitate highlight hinder ignite imperil implement impoverish incur induce inflict infringe inject innovate interfere interpret jeopardize kindle languish legalize legislate lessen listen lobby manipulate mediate mingle minimize mitigate mobilize modernize modify motivate necessitate neglect obstruct omit opt originate oust outlaw outnumber outsource outweigh overhaul overlook overshadow overwhelm owe pacify paralyze penalize persevere pertain plunge postpone preempt prescribe preserve presume pretend prevail prioritize procure prolong propel prosecute quell ratify reassert reassess reclaim recognise recognize reconcile reconsider reconvene recuse redefine redirect redistribute reform rehabilitate reimburse reinforce reintroduce relish relocate remedy render renegotiate renew reopen replicate resettle reshape resonate restructure resume resurface rethink/rethought/rethought retract revamp revert revisit revitalize revive revoke rewrite/rewrote/rewritten safeguard scatter scramble sharpen simplify simulate soften solicit soothe spearhead specify stabilize stimulate strangle streamline stumble subsidize sue summon supervise surpass sustain sway terminate thrive tighten tolerate topple trample undercut/undercut/undercut underestimate underpin undo/undid/undone unfold unravel unveil update usher utilize vacate validate vie waive weaken wield/wielded/wielded worsen wring"},
	{cueNone, isNoun, "abuse access account advocate aid air arm attribute audit average award back balance bar bet blunt board bolt boycott brace bridge broker bump bypass cap cause champion channel chart check clear combat complement compliment compromise concern conflict consent contest contract cool counsel cure dare debate default defect dispute divorce double download drill drum dump embargo exit experience exploit factor fare feature file flip flood fool forward free grasp hack halt haunt honor honour house import index institute journey judge lapse leak level leverage loot lower mandate market mask matter merit mirror mix object panic pardon partner phase pilot plug pool power present price probe progress promote prompt prop punch purge raid reap rebound record reference refund regret reign repeal repel reroute reset resort revolt reward riot root rotate route salvage sanction scale scrap scrutinize seal select shell shelter shield shine/shone/shone shoulder siege slash snub sound spell spike spill sponsor squeeze staff stall stamp stream strip subject supplement surge suspect tap thank thread tip toast toll total transition triple trumpet undermine upgrade utter vet volunteer warrant water weather wreck"},
	{cueNone, isNoun, "head chair score test use help work need look help start end face name rule vote visit return race launch move turn campaign focus push pass kick ban drop win lead battle march strike charge drive increase result rise change"},
}
