package quote

import "strings"

// speechTable holds the words by which one language reports direct speech.
type speechTable struct {
	verbs    string // said, says: forms that report
	pronouns string // he, she, they: as subjects
	male     string // he
	female   string // she
	aux      string // has, hat, a: may stand before the verb
	articles string
	preps    string
	conjs    string // and, that, because
	times    string // today, Monday
	adverbs  string // also, later
	objects  string // him, journalists
	roles    string // the spokesman: a source though it has no capital
	dashes   bool   // direct speech may begin with a dash
	nouns    bool   // nouns have capitals
	elides   bool   // words lose their vowel before another: l'université
	thus     string // so: reports between a sign and a name
	// according are the words before a source: laut, selon.
	according string
	inverted  pair // verbs grown together with he and she: dit-il
	forenames pair // of another script
	latin     bool // the forenames of English help
}

// pair is words for men and for women.
type pair struct{ male, female string }

// lexicon makes the lookup table.
func (t *speechTable) lexicon() lexicon {
	l := make(lexicon, 3000)
	if t.latin {
		l.list(maleForenames, isMale|isForename)
		l.list(femaleForenames, isFemale|isForename)
	}
	l.list(t.forenames.male, isMale|isForename)
	l.list(t.forenames.female, isFemale|isForename)
	l.list(t.pronouns, isPron)
	l.list(t.male, isPron|isMale)
	l.list(t.female, isPron|isFemale)
	l.list(t.aux, isAux)
	l.list(t.articles, isDet)
	l.list(t.preps, isPrep)
	l.list(t.conjs, isConj)
	l.list(t.times, isTime)
	l.list(t.adverbs, isAdv)
	l.list(t.objects, isObject)
	l.list(t.roles, isRole|isHuman)
	for _, w := range strings.Fields(t.verbs) {
		l[w] = word{class: isPast, cue: cueSay}
	}
	for _, w := range strings.Fields(t.thus) {
		l[w] = word{class: isPast | isAdv, cue: cueSay}
	}
	for _, w := range strings.Fields(t.according) {
		l[w] = word{class: isPrep, cue: cueSay}
	}
	for _, w := range strings.Fields(t.inverted.male) {
		l[w] = word{class: isPron | isMale, cue: cueSay}
	}
	for _, w := range strings.Fields(t.inverted.female) {
		l[w] = word{class: isPron | isFemale, cue: cueSay}
	}
	return l
}

var russian = speechTable{
	verbs:    "сказал сказала сказали говорит говорят говорил говорила заявил заявила заявили заявляет отметил отметила отметили отмечает подчеркнул подчеркнула подчеркивает добавил добавила добавили сообщил сообщила сообщили сообщает пояснил пояснила поясняет объяснил объяснила рассказал рассказала рассказали рассказывает ответил ответила отвечает спросил спросила написал написала пишет указал указала указывает напомнил напомнила уточнил уточнила считает полагает уверен уверена признал признала признался призналась утверждает утверждал предупредил предупредила резюмировал заключил цитирует передает констатировал обещал пообещал воскликнул продолжил продолжила прокомментировал прокомментировала пообещала пообещали обещала называет назвал назвала назвали цитировал заверил заверила подтвердил подтвердила возразил возразила советует посоветовал посоветовала призвал призвала призывает подчёркивает объявил объявила выразил выразила удивился удивилась пошутил пошутила настаивает",
	pronouns: "они мы я вы", male: "он его", female: "она ее её",
	preps:   "в во на о об по с со из к ко у от до для при за над под перед после через про без между во_время",
	conjs:   "и а но или что чтобы когда как если потому поскольку где",
	times:   "сегодня вчера завтра понедельник вторник среду четверг пятницу субботу воскресенье января февраля марта апреля мая июня июля августа сентября октября ноября декабря ранее позже накануне",
	adverbs: "не также тоже затем потом еще ещё уже позднее при_этом вновь", objects: "журналистам репортерам ему ей им нам мне агентству газете",
	roles: "представитель пресс-секретарь министр президент глава спикер депутат эксперт директор премьер премьер-министр источник собеседник адвокат аналитик политолог ведомство министерство чиновник житель жительница очевидец военкор губернатор мэр лидер командующий генерал дипломат посол",
	forenames: pair{
		male:   "александр алексей анатолий андрей антон аркадий артем борис вадим валентин валерий василий виктор виталий владимир владислав вячеслав геннадий георгий григорий дмитрий евгений егор иван игорь илья кирилл константин леонид максим михаил никита николай олег павел петр роман руслан сергей станислав степан тимур федор юрий ян ярослав рамзан эдуард дональд джо эммануэль олаф виктор реджеп",
		female: "александра алена алина алла анастасия анна валентина валерия вера виктория галина дарья евгения екатерина елена елизавета жанна зинаида инна ирина кира ксения лариса лидия любовь людмила маргарита марина мария надежда наталья наталия нина оксана ольга полина раиса светлана софья тамара татьяна ульяна эльвира юлия яна",
	},
	dashes: true, according: "словам мнению",
}

