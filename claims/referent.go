package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// reportsOn reports whether o, no person or body, is the subject of a verb of
// saying whose content m stands in.
func (ar *article) reportsOn(o, m *nlp.Mention) bool {
	t := &ar.a.Tokens[o.Head]
	if t.Rel != nlp.Nsubj || t.Head < 0 || int(t.Head) >= m.First {
		return false
	}
	return reporting[ar.a.Tokens[t.Head].Lemma] && ar.hangsOn(m.First, int(t.Head))
}

// severalBetween reports whether a plural noun stands between o, which is
// single, and the pronoun m, so that it is more likely to be meant.
func (ar *article) severalBetween(o, m *nlp.Mention) bool {
	for k := o.Last; k < m.First; k++ {
		if p := ar.a.Tokens[k].POS; (p == nlp.NNS || p == nlp.NNPS) && !grainWord(ar.low(k)) {
			return true
		}
	}
	return false
}

// acts reports whether m is the subject of a verb that only people do.
func (ar *article) acts(m *nlp.Mention) bool {
	t := &ar.a.Tokens[m.First]
	return t.Rel == nlp.Nsubj && t.Head >= 0 && int(t.Head) < len(ar.a.Tokens) && (humanVerbs[ar.a.Tokens[t.Head].Lemma] || reporting[ar.a.Tokens[t.Head].Lemma])
}

var humanVerbs = set("send write ask want hope urge vote criticise criticize sign agree decide call walk talk speak wait fear love hate watch listen remember forget plan refuse try meet marry vow pledge promise demand check find count visit study review examine interview sell buy hire attend explain conclude determine discover pay work live play win apologise apologize praise thank")

// people reports whether noun means people, by its form or as one of a few.
func people(noun string) bool {
	if peopleNouns[noun] {
		return true
	}
	for _, s := range [...]string{"er", "or", "ist", "ian", "man", "ee", "ant", "ent", "ic"} {
		if strings.HasSuffix(noun, s) {
			return true
		}
	}
	return false
}

var peopleNouns = set("people official parent child kid family woman couple friend nurse player team expert fan boy girl mother father brother sister crew police staff coach critic ally aide democrat republican conservative liberal group company victim judge guard prosecutor attorney relative wife husband person student union firm")

// notSpeaker reports whether the pronoun m, the first word of what the person
// called name says, is somebody else: one of another gender, or whom the words
// before it tell: "telling her that she should burn".
func (ar *article) notSpeaker(p *proposition, m *nlp.Mention, name string) bool {
	a := ar.a
	w := strings.ToLower(m.Span.Of(a.Text))
	if ar.saidAfter(p, m) {
		return true
	}
	for i := range a.Chains {
		if ch := &a.Chains[i]; ch.Kind == nlp.Person && ch.Name == name {
			if ch.Gender == nlp.Female && (w == "he" || w == "his") || ch.Gender == nlp.Male && (w == "she" || w == "her") {
				return true
			}
		}
	}
	first := a.Sentences[a.Tokens[m.First].Sentence].First
	for k := m.First - 1; k >= max(first, m.First-8); k-- {
		if a.Tokens[k].POS.Verb() {
			// "praised Putin, saying he was": him, as like as not.
			return a.Tokens[k].POS == nlp.VBG && ar.personBetween(first, k, name)
		}
		switch x := ar.low(k); {
		case x == "him" && (w == "he" || w == "his"), x == "her" && (a.Tokens[k].POS == nlp.PRP || a.Tokens[k+1].POS == nlp.IN || a.Tokens[k+1].POS == nlp.DT) && (w == "she" || w == "her"):
			return true
		}
	}
	return false
}

// saidAfter reports whether the one who says what the pronoun m opens stands
// behind it: in "it has risen, the board said" it is not the board, unless the
// source is a pronoun as well.
func (ar *article) saidAfter(p *proposition, m *nlp.Mention) bool {
	if p.quote < 0 {
		return false
	}
	src := ar.q.Quotes[p.quote].Source
	if len(src) == 0 {
		return false
	}
	for _, s := range src {
		if s.Start < m.Start || len(s.Of(ar.a.Text)) <= 4 {
			return false
		}
	}
	return true
}

// personBetween reports whether a person who is not called name is named in
// the tokens [first, last), behind a verb.
func (ar *article) personBetween(first, last int, name string) bool {
	for i := range ar.a.Entities {
		e := &ar.a.Entities[i]
		if e.Kind == nlp.Person && e.First >= first && e.Last <= last && !strings.HasSuffix(name, e.Span.Of(ar.a.Text)) && ar.anyFinite(first, e.First) {
			return true
		}
	}
	return false
}

// ofWhat is what stands behind the "of" of o, "the crash" of "the cause of the
// crash"; "" for nothing.
func (w *rewriting) ofWhat(o *nlp.Mention) string {
	if k := o.Head + 1; k+2 < o.Last && strings.EqualFold(w.a.Word(k), "of") && w.a.Tokens[k+1].POS == nlp.DT {
		return w.a.Span(k+1, o.Last).Of(w.a.Text)
	}
	return ""
}

// opensAsOwner reports whether m is the "his" or "her" that opens the claim, of
// the person called name, who is not in it: whomever the subject names behind it
// is not the owner of himself, "his deputy Dan Holm's letter".
func (w *rewriting) opensAsOwner(m *nlp.Mention, name string) bool {
	if low := strings.ToLower(m.Span.Of(w.a.Text)); low != "his" && low != "her" {
		return false
	}
	return m.First == w.p.first && w.a.Tokens[m.First].POS == nlp.PRPS && properName(name) && !strings.Contains(w.c.Span.Of(w.a.Text), name[strings.LastIndexByte(name, ' ')+1:])
}
