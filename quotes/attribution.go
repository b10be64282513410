package quotes

import (
	"math"
	"slices"

	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/nlp"
)

// tokens is the range [first, last) of tokens.
type tokens struct{ first, last int }

// attribution is one reading of a candidate cue: the source and content that
// the role model gives it.
type attribution struct {
	cue     cueSpan
	source  []tokens
	content []tokens
	logProb float64 // of the whole labelling
	rank    int     // among the readings of its cue, from 0
	gap     float64 // to the best reading's log-probability
	edges   float64 // the least sure of the boundaries of its parts
	pick    float64 // how good it is among the readings of its cue
	score   float64 // probability that it is right, from the accept model
	state   float64 // probability that it is right and a statement
}

// readings decodes the k best readings of c that have a content.
func (p *page) readings(m *linear.CRF, c cueSpan, all []cueSpan, k int, sc *scratch) []attribution {
	w := p.window(c)
	p.feats.Reset()
	p.roleFeatures(&p.feats, c, w, all, &sc.role)
	m.Emit(&p.feats, &p.lat)
	// A cue is neither its own source nor its own content.
	for i := c.first; i < min(c.last, w.last); i++ {
		for l := sourceB; l < roleLabels; l++ {
			p.lat.Bias(roleLabels, i-w.first, l, -50)
		}
	}
	m.Infer(&p.lat)
	sc.best = m.DecodeK(&p.lat, k, sc.best)
	out := sc.readings[:0]
	if len(sc.best) == 0 {
		return out
	}
	for r := range sc.best {
		a := p.reading(c, w, sc.best[r].Labels)
		if a.content = p.wholeQuoted(p.tidy(a.content, &a), &a); len(a.content) > 0 {
			a.logProb, a.rank, a.gap = sc.best[r].LogProb, r, sc.best[0].LogProb-sc.best[r].LogProb
			// Readings that have become the same count as one.
			if k := slices.IndexFunc(out, func(o attribution) bool {
				return slices.Equal(o.content, a.content) && slices.Equal(o.source, a.source)
			}); k >= 0 {
				out[k].logProb = math.Log(math.Exp(out[k].logProb) + math.Exp(a.logProb))
				continue
			}
			out = append(out, a)
		}
	}
	// A cue that shares the subject of another verb ("X called it A and said
	// B") may have been left without a source: try that subject.
	if len(out) > 0 && len(out[0].source) == 0 {
		if t, ok := p.sharedSubject(p.cueHead(c)); ok && t.last <= c.first {
			a := out[0]
			a.source, a.rank = []tokens{t}, k
			out = append(out, a)
		}
	}
	sc.readings = out
	return out
}

// wholeQuoted extends content over the quoted stretches of which it has the
// beginning or the better half, unless cue or source are in there.
func (p *page) wholeQuoted(content []tokens, a *attribution) []tokens {
	own := p.tok[a.cue.first].quoted
	for k := 0; k < len(content); k++ {
		for i := content[k].first; i < content[k].last; i++ {
			qi := p.tok[i].quoted
			if qi < 0 || qi == own {
				continue
			}
			q := &p.quoted[qi]
			first, last := p.a.TokenAt(q.Start), p.a.TokenAt(q.End-1)+1
			t := &content[k]
			n := min(t.last, last) - max(t.first, first)
			opens := t.first <= first && n > 1
			if (opens || 2*n >= last-first) && p.free(first, last, a) {
				t.first, t.last = min(t.first, first), max(t.last, last)
			}
			i = last - 1
		}
	}
	// Parts may have grown into each other.
	out := content[:0]
	for _, t := range content {
		if n := len(out); n > 0 && t.first <= out[n-1].last {
			out[n-1].last = max(out[n-1].last, t.last)
			continue
		}
		out = append(out, t)
	}
	return out
}

