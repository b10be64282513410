package claims

import (
	"strings"

	"github.com/onrecord/onrecord/internal/checkworthy"
)

// stance says how the article stands to c.
func (ar *article) stance(p *proposition, u checkworthy.Unit, c *Claim) {
	c.Stance = Asserted
	if p.quote >= 0 {
		q := &ar.q.Quotes[p.quote]
		c.Stance = Reported
		switch {
		case q.Disputed || q.Negated:
			c.Stance = Denied
		case q.Endorsed:
			c.Stance = Asserted
		case q.Hedged:
			c.Stance = Hedged
		}
	}
	if p.reported {
		c.Stance = Reported
	}
	// "which is not true" behind it, "falsely" before it.
	s := ar.a.Text[ar.a.Span(u.First, u.Last).Start:ar.a.Span(u.First, u.Last).End]
	low := strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	for _, d := range denials {
		if strings.Contains(low, d) {
			c.Stance = Denied
			return
		}
	}
	if c.Stance == Asserted {
		if c.Modality == "possible" {
			c.Stance = Hedged
		}
		for k := p.first; k < p.last; k++ {
			if hedges[strings.ToLower(ar.a.Word(k))] {
				c.Stance = Hedged
				return
			}
		}
	}
}

var denials = []string{"which is not true", "which isn't true", "which is false", "which is untrue", "that is not true", "that's not true", "falsely claim", "falsely sa", "falsely stat",
	"wrongly claim", "wrongly sa", "incorrectly", "a false claim", "the false claim", "a claim that is false", "has been debunked", "without evidence", "no evidence that", "denied that", "denies that", "deny that"}

var hedges = set("apparently allegedly reportedly perhaps supposedly possibly probably presumably seemingly purportedly maybe alleged purported believed suspected likely seems appears")
