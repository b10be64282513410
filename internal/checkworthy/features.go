package checkworthy

import (
	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/internal/vectors"
	"github.com/onrecord/onrecord/nlp"
)

// Context is what is known of a sentence from outside of it.
type Context struct {
	Index, Count int  // its place among the article's sentences
	BlockFirst   bool // opens its block
	Heading      bool
	// Quoted is the share of its tokens in quotation marks, Said that which is
	// ascribed to a source, marked or not, both from 0 to 1.
	Quoted, Said float64
	// Cued: a cue of attribution stands in it.
	Cued bool
	// Cue is the lemma of the verb that ascribes its content, "" for none.
	Cue string
	// Speaker is the kind of who says it ("person", "organization" ...).
	Speaker string
	// Article describes the article as a whole.
	Article *Article
	// ContentFirst and ContentLast are the tokens of the longest stretch that
	// is ascribed to a source, both 0 for none.
	ContentFirst, ContentLast int
}

// Article is what is known of the whole article: shares per sentence or token.
type Article struct {
	First, Numbers, Quotes, Said, Names, Past float64
}

// Describe measures a.
func Describe(a *nlp.Annotation) *Article {
	var x Article
	n := float64(max(1, len(a.Tokens)))
	for i := range a.Tokens {
		t := &a.Tokens[i]
		c := classes(a, i)
		switch {
		case c&firstPerson != 0:
			x.First++
		case t.POS == nlp.CD:
			x.Numbers++
		case t.POS == nlp.OpenQuote:
			x.Quotes++
		case t.POS.Proper():
			x.Names++
		case t.POS == nlp.VBD:
			x.Past++
		}
		if c&saying != 0 && t.POS.Verb() {
			x.Said++
		}
	}
	x.First /= n
	x.Numbers /= n
	x.Quotes /= n
	x.Said /= n
	x.Names /= n
	x.Past /= n
	return &x
}

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

// Scratch is the memory that features are made in.
type Scratch struct {
	// of is the annotation that all holds the words of, nil for none.
	of  *nlp.Annotation
	all struct {
		word, kind []uint32
		cls        []class
		row        []int32
	}
	word []uint32
	kind []uint32 // the word for function words, the tag for others
	cls  []class
	row  []int32 // of the words' vectors, -1 for none

	// Norm is where the vectors of sentences lie, nil to do without vectors.
	Norm  *Norm
	table *vectors.Table
}

// Norm holds, by dimension, the mean and the inverse of the standard deviation
// of the mean word vectors of sentences.
type Norm struct{ Mean, Scale [vectors.Dims]float32 }

// numberKind stands for all numbers of a kind, so that "14" teaches "15".
func numberKind(w string) uint32 {
	digit, comma, point := 0, false, false
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case '0' <= c && c <= '9':
			digit++
		case c == ',':
			comma = true
		case c == '.':
			point = true
		default:
			return 0
		}
	}
	switch {
	case digit == 0:
		return 0
	case digit == 4 && !comma && !point && (w[0] == '1' || w[0] == '2'):
		return 0xA001 // a year
	case point:
		return 0xA002
	case comma || digit > 3:
		return 0xA003
	case digit == 3:
		return 0xA004
	case digit == 2:
		return 0xA005
	}
	return 0xA006
}

// Prepare looks at each word of a once, for all features that will be made of
// it until Release. a must not change in between.
func (s *Scratch) Prepare(a *nlp.Annotation) {
	x := &s.all
	x.word, x.kind, x.cls, x.row = x.word[:0], x.kind[:0], x.cls[:0], x.row[:0]
	for i := range a.Tokens {
		w, k, c := look(a, i)
		x.word, x.kind, x.cls, x.row = append(x.word, w), append(x.kind, k), append(x.cls, c), append(x.row, s.rowOf(w))
	}
	s.of = a
}

// Release ends what Prepare began.
func (s *Scratch) Release() { s.of, s.word, s.kind, s.cls, s.row = nil, nil, nil, nil, nil }

// rowOf looks up the vector of a word by its hash.
func (s *Scratch) rowOf(hash uint32) int32 {
	if s.Norm == nil {
		return -1
	}
	if s.table == nil {
		t, err := vectors.Load()
		if err != nil {
			return -1 // the embedded file is tested; Load reports it
		}
		s.table = t
	}
	return s.table.Row(hash)
}

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

// look computes the hash of token i, its kind (the word for function words,
// the tag for others) and its classes.
func look(a *nlp.Annotation, i int) (word, kind uint32, c class) {
	w := a.Word(i)
	h := numberKind(w)
	if h == 0 {
		h = linear.Lower(w)
	}
	p := a.Tokens[i].POS
	k := uint32(p) + 1
	switch p {
	case nlp.NoPOS, nlp.IN, nlp.DT, nlp.MD, nlp.PRP, nlp.PRPS, nlp.TO, nlp.WDT, nlp.WP, nlp.WRB, nlp.CC, nlp.RP, nlp.EX:
		k = h
	}
	return h, k, classes(a, i)
}

// fill sets s to the tokens [first, last).
func (s *Scratch) fill(a *nlp.Annotation, first, last int) {
	if s.of == a {
		s.word, s.kind, s.cls, s.row = s.all.word[first:last], s.all.kind[first:last], s.all.cls[first:last], s.all.row[first:last]
		return
	}
	if s.of != nil {
		s.Release()
	}
	s.word, s.kind, s.cls, s.row = s.word[:0], s.kind[:0], s.cls[:0], s.row[:0]
	for i := first; i < last; i++ {
		w, k, c := look(a, i)
		s.word, s.kind, s.cls, s.row = append(s.word, w), append(s.kind, k), append(s.cls, c), append(s.row, s.rowOf(w))
	}
}

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
