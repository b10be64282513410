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

const folds = 2

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
	var logging sync.Mutex // the folds train at the same time
	logf := func(format string, args ...any) {
		if cfg.Log != nil {
			logging.Lock()
			defer logging.Unlock()
			fmt.Fprintf(cfg.Log, format+"\n", args...)
		}
	}
	weight := func(d *training) float32 {
		if in == statements && d.page.scope == statements {
			return statementWeight
		}
		return 1
	}
	var m reader

	// Cues.
	var cueData [folds][]linear.Example
	for _, d := range docs {
		cueData[d.fold] = append(cueData[d.fold], d.cueExamples(weight(d))...)
	}
	cueT := linear.Training{Bits: 19, Classes: cueLabels, Epochs: cfg.Epochs, Rate: .03, Seed: cfg.Seed, Start: 1, Skip: 1e-3, Allowed: cueAllowed,
		Progress: func(e int, l float64) { logf("  cue epoch %d: %.4f", e, l) }}
	var cueFold, fold, pickFold, acceptFold [folds]*linear.CRF
	m.cue, cueFold = trainFolds(cueT, cueData)
	for _, d := range docs {
		d.cues = d.page.cues(cueFold[d.fold], candidateThreshold, nil)
	}
	cueData = [folds][]linear.Example{}

	// Roles.
	var roleData [folds][]linear.Example
	for _, d := range docs {
		roleData[d.fold] = append(roleData[d.fold], d.roleExamples(weight(d), in == everything || d.page.scope == everything)...)
	}
	roleT := linear.Training{Bits: 20, Classes: roleLabels, Epochs: cfg.Epochs, Rate: .012, Seed: cfg.Seed, Start: 1, Skip: 1e-3, Allowed: roleAllowed,
		Progress: func(e int, l float64) { logf("  role epoch %d: %.4f", e, l) }}
	m.role, fold = trainFolds(roleT, roleData)

	// Acceptance, on readings by models that have not seen the article.
	var sc scratch
	read := func(d *training, cues []cueSpan) []pending {
		var out []pending
		for i, c := range cues {
			near := around(cues, i)
			for _, a := range d.page.readings(fold[d.fold], c, near, kBest, &sc) {
				out = append(out, pending{d, a, near})
			}
		}
		return out
	}
	var pickData, acceptData [folds][]linear.Example
	rs := make([][]pending, len(docs))
	for k, d := range docs {
		rs[k] = read(d, d.cues)
		for i := range rs[k] {
			r := &rs[k][i]
			pickData[d.fold] = append(pickData[d.fold], d.pickExample(&r.a, r.near))
		}
	}
	pickT := linear.Training{Bits: 18, Classes: pickLabels, Epochs: 6, Rate: .03, Seed: cfg.Seed, Start: 1,
		Progress: func(e int, l float64) { logf("  pick epoch %d: %.4f", e, l) }}
	m.pick, pickFold = trainFolds(pickT, pickData)
	// Of each cue the best reading is what counts from here on.
	exact, right := 0, 0
	for k, d := range docs {
		rs[k] = bestOf(rs[k], pickFold[d.fold], &sc)
		for i := range rs[k] {
			r := &rs[k][i]
			acceptData[d.fold] = append(acceptData[d.fold], d.example(d.page.acceptFeatures, &r.a, r.near, d.right(&r.a)))
			if d.page.scope == in && d.right(&r.a) {
				right++
				if d.exact(&r.a) {
					exact++
				}
			}
		}
	}
	logf("  of %d readings that are right, %.1f %% are so to the word", right, 100*float64(exact)/float64(max(1, right)))
	acceptT := linear.Training{Bits: 16, Classes: 2, Epochs: 8, Rate: .03, Seed: cfg.Seed, Start: 1,
		Progress: func(e int, l float64) { logf("  accept epoch %d: %.4f", e, l) }}
	m.accept, acceptFold = trainFolds(acceptT, acceptData)
	var shown []outcome
	var stateData [folds][]linear.Example
	gold := 0
	for k, d := range docs {
		own := d.page.scope
		for i := range rs[k] {
			r := &rs[k][i]
			d.page.accept(acceptFold[d.fold], &r.a, r.near, &sc)
			if r.a.score >= acceptShown && own == in {
				shown = append(shown, outcome{r.a.score, d.right(&r.a)})
			}
		}
		if !d.said {
			continue
		}
		gold += len(d.gold)
		if own != in {
			// What the other articles are read for tells which of it are statements.
			d.page.scope = in
			rs[k] = bestOf(read(d, d.page.cues(cueFold[d.fold], candidateThreshold, nil)), pickFold[d.fold], &sc)
			for i := range rs[k] {
				r := &rs[k][i]
				d.page.accept(acceptFold[d.fold], &r.a, r.near, &sc)
			}
		}
		for i := range rs[k] {
			if r := &rs[k][i]; r.a.score >= stateCandidate {
				stateData[d.fold] = append(stateData[d.fold], d.example(d.page.stateFeatures, &r.a, nil, d.found(&r.a)))
			}
		}
		d.page.scope = own
	}
	stateT := linear.Training{Bits: 16, Classes: 2, Epochs: 10, Rate: .1, Seed: cfg.Seed, Start: 1, L2: .02,
		Progress: func(e int, l float64) { logf("  statement epoch %d: %.4f", e, l) }}
	logf("  statements, on the other half: %s", crossed(stateT, stateData[:], gold))
	m.state = averaged(stateT).Train(slices.Concat(stateData[:]...))
	m.sure = fitPlatt(shown)
	logf("  confidence from %d readings: %+v", len(shown), m.sure)
	return m
}

