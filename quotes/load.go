package quotes

import (
	"bytes"
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
	m, err := model.Load(packed, func(r *bytes.Buffer) (*Model, error) {
		m, err := readModel(r)
		if err == nil && r.Len() > 0 {
			err = errors.New("there is more in it than a model")
		}
		return m, err
	})
	if err == nil {
		return m, nil
	}
	return nil, fmt.Errorf("%s: not a quotation model of this version: %w: make it anew with onrecord train", path, err)
}
