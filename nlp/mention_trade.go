package nlp

import "strings"

// Names that the text itself says to be those of firms, by a noun for a trade
// beside them.

// trades are nouns for firms and the like that stand beside their names.
var trades = set("company firm airline bank lender brokerage utility retailer carmaker automaker drugmaker chipmaker planemaker steelmaker shipbuilder homebuilder housebuilder shipper insurer grocer supermarket startup " +
	"start-up charity nonprofit non-profit newspaper broadcaster manufacturer conglomerate subsidiary giant chain union supplier carrier operator label brewer brand nonprofit consultancy thinktank think-tank")

// tradeNoun reports whether the noun at token t is one for a firm, or for a
// firm or a person.
func (r *resolver) tradeNoun(t int) bool {
	w := strings.ToLower(r.a.Word(t))
	return trades[w] || eitherNoun[w]
}

// tradeNames makes organisations of names taken for persons' or for something
// else, or missed, that stand in apposition to a trade, "Northgrid, the country's
// largest utility,", "the ferry's operator, Arden Lines,", or that end with a
// legal form.
func (r *resolver) tradeNames() {
	a := r.a
	r.ampersands()
	r.missedTrades()
	r.shortNames()
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Kind != Person && e.Kind != Misc || e.First < 0 || e.Last > len(a.Tokens) || e.First >= e.Last || r.contains(e, Comma) {
			continue
		}
		_, first := lookup(r.words.names, a.Word(e.First))
		if w := a.Word(e.Last - 1); e.Last-e.First > 1 && legalForm(w) && (!first || caps(w) || strings.HasSuffix(w, ".")) {
			e.Kind = Organization
			continue
		}
		if first || e.First > 0 && title(a.Word(e.First-1)) || r.surnames[r.wordHash(e.Last-1, e.Last)] && e.Last-e.First == 1 {
			continue
		}
		if r.tradeBehind(e.Last) || r.tradeBefore(e) {
			e.Kind = Organization
		}
	}
}

// ampersands makes organisations of capitals around "&" that no entity covers:
// "KG&E", but not "R&D".
func (r *resolver) ampersands() {
	a := r.a
	r.extra = r.extra[:0]
	e := 0
	for t := range a.Tokens {
		e = r.entityFrom(e, t)
		w := a.Word(t)
		if len(w) < 3 || len(w) > 6 || !caps(w) || !strings.ContainsRune(w[1:len(w)-1], '&') || e < len(a.Entities) && a.Entities[e].First <= t || noFirms[w] {
			continue
		}
		a.Tokens[t].POS = NNP
		r.missed(Organization, t, t+1)
	}
	r.mergeExtra()
}

var noFirms = map[string]bool{"R&D": true, "Q&A": true, "A&E": true, "B&B": true, "M&A": true, "P&L": true, "F&B": true, "R&B": true, "D&D": true, "P&P": true, "S&P": true, "T&C": true}

// shortNames makes organisations of the beginnings of names that end with a
// legal form, or of three words and more: "Kessen" of Kessen Ltd., "New Arden
// Electric" of New Arden Electric System.
func (r *resolver) shortNames() {
	a := r.a
	if r.known == nil {
		r.known = map[uint32]EntityKind{}
	}
	clear(r.known)
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Kind != Organization || e.First < 0 || e.Last > len(a.Tokens) || e.Last-e.First < 2 || r.contains(e, IN) || r.contains(e, CC) {
			continue
		}
		_, first := lookup(r.words.names, a.Word(e.First))
		if legalForm(a.Word(e.Last-1)) && !first && len(a.Word(e.First)) > 3 && a.Tokens[e.First].POS.Proper() {
			r.known[r.wordHash(e.First, e.First+1)] = Person
		}
		if e.Last-e.First > 3 {
			r.known[r.wordHash(e.First, e.Last-1)] = Place
		}
	}
	if len(r.known) == 0 {
		return
	}
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.First < 0 || e.Last > len(a.Tokens) || e.First >= e.Last || e.Kind != Person && e.Kind != Place {
			continue
		}
		h := r.wordHash(e.First, e.Last)
		if k := r.known[h]; k != e.Kind || k == Person && (e.Last-e.First != 1 || r.surnames[h] || e.First > 0 && title(a.Word(e.First-1))) {
			continue
		}
		e.Kind = Organization
	}
}

