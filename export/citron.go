package export

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/span"
)

// citronDocument is the JSON of BBC Citron (github.com/bbc/citron): spans in
// code points.
type citronDocument struct {
	Text   string        `json:"text"`
	Quotes []citronQuote `json:"quotes"`
	// Groups are mentions of one referent each.
	Groups [][]citronSpan `json:"coreference_groups"`
	// Input is ours: Citron passes it by.
	Input string `json:"input,omitempty"`
}

type citronQuote struct {
	ID           int          `json:"id"`
	Cue          *citronSpan  `json:"cue"`
	Sources      []citronSpan `json:"sources"`
	Contents     []citronSpan `json:"contents"`
	Coreferences []citronSpan `json:"coreferences"`
	Confidence   float64      `json:"confidence"`
}

type citronSpan struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Citron writes r as Citron's JSON, on one line. Citron knows no types, acts,
// roles or claims; a speaker is told by the mention that names it.
func Citron(w io.Writer, r *onrecord.Record) error {
	c := span.NewConverter(r.Article.Text, span.Runes)
	conv := func(ss []onrecord.Span) []citronSpan {
		out := make([]citronSpan, len(ss))
		for i, s := range ss {
			out[i] = citronSpan{c.Offset(s.Start), c.Offset(s.End), s.Text}
		}
		return out
	}
	d := citronDocument{Text: r.Article.Text, Quotes: []citronQuote{}, Groups: [][]citronSpan{}, Input: r.Input}
	for _, s := range r.Speakers {
		if len(s.Mentions) > 1 {
			d.Groups = append(d.Groups, conv(s.Mentions))
		}
	}
	speakers := speakersByID(r)
	for i, q := range r.Quotes {
		o := citronQuote{ID: i, Sources: conv(q.Source), Contents: conv(q.Content), Coreferences: []citronSpan{}, Confidence: q.Confidence}
		if q.Cue != nil {
			o.Cue = &conv([]onrecord.Span{*q.Cue})[0]
		}
		if q.Speaker != nil {
			if s := speakers[*q.Speaker]; s != nil {
				o.Coreferences = conv(naming(s))
			}
		}
		d.Quotes = append(d.Quotes, o)
	}
	return encode(w, d)
}

// naming is the mention that gives a speaker's name in full, if any.
func naming(s *onrecord.Speaker) []onrecord.Span {
	for _, m := range s.Mentions {
		if m.Text == s.Name {
			return []onrecord.Span{m}
		}
	}
	if len(s.Mentions) > 0 {
		return s.Mentions[:1]
	}
	return nil
}

// ReadCitron reads documents in Citron's JSON, one or more in a row. A
// quotation's speaker is named by its first coreference, else by its source.
func ReadCitron(in io.Reader, input string) ([]*onrecord.Record, error) {
	var out []*onrecord.Record
	dec := json.NewDecoder(in)
	for n := 1; ; n++ {
		var d citronDocument
		if err := dec.Decode(&d); err == io.EOF {
			return out, nil
		} else if err != nil {
			return out, fmt.Errorf("%s, document %d: not Citron's JSON: %w", input, n, err)
		}
		at := newIndex(d.Text)
		conv := func(ss []citronSpan) ([]span.Span, error) {
			var out []span.Span
			for _, s := range ss {
				x, ok := at.span(s.Start, s.End)
				if !ok {
					return nil, fmt.Errorf("%s, document %d: span %d-%d is outside the text of %d characters", input, n, s.Start, s.End, len(at)-1)
				}
				out = append(out, x)
			}
			return out, nil
		}
		var marks []mark
		for _, q := range d.Quotes {
			m := mark{within: -1}
			var err error
			if m.content, err = conv(q.Contents); err != nil {
				return out, err
			}
			if m.source, err = conv(q.Sources); err != nil {
				return out, err
			}
			who, err := conv(q.Coreferences)
			if err != nil {
				return out, err
			}
			if q.Cue != nil {
				cue, err := conv([]citronSpan{*q.Cue})
				if err != nil {
					return out, err
				}
				m.cue = cue[0]
			}
			if len(who) == 0 {
				who = m.source
			}
			if len(who) > 0 {
				m.speaker.Name = who[0].Of(d.Text)
			}
			if len(m.content) > 0 {
				marks = append(marks, m)
			}
		}
		name := d.Input
		if name == "" {
			name = input
		}
		out = append(out, assemble(name, d.Text, marks, nil))
	}
}

// index gives the byte offset of each code point of a text, and of its end.
type index []int

func newIndex(text string) index {
	at := make(index, 0, len(text)+1)
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

func (at index) span(start, end int) (span.Span, bool) {
	if start < 0 || end < start || end >= len(at) {
		return span.Span{}, false
	}
	return span.Span{Start: at[start], End: at[end]}, true
}
