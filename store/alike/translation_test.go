package alike

import "testing"

func TestNames(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Sergei Lavrov", "Сергей Лавров", true},
		{"Sergej Lawrow", "Sergueï Lavrov", true},
		{"Volodymyr Zelenskyy", "Володимир Зеленський", true},
		{"Wolodymyr Selenskyj", "Владимир Зеленский", true},
		{"Olaf Scholz", "Олаф Шольц", true},
		{"Emmanuel Macron", "Эмманюэль Макрон", true},
		{"Anna Meyer", "Macron", false},
		{"Anna Lind", "Peter Lind", false},
		{"Sergei Lavrov", "Анна Лаврова-Белая", false},
		{"", "Macron", false},
	} {
		if got := Names(c.a, c.b); got != c.want {
			t.Errorf("%s and %s (%q, %q): %v", c.a, c.b, soundOf(c.a), soundOf(c.b), got)
		}
	}
}

// printed are printed in several languages each, one line a statement.
var printed = [][]string{
	{
		"There have been telephone contacts between Teheran and Washington, and Iran does not want any escalation.",
		"Были телефонные контакты между Тегераном и Вашингтоном, и Иран не хочет никакой эскалации.",
		"Es gab telefonische Kontakte zwischen Teheran und Washington, und der Iran will keine Eskalation.",
		"Il y a eu des contacts téléphoniques entre Téhéran et Washington, et l'Iran ne veut pas d'escalade.",
		"Ha habido contactos telefónicos entre Teherán y Washington, e Irán no quiere ninguna escalada.",
		"Були телефонні контакти між Тегераном і Вашингтоном, і Іран не хоче жодної ескалації.",
	},
	{
		"We will build 1,200 flats in the harbour by 2030, and not one of them will be sold.",
		"Мы построим в порту 1200 квартир до 2030 года, и ни одна из них не будет продана.",
		"Wir bauen bis 2030 im Hafen 1.200 Wohnungen, und keine einzige davon wird verkauft.",
		"Nous construirons 1 200 logements dans le port d'ici 2030, et pas un seul ne sera vendu.",
		"Construiremos 1.200 viviendas en el puerto antes de 2030, y ninguna de ellas se venderá.",
	},
	{
		"The parliament in Berlin has to ratify the protocol before the conference in Geneva.",
		"Парламент в Берлине должен ратифицировать протокол до конференции в Женеве.",
		"Das Parlament in Berlin muss das Protokoll vor der Konferenz in Genf ratifizieren.",
		"Le parlement de Berlin doit ratifier le protocole avant la conférence de Genève.",
	},
	{
		"The ferries to Aldersted will sail again in 48 hours if the wind lets them, not before.",
		"Die Fähren nach Aldersted fahren in 48 Stunden wieder, wenn der Wind es zulässt, vorher nicht.",
		"Les ferries pour Aldersted repartiront dans 48 heures si le vent le permet, pas avant.",
	},
	{
		"Nobody asked the fishermen what they thought of it, and now everybody is surprised at them.",
		"Niemand hat die Fischer gefragt, was sie davon halten, und jetzt wundern sich alle über sie.",
		"Рыбаков никто не спросил, что они об этом думают, а теперь все им удивляются.",
	},
	{
		"The bank paid 35 million euros to Nordal Hydro in 2021, and nobody in the ministry signed for it.",
		"Die Bank hat 2021 an Nordal Hydro 35 Millionen Euro gezahlt, und im Ministerium hat niemand unterschrieben.",
		"В 2021 году банк заплатил «Нордал Гидро» 35 миллионов евро, и в министерстве никто не подписал.",
	},
}

func TestTranslations(t *testing.T) {
	t.Parallel()
	found, pairs := 0, 0
	for i, of := range printed {
		for j, other := range printed {
			for k, a := range of {
				for m, b := range other {
					if k == m {
						continue
					}
					weight, ok := Translations(a, b, false)
					switch {
					case i == j:
						pairs++
						if ok {
							found++
						} else {
							t.Logf("missed (%d): %s | %s", weight, a, b)
						}
					case ok:
						t.Errorf("taken for a translation (%d):\n%s\n%s", weight, a, b)
					}
				}
			}
		}
	}
	if found*100 < pairs*60 {
		t.Errorf("%d of %d pairs were found, want 60 in 100", found, pairs)
	}
	t.Logf("%d of %d pairs were found", found, pairs)
}