// afterDateline is where t begins behind a dateline ("PARIS (AP) — "), if it
// begins with one.
func (p *page) afterDateline(t tokens) int {
	b := p.tok[t.first].block
	if b < 0 || p.blocks[b].first != t.first {
		return t.first
	}
	for i := t.first; i < min(t.last-1, t.first+10); i++ {
		switch w := &p.tok[i]; {
		case i > t.first && dash(p.a.Word(i)):
			return i + 1
		case w.pos.Proper(), w.pos == nlp.Comma, w.pos == nlp.LRB, w.pos == nlp.RRB, w.pos == nlp.Stop, w.pos == nlp.CD, w.shape == 3:
		default:
			return t.first
		}
	}
	return t.first
}

// premodifier reports whether a token of this tag belongs to the noun behind it.
func premodifier(t nlp.POS) bool {
	return t.Noun() || t >= nlp.JJ && t <= nlp.JJS || t == nlp.DT || t == nlp.CD || t == nlp.PRPS || t == nlp.PDT
}

// tidy mends the edges of content: no part begins or ends inside a noun phrase, or ends with
// a comma, a colon or a conjunction that leads on, and none is function words
// alone.
func (p *page) tidy(content []tokens, a *attribution) []tokens {
	out := content[:0]
	for k, t := range content {
		t.first = p.afterDateline(t)
		for range 3 {
			last := t.last - 1
			h := int(p.tok[last].head)
			if h <= last || h-last > 3 || p.tok[last].mark == closing || !(p.tok[h].pos.Noun() || p.tok[h].pos == nlp.CD) ||
				k+1 < len(content) && content[k+1].first <= h || !p.free(last+1, h+1, a) {
				break
			}
			t.last = h + 1
		}
		for range 3 {
			w := &p.tok[max(0, t.first-1)]
			if t.first == 0 || int(w.head) < t.first || int(w.head) >= min(t.last, t.first+4) || w.shape == 7 || !p.free(t.first-1, t.first, a) ||
				!p.tok[w.head].pos.Noun() || !premodifier(w.pos) || w.quoted != p.tok[t.first].quoted {
				break
			}
			t.first--
		}
		for t.last > t.first && p.tok[t.last-1].quoted < 0 {
			w := &p.tok[t.last-1]
			if w.pos != nlp.Comma && w.pos != nlp.Colon && w.pos != nlp.CC && w.pos != nlp.LRB {
				break
			}
			t.last--
		}
		full := false
		for i := t.first; i < t.last && !full; i++ {
			switch w := &p.tok[i]; w.pos {
			case nlp.IN, nlp.CC, nlp.DT, nlp.TO:
			default:
				full = w.shape != 7
			}
		}
		if full {
			out = append(out, t)
		}
	}
	return out
}

// free reports whether [from, to) holds nothing of a's cue or source.
func (p *page) free(from, to int, a *attribution) bool {
	if from < a.cue.last && a.cue.first < to {
		return false
	}
	for _, t := range a.source {
		if from < t.last && t.first < to {
			return false
		}
	}
	return true
}

// sharedSubject is the subject of the verb that h is coordinated with or
// hangs on, where h has none of its own.
func (p *page) sharedSubject(h int) (tokens, bool) {
	for range 4 {
		if p.tok[h].kids&kidSubject != 0 {
			s := &p.a.Sentences[p.a.Tokens[h].Sentence]
			for i := s.First; i < s.Last; i++ {
				if r := p.a.Tokens[i].Rel; int(p.tok[i].head) == h && (r == nlp.Nsubj || r == nlp.NsubjPass) {
					t := tokens{int(p.tok[i].left), int(p.tok[i].right)}
					for t.last > t.first && p.tok[t.last-1].shape == 7 {
						t.last--
					}
					return t, t.last > t.first && h >= t.last
				}
			}
			return tokens{}, false
		}
		switch p.a.Tokens[h].Rel {
		case nlp.Conj, nlp.Xcomp, nlp.Advcl, nlp.Parataxis:
		default:
			return tokens{}, false
		}
		if h = int(p.tok[h].head); h < 0 {
			return tokens{}, false
		}
	}
	return tokens{}, false
}

