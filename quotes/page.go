package quotes

import (
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// page is one annotated article as the models see it: what each token is,
// and how it stands to quotation marks and blocks. The memory is reused.
type page struct {
	a      *nlp.Annotation
	blocks []pageBlock
	quoted []quoted
	tok    []word
	before []int32     // how many words, marks left out, stand before each token; one more than tok
	spans  []span.Span // scratch for findQuoted
	scope  scope

	feats linear.Features
	lat   linear.Lattice

	// Sums of weights that many cues share, two for each token, and the model
	// and scope that they are of.
	memo   []roleMemo
	memoOf *linear.CRF
	memoIn scope
}

// pageBlock is a block that quotations are looked for in: tokens [first, last).
type pageBlock struct {
	span.Span
	first, last int
	heading     bool
	quote       bool // a blockquote or social-media post
	colon       bool // ends in a colon
	emphasized  bool // set in bold or italics
	kind        extract.Kind
	attribution span.Span // of a blockquote
}

// scope is what a page is read for. The corpora that the models learn from
// differ in what they mark and in where its edges are, so the models have some
// features twice: for all of them, and for those of the narrow scope (Daumé III,
// Frustratingly Easy Domain Adaptation, 2007).
type scope uint32

const (
	everything scope = iota // beliefs, intentions and decrees, too
	statements              // what was said or written
)

// markState is how a token stands to quotation marks.
type markState uint8

const (
	outside markState = iota
	inside
	opening
	closing
)

// word is what the features know of one token. The strings are hashes.
type word struct {
	form, lemma, suffix uint32
	class               uint16 // the fine word class
	near, group         uint16 // the class of meaning and its group
	shape               uint8
	pos                 nlp.POS
	entity              nlp.EntityKind
	entityStart         bool
	mark                markState
	quoted              int32 // index in page.quoted of the outermost stretch around it, -1 for none
	block               int32
	head                int32 // as Token.Head, but -1 outside the sentence
	left, right         int32 // the first token and the one behind the last of its subtree
	kids                uint16
}

// Which relations a token has among its children.
const (
	kidSubject uint16 = 1 << iota
	kidSubjectName
	kidSubjectPronoun
	kidCcomp
	kidXcomp
	kidObject
	kidParataxis
	kidMark
	kidNeg
	kidAux
	kidAdvcl
	kidOblique
	kidPassive
)

func (p *page) reset(a *nlp.Annotation, blocks []pageBlock, in scope) {
	p.a, p.scope, p.memoOf = a, in, nil
	p.blocks = append(p.blocks[:0], blocks...)
	p.spans = p.spans[:0]
	for i := range p.blocks {
		b := &p.blocks[i]
		p.spans = append(p.spans, b.Span)
		b.first, b.last = a.TokenAt(b.Start), a.TokenAt(b.End)
		if b.last > b.first {
			b.colon = a.Tokens[b.last-1].POS == nlp.Colon && a.Word(b.last-1) == ":"
		}
	}
	p.quoted = findQuoted(p.quoted[:0], a.Text, p.spans)
	p.words()
	p.marks()
	p.tree()
}

func (p *page) words() {
	a := p.a
	if cap(p.tok) < len(a.Tokens) {
		p.tok = make([]word, len(a.Tokens)+len(a.Tokens)/4)
	}
	p.tok = p.tok[:len(a.Tokens)]
	for i := range a.Tokens {
		t := &a.Tokens[i]
		form := a.Text[t.Start:t.End]
		w := &p.tok[i]
		*w = word{form: linear.Lower(form), lemma: linear.Lower(t.Lemma), shape: shape(form), pos: t.POS, quoted: -1, block: -1, head: t.Head}
		w.class, _ = nlp.WordClass(t.Lemma)
		w.near, w.group = nlp.WordMeaning(t.Lemma)
		w.suffix = linear.Lower(form[max(0, len(form)-3):])
		s := &a.Sentences[t.Sentence]
		if int(w.head) < s.First || int(w.head) >= s.Last {
			w.head = -1
		}
	}
	p.before = append(p.before[:0], 0)
	for i := range p.tok {
		n := p.before[i]
		if p.tok[i].shape != 7 {
			n++
		}
		p.before = append(p.before, n)
	}
	for _, e := range a.Entities {
		for k := e.First; k < e.Last; k++ {
			p.tok[k].entity, p.tok[k].entityStart = e.Kind, k == e.First
		}
	}
	for bi := range p.blocks {
		for k := p.blocks[bi].first; k < p.blocks[bi].last; k++ {
			p.tok[k].block = int32(bi)
		}
	}
}

func (p *page) marks() {
	for qi := range p.quoted {
		q := &p.quoted[qi]
		if q.depth > 0 || q.closed && p.nickname(q) {
			continue
		}
		first, last := p.a.TokensIn(q.Span)
		for k := first; k < last; k++ {
			w := &p.tok[k]
			w.quoted, w.mark = int32(qi), inside
			if k == first {
				w.mark = opening
			} else if k == last-1 && q.closed {
				w.mark = closing
			}
		}
	}
}

// tree computes each token's subtree and what children it has.
func (p *page) tree() {
	for i := range p.tok {
		p.tok[i].left, p.tok[i].right = int32(i), int32(i+1)
	}
	for _, s := range p.a.Sentences {
		// Heads may stand on either side, so extents are passed upwards until
		// nothing changes; depth bounds the number of rounds.
		for round := 0; round < 12; round++ {
			changed := false
			for k := 0; k < s.Last-s.First; k++ {
				i := s.First + k
				if round&1 == 1 {
					i = s.Last - 1 - k
				}
				h := p.tok[i].head
				if h < 0 || int(h) == i {
					continue
				}
				if p.tok[i].left < p.tok[h].left {
					p.tok[h].left, changed = p.tok[i].left, true
				}
				if p.tok[i].right > p.tok[h].right {
					p.tok[h].right, changed = p.tok[i].right, true
				}
			}
			if !changed {
				break
			}
		}
		for i := s.First; i < s.Last; i++ {
			h := p.tok[i].head
			if h < 0 {
				continue
			}
			kids := &p.tok[h].kids
			switch p.a.Tokens[i].Rel {
			case nlp.Nsubj, nlp.NsubjPass:
				*kids |= kidSubject
				switch {
				case p.tok[i].pos == nlp.PRP:
					*kids |= kidSubjectPronoun
				case p.tok[i].entity == nlp.Person || p.tok[i].entity == nlp.Organization:
					*kids |= kidSubjectName
				}
			case nlp.Ccomp:
				*kids |= kidCcomp
			case nlp.Xcomp:
				*kids |= kidXcomp
			case nlp.Obj, nlp.Iobj:
				*kids |= kidObject
			case nlp.Parataxis:
				*kids |= kidParataxis
			case nlp.Mark:
				*kids |= kidMark
			case nlp.Aux:
				*kids |= kidAux
			case nlp.AuxPass:
				*kids |= kidPassive
			case nlp.Advcl:
				*kids |= kidAdvcl
			case nlp.Obl, nlp.OblAgent:
				*kids |= kidOblique
			case nlp.Advmod:
				switch p.a.Tokens[i].Lemma {
				case "not", "n't", "never", "no":
					*kids |= kidNeg
				}
			}
		}
	}
}

// shape sums up how a form is written.
func shape(s string) uint8 {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsUpper(r):
		if n == len(s) {
			return 1
		}
		for _, c := range s[n:] {
			if unicode.IsLower(c) {
				return 2
			}
		}
		return 3
	case unicode.IsLower(r):
		return 4
	case unicode.IsDigit(r):
		return 5
	case r == '@' || r == '#':
		return 6
	}
	return 7
}
