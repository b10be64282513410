package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// premodified is the name that the pronoun m stands for with the words that its last
// mention has in front: "low-income Norlanders", "Norland's Old Guard"; "" for none.
func (w *rewriting) premodified(m *nlp.Mention, name string) string {
	a := w.a
	if a.Chains[m.Chain].Kind == nlp.Person {
		return ""
	}
	var o *nlp.Mention
	for _, i := range a.Chains[m.Chain].Mentions {
		if x := &a.Mentions[i]; x.First < m.First && x.Kind != nlp.Pronoun {
			o = x
		}
	}
	if o == nil || o.Kind != nlp.Named || a.Tokens[m.First].Sentence-a.Tokens[o.First].Sentence > 1 {
		return ""
	}
	t := o.Span.Of(a.Text)
	before, ok := strings.CutSuffix(t, " "+name)
	if !ok || strings.ContainsAny(t, "\n\"“”()") {
		return ""
	}
	if strings.HasSuffix(before, "'s") || strings.HasSuffix(before, "’s") {
		if !capital(before) {
			return ""
		}
		return t
	}
	if a.Tokens[o.Head].POS != nlp.NNPS && a.Tokens[o.Head].POS != nlp.NNS {
		return ""
	}
	for k := o.First; k < o.Head; k++ {
		switch a.Tokens[k].POS {
		case nlp.HYPH, nlp.JJ, nlp.JJR, nlp.NN, nlp.VBN:
		default:
			return ""
		}
	}
	if o.First == a.Sentences[a.Tokens[o.First].Sentence].First {
		t = uncapital(t)
	}
	return t
}