// reading turns labels into an attribution.
func (p *page) reading(c cueSpan, w window, labels []uint8) attribution {
	a := attribution{cue: c, edges: 1}
	for i := 0; i < len(labels); {
		l := labels[i]
		if l != sourceB && l != contentB {
			i++
			continue
		}
		j := i + 1
		for j < len(labels) && labels[j] == l+1 {
			j++
		}
		a.edges = math.Min(a.edges, p.lat.Marginal[i*roleLabels+int(l)])
		if j < len(labels) {
			a.edges = math.Min(a.edges, 1-p.lat.Marginal[j*roleLabels+int(l)+1])
		}
		t := tokens{w.first + i, w.first + j}
		if l == sourceB {
			a.source = append(a.source, t)
		} else {
			a.content = append(a.content, t)
		}
		i = j
	}
	return a
}

// scratch is the memory of one extraction.
type scratch struct {
	role     roleScratch
	best     []linear.Best
	readings []attribution
	cues     []cueSpan
	feats    linear.Features
	lat      linear.Lattice
}

// kind is direct if all words of the content are inside quotation marks,
// indirect if none is, else mixed.
func (p *page) kind(content []tokens) Type {
	in, out := 0, 0
	for _, t := range content {
		for i := t.first; i < t.last; i++ {
			switch {
			case p.tok[i].shape == 7:
			case p.tok[i].quoted >= 0:
				in++
			default:
				out++
			}
		}
	}
	switch {
	case in > 0 && out == 0:
		return Direct
	case in > 0:
		return Mixed
	}
	return Indirect
}

