package checkworthy

import (
	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/internal/vectors"
	"github.com/onrecord/onrecord/nlp"
)

// classes looks up token i by its word, then by its lemma.
func classes(a *nlp.Annotation, i int) class {
	t := &a.Tokens[i]
	c := lexicon[t.Lemma]
	if w := a.Word(i); w != t.Lemma {
		if isLower(w) {
			c |= lexicon[w]
		} else if len(w) < 24 {
			var b [24]byte
			n := copy(b[:], w)
			for k := 0; k < n; k++ {
				if 'A' <= b[k] && b[k] <= 'Z' {
					b[k] += 'a' - 'A'
				}
			}
			c |= lexicon[string(b[:n])]
		}
	}
	return c
}

func isLower(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] >= 'A' && w[i] <= 'Z' {
			return false
		}
	}
	return true
}

// The templates of features. A number stays with its meaning, since models
// are trained against it.
const (
	tBias = iota + 1
	tWord
	tBigram
	tTrigram
	tPOS2
	tPOS3
	tSkel3
	tFirst
	tFirst2
	tLast
	tLength
	tClass
	tClassPair
	tShare
	tSaid
	tPlace
	tArticle
	tAux
	tQuoted
	tCue
	tSubject
	tVerb
	tPrev
	tClassFirst
	tEntity
	tNumber
	tSuffix
	tVerbClass
	tMeaning
)

// addMeaning adds where the mean of the words' vectors lies in each dimension.
func (s *Scratch) addMeaning(f *linear.Features) {
	var v [vectors.Dims]float32
	if s.Norm == nil || s.table == nil || !s.table.Mean(&v, s.row) {
		return
	}
	for d, x := range v {
		z := (x - s.Norm.Mean[d]) * s.Norm.Scale[d]
		f.Add(linear.F2(tMeaning, uint32(d), uint32(min(max(z*meaningSteps+100, 100-2*meaningSteps), 100+2*meaningSteps))))
	}
}

const meaningSteps = 1.5

// Words adds features of the words alone of the tokens [first, last): what
// models of bare sentences use.
func (s *Scratch) Words(f *linear.Features, a *nlp.Annotation, first, last int) {
	s.fill(a, first, last)
	s.addWords(f)
}

// Bag adds the words alone, numbers by their kind: the baseline that Words is
// measured against.
func (s *Scratch) Bag(f *linear.Features, a *nlp.Annotation, first, last int) {
	s.fill(a, first, last)
	f.Add(linear.F1(tBias, 1))
	for _, w := range s.word {
		f.Add(linear.F1(tWord, w))
	}
}

func (s *Scratch) addWords(f *linear.Features) {
	f.Add(linear.F1(tBias, 1))
	p, q := uint32(1), uint32(1)
	kp, kq := uint32(1), uint32(1)
	for i, w := range s.word {
		k := s.kind[i]
		f.Add(linear.F1(tWord, w), linear.F2(tBigram, p, w), linear.F3(tTrigram, q, p, w), linear.F3(tSkel3, kq, kp, k))
		q, p = p, w
		kq, kp = kp, k
	}
	f.Add(linear.F2(tBigram, p, 2))
	n := len(s.word)
	if n > 0 {
		f.Add(linear.F1(tFirst, s.word[0]), linear.F1(tLast, s.word[n-1]))
	}
	if n > 1 {
		f.Add(linear.F2(tFirst2, s.word[0], s.word[1]))
	}
	s.addDense(f)
	s.addMeaning(f)
}

// Meaning sets dst to the mean vector of the words of the tokens [first, last)
// and reports whether any is known. Norm is computed from it.
func (s *Scratch) Meaning(dst *[vectors.Dims]float32, a *nlp.Annotation, first, last int) bool {
	s.fill(a, first, last)
	return s.table != nil && s.table.Mean(dst, s.row)
}

// addDense adds counts and shares, cut into steps.
func (s *Scratch) addDense(f *linear.Features) {
	n := len(s.word)
	f.Add(linear.F1(tLength, steps(n, 3, 6, 9, 12, 16, 20, 25, 30, 40)))
	if n < 5 {
		f.Add(linear.F1(tLength, 99))
	}
	var count [numClasses]uint8
	var all class
	for i := range s.cls {
		c := s.cls[i]
		all |= c
		for b := 0; c != 0; b++ {
			if c&1 != 0 && count[b] < 250 {
				count[b]++
			}
			c >>= 1
		}
	}
	for b := range count {
		if count[b] > 0 {
			f.Add(linear.F2(tClass, uint32(b), uint32(min(count[b], 3))), linear.F2(tClass, uint32(b), 100))
		}
	}
	// Pairs of classes: a number and a trend, a person and a saying.
	for b := 0; b < numClasses; b++ {
		if count[b] == 0 {
			continue
		}
		for d := b + 1; d < numClasses; d++ {
			if count[d] > 0 {
				f.Add(linear.F2(tClassPair, uint32(b), uint32(d)))
			}
		}
	}
	if n > 0 {
		c := s.cls[0]
		for b := 0; c != 0; b++ {
			if c&1 != 0 {
				f.Add(linear.F1(tClassFirst, uint32(b)))
			}
			c >>= 1
		}
	}
}

