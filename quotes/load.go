package quotes

import (
	"errors"
	"fmt"
	"os"

	"github.com/onrecord/onrecord/internal/model"
)

// Save writes m to a file that LoadModel reads.
func (m *Model) Save(path string) error { return model.Save(path, m) }

// LoadModel reads a model that Save wrote.
func LoadModel(path string) (*Model, error) {
	packed, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	r, err := model.Open(packed)
	if err == nil {
		var m *Model
		if m, err = readModel(r); err == nil && r.Len() > 0 {
			err = errors.New("there is more in it than a model")
		}
		if err == nil {
			return m, nil
		}
	}
	return nil, fmt.Errorf("%s: not a quotation model of this version: %w: make it anew with onrecord train", path, err)
}
