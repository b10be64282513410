package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// closes reports whether the last token of p closes a bracket or quotation
// that p opens after its start.
func closes(a *nlp.Annotation, p *proposition) bool {
	open := ""
	switch a.Word(p.last - 1) {
	case ")":
		open = "("
	case "]":
		open = "["
	case "”":
		open = "“"
	case "’", "'":
		open = "‘"
	case "\"", "''":
		n := 0
		for i := p.first; i < p.last; i++ {
			if w := a.Word(i); w == "\"" || w == "''" || w == "``" {
				n++
			}
		}
		return n%2 == 0 && n > 0
	default:
		return false
	}
	for i := p.first; i < p.last-1; i++ {
		if a.Word(i) == open {
			return true
		}
	}
	return false
}

// trim cuts marks, brackets, joining words and introductions off p.
func (ar *article) trim(p *proposition) {
	a := ar.a
	if p.last <= p.first {
		return
	}
	ar.dateline(p)
	p.first = ar.summed(p)
	p.first = ar.listMark(p)
	p.first = ar.capitalsHead(p)
	ar.label(p)
	ar.comment(p)
	for again := true; again && p.last > p.first; {
		again = false
		t := &a.Tokens[p.first]
		w := ar.low(p.first)
		switch {
		case isMark(a, p.first) && !(w == "[" && p.first+2 < p.last && a.Word(p.first+2) == "]") && w != "$" && w != "£" && w != "€" && w != "#" && !ar.opensInside(p):
			p.first++
			again = true
		case t.POS == nlp.CC && p.last-p.first > 3 && w != "both" && w != "either" && w != "neither":
			p.first++
			again = true
		case t.POS == nlp.UH && (w == "yes" || w == "no") && p.first > 0 && a.Tokens[p.first-1].POS == nlp.CC && p.last-p.first > 4:
			p.first++
			again = true
		case p.first+1 < p.last && (a.Word(p.first+1) == "," || a.Word(p.first+1) == ":") && (introductory[w] || feeling(w)):
			p.first += 2
			again = true
		case (w == "since" || w == "because" || w == "as") && p.quote == None && p.reported && t.Rel == nlp.Mark && int(t.Head) == ar.root(p.first, p.last) && p.last-p.first > 4:
			p.first++
			again = true
		case (w == "since" || w == "because") && p.quote == None && p.first > a.Sentences[t.Sentence].First && p.last-p.first > 5 && int(t.Head) == ar.root(p.first, p.last) && ar.clauseOnly(p):
			p.first++
			again = true
		case (w == "although" || w == "though") && p.first > a.Sentences[t.Sentence].First && a.Word(p.first-1) == "," && p.last-p.first > 5 && ar.clauseOnly(p):
			p.first++ // what it is conceded to stands before
			again = true
		case (w == "is" || w == "was") && p.last-p.first > 6 && strings.EqualFold(a.Word(p.first+1), "that") && a.Tokens[p.first+1].POS == nlp.IN:
			p.first += 2 // "the implication, the aide said, is that"
			again = true
		case w == "that" && (t.POS == nlp.IN || t.Rel == nlp.Mark) && p.last-p.first > 3 && !finitePOS(a.Tokens[p.first+1].POS) && !(anaphors[ar.low(p.first+1)] && finitePOS(a.Tokens[p.first+2].POS)):
			p.first++
			again = true
		}
		if w == "what" {
			// "What I would also say is that".
			for k, say := p.first+1, false; k < p.first+20 && k+4 < p.last; k++ {
				switch l := a.Tokens[k].Lemma; l {
				case "say", "tell", "know", "hear", "learn", "confirm", "evident", "clear", "obvious":
					say = true
				case "be":
					if say && strings.EqualFold(a.Word(k+1), "that") {
						p.first = k + 2
						again = true
					}
				}
				if again {
					break
				}
			}
		}
		if !again {
			if n := max(ar.frame(p), ar.setOff(p), ar.weighing(p), ar.staged(p), ar.asTold(p), ar.besidesOpening(p), ar.aimed(p), ar.reasoned(p), ar.drawing(p), ar.signOpening(p), ar.factOpening(p), ar.alsoOpening(p), ar.appeal(p)); n > p.first {
				p.first = n
				again = true
			}
		}
	}
	ar.trimEnd(p)
	ar.close(p)
}

