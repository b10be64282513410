package quotes

import "github.com/onrecord/onrecord/span"

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
	for _, a := range p.attributions(m, th, &sc) {
		out = append(out, Predicted{conv(a.source), conv([]tokens{{a.cue.first, a.cue.last}}), conv(a.content), a.score})
	}
	_ = span.Span{}
	return out
}
