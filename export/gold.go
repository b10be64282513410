package export

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/span"
)

// goldArticle is a marked article as `onrecord eval` and `onrecord train`
// read it: byte offsets, one object a line.
type goldArticle struct {
	ID     string      `json:"id"`
	Text   string      `json:"text"`
	Quotes []goldQuote `json:"quotes"`
}

type goldQuote struct {
	Type        string   `json:"type"`
	Content     [][2]int `json:"content"`
	Cue         *[2]int  `json:"cue"`
	Source      *[2]int  `json:"source"`
	Speaker     *string  `json:"speaker"`
	Kind        *string  `json:"kind"`
	Role        *string  `json:"role"`
	Affiliation *string  `json:"affiliation"`
}

// Gold writes the statements of r as a marked article, on one line. Its id is
// r.Input, so that records of the same input are scored against it. Claims
// are left out: that a sentence is unmarked does not say it makes no claim.
func Gold(w io.Writer, r *onrecord.Record) error {
	pair := func(s onrecord.Span) [2]int { return [2]int{s.Start, s.End} }
	speakers := speakersByID(r)
	g := goldArticle{ID: r.Input, Text: r.Article.Text, Quotes: []goldQuote{}}
	for _, q := range r.Quotes {
		if q.Act != "statement" {
			continue
		}
		o := goldQuote{Type: q.Type, Content: [][2]int{}}
		for _, c := range q.Content {
			o.Content = append(o.Content, pair(c))
		}
		if q.Cue != nil {
			p := pair(*q.Cue)
			o.Cue = &p
		}
		if len(q.Source) > 0 {
			p := [2]int{q.Source[0].Start, q.Source[len(q.Source)-1].End}
			o.Source = &p
		}
		if q.Speaker != nil && speakers[*q.Speaker] != nil {
			s := speakers[*q.Speaker]
			o.Speaker, o.Kind, o.Role, o.Affiliation = nonEmpty(s.Name), nonEmpty(s.Kind), nonEmpty(s.Role), nonEmpty(s.Affiliation)
		}
		g.Quotes = append(g.Quotes, o)
	}
	return encode(w, g)
}

func nonEmpty(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// ReadGold reads marked articles as records.
func ReadGold(in io.Reader, input string) ([]*onrecord.Record, error) {
	var out []*onrecord.Record
	dec := json.NewDecoder(in)
	for n := 1; ; n++ {
		var g goldArticle
		if err := dec.Decode(&g); err == io.EOF {
			return out, nil
		} else if err != nil {
			return out, fmt.Errorf("%s, article %d: not a marked article: %w", input, n, err)
		}
		bad := false
		conv := func(p [2]int) span.Span {
			s := span.Span{Start: p[0], End: p[1]}
			if !s.Valid(len(g.Text)) {
				bad = true
				return span.Span{}
			}
			return s
		}
		var marks []mark
		for _, q := range g.Quotes {
			m := mark{kind: q.Type, within: -1, speaker: onrecord.Speaker{Name: value(q.Speaker), Kind: value(q.Kind), Role: value(q.Role), Affiliation: value(q.Affiliation)}}
			for _, c := range q.Content {
				m.content = append(m.content, conv(c))
			}
			if q.Cue != nil {
				m.cue = conv(*q.Cue)
			}
			if q.Source != nil {
				m.source = []span.Span{conv(*q.Source)}
			}
			marks = append(marks, m)
		}
		if bad {
			return out, fmt.Errorf("%s, article %d (%s): a span is outside the text of %d bytes", input, n, g.ID, len(g.Text))
		}
		out = append(out, assemble(g.ID, g.Text, marks, nil))
	}
}
