package main

import (
	"os"
	"strings"

	"github.com/onrecord/onrecord/internal/checkworthy"
	"github.com/onrecord/onrecord/internal/corpus"
)

// marks reads the articles whose sentences are labelled: those by the
// annotators who labelled what is measured on, the project's marks and the
// articles it wrote.
func (t *claimTrainer) marks() ([]*article, error) {
	var labelled []*article
	for _, f := range []string{"claims/news_train", "wild/train"} {
		as, err := t.articles(f)
		if err != nil {
			return nil, err
		}
		labelled = append(labelled, as...)
	}
	skip := os.Getenv("ONRECORD_SKIP")
	for _, set := range []struct {
		name string
		read func() ([]corpus.Marked, error)
	}{
		{"own", func() ([]corpus.Marked, error) { return corpus.Own(t.data) }},
		{"written", corpus.Written},
	} {
		if strings.Contains(skip, set.name) {
			continue
		}
		xs, err := set.read()
		if err != nil {
			return nil, err
		}
		as, err := t.marked(xs)
		if err != nil {
			return nil, err
		}
		for _, a := range as {
			a.set = set.name
		}
		labelled = append(labelled, as...)
	}
	return labelled, nil
}

// taught reads the articles that larger models labelled. What they say of
// sentences that labelled has is set there.
func (t *claimTrainer) taught(labelled []*article) ([]*article, error) {
	xs, err := corpus.Soft(t.data)
	if err != nil {
		return nil, err
	}
	have := map[string]*article{}
	for _, a := range labelled {
		have[a.id] = a
	}
	var out []*article
	for i := range xs {
		if ar := have[xs[i].ID]; ar != nil {
			at := map[[2]int]*corpus.SoftSentence{}
			for k := range xs[i].Sentences {
				s := &xs[i].Sentences[k]
				l := ar.at(s.Start, s.End)
				at[[2]int{l.first, l.last}] = s
			}
			for k := range ar.sentences {
				s := &ar.sentences[k]
				s.also = at[[2]int{s.first, s.last}]
			}
			continue
		}
		ar, err := t.read(xs[i].ID, xs[i].Text)
		if err != nil {
			return nil, err
		}
		ar.set = "soft"
		for k := range xs[i].Sentences {
			s := &xs[i].Sentences[k]
			l := ar.at(s.Start, s.End)
			l.soft = s
			if l.last > l.first {
				ar.sentences = append(ar.sentences, l)
			}
		}
		out = append(out, ar)
	}
	return out, nil
}

// weight is how much a's labels count: those by the annotators who labelled
// what is measured on, thrice.
func (a *article) weight() float32 {
	if a.set == "" {
		return 3
	}
	return 1
}

// trust is the weight of a marked label beside what the larger models say.
const trust = 0.6

// labels are the probabilities of the labels of s.
func (s *labelled) labels() []float32 {
	var p [checkworthy.LabelCount]float32
	switch {
	case s.soft != nil:
		return s.soft.Label[:]
	case s.also != nil:
		for k, q := range s.also.Label {
			p[k] = (1 - trust) * q
		}
		p[s.label] += trust
	default:
		p[s.label] = 1
	}
	return p[:]
}

// types are the probabilities of the types of s, and their weight: by the
// larger models where these have seen s. Marks take more for a state or a deed of
// what the annotators of news_train and wild/train call an event or a law.
func (s *labelled) types() (p [checkworthy.TypeCount]float32, weight float32) {
	soft := s.soft
	if soft == nil {
		soft = s.also
	}
	switch {
	case soft != nil:
		return soft.Type, soft.Label[checkworthy.C]
	case s.typ >= 0:
		p[s.typ] = 1
		return p, 1
	}
	return p, 0
}
