package claims

import (
	"strings"

	"github.com/onrecord/onrecord/internal/checkworthy"
	"github.com/onrecord/onrecord/nlp"
)

// proposition is a stretch of a sentence that states one thing: the tokens
// [first, last).
type proposition struct {
	first, last int
	quote       int // index of the quotation that it stands in, None for the author's own words
	weight      float64
	presupposed bool
	// subject is where an elided subject stands, 0,0 for none.
	subjectFirst, subjectLast int
	verb                      int // main verb, -1 where not known
}

// propositions finds what a sentence states, without the words that ascribe,
// introduce or join it.
func (ar *article) propositions(u checkworthy.Unit) []proposition {
	var out []proposition
	// What is ascribed to a source, unless it is a scrap.
	for i := range ar.q.Quotes {
		x := &ar.q.Quotes[i]
		for _, c := range x.Content {
			if c.Empty() {
				continue
			}
			f, l := ar.a.TokenAt(c.Start), ar.a.TokenAt(c.End-1)+1
			f, l = max(f, u.First), min(l, u.Last)
			if l-f < 4 || !ar.hasVerb(f, l) || (l-f)*100 < (u.Last-u.First)*30 {
				continue
			}
			p := proposition{first: f, last: l, quote: i, weight: 1}
			if nested := len(out) > 0 && out[len(out)-1].last >= l && out[len(out)-1].first <= f; nested {
				continue
			}
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		out = append(out, proposition{first: u.First, last: u.Last, quote: None, weight: 1})
	}
	for i := range out {
		ar.trim(&out[i])
	}
	return out
}

func (ar *article) hasVerb(first, last int) bool {
	for i := first; i < last; i++ {
		if p := ar.a.Tokens[i].POS; p.Verb() || p == nlp.MD {
			return true
		}
	}
	return false
}

// trim cuts marks, brackets, joining words and introductions off p.
func (ar *article) trim(p *proposition) {
	a := ar.a
	for again := true; again && p.last > p.first; {
		again = false
		t := &a.Tokens[p.first]
		w := strings.ToLower(a.Word(p.first))
		switch {
		case isMark(a, p.first) && w != "$" && w != "£" && w != "€" && w != "#":
			p.first++
			again = true
		case t.POS == nlp.CC && p.last-p.first > 3 && w != "both" && w != "either" && w != "neither":
			p.first++
			again = true
		case introductory[w] && p.first+1 < p.last && a.Word(p.first+1) == ",":
			p.first += 2
			again = true
		case (w == "that") && t.POS == nlp.IN && p.last-p.first > 3:
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
	for p.last > p.first && isMark(a, p.last-1) && a.Word(p.last-1) != "%" {
		p.last--
	}
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
	case nlp.Comma, nlp.Stop, nlp.Colon, nlp.OpenQuote, nlp.CloseQuote, nlp.LRB, nlp.RRB, nlp.NFP, nlp.SYM, nlp.HYPH:
		return true
	}
	switch w {
	case "(", ")", "[", "]", "“", "”", "\"", "'", "‘", "’", "''", "``", ",", ".", ";", ":", "—", "–", "-", "…", "...", "?", "!", "•", "*":
		return true
	}
	return false
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
