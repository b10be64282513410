package checkworthy

import (
	"math"
	"slices"

	"github.com/onrecord/onrecord/nlp"
)

// Reading is what the linear models make of one sentence.
type Reading struct {
	// Label holds the log-odds of the labels in the chain of the article's
	// sentences, Alone those of the sentence without the others.
	Label, Alone [LabelCount]float32
	Type         [TypeCount]float32 // log-probabilities
	Aux          [AuxCount]float32  // the first layer's log-odds
}

// absent stands for the measurements of neighbours that do not exist.
const absent = -20

// Measurer measures sentences for the trees. Its memory is used again.
type Measurer struct {
	row     []float32
	order   []int // of the sentences by Label[C]
	rank    []int
	block   []int
	mixture [TypeCount]float32
	mean    Reading // of Alone and Aux alone
	most    [LabelCount]float32
	share   [LabelCount]float32
	// mentionAt holds the mention whose head each token is, -1 for none; main
	// is the referent spoken of most, -1 for none.
	mentionAt []int32
	main      int
	cast      [CastCount]float32 // whom the article as a whole is about
}

// Measure sets dst to the measurements of the units of an article, one row of
// equal length after the other, and returns it with the length of a row.
func (x *Measurer) Measure(dst []float32, s *Scratch, a *nlp.Annotation, units []Unit, ctx []Context, read []Reading) ([]float32, int) {
	dst = dst[:0]
	x.overview(a, units, read)
	x.mentions(a)
	for i, u := range units {
		x.row = x.row[:0]
		x.readings(i, ctx, read)
		x.place(i, u, &ctx[i])
		s.fill(a, u.First, u.Last)
		x.words(s, a, u)
		x.syntax(s, a, u)
		x.about(a, u, &ctx[i])
		x.add(x.cast[:]...)
		dst = append(dst, x.row...)
	}
	return dst, len(x.row)
}

func (x *Measurer) add(v ...float32) { x.row = append(x.row, v...) }

func truth(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

// overview measures the article as a whole.
func (x *Measurer) overview(a *nlp.Annotation, units []Unit, read []Reading) {
	x.mean, x.mixture, x.share = Reading{}, [TypeCount]float32{}, [LabelCount]float32{}
	x.most = [LabelCount]float32{absent, absent, absent}
	n := float32(max(1, len(read)))
	var sum float32
	for i := range read {
		r := &read[i]
		for k, v := range r.Alone {
			x.mean.Alone[k] += v / n
			x.most[k] = max(x.most[k], v)
			if v > 0 {
				x.share[k] += 1 / n
			}
		}
		for k, v := range r.Aux {
			x.mean.Aux[k] += v / n
		}
		c := logistic([2]float32{1, 0}, float64(r.Label[C]))
		for k, v := range r.Type {
			p := float32(c * math.Exp(float64(v)))
			x.mixture[k] += p
			sum += p
		}
	}
	for k := range x.mixture {
		x.mixture[k] /= max(sum, 1e-6)
	}
	x.order = grow(x.order, len(read))
	order := x.order
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		switch d := read[i].Label[C] - read[j].Label[C]; {
		case d < 0:
			return -1
		case d > 0:
			return 1
		}
		return 0
	})
	x.rank, x.block = grow(x.rank, len(units)), grow(x.block, len(units))
	for r, i := range order {
		x.rank[i] = r
	}
	for i, u := range units {
		x.block[i] = blockOf(a, u.First)
	}
}

func grow(s []int, n int) []int {
	if cap(s) < n {
		return make([]int, n, n+n/2)
	}
	return s[:n]
}

