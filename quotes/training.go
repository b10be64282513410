package quotes

import (
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"sync"

	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// Gold is one marked attribution: byte spans in the article's text.
type Gold struct {
	Source, Cue, Content []span.Span
}

// Example is one marked article.
type Example struct {
	Annotation *nlp.Annotation
	Blocks     []nlp.Block // those that Annotation was made with
	Gold       []Gold
	// Statements says that only what was said or written is marked in this
	// article; otherwise beliefs, intentions and the like are marked too.
	Statements bool
}

// Config says how models are trained.
type Config struct {
	Epochs int       // passes over the data for the cue and role models (6)
	Log    io.Writer // progress, nil for none
	Seed   uint64
}

const folds = 4

// statementWeight is what an article marked for statements only counts for in
// the models of the narrow scope, against one marked for everything.
const statementWeight = 2

// Train makes the models that find attributions from marked articles: those
// of each scope from all articles, if they are of both kinds.
func Train(data []Example, cfg Config) *Model {
	if cfg.Epochs == 0 {
		cfg.Epochs = 6
	}
	narrow := 0
	for _, x := range data {
		if x.Statements {
			narrow++
		}
	}
	mixed := narrow > 0 && narrow < len(data)
	docs := make([]*training, len(data))
	for i, x := range data {
		// An article that is in the data twice, marked for different things, is
		// in one fold.
		docs[i] = newTraining(x, int(crc32.ChecksumIEEE([]byte(x.Annotation.Text))>>3)%folds, mixed)
	}
	m := &Model{}
	m.readers[everything] = trainReader(docs, everything, cfg)
	if m.readers[statements] = m.readers[everything]; mixed {
		m.readers[statements] = trainReader(docs, statements, cfg)
	}
	return m
}

// trainReader makes the models of one scope.
func trainReader(docs []*training, in scope, cfg Config) reader {
	t := &trainer{docs: docs, in: in, cfg: cfg}
	t.cues()
	t.roles()
	readings := t.judges()
	t.statements(readings)
	return t.whole
}

// trainer makes a reader, model upon model: what a later one learns from comes
// from earlier ones that have not seen the article.
type trainer struct {
	docs  []*training
	in    scope
	cfg   Config
	whole reader        // trained on all articles
	apart [folds]reader // each on those of the other folds
	sc    scratch
	log   sync.Mutex // the folds train at the same time
}

func (t *trainer) logf(format string, args ...any) {
	if t.cfg.Log != nil {
		t.log.Lock()
		defer t.log.Unlock()
		fmt.Fprintf(t.cfg.Log, format+"\n", args...)
	}
}

// progress logs each pass over the data of the model named.
func (t *trainer) progress(model string) func(int, float64) {
	return func(epoch int, loss float64) { t.logf("  %s epoch %d: %.4f", model, epoch, loss) }
}

func (t *trainer) weight(d *training) float32 {
	if t.in == statements && d.page.scope == statements {
		return statementWeight
	}
	return 1
}

// train makes a model of the kind that field gives from all data, and one for
// each fold.
func (t *trainer) train(x linear.Training, data [folds][]linear.Example, field func(*reader) **linear.CRF) {
	x.Seed, x.Start = t.cfg.Seed, 1
	whole, apart := trainFolds(x, data)
	*field(&t.whole) = whole
	for f := range apart {
		*field(&t.apart[f]) = apart[f]
	}
}

func (t *trainer) cues() {
	var data [folds][]linear.Example
	for _, d := range t.docs {
		data[d.fold] = append(data[d.fold], d.cueExamples(t.weight(d))...)
	}
	t.train(linear.Training{Bits: 19, Classes: cueLabels, Epochs: t.cfg.Epochs, Rate: .03, Dropout: .1, Skip: 1e-3, Allowed: cueAllowed, Progress: t.progress("cue")},
		data, func(r *reader) **linear.CRF { return &r.cue })
	for _, d := range t.docs {
		d.cues = d.page.cues(t.apart[d.fold].cue, candidateThreshold, nil)
	}
}

func (t *trainer) roles() {
	var data [folds][]linear.Example
	for _, d := range t.docs {
		data[d.fold] = append(data[d.fold], d.roleExamples(t.weight(d), t.in == everything || d.page.scope == everything)...)
	}
	t.train(linear.Training{Bits: 20, Classes: roleLabels, Epochs: t.cfg.Epochs, Rate: .012, Dropout: .1, Skip: 1e-3, Allowed: roleAllowed, Progress: t.progress("role")},
		data, func(r *reader) **linear.CRF { return &r.role })
}

// averaged makes t train several times.
func averaged(t linear.Training) linear.Training {
	t.Runs = 3
	return t
}

// trainFolds trains on all data, several times, and for each fold once on that
// of the others, all at the same time.
func trainFolds(t linear.Training, data [folds][]linear.Example) (whole *linear.CRF, apart [folds]*linear.CRF) {
	concurrently(folds+1, func(f int) {
		if f == folds {
			whole = averaged(t).Train(slices.Concat(data[:]...))
		} else {
			apart[f] = t.Train(others(data[:], f))
		}
	})
	return whole, apart
}

// concurrently runs f(0) ... f(n-1) at the same time.
func concurrently(n int, f func(int)) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { f(i) })
	}
	wg.Wait()
}

func others(data [][]linear.Example, f int) []linear.Example {
	var out []linear.Example
	for i := range data {
		if i != f {
			out = append(out, data[i]...)
		}
	}
	return out
}
