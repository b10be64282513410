package nlp

import (
	"context"
	"math"
	"sync"

	"github.com/onrecord/onrecord/internal/linear"
)

// Corefer finds the mentions of a and what they refer to: it sets a.Mentions
// and a.Chains from the tokens, their tags, the entities and, where there are
// any, the dependencies. It works in one pass from left to right: names join
// earlier names by rule, the other mentions the referent that a trained
// ranker prefers among those mentioned lately, or none (an entity-mention
// ranker as in Rahman and Ng, 2009, behind precise rules as in Lee et al.,
// 2013). Its cost grows linearly with the length of the text.
func Corefer(ctx context.Context, a *Annotation) error {
	model, err := corefModel()
	if err != nil {
		return err
	}
	r := resolvers.Get().(*resolver)
	defer resolvers.Put(r)
	r.rank = model
	r.run(a)
	r.a = nil
	return ctx.Err()
}

var resolvers = sync.Pool{New: func() any { return new(resolver) }}

// resolver holds the memory of Corefer.
type resolver struct {
	a         *Annotation
	words     *wordbook
	rank      *linear.Table
	info      []info
	entityAt  []int32 // token to entity, -1
	headOf    []int32 // token to the largest mention that it is the head of, -1
	quoteAt   []int32 // token to quotation, -1
	quotes    []quotation
	clusters  []cluster
	nodes     []node           // lists of clusters, by word
	byWord    map[uint32]int32 // hash of a name's word or a head noun to nodes
	seen      []int32          // cluster to the mention that it was last a candidate for
	cands     []candidate
	feats     linear.Features
	chainOf   []int32
	extra     []Entity              // entities to be put in
	surnames  map[uint32]bool       // last words of the full names of persons
	fullNames map[uint32]bool       // full names of persons of two words
	known     map[uint32]EntityKind // names of several words
	alone     map[uint32]bool       // names of persons of one word
	honored   map[uint32]bool       // words that follow "Mr."
	speakers  map[uint32]bool       // single words that say something
	spoken    bool                  // speakers is filled
	firm      map[uint32]int8       // evidence that a name is an organisation's
	sayer     int32                 // cluster of the last subject of a verb of saying, outside of quotation marks; -1
	train     *corefTraining
	buf       [2][]uint32
}

// quotation is a stretch in quotation marks: its tokens, and the mention of
// who seems to say it.
type quotation struct{ first, last, speaker int32 }

type node struct{ cluster, next int32 }

type candidate struct {
	cluster int32 // -1: a new referent
	last    int32 // its latest mention
	rank    int32 // how many candidates came later
	score   float32
	match   uint8
}

func (r *resolver) run(a *Annotation) {
	r.a, r.words = a, nounBook()
	r.clusters, r.nodes, r.seen = r.clusters[:0], r.nodes[:0], r.seen[:0]
	if r.byWord == nil {
		r.byWord = map[uint32]int32{}
	}
	clear(r.byWord)
	r.sayer = -1
	r.mentions()
	r.quoteSpeakers()
	for m := range a.Mentions {
		if r.info[m].cluster < 0 {
			r.resolve(m)
		}
	}
	r.chains()
	r.describe()
}

// resolve finds the cluster of mention m.
func (r *resolver) resolve(m int) {
	mn, x := &r.a.Mentions[m], &r.info[m]
	switch {
	case mn.Kind == Named:
		if x.appos >= 0 && r.info[x.appos].cluster >= 0 && (r.a.Mentions[x.appos].Kind == Named || r.nameLookup(m) < 0) {
			r.join(m, r.info[x.appos].cluster)
			return
		}
		if c := r.nameLookup(m); c >= 0 {
			r.join(m, c)
			return
		}
		r.create(m)
	case x.appos >= 0 && r.info[x.appos].cluster >= 0:
		r.join(m, r.info[x.appos].cluster)
	case x.by > 0 && r.a.Mentions[x.by].Kind == Named && r.info[x.by].cluster < 0:
		// "the mayor, Ann Lee": the name decides for both.
		if c := r.nameLookup(int(x.by)); c >= 0 {
			r.join(m, c)
		} else {
			r.create(m)
		}
		r.join(int(x.by), x.cluster)
	case mn.Kind == Pronoun && x.pron.person == 0:
		if c := r.relative(m); c >= 0 {
			r.join(m, c)
		}
	case mn.Kind == Indef:
		r.create(m)
	default:
		if c := r.reflexive(m); c >= 0 {
			r.join(m, c)
			return
		}
		r.choose(m)
	}
}

