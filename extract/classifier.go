package extract

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/onrecord/onrecord/internal/boost"
	"github.com/onrecord/onrecord/internal/model"
)

// Classifier returns the probability that a block belongs to the article,
// given its features (see FeatureNames). The built-in one is a logistic sum of
// decision trees, trained on pages whose article is known (go run
// ./internal/cmd/train -only blocks); WithClassifier puts another in its place.
type Classifier func(features []float32) float64

// silentFeature tells that go-readability was not asked or found nothing.
const silentFeature = "selector silent"

//go:embed model/blocks.bin
var packed []byte

// builtin unpacks the embedded classifier, once.
var builtin = sync.OnceValues(func() (Classifier, error) {
	ms, err := model.Load(packed, func(r *bytes.Buffer) (ms [3]*boost.Model, err error) {
		for i := range ms {
			if ms[i], err = boost.Read(r); err != nil {
				return ms, err
			}
			if ms[i].Features != len(featureNames) {
				return ms, errors.New("it was trained on other features: run go run ./internal/cmd/train -only blocks")
			}
		}
		return ms, nil
	})
	if err != nil {
		return nil, fmt.Errorf("the block classifier: %w", err)
	}
	return ensemble(ms), nil
})

// ensemble joins the three models. The first two, whose mean counts, were
// trained on pages as they are and on smaller ones made of these too: the one
// knows large pages better, the other small ones, and where one errs the other
// often does not. The third judges pages without the selector's vote; a model
// for both kinds would rely on the vote too little where there is one.
func ensemble(ms [3]*boost.Model) Classifier {
	vote := slices.Index(featureNames, silentFeature)
	return func(x []float32) float64 {
		if x[vote] > 0 {
			return ms[2].P(x)
		}
		return (ms[0].P(x) + ms[1].P(x)) / 2
	}
}