func (s *Scratch) addTags(f *linear.Features, a *nlp.Annotation, first, last int) {
	var count [64]uint8
	n := last - first
	if n == 0 {
		return
	}
	p, q := uint32(60), uint32(61)
	verb := -1
	for i := first; i < last; i++ {
		t := a.Tokens[i].POS
		if count[t] < 255 {
			count[t]++
		}
		f.Add(linear.F2(tPOS2, p, uint32(t)), linear.F3(tPOS3, q, p, uint32(t)))
		q, p = p, uint32(t)
		if verb < 0 && (t.Verb() && t != nlp.VBG && t != nlp.VBN && t != nlp.VB || t == nlp.MD) {
			verb = i
		}
	}
	for t, c := range count {
		if c > 0 {
			f.Add(linear.F2(tShare, uint32(t), steps(int(c)*100/n, 3, 6, 10, 15, 20, 30, 50)), linear.F2(tNumber, uint32(t), uint32(min(c, 4))))
		}
	}
	if verb >= 0 {
		v := &a.Tokens[verb]
		f.Add(linear.F1(tVerb, linear.Lower(v.Lemma)), linear.F2(tVerb, uint32(v.POS), 1))
		c := s.cls[verb-first]
		for b := 0; c != 0; b++ {
			if c&1 != 0 {
				f.Add(linear.F1(tVerbClass, uint32(b)))
			}
			c >>= 1
		}
		if verb > first {
			f.Add(linear.F2(tSubject, linear.Lower(a.Word(verb-1)), 1), linear.F2(tSubject, uint32(a.Tokens[verb-1].POS), 2))
			f.Add(linear.F3(tSubject, s.kind[0], uint32(v.POS), 3))
		}
	}
	// The kinds of entities.
	var kinds [16]uint8
	for e := firstEntity(a, first); e < len(a.Entities) && a.Entities[e].First < last; e++ {
		kinds[a.Entities[e].Kind]++
	}
	for k, c := range kinds {
		if c > 0 {
			f.Add(linear.F2(tEntity, uint32(k), uint32(min(c, 3))))
		}
	}
}

func firstEntity(a *nlp.Annotation, first int) int {
	lo, hi := 0, len(a.Entities)
	for lo < hi {
		m := (lo + hi) / 2
		if a.Entities[m].Last > first {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}

// Sentence adds all features of the tokens [first, last) in context c. aux
// are the log-odds of models of other data.
func (s *Scratch) Sentence(f *linear.Features, a *nlp.Annotation, first, last int, c *Context, aux []float32) {
	s.fill(a, first, last)
	s.addWords(f)
	s.addRest(f, a, first, last, c, aux)
}

// addRest adds what Sentence has beyond Words.
func (s *Scratch) addRest(f *linear.Features, a *nlp.Annotation, first, last int, c *Context, aux []float32) {
	s.addTags(f, a, first, last)
	s.addContext(f, c)
	var joint uint32
	for k, x := range aux {
		b := steps(int(x*4)+1000, 980, 984, 988, 992, 996, 998, 1000, 1002, 1004, 1008, 1012, 1016, 1020)
		f.Add(linear.F2(tAux, uint32(k), b))
		// Steps that overlap keep a fine scale smooth.
		f.Add(linear.F2(tAux, uint32(k)+50, steps(int(x)+100, 94, 96, 98, 100, 102, 104, 106)))
		if k < 2 {
			joint = joint*16 + steps(int(x)+100, 97, 99, 101, 103)
		}
	}
	f.Add(linear.F2(tAux, 99, joint))
}

func (s *Scratch) addContext(f *linear.Features, c *Context) {
	if c == nil {
		return
	}
	place := steps(c.Index, 1, 2, 3, 5, 8, 12, 20, 40)
	left := steps(c.Count-c.Index, 1, 2, 3, 5, 10)
	f.Add(linear.F2(tPlace, 1, place), linear.F2(tPlace, 2, left))
	b := func(x bool) uint32 {
		if x {
			return 1
		}
		return 0
	}
	f.Add(linear.F3(tPlace, 3, b(c.BlockFirst), b(c.Heading)))
	q := steps(int(c.Quoted*100), 1, 20, 50, 80, 99)
	d := steps(int(c.Said*100), 1, 20, 50, 80, 99)
	f.Add(linear.F2(tQuoted, 1, q), linear.F2(tQuoted, 2, d), linear.F3(tQuoted, 3, q, d), linear.F2(tQuoted, 4, b(c.Cued)))
	// In a quotation, first person and modals mean something else.
	mode := uint32(0)
	if c.Quoted > .5 {
		mode = 1
	} else if c.Said > .5 {
		mode = 2
	}
	var all class
	for _, x := range s.cls {
		all |= x
	}
	for k := uint32(0); all != 0; k++ {
		if all&1 != 0 {
			f.Add(linear.F3(tQuoted, 5+mode, k, 7))
		}
		all >>= 1
	}
	if c.Cue != "" {
		f.Add(linear.F1(tCue, linear.Lower(c.Cue)), linear.F2(tCue, linear.String(c.Speaker), 2))
	}
	if x := c.Article; x != nil {
		f.Add(linear.F2(tArticle, 1, steps(int(x.First*1000), 2, 5, 10, 20, 40)),
			linear.F2(tArticle, 2, steps(int(x.Numbers*1000), 5, 10, 20, 30, 50)),
			linear.F2(tArticle, 3, steps(int(x.Quotes*1000), 1, 3, 6, 10, 15)),
			linear.F2(tArticle, 4, steps(int(x.Said*1000), 5, 10, 15, 20, 30)),
			linear.F2(tArticle, 5, steps(int(x.Names*1000), 40, 70, 100, 130, 160)),
			linear.F2(tArticle, 6, steps(int(x.Past*1000), 10, 20, 35, 50)))
	}
}

// steps is the number of limits that x reaches.
func steps(x int, limits ...int) uint32 {
	n := uint32(0)
	for _, l := range limits {
		if x >= l {
			n++
		}
	}
	return n
}
