package claims

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sort"
	"sync"
	"time"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/checkworthy"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// Genre is the kind of text that scores are calibrated for.
type Genre string

// The genres.
const (
	News   Genre = "news"
	Debate Genre = "debate" // transcripts of debates and interviews
	Speech Genre = "speech" // political and other speeches
)

// Detector finds check-worthy claims. It is safe for concurrent use.
type Detector struct {
	model     *checkworthy.Model
	genre     Genre
	threshold float64
	scratch   sync.Pool // *scratch
	// annotate annotates bare sentences; set at the first use.
	annotate func() (nlp.Annotator, error)
}

// Option changes what a Detector finds.
type Option func(*Detector)

// WithGenre calibrates scores for a genre; the default is News.
func WithGenre(g Genre) Option { return func(d *Detector) { d.genre = g } }

// WithThreshold sets the score from which a sentence makes a claim. The
// default is one at which F1 is best, or near it, on held-out sentences of the
// genre.
func WithThreshold(p float64) Option { return func(d *Detector) { d.threshold = p } }

// thresholds are the default ones. In news F1 is best at 0.4, and flat around
// it, on held-out training articles, all of them and those by the annotators of
// the dev sets alone. In debates, where one sentence in four is a claim, F1 at
// even odds is 6 lower.
var thresholds = map[Genre]float64{News: 0.4, Debate: 0.34, Speech: 0.4}

// New returns a detector. The model is loaded at the first call and shared.
func New(opts ...Option) (*Detector, error) {
	m, err := checkworthy.Load()
	if err != nil {
		return nil, fmt.Errorf("claims: %w", err)
	}
	d := &Detector{model: m, genre: News, threshold: math.NaN()}
	for _, o := range opts {
		o(d)
	}
	own, ok := thresholds[d.genre]
	if !ok {
		return nil, fmt.Errorf("claims: unknown genre %q: use news, debate or speech", d.genre)
	}
	if math.IsNaN(d.threshold) {
		d.threshold = own
	}
	if d.threshold < 0 || d.threshold > 1 {
		return nil, fmt.Errorf("claims: threshold %g is no probability: use 0 to 1", d.threshold)
	}
	d.scratch.New = func() any { return new(scratch) }
	d.annotate = func() (nlp.Annotator, error) { return nlp.Default() }
	return d, nil
}

// scratch is the memory that one Detect works in.
type scratch struct {
	scorer   checkworthy.Scorer
	units    []checkworthy.Unit
	contexts []checkworthy.Context
	quoted   []bool
	titles   []bool // by sentence: it has capitals as titles have
	headings []bool // by sentence: it is a heading
	scores   []float64
	alones   map[aloneKey]readAlone
	// timesRead are the times of stretches of the article.
	timesRead map[span.Span][]When
	lows      []string // by token: its word in small letters
	lex       []lexeme
	timeLex   []lexeme // of timesIn
	parts     [][]part // by unit
	nouns     []int32  // by token: the noun before it with its lemma, -1 for none
	lastNoun  map[string]int32
}

// article is what the parts of the detection share about one article.
type article struct {
	*scratch
	d   *Detector
	doc *extract.Document
	a   *nlp.Annotation
	q   *quotes.Result
	pub time.Time
	// dollar is the currency that "$" means where the article appeared.
	dollar string
	// place is that of the dateline, once it was looked for (placed).
	place  string
	placed bool
	// heads is the title that settings name, once it was looked for (titled).
	heads  string
	titled bool
	// strokes are the sentences that are lines of strokes between entries, once they
	// were looked for (strokesRead).
	strokes     []int
	strokesRead bool
	// about holds the names that the article is about, once they were looked
	// for (topical).
	about   []string
	topical bool
	// publication is the noun for what journalName has published, once it was
	// looked for (searched).
	publication, journalName string
	searched                 bool
	// persons are those that personCalled found, by surname.
	persons map[string]string
	// offices are what withOffice found, by surname.
	offices map[string]string
	// births are the names at birth of those who go by another, once they were
	// looked for (bornRead).
	births   []birth
	bornRead bool
	// nounsLinked tells that nouns is of this article.
	nounsLinked bool
	// longs are what the acronyms of its claims stand for, "" for nothing.
	longs map[string]string
	// home is the chain of the country that the article is about, -1 for none,
	// once it was looked for (homed).
	home  int
	homed bool
	// ofTheNation is the country that nation found and nationTimes how often it is
	// named, once it was looked for (nationRead).
	ofTheNation string
	nationTimes int
	nationRead  bool
	// letters tells that the article is one of letters, once it was looked for
	// (lettersRead).
	letters, lettersRead bool
}

