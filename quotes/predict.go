package quotes

import (
	"context"
)

// Predicted is an experiment's output.
type Predicted struct {
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
	Content [][2]int `json:"content"`
	Score   float64  `json:"score"`
}

// Predict applies m.
func Predict(m *Model, x Example, th float64) []Predicted {
	var p page
	var sc scratch
	p.reset(x.Annotation, pageBlocks(x.Blocks))
	out := []Predicted{}
	conv := func(ts []tokens) [][2]int {
		o := [][2]int{}
		for _, t := range ts {
			s := x.Annotation.Span(t.first, t.last)
			o = append(o, [2]int{s.Start, s.End})
		}
		return o
	}
	as, _ := p.candidates(context.Background(), m, &sc)
	for _, a := range as {
		if a.score < th {
			continue
		}
		out = append(out, Predicted{conv(a.source), conv([]tokens{{a.cue.first, a.cue.last}}), conv(a.content), a.score})
	}
	return out
}