// trimEnd cuts marks and what has lost its noun or clause off the end of p.
func (ar *article) trimEnd(p *proposition) {
	a := ar.a
	for p.last > p.first+1 {
		if a.Tokens[p.last-1].POS == nlp.ADD && p.last-p.first > 4 && ar.linked(p.last-1) {
			p.last--
			continue
		}
		if k := ar.cited(p); k > 0 {
			p.last = k
			continue
		}
		// A preposition or article left at the end has lost its noun.
		t := &a.Tokens[p.last-1]
		dangling := t.POS == nlp.TO || t.POS == nlp.DT && (t.Lemma == "the" || t.Lemma == "a" || t.Lemma == "an") || t.POS == nlp.CC || t.POS == nlp.IN && p.last-p.first > 1 && isMark(a, p.last-2)
		// "Will close and that, he said, would cost jobs".
		dangling = dangling || ar.relayed(p) && ar.thatAt(p.last-1) && a.Tokens[p.last-2].POS == nlp.CC && p.last < len(a.Tokens) && a.Word(p.last) == ","
		if !dangling && !(isMark(a, p.last-1) && a.Word(p.last-1) != "%" && !closes(a, p)) {
			break
		}
		p.last--
	}
}

// linked reports whether token i is an address that nothing leads in, as one put
// behind a sentence is.
func (ar *article) linked(i int) bool {
	switch t := ar.a.Tokens[i-1].POS; t {
	case nlp.IN, nlp.TO, nlp.DT, nlp.CC:
		return false
	default:
		return !t.Verb() && strings.Contains(ar.a.Word(i), "/")
	}
}

// clauseOnly reports whether p is a single clause: no comma parts it.
func (ar *article) clauseOnly(p *proposition) bool {
	for k := p.first; k < p.last; k++ {
		if ar.a.Word(k) == "," {
			return false
		}
	}
	return ar.anyFinite(p.first, p.last)
}

func isMark(a *nlp.Annotation, i int) bool {
	w := a.Word(i)
	for k := 0; k < len(w); k++ {
		c := w[k]
		if '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	switch a.Tokens[i].POS {
	case nlp.Comma, nlp.Stop, nlp.Colon, nlp.OpenQuote, nlp.CloseQuote, nlp.LRB, nlp.RRB, nlp.NFP, nlp.HYPH:
		return true
	}
	switch w {
	case "(", ")", "[", "]", "“", "”", "\"", "'", "‘", "’", "''", "``", ",", ".", ";", ":", "—", "–", "-", "…", "...", "?", "!", "•", "*":
		return true
	}
	return false
}

// label cuts a heading or speaker's name with a colon off the start of p.
func (ar *article) label(p *proposition) {
	a := ar.a
	for i := p.first + 1; i < p.last-4 && i < p.first+9; i++ {
		switch {
		case a.Word(i) == ":":
			r := a.Word(i + 1)
			if d := a.Word(i - 1); d[0] >= '0' && d[0] <= '9' && isDigits(d) {
				return // "2001: A Space Odyssey", but "6A: Orla Venn won"
			}
			if i == p.first+1 && headings[ar.low(p.first)] {
				p.first = i + 1
				ar.label(p) // "Summary: 6A:"
				return
			}
			if r[0] >= 'A' && r[0] <= 'Z' && !ar.anyFinite(p.first, i) && ar.anyFinite(i+1, p.last) {
				p.first = i + 1
			}
			return
		case isMark(a, i) && a.Word(i) != "-" && a.Word(i) != "–" && a.Word(i) != "’":
			return
		}
	}
}

// headings are words that a headline begins with to say what kind of report it is.
var headings = set("poll polls report reports survey study exclusive breaking update updated video watch opinion analysis editorial explainer correction summary")

// comment cuts "it is astounding that" off the start of p.
func (ar *article) comment(p *proposition) {
	a := ar.a
	if p.last-p.first < 8 || !strings.EqualFold(a.Word(p.first), "it") || a.Tokens[p.first+1].Lemma != "be" && a.Word(p.first+1) != "'s" && a.Word(p.first+1) != "’s" {
		return
	}
	for i := p.first + 2; i < p.first+5; i++ {
		switch a.Tokens[i].POS {
		case nlp.RB, nlp.DT, nlp.NN:
			continue
		case nlp.JJ, nlp.VBG:
			if strings.EqualFold(a.Word(i+1), "that") && comments[ar.low(i)] {
				p.first = i + 2
			}
		}
		return
	}
}

var comments = set("astounding amazing surprising unsurprising clear obvious true important notable noteworthy remarkable sad shocking ironic interesting unfortunate telling outrageous ridiculous incredible worrying troubling disturbing striking")

