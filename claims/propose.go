package claims

import (
	"github.com/onrecord/onrecord/internal/checkworthy"
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
	// source is who says so in what was cut off the start, 0,0 for none.
	sourceFirst, sourceLast int
	// presupVerb is the verb whose negation, from presupFirst, leaves what is
	// taken for granted untouched ("did not become X by ..."); 0 for none.
	presupFirst, presupVerb int
	// subject is where an elided subject stands, 0,0 for none.
	subjectFirst, subjectLast int
	// participle is a participle that the claim has for its verb, written as
	// finite; 0 for none.
	participle int
	finite     string
	// frame is what stands before the clause that this one was joined to, and
	// holds of it too.
	frame frame
	verb  int // main verb, -1 where not known
}

// propositions finds what a sentence states, without the words that ascribe,
// introduce or join it.
func (ar *article) propositions(i int, u checkworthy.Unit) []proposition {
	var out []proposition
	if p, ok := ar.hypothesis(u); ok {
		ar.covered(&p, i)
		return []proposition{p}
	}
	for _, b := range ar.bases(i, u) {
		b.first = ar.result(&b)
		ar.trim(&b)
		if b.last <= b.first {
			continue
		}
		if b.quote == None && !ar.cutSaid(&b) {
			b = ar.ascribed(b)
		}
		if c, ok := ar.concession(&b); ok {
			out = ar.divided(out, c)
		}
		told, explained := ar.explained(&b)
		with := ar.absolutes(&b)
		granted, parted := ar.conceded(&b)
		for _, s := range ar.split(b) {
			for _, s := range ar.part(s) {
				ar.trim(&s)
				ar.saidSo(&s)
				ar.reasonAlone(&s)
				ar.cutTail(&s)
				ar.cutRemark(&s)
				ar.presuppose(&s)
				if s.last-s.first >= 3 && !ar.rest(&s, u) {
					out = append(out, s)
				}
			}
		}
		for _, s := range with {
			ar.trim(&s)
			out = append(out, s)
		}
		if parted {
			out = ar.divided(out, granted)
		}
		if explained {
			ar.trim(&told)
			out = append(out, told)
		}
	}
	out = ar.carried(out, u)
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

// divided appends the propositions that p, a clause of concession, is made of.
func (ar *article) divided(out []proposition, p proposition) []proposition {
	for _, s := range ar.split(p) {
		for _, s := range ar.part(s) {
			ar.trim(&s)
			ar.cutTail(&s)
			out = append(out, s)
		}
	}
	return out
}

// rest reports whether p is what cutting left of unit u, with no verb in it:
// "In a 5-2 decision | , the chief justice wrote:".
func (ar *article) rest(p *proposition, u checkworthy.Unit) bool {
	return p.quote == None && 2*(p.last-p.first) <= u.Last-u.First && !ar.anyVerb(p.first, p.last) && !ar.anyFinite(p.first, p.last) && !ar.sideTaken(p.first+2)
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
