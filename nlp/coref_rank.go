package nlp

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/onrecord/onrecord/internal/linear"
)

//go:embed model/coref.bin
var corefPacked []byte

// corefModel loads the ranker once.
var corefModel = sync.OnceValues(func() (*linear.Table, error) {
	t, err := load(corefPacked, linear.ReadTable)
	if err != nil {
		return nil, fmt.Errorf("coreference model: %w", err)
	}
	return t, nil
})

// The bounds of the search for antecedents, which keep its cost linear.
const (
	windowMentions  = 90
	windowSentences = 14
	maxCandidates   = 28
)

// choose lets the ranker decide which cluster a pronoun or definite phrase
// belongs to.
func (r *resolver) choose(m int) {
	r.gather(m)
	if r.train != nil {
		r.train.step(r, m)
		return
	}
	best := 0
	for i := range r.cands {
		r.features(m, i)
		r.cands[i].score = float32(r.rank.Score(0, r.feats.At(0)))
		if i == 0 {
			r.cands[0].score -= r.reluctance(m) / r.rank.Scale()
		}
		if r.cands[i].score > r.cands[best].score {
			best = i
		}
	}
	r.accept(m, best)
}

// reluctance is what is taken off the score of a new referent for m: news
// says "the company" and "the senator" of what it has named more often than
// the texts that the ranker learnt most from.
func (r *resolver) reluctance(m int) float32 {
	x := &r.info[m]
	if r.a.Mentions[m].Kind == Pronoun && x.gender == Neuter && x.says {
		return 3 // what speaks has been named
	}
	if r.a.Mentions[m].Kind != Definite || x.det != hashThe || x.plural || x.owner >= 0 {
		return 0
	}
	switch x.class {
	case OrganizationNoun:
		if generic[r.a.Tokens[r.a.Mentions[m].Head].Lemma] {
			return 4
		}
	case PersonNoun:
		return 1
	}
	return 0
}

// placeLike are nouns for what is both a place and an organisation.
var placeLike = set("city county state country nation province republic kingdom district government administration municipality territory commonwealth")

// generic are nouns for organisations of which there are many, so that a
// definite one has been named.
var generic = set("company firm agency group organization organisation utility brokerage bank airline retailer automaker carmaker startup start-up manufacturer lender chain giant newspaper network " +
	"association trust league club team studio label charity nonprofit non-profit maker publisher broadcaster insurer carrier operator developer")

func (r *resolver) accept(m, i int) {
	if k := r.cands[i].cluster; k >= 0 {
		r.join(m, k)
		return
	}
	r.create(m)
}

// gather lists the clusters that m may refer to: first a new one, then those
// mentioned lately, nearest first, then those that share a noun with m.
func (r *resolver) gather(m int) {
	a := r.a
	x, mn := &r.info[m], &a.Mentions[m]
	r.cands = append(r.cands[:0], candidate{cluster: -1, last: -1})
	pron := mn.Kind == Pronoun
	try := func(l int) {
		k := r.info[l].cluster
		if k < 0 || r.seen[k] == int32(m) {
			return
		}
		r.seen[k] = int32(m)
		c := &r.clusters[k]
		if pron && x.quote < 0 && x.says && r.info[l].quote >= 0 {
			// What speaks is not what is only spoken of.
			if c.out < 0 {
				return
			}
			l = int(c.out)
		}
		match, ok := r.compatible(m, l, c)
		if !ok {
			return
		}
		r.cands = append(r.cands, candidate{cluster: k, last: int32(l), rank: int32(len(r.cands) - 1), match: match})
	}
	for l := m - 1; l >= 0 && l >= m-windowMentions && len(r.cands) < maxCandidates; l-- {
		if x.sentence-r.info[l].sentence > windowSentences {
			break
		}
		// A phrase that m stands in is not what m refers to.
		if a.Mentions[l].Last > mn.First && r.info[l].sentence == x.sentence && int32(mn.First) < r.info[l].base && !r.info[l].nested {
			continue
		}
		try(l)
	}
	if pron {
		return
	}
	n, ok := r.byWord[x.form]
	if !ok {
		return
	}
	for i := 0; n >= 0 && i < 32 && len(r.cands) < maxCandidates+8; i++ {
		k := r.nodes[n].cluster
		n = r.nodes[n].next
		if l := r.clusters[k].last; l < int32(m) {
			try(int(l))
		}
	}
}

