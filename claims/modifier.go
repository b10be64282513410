package claims

// modifier reads the words around [first, next) that qualify a number.
func (l lexed) modifier(first, next int) string {
	p := first - 1
	if l.is(p, "a", "an", "the") {
		p--
	}
	if l.is(p, "between", "from") {
		p--
	}
	switch {
	case l.is(p, "than"):
		switch {
		case l.is(p-1, "more", "greater", "higher", "larger", "longer", "bigger", "better"):
			if l.is(p-2, "no") {
				return "at most"
			}
			return "more than"
		case l.is(p-1, "less", "fewer", "lower", "smaller", "shorter"):
			if l.is(p-2, "no") {
				return "at least"
			}
			return "less than"
		}
	case l.is(p, "least") && l.is(p-1, "at"), l.is(p, "minimum"), l.is(p, "of") && l.is(p-1, "minimum"):
		return "at least"
	case l.is(p, "most") && l.is(p-1, "at"), l.is(p, "of") && l.is(p-1, "maximum"), l.is(p, "to") && l.is(p-1, "up"),
		l.is(p, "as") && l.is(p-1, "many", "much", "high", "long", "far"):
		return "at most"
	case l.is(p, "as") && l.is(p-1, "few", "little", "low"):
		return "at least"
	case l.is(p, "about", "around", "roughly", "approximately", "some", "nearly", "almost", "circa", "approx", "~", "estimated", "virtually"),
		l.is(p, "to") && l.is(p-1, "close"):
		return "about"
	case l.is(p, "over") && spans[units[l.low(next-1)].name] && !l.in(p-1, lasting):
		return "" // "interviewed 43 people over 19 days"
	case l.is(p, "over", "above", "exceeding", "exceeded", "exceeds", "topped", "surpassed", "surpassing"), l.is(p, "of") && l.is(p-1, "upwards", "north", "excess"):
		return "more than"
	case l.is(p, "under", "below"), l.is(p, "of") && l.is(p-1, "south", "short"):
		return "less than"
	}
	switch {
	case l.is(next, "or") && l.is(next+1, "more", "greater", "older", "above", "higher", "over", "longer"), l.is(next, "and") && l.is(next+1, "up", "older", "over", "above"), l.is(next, "plus"):
		return "at least"
	case l.is(next, "or") && l.is(next+1, "less", "fewer", "under", "younger", "below"):
		return "at most"
	case l.is(next, "or") && l.is(next+1, "so"):
		return "about"
	}
	// "15 people or so", "100 jobs or more" with the noun between.
	if l.is(next+1, "or") && l.is(next+2, "more", "so", "fewer", "less") && l.ok(next) && l[next].shape == letters {
		return map[string]string{"more": "at least", "so": "about", "fewer": "at most", "less": "at most"}[l.low(next+2)]
	}
	return ""
}

// spans are the units that time is measured in.
var spans = set("year month week day hour minute second")

// lasting are words before "over 18 months" if it is longer than that.
var lasting = set("for in after of than at just well is was are were by waited waiting wait lasted lasting lasts last spent spend spending took take takes taking taken with and to aged goes went within")