// acceptFeatures adds what tells whether a is right.
func (p *page) acceptFeatures(f *linear.Features, a *attribution, all []cueSpan) {
	h := p.cueHead(a.cue)
	lemma, pos := p.tok[h].lemma, uint32(p.tok[h].pos)
	kind := uint32(0)
	switch p.kind(a.content) {
	case Direct:
		kind = 1
	case Mixed:
		kind = 2
	}
	n, parts := 0, uint32(min(len(a.content), 3))
	for _, t := range a.content {
		n += t.last - t.first
	}
	size := uint32(bucket(n))
	src := uint32(0)
	if len(a.source) > 0 {
		t := a.source[0]
		src = 1
		switch {
		case p.tok[t.last-1].pos == nlp.PRP:
			src = 2
		case p.tok[t.first].pos.Proper() || p.tok[t.last-1].pos.Proper():
			src = 3
		case p.tok[t.last-1].pos == nlp.NNS:
			src = 4
		}
		if len(a.source) > 1 {
			src |= 8
		}
	}
	first, last := a.content[0].first, a.content[len(a.content)-1].last
	order := uint32(0)
	switch {
	case first >= a.cue.last:
		order = 1
	case last <= a.cue.first:
		order = 2
	}
	if len(a.source) > 0 && a.source[0].first < a.cue.first {
		order |= 4
	}
	pc, pl, pe, gp := logBucket(a.cue.prob), logBucket(math.Exp(a.logProb)), logBucket(a.edges), uint32(min(9, int(a.gap*1.5)))
	in := uint32(0)
	if p.tok[a.cue.first].quoted >= 0 {
		in = 1
	}
	// How the content's edges agree with quotation marks and clauses.
	edge := uint32(0)
	for k, i := range [2]int{first, last - 1} {
		w := &p.tok[i]
		e := uint32(0)
		switch {
		case w.mark == opening || w.mark == closing:
			e = 1
		case w.mark == inside:
			e = 2
		case w.pos == nlp.Comma:
			e = 3
		case w.pos == nlp.Stop:
			e = 4
		}
		edge |= e << (4 * k)
	}
	sentLast := uint32(0)
	s := &p.a.Sentences[p.a.Tokens[last-1].Sentence]
	if last >= s.Last-1 {
		sentLast = 1
	}
	if first == s.First {
		sentLast |= 2
	}
	heading := uint32(0)
	if b := p.tok[a.cue.first].block; b >= 0 && p.blocks[b].heading {
		heading = 1
	}
	// Other cues within the content, or this cue within another's reach.
	inner, near := uint32(0), uint32(0)
	for _, o := range all {
		if o.first == a.cue.first || o.prob < .4 {
			continue
		}
		for _, t := range a.content {
			if o.first >= t.first && o.first < t.last {
				inner = min(2, inner+1)
			}
		}
		if o.first < a.cue.last && a.cue.first < o.last {
			near = 1
		}
	}
	agree := uint32(0)
	c0 := a.content[0]
	if hd := p.top(c0); hd >= 0 {
		agree = uint32(p.a.Tokens[hd].Rel)
		if int(p.tok[hd].left) == c0.first {
			agree |= 1 << 8
		}
		if int(p.tok[hd].right) == c0.last {
			agree |= 1 << 9
		}
		if int(p.tok[hd].head) == h {
			agree |= 1 << 10
		}
	}
	sag := uint32(0)
	if len(a.source) > 0 {
		t := a.source[0]
		if hd := p.top(t); hd >= 0 {
			sag = uint32(p.a.Tokens[hd].Rel)
			if int(p.tok[hd].left) == t.first {
				sag |= 1 << 8
			}
			if int(p.tok[hd].right) == t.last {
				sag |= 1 << 9
			}
			if int(p.tok[hd].head) == h {
				sag |= 1 << 10
			}
		}
	}
	f.Add(linear.F1(1, pc), linear.F1(2, pl), linear.F1(3, pe), linear.F1(4, gp), linear.F2(5, pc, pl), linear.F2(6, pl, pe), linear.F3(7, pc, pl, kind),
		linear.F1(8, lemma), linear.F2(9, lemma, src), linear.F2(10, lemma, kind), linear.F3(11, kind, order, src), linear.F3(12, kind, order, parts),
		linear.F2(13, size, kind), linear.F2(14, size, lemma), linear.F3(15, edge, kind, order), linear.F3(16, sentLast, order, kind), linear.F2(17, in, kind),
		linear.F2(18, inner, kind), linear.F2(19, near, pc), linear.F2(20, heading, kind), linear.F2(21, pos, src), linear.F3(22, pos, order, kind),
		linear.F2(23, agree, kind), linear.F3(24, agree, order, lemma), linear.F2(25, sag, order), linear.F2(26, agree, sag), linear.F3(27, gp, pl, pc),
		linear.F3(28, edge, sentLast, agree), linear.F2(29, uint32(a.rank), gp), linear.F3(30, pe, size, kind), linear.F1(0, 0),
		linear.F3(31, uint32(p.tok[first].pos), order, kind), linear.F3(32, uint32(p.tok[last-1].pos), order, kind),
		linear.F3(33, uint32(p.around(first-1)), order, kind), linear.F3(34, uint32(p.around(last)), order, kind),
		linear.F3(35, p.tok[first].lemma, order, kind), linear.F3(36, uint32(p.around(last)), uint32(p.tok[last-1].pos), sentLast),
		linear.F2(37, p.sourceClass(a), kind), linear.F2(38, p.sourceClass(a), lemma), linear.F2(39, p.actMask(h), kind), linear.F3(40, p.actMask(h), p.sourceClass(a), order), linear.F3(41, uint32(p.a.Tokens[h].Rel), uint32(p.tok[h].kids&kidSubject), src), linear.F2(42, uint32(a.rank), uint32(p.a.Tokens[h].Rel)))
	if p.scope == statements {
		f.Add(linear.F1(60, 0), linear.F2(61, lemma, kind), linear.F1(62, pc), linear.F1(63, pl), linear.F2(64, order, pos), linear.F2(65, src, pos), linear.F1(66, lemma),
			linear.F2(67, p.actMask(h), kind), linear.F3(68, kind, order, parts), linear.F2(69, p.sourceClass(a), kind), linear.F2(70, size, kind))
	}
}

