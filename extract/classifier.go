package extract

import (
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

// silentFeature tells that go-readability was not asked or found nothing. Such
// pages have a model of their own: one for both would rely on the vote too
// little where there is one.
const silentFeature = "selector silent"

//go:embed model/blocks.bin
var packed []byte

// builtin unpacks the embedded classifier, once.
var builtin = sync.OnceValues(func() (Classifier, error) {
	r, err := model.Open(packed)
	if err != nil {
		return nil, fmt.Errorf("the block classifier: %w", err)
	}
	var ms [2]*boost.Model
	for i := range ms {
		if ms[i], err = boost.Read(r); err != nil {
			return nil, fmt.Errorf("the block classifier: %w", err)
		}
		if ms[i].Features != len(featureNames) {
			return nil, errors.New("the block classifier was trained on other features: run go run ./internal/cmd/train -only blocks")
		}
	}
	heard, silent := ms[0], ms[1]
	vote := slices.Index(featureNames, silentFeature)
	return func(x []float32) float64 {
		if x[vote] > 0 {
			return silent.P(x)
		}
		return heard.P(x)
	}, nil
})
