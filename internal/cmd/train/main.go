// Train rebuilds the embedded models from the shared data, to the same bytes
// each time:
//
//	go run ./internal/cmd/train            all of them, in order
//	go run ./internal/cmd/train -only pos  one of them
//
// Each model's figures on dev data are printed as it is made. A later model
// is trained on the output of the earlier ones, which it has embedded, so to
// build all of them the command builds and runs itself anew for each.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
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
	if only == "" {
		return all(root)
	}
	shared, err := corpus.Shared()
	if err != nil {
		return err
	}
	want := map[string]bool{}
	for _, n := range strings.Split(only, ",") {
		if n != "" {
			want[n] = true
		}
	}
	for _, m := range models {
		if !want[m.name] {
			continue
		}
		delete(want, m.name)
		start := time.Now()
		fmt.Fprintf(os.Stderr, "%s ...\n", m.name)
		if err := m.build(root, filepath.Join(shared, "data")); err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
		fmt.Fprintf(os.Stderr, "%s done in %.0f s\n", m.name, time.Since(start).Seconds())
		if len(want) == 0 {
			return nil
		}
	}
	for n := range want {
		return fmt.Errorf("there is no model %q", n)
	}
	return nil
}

// all builds every model in the source tree that it runs in, each by a build
// of this command that has the ones before embedded.
func all(root string) error {
	if root != "." {
		return errors.New("-root is for single models: all of them are built in the source tree, where each finds the ones before")
	}
	for _, m := range models {
		c := exec.Command("go", "run", "./internal/cmd/train", "-only", m.name)
		c.Stdout, c.Stderr = os.Stdout, os.Stderr
		if err := c.Run(); err != nil {
			return fmt.Errorf("building %s: %w", m.name, err)
		}
	}
	return nil
}
