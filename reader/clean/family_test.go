package clean

import (
	"testing"

	"golang.org/x/text/encoding/htmlindex"
)

// A text comes back as it was from any encoding that it can be written in,
// whether it is named or not.
func TestFamily(t *testing.T) {
	t.Parallel()
	texts := []struct {
		text  string
		names []string
	}{
		{"Rada miasta ogłosiła w poniedziałek, że most będzie zamknięty, mówił burmistrz Łukasz Żółkiewski.", []string{"windows-1250", "iso-8859-2"}},
		{"Městská rada v pondělí oznámila, že most zůstane uzavřen; řekl to starosta Jiří Dvořák.", []string{"windows-1250", "iso-8859-2"}},
		{"A városi tanács hétfőn közölte, hogy a híd tavaszig zárva marad, mert az acél még nem érkezett meg. Őrült idők, szűk utak.", []string{"windows-1250", "iso-8859-2"}},
		{"Gradsko vijeće objavilo je da će most biti zatvoren do proljeća, što ističe i načelnik Željko Šarić.", []string{"windows-1250", "iso-8859-2"}},
		{"Belediye meclisi, çelik gelmediği için köprünün kapalı kalacağını açıkladı, dedi başkan Işık Gündoğdu.", []string{"windows-1254"}},
		{"Miesto taryba pirmadienį pranešė, kad tiltas bus uždarytas iki pavasario, nes plieno dar nėra. Žmonės keliasi keltu, o jų daug, šįryt ypač.", []string{"windows-1257"}},
		{"La urba konsilio diris lunde, ke la ponto restos fermita ĝis printempo, ĉar la ŝtalo ne venis. Ĝi estas ankaŭ ĉe ĵurnalistoj.", []string{"iso-8859-3"}},
		{"أعلن مجلس المدينة يوم الاثنين أن الجسر سيبقى مغلقا حتى الربيع لأن الفولاذ لم يصل بعد", []string{"windows-1256", "iso-8859-6"}},
		{"Міська рада повідомила в понеділок, що міст через річку залишиться закритим, бо її сталь ще не надійшла.", []string{"windows-1251", "koi8-u"}},
		{"Городской совет сообщил в понедельник, что мост через реку останется закрытым до весны.", []string{"windows-1251", "koi8-r", "iso-8859-5"}},
		{"Der Rat sagte, die Brücke über die Elm bleibe geschlossen; „größere“ Schäden – Ärger für alle.", []string{"windows-1252"}},
		{"Le conseil a déclaré que le pont resterait fermé jusqu’à l’été, où l’acier doit être livré à Besançon. Cœur, Noël, ça et là.", []string{"windows-1252"}},
		{"El alcalde dijo: «¿Qué haríamos mañana?», según señaló la alcaldía. ¡Está aquí!", []string{"windows-1252"}},
		{"A câmara disse que a ponte não abrirá até à próxima estação, porque o aço não chegou; são questões técnicas.", []string{"windows-1252"}},
		{"Il consiglio ha detto che il ponte resterà chiuso perché l'acciaio non c'è più: così è, e sarà. Ciò può durare, di lunedì in lunedì, fin laggiù.", []string{"windows-1252"}},
		{"Rådet sade att bron över älven förblir stängd; färjan går ändå. Många är trötta på det här.", []string{"windows-1252"}},
		{"Bæjarráð sagði að brúin yrði lokuð fram á vor, því stálið væri ekki komið. Þetta er slæmt, sögðu íbúar við ána.", []string{"windows-1252"}},
		{"The council said “no” – and that’s that. Nobody at the café was naïve about it; the façade of the château may fall.", []string{"windows-1252"}},
	}
	for _, x := range texts {
		for _, name := range x.names {
			e, err := htmlindex.Get(name)
			if err != nil {
				t.Fatal(err)
			}
			data, err := e.NewEncoder().String(x.text)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if got, _ := Decode([]byte(data), false); got != x.text {
				t.Errorf("from %s:\ngot  %s\nwant %s", name, got, x.text)
			}
		}
	}
}

// A page's own language decides where few letters tell.
func TestFamilyTold(t *testing.T) {
	t.Parallel()
	for lang, want := range map[string]string{"pl": "Łódź", "en": "£ódŸ"} {
		data := "<html lang=\"" + lang + "\"><body>\xa3\xf3d\x9f</body></html>"
		if got, _ := Decode([]byte(data), true); got != "<html lang=\""+lang+"\"><body>"+want+"</body></html>" {
			t.Errorf("%s: %s", lang, got)
		}
	}
}