func (p *page) around(i int) nlp.POS {
	if i < 0 || i >= len(p.tok) {
		return nlp.NoPOS
	}
	return p.tok[i].pos
}

// top is the token of t whose head lies outside t; -1 where there is none.
func (p *page) top(t tokens) int {
	for i := t.first; i < t.last; i++ {
		h := int(p.tok[i].head)
		if (h < t.first || h >= t.last) && p.tok[i].shape != 7 {
			return i
		}
	}
	return -1
}

// logBucket puts a probability into one of 24 classes by its log-odds.
func logBucket(x float64) uint32 {
	x = math.Max(1e-6, math.Min(1-1e-6, x))
	return uint32(math.Max(0, math.Min(23, 12+1.5*math.Log(x/(1-x)))))
}

// pickFeatures adds what tells whether a is right to the word: all that tells
// whether it is right, and what stands on either side of the edges of its content.
func (p *page) pickFeatures(f *linear.Features, a *attribution, all []cueSpan) {
	p.acceptFeatures(f, a, all)
	kind := uint32(0)
	switch p.kind(a.content) {
	case Direct:
		kind = 1
	case Mixed:
		kind = 2
	}
	none := word{form: 1, lemma: 1, head: -1}
	at := func(i int) *word {
		if i < 0 || i >= len(p.tok) {
			return &none
		}
		return &p.tok[i]
	}
	rel := func(i int) uint32 {
		if i < 0 || i >= len(p.tok) {
			return 0
		}
		return uint32(p.a.Tokens[i].Rel)
	}
	// Which side of the content the head of token i is on.
	hangs := func(i int) uint32 {
		if i < 0 || i >= len(p.tok) {
			return 0
		}
		h := int(p.tok[i].head)
		for k, t := range a.content {
			if h >= t.first && h < t.last {
				return uint32(min(k, 1)) + 1
			}
		}
		if h >= a.cue.first && h < a.cue.last {
			return 3
		}
		return 4
	}
	where := func(i int) uint32 { // with respect to the cue
		if i < a.cue.first {
			return 0
		}
		return 1
	}
	sc := uint32(p.scope)
	for k, t := range a.content {
		n := uint32(min(k, 1)) << 1
		l, l0, r, r1 := at(t.first), at(t.first-1), at(t.last-1), at(t.last)
		s := where(t.first) | n | sc<<3
		f.Add(linear.F3(80, l.lemma, l0.lemma, s), linear.F3(81, uint32(l.pos), uint32(l0.pos), s), linear.F2(82, l.lemma, s), linear.F2(83, l0.lemma, s),
			linear.F3(84, r.lemma, r1.lemma, s), linear.F3(85, uint32(r.pos), uint32(r1.pos), s), linear.F2(86, r1.lemma, s), linear.F3(87, r1.lemma, at(t.last+1).lemma, s),
			linear.F3(88, uint32(r1.pos), uint32(at(t.last+1).pos), s), linear.F3(89, rel(t.last), hangs(t.last), s), linear.F3(90, rel(t.last+1), hangs(t.last+1), s),
			linear.F3(91, rel(t.first-1), hangs(t.first-1), s), linear.F3(92, rel(t.first), hangs(t.first), s), linear.F3(93, rel(t.last-1), hangs(t.last-1), s),
			linear.F3(94, uint32(l.mark)<<4|uint32(l0.mark), uint32(r.mark)<<4|uint32(r1.mark), s|kind<<4), linear.F3(95, uint32(l.class), uint32(l0.pos), s),
			linear.F3(96, uint32(r1.class), uint32(r.pos), s), linear.F3(97, p.tok[p.cueHead(a.cue)].lemma, l.lemma, s), linear.F3(98, p.tok[p.cueHead(a.cue)].lemma, r1.lemma, s))
		// The innermost phrases that end at the right edge, and those cut by it.
		if h := int(at(t.last).head); h >= t.first && h < t.last {
			f.Add(linear.F3(99, rel(t.last), uint32(p.tok[h].pos), s), linear.F3(100, rel(t.last), p.tok[h].lemma, r1.lemma))
		}
		if h := int(l0.head); h >= t.first && h < t.last {
			f.Add(linear.F3(101, rel(t.first-1), uint32(p.tok[h].pos), s), linear.F3(102, rel(t.first-1), l0.lemma, s))
		}
	}
	f.Add(linear.F3(103, uint32(a.rank), logBucket(math.Exp(a.logProb)), uint32(min(9, int(a.gap*1.5)))), linear.F3(104, uint32(a.rank), uint32(len(a.content)), kind|sc<<3), linear.F2(105, uint32(a.rank), sc))
}

