package variant

import "testing"

func TestNamesWrittenInTwoWays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		rule string
		is   func(a, b string) bool
		yes  [][2]string
		no   [][2]string
	}{
		{"abbreviates", Abbreviates,
			[][2]string{{"FBI", "federal bureau of investigation"}, {"F.B.I.", "federal bureau of investigation"},
				{"DOJ", "department of justice"}, {"EPA", "environmental protection agency"}, {"UN", "united nations"},
				{"HHS", "department of health and human services"}},
			[][2]string{{"FBI", "federal bureau"}, {"Fbi", "federal bureau of investigation"}, {"BI", "federal bureau of investigation"},
				{"US", "united states senate"}, {"F", "fund"}, {"NATO", "nato"}, {"", "united nations"}, {"UN", ""}}},
		{"turned", Turned,
			[][2]string{{"justice department", "department of justice"}, {"department of the treasury", "treasury department"}},
			[][2]string{{"justice department", "justice department"}, {"department", "department of the"}, {"harbour office", "harbour police"}}},
		{"plural", Plural,
			[][2]string{{"republicans", "republican"}},
			[][2]string{{"republican", "republicans"}, {"republican", "republican"}, {"ass", "as"}}},
		{"person", Person,
			[][2]string{{"william h frist", "bill frist"}, {"hillary rodham clinton", "hillary clinton"}, {"john f kerry", "john kerry"}},
			[][2]string{{"sens dianne feinstein", "dianne feinstein"}, {"frist", "bill frist"}, {"bill frist", "bill frist"},
				{"bill frist", "bill holm"}, {"a b c d frist", "bill frist"}}},
	} {
		for _, p := range c.yes {
			if !c.is(p[0], p[1]) {
				t.Errorf("%s: %q and %q are one", c.rule, p[0], p[1])
			}
		}
		for _, p := range c.no {
			if c.is(p[0], p[1]) {
				t.Errorf("%s: %q and %q are two", c.rule, p[0], p[1])
			}
		}
	}
}

func TestWithoutInitials(t *testing.T) {
	t.Parallel()
	for key, want := range map[string]string{
		"john f kerry": "john kerry", "george h w holm": "george holm", "john kerry": "john kerry",
		"john forbes kerry": "john forbes kerry", "j kerry": "j kerry", "j f k": "j f k", "": "",
	} {
		if got := WithoutInitials(key); got != want {
			t.Errorf("WithoutInitials(%q) = %q, want %q", key, got, want)
		}
	}
}

func TestSqueezed(t *testing.T) {
	t.Parallel()
	for key, want := range map[string]string{
		"washington d c": "washington dc", "u s senate": "us senate", "f b i": "fbi", "vitamin c": "vitamin c",
		"": "", "john f kerry": "john f kerry", "a": "a", "7 9": "7 9",
	} {
		if got := Squeezed(key); got != want {
			t.Errorf("Squeezed(%q) = %q, want %q", key, got, want)
		}
		if got := Squeezed(want); got != want {
			t.Errorf("Squeezed(%q) = %q: not the same once more", want, got)
		}
	}
}
