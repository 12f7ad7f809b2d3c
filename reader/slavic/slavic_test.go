package slavic

import (
	"strings"
	"testing"
)

// forenames stand for the tables of the callers.
func gender(w string) Gender {
	switch w {
	case "иван", "пётр", "петр", "петро", "сергей", "андрій", "игорь", "павел", "никита", "дмитрий", "василь", "лев", "олег":
		return Male
	case "анна", "мария", "марія", "ольга", "олена", "наталья", "александра":
		return Female
	}
	return Unknown
}

func TestNominative(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Анны Беловой":           "Анна Белова",
		"Анне Беловой":           "Анна Белова",
		"Анну Белову":            "Анна Белова",
		"Анной Беловой":          "Анна Белова",
		"Ивана Белова":           "Иван Белов",
		"Ивану Белову":           "Иван Белов",
		"Иваном Беловым":         "Иван Белов",
		"Иване Белове":           "Иван Белов",
		"Сергея Лунина":          "Сергей Лунин",
		"Игорем Дубровским":      "Игорь Дубровский",
		"Ольги Дубровской":       "Ольга Дубровская",
		"Марии Лунь":             "Мария Лунь",
		"Дмитрию Саенко":         "Дмитрий Саенко",
		"Павла Шмидта":           "Павел Шмидт",
		"Льва Толстова":          "Лев Толстов",
		"Никиты Орлова":          "Никита Орлов",
		"Анны Петровны Беловой":  "Анна Петровна Белова",
		"Ивана Петровича Белова": "Иван Петрович Белов",
		"Олени Коваль":           "Олена Коваль",
		"Петра Савчука":          "Петр Савчук",
		"Андрія Зеленського":     "Андрій Зеленський",
		"Андрієм Шевченком":      "Андрій Шевченко",
		"Марією Дубровською":     "Марія Дубровська",
		"Марією Луною":           "Марія Луна",
		"Василем Бондаренком":    "Василь Бондаренко",
		"Александра Белова":      "Александра Белова", // her own name, as far as one can tell
		"Иван Белов":             "Иван Белов",
		"Уильяма Смита":          "Уильяма Смита", // no forename that is known
		"Анны":                   "Анны",
	} {
		got, changed := Nominative(strings.Fields(name), gender)
		if s := strings.Join(got, " "); s != want || changed != (s != name) {
			t.Errorf("%s: got %s, changed %v; want %s", name, s, changed, want)
		}
	}
}

func TestForenames(t *testing.T) {
	t.Parallel()
	for w, want := range map[string]Gender{"иван": Male, "ольга": Female, "никита": Male, "стол": Unknown, "Иван": Unknown} {
		if got := Russian(w); got != want {
			t.Errorf("Russian(%s) = %v, want %v", w, got, want)
		}
	}
	for w, want := range map[string]Gender{"микола": Male, "олена": Female, "елена": Unknown} {
		if got := Ukrainian(w); got != want {
			t.Errorf("Ukrainian(%s) = %v, want %v", w, got, want)
		}
	}
}