var ukrainian = speechTable{
	verbs:    "сказав сказала сказали каже кажуть говорить заявив заявила заявили заявляє зазначив зазначила зазначили зазначає підкреслив підкреслила наголосив наголосила наголошує додав додала додали повідомив повідомила повідомили повідомляє пояснив пояснила пояснює розповів розповіла розповіли розповідає відповів відповіла запитав запитала написав написала пише вказав вказала нагадав нагадала уточнив уточнила вважає визнав визнала стверджує попередив попередила цитує констатував пообіцяв пообіцяла обіцяв називає назвав назвала запевнив запевнила підтвердив підтвердила заперечив закликав закликала радить висловив оголосив оголосила наполягає вигукнув продовжив продовжила прокоментував",
	pronouns: "вони ми я ви", male: "він його", female: "вона її",
	preps:   "в у на о об про по з із зі до для при за над під перед після через без між від",
	conjs:   "і й та а але або що щоб коли як якщо бо оскільки де",
	times:   "сьогодні вчора завтра понеділок вівторок середу четвер пятницю суботу неділю січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня раніше пізніше напередодні",
	adverbs: "не також теж потім згодом ще вже", objects: "журналістам йому їй їм нам мені",
	roles: "представник речник речниця прес-секретар міністр президент глава голова спікер депутат експерт директор премєр прем'єр прем'єр-міністр джерело співрозмовник адвокат аналітик відомство міністерство чиновник мешканець мешканка очевидець губернатор мер лідер командувач генерал дипломат посол",
	forenames: pair{
		male:   "олександр олексій анатолій андрій антон артем борис вадим валентин валерій василь віктор віталій володимир владислав в'ячеслав геннадій георгій григорій дмитро євген іван ігор ілля кирило костянтин леонід максим михайло микита микола олег павло петро роман руслан сергій станіслав степан тимур федір юрій ярослав денис тарас богдан остап",
		female: "олександра олена аліна алла анастасія анна ганна валентина валерія віра вікторія галина дарина євгенія катерина єлизавета жанна інна ірина ксенія лариса лідія любов людмила маргарита марина марія надія наталія ніна оксана ольга поліна світлана софія тамара тетяна юлія яна",
	},
	dashes: true, according: "словами думку",
}

var german = speechTable{
	verbs:    "sagte sagten sagt sagen gesagt erklärte erklärten erklärt betonte betonten betont teilte meinte meinten meint fügte ergänzte berichtete berichteten berichtet schrieb schrieben schreibt geschrieben antwortete fragte fragt warnte warnten warnt kritisierte kündigte forderte forderten fordert räumte behauptete versicherte bekräftigte mahnte unterstrich rief äußerte kommentierte zitierte verkündete beklagte lobte hieß erzählte erzählt erläuterte erläutert bestätigte bestätigt freute versprach verspricht nannte nennt bezeichnete bezeichnet wiederholte meldete mutmaßte vermutete scherzte lachte ruft kommentiert lobt kritisiert ergänzt betonen fügt versichert klagte klagt glaubt twitterte",
	pronouns: "wir ich", male: "er", female: "sie",
	aux:      "hat haben hatte hatten habe ist sind war waren wird werden sei",
	articles: "der die das den dem des ein eine einer eines einem einen",
	preps:    "in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter für gegen durch um seit während wegen zufolge hinter neben zwischen außerhalb innerhalb trotz",
	conjs:    "was wo wer welche welcher welches obwohl damit sodass nachdem bevor und oder aber dass daß weil wenn als ob denn wie",
	times:    "heute gestern morgen montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember",
	adverbs:  "nicht auch dann noch jedoch später zudem weiter außerdem dazu hinzu", objects: "ihm ihr ihnen uns mir sich",
	roles: "sprecher sprecherin minister ministerin kanzler kanzlerin präsident präsidentin chef chefin experte expertin polizei regierung ministerium sprecherin betriebsleiter betriebsleiterin vorsitzende vorsitzender leiter leiterin bürgermeister bürgermeisterin direktor direktorin trainer trainerin anwalt anwältin professor professorin forscher forscherin geschäftsführer geschäftsführerin abgeordnete abgeordneter staatsanwalt staatsanwältin richter richterin hydrologin", latin: true, nouns: true, according: "laut", thus: "so",
}