// Detect finds the claims of doc, best to check first in Rank but listed in
// the order of the text. a is the annotation of doc.Text and q the quotations
// found in it, nested and non-statement ones included where known; a nil q
// means that none are known.
//
// Text in another language than English, by its words or, where these do not
// tell, by doc.Language, has no claims found in it. Without a publication date, relative times stay open.
func (d *Detector) Detect(ctx context.Context, doc *extract.Document, a *nlp.Annotation, q *quotes.Result) ([]Claim, error) {
	if doc == nil || a == nil {
		return nil, errors.New("claims: no document or no annotation: call extract and nlp first")
	}
	if q == nil {
		q = &quotes.Result{}
	}
	if len(a.Tokens) == 0 || !english(doc, a) {
		return nil, ctx.Err()
	}
	s := d.scratch.Get().(*scratch)
	defer d.scratch.Put(s)
	ar := &article{scratch: s, d: d, doc: doc, a: a, q: q, pub: doc.Published.Time, dollar: dollarOf(doc)}
	s.scorer.S.Norm = &d.model.Norm
	s.scorer.S.Prepare(a)
	if s.alones == nil {
		s.alones = map[aloneKey]readAlone{}
		s.timesRead = map[span.Span][]When{}
	}
	defer func() { clear(s.alones); clear(s.timesRead); clear(s.lows) }() // they keep the article
	defer s.scorer.S.Release()
	ar.score()
	ar.index()
	var out []Claim
	for i, u := range s.units {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("claims: %w", err)
		}
		p := s.scores[i]
		if p < d.threshold || ar.takenBack(u) {
			continue
		}
		out = ar.sentenceClaims(out, i, u, p)
	}
	ar.link(out)
	rank(out)
	return out, nil
}

// low is the word of token i in small letters, "" where there is none.
func (ar *article) low(i int) string {
	if i < 0 || i >= len(ar.lows) {
		return ""
	}
	return ar.lows[i]
}

// takenBack reports whether a sentence stands in a note that corrects the
// article: nobody claims any more what an earlier version said.
func (ar *article) takenBack(u checkworthy.Unit) bool {
	at := ar.a.Span(u.First, u.Last).Start
	for i := range ar.doc.Blocks {
		if b := &ar.doc.Blocks[i]; b.Corrects && b.Start <= at && at < b.End {
			return true
		}
	}
	return false
}

// index lists for every unit the quotations with content in it.
func (ar *article) index() {
	s := ar.scratch
	for i := range s.parts {
		s.parts[i] = s.parts[i][:0]
	}
	for len(s.parts) < len(s.units) {
		s.parts = append(s.parts, nil)
	}
	for i := range ar.q.Quotes {
		for _, c := range ar.q.Quotes[i].Content {
			if c.Empty() {
				continue
			}
			f, l := ar.a.TokensIn(c)
			k := sort.Search(len(s.units), func(k int) bool { return s.units[k].Last > f })
			for ; k < len(s.units) && s.units[k].First < l; k++ {
				s.parts[k] = append(s.parts[k], part{i, max(f, s.units[k].First), min(l, s.units[k].Last)})
			}
		}
	}
}

// part is what a unit holds of a quotation: the tokens [first, last).
type part struct{ quote, first, last int }

