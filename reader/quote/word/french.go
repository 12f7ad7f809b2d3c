package word

// french has the words by which French news reports speech.
var french = speechTable{
	reporting: reporting{
		stems: []stemClass{
			{"e ent é és ée ées ait aient a", "affirm expliqu ajout précis soulign indiqu estim assur racont demand confi lanc regrett insist " +
				"dénonc comment témoign résum observ twitt tweet répèt rétorqu répliqu martel plaid suggèr exprim " +
				"ironis constat déplor salu qualifi détaill not pronostiqu souffl murmur chuchot cri rassur encourag " +
				"critiqu argu argument reproch accus espèr espér relativis analys remarqu confirm révèl révél " +
				"plaisant gliss lâch jug avanc attaqu invoqu prôn préconis évoqu réclam relat relev signal alert " +
				"balay jur protest fustig fulmin"},
			{"le le lent lé lée lait la", "appel rappel"},
		},
		verbs: "dit excuse amuse indigne inquiète réjouit félicite défend justifie exclame emporte interroge étonne " +
			"agace soupire sourit tranche nuance tempère prévient admet admis promettait répété écrivait suggéré " +
			"appelé déclare déclaré répond répondu écrit annonce annoncé martèle rappelé conclut conclu reconnaît " +
			"reconnu prévenu réagi réagit poursuit poursuivi promis promet disait déclarait déclarent déclaraient " +
			"déclara prétend prétendu prétendait défendu défendait justifié exclamé exclamée emporté étonné " +
			"étonnée agacé amusé amusée félicité félicitée réjoui réjouie indigné indignée inquiété inquiétée " +
			"interrogé excusé soupiré nuancé nuancée tempéré concluait répondent répondait écrivent prévenaient " +
			"préviennent soutient soutenu soutenait maintient maintenu croit croient pense pensent pensé " +
			"promettent reprend repris renchérit renchéri reconnaissait admettait disent disaient redit tonne " +
			"tonné ri rit maugrée enthousiasme enthousiasmé insurge insurgé alarme alarmé désole désolé vante " +
			"vanté confessé confesse énonce énoncé",
		according: "selon",
		inverted:  pair{male: "a-t-il avait-il", female: "a-t-elle avait-elle"},
	},
	speakers: speakers{
		pronouns: "nous je ils elles on",
		male:     "il lui",
		female:   "elle",
		roles: "ministre président porte-parole directeur maire député chef avocat expert procureur police " +
			"gouvernement ministère source professeur chercheur adjoint conseiller sénateur juge magistrat patron " +
			"responsable entraîneur secrétaire premier première capitaine habitant témoin médecin syndicat " +
			"historien préfet préfecture mairie parquet syndicaliste militant éleveur agriculteur pêcheur " +
			"riverain voisin client fondateur propriétaire gérant auteur écrivain journaliste réalisateur acteur " +
			"chanteur musicien artiste peintre photographe commissaire colonel commandant pilote joueur " +
			"sélectionneur coach champion cardinal évêque pape prêtre pasteur imam rabbin économiste sociologue " +
			"politologue climatologue hydrologue biologiste physicien chimiste épidémiologiste virologue " +
			"ingénieur architecte enseignant instituteur proviseur étudiant élève analyste consultant ambassadeur " +
			"chancelier roi prince candidat leader dirigeant délégué coordinateur organisateur bénévole " +
			"vice-président avocat-général rapporteur bâtonnier défenseur plaignant victime homme quadragénaire " +
			"trentenaire vétérinaire pharmacien infirmier pompier policier gendarme enquêteur",
		women: "présidente directrice députée avocate experte professeure chercheuse adjointe conseillère sénatrice " +
			"patronne habitante historienne militante éleveuse agricultrice riveraine voisine cliente fondatrice " +
			"gérante autrice écrivaine réalisatrice actrice chanteuse musicienne enseignante institutrice " +
			"étudiante coordinatrice organisatrice vice-présidente déléguée dirigeante candidate ambassadrice " +
			"infirmière policière femme consultante chancelière championne joueuse maraîchère mère",
		forenames: pair{male: "jean joël yannick dominique loïc hervé gaël", female: "andrea carole"},
	},
	grammar: grammar{
		aux:      "a ont avait avaient est sont était s'est ait n'a n'ont n'est fut sera aura",
		articles: "le la les un une des l' cette ce son sa",
		preps: "à de du dans en sur pour par avec chez vers devant après avant depuis lors au aux sous contre sans " +
			"entre pendant d' parmi malgré dès hors vis-à-vis",
		conjs: "et ou mais que qu' car si quand lorsque comme qui dont où puisque tandis alors ni comment pourquoi",
		times: "aujourd'hui hier demain lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars " +
			"avril mai juin juillet août septembre octobre novembre décembre matin soir semaine mois année jour " +
			"nuit",
		adverbs: "pas ne aussi encore ensuite puis également notamment toutefois cependant néanmoins enfin aussitôt " +
			"toujours déjà bien même plus très ainsi",
		objects: "leur nous m' s' se vous lui",
	},
	traits: traits{
		dashes: true,
		latin:  true,
		elides: true,
	},
}
