package score

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Figures are named results in a fixed order.
type Figures []Figure

// Figure is one named result: a PRF, a share (float64), or a list of ids.
type Figure struct {
	Name  string
	Value any
}

// PRF is precision, recall and F1, and the counts that they come from.
type PRF struct {
	P    float64 `json:"p"`
	R    float64 `json:"r"`
	F    float64 `json:"f"`
	Pred int     `json:"pred"`
	Gold int     `json:"gold"`
}

func prf(right, pred, gold int) PRF {
	o := PRF{Pred: pred, Gold: gold}
	if pred > 0 {
		o.P = float64(right) / float64(pred)
	}
	if gold > 0 {
		o.R = float64(right) / float64(gold)
	}
	if o.P+o.R > 0 {
		o.F = 2 * o.P * o.R / (o.P + o.R)
	}
	return o
}

// Get returns the figure of that name: the F1 of a PRF, the share itself; 0
// where there is none.
func (f Figures) Get(name string) float64 {
	for _, x := range f {
		if x.Name == name {
			switch v := x.Value.(type) {
			case PRF:
				return v.F
			case float64:
				return v
			}
		}
	}
	return 0
}

// Write prints one figure a line, names padded to width.
func (f Figures) Write(w io.Writer, width int) error {
	var b strings.Builder
	for _, x := range f {
		switch v := x.Value.(type) {
		case PRF:
			fmt.Fprintf(&b, "%-*s P %5.1f R %5.1f F1 %5.1f   pred %d gold %d\n", width, x.Name, v.P*100, v.R*100, v.F*100, v.Pred, v.Gold)
		case float64:
			fmt.Fprintf(&b, "%-*s %5.1f\n", width, x.Name, v*100)
		case []string:
			first := ""
			if len(v) > 0 {
				first = "['" + strings.Join(v[:min(3, len(v))], "', '") + "']"
			}
			fmt.Fprintf(&b, "%-*s %d %s\n", width, x.Name, len(v), first)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// MarshalJSON writes one object, its keys in order.
func (f Figures) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, x := range f {
		if i > 0 {
			b = append(b, ',')
		}
		k, err := json.Marshal(x.Name)
		if err != nil {
			return nil, err
		}
		v, err := json.Marshal(x.Value)
		if err != nil {
			return nil, err
		}
		b = append(append(append(b, k...), ':'), v...)
	}
	return append(b, '}'), nil
}

// intersect counts what two sorted lists share.
func intersect(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n
}

// jaccard is the share of two sorted lists' union that both have, and
// whether there is any union.
func jaccard(a, b []int) (float64, bool) {
	n := intersect(a, b)
	u := len(a) + len(b) - n
	if u == 0 {
		return 0, false
	}
	return float64(n) / float64(u), true
}