// The labels of the pick model.
const (
	pickWrong = iota
	pickRight // source and content overlap with those marked by half
	pickExact // and the content is the same to the word
	pickLabels
)

// pick scores how good a reading a is.
func (p *page) pick(m *linear.CRF, a *attribution, all []cueSpan, sc *scratch) {
	sc.feats.Reset()
	p.pickFeatures(&sc.feats, a, all)
	sc.feats.Next()
	m.Emit(&sc.feats, &sc.lat)
	m.Infer(&sc.lat)
	// Being right counts as much as being so to the word does beyond it.
	a.pick = sc.lat.Marginal[pickRight] + 2*sc.lat.Marginal[pickExact]
}

// accept scores a.
func (p *page) accept(m *linear.CRF, a *attribution, all []cueSpan, sc *scratch) {
	sc.feats.Reset()
	p.acceptFeatures(&sc.feats, a, all)
	sc.feats.Next()
	m.Emit(&sc.feats, &sc.lat)
	m.Infer(&sc.lat)
	a.score = sc.lat.Marginal[1]
}

// stateFeatures adds what tells whether a is something said or written.
func (p *page) stateFeatures(f *linear.Features, a *attribution, _ []cueSpan) {
	h := p.cueHead(a.cue)
	pos, mask := uint32(p.tok[h].pos), p.cueMask(a.cue)
	kind := uint32(0)
	switch p.kind(a.content) {
	case Direct:
		kind = 1
	case Mixed:
		kind = 2
	}
	sc := logBucket(a.score) / 2
	src := p.sourceClass(a)
	if p.tok[h].kids&kidPassive != 0 {
		src |= 16
	}
	in := uint32(0)
	if p.tok[a.cue.first].quoted >= 0 {
		in = 1
	}
	heading := uint32(0)
	if b := p.tok[a.cue.first].block; b >= 0 && p.blocks[b].heading {
		heading = 1
	}
	// Modals and negation around the cue: what would, could or will be said
	// has not been.
	mood := uint32(0)
	for i := max(0, a.cue.first-3); i < a.cue.last; i++ {
		switch p.tok[i].pos {
		case nlp.MD:
			mood |= 1
		case nlp.TO:
			if i+1 <= h {
				mood |= 2
			}
		}
		if l := p.a.Tokens[i].Lemma; l == "not" || l == "n't" || l == "never" {
			mood |= 4
		}
	}
	agree := uint32(0)
	c0 := a.content[0]
	if hd := p.top(c0); hd >= 0 {
		agree = uint32(p.a.Tokens[hd].Rel)<<8 | uint32(p.tok[hd].pos)
	}
	order := uint32(0)
	if c0.first >= a.cue.last {
		order = 1
	}
	n := 0
	for _, t := range a.content {
		n += t.last - t.first
	}
	f.Add(linear.F1(0, 0), linear.F1(1, sc), linear.F2(2, mask, kind), linear.F2(3, mask, sc), linear.F1(4, p.tok[h].lemma), linear.F2(5, pos, kind),
		linear.F3(6, src, kind, mask), linear.F2(7, in, kind), linear.F2(8, heading, mask), linear.F2(9, mood, mask), linear.F2(10, agree, mask),
		linear.F2(11, uint32(bucket(n)), kind), linear.F2(12, order, mask), linear.F2(13, pos, mask), linear.F2(14, logBucket(a.cue.prob)/2, mask),
		linear.F2(15, src, kind), linear.F2(16, src, mask), linear.F2(17, agree>>8, kind), linear.F3(18, agree>>8, src, order))
	if p.scope == statements {
		f.Add(linear.F1(60, sc), linear.F2(61, mask, kind), linear.F2(62, logBucket(a.cue.prob)/2, mask), linear.F2(63, mask, sc), linear.F2(64, pos, kind))
	}
	p.stateWords(f, a, h, kind)
}

