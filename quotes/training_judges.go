package quotes

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/onrecord/onrecord/internal/boost"
	"github.com/onrecord/onrecord/internal/linear"
)

// pending is a reading, by models that have not seen its article.
type pending struct {
	a    attribution
	near []cueSpan
	x    measures // of a, once judged
}

// readings reads d around cues.
func (t *trainer) readings(d *training, cues []cueSpan) []pending {
	var out []pending
	for i, c := range cues {
		near := around(cues, i)
		for _, a := range d.page.readings(t.apart[d.fold].role, c, near, kBest, &t.sc) {
			out = append(out, pending{a: a, near: near})
		}
	}
	return out
}

// judges trains what tells good readings from bad ones: linear models, and
// trees on what these make of readings that they have not seen. It returns the best
// reading of each cue of the articles.
func (t *trainer) judges() [][]pending {
	rs := make([][]pending, len(t.docs))
	var data [folds][]linear.Example
	for k, d := range t.docs {
		rs[k] = t.readings(d, d.cues)
		for i := range rs[k] {
			data[d.fold] = append(data[d.fold], d.pickExample(&rs[k][i].a, rs[k][i].near))
		}
	}
	t.train(linear.Training{Bits: 18, Classes: pickLabels, Epochs: 6, Rate: .03, Progress: t.progress("pick")}, data, func(r *reader) **linear.CRF { return &r.pick })

	// Whether a reading is right is learnt from the best of each cue.
	data = [folds][]linear.Example{}
	for k, d := range t.docs {
		perCue(rs[k], func(rs []attribution, near []cueSpan) {
			best := &rs[0]
			for i := range rs {
				if d.page.pick(&t.apart[d.fold], &rs[i], near, &t.sc); rs[i].pick > best.pick {
					best = &rs[i]
				}
			}
			data[d.fold] = append(data[d.fold], d.example(d.page.acceptFeatures, best, near, d.right(best)))
		})
	}
	t.train(linear.Training{Bits: 16, Classes: 2, Epochs: 8, Rate: .03, Progress: t.progress("accept")}, data, func(r *reader) **linear.CRF { return &r.accept })

	var right, exact treeData
	for k, d := range t.docs {
		perCue(rs[k], func(rs []attribution, near []cueSpan) {
			d.page.measure(&t.apart[d.fold], rs, near, &t.sc)
			for i := range rs {
				x, a := slices.Clone(t.sc.x[i][:]), &rs[i]
				yes := d.right(a)
				right.add(d.fold, x, yes)
				exact.add(d.fold, x, yes && d.exact(a) && d.sourceExact(a))
			}
		})
	}
	t.trees(&right, func(r *reader) **boost.Model { return &r.right })
	t.trees(&exact, func(r *reader) **boost.Model { return &r.exact })

	var shown []outcome
	marked, same, good := 0, 0, 0
	for k, d := range t.docs {
		rs[k] = t.judged(d, rs[k])
		if d.page.scope != t.in {
			continue
		}
		marked += len(d.gold)
		for i := range rs[k] {
			a := &rs[k][i].a
			yes := d.right(a)
			shown = append(shown, outcome{a.score, yes})
			if yes {
				good++
				if d.exact(a) {
					same++
				}
			}
		}
	}
	t.logf("  readings, held out: %s; %.1f %% of those that are right are so to the word", bestThreshold(shown, marked), 100*float64(same)/float64(max(1, good)))
	shown = slices.DeleteFunc(shown, func(o outcome) bool { return o.score < sureFrom })
	t.whole.sure = fitPlatt(shown)
	t.logf("  confidence from %d readings: %+v", len(shown), t.whole.sure)
	return rs
}

// judged keeps the best reading of each cue, if it may count.
func (t *trainer) judged(d *training, rs []pending) []pending {
	var out []pending
	perCue(rs, func(rs []attribution, near []cueSpan) {
		if best := d.page.judge(&t.apart[d.fold], rs, near, &t.sc); rs[best].score >= stateCandidate {
			out = append(out, pending{rs[best], near, t.sc.x[best]})
		}
	})
	return out
}

// statements trains what tells statements, on the best readings of the articles
// that mark nothing else.
func (t *trainer) statements(rs [][]pending) {
	var data [folds][]linear.Example
	gold := 0
	for k, d := range t.docs {
		if !d.said {
			continue
		}
		gold += len(d.gold)
		own := d.page.scope
		if own != t.in {
			// What the other articles are read for tells which of it are statements.
			d.page.scope = t.in
			rs[k] = t.judged(d, t.readings(d, d.page.cues(t.apart[d.fold].cue, candidateThreshold, nil)))
		}
		for i := range rs[k] {
			a := &rs[k][i].a
			data[d.fold] = append(data[d.fold], d.example(d.page.stateFeatures, a, nil, d.found(a)))
		}
		d.page.scope = own
	}
	t.train(linear.Training{Bits: 16, Classes: 2, Epochs: 10, Rate: .1, L2: .02, Progress: t.progress("statement")}, data, func(r *reader) **linear.CRF { return &r.state })

	var said treeData
	for k, d := range t.docs {
		if !d.said {
			continue
		}
		own := d.page.scope
		d.page.scope = t.in
		for i := range rs[k] {
			r := &rs[k][i]
			d.page.statement(t.apart[d.fold].state, &r.a, &t.sc)
			x := d.page.saidMeasures(&r.a, &r.x)
			said.add(d.fold, x[:], d.found(&r.a))
		}
		d.page.scope = own
	}
	t.trees(&said, func(r *reader) **boost.Model { return &r.said })
	var shown []outcome
	for f := range said.x {
		for i, x := range said.x[f] {
			shown = append(shown, outcome{t.apart[f].said.P(x), said.yes[f][i]})
		}
	}
	t.logf("  statements, held out: %s", bestThreshold(shown, gold))
}

// perCue calls f with the readings of each cue.
func perCue(rs []pending, f func(rs []attribution, near []cueSpan)) {
	var as []attribution
	for i := 0; i < len(rs); {
		as = as[:0]
		near := rs[i].near
		for c := rs[i].a.cue; i < len(rs) && rs[i].a.cue == c; i++ {
			as = append(as, rs[i].a)
		}
		f(as, near)
	}
}

// treeData is what trees learn from, by fold: measures and answers.
type treeData struct {
	x   [folds][][]float32
	yes [folds][]bool
}

func (r *treeData) add(fold int, x []float32, yes bool) {
	r.x[fold], r.yes[fold] = append(r.x[fold], x), append(r.yes[fold], yes)
}

// trees makes the trees that field gives of each reader.
func (t *trainer) trees(data *treeData, field func(*reader) **boost.Model) {
	t.each(func(r *reader, without int) {
		x := others(data.x, without)
		*field(r) = boost.Training{Trees: 200, Rate: .1, Depth: 5, Features: .5, MinChild: 10, Seed: t.cfg.Seed}.Train(x, others(data.yes, without), slices.Repeat([]float32{1}, len(x)))
	})
}

// bestThreshold tells the F1 at the best threshold, of gold that are marked.
func bestThreshold(xs []outcome, gold int) string {
	slices.SortStableFunc(xs, func(a, b outcome) int { return cmp.Compare(b.score, a.score) })
	right, best, at, said := 0, 0., 0., 0
	for i, x := range xs {
		if x.right {
			right++
		}
		if f := 2 * float64(right) / float64(i+1+gold); f > best {
			best, at, said = f, x.score, i+1
		}
	}
	return fmt.Sprintf("best F1 %.4f at %.3f, %d of %d", best, at, said, len(xs))
}
