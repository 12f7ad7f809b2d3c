package gazetteer

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"
	"testing"
)

func built() []byte {
	var b Builder
	b.Add(Org, "World", "Rowing", "Board")
	b.Add(Company, "world", "rowing")
	b.Add(First, "Anna")
	b.Add(Last, "anna")
	for i := range 3000 {
		b.Add(Town, fmt.Sprint("town", i))
	}
	return b.Bytes()
}

func TestBuildAndFind(t *testing.T) {
	t.Parallel()
	table, err := Read(built())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		words []string
		want  Flags
	}{
		{[]string{"ANNA"}, First | Last},
		{[]string{"world"}, Prefix},
		{[]string{"World", "Rowing"}, Prefix | Company},
		{[]string{"World", "Rowing", "Board"}, Org},
		{[]string{"Rowing"}, 0},
		{[]string{"town2999"}, Town},
	} {
		if got := table.Find(Phrase(c.words...)); got != c.want {
			t.Errorf("%v: got %b, want %b", c.words, got, c.want)
		}
	}
}

func TestHashFoldsCaseAndMarks(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{{"Iran", "IRAN"}, {"O’Brien", "o'brien"}, {"Éire", "éire"}, {"U. S.", "U.S."}, {"Al‑Rai", "al-rai"}} {
		if Hash(c[0]) != Hash(c[1]) {
			t.Errorf("%q and %q differ", c[0], c[1])
		}
	}
	if Hash("Iran") == Hash("Iraq") {
		t.Error("Iran and Iraq are the same")
	}
}

func TestNations(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]Nation{
		"Iran":        {"Q794", "Iran", false},
		"IRANIAN":     {"Q794", "Iran", true},
		"U.S.":        {"Q30", "United States", false},
		"Scotia":      {"", "", false},
		"Scottish":    {"Q22", "Scotland", true},
		"Россия":      {"Q159", "Russia", false},
		"Deutschland": {"Q183", "Germany", false},
		"Ivorian":     {"Q1008", "Ivory Coast", true},
	} {
		got, ok := FindNation(name)
		if got != want || ok != (want.QID != "") {
			t.Errorf("%s: got %v %v, want %v", name, got, ok, want)
		}
	}
}

func TestShippedTable(t *testing.T) {
	t.Parallel()
	if _, err := Read(tableData); err != nil {
		t.Fatal(err)
	}
	for phrase, want := range map[string]Flags{"Maria": First, "Petrov": Last, "Berlin": City, "Siemens": Company, "Thursday": Date} {
		if got := Default().Find(Hash(phrase)); got&want == 0 {
			t.Errorf("%s: got %b, want %b in it", phrase, got, want)
		}
	}
	if n := len(tableData) + len(countriesData); n > 2<<20 {
		t.Errorf("tables take %d bytes, want at most 2 MB", n)
	}
}

// FuzzRead: any bytes give a table that can be asked, or an error that wraps ErrFormat.
func FuzzRead(f *testing.F) {
	good := built()
	f.Add(good, false)
	f.Add(good[:100], true)
	f.Add([]byte(magic), true)
	f.Fuzz(func(t *testing.T, data []byte, mend bool) {
		if mend && len(data) > headerSize {
			data = slices.Clone(data)
			binary.LittleEndian.PutUint32(data[len(magic)+4:], crc32.ChecksumIEEE(data[headerSize:]))
		}
		table, err := Read(data)
		if err != nil {
			if !errors.Is(err, ErrFormat) {
				t.Fatalf("error %v does not wrap ErrFormat", err)
			}
			return
		}
		for _, h := range []uint64{0, 1, 1 << 63, ^uint64(0), Hash("anna")} {
			table.Find(h)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	h := Hash("Petrov")
	t := Default()
	for b.Loop() {
		t.Find(h)
	}
}

func TestAdjective(t *testing.T) {
	t.Parallel()
	for qid, want := range map[string]string{
		"Q794": "Iranian", "Q145": "British", "Q142": "French", "Q34": "Swedish", "Q39": "Swiss", "Q17": "Japanese",
		"Q41": "Greek", "Q878": "Emirati", "Q30": "US", "Q884": "South Korean", "Q0": "",
	} {
		if got := Adjective(qid); got != want {
			t.Errorf("of %s: %q, want %q", qid, got, want)
		}
	}
}

// TestCluster: a table tells the clusters of words that it was given, and none without.
func TestCluster(t *testing.T) {
	t.Parallel()
	var names, words Builder
	names.Add(City, "Oslo")
	words.Add(Flags(255)<<1, "striker")
	words.Add(Flags(1)<<1, "Oslo")
	table, err := Read(names.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	clusters, err := Read(words.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if got := table.Cluster(Hash("striker")); got != 0 {
		t.Errorf("without clusters: got %d, want 0", got)
	}
	both := table.With(clusters)
	for word, want := range map[string]uint8{"Striker": 255, "oslo": 1, "winger": 0} {
		if got := both.Cluster(Hash(word)); got != want {
			t.Errorf("%s: got cluster %d, want %d", word, got, want)
		}
	}
	if both.Find(Hash("Oslo")) != City {
		t.Error("the names are lost")
	}
}