// bestOf keeps the best reading of each cue of an article.
func bestOf(rs []pending, pick *linear.CRF, sc *scratch) []pending {
	var best []pending
	for i := range rs {
		r := &rs[i]
		r.d.page.pick(pick, &r.a, r.near, sc)
		if n := len(best); n > 0 && best[n-1].a.cue == r.a.cue {
			if r.a.pick > best[n-1].a.pick {
				best[n-1] = *r
			}
			continue
		}
		best = append(best, *r)
	}
	return best
}

// pending is a reading, by models that have not seen its article.
type pending struct {
	d    *training
	a    attribution
	near []cueSpan
}

// pickExample makes a training example of how good a reading a is.
func (t *training) pickExample(a *attribution, near []cueSpan) linear.Example {
	x := t.example(t.page.pickFeatures, a, near, false)
	if t.right(a) {
		x.Labels[0] = pickRight
		if t.exact(a) {
			x.Labels[0] = pickExact
		}
	}
	return x
}

// example makes a training example of one decision about a.
func (t *training) example(features func(*linear.Features, *attribution, []cueSpan), a *attribution, near []cueSpan, yes bool) linear.Example {
	var f linear.Features
	features(&f, a, near)
	f.Next()
	y := uint8(0)
	if yes {
		y = 1
	}
	return linear.Example{F: f.Clone(), Labels: []uint8{y}}
}

// crossed trains on one part of the articles and measures on the other, each
// in turn: how well the model tells the quotations among the readings, of the
// gold that are marked, at the default threshold.
func crossed(t linear.Training, data [][]linear.Example, gold int) string {
	t.Progress = nil
	reached, said, right := 0, 0, 0
	var lat linear.Lattice
	for f := range data {
		m := t.Train(others(data, f))
		for _, x := range data[f] {
			yes := x.Labels[0] == 1
			if yes {
				reached++
			}
			m.Emit(x.F, &lat)
			m.Infer(&lat)
			if lat.Marginal[1] >= stateShown {
				said++
				if yes {
					right++
				}
			}
		}
	}
	p, r := float64(right)/float64(max(1, said)), float64(right)/float64(max(1, gold))
	return fmt.Sprintf("%d marked, %d among the readings; P %.1f R %.1f F1 %.1f", gold, reached, 100*p, 100*r, 200*p*r/max(1e-9, p+r))
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