// reflexive finds the cluster that a reflexive pronoun in the singular that is
// an argument of a verb refers to: that of the verb's subject, if what is known
// of that does not contradict.
func (r *resolver) reflexive(m int) int32 {
	a := r.a
	mn, x := &a.Mentions[m], &r.info[m]
	if mn.Kind != Pronoun || !x.pron.self || x.pron.person != 3 || x.pron.plural {
		return -1
	}
	v := a.Tokens[mn.Head].Head
	if v < 0 || int(v) >= mn.Head || !a.Tokens[v].POS.Verb() {
		return -1
	}
	for k := m - 1; k >= 0 && r.info[k].sentence == x.sentence; k-- {
		mk, y := &a.Mentions[k], &r.info[k]
		if y.nested || y.cluster < 0 || y.grammar != subjectGram || a.Tokens[mk.Head].Head != v || mk.Last > int(v) {
			continue
		}
		if mk.Kind == Pronoun && y.pron.person != 3 && y.pron.person != 0 || y.plural {
			return -1
		}
		c := &r.clusters[y.cluster]
		if g := c.gender(); g != UnknownGender && g != x.pron.gender || x.pron.gender == Neuter && c.kind() == Person || x.pron.gender != Neuter && c.kind() != Person && c.kind() != NoEntity {
			return -1
		}
		return y.cluster
	}
	return -1
}

// relative finds the cluster that a relative pronoun refers to: that of the
// phrase it stands behind.
func (r *resolver) relative(m int) int32 {
	a := r.a
	t := a.Mentions[m].First
	best := int32(-1)
	for k := m - 1; k >= 0 && k > m-12; k-- {
		mk := &a.Mentions[k]
		if mk.Kind == Pronoun && r.info[k].pron.person == 0 || r.info[k].cluster < 0 || r.info[k].sentence != r.info[m].sentence {
			continue
		}
		near := mk.Last == t || mk.Last == t-1 && (a.Tokens[t-1].POS == Comma || a.Tokens[t-1].POS == IN || a.Tokens[t-1].POS == TO) || int(r.info[k].base) == t
		if !near {
			continue
		}
		human := a.Tokens[t].POS != WDT
		c := &r.clusters[r.info[k].cluster]
		if human && (mk.Entity == Person || c.kind() == Person) || !human && c.kind() != Person {
			return r.info[k].cluster
		}
		if best < 0 {
			best = r.info[k].cluster
		}
	}
	return best
}

// quoteSpeakers guesses who says each stretch in quotation marks: the subject
// of a verb of saying outside of it, in its last or first sentence, else
// whoever said the stretch before.
func (r *resolver) quoteSpeakers() {
	a := r.a
	for q := range r.quotes {
		qt := &r.quotes[q]
		s0, s1 := int(a.Tokens[qt.first].Sentence), int(a.Tokens[qt.last].Sentence)
		qt.speaker = r.sayerIn(s1, qt)
		if qt.speaker < 0 && s0 != s1 {
			qt.speaker = r.sayerIn(s0, qt)
		}
		if qt.speaker < 0 && s1+1 < len(a.Sentences) && a.Sentences[s1+1].First == int(qt.last)+1 {
			qt.speaker = r.sayerIn(s1+1, qt)
		}
		if qt.speaker < 0 && q > 0 && s0-int(a.Tokens[r.quotes[q-1].last].Sentence) <= 1 {
			qt.speaker = r.quotes[q-1].speaker
		}
	}
}

// sayerIn returns the mention in sentence s nearest to quotation q that is
// the subject of a verb of saying, and outside of quotation marks.
func (r *resolver) sayerIn(s int, q *quotation) int32 {
	a := r.a
	best, far := int32(-1), math.MaxInt
	// The mentions of the sentence: found by their heads.
	// Within reach of the quotation: a sentence without end has many.
	const reach = 300
	for t := max(a.Sentences[s].First, int(q.first)-reach); t < min(a.Sentences[s].Last, int(q.last)+reach); t++ {
		m := r.headOf[t]
		if m < 0 || !r.info[m].says || r.info[m].quote >= 0 {
			continue
		}
		d := t - int(q.last)
		if d < 0 {
			d = int(q.first) - t
		}
		if d < far && d >= 0 {
			best, far = m, d
		}
	}
	return best
}

// resize returns s with length n; the contents are undefined.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}

// lookup finds the lower-cased form of s in m without allocating.
func lookup[T any](m map[string]T, s string) (T, bool) {
	var b [32]byte
	if len(s) > len(b) {
		v, ok := m[s]
		return v, ok
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b[i] = c
	}
	v, ok := m[string(b[:len(s)])]
	return v, ok
}
