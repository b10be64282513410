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
