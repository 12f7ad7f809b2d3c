package word

// spanish has the words by which Spanish news reports speech.
var spanish = speechTable{
	reporting: reporting{
		stems: []stemClass{
			{"ó aron a an ado aba", "afirm explic agreg señal indic asegur manifest expres coment pregunt anunci subray destac apunt " +
				"reiter relat denunci confes precis aclar critic exclam tuite replic matiz lament ironiz brome " +
				"sentenci zanj confirm opin consider plante reclam detall puntualiz recalc remarc enfatiz alert " +
				"celebr valor estim argument justific cuestion reproch acus complement acot ejemplific ratific rechaz " +
				"revel inform declar record conmin pronostic vaticin adelant resalt lanz esper reflexion solicit " +
				"demand apost cont"},
			{"ió ieron e en ido ía", "añad respond escrib advert insist admit promet exig repet defend resum conclu sugir"},
		},
		verbs: "dijo pedido dicho contestó contesta defiende calificó califica llamó llama dijeron dice dicen " +
			"sostuvo sostiene manifiesta advirtió advierte recuerda reconoció reconoce cuenta concluyó concluye " +
			"pidió decía pide piden pidieron sostienen sostuvieron reconocen reconocieron advirtieron advierten " +
			"sugiere escrito cuentan agradeció agradece aconsejó aconseja esgrimió esgrime confiesa niega negó " +
			"predijo contradijo rebatió desmintió desmiente remató remata siguió prosiguió prosigue continuó " +
			"continúa corroboró corrobora repitió repite intervino llamaron calificaron cree creen piensa piensan " +
			"avisó avisa",
		according: "según",
	},
	speakers: speakers{
		pronouns: "nosotros yo ellos ellas",
		male:     "él",
		female:   "ella",
		roles: "ministro presidente portavoz director alcalde diputado jefe abogado experto fiscal policía gobierno " +
			"ministerio fuente fuentes vocero capitán secretario profesor investigador médico juez concejal consejero " +
			"entrenador vecino testigo líder sindicato general científico funcionario autoridad titular " +
			"mandatario gobernador senador congresista legislador dirigente activista periodista escritor autor " +
			"actor cantante músico artista pintor fotógrafo futbolista jugador delantero portero obispo cardenal " +
			"papa sacerdote pastor rector decano economista sociólogo politólogo meteorólogo biólogo físico " +
			"física químico ingeniero arquitecto empresario comerciante agricultor ganadero pescador dueño " +
			"propietario fundador paciente víctima familiar padre hermano hijo magistrado canciller embajador rey " +
			"príncipe candidato referente comunicador conductor presentador analista asesor coordinador delegado " +
			"subsecretario viceministro vicepresidente exministro expresidente exalcalde comisario comandante " +
			"coronel teniente agente bombero enfermero intendente edil regidor convencional defensor organismo " +
			"empresa entidad institución procurador galeno especialista docente visitante congregación " +
			"organización agencia",
		women: "ministra presidenta directora alcaldesa diputada jefa abogada experta vocera capitana secretaria " +
			"profesora investigadora médica jueza concejala consejera entrenadora vecina científica funcionaria " +
			"mandataria gobernadora senadora legisladora escritora autora actriz jugadora rectora decana " +
			"socióloga politóloga meteoróloga bióloga ingeniera arquitecta empresaria agricultora pescadora dueña " +
			"propietaria fundadora madre hermana hija magistrada embajadora reina candidata comunicadora " +
			"conductora presentadora asesora coordinadora delegada subsecretaria viceministra vicepresidenta " +
			"expresidenta comisaria enfermera intendenta regidora defensora procuradora dirigenta",
	},
	grammar: grammar{
		aux:      "ha han había habían es son fue está están haya hubo fueron era eran sería será",
		articles: "el la los las un una unos unas su este esta estos estas ese esa esos esas",
		preps: "a de del en con por para sobre ante tras desde hasta durante al entre contra sin hacia vía mediante " +
			"según bajo excepto",
		conjs: "y e o pero que si cuando porque como mientras ni sino aunque pues quien quienes cuyo cuya donde u",
		times: "hoy ayer mañana lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo " +
			"junio julio agosto septiembre octubre noviembre diciembre semana mes año día noche tarde pasado",
		adverbs: "no también luego después además asimismo entonces así ya aún solo sólo finalmente posteriormente " +
			"igualmente",
		objects: "le les nos me se lo te os",
	},
	traits: traits{
		dashes: true,
		latin:  true,
	},
}
