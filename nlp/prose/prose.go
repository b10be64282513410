// Package prose puts the tagger and the entity recogniser of
// github.com/jdkato/prose/v2 behind [nlp.Annotator], so that a team that has
// trained a prose model can use it. Tokens, sentences, lemmas, syntax and
// coreference stay those of package nlp.
//
// prose by itself gives no byte offsets, tags a repeated word with its last
// use's tag, drops text (of O'Malley it keeps the O), panics on some input,
// and loads its models anew for each text; see [feed] for how each of that is
// avoided. It is also slow, about a hundredth of the built-in annotator's
// speed, most of it spent on entities: [WithoutEntities] leaves those to
// package nlp.
package prose

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	upstream "github.com/jdkato/prose/v2"

	"github.com/onrecord/onrecord/nlp"
)

// Annotator annotates with a prose model. It is safe for concurrent use.
type Annotator struct {
	model    *upstream.Model
	entities bool
	builtin  *nlp.Builtin
}

// Option changes what an Annotator does.
type Option func(*settings)

type settings struct {
	dir      string
	entities bool
	nlp      []nlp.Option
}

// WithModel uses the entity model that prose's Model.Write wrote to dir,
// instead of prose's own.
func WithModel(dir string) Option { return func(s *settings) { s.dir = dir } }

// WithoutEntities uses prose for the parts of speech alone; names are then
// those of package nlp.
func WithoutEntities() Option { return func(s *settings) { s.entities = false } }

// WithOptions passes options to the built-in annotator that does the rest.
func WithOptions(opts ...nlp.Option) Option {
	return func(s *settings) { s.nlp = append(s.nlp, opts...) }
}

// ownModel is prose's own model, which takes more than half a second to load.
var ownModel = sync.OnceValues(func() (m *upstream.Model, err error) {
	defer rescue("loading prose's own model", &err)
	return upstream.ModelFromData("en"), nil
})

// New returns an Annotator.
func New(opts ...Option) (*Annotator, error) {
	s := settings{entities: true}
	for _, o := range opts {
		o(&s)
	}
	a := &Annotator{entities: s.entities}
	var err error
	if s.dir == "" {
		a.model, err = ownModel()
	} else {
		a.model, err = fromDisk(s.dir)
	}
	if err != nil {
		return nil, err
	}
	a.builtin, err = nlp.New(append(s.nlp, nlp.WithTagging(a.tag, s.entities))...)
	return a, err
}

// fromDisk loads a model that prose wrote.
func fromDisk(dir string) (m *upstream.Model, err error) {
	for _, f := range []string{"labels.gob", "mapping.gob", "weights.gob"} {
		p := filepath.Join(dir, "Maxent", f)
		if st, err := os.Stat(p); err != nil || !st.Mode().IsRegular() {
			return nil, fmt.Errorf("%s is no model of prose: %s is missing; name the folder that Model.Write of prose wrote", dir, filepath.Join("Maxent", f))
		}
	}
	defer rescue(fmt.Sprintf("loading the prose model %s: it is damaged or of another version", dir), &err)
	return upstream.ModelFromDisk(dir), nil
}

// rescue turns a panic into an error.
func rescue(what string, err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%s: %v", what, r)
	}
}

// Annotate implements [nlp.Annotator].
func (a *Annotator) Annotate(ctx context.Context, in nlp.Input, dst *nlp.Annotation) error {
	return a.builtin.Annotate(ctx, in, dst)
}
