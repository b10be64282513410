package nlp

// abbrKind says how a point behind a word is to be read.
type abbrKind uint8

const (
	abbrNone   abbrKind = iota
	abbrTitle           // never ends a sentence: Mr., Gen., v.
	abbrAlways          // an abbreviation that may also stand at the end: Inc., Jan., Calif.
	abbrNumber          // an abbreviation before a number alone: No., Fig.
)

// abbreviation classifies w, a word with a point behind it. Lists follow the
// non-breaking prefixes of the Moses tokeniser, and the Associated Press'
// forms of titles, states and months.
func abbreviation(w string) abbrKind {
	if len(w) > 6 || len(w) < 1 {
		if w == "Messrs" {
			return abbrTitle
		}
		return abbrNone
	}
	if len(w) > 2 && asciiUpper(w[0]) && asciiUpper(w[1]) {
		// GEN. and GOV.
		var b [6]byte
		b[0] = w[0]
		for i := 1; i < len(w); i++ {
			b[i] = w[i] | 0x20
		}
		if k := abbreviationOf(string(b[:len(w)])); k == abbrTitle {
			return k
		}
	}
	return abbreviationOf(w)
}

func abbreviationOf(w string) abbrKind {
	switch w {
	case "Mr", "Mrs", "Ms", "Dr", "Drs", "Prof", "Rev", "Hon", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Pres", "Gen", "Col", "Maj", "Capt", "Lt", "Cmdr", "Cdr", "Comdr", "Adm",
		"Brig", "Sgt", "Cpl", "Pvt", "Pfc", "Sfc", "Msgr", "Fr", "Mt", "Ft", "Supt", "Insp", "Det", "Atty", "Asst", "Assoc", "Amb", "Dep", "Mme", "Mlle", "MM", "MR", "MRS", "MS", "DR", "SEN", "REP", "GOV",
		"Messrs", "Sec", "Treas", "Ald", "Spc", "Ens", "Supts", "Sra", "Srta", "v", "vs", "viz", "cf", "Vs", "Gens", "Cols", "Lts", "Profs", "Secs", "Revs", "Pte", "Const", "Mx", "mr", "mrs", "dr", "ms", "St", "ST", "Ste", "approx", "Ph":
		return abbrTitle
	case "Jr", "Sr", "Esq", "Inc", "Corp", "Co", "Ltd", "Cos", "Bros", "LLC", "Ave", "Blvd", "Rd", "Hwy", "Pkwy", "Dept", "Univ", "Assn", "Bldg",
		"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
		"Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Kans", "Ky", "La", "Md", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Penn", "Pa", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wisc", "Wyo", "Mass", "Ont", "Que", "Alta",
		"etc", "Etc", "al", "et", "est", "Est", "ca", "pp", "ed", "eds", "Ed", "vol", "Vol", "resp", "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri",
		"jr", "sr", "inc", "ltd", "corp", "dept", "govt", "Govt", "intl", "Intl", "Natl", "Int", "min", "max", "avg", "ft", "lb", "lbs", "oz", "mph", "sq", "hrs", "yr", "yrs", "mos",
		"JR", "INC", "CORP", "LTD", "CO", "FLA", "CALIF":
		if ambiguousAbbr(w) {
			return abbrNumber
		}
		return abbrAlways
	case "No", "Nos", "Nr", "Art", "Fig", "Figs", "p", "Eq", "Ch", "Op", "Sect", "Para", "no", "fig", "nos", "ch", "Res":
		return abbrNumber
	}
	return abbrNone
}

// ambiguousAbbr reports whether w is also a word, so that a point behind it
// is the abbreviation's only before a number.
func ambiguousAbbr(w string) bool {
	switch w {
	case "Mon", "Wed", "Sat", "Sun", "Mar", "Jun", "Jul", "Apr", "min", "max", "ft", "ed", "et", "Ed", "La", "Ill", "Miss", "Mo", "Pa", "est", "Est", "ca", "Ind", "Wash", "Mass", "yrs", "hrs", "lbs", "oz", "mph", "sq", "yr", "lb", "mos", "Int", "Co", "CO", "Rd", "Thu", "Fri", "Tue", "avg", "al", "Conn", "Penn":
		switch w {
		case "La", "Ill", "Miss", "Mo", "Pa", "Ind", "Wash", "Mass", "Co", "CO", "al", "Conn", "Rd":
			return false
		}
		return true
	}
	return false
}

// starter reports whether w, capitalised, is a word that begins sentences
// and is no part of a name.
func starter(w string) bool {
	switch w {
	case "The", "A", "An", "In", "On", "At", "He", "She", "It", "They", "We", "I", "You", "But", "And", "This", "That", "These", "Those", "There", "His", "Her", "Their", "Its", "Our", "My", "Your",
		"If", "When", "While", "As", "For", "After", "Before", "Since", "Although", "Though", "However", "Then", "With", "By", "From", "So", "Yet", "Or", "Not", "No", "What", "Who", "How", "Why", "Where", "Which",
		"Some", "Many", "Most", "Several", "Another", "Other", "Others", "One", "Two", "Both", "Each", "Now", "Here", "Also", "Still", "Even", "Once", "Because", "Despite", "During", "Among", "According", "Asked", "Under", "To", "Such", "Instead", "Meanwhile", "Is", "Are", "Was", "Were", "Do", "Does", "Did", "Has", "Have", "Had", "Will", "Would", "Can", "Could", "Just", "Only", "Like", "Let", "Perhaps", "Maybe", "Every", "All", "Any", "Nor", "Until", "Unless", "Whether", "Today", "Earlier", "Later", "Last", "Officials", "Police", "People", "More", "Over", "Out", "About", "Through", "Without", "Within", "Between", "Against":
		return true
	}
	return false
}