// readings adds what the linear models make of unit i and of those around it.
func (x *Measurer) readings(i int, ctx []Context, read []Reading) {
	r := &read[i]
	x.add(r.Label[:]...)
	x.add(r.Alone[:]...)
	x.add(r.Aux[:]...)
	x.add(r.Type[:]...)
	for _, d := range [...]int{-2, -1, 1, 2} {
		j := i + d
		if j < 0 || j >= len(read) {
			x.add(absent, absent, absent, absent, absent)
			continue
		}
		x.add(read[j].Alone[:]...)
		x.add(float32(ctx[j].Quoted), float32(ctx[j].Said))
	}
	x.add(x.mean.Alone[:]...)
	x.add(x.most[:]...)
	x.add(x.share[:]...)
	x.add(x.mean.Aux[:]...)
	x.add(x.mixture[:]...)
	x.add(float32(x.rank[i])/float32(len(read)), r.Alone[C]-x.mean.Alone[C])
}

// place adds where unit i stands and who says it.
func (x *Measurer) place(i int, u Unit, c *Context) {
	x.add(float32(c.Index), float32(c.Count), float32(c.Index)/float32(max(1, c.Count)), float32(c.Count-c.Index), truth(c.BlockFirst), truth(c.Heading),
		float32(c.Quoted), float32(c.Said), truth(c.Cued), truth(c.Cue != ""), float32(c.ContentLast-c.ContentFirst)/float32(max(1, u.Last-u.First)))
	x.add(float32(slices.Index(speakerKinds[:], c.Speaker)))
	if t := c.Article; t != nil {
		x.add(float32(t.First), float32(t.Numbers), float32(t.Quotes), float32(t.Said), float32(t.Names), float32(t.Past))
	} else {
		x.add(0, 0, 0, 0, 0, 0)
	}
	first, last := i, i+1
	for first > 0 && x.block[first-1] == x.block[i] {
		first--
	}
	for last < len(x.block) && x.block[last] == x.block[i] {
		last++
	}
	x.add(float32(last-first), float32(i-first))
}

var speakerKinds = [...]string{"", "person", "organization", "document", "group", "unnamed", "author"}

// tagGroups are the tags that are counted, some together.
var tagGroups = func() (g [64]int8) {
	for i := range g {
		g[i] = -1
	}
	for i, tags := range [...][]nlp.POS{{nlp.CD}, {nlp.JJ}, {nlp.JJR, nlp.RBR}, {nlp.JJS, nlp.RBS}, {nlp.MD}, {nlp.NNP, nlp.NNPS}, {nlp.NN}, {nlp.NNS},
		{nlp.PRP, nlp.PRPS}, {nlp.RB}, {nlp.VB}, {nlp.VBD}, {nlp.VBG}, {nlp.VBN}, {nlp.VBP}, {nlp.VBZ}, {nlp.IN}, {nlp.TO}, {nlp.Comma}, {nlp.Colon}, {nlp.LRB},
		{nlp.Dollar}, {nlp.WDT, nlp.WP, nlp.WPS, nlp.WRB}, {nlp.DT}, {nlp.EX}, {nlp.UH}, {nlp.CC}, {nlp.OpenQuote, nlp.CloseQuote}} {
		for _, t := range tags {
			g[t] = int8(i)
		}
	}
	return g
}()

const tagGroupCount = 28

// words adds counts of the words, tags, names and numbers of u, which s holds.
func (x *Measurer) words(s *Scratch, a *nlp.Annotation, u Unit) {
	n := float32(max(1, u.Last-u.First))
	var tags [tagGroupCount]float32
	var kinds [nlp.Quantity + 1]float32
	var cls [numClasses]float32
	var question, shout, stop bool
	var numbers [8]float32 // by numberKind
	var result float32     // "6-4"
	for i := u.First; i < u.Last; i++ {
		t := a.Tokens[i].POS
		if g := tagGroups[t]; g >= 0 {
			tags[g]++
		}
		for c, b := s.cls[i-u.First], 0; c != 0; b++ {
			if c&1 != 0 {
				cls[b]++
			}
			c >>= 1
		}
		w := a.Word(i)
		if t == nlp.CD {
			numbers[numberKind(w)&7]++
			if i+2 < u.Last && a.Tokens[i+2].POS == nlp.CD && a.Tokens[i+1].End-a.Tokens[i+1].Start <= 3 && a.Tokens[i].End == a.Tokens[i+1].Start &&
				a.Tokens[i+1].End == a.Tokens[i+2].Start && len(w) <= 3 && len(a.Word(i+2)) <= 3 {
				result++
			}
		}
		if i >= u.Last-2 && len(w) == 1 {
			question, shout, stop = question || w == "?", shout || w == "!", stop || w == "."
		}
	}
	for e := firstEntity(a, u.First); e < len(a.Entities) && a.Entities[e].First < u.Last; e++ {
		if k := a.Entities[e].Kind; int(k) < len(kinds) {
			kinds[k]++
		}
	}
	x.add(n, float32(a.Tokens[u.Last-1].End-a.Tokens[u.First].Start)/n)
	x.add(tags[:]...)
	for _, v := range tags {
		x.add(v / n)
	}
	x.add(cls[:]...)
	x.add(kinds[1:]...)
	x.add(numbers[:7]...)
	x.add(result, truth(question), truth(shout), truth(!question && !shout && !stop))
}

