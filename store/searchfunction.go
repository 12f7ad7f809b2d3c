package store

import (
	"database/sql/driver"
	"strings"
	"sync"

	"modernc.org/sqlite"

	"offprint/reader"
	"offprint/store/folded"
	"offprint/store/pack"
)

// registerFunctions teaches SQLite to look for words in a row, which the index
// (detail=column) cannot, and to give many numbers at once. The driver keeps functions for the whole program.
var registerFunctions = sync.OnceFunc(func() {
	// The error is for a name that is taken already, which nobody else does.
	_ = sqlite.RegisterDeterministicScalarFunction("offprint_phrase", 2, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		return truth(phraseIn(asString(args[0]), asString(args[1]))), nil
	})
	_ = sqlite.RegisterDeterministicScalarFunction("offprint_body", 3, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		markdown := reader.Clean(asString(args[0]))
		code, _ := args[1].([]byte)
		plain, err := reader.DecodePlain(markdown, code)
		if err != nil {
			return truth(false), nil
		}
		return truth(phraseIn(plain.Text, asString(args[2]))), nil
	})
	_ = sqlite.RegisterDeterministicScalarFunction("offprint_noted", 4, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		lost, _ := args[2].(int64)
		h := Highlight{Note: reader.Clean(asString(args[0])), Lost: lost != 0}
		decodeAnchor(asString(args[1]), &h.Anchor)
		return truth(phraseIn(h.noted(), asString(args[3]))), nil
	})
	_ = sqlite.RegisterFunction(pack.Function, &sqlite.FunctionImpl{NArgs: -1, Deterministic: true, MakeAggregate: pack.New})
})

func truth(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

func asString(v driver.Value) string {
	switch v := v.(type) {
	case string:
		return v
	case []byte:
		return string(v)
	}
	return ""
}

// phraseIn reports whether s holds a phrase as writePhrase wrote it.
func phraseIn(s, phrase string) bool {
	rest, prefix := strings.CutSuffix(phrase, "*")
	return folded.HasPhrase(s, strings.Fields(rest), prefix)
}

// writePhrase writes folded words for phraseIn.
func writePhrase(words []string, prefix bool) string {
	s := strings.Join(words, " ")
	if prefix {
		s += "*"
	}
	return s
}
