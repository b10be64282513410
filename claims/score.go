package claims

import (
	"context"
	"fmt"
	"strings"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/checkworthy"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// score computes the calibrated score of every sentence.
func (ar *article) score() {
	s, a, m := ar.scratch, ar.a, ar.d.model
	s.units, s.titles, s.headings, s.lows = s.units[:0], s.titles[:0], s.headings[:0], s.lows[:0]
	for i := range a.Tokens {
		s.lows = append(s.lows, strings.ToLower(a.Word(i)))
	}
	for i := range a.Sentences {
		x := &a.Sentences[i]
		title, heading := ar.titleCase(i), false
		if x.Last > x.First {
			heading = checkworthy.IsHeading(a, x.First, x.Last)
			s.units = append(s.units, checkworthy.Unit{First: x.First, Last: x.Last, Heading: heading})
		}
		s.titles, s.headings = append(s.titles, title), append(s.headings, heading || title)
	}
	s.quoted = checkworthy.Quoted(s.quoted, a)
	s.contexts = checkworthy.Contexts(s.contexts[:0], a, s.units, Attributions(a, ar.q), s.quoted)
	s.scores = m.Article(&s.scorer, s.scores[:0], a, s.units, s.contexts)
	for i, x := range s.scores {
		switch ar.d.genre {
		case Debate:
			x = s.scorer.Bare(i, checkworthy.Debate)
			s.scores[i] = m.Calibrate(checkworthy.DebateGenre, x)
		case Speech:
			x = s.scorer.Bare(i, checkworthy.Speech)
			s.scores[i] = m.Calibrate(checkworthy.SpeechGenre, x)
		default:
			s.scores[i] = m.Calibrate(checkworthy.News, x)
		}
	}
}

// Attributions lists what q ascribes to sources in the form that scoring
// takes. The trainer uses it too, so that a model sees what it will meet.
func Attributions(a *nlp.Annotation, q *quotes.Result) []checkworthy.Attribution {
	var out []checkworthy.Attribution
	for i := range q.Quotes {
		x := &q.Quotes[i]
		cue, kind := "", ""
		if !x.Cue.Empty() {
			for k := a.TokenAt(x.Cue.Start); k < len(a.Tokens) && int(a.Tokens[k].Start) < x.Cue.End; k++ {
				if cue == "" || a.Tokens[k].POS.Verb() {
					cue = a.Tokens[k].Lemma
				}
			}
		}
		if x.Speaker >= 0 && x.Speaker < len(q.Speakers) {
			kind = string(q.Speakers[x.Speaker].Kind)
		}
		for _, c := range x.Content {
			if !c.Empty() {
				first, last := a.TokensIn(c)
				out = append(out, checkworthy.Attribution{First: first, Last: last, Cue: cue, Speaker: kind})
			}
		}
	}
	return out
}

// ScoreSentence scores one sentence by itself: the calibrated probability that
// it makes a check-worthy claim, and the type of that claim. Empty text
// scores 0.
func (d *Detector) ScoreSentence(ctx context.Context, text string) (float64, Type, error) {
	if strings.TrimSpace(text) == "" {
		return 0, "", ctx.Err()
	}
	an, err := d.annotate()
	if err != nil {
		return 0, "", fmt.Errorf("claims: %w", err)
	}
	var a nlp.Annotation
	if err := an.Annotate(ctx, nlp.Input{Text: text, Blocks: []nlp.Block{{Span: span.Span{Start: 0, End: len(text)}}}}, &a); err != nil {
		return 0, "", fmt.Errorf("claims: %w", err)
	}
	if len(a.Tokens) == 0 {
		return 0, "", nil
	}
	s := d.scratch.Get().(*scratch)
	defer d.scratch.Put(s)
	defer func() { clear(s.lows) }()
	ar := &article{scratch: s, d: d, doc: &extract.Document{Text: text}, a: &a, q: &quotes.Result{}, dollar: "USD"}
	ar.score()
	best := 0
	for i := range s.scores {
		if s.scores[i] > s.scores[best] {
			best = i
		}
	}
	var c Claim
	ar.types(best, &c)
	return s.scores[best], c.Type, nil
}