// stateWords adds the words that stand around and inside a.
func (p *page) stateWords(f *linear.Features, a *attribution, h int, kind uint32) {
	lemma := func(i int) uint32 {
		if i < 0 || i >= len(p.tok) || p.tok[i].block != p.tok[h].block {
			return 0
		}
		return p.tok[i].lemma
	}
	pos := func(i int) uint32 {
		if i < 0 || i >= len(p.tok) || p.tok[i].block != p.tok[h].block {
			return 0
		}
		return uint32(p.tok[i].pos)
	}
	l := p.tok[h].lemma
	c0 := a.content[0]
	last := a.content[len(a.content)-1].last - 1
	source, who := uint32(0), uint32(0)
	if len(a.source) > 0 {
		if i := p.top(a.source[0]); i >= 0 {
			source, who = p.tok[i].lemma, uint32(p.tok[i].pos)
		}
	}
	rel := uint32(p.a.Tokens[h].Rel)
	up := uint32(0)
	if g := int(p.tok[h].head); g >= 0 {
		up = p.tok[g].lemma
	}
	f.Add(linear.F2(30, l, kind), linear.F2(31, l, lemma(h+1)), linear.F2(32, l, lemma(a.cue.first-1)), linear.F1(33, lemma(a.cue.first-1)), linear.F1(34, lemma(a.cue.last)),
		linear.F1(35, lemma(c0.first)), linear.F2(36, lemma(c0.first), l), linear.F2(37, pos(c0.first), l), linear.F1(38, pos(c0.first)), linear.F2(39, lemma(c0.first), kind),
		linear.F1(40, source), linear.F2(41, source, l), linear.F2(42, who, l), linear.F2(43, rel, l), linear.F2(44, rel, uint32(p.tok[h].pos)), linear.F2(45, up, rel),
		linear.F2(46, pos(last+1), kind), linear.F1(47, lemma(last+1)), linear.F1(48, lemma(c0.first-1)), linear.F2(49, pos(a.cue.first-1), pos(a.cue.last)))
	class := uint32(p.tok[h].class)
	f.Add(linear.F2(52, class, kind), linear.F2(53, class, pos(c0.first)), linear.F2(54, class, lemma(c0.first)), linear.F2(55, class, who), linear.F2(56, class, rel))
	if t := p.top(c0); t >= 0 {
		f.Add(linear.F1(50, p.tok[t].lemma), linear.F2(51, uint32(p.a.Tokens[t].Rel), l))
	}
}

// statement scores a as a statement.
func (p *page) statement(m *linear.CRF, a *attribution, sc *scratch) {
	sc.feats.Reset()
	p.stateFeatures(&sc.feats, a, nil)
	sc.feats.Next()
	m.Emit(&sc.feats, &sc.lat)
	m.Infer(&sc.lat)
	a.state = sc.lat.Marginal[1]
}
