package token

// Abbreviation reports whether w, given without its point, is usually written
// with one. Single letters and letters with points between them are not listed.
func Abbreviation(w string) bool { return titles[w] || abbreviations[w] }

// titles never end a sentence: a name follows.
var titles = map[string]bool{
	"Mr": true, "Mrs": true, "Ms": true, "Dr": true, "Prof": true, "Rev": true, "Fr": true, "Hon": true, "St": true,
	"Gen": true, "Col": true, "Lt": true, "Maj": true, "Capt": true, "Cpt": true, "Sgt": true, "Cmdr": true, "Adm": true,
	"Gov": true, "Sen": true, "Rep": true, "Pres": true, "Messrs": true, "Mme": true, "Mlle": true, "Mt": true,
	"Brig": true, "Supt": true, "Insp": true, "Det": true, "Cpl": true, "Pvt": true, "Amb": true, "Sr": true, "Sra": true,
	"Dra": true, "Lic": true, "Ing": true, "Hr": true, "Fr.": true, "Ven": true, "Vols": true, "Ald": true, "Atty": true,
}

// abbreviations may end a sentence, but rarely do.
var abbreviations = map[string]bool{
	"Jr": true, "Inc": true, "Corp": true, "Co": true, "Ltd": true, "Bros": true, "Cie": true, "Pty": true, "Pte": true,
	"Jan": true, "Feb": true, "Aug": true, "Sept": true, "Sep": true, "Oct": true, "Nov": true, "Dec": true,
	"Ala": true, "Ariz": true, "Ark": true, "Calif": true, "Colo": true, "Conn": true, "Del": true, "Fla": true,
	"Ga": true, "Ill": true, "Ind": true, "Kan": true, "Ky": true, "Mass": true, "Md": true, "Mich": true,
	"Minn": true, "Miss": true, "Mo": true, "Mont": true, "Neb": true, "Nev": true, "Okla": true, "Ore": true,
	"Pa": true, "Penn": true, "Tenn": true, "Tex": true, "Va": true, "Vt": true, "Wis": true, "Wyo": true,
	"Ave": true, "Blvd": true, "Rd": true, "Ft": true, "Dept": true, "Univ": true, "Assn": true, "vs": true,
	"etc": true, "approx": true, "al": true, "Ph.D": true, "Esq": true, "cf": true, "Bhd": true, "Sdn": true,
	"Tel": true, "ca": true, "bzw": true, "usw": true, "Nr": true, "Abs": true, "Mio": true, "Mrd": true, "Bd": true,
}

// starters are words that often begin a sentence, and seldom go on with one
// that has just had "U.S." in it.
var starters = map[string]bool{
	"The": true, "A": true, "An": true, "In": true, "On": true, "At": true, "But": true, "And": true, "He": true,
	"She": true, "It": true, "They": true, "We": true, "I": true, "You": true, "This": true, "That": true, "These": true,
	"Those": true, "His": true, "Her": true, "Its": true, "Their": true, "There": true, "However": true, "Although": true,
	"While": true, "When": true, "If": true, "As": true, "For": true, "After": true, "Before": true, "With": true,
	"Since": true, "Some": true, "Many": true, "Most": true, "What": true, "Who": true, "Why": true, "How": true,
	"Here": true, "So": true, "Also": true, "By": true, "From": true, "To": true, "Two": true, "Three": true, "One": true,
	"Both": true, "Other": true, "Another": true, "According": true, "Last": true, "Meanwhile": true, "Then": true,
	"Now": true, "No": true, "Not": true, "Even": true, "Our": true, "My": true, "Your": true, "Earlier": true,
	"Despite": true, "During": true, "Until": true, "Under": true, "Such": true, "Each": true, "More": true, "All": true,
}