// countedRels are the relations that are counted.
var countedRels = [...]nlp.Rel{nlp.ACLRelcl, nlp.Advcl, nlp.Ccomp, nlp.Xcomp, nlp.Conj, nlp.Appos, nlp.Parataxis, nlp.Mark, nlp.NsubjPass, nlp.Cop, nlp.Amod, nlp.Nummod,
	nlp.Obl, nlp.OblTmod, nlp.Nmod}

// rootClasses are the classes of the main verb that matter.
var rootClasses = [...]class{saying, thinking, wanting, supporting, trend, law, cause, opinion, deontic}

// syntax adds the main verb of u, its subject and what hangs on it.
func (x *Measurer) syntax(s *Scratch, a *nlp.Annotation, u Unit) {
	n := float32(max(1, u.Last-u.First))
	root, finite := -1, -1
	var rels [64]float32
	for i := u.First; i < u.Last; i++ {
		t := &a.Tokens[i]
		if root < 0 && t.Rel != nlp.Punct && (int(t.Head) < u.First || int(t.Head) >= u.Last) {
			root = i
		}
		if p := t.POS; finite < 0 && (p == nlp.MD || p.Verb() && p != nlp.VBG && p != nlp.VBN && p != nlp.VB) {
			finite = i
		}
		rels[t.Rel]++
	}
	if finite >= 0 {
		x.add(float32(a.Tokens[finite].POS), float32(finite-u.First))
	} else {
		x.add(-1, -1)
	}
	var rc class
	subject := subjectOf(a, u.First, u.Last)
	var cop, passive, modal, clause, negated, object bool
	if root >= 0 {
		rc = s.cls[root-u.First]
		x.add(float32(a.Tokens[root].POS), float32(root-u.First)/n)
		for i := u.First; i < u.Last; i++ {
			t := &a.Tokens[i]
			if int(t.Head) != root {
				continue
			}
			switch t.Rel {
			case nlp.NsubjPass, nlp.AuxPass:
				passive = true
			case nlp.Cop:
				cop = true
			case nlp.Ccomp, nlp.Parataxis:
				clause = true
			case nlp.Obj:
				object = true
			}
			modal = modal || t.POS == nlp.MD
			negated = negated || s.cls[i-u.First]&negation != 0
		}
	} else {
		x.add(-1, -1)
	}
	for _, c := range rootClasses {
		x.add(truth(rc&c != 0))
	}
	if subject >= 0 {
		kind := nlp.NoEntity
		if e := firstEntity(a, subject); e < len(a.Entities) && a.Entities[e].First <= subject {
			kind = a.Entities[e].Kind
		}
		c := s.cls[subject-u.First]
		x.add(float32(a.Tokens[subject].POS), float32(kind), truth(c&firstPerson != 0), truth(c&official != 0), truth(c&study != 0))
	} else {
		x.add(-1, -1, -1, -1, -1)
	}
	x.add(truth(cop), truth(passive), truth(modal), truth(clause), truth(negated), truth(object))
	for _, r := range countedRels {
		x.add(rels[r])
	}
}
