package claims

import "github.com/onrecord/onrecord/nlp"

// longestFlashback is how many sentences back the time of a past event may be
// told.
const longestFlashback = 3

// flashback is the sentence of the few before that tells of a time before the
// article's news, where those between go on in the past without another time, so
// that a claim in the past tense without one is likely to be of it; "" for none.
func (w *rewriting) flashback() string {
	a := w.a
	if w.pub.IsZero() || w.p.verb < 0 || w.explainedAtAll() {
		return ""
	}
	if v := w.finite(w.p.verb, w.p.first, w.p.last); v < 0 || a.Tokens[v].POS != nlp.VBD {
		return ""
	}
	s := int(a.Tokens[w.p.first].Sentence)
	for n := 1; n <= longestFlashback && s-n >= 0; n++ {
		x := &a.Sentences[s-n]
		if w.headings[s-n] || a.Sentences[s-n+1].Block-x.Block > 1 {
			return ""
		}
		r := w.root(x.First, x.Last)
		if r < 0 {
			return ""
		}
		v := w.finite(r, x.First, x.Last)
		if v < 0 || a.Tokens[v].POS != nlp.VBD {
			return ""
		}
		ts := w.timesIn(a.Span(x.First, x.Last))
		if len(ts) == 0 {
			continue
		}
		at := false
		for _, t := range ts {
			if t.To.IsZero() || !t.To.Before(w.pub.AddDate(0, 0, -6)) {
				return ""
			}
			f, last := a.TokensIn(t.Span)
			at = at || f <= x.First+2 // "In May 2013,"
			for k := f; k < last; k++ {
				at = at || int(a.Tokens[k].Head) == r
			}
		}
		if !at {
			return ""
		}
		return w.leadIn(s - n)
	}
	return ""
}

// farthestOccasion is how many sentences back the occasion may be told at which
// somebody goes on to speak.
const farthestOccasion = 40

// atOccasion is the sentence before that tells of an earlier occasion at which the
// claim's subject spoke, "At a hearing last month, Ann Orr asked", where the claim
// is of what that person did next: "Orr then turned to"; "" for none.
func (w *rewriting) atOccasion() string {
	a, p := w.a, w.p
	if w.pub.IsZero() || p.verb < 0 || a.Tokens[p.verb].POS != nlp.VBD || w.explainedAtAll() {
		return ""
	}
	sf, sl := w.subject(p.verb, p.first, p.last)
	if sl <= sf || sl+1 >= p.last || w.low(sl) != "then" {
		return ""
	}
	m := w.mentionOf(sf, sl)
	if m < 0 || a.Mentions[m].Chain < 0 || a.Mentions[m].Entity != nlp.Person {
		return ""
	}
	s := int(a.Tokens[p.first].Sentence)
	for k := s - 1; k >= 0 && s-k <= farthestOccasion; k-- {
		x := &a.Sentences[k]
		if x.Last-x.First < 8 || w.low(x.First) != "at" || !occasions[a.Tokens[x.First+2].Lemma] {
			continue
		}
		ts := w.timesIn(a.Span(x.First, x.First+6))
		if len(ts) == 0 || ts[0].From.IsZero() || !ts[0].To.Before(w.pub) {
			return ""
		}
		for _, j := range a.Chains[a.Mentions[m].Chain].Mentions {
			if o := &a.Mentions[j]; o.First > x.First && o.Last <= x.Last {
				return w.explain(x.First, x.Last, nounsOpen)
			}
		}
		return ""
	}
	return ""
}
