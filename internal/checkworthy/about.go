package checkworthy

import (
	"math"

	"github.com/onrecord/onrecord/nlp"
)

// about adds whom and what unit u is about: the subject of its main clause,
// that of what it ascribes to somebody, and the referents that it speaks of.
// A reader checks what is said of a minister or a bank, hardly what a patient
// without a name felt.
func (x *Measurer) about(a *nlp.Annotation, u Unit, c *Context) {
	x.referent(a, subjectOf(a, u.First, u.Last))
	if c.ContentLast-c.ContentFirst >= 4 {
		x.referent(a, subjectOf(a, max(u.First, c.ContentFirst), min(u.Last, c.ContentLast)))
	} else {
		x.referent(a, -1)
	}
	var named, official, unnamed, bodies, main float32
	for i := u.First; i < u.Last; i++ {
		m := x.mentionAt[i]
		if m < 0 || a.Mentions[m].Chain < 0 {
			continue
		}
		n := a.Mentions[m].Chain
		switch r := &a.Chains[n]; {
		case r.Kind == nlp.Person && r.Name == "":
			unnamed++
		case r.Kind == nlp.Person && r.Role != "":
			official++
		case r.Kind == nlp.Person:
			named++
		case r.Kind == nlp.Organization:
			bodies++
		}
		if n == x.main {
			main++
		}
	}
	x.add(named, official, unnamed, bodies, main)
}

// mentions notes the mentions of the article by their heads and the referent
// spoken of most.
func (x *Measurer) mentions(a *nlp.Annotation) {
	x.mentionAt = x.mentionAt[:0]
	for range a.Tokens {
		x.mentionAt = append(x.mentionAt, -1)
	}
	for i := range a.Mentions {
		if h := a.Mentions[i].Head; h >= 0 && h < len(x.mentionAt) {
			x.mentionAt[h] = int32(i)
		}
	}
	x.main = -1
	for i := range a.Chains {
		if n := len(a.Chains[i].Mentions); n > 2 && (x.main < 0 || n > len(a.Chains[x.main].Mentions)) {
			x.main = i
		}
	}
	x.cast = castOf(a, x.main)
}

// CastCount is how many measurements at the end of a row tell whom the article
// as a whole is about.
const CastCount = 11

// castOf measures whom the article is about: what is known of its main
// referent, and how often persons by kind, bodies and places are spoken of. The
// same words are a record in an article on a minister and an event in one on a
// patient.
func castOf(a *nlp.Annotation, main int) [CastCount]float32 {
	var named, officials, unnamed, bodies, places, all float32
	for i := range a.Chains {
		r := &a.Chains[i]
		n := float32(len(r.Mentions))
		all += n
		switch {
		case r.Kind == nlp.Person && r.Name == "":
			unnamed += n
		case r.Kind == nlp.Person && r.Role != "":
			officials += n
		case r.Kind == nlp.Person:
			named += n
		case r.Kind == nlp.Organization:
			bodies += n
		case r.Kind == nlp.Place:
			places += n
		}
	}
	all = max(all, 1)
	cast := [CastCount]float32{named / all, officials / all, unnamed / all, bodies / all, places / all, all / float32(max(1, len(a.Tokens))), -1, -1, -1, -1, -1}
	if main >= 0 {
		r := &a.Chains[main]
		cast[6], cast[7], cast[8], cast[9], cast[10] = float32(r.Kind), truth(r.Name != ""), truth(r.Role != ""), truth(r.Plural), float32(len(r.Mentions))/all
	}
	return cast
}

// subjectOf returns the subject of the main clause of the tokens [first, last),
// -1 if none is found.
func subjectOf(a *nlp.Annotation, first, last int) int {
	for i := first; i < last; i++ {
		t := &a.Tokens[i]
		if t.Rel != nlp.Nsubj && t.Rel != nlp.NsubjPass {
			continue
		}
		h := int(t.Head)
		if h < first || h >= last {
			continue
		}
		if g := int(a.Tokens[h].Head); g < first || g >= last {
			return i
		}
	}
	return -1
}

// referent adds what is known of the referent whose mention's head is token i.
func (x *Measurer) referent(a *nlp.Annotation, i int) {
	if i < 0 {
		x.add(-1, -1, -1, -1, -1, -1, -1)
		return
	}
	m := x.mentionAt[i]
	if m < 0 {
		x.add(float32(a.Tokens[i].POS), -1, -1, -1, -1, -1, -1)
		return
	}
	x.add(float32(a.Tokens[i].POS), float32(a.Mentions[m].Kind), float32(a.Mentions[m].Entity))
	n := a.Mentions[m].Chain
	if n < 0 {
		x.add(-1, -1, -1, -1)
		return
	}
	r := &a.Chains[n]
	x.add(truth(r.Name != ""), truth(r.Role != ""), truth(r.Plural), float32(math.Log1p(float64(len(r.Mentions)))))
}
