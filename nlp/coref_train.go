package nlp

import (
	"io"
	"math"
	"math/rand/v2"

	"github.com/onrecord/onrecord/internal/linear"
)

// Referents is an annotated document with the referents that it is known to
// speak of, for training Corefer.
type Referents struct {
	Annotation *Annotation
	// Gold numbers the referent of each token that is the head of a mention, in
	// all or part; -1 where there is none, -2 where it is not known.
	Gold []int32
}

// CoreferTraining says how the ranker is trained.
type CoreferTraining struct {
	Epochs int
	Free   int     // the last epochs, in which the model's own decisions are gone on with
	Rate   float64 // of the first epoch; later ones are slower
	Bits   int     // log2 of the number of weights
	Seed   uint64  // of the order of the documents
}

// TrainCorefer trains the ranker of Corefer: an averaged log-linear model of
// which referent, or a new one, a pronoun or definite phrase continues, given
// the right decisions before it. The same documents give the same weights.
func TrainCorefer(docs []Referents, t CoreferTraining) io.WriterTo {
	p := linear.NewPerceptron(t.Bits, 1)
	rng := rand.New(rand.NewPCG(t.Seed, 0x636f726566))
	order := make([]int, len(docs))
	for i := range order {
		order[i] = i
	}
	var r resolver
	for e := 0; e < t.Epochs; e++ {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			r.train = &corefTraining{gold: docs[i].Gold, model: p, rate: float32(t.Rate / (1 + 0.5*float64(e))), free: e >= t.Epochs-t.Free}
			r.run(docs[i].Annotation)
		}
	}
	return p.Table()
}

// corefTraining is the state of training on one document.
type corefTraining struct {
	gold  []int32
	model *linear.Perceptron
	rate  float32
	free  bool // go on with the model's own decisions, not the right ones
	all   []linear.Features
}

func (t *corefTraining) goldOf(head int) int32 {
	if head < len(t.gold) {
		return t.gold[head]
	}
	return -1
}

// step updates the model at mention m, whose candidates are gathered, and
// takes the decision that training goes on with.
func (t *corefTraining) step(r *resolver, m int) {
	g := t.goldOf(r.a.Mentions[m].Head)
	if g == -2 {
		best := 0
		for i := range r.cands {
			r.features(m, i)
			var s [1]float32
			t.model.Scores(s[:], r.feats.At(0))
			r.cands[i].score = s[0]
			if s[0] > r.cands[best].score {
				best = i
			}
		}
		r.accept(m, best)
		return
	}
	right, total := -1, 0.0
	for len(t.all) < len(r.cands) {
		t.all = append(t.all, linear.Features{})
	}
	var s [1]float32
	top := math.Inf(-1)
	best := 0
	for i := range r.cands {
		r.features(m, i)
		t.all[i].Reset()
		t.all[i].Add(r.feats.At(0)...)
		t.all[i].Next()
		t.model.Scores(s[:], t.all[i].At(0))
		r.cands[i].score = s[0]
		if float64(s[0]) > top {
			top, best = float64(s[0]), i
		}
		if k := r.cands[i].cluster; g >= 0 && k >= 0 && r.clusters[k].gold == g && right < 0 {
			right = i
		}
	}
	if right < 0 {
		right = 0
	}
	for i := range r.cands {
		r.cands[i].score = float32(math.Exp(float64(r.cands[i].score) - top))
		total += float64(r.cands[i].score)
	}
	for i := range r.cands {
		d := -float64(r.cands[i].score) / total
		if i == right {
			d++
		}
		if math.Abs(d) > 1e-3 {
			t.model.Update(0, t.all[i].At(0), t.rate*float32(d))
		}
	}
	t.model.Step()
	if t.free {
		r.accept(m, best)
		return
	}
	r.accept(m, right)
}
