package export

import (
	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/span"
)

// Offsets returns a copy of r whose offsets into the article's text are in
// unit; r itself if unit is [span.Bytes]. A block's place in its HTML source
// stays in bytes: the source is not part of the record.
func Offsets(r *onrecord.Record, unit span.Unit) *onrecord.Record {
	if unit == span.Bytes {
		return r
	}
	c := converter{span.NewConverter(r.Article.Text, unit)}
	o := *r
	o.Article.Blocks = make([]onrecord.Block, len(r.Article.Blocks))
	for i, b := range r.Article.Blocks {
		b.Start, b.End, b.Attribution = c.Offset(b.Start), c.Offset(b.End), c.optional(b.Attribution)
		o.Article.Blocks[i] = b
	}
	o.Speakers = make([]onrecord.Speaker, len(r.Speakers))
	for i, s := range r.Speakers {
		s.Mentions = c.spans(s.Mentions)
		o.Speakers[i] = s
	}
	o.Quotes = make([]onrecord.Quote, len(r.Quotes))
	for i, q := range r.Quotes {
		q.Content, q.Cue, q.Source = c.spans(q.Content), c.optional(q.Cue), c.spans(q.Source)
		o.Quotes[i] = q
	}
	o.Claims = make([]onrecord.Claim, len(r.Claims))
	for i, k := range r.Claims {
		k.Span, k.Sentence, k.Loaded = c.one(k.Span), c.one(k.Sentence), c.spans(k.Loaded)
		k.Substitutions = each(k.Substitutions, func(x *onrecord.Substitution) { x.Span = c.optional(x.Span) })
		k.Open = each(k.Open, func(x *onrecord.Span) { *x = c.one(*x) })
		k.Quantities = each(k.Quantities, func(x *onrecord.Amount) { x.Span = c.one(x.Span) })
		k.Times = each(k.Times, func(x *onrecord.When) { x.Span = c.one(x.Span) })
		k.Entities = each(k.Entities, func(x *onrecord.Entity) { x.Span = c.one(x.Span) })
		o.Claims[i] = k
	}
	o.Marked = each(r.Marked, func(x *onrecord.Marked) { x.Span = c.one(x.Span) })
	return &o
}

type converter struct{ *span.Converter }

func (c converter) one(s onrecord.Span) onrecord.Span {
	s.Start, s.End = c.Offset(s.Start), c.Offset(s.End)
	return s
}

func (c converter) optional(s *onrecord.Span) *onrecord.Span {
	if s == nil {
		return nil
	}
	o := c.one(*s)
	return &o
}

func (c converter) spans(s []onrecord.Span) []onrecord.Span {
	return each(s, func(x *onrecord.Span) { *x = c.one(*x) })
}

// each returns a copy of s with f applied to each element.
func each[T any](s []T, f func(*T)) []T {
	if s == nil {
		return nil
	}
	o := append(make([]T, 0, len(s)), s...)
	for i := range o {
		f(&o[i])
	}
	return o
}
