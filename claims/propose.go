package claims

import (
	"strings"

	"github.com/onrecord/onrecord/internal/checkworthy"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// proposition is a stretch of a sentence that states one thing: the tokens
// [first, last).
type proposition struct {
	first, last int
	quote       int // index of the quotation that it stands in, None for the author's own words
	weight      float64
	presupposed bool
	reported    bool // governed by a reporting verb that is no quotation
	speaker     int  // index of the claimant in quotes.Result.Speakers, None for the author
	// presupVerb is the verb whose negation, from presupFirst, leaves what is
	// taken for granted untouched ("did not become X by ..."); 0 for none.
	presupFirst, presupVerb int
	// subject is where an elided subject stands, 0,0 for none.
	subjectFirst, subjectLast int
	verb                      int // main verb, -1 where not known
}

// propositions finds what a sentence states, without the words that ascribe,
// introduce or join it.
func (ar *article) propositions(i int, u checkworthy.Unit) []proposition {
	var out []proposition
	for _, b := range ar.bases(i, u) {
		ar.trim(&b)
		if b.last <= b.first {
			continue
		}
		if b.quote == None && !ar.cutSaid(&b) {
			b = ar.ascribed(b)
		}
		if c, ok := ar.concession(&b); ok {
			ar.trim(&c)
			out = append(out, c)
		}
		for _, s := range ar.split(b) {
			ar.trim(&s)
			ar.cutTail(&s)
			ar.presuppose(&s)
			if s.last-s.first >= 3 {
				out = append(out, s)
			}
		}
	}
	if len(out) == 0 {
		p := proposition{first: u.First, last: u.Last, quote: None, speaker: None, weight: 1}
		ar.trim(&p)
		if p.last > p.first {
			out = append(out, p)
		}
	}
	for k := range out {
		ar.covered(&out[k], i)
	}
	return out
}

// covered gives p, taken for the author's own words, to the quotation that all
// of it lies in: bases passes over contents whose syntax it cannot make out,
// which says nothing about whose words they are.
func (ar *article) covered(p *proposition, unit int) {
	if p.quote != None || unit >= len(ar.parts) {
		return
	}
	best := 0 // of nested quotations, the innermost
	for _, x := range ar.parts[unit] {
		q := &ar.q.Quotes[x.quote]
		if x.first > p.first || x.last < p.last || q.Negated && q.Type == quotes.Indirect {
			continue
		}
		if n := x.last - x.first; best == 0 || n < best {
			best = n
			p.quote, p.speaker = x.quote, q.Speaker
		}
	}
}

// bases are the stretches of a sentence that propositions are looked for in:
// what is ascribed to a source, or all of it.
func (ar *article) bases(unit int, u checkworthy.Unit) []proposition {
	var out []proposition
	for _, part := range ar.ascribedIn(unit) {
		i := part.quote
		x := &ar.q.Quotes[i]
		if x.Negated && x.Type == quotes.Indirect {
			// "no court has held that": the sentence itself is the claim.
			continue
		}
		f, l := part.first, part.last
		if x.Type != quotes.Direct && x.Type != quotes.Block {
			if strings.EqualFold(ar.a.Word(f), "that") {
				f++
			}
			// A determiner left before the content belongs to it.
			if f > u.First && (ar.a.Tokens[f-1].POS == nlp.PRPS || ar.a.Tokens[f-1].POS == nlp.DT && !strings.EqualFold(ar.a.Word(f-1), "that")) && ar.a.Tokens[f].POS != nlp.IN && ar.a.Tokens[f].POS != nlp.PRP && !isMark(ar.a, f) {
				f--
			}
			// "to lay off thousands", "what every candidate has done" and
			// "how she did it" state nothing by themselves.
			switch strings.ToLower(ar.a.Word(f)) {
			case "to", "what", "how", "why", "whether", "if", "of", "about":
				continue
			}
			if r := ar.root(f, l); r >= 0 {
				if _, sl := ar.subject(r, f, l); sl == 0 || !ar.clausal(r, f, l) {
					continue
				}
			}
		}
		if l-f < 4 || !ar.anyFinite(f, l) && !(x.Type == quotes.Direct && l-f > 8 && ar.anyVerb(f, l)) || (l-f)*100 < (u.Last-u.First)*25 {
			continue
		}
		if x.Type == quotes.Indirect && ar.denyingSource(x, u) {
			continue
		}
		// Of two that overlap the inner one is the claim, unless it is a scrap.
		if n := len(out); n > 0 && out[n-1].last > f {
			if l-f < (out[n-1].last-out[n-1].first)/2 || l > out[n-1].last {
				continue
			}
			out = out[:n-1]
		}
		if x.Type == quotes.Indirect {
			l = ar.alternative(l, u.Last)
		}
		out = append(out, proposition{first: f, last: l, quote: i, speaker: x.Speaker, weight: 1})
	}
	if len(out) == 0 {
		if p, ok := ar.marked(u); ok {
			return []proposition{p}
		}
		out = append(out, proposition{first: u.First, last: u.Last, quote: None, speaker: None, weight: 1})
	}
	return out
}

// marked finds the words in quotation marks that a sentence begins with, if a
// verb of saying follows, for quotations that were not recognised as such.
func (ar *article) marked(u checkworthy.Unit) (proposition, bool) {
	a := ar.a
	switch a.Word(u.First) {
	case "“", "\"", "``", "''":
	default:
		return proposition{}, false
	}
	for k := u.First + 6; k < u.Last-1 && k < len(ar.quoted); k++ {
		switch a.Word(k) {
		case "”", "\"", "''":
		default:
			continue
		}
		said := -1
		for j := k + 1; j < u.Last && j < k+14; j++ {
			if a.Tokens[j].POS.Verb() && reporting[a.Tokens[j].Lemma] {
				said = j
				break
			}
		}
		if said < 0 || !ar.anyFinite(u.First+1, k) {
			return proposition{}, false
		}
		p := proposition{first: u.First + 1, last: k, quote: None, speaker: None, weight: 1, reported: true}
		for i := range ar.q.Speakers {
			for _, m := range ar.q.Speakers[i].Mentions {
				if m.Start >= int(a.Tokens[k].End) && m.End <= int(a.Tokens[u.Last-1].End) {
					p.speaker = i
				}
			}
		}
		return p, true
	}
	return proposition{}, false
}

// ascribedIn lists the quotations with content in unit.
func (ar *article) ascribedIn(unit int) []part {
	if unit < len(ar.parts) {
		return ar.parts[unit]
	}
	return nil
}

// alternative takes in what follows a content that ends at last if it names
// the alternative to it: "that they comply, or else lose the grant".
func (ar *article) alternative(last, end int) int {
	a := ar.a
	k := last
	if k < end && a.Word(k) == "," {
		k++
	}
	if k < end-2 && a.Word(k) == "or" {
		for j := k; j < end; j++ {
			if w := a.Word(j); w == ";" || w == "“" || w == "”" || a.Tokens[j].POS == nlp.VBD {
				return last
			}
		}
		return end
	}
	return last
}

// denyingSource reports whether the source or the cue of x is negated ("no
// court has held", "nobody said"), so that its content is not claimed.
func (ar *article) denyingSource(x *quotes.Quote, u checkworthy.Unit) bool {
	a := ar.a
	// "52 percent agreed that": the share is the claim.
	for _, s := range x.Source {
		for k := a.TokenAt(s.Start); k < len(a.Tokens) && int(a.Tokens[k].End) <= s.End; k++ {
			if l := a.Tokens[k].Lemma; l == "percent" || l == "%" || l == "majority" || l == "half" || l == "most" {
				return true
			}
			if a.Tokens[k].POS == nlp.CD && k+1 < len(a.Tokens) && (a.Word(k+1) == "of" || a.Word(k+1) == "in" || a.Word(k+1) == "out" || a.Word(k+1) == "%") {
				return true
			}
		}
	}
	if x.Cue.Empty() {
		return false
	}
	k := a.TokenAt(x.Cue.Start)
	return k >= u.First && k < u.Last && ar.negated(k, u.First, u.Last)
}

// ascribed narrows an author's sentence to the clause that a reporting verb
// in it governs.
func (ar *article) ascribed(p proposition) proposition {
	inner, verb, sf, sl, ok := ar.reported(&p)
	if !ok || (inner.last-inner.first)*3 < p.last-p.first {
		return p
	}
	inner.reported = true
	inner.presupposed = factive[ar.a.Tokens[verb].Lemma]
	if sl > sf {
		s := ar.a.Span(sf, sl)
		for k := range ar.q.Speakers {
			for _, m := range ar.q.Speakers[k].Mentions {
				if m == s || s.Contains(m) && m.End == s.End {
					inner.speaker = k
				}
			}
		}
	}
	ar.trim(&inner)
	return inner
}

// cutTail cuts off the end of p what comments on it: ", which is not true".
func (ar *article) cutTail(p *proposition) {
	a := ar.a
	for i := p.first + 4; i < p.last; i++ {
		w := strings.ToLower(a.Word(i))
		if w == "which" && i+2 < p.last && p.last-i <= 6 {
			v := strings.ToLower(a.Word(i + 1))
			if v == "is" || v == "was" || v == "isn't" {
				switch strings.ToLower(a.Word(p.last - 1)) {
				case "true", "false", "untrue", "wrong", "correct", "incorrect", "ridiculous", "absurd", "nonsense", "right":
					p.last = i
				}
			}
		}
		// "according to X" at the end.
		if w == "according" && i+1 < p.last && strings.EqualFold(a.Word(i+1), "to") && a.Word(i-1) == "," {
			rest := 0
			for k := i; k < p.last; k++ {
				if a.Word(k) == "," {
					rest++
				}
			}
			if rest == 0 && !ar.anyFinite(i, p.last) {
				p.last = i
			}
		}
	}
	for p.last > p.first && isMark(a, p.last-1) && a.Word(p.last-1) != "%" && !closes(a, p) {
		p.last--
	}
}

// cutSaid cuts ", the army said in a statement" off the end of p: a comma, a
// short subject and a verb of saying, with no clause behind it.
func (ar *article) cutSaid(p *proposition) bool {
	a := ar.a
	for i := p.last - 2; i > p.first+5 && i > p.last-16; i-- {
		if w := a.Word(i); w != "," {
			continue
		}
		verb := -1
		for j := i + 1; j < p.last; j++ {
			t := &a.Tokens[j]
			if t.POS.Verb() && verb >= 0 && t.POS != nlp.VBN && t.POS != nlp.VBG {
				verb = -2
				break
			}
			if (t.POS == nlp.VBD || t.POS == nlp.VBZ || t.POS == nlp.VBP) && said[t.Lemma] && verb == -1 {
				verb = j
			}
			if a.Word(j) == "," || t.POS == nlp.WDT || t.POS == nlp.WP || t.POS == nlp.CC && verb < 0 {
				verb = -2
				break
			}
		}
		if verb > i+1 && verb <= i+6 && ar.anyFinite(p.first, i) && a.Tokens[i+1].POS != nlp.IN && a.Tokens[i+1].POS != nlp.VBG {
			sp := a.Span(i+1, verb)
			for k := range ar.q.Speakers {
				for _, m := range ar.q.Speakers[k].Mentions {
					if sp.Overlaps(m) && p.speaker == None {
						p.speaker = k
					}
				}
			}
			p.last = i
			p.reported = true
			return true
		}
		return false
	}
	return false
}

var said = set("say tell write report announce add note explain state argue claim estimate")

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
	ar.label(p)
	ar.comment(p)
	for again := true; again && p.last > p.first; {
		again = false
		t := &a.Tokens[p.first]
		w := strings.ToLower(a.Word(p.first))
		switch {
		case isMark(a, p.first) && !(w == "[" && p.first+2 < p.last && a.Word(p.first+2) == "]") && w != "$" && w != "£" && w != "€" && w != "#" && !ar.opensInside(p):
			p.first++
			again = true
		case t.POS == nlp.CC && p.last-p.first > 3 && w != "both" && w != "either" && w != "neither":
			p.first++
			again = true
		case introductory[w] && p.first+1 < p.last && a.Word(p.first+1) == ",":
			p.first += 2
			again = true
		case (w == "since" || w == "because" || w == "as") && p.quote == None && p.reported && t.Rel == nlp.Mark && p.last-p.first > 4:
			p.first++
			again = true
		case w == "that" && (t.POS == nlp.IN || t.Rel == nlp.Mark) && p.last-p.first > 3:
			p.first++
			again = true
		}
		if !again {
			if n := ar.frame(p); n > p.first {
				p.first = n
				again = true
			}
		}
	}
	for p.last > p.first+1 {
		// A preposition or article left at the end has lost its noun.
		t := &a.Tokens[p.last-1]
		dangling := t.POS == nlp.TO || t.POS == nlp.DT && (t.Lemma == "the" || t.Lemma == "a" || t.Lemma == "an") || t.POS == nlp.CC || t.POS == nlp.IN && p.last-p.first > 1 && isMark(a, p.last-2)
		if !dangling && !(isMark(a, p.last-1) && a.Word(p.last-1) != "%" && !closes(a, p)) {
			break
		}
		p.last--
	}
}

