package nlp_test

import (
	"context"
	"os"
	"testing"

	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/nlp"
)

func TestEye(t *testing.T) {
	b, _ := nlp.New(nlp.WithoutParse(), nlp.WithoutCoref())
	ds, _ := corpus.JSONLines[corpus.Marked](corpus.Need(t, "data", "wild", os.Getenv("EYE")))
	var a nlp.Annotation
	for _, d := range ds {
		b.Annotate(context.Background(), nlp.Input{Text: d.Text}, &a)
		println("##", d.URL)
		seen := map[string]bool{}
		for _, e := range a.Entities {
			if e.Kind <= nlp.Misc {
				k := e.Kind.String()[:3] + ":" + e.Of(d.Text)
				if !seen[k] {
					seen[k] = true
					print(k, " | ")
				}
			}
		}
		println()
	}
}
