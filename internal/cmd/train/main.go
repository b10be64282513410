// Train rebuilds the embedded models from the shared data, to the same bytes
// each time:
//
//	go run ./internal/cmd/train                   all of them, in order
//	go run ./internal/cmd/train -only pos         one of them
//	go run ./internal/cmd/train -only coref,quotes  some, in order
//
// Each model's figures on dev data are printed as it is made. A later model
// is trained on the output of the earlier ones, which it has embedded, so to
// build several the command builds and runs itself anew for each.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/onrecord/onrecord/internal/corpus"
)

// model is one embedded model. build reads the data below shared/data and
// writes the model's file into the source tree below root.
type model struct {
	name  string
	build func(root, data string) error
}

// models lists all models in the order in which they depend on each other.
var models = []model{
	{"blocks", buildBlocks},
	{"classes", buildClasses},
	{"pos", buildPOS},
	{"names", buildNames},
	{"lemma", buildLemma},
	{"parse", buildParse},
	{"coref", trainCoref},
	{"quotes", buildQuotes},
	{"claims", buildClaims},
}

func main() {
	only := flag.String("only", "", "comma-separated models to build (default all)")
	root := flag.String("root", ".", "the source tree to write the models into")
	flag.Parse()
	if err := run(*root, *only); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(root, only string) error {
	var chosen []model
	want := strings.FieldsFunc(only, func(r rune) bool { return r == ',' })
	for _, m := range models {
		if only == "" || slices.Contains(want, m.name) {
			chosen = append(chosen, m)
		}
	}
	for _, n := range want {
		if !slices.ContainsFunc(models, func(m model) bool { return m.name == n }) {
			return fmt.Errorf("there is no model %q", n)
		}
	}
	if len(chosen) == 1 {
		return build(chosen[0], root)
	}
	if root != "." {
		return errors.New("-root is for single models: several are built in the source tree, where each finds the ones before")
	}
	for _, m := range chosen {
		c := exec.Command("go", "run", "./internal/cmd/train", "-only", m.name)
		c.Stdout, c.Stderr = os.Stdout, os.Stderr
		if err := c.Run(); err != nil {
			return fmt.Errorf("building %s: %w", m.name, err)
		}
	}
	return nil
}

// build makes one model with the others that this command has embedded.
func build(m model, root string) error {
	shared, err := corpus.Shared()
	if err != nil {
		return err
	}
	start := time.Now()
	fmt.Fprintf(os.Stderr, "%s ...\n", m.name)
	if err := m.build(root, filepath.Join(shared, "data")); err != nil {
		return fmt.Errorf("%s: %w", m.name, err)
	}
	fmt.Fprintf(os.Stderr, "%s done in %.0f s\n", m.name, time.Since(start).Seconds())
	return nil
}
