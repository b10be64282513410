package claims

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// TestPassedOn: whom a "he" goes on with that was taken for Leo Marsh, named two
// sentences before.
func TestPassedOn(t *testing.T) {
	for second, want := range map[string]string{
		"Guild nominee Arne Holt has called for repeal. He would end 14 fees.":     "Arne Holt",
		"Guild nominee Arne Holt has called for repeal. And he would end 14 fees.": "Arne Holt",
		// Two, a woman, nobody.
		"Arne Holt and Tor Lund have called for repeal. He would end 14 fees.": "Leo Marsh",
		"Mary Holt has called for repeal. He would end 14 fees.":               "Leo Marsh",
		"The Guild has called for repeal. He would end 14 fees.":               "Leo Marsh",
		"Arne Holt has called for repeal.\n\nHe would end 14 fees.":            "Arne Holt",
		// He is named there, but not as the one it is about.
		"Arne Holt, who has called Leo Marsh a liar, ran two harbours. He would end 14 fees.": "Arne Holt",
		"Arne Holt has called Leo Marsh a liar. He would end 14 fees.":                        "Arne Holt",
		"Arne Holt paid more fees than even Leo Marsh. He would end 14 of them.":              "Arne Holt",
		"Arne Holt argued with Leo Marsh.\n\nHe would end 14 fees.":                           "Leo Marsh",
		// What does not open its sentence.
		"Arne Holt has called for repeal. The harbours that he built have 14 fees.": "Arne Holt",
	} {
		text := "Leo Marsh spoke in Belmark. " + second
		a := annotated(t, nlp.Input{Text: text})
		ar := &article{scratch: &scratch{headings: make([]bool, len(a.Sentences))}, a: a, q: &quotes.Result{}}
		var he nlp.Mention
		marsh := -1
		for i := range a.Mentions {
			m := &a.Mentions[i]
			if m.Span.Of(text) == "Leo Marsh" && marsh < 0 {
				marsh = m.Chain
			}
			if w := m.Span.Of(text); w == "He" || w == "he" {
				he = *m
			}
		}
		he.Chain = marsh
		w := &rewriting{article: ar}
		name := "Leo Marsh"
		if n, ok := w.passedOn(&he); ok && n != "" {
			name = n
		}
		require.Equal(t, want, name, second)
	}
}
