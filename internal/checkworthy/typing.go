package checkworthy

import (
	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/nlp"
)

// The templates of the type model.
const (
	yBias = iota + 200
	yLemma
	yClass
	yRoot
	ySubject
	yObject
	yForm
	yNumber
	yPhrase
	yCluster
	yPair
	yAux
)

// Type adds what tells the types of claims apart for the tokens [first, last):
// the main verb with its subject and voice, kinds of numbers, degrees of
// comparison, words of law and cause, beside what tells sentences apart.
func (s *Scratch) Type(f *linear.Features, a *nlp.Annotation, first, last int, c *Context, aux []float32) {
	if c != nil && c.ContentLast-c.ContentFirst >= 4 {
		first, last = max(first, c.ContentFirst), min(last, c.ContentLast)
	}
	s.fill(a, first, last)
	f.Add(linear.F1(yBias, 1))
	s.addWords(f)
	var count [numClasses]int
	for i := range s.cls {
		x := s.cls[i]
		for b := 0; x != 0; b++ {
			if x&1 != 0 {
				count[b]++
			}
			x >>= 1
		}
	}
	for b, n := range count {
		if n > 0 {
			f.Add(linear.F2(yClass, uint32(b), uint32(min(n, 3))), linear.F2(yClass, uint32(b), 9))
		}
	}
	for i := first; i < last; i++ {
		t := &a.Tokens[i]
		h := linear.Lower(t.Lemma)
		if !isPunct(t.POS) {
			f.Add(linear.F1(yLemma, h))
			if i > first {
				f.Add(linear.F2(yPhrase, linear.Lower(a.Tokens[i-1].Lemma), h))
			}
			fi, co := nlp.WordClass(a.Word(i))
			f.Add(linear.F2(yCluster, uint32(fi), 1), linear.F2(yCluster, uint32(co), 2))
		}
		switch t.POS {
		case nlp.JJR, nlp.RBR, nlp.JJS, nlp.RBS, nlp.MD, nlp.EX, nlp.Dollar:
			f.Add(linear.F1(yForm, uint32(t.POS)))
		case nlp.CD:
			s.number(f, a, i, first, last)
		}
	}
	for i := first; i < last; i++ {
		t := &a.Tokens[i]
		in := int(t.Head) >= first && int(t.Head) < last
		if t.Rel == nlp.NoRel || in && t.Rel != nlp.Ccomp && t.Rel != nlp.Conj && t.Rel != nlp.Parataxis || t.Rel == nlp.Punct {
			continue
		}
		k := uint32(0) // the main clause
		if in {
			k = uint32(t.Rel)
			if !t.POS.Verb() && t.Rel == nlp.Conj {
				continue
			}
		}
		s.clause(f, a, i, first, last, k)
	}
	for k, x := range aux {
		f.Add(linear.F2(yAux, uint32(k), steps(int(x)+100, 96, 98, 99, 100, 101, 102, 104)))
	}
}

func isPunct(p nlp.POS) bool {
	switch p {
	case nlp.Comma, nlp.Stop, nlp.Colon, nlp.OpenQuote, nlp.CloseQuote, nlp.LRB, nlp.RRB, nlp.HYPH, nlp.NFP, nlp.SYM:
		return true
	}
	return false
}

// number adds what a number is: a year, money, a share, a count, and where.
func (s *Scratch) number(f *linear.Features, a *nlp.Annotation, i, first, last int) {
	kind := numberKind(a.Word(i)) & 0xF
	what := uint32(0)
	switch {
	case i > first && a.Tokens[i-1].POS == nlp.Dollar:
		what = 1
	case i+1 < last && (a.Word(i+1) == "%" || a.Tokens[i+1].Lemma == "percent"):
		what = 2
	case kind == 1:
		what = 3
	case i+1 < last && lexicon[a.Tokens[i+1].Lemma]&measure != 0:
		what = 4
	case i+1 < last && lexicon[a.Tokens[i+1].Lemma]&magnitude != 0:
		what = 5
	case i+1 < last && a.Tokens[i+1].POS == nlp.NNS:
		what = 6
	case i > first && a.Tokens[i-1].POS.Proper():
		what = 7 // a day of the month, a part of a name
	}
	f.Add(linear.F2(yNumber, what, 1), linear.F2(yNumber, what, 2+uint32(a.Tokens[i].Rel)))
	if i-first < 5 {
		f.Add(linear.F2(yNumber, what, 90))
	}
}

// clause adds the verb at i with its arguments. k tells main clauses, 0, from
// others.
func (s *Scratch) clause(f *linear.Features, a *nlp.Annotation, i, first, last int, k uint32) {
	t := &a.Tokens[i]
	h := linear.Lower(t.Lemma)
	f.Add(linear.F2(yRoot, k, h), linear.F3(yRoot, k, uint32(t.POS), 1))
	fi, _ := nlp.WordClass(a.Word(i))
	f.Add(linear.F3(yRoot, k, uint32(fi), 2))
	x := s.cls[i-first]
	for b := 0; x != 0; b++ {
		if x&1 != 0 {
			f.Add(linear.F3(yRoot, k, uint32(b), 3))
		}
		x >>= 1
	}
	voice := uint32(0)
	subject := uint32(0)
	for j := first; j < last; j++ {
		if int(a.Tokens[j].Head) != i {
			continue
		}
		u := &a.Tokens[j]
		switch u.Rel {
		case nlp.NsubjPass, nlp.AuxPass:
			voice = 1
		case nlp.Cop:
			voice = 2
		}
		switch u.Rel {
		case nlp.Nsubj, nlp.NsubjPass, nlp.Obj, nlp.Cop:
			e := uint32(0)
			if n := firstEntity(a, j); n < len(a.Entities) && a.Entities[n].First <= j {
				e = uint32(a.Entities[n].Kind)
			}
			tpl := uint32(yObject)
			if u.Rel == nlp.Nsubj || u.Rel == nlp.NsubjPass {
				tpl = ySubject
				subject = 1 + e
				if u.POS == nlp.PRP {
					subject = 20 + s.word[j-first]%97
				}
			}
			f.Add(linear.F3(tpl, k, e, 1), linear.F3(tpl, k, uint32(u.POS), 2), linear.F3(tpl, k, linear.Lower(u.Lemma), 3))
			x := s.cls[j-first]
			for b := 0; x != 0; b++ {
				if x&1 != 0 {
					f.Add(linear.F3(tpl, k, uint32(b), 4))
				}
				x >>= 1
			}
		case nlp.Ccomp, nlp.Xcomp, nlp.Advcl, nlp.Obl, nlp.OblTmod, nlp.Expl:
			f.Add(linear.F3(yForm, k, uint32(u.Rel), 5))
		}
	}
	f.Add(linear.F3(yForm, k, voice, 6), linear.F3(yForm, k*4+voice, subject, 7), linear.F3(yForm, k*4+voice, subject*64+uint32(t.POS), 8))
}
