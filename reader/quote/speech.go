package quote

func (a *analysis) foreignSpeech(i int) {}
func (a *analysis) label(i int) bool    { return false }
