package quote

func (a *analysis) foreignSpeech(i int) {}