// sentenceClaims appends the claims that sentence i makes.
func (ar *article) sentenceClaims(out []Claim, i int, u checkworthy.Unit, p float64) []Claim {
	props := ar.propositions(i, u)
	ar.weigh(props, i)
	for k := range props {
		if props[k].weight == 0 {
			continue
		}
		c := ar.claim(&props[k], i, u, p)
		if c.Span.Empty() {
			continue
		}
		out = append(out, c)
	}
	return out
}

// weigh scores the propositions of sentence i against each other: the best
// carries the sentence's score, others their share of it, and those that
// would not be claims by themselves are dropped.
func (ar *article) weigh(props []proposition, i int) {
	if len(props) < 2 {
		return
	}
	s, m := ar.scratch, ar.d.model
	best := 0.0
	for k := range props {
		p := &props[k]
		p.weight = m.Part(&s.scorer, ar.a, p.first, p.last, &s.contexts[i])
		best = max(best, p.weight)
	}
	for k := range props {
		p := &props[k]
		switch {
		case p.weight == best:
			p.weight = 1
			best = 2 // of equals, the first
		case p.weight < 0.8*ar.d.threshold:
			p.weight = 0
		default:
			p.weight = min(1, p.weight/min(best, 1))
		}
	}
}

// claim fills in everything that is known of one proposition.
func (ar *article) claim(p *proposition, i int, u checkworthy.Unit, score float64) Claim {
	a := ar.a
	c := Claim{Span: a.Span(p.first, p.last), Sentence: a.Span(u.First, u.Last), Score: score * p.weight, Speaker: None, Quote: None,
		Presupposed: p.presupposed}
	c.Quote, c.Speaker = p.quote, p.speaker
	ar.lex = lex(ar.lex[:0], a.Text, c.Span.Start, c.Span.End)
	l := lexed(ar.lex)
	c.Times = l.times(a.Text, anchor{pub: ar.pub}, nil)
	c.Quantities = l.amounts(a.Text, ar.dollar, ar.nounish)
	ar.verbal(p, &c)
	if p.presupVerb > 0 {
		c.Negative = false
	}
	ar.types(i, &c)
	ar.stance(p, u, &c)
	ar.entities(p, &c)
	ar.loaded(p, &c)
	c.Comparison = ar.comparison(p)
	ar.standalone(p, &c)
	c.Key = ar.key(p, &c)
	c.Queries = ar.queries(p, &c)
	c.Reasons = ar.reasons(p, &c)
	return c
}

// nounish tells whether the word at byte b can be in a noun phrase.
func (ar *article) nounish(b int) (bool, bool) {
	k := ar.a.TokenAt(b)
	if k >= len(ar.a.Tokens) || int(ar.a.Tokens[k].Start) > b {
		return false, false
	}
	t := ar.a.Tokens[k].POS
	switch t {
	case nlp.NoPOS:
		return false, false
	case nlp.JJ, nlp.JJR, nlp.JJS, nlp.VBN, nlp.VBG, nlp.HYPH, nlp.AFX:
		// "two men | spent months", "ten cars | bearing flags"
		if (t == nlp.VBN || t == nlp.VBG) && k > 0 && ar.a.Tokens[k-1].POS.Noun() {
			return false, true
		}
		// A participle or adjective only where a noun follows.
		for j := k + 1; j < len(ar.a.Tokens) && j < k+4; j++ {
			n := ar.a.Tokens[j].POS
			if n.Noun() {
				return true, true
			}
			if n != nlp.JJ && n != nlp.VBN && n != nlp.HYPH && n != nlp.VBG {
				return false, true
			}
		}
		return false, true
	}
	return t.Noun(), true
}

// rank numbers claims by score; equals stay in the order of the text.
func rank(cs []Claim) {
	order := make([]int, len(cs))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return cs[order[i]].Score > cs[order[j]].Score })
	for r, i := range order {
		cs[i].Rank = r + 1
	}
}