// missedTrades makes organisations of the capitalised words before a trade in
// apposition of which no entity covers all: "Eastern | Grid, the largest utility,".
func (r *resolver) missedTrades() {
	a := r.a
	r.extra = r.extra[:0]
	for t := 1; t+3 < len(a.Tokens); t++ {
		if !capital(a.Word(t)) || !capital(a.Word(t-1)) || a.Tokens[t+1].POS != Comma || !a.Tokens[t].POS.Noun() || a.Tokens[t].Sentence != a.Tokens[t-1].Sentence || r.classOf(t) == PersonNoun {
			continue
		}
		f := t
		for f > 0 && t-f < 4 && capital(a.Word(f-1)) && (a.Tokens[f-1].POS.Noun() || a.Tokens[f-1].POS == JJ) && a.Tokens[f-1].Sentence == a.Tokens[t].Sentence && !title(a.Word(f-1)) && r.classOf(f-1) != PersonNoun {
			f--
		}
		if f == t || !r.tradeBehind(t+1) {
			continue
		}
		if _, first := lookup(r.words.names, a.Word(f)); first || r.entityOver(f, t+1) {
			continue
		}
		n := 0
		for _, e := range a.Entities {
			if e.First >= f && e.Last <= t+1 {
				continue
			}
			a.Entities[n] = e
			n++
		}
		a.Entities = a.Entities[:n]
		r.missed(Organization, f, t+1)
	}
	for i := range r.extra {
		x := &r.extra[i]
		for k := range a.Entities {
			if e := &a.Entities[k]; e.Kind == Misc && e.Last-e.First == x.Last-x.First && r.wordHash(e.First, e.Last) == r.wordHash(x.First, x.Last) {
				e.Kind = Organization
			}
		}
	}
	r.mergeExtra()
}

// entityOver reports whether an entity covers all the tokens [first, last), or
// reaches out of them.
func (r *resolver) entityOver(first, last int) bool {
	for i := range r.a.Entities {
		e := &r.a.Entities[i]
		if e.First < last && e.Last > first && (e.First < first || e.Last > last || e.First == first && e.Last == last) {
			return true
		}
	}
	return false
}

// tradeBehind reports whether a phrase between commas with a trade for its head
// stands at token t: ", the Swiss drugmaker,".
func (r *resolver) tradeBehind(t int) bool {
	a := r.a
	if t+2 >= len(a.Tokens) || a.Tokens[t].POS != Comma || a.Tokens[t+1].POS != DT && a.Tokens[t+1].POS != PRPS && r.entityAtToken(t+1) == NoEntity {
		return false
	}
	s := a.Tokens[t].Sentence
	for k := t + 1; k < len(a.Tokens) && k < t+10 && a.Tokens[k].Sentence == s; k++ {
		switch p := a.Tokens[k].POS; {
		case p.Noun(), p == DT, p == PRPS, p == JJ, p == JJR, p == JJS, p == CD, p == POSS, p == HYPH, p == VBN:
		case p == Comma, p == Stop, p == IN, p == WDT, p == TO:
			// A phrase with a preposition must end with a comma, too.
			if !a.Tokens[k-1].POS.Noun() || !r.tradeNoun(k-1) || a.Tokens[k-1].POS == NNS {
				return false
			}
			return p == Comma || p == Stop || p == WDT || r.commaBefore(k, t+20)
		default:
			return false
		}
	}
	return false
}

// entityAtToken is the kind of the entity that begins with token t.
func (r *resolver) entityAtToken(t int) EntityKind {
	for i := range r.a.Entities {
		if e := &r.a.Entities[i]; e.First == t {
			return e.Kind
		} else if e.First > t {
			break
		}
	}
	return NoEntity
}

// commaBefore reports whether a comma or stop stands from token t on before
// token end and before any finite verb.
func (r *resolver) commaBefore(t, end int) bool {
	a := r.a
	for ; t < end && t < len(a.Tokens); t++ {
		switch a.Tokens[t].POS {
		case Comma, Stop:
			return true
		case VBD, VBZ, VBP, MD:
			return false
		}
	}
	return false
}

// tradeBefore reports whether a trade with an article or a possessor stands
// before entity e: "the ferry's operator, | Arden Lines,".
func (r *resolver) tradeBefore(e *Entity) bool {
	a := r.a
	t := e.First - 2
	if t < 1 || a.Tokens[t+1].POS != Comma || a.Tokens[t].Sentence != a.Tokens[e.First].Sentence || !a.Tokens[t].POS.Noun() || a.Tokens[t].POS == NNS || !r.tradeNoun(t) {
		return false
	}
	if e.Last >= len(a.Tokens) || a.Tokens[e.Last].POS != Comma && a.Tokens[e.Last].POS != Stop {
		return false
	}
	for k := t - 1; k >= 0 && k > t-6; k-- {
		switch p := a.Tokens[k].POS; {
		case p == POSS, p == PRPS, p == DT:
			return k == 0 || a.Tokens[k-1].POS != IN && a.Tokens[k-1].POS != TO
		case p.Noun(), p == JJ, p == JJS:
		default:
			return false
		}
	}
	return false
}