// opensInside reports whether p begins with a quotation mark that closes well
// inside it, so that it belongs to the words.
func (ar *article) opensInside(p *proposition) bool {
	a := ar.a
	end := ""
	switch a.Word(p.first) {
	case "“":
		end = "”"
	case "‘":
		end = "’"
	default:
		return false
	}
	for i := p.first + 1; i < p.last-2; i++ {
		if a.Word(i) == end {
			return true
		}
	}
	return false
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
			if d := a.Word(i - 1); d[0] >= '0' && d[0] <= '9' {
				return // "2001: A Space Odyssey"
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
			if strings.EqualFold(a.Word(i+1), "that") && comments[strings.ToLower(a.Word(i))] {
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
	for i := p.first + 1; i < p.last-4 && i < p.first+14; i++ {
		switch a.Word(i) {
		case "—", "–", "--", "-", "―":
			prev := a.Word(i - 1)
			if prev == ")" || prev == strings.ToUpper(prev) && len(prev) > 2 && prev[0] >= 'A' && int(a.Tokens[i].Start) > int(a.Tokens[i-1].End) || strings.Contains(a.Span(p.first, i).Of(a.Text), "(Reuters)") {
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

// introductory are the adverbs that join a sentence to the one before and are
// no part of what it states.
var introductory = set("however finally meanwhile moreover furthermore also besides indeed instead nevertheless nonetheless still yet thus therefore consequently additionally similarly likewise accordingly well so and but yes no now look fortunately unfortunately sadly frankly clearly obviously ironically interestingly notably importantly overall first second third lastly conversely regardless otherwise hence then plus again actually basically")

// frames are openings that say nothing themselves: "it should be noted that".
var frames = [][]string{
	{"it", "should", "be", "noted", "that"}, {"it", "is", "worth", "noting", "that"}, {"it", "is", "true", "that"}, {"the", "fact", "is", "that"},
	{"the", "fact", "is", ","}, {"the", "truth", "is", "that"}, {"in", "fact", ","}, {"of", "course", ","}, {"for", "example", ","}, {"for", "instance", ","},
	{"in", "addition", ","}, {"as", "a", "result", ","}, {"on", "the", "other", "hand", ","}, {"in", "other", "words", ","}, {"after", "all", ","},
	{"i", "mean", ","}, {"you", "know", ","}, {"as", "you", "know", ","}, {"to", "be", "sure", ","}, {"at", "the", "same", "time", ","}, {"the", "reality", "is", "that"},
	{"we", "know", "that"}, {"it", "turns", "out", "that"}, {"except", "that"}, {"the", "problem", "is", "that"}, {"let", "me", "tell", "you", ","}, {"by", "contrast", ","},
	{"in", "reality", ","}, {"to", "that", "end", ","}, {"more", "importantly", ","}, {"not", "surprisingly", ","}, {"for", "one", "thing", ","}, {"put", "simply", ","},
}

// frame returns the index behind an empty opening of p, or p.first.
func (ar *article) frame(p *proposition) int {
	for _, f := range frames {
		if p.first+len(f)+2 >= p.last {
			continue
		}
		ok := true
		for k, w := range f {
			if !strings.EqualFold(ar.a.Word(p.first+k), w) {
				ok = false
				break
			}
		}
		if ok {
			return p.first + len(f)
		}
	}
	return p.first
}
