package claims

import (
	"sort"
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// ofAnother reports whether d belongs to somebody whom the claim does not name
// before token end, while it names another one, who is as likely to have what d
// is: "Orr came from behind in the campaign" is not about "Holm's campaign".
func (ar *article) ofAnother(d *described, p *proposition, end int) bool {
	a := ar.a
	owner := ""
	for k := d.first + 1; k < d.head; k++ {
		if a.Tokens[k].POS == nlp.POSS {
			owner = a.Word(k - 1)
		}
	}
	if i := strings.IndexAny(d.text, "'’"); d.owner && i > 0 {
		owner = d.text[strings.LastIndexByte(d.text[:i], ' ')+1 : i]
	}
	if _, day := weekdays[strings.ToLower(owner)]; day || owner == "" || grainWord(strings.ToLower(owner)) || p.subjectLast > p.subjectFirst && strings.Contains(a.Span(p.subjectFirst, p.subjectLast).Of(a.Text), owner) {
		return false
	}
	other := false
	i := sort.Search(len(a.Entities), func(i int) bool { return a.Entities[i].First >= p.first })
	for ; i < len(a.Entities) && a.Entities[i].First < end; i++ {
		switch e := &a.Entities[i]; e.Kind {
		case nlp.Person, nlp.Organization:
			if strings.Contains(e.Span.Of(a.Text), owner) || strings.Contains(ar.named(e), owner) {
				return false
			}
			other = true
		}
	}
	return other
}

// ownerNamed reports whether a description names as owner whom the claim names
// before n: "Lee made Lee's statement" is worse than "Lee made this statement".
func (w *rewriting) ownerNamed(to string, n nominal) bool {
	i := strings.IndexAny(to, "'’")
	if i < 0 || !properName(to[:i]) {
		return false
	}
	owner := to[strings.LastIndexByte(to[:i], ' ')+1 : i]
	for k := w.p.first; k < n.first; k++ {
		if w.a.Word(k) == owner {
			return true
		}
	}
	return false
}
