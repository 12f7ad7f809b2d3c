package word

// german has the words by which German news reports speech.
var german = speechTable{
	reporting: reporting{
		stems: []stemClass{
			{"t te ten", "sag erklär beton mein ergänz frag kritisier räum versicher bekräftig mahn äußer kommentier zitier " +
				"verkünd beklag lob erzähl erläuter bestätig freu wiederhol mutmaß vermut scherz lach klag glaub " +
				"schilder bemerk resümier konstatier prognostizier verteidig plädier appellier begründ argumentier " +
				"schwärm analysier konter gratulier bilanzier jubel staun formulier notier bedauer erinner hoff " +
				"schätz bemängel bezweifel befürcht präzisier twitter poste signalisier"},
			{"et ete eten", "bericht antwort fürcht meld entgegn red behaupt post vermut verkünd begründ befürcht"},
			{"t te ten", "warn forder kündig teil erwider urteil füg sinnier wünsch empör"},
		},
		verbs: "sagen gesagt schrieb schrieben schreibt geschrieben unterstrich rief hieß versprach verspricht " +
			"nannte nennt bezeichnete bezeichnet ruft betonen betet betete verlangt verlangte nannten nennen " +
			"spricht sprach sprachen sprechen gesteht gestand gestanden verrät verriet rät riet empfiehlt empfahl " +
			"befand beschrieb beschreibt unterstreicht unterstrichen widerspricht widersprach bittet bat verweist " +
			"verwies hebt hob mitgeteilt angekündigt gewarnt gefordert getwittert verlas singt sang denkt dachte " +
			"ausdrückte ausdrückt fordern warnen",
		according: "laut",
		thus:      "so",
		reported: "sei seien habe hätten werde würden könne müsse solle wolle dürfe gehe gebe komme lasse stehe bleibe " +
			"brauche wisse sehe mache halte liege führe bringe nehme helfe spreche gelte bedeute zeige",
	},
	speakers: speakers{
		pronouns:  "wir ich",
		male:      "er",
		female:    "sie",
		forenames: pair{male: "sascha kai heiko rüdiger björn torsten thorsten jörg jürgen günter günther", female: "andrea gabriele"},
		roles: "sprecher minister kanzler präsident chef experte polizei regierung ministerium betriebsleiter " +
			"vorsitzende vorsitzender leiter bürgermeister direktor trainer anwalt professor forscher " +
			"geschäftsführer abgeordnete abgeordneter staatsanwalt richter politiker star manager sportdirektor " +
			"verband behörde gericht staatsanwaltschaft amt landrat oberbürgermeister dezernent referent " +
			"historiker soziologe politologe ökonom virologe autor schriftsteller regisseur schauspieler sänger " +
			"musiker künstler bischof pfarrer pastor rabbiner kardinal papst priester kommissar generalsekretär " +
			"sekretär senator gouverneur botschafter general oberst kommandeur kapitän torwart stürmer arzt " +
			"chefarzt psychologe biologe physiker chemiker ingenieur architekt unternehmer landwirt gründer " +
			"inhaber besitzer betreiber veranstalter aktivist anwohner augenzeuge nachbar schüler student lehrer " +
			"rektor dekan kurator redakteur journalist moderator blogger jurist verteidiger kläger ermittler " +
			"beauftragte beauftragter mitarbeiter kollege berater analyst vorstand vorstandsmitglied mitglied " +
			"obmann stadtrat gemeinderat ministerpräsident bundeskanzler kritiker teilnehmer pilot fahrer " +
			"häuptling präses propst superintendent intendant dirigent schriftführer kassier hauptmann bundesrat " +
			"nationalrat staatsoberhaupt regierungschef jägermeister boss",
		women: "sprecherin ministerin kanzlerin präsidentin chefin expertin betriebsleiterin leiterin " +
			"bürgermeisterin direktorin trainerin anwältin professorin forscherin geschäftsführerin " +
			"staatsanwältin richterin hydrologin politikerin managerin oberbürgermeisterin landrätin historikerin " +
			"soziologin politologin ökonomin virologin autorin schriftstellerin regisseurin schauspielerin " +
			"sängerin musikerin künstlerin bischöfin pfarrerin pastorin rabbinerin königin kommissarin " +
			"generalsekretärin senatorin gouverneurin botschafterin ärztin psychologin biologin physikerin " +
			"chemikerin ingenieurin architektin unternehmerin händlerin landwirtin bäuerin winzerin gründerin " +
			"inhaberin besitzerin betreiberin aktivistin anwohnerin augenzeugin nachbarin schülerin studentin " +
			"lehrerin rektorin kuratorin redakteurin journalistin moderatorin bloggerin juristin ermittlerin " +
			"meisterin mitarbeiterin kollegin beraterin analystin stadträtin ministerpräsidentin bundeskanzlerin " +
			"wissenschaftlerin rechtlerin philosophin pädagogin dichterin rednerin dirigentin intendantin gattin " +
			"witwe vertreterin organisatorin chefärztin athletin biathletin spielerin siegerin",
	},
	grammar: grammar{
		aux: "hat haben hatte hatten habe ist sind war waren wird werden sei seien hätten werde wäre hätte würde " +
			"würden",
		articles: "der die das den dem des ein eine einer eines einem einen diese dieser dieses jener jene kein keine",
		preps: "in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter für gegen durch um seit " +
			"während wegen zufolge hinter neben zwischen außerhalb innerhalb trotz gegenüber anlässlich " +
			"angesichts laut via per dank gemäß samt ohne ab bis",
		conjs: "es man was wo wer welche welcher welches obwohl damit sodass nachdem bevor und oder aber dass daß weil wenn " +
			"als ob denn wie während wobei wofür womit worauf woran wodurch weshalb sobald solange falls sondern " +
			"sowie bis",
		times: "heute gestern morgen montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz " +
			"april mai juni juli august september oktober november dezember vormittag nachmittag abend mittag " +
			"nacht tag woche jahr monat",
		adverbs: "anders kurz genauer konkret ähnlich ebenso bisher deshalb daher darum damals hier dort jetzt nicht auch dann noch jedoch später zudem weiter außerdem dazu hinzu allerdings aber nun schon " +
			"bereits erneut ebenfalls indes dabei daraufhin zugleich gleichzeitig unterdessen heute hingegen " +
			"schließlich zunächst dennoch trotzdem wiederum nur selbst etwa wörtlich sodann ferner anschließend " +
			"einmal",
		objects: "ihm ihr ihnen uns mir sich dir",
	},
	traits: traits{
		latin: true,
		nouns: true,
	},
}
