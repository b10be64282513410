package score

import (
	"slices"
	"sort"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/corpus"
)

// Gold is a marked article: with quotations, labelled sentences, or both.
type Gold struct {
	ID        string         `json:"id"`
	URL       string         `json:"url,omitempty"`
	Text      string         `json:"text"`
	Quotes    []GoldQuote    `json:"quotes,omitzero"`
	Sentences []GoldSentence `json:"sentences,omitzero"`
	// Attributions are there in data marked the way of PolNeAR.
	Attributions []corpus.Attribution `json:"attributions,omitzero"`
}

// GoldQuote is a marked quotation.
type GoldQuote struct {
	Type        string        `json:"type"`
	Content     []corpus.Pair `json:"content"`
	Cue         *corpus.Pair  `json:"cue"`
	Source      *corpus.Pair  `json:"source"`
	Speaker     string        `json:"speaker"` // "" for nobody
	Kind        string        `json:"kind"`
	Role        string        `json:"role"`
	Affiliation string        `json:"affiliation"`
}

// GoldSentence is a labelled sentence: C, F or N, and the type of a C. A
// second annotator's label and type are there only where one worked.
type GoldSentence struct {
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Label  string  `json:"label"`
	Type   string  `json:"type,omitempty"`
	Label2 string  `json:"label2,omitempty"`
	Type2  *string `json:"type2,omitempty"`
}

// Records compares records with marked articles, end to end. A record belongs
// to the article whose id its input contains. Its text need not be the marked
// one: words are aligned, and what is found counts by the marked words that
// it covers.
func Records(gold []Gold, records []onrecord.Record) Figures {
	var s recordScore
	for i := range gold {
		s.add(compare(&gold[i], recordOf(gold[i].ID, records)))
	}
	return s.figures()
}

// recordOf finds the last record of an article, nil for none.
func recordOf(id string, records []onrecord.Record) *onrecord.Record {
	for i := len(records) - 1; i >= 0; i-- {
		if strings.Contains(records[i].Input, id) {
			return &records[i]
		}
	}
	return nil
}

// agreed reports whether both annotators, where there were two, say the same
// of a sentence being check-worthy.
func (s *GoldSentence) agreed() bool { return s.Label2 == "" || (s.Label == "C") == (s.Label2 == "C") }

type share struct{ right, all int }

func (s share) value() float64 {
	if s.all == 0 {
		return 0
	}
	return float64(s.right) / float64(s.all)
}

func (s *share) add(ok bool) {
	s.all++
	if ok {
		s.right++
	}
}

type scored struct {
	score float64
	is    bool
}

type recordScore struct {
	missing                                []string
	found, right                           counts
	types                                  []string // in order of appearance
	recall                                 map[string]*share
	speaker, lenient, typ, role, affiliate share
	claims                                 counts
	claimType                              share
	ranking                                []scored
}

func (s *recordScore) add(c *comparison) {
	if c.missed {
		s.missing = append(s.missing, c.gold.ID)
	}
	if s.recall == nil {
		s.recall = map[string]*share{}
	}
	if c.gold.Quotes != nil {
		for _, n := range []*counts{&s.found, &s.right} {
			n.gold += len(c.gold.Quotes)
			n.pred += len(c.quotes)
		}
		for i := range c.gold.Quotes {
			t := c.gold.Quotes[i].Type
			if s.recall[t] == nil {
				s.types = append(s.types, t)
				s.recall[t] = &share{}
			}
			s.recall[t].all++
		}
		for _, p := range c.pairs {
			g, q := &c.gold.Quotes[p[0]], c.quotes[p[1]].Quote
			s.found.right++
			s.recall[g.Type].right++
			sp := c.speaker(q)
			if sp == nil {
				sp = &onrecord.Speaker{}
			}
			ok := c.right(g, q)
			if ok {
				s.right.right++
			}
			s.typ.add(q.Type == g.Type)
			if g.Speaker != "" {
				s.speaker.add(ok)
				a, b := nameWords(sp.Name), nameWords(g.Speaker)
				s.lenient.add(ok || g.Kind == "person" && lastWord(a) == lastWord(b))
				if g.Role != "" {
					s.role.add(halfShared(sp.Role, g.Role))
				}
				if g.Affiliation != "" {
					s.affiliate.add(halfShared(sp.Affiliation, g.Affiliation))
				}
			}
		}
	}
	for i := range c.gold.Sentences {
		g := &c.gold.Sentences[i]
		if !g.agreed() {
			continue
		}
		best, is := c.claim(g), g.Label == "C"
		x := scored{is: is}
		if is {
			s.claims.gold++
		}
		if best != nil {
			x.score = best.Score
			s.claims.pred++
			if is {
				s.claims.right++
				if g.Type != "" && (g.Type2 == nil || *g.Type2 == g.Type) {
					s.claimType.add(best.Type == g.Type)
				}
			}
		}
		s.ranking = append(s.ranking, x)
	}
}

func (s *recordScore) figures() Figures {
	missing := s.missing
	if missing == nil {
		missing = []string{}
	}
	f := Figures{{"missing", missing}}
	if s.found.gold > 0 {
		f = append(f, Figure{"quotes.found", s.found.prf()}, Figure{"quotes.right", s.right.prf()})
		for _, t := range s.types {
			f = append(f, Figure{"recall." + t, s.recall[t].value()})
		}
		f = append(f, Figure{"speaker.acc", s.speaker.value()}, Figure{"speaker.lenient", s.lenient.value()}, Figure{"type.acc", s.typ.value()},
			Figure{"role.acc", s.role.value()}, Figure{"affiliation.acc", s.affiliate.value()})
	}
	if len(s.ranking) > 0 {
		f = append(f, Figure{"claims", s.claims.prf()}, Figure{"claims.ap", averagePrecision(s.ranking)}, Figure{"claims.type", s.claimType.value()})
	}
	return f
}

// averagePrecision is the mean, over the true ones, of the precision of the
// ranking down to each.
func averagePrecision(x []scored) float64 {
	x = slices.Clone(x)
	sort.SliceStable(x, func(i, j int) bool { return x[i].score > x[j].score })
	hit, sum := 0, 0.0
	for i, y := range x {
		if y.is {
			hit++
			sum += float64(hit) / float64(i+1)
		}
	}
	if hit == 0 {
		return 0
	}
	return sum / float64(hit)
}
