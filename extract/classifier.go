package extract

import (
	_ "embed"
	"errors"
	"fmt"
	"sync"

	"github.com/onrecord/onrecord/internal/boost"
	"github.com/onrecord/onrecord/internal/model"
)

// Classifier returns the probability that a block belongs to the article,
// given its features (see FeatureNames). The built-in one is a logistic sum of
// decision trees, trained on pages whose article is known (go run
// ./internal/cmd/train -only blocks); WithClassifier puts another in its place.
type Classifier func(features []float32) float64

//go:embed model/blocks.bin
var packed []byte

// builtin unpacks the embedded classifier, once.
var builtin = sync.OnceValues(func() (Classifier, error) {
	r, err := model.Open(packed)
	if err != nil {
		return nil, fmt.Errorf("the block classifier: %w", err)
	}
	m, err := boost.Read(r)
	if err != nil {
		return nil, fmt.Errorf("the block classifier: %w", err)
	}
	if m.Features != len(featureNames) {
		return nil, errors.New("the block classifier was trained on other features: run go run ./internal/cmd/train -only blocks")
	}
	return m.P, nil
})
