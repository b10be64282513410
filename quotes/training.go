package quotes

import (
	"fmt"
	"hash/crc32"
	"io"
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

// train makes the model that field gives of each reader, the whole one's of
// several runs.
func (t *trainer) train(x linear.Training, data [folds][]linear.Example, field func(*reader) **linear.CRF) {
	x.Seed, x.Start = t.cfg.Seed, 1
	t.each(func(r *reader, without int) {
		x := x
		if r == &t.whole {
			x.Runs = 3
		}
		*field(r) = x.Train(others(data, without))
	})
}

// each calls f for every reader, at the same time, with the fold that it must
// not see; the whole one sees all.
func (t *trainer) each(f func(r *reader, without int)) {
	var wg sync.WaitGroup
	wg.Go(func() { f(&t.whole, folds) })
	for i := range t.apart {
		wg.Go(func() { f(&t.apart[i], i) })
	}
	wg.Wait()
}

// others is what the folds have but the one to do without.
func others[T any](data [folds][]T, without int) []T {
	var out []T
	for i := range data {
		if i != without {
			out = append(out, data[i]...)
		}
	}
	return out
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
