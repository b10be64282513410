package main

import (
	"path/filepath"

	pack "github.com/onrecord/onrecord/internal/model"
)

// buildClasses learns the distributional classes of words.
func buildClasses(root, data string) error {
	c, err := wordClusters(data, 400, 48)
	if err != nil {
		return err
	}
	return pack.Save(filepath.Join(root, "nlp", "model", "classes.bin"), c)
}