// The ways in which a definite phrase can match a cluster.
const (
	matchNothing uint8 = iota
	matchClass         // the head noun's class fits the referent's kind
	matchHead          // the head noun has named the referent before
	matchSame          // ... and the modifiers agree
	matchClash         // ... but the modifiers do not
)

// compatible tells whether m can refer to cluster c, whose latest mention is
// l, at all, and how it matches.
func (r *resolver) compatible(m, l int, c *cluster) (uint8, bool) {
	x, mn := &r.info[m], &r.a.Mentions[m]
	kind := c.kind()
	if mn.Kind == Pronoun {
		p := x.pron
		switch {
		case p.person == 1 && !p.plural, p.person == 2:
			return 0, kind == Person || c.form != 0 && kind == NoEntity
		case p.person == 1:
			return 0, kind != Place || c.many > 0
		case p.gender == Male || p.gender == Female:
			if r.a.Mentions[l].Kind != Pronoun && indefinites[r.a.Tokens[r.a.Mentions[l].Head].Lemma] {
				return 0, false
			}
			if kind == Organization || kind == Place {
				return 0, false
			}
			g := c.gender()
			if g == Neuter && kind != Person {
				return 0, false
			}
			if g != p.gender && g != UnknownGender && max(c.male, c.female) >= 3 {
				return 0, false
			}
			return 0, !(c.many > c.one+1)
		case p.gender == Neuter:
			return 0, kind != Person && !(c.female > 0 || c.male > 0) && !(c.many > c.one+3)
		}
		return 0, true
	}
	// A definite phrase.
	if r.ownKin(m, c) {
		return 0, false
	}
	if mn.Entity == Person && (kind == Organization || kind == Place) || mn.Entity == Organization && kind == Person {
		return 0, false
	}
	for _, h := range c.heads[:c.nheads] {
		if h == x.form {
			return r.modifiers(m, l), !r.otherOffice(m, l)
		}
	}
	if c.nameLast > c.nameFirst && c.named > 0 && kind != Person {
		for t := c.nameFirst; t < c.nameLast; t++ {
			if hashLemma(r.a.Word(int(t))) == x.form {
				return matchHead, true
			}
		}
	}
	if x.plural != (c.many > c.one) && kind == Person {
		return 0, false
	}
	if x.gender != UnknownGender && x.gender != Neuter {
		if g := c.gender(); g != UnknownGender && g != x.gender {
			return 0, false
		}
	}
	if kind == Place && x.class == OrganizationNoun && !placeLike[r.a.Tokens[mn.Head].Lemma] {
		return 0, false
	}
	if fits(kind, x.class) && kind != NoEntity && kind != Misc {
		if c.named > 0 && x.class == OrganizationNoun && r.otherName(m, c) {
			return 0, false
		}
		return matchClass, true
	}
	// Different nouns for things are rarely the same thing.
	return 0, false
}

// modifiers compares the words before the heads of m and l.
func (r *resolver) modifiers(m, l int) uint8 {
	a := r.a
	x, y := &r.info[m], &r.info[l]
	if a.Mentions[l].Kind == Named || a.Mentions[l].Kind == Pronoun {
		return matchHead
	}
	words, shared := 0, 0
	for t := x.seg; t < int32(a.Mentions[m].Head); t++ {
		if p := a.Tokens[t].POS; p == DT || p == PRPS || p == POSS || p == PDT {
			continue
		}
		words++
		for u := y.seg; u < int32(a.Mentions[l].Head); u++ {
			if hashLemma(a.Word(int(t))) == hashLemma(a.Word(int(u))) {
				shared++
				break
			}
		}
	}
	if x.owner >= 0 && y.owner >= 0 {
		p, q := r.headOf[x.owner], r.headOf[y.owner]
		if p >= 0 && q >= 0 && r.info[p].cluster != r.info[q].cluster {
			return matchClash
		}
	}
	switch {
	case words == 0:
		return matchHead
	case shared == words:
		return matchSame
	}
	return matchClash
}