// dateline cuts "SAN FRANCISCO (AP) —" off the start of a block.
func (ar *article) dateline(p *proposition) {
	a := ar.a
	if p.first > 0 && a.Tokens[p.first-1].Sentence == a.Tokens[p.first].Sentence || p.first > 0 && !strings.Contains(a.Text[a.Tokens[p.first-1].End:a.Tokens[p.first].Start], "\n") {
		return
	}
	if n := max(ar.pair(p), ar.outletLine(p)); n > p.first {
		p.first = n
		return
	}
	for i := p.first + 1; i < p.last-4 && i < p.first+14; i++ {
		switch a.Word(i) {
		case "—", "–", "--", "-", "―":
			prev := a.Word(i - 1)
			if s := a.Span(p.first, i).Of(a.Text); ar.opensClause(p.first, i) >= 0 && s != strings.ToUpper(s) && !strings.Contains(s, "(Reuters)") {
				return // "Norr shows a new version of the AX4 —"
			}
			if prev == ")" || len(prev) == 4 && isDigits(prev) && ar.dayline(p.first, i) || prev == strings.ToUpper(prev) && len(prev) > 2 && prev[0] >= 'A' && int(a.Tokens[i].Start) > int(a.Tokens[i-1].End) || strings.Contains(a.Span(p.first, i).Of(a.Text), "(Reuters)") {
				p.first = i + 1
			}
			return
		case ".", "\"", "“":
			if i > p.first+2 {
				return
			}
		}
	}
}

// dayline reports whether [first, last) is a place and a day: "Sydney, 6 October 2022".
func (ar *article) dayline(first, last int) bool {
	month := false
	for k := first; k < last; k++ {
		w := ar.a.Word(k)
		month = month || months[strings.ToLower(strings.TrimSuffix(w, "."))] > 0
		if c := w[0]; (c < 'A' || c > 'Z') && (c < '0' || c > '9') && !isMark(ar.a, k) {
			return false
		}
	}
	return month
}

// introductory are the adverbs that join a sentence to the one before and are
// no part of what it states.
var introductory = set("however finally meanwhile moreover furthermore also besides indeed instead nevertheless nonetheless still yet thus therefore consequently additionally similarly likewise accordingly well so and but yes no now look fortunately unfortunately sadly frankly clearly obviously ironically interestingly notably importantly overall first second third lastly conversely regardless otherwise hence then plus again actually basically specifically ultimately separately incidentally admittedly naturally unsurprisingly surprisingly impressively remarkably crucially significantly curiously luckily thankfully honestly anyway ah oh ok okay")

// frames are openings that say nothing themselves: "it should be noted that".
var frames = [][]string{
	{"it", "should", "be", "noted", "that"}, {"it", "is", "worth", "noting", "that"}, {"it", "is", "true", "that"}, {"the", "fact", "is", "that"},
	{"the", "fact", "is", ","}, {"the", "truth", "is", "that"}, {"in", "fact", ","}, {"of", "course", ","}, {"for", "example", ","}, {"for", "instance", ","},
	{"in", "addition", ","}, {"as", "a", "result", ","}, {"on", "the", "other", "hand", ","}, {"in", "other", "words", ","}, {"after", "all", ","},
	{"i", "mean", ","}, {"you", "know", ","}, {"you", "see", ","}, {"well", "first", "of", "all", ","}, {"as", "you", "know", ","}, {"to", "be", "sure", ","}, {"at", "the", "same", "time", ","}, {"the", "reality", "is", "that"},
	{"we", "know", "that"}, {"it", "turns", "out", "that"}, {"except", "that"}, {"the", "problem", "is", "that"}, {"let", "me", "tell", "you", ","}, {"by", "contrast", ","},
	{"what", "'s", "more", ","}, {"what", "’s", "more", ","}, {"what", "is", "more", ","}, {"in", "reality", ","}, {"to", "that", "end", ","}, {"in", "short", ","}, {"in", "particular", ","}, {"in", "turn", ","}, {"in", "contrast", ","}, {"in", "the", "meantime", ","}, {"to", "be", "clear", ","}, {"even", "so", ","}, {"that", "said", ","}, {"the", "point", "is", "that"}, {"the", "truth", "is", ","}, {"more", "importantly", ","}, {"not", "surprisingly", ","}, {"not", "surprisingly"}, {"perhaps", "not", "surprisingly", ","}, {"for", "one", "thing", ","}, {"put", "simply", ","},
	{"for", "one", ","}, {"as", "it", "stands", ","}, {"as", "things", "stand", ","}, {"as", "it", "turns", "out", ","},
	{"as", "such", ","}, {"for", "context", ","}, {"for", "perspective", ","}, {"for", "comparison", ","}, {"for", "reference", ","}, {"for", "the", "record", ","}, {"by", "comparison", ","},
	{"by", "way", "of", "comparison", ","}, {"by", "way", "of", "example", ","}, {"in", "any", "case", ","}, {"in", "conclusion", ","}, {"in", "summary", ","}, {"in", "sum", ","}, {"in", "essence", ","},
	{"as", "a", "consequence", ","}, {"as", "a", "reminder", ","}, {"for", "that", "reason", ","}, {"for", "this", "reason", ","}, {"on", "top", "of", "that", ","}, {"on", "top", "of", "this", ","},
	{"that", "being", "said", ","}, {"having", "said", "that", ","}, {"needless", "to", "say", ","}, {"by", "the", "way", ","}, {"first", "of", "all", ","}, {"above", "all", ","}, {"all", "in", "all", ","},
	{"closer", "to", "home", ","}, {"in", "other", "news", ","}, {"on", "another", "front", ","}, {"on", "that", "front", ","}, {"in", "that", "regard", ","},
}

