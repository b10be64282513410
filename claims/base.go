package claims

import (
	"strings"

	"github.com/onrecord/onrecord/internal/checkworthy"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

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
		if x.Type == quotes.Direct && ar.fragment(f, l, u.First) {
			continue
		}
		if x.Type != quotes.Direct && x.Type != quotes.Block {
			f = ar.contentStart(ar.pastSource(x, f, l), l, u.First)
			if k := ar.secondAim(f, l); (k-f)*100 >= (u.Last-u.First)*25 {
				l = k
			}
			if ar.tellsWhen(x, f, u.First) {
				continue
			}
			if ar.statesNothing(x, f, l, u.First) {
				continue
			}
		}
		if l-f < 4 || !ar.anyFinite(f, l) && !(x.Type == quotes.Direct && l-f > 8 && ar.anyVerb(f, l)) || (l-f)*100 < (u.Last-u.First)*25 {
			continue
		}
		if (x.Type == quotes.Indirect || x.Type == quotes.Mixed) && ar.denyingSource(x, u) {
			continue
		}
		// Of two that overlap the inner one is the claim, unless it is a scrap.
		if n := len(out); n > 0 && out[n-1].last > f {
			if l-f < (out[n-1].last-out[n-1].first)/2 || l > out[n-1].last {
				continue
			}
			out = out[:n-1]
		}
		l = ar.contentEnd(x, f, l, u.First, u.Last)
		if x.Type == quotes.Indirect {
			l = ar.alternative(l, u.Last)
			l = ar.restOfList(f, l, u.Last)
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

// tellsWhen reports whether what was taken for the source of content that begins
// at f and for its verb is a clause that tells when, "After Orr testified, | the
// board met", in a sentence that begins at first.
func (ar *article) tellsWhen(x *quotes.Quote, f, first int) bool {
	a := ar.a
	switch ar.low(first) {
	case "after", "before", "when", "once", "until", "since":
	default:
		return false
	}
	if x.Type != quotes.Indirect || x.Cue.Empty() || f-1 <= first || a.Word(f-1) != "," {
		return false
	}
	k := a.TokenAt(x.Cue.Start)
	return k > first && k < f && a.Tokens[k].POS.Verb() && !ar.commaIn(first, f-1) && !ar.markedThat(first, f)
}

// contentStart is where the clause begins that content [f, l) tells in other
// words, in a sentence that begins at first: with the determiner, the subject
// or the time that was left before it, and without "that".
func (ar *article) contentStart(f, l, first int) int {
	a := ar.a
	if strings.EqualFold(a.Word(f), "that") && !(f+2 < l && anaphors[ar.low(f+1)] && finitePOS(a.Tokens[f+2].POS)) {
		f++ // but "that claim smacked of hypocrisy"
	}
	// A determiner left before the content belongs to it.
	if f > first && (a.Tokens[f-1].POS == nlp.PRPS || a.Tokens[f-1].POS == nlp.DT && !strings.EqualFold(a.Word(f-1), "that")) && a.Tokens[f].POS != nlp.IN && a.Tokens[f].POS != nlp.PRP && !isMark(a, f) {
		f--
	}
	if f > first && f+1 < l && strings.EqualFold(a.Word(f-1), "that") && anaphors[ar.low(f)] && finitePOS(a.Tokens[f+1].POS) {
		f--
	}
	// "Sixty-two percent", begun at "two".
	for f > first && a.Tokens[f-1].End == a.Tokens[f].Start && (a.Tokens[f-1].POS == nlp.HYPH || a.Tokens[f].POS == nlp.HYPH) {
		f--
	}
	f = ar.withSubject(f, l, first)
	return ar.withTime(f, first)
}

// subjectRel reports whether rel is that of a subject to its verb, active or
// passive.
func subjectRel(rel nlp.Rel) bool {
	return rel == nlp.Nsubj || rel == nlp.NsubjPass
}

// withSubject is where the subject of a content begins whose first token is its
// verb: "that the claim “is patently false”".
func (ar *article) withSubject(f, l, first int) int {
	a := ar.a
	switch a.Tokens[f].POS {
	case nlp.VBZ, nlp.VBD, nlp.VBP, nlp.MD:
	default:
		if !(isMark(a, f) && f+1 < l && (a.Tokens[f+1].POS == nlp.VBZ || a.Tokens[f+1].POS == nlp.VBD || a.Tokens[f+1].POS == nlp.MD)) {
			return f
		}
	}
	k := f - 1
	for k >= first && !(strings.EqualFold(a.Word(k), "that") && (a.Tokens[k].POS == nlp.IN || a.Tokens[k].Rel == nlp.Mark)) {
		if t := a.Tokens[k].POS; t == nlp.VBD || t == nlp.VBZ || t == nlp.Comma || t == nlp.Colon || f-k > 14 {
			return f
		}
		k--
	}
	if k < first || k+1 >= f {
		return f
	}
	return k + 1
}

// withTime is where a time begins that stands between commas before a content
// at f: "according to the ministry, as of 2016, the country had".
func (ar *article) withTime(f, first int) int {
	a := ar.a
	if f-1 <= first || a.Word(f-1) != "," {
		return f
	}
	dated := false
	for k := f - 2; k > first && k > f-8; k-- {
		if a.Word(k) == "," {
			if dated && (a.Tokens[k+1].POS == nlp.IN || a.Tokens[k+1].POS == nlp.RB) {
				return k + 1
			}
			return f
		}
		if a.Tokens[k].POS.Verb() {
			return f
		}
		if w := a.Word(k); a.Tokens[k].POS == nlp.CD && len(w) == 4 && isDigits(w) {
			dated = true
		} else if m := months[strings.ToLower(w)]; m > 0 {
			dated = true
		}
	}
	return f
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

// restOfList takes in the last of several infinitives in a list, of which a
// content [f, last) was taken to end before it: "to buy homes, have children |
// , and save for later".
func (ar *article) restOfList(f, last, end int) int {
	a := ar.a
	if last+3 > end || a.Word(last) != "," || a.Tokens[last+1].POS != nlp.CC || a.Tokens[last+2].POS != nlp.VB {
		return last
	}
	c := last - 1
	for c > f && a.Word(c) != "," {
		if finitePOS(a.Tokens[c].POS) && !(a.Word(c-1) == "," && a.Tokens[c].POS == nlp.VBP) {
			return last
		}
		c--
	}
	if t := a.Tokens[c+1].POS; c == f || t != nlp.VB && t != nlp.VBP {
		return last
	}
	k := last + 3
	for k < end && !isMark(a, k) {
		if finitePOS(a.Tokens[k].POS) {
			return last
		}
		k++
	}
	return k
}

// secondAim leaves out of the content [f, last) what is a second aim beside that
// of saying it: "to brag that rents fell | and to praise the mayor".
func (ar *article) secondAim(f, last int) int {
	a := ar.a
	v := f - 1
	if v > 1 && ar.thatAt(v) {
		v--
	}
	if v < 1 || a.Tokens[v].POS != nlp.VB || a.Tokens[v-1].POS != nlp.TO {
		return last
	}
	for k := f + 3; k+2 < last; k++ {
		switch {
		case a.Tokens[k].POS == nlp.TO && a.Tokens[k+1].POS == nlp.VB:
			return last
		case a.Tokens[k].POS == nlp.CC && ar.low(k+1) == "to" && (a.Tokens[k+2].POS == nlp.VB || a.Tokens[k+2].POS == nlp.RB):
			return k
		}
	}
	return last
}

// denyingSource reports whether the source or the cue of x is negated ("no
// court has held", "nobody said"), so that its content is not claimed.
func (ar *article) denyingSource(x *quotes.Quote, u checkworthy.Unit) bool {
	a := ar.a
	for _, s := range x.Source {
		if f, l := a.TokensIn(s); ar.share(f, l) {
			return true
		}
	}
	if x.Cue.Empty() {
		return false
	}
	k := a.TokenAt(x.Cue.Start)
	if k < u.First || k >= u.Last {
		return false
	}
	return ar.negated(k, u.First, u.Last) || k > u.First && ar.share(k-1, k)
}

// share reports whether the source [first, last) is a part of those who were
// asked: "52 percent agreed that". The share is the claim, then.
func (ar *article) share(first, last int) bool {
	a := ar.a
	// "The number who said that": how many is the claim.
	if first > 0 && first < last && a.Tokens[first].POS == nlp.WP {
		for j := first - 1; j >= max(0, first-5) && a.Tokens[j].Sentence == a.Tokens[first].Sentence; j-- {
			if sharing[a.Tokens[j].Lemma] {
				return true
			}
		}
	}
	for k := first; k < last; k++ {
		if l := a.Tokens[k].Lemma; l == "percent" || l == "%" || l == "majority" || l == "half" || l == "most" {
			return true
		}
		if strings.EqualFold(a.Word(k), "one") && k+1 < len(a.Tokens) && a.Word(k+1) == "of" {
			continue // "one of them said": that one
		}
		if a.Tokens[k].POS == nlp.CD && (k == first || !a.Tokens[k-1].POS.Noun()) && k+1 < len(a.Tokens) && (a.Word(k+1) == "of" || a.Word(k+1) == "in" || a.Word(k+1) == "out" || a.Word(k+1) == "%") {
			return true
		}
	}
	return false
}

var sharing = set("number share proportion percentage percent rate fraction majority half third quarter %")

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
		if k := ar.speakerAt(sf, sl); k != None {
			inner.speaker = k
		}
	}
	ar.trim(&inner)
	return inner
}

// speakerAt is the index of the speaker that the subject [first, last) names,
// None if it names none.
func (ar *article) speakerAt(first, last int) int {
	found := None
	s := ar.a.Span(first, last)
	for k := range ar.q.Speakers {
		for _, m := range ar.q.Speakers[k].Mentions {
			if m == s || s.Contains(m) && m.End == s.End {
				found = k
			}
		}
	}
	return found
}