var french = speechTable{
	verbs:    "dit excuse amuse indigne inquiète réjouit félicite défend justifie exclame emporte interroge étonne agace soupire sourit plaisante tranche nuance tempère prévient admet admis jugé avance avancé déplore déploré salue salué plaide plaidé promettait répète répété glisse glissé détaille détaillé écrivait suggère suggéré appelle appelé qualifie qualifié déclare déclaré affirme affirmé explique expliqué ajoute ajouté précise précisé souligne souligné indique indiqué estime estimé assure assuré raconte raconté répond répondu demande demandé écrit annonce annoncé confie confié lance lancé martelé martèle regrette regretté rappelle rappelé insiste insisté conclut conclu reconnaît reconnu prévenu prévient dénonce dénoncé réagi réagit poursuit poursuivi commente commenté témoigne témoigné résume résumé observe observé promis promet twitté tweeté disait expliquait affirmait ajoutait déclarait soulignait précisait",
	pronouns: "nous je ils elles on", male: "il lui", female: "elle",
	aux:      "a ont avait avaient est sont était s'est",
	articles: "le la les un une des l' cette ce son sa",
	preps:    "à de du dans en sur pour par avec chez vers devant après avant depuis lors au aux sous contre sans entre pendant",
	conjs:    "et ou mais que qu' car si quand lorsque comme",
	times:    "aujourd'hui hier demain lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre matin soir",
	adverbs:  "pas ne aussi encore ensuite puis également notamment", objects: "leur nous m' s' se",
	roles: "ministre président présidente porte-parole directeur directrice maire député députée chef avocat avocate expert experte procureur police gouvernement ministère source professeur professeure chercheur chercheuse maire adjoint adjointe conseiller conseillère sénateur sénatrice juge magistrat patron patronne responsable entraîneur secrétaire premier première capitaine habitant habitante témoin médecin syndicat historien historienne", dashes: true, latin: true, elides: true,
	according: "selon",
	inverted: pair{
		male:   "dit-il a-t-il explique-t-il ajoute-t-il affirme-t-il précise-t-il souligne-t-il assure-t-il raconte-t-il estime-t-il conclut-il poursuit-il répond-il lance-t-il confie-t-il",
		female: "dit-elle a-t-elle explique-t-elle ajoute-t-elle affirme-t-elle précise-t-elle souligne-t-elle assure-t-elle raconte-t-elle estime-t-elle conclut-elle poursuit-elle répond-elle lance-t-elle confie-t-elle",
	},
}

var spanish = speechTable{
	verbs:    "dijo pedido dicho declarado afirmado explicado asegurado señalado indicado añadido contestó contesta replicó replica matizó matiza lamentó lamenta resumió resume ironizó bromeó sentenció zanjó defendió defiende calificó califica llamó llama prometió promete confirmó confirma opinó opina consideró considera planteó exigió exige reclamó reclama dijeron dice dicen dicho declaró declararon declara afirmó afirmaron afirma explicó explicaron explica añadió añadieron añade agregó agregaron agrega señaló señalaron señala indicó indicaron indica aseguró aseguraron asegura sostuvo sostiene manifestó manifestaron manifiesta expresó expresaron comentó comentaron comenta respondió responde preguntó pregunta escribió escribe anunció anunciaron anuncia subrayó subraya destacó destaca apuntó apunta advirtió advierte insistió insiste reiteró reitera recordó recuerda reconoció reconoce relató relata contó cuenta denunció denuncia confesó concluyó concluye precisó precisa aclaró aclara admitió admite criticó pidió exclamó tuiteó",
	pronouns: "nosotros yo ellos ellas", male: "él", female: "ella",
	aux:      "ha han había habían es son fue está están",
	articles: "el la los las un una unos unas lo su",
	preps:    "a de del en con por para sobre ante tras desde hasta durante al entre contra sin hacia",
	conjs:    "y e o pero que si cuando porque como mientras",
	times:    "hoy ayer mañana lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
	adverbs:  "no también luego después además asimismo entonces", objects: "le les nos me se",
	roles: "ministro ministra presidente presidenta portavoz director directora alcalde alcaldesa diputado diputada jefe jefa abogado abogada experto experta fiscal policía gobierno ministerio fuente vocero vocera capitán capitana secretario secretaria profesor profesora investigador investigadora médico médica juez jueza concejal consejero consejera entrenador entrenadora vecino vecina testigo líder sindicato general", dashes: true, latin: true, according: "según",
}