// frame returns the index behind an empty opening of p, or p.first.
func (ar *article) frame(p *proposition) int {
	opening := ar.low(p.first)
	for _, f := range frames {
		if f[0] == opening && p.first+len(f)+2 < p.last && ar.saysAt(p.first, f) {
			return p.first + len(f)
		}
	}
	// "The implication is clear: that".
	if k := p.first + 4; k+4 < p.last && strings.EqualFold(ar.a.Word(p.first), "the") && realities[ar.low(p.first+1)] && strings.EqualFold(ar.a.Word(p.first+2), "is") &&
		ar.a.Tokens[p.first+3].POS == nlp.JJ && ar.a.Word(k) == ":" {
		return k + 1
	}
	// "The reality is the economics have changed", without "that".
	if k := p.first + 3; k+3 < p.last && strings.EqualFold(ar.a.Word(p.first), "the") && realities[ar.low(p.first+1)] && strings.EqualFold(ar.a.Word(p.first+2), "is") &&
		(ar.a.Tokens[k].POS == nlp.DT || ar.a.Tokens[k].POS == nlp.PRP) && ar.opensClause(k, p.last) >= 0 {
		return k
	}
	return p.first
}

var realities = set("reality truth fact problem point trouble answer implication message lesson result conclusion")

// setOff is the index behind an opening that only says that one thing goes with
// what was told before, "this comes as", where a clause follows that states
// the one thing; else p.first.
func (ar *article) setOff(p *proposition) int {
	a := ar.a
	if p.last-p.first < 8 || a.Tokens[p.first+1].Lemma != "come" && a.Tokens[p.first+2].Lemma != "come" {
		return p.first
	}
	k := p.first + 1
	switch ar.low(p.first) {
	case "this", "that", "it":
	case "the":
		if !setOffNouns[ar.low(k)] {
			return p.first
		}
		k++
	default:
		return p.first
	}
	if a.Tokens[k].Lemma != "come" || a.Tokens[k].POS != nlp.VBZ && a.Tokens[k].POS != nlp.VBD {
		return p.first
	}
	switch ar.low(k + 1) {
	case "as", "after", "because":
	default:
		return p.first
	}
	// A clause, with its subject before its verb.
	for i := k + 2; i < p.last; i++ {
		switch t := &a.Tokens[i]; {
		case t.POS == nlp.VBD, t.POS == nlp.VBZ, t.POS == nlp.VBP, t.POS == nlp.MD:
			if i > k+2 {
				return k + 2
			}
			return p.first
		case t.POS == nlp.WDT, t.POS == nlp.WP, t.POS == nlp.VBG, t.POS == nlp.TO:
			return p.first
		}
	}
	return p.first
}

var setOffNouns = set("move news announcement decision report warning change step development comment statement")

// asTold is the index behind "as he related," at the start of p, or p.first.
func (ar *article) asTold(p *proposition) int {
	a := ar.a
	if !strings.EqualFold(a.Word(p.first), "as") {
		return p.first
	}
	for k := p.first + 2; k < p.first+8 && k+4 < p.last; k++ {
		switch t := &a.Tokens[k]; {
		case a.Word(k+1) == "," && t.POS.Verb() && (reporting[t.Lemma] || telling[t.Lemma]),
			a.Word(k+1) == "," && t.POS == nlp.JJ && telling[strings.TrimSuffix(ar.low(k), "d")]: // "related"
			return k + 2
		case t.POS.Verb() || t.POS == nlp.Comma:
			return p.first
		}
	}
	return p.first
}

// telling are verbs of saying that "as he related," is said with.
var telling = set("relate recall describe recount tell put")

// weighing is the index behind an opening of adverbs and adjectives that weighs
// what is stated, "perhaps most damaging,", or p.first.
func (ar *article) weighing(p *proposition) int {
	a := ar.a
	switch ar.low(p.first) {
	case "perhaps", "more", "most", "even", "worse", "just":
	default:
		return p.first
	}
	for k := p.first + 1; k < p.first+5 && k+4 < p.last; k++ {
		switch a.Tokens[k].POS {
		case nlp.Comma:
			return k + 1
		case nlp.RB, nlp.JJ, nlp.RBR, nlp.RBS, nlp.JJR, nlp.JJS, nlp.VBG:
		default:
			return p.first
		}
	}
	return p.first
}
