package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/internal/depparse"
	pack "github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/internal/postag"
	"github.com/onrecord/onrecord/internal/words"
	"github.com/onrecord/onrecord/nlp"
)

// depSentence is a sentence with its tree.
type depSentence struct {
	form  []string
	words []words.Word
	fixed []uint8 // the tags of marks, which the annotator sets by rule
	gold  []uint8 // the treebank's tags
	tag   []uint8 // the tags to parse with
	head  []int32 // -1 for the root
	rel   []uint8
}

// prepare sets what is computed from the forms; a holds the sentence.
func (s *depSentence) prepare(a *nlp.Annotation) error {
	for _, p := range nlp.MarkTags(a) {
		s.fixed = append(s.fixed, uint8(p))
	}
	return s.setWords()
}

func (s *depSentence) setWords() error {
	s.words = make([]words.Word, len(s.form))
	for i, f := range s.form {
		s.words[i].Set(f)
	}
	if err := nlp.LookUp(s.words); err != nil {
		return err
	}
	words.CaseOf(s.words)
	return nil
}

// setTags tags s with t and counts the right ones.
func (s *depSentence) setTags(t *postag.Tagger, sc *postag.Scratch) (right int) {
	s.tag = append([]uint8(nil), s.fixed...)
	t.Tag(s.words, s.tag, sc)
	for i, x := range s.tag {
		if x == s.gold[i] {
			right++
		}
	}
	return right
}

// udRel is the treebanks' relation s in our inventory.
func udRel(s string) nlp.Rel {
	switch s {
	case "obl:unmarked":
		return nlp.OblNpmod
	case "nmod:unmarked":
		return nlp.NmodNpmod
	}
	return nlp.ParseRel(s)
}

// readTrees reads the trees of a part of EWT and GUM.
func readTrees(data, part string) ([]depSentence, error) {
	var out []depSentence
	for _, c := range []string{"ewt", "gum"} {
		docs, err := corpus.Conllu(filepath.Join(data, c, part+".conllu.gz"))
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			for _, s := range d.Sentences {
				var x depSentence
				a := nlp.Annotation{Text: s.Text}
				for _, w := range s.Words {
					x.form = append(x.form, w.Form)
					x.gold = append(x.gold, uint8(nlp.ParsePOS(w.XPOS)))
					x.head = append(x.head, int32(w.Head-1))
					x.rel = append(x.rel, uint8(udRel(w.Rel)))
					if w.Start >= w.End {
						w.Start, w.End = 0, 1
					}
					a.Tokens = append(a.Tokens, nlp.Token{Start: int32(w.Start), End: int32(w.End)})
				}
				a.Sentences = []nlp.Sentence{{Last: len(a.Tokens)}}
				if err := x.prepare(&a); err != nil {
					return nil, err
				}
				out = append(out, x)
			}
		}
	}
	return out, nil
}

// projectivize lifts the heads of crossing arcs until none crosses another
// (Nivre and Nilsson, 2005, without their marking).
func projectivize(head []int32) {
	for {
		short, at := int32(1<<30), -1
		for d, h := range head {
			if h < 0 || head[h] < 0 {
				continue
			}
			lo, hi := min(int32(d), h), max(int32(d), h)
			for k := lo + 1; k < hi; k++ {
				a := k
				for a >= 0 && a != h {
					a = head[a]
				}
				if a < 0 && hi-lo < short {
					short, at = hi-lo, d
				}
			}
		}
		if at < 0 {
			return
		}
		head[at] = head[head[at]]
	}
}

// tagTrees tags each part of train with a tagger that has not seen it, so that
// the parser learns from tags as wrong as those it will meet.
func tagTrees(data string, train []depSentence, folds, epochs int) error {
	var base []postag.Sentence
	for _, get := range []func() ([]tagged, error){
		func() ([]tagged, error) { return polnear(data, "train") },
		func() ([]tagged, error) { return wsj(data) },
	} {
		ss, err := get()
		if err != nil {
			return err
		}
		for k := range ss {
			base = append(base, toPOS(&ss[k]))
		}
	}
	fold := func(i int) int { return i / 50 % folds }
	var sc postag.Scratch
	right, all := 0, 0
	for k := range folds {
		in := base[:len(base):len(base)]
		for i := range train {
			if fold(i) != k {
				x := postag.Sentence{Words: train[i].words, Tags: train[i].gold, Fixed: train[i].fixed}
				in = append(in, x, x)
			}
		}
		rng := rand.New(rand.NewPCG(1, 2))
		t := postag.Train(in, 17, posClasses, epochs, 20, posDropout, rng.Shuffle, func(int, float64) {})
		for i := range train {
			if fold(i) == k {
				right += train[i].setTags(t, &sc)
				all += len(train[i].form)
			}
		}
	}
	logf("  tags of train, by taggers that have not seen it: %.2f %% right", 100*float64(right)/float64(all))
	return nil
}

// readTagger reads the tagger that was built before.
func readTagger() (*postag.Tagger, error) {
	packed, err := os.ReadFile(filepath.Join("nlp", "model", "pos.bin"))
	if err != nil {
		return nil, err
	}
	return pack.Load(packed, func(b *bytes.Buffer) (*postag.Tagger, error) { return postag.Read(b) })
}

// posTags are the tags as the parser knows them.
func posTags() *depparse.Tags {
	var names []string
	for p := range posClasses {
		names = append(names, nlp.POS(p).String())
	}
	return depparse.NewTags(names)
}

func (s *depSentence) tokens(dst []depparse.Token, tags *depparse.Tags) []depparse.Token {
	for i := range s.words {
		dst = append(dst, tags.Token(&s.words[i], s.tag[i]))
	}
	return dst
}

func toTrees(data []depSentence, tags *depparse.Tags, weight int32) []depparse.Tree {
	out := make([]depparse.Tree, len(data))
	for i := range data {
		s := &data[i]
		out[i] = depparse.Tree{Tokens: s.tokens(nil, tags), Head: slices.Clone(s.head), Rel: s.rel, Weight: weight}
		projectivize(out[i].Head)
	}
	return out
}

// attachmentScores parses data, whose trees are gold.
func attachmentScores(p *depparse.Parser, tags *depparse.Tags, data []depSentence) string {
	var w depparse.Work
	var n, u, l int
	var tok []depparse.Token
	for i := range data {
		s := &data[i]
		tok = s.tokens(tok[:0], tags)
		head, rel := make([]int32, len(tok)), make([]uint8, len(tok))
		p.Parse(tok, &w, head, rel, uint8(nlp.Root), uint8(nlp.Parataxis))
		for k := range tok {
			n++
			if head[k] == s.head[k] {
				u++
				if rel[k] == s.rel[k] {
					l++
				}
			}
		}
	}
	return fmt.Sprintf("UAS %.2f LAS %.2f", 100*float64(u)/float64(n), 100*float64(l)/float64(n))
}

// The parser's training.
const (
	relations   = int(nlp.NmodDesc) + 1
	superBits   = 16
	superEpochs = 3
	beamWidth   = 4
	// beamMargin is how far below the best of the beam a state may lie. It
	// was chosen on dev: as good as none, and twice as fast.
	beamMargin   = 800
	silverWeight = 4 // tenths
	silverBonus  = 1200
	silverAgree  = 0.9
)

// buildParse trains the parser: first one on the treebanks; with it and with
// CoreNLP's trees as advice, trees of the news in PolNeAR; and on both of them
// the parser proper.
func buildParse(root, data string) error {
	train, err := readTrees(data, "train")
	if err != nil {
		return err
	}
	dev, err := readTrees(data, "dev")
	if err != nil {
		return err
	}
	if skip := os.Getenv("ONRECORD_SKIP"); strings.Contains(skip, "gum") {
		return fmt.Errorf("the parser cannot be trained without GUM")
	}
	if err := tagTrees(data, train, 3, 3); err != nil {
		return err
	}
	tagger, err := readTagger()
	if err != nil {
		return err
	}
	var sc postag.Scratch
	right, all := 0, 0
	for i := range dev {
		right += dev[i].setTags(tagger, &sc)
		all += len(dev[i].form)
	}
	logf("  tags of dev: %.2f %% right", 100*float64(right)/float64(all))
	tags := posTags()
	progress := func(e int, p *depparse.Parser, loss float64) {
		logf("  epoch %d: changed on %.3f of the sentences; dev %s", e, loss, attachmentScores(p, tags, dev))
	}
	trees := toTrees(train, tags, 10)
	logf("  supertags: %.4f right", depparse.Jackknife(trees, 3, superBits, superEpochs, 1))
	super := depparse.TrainSupertagger(trees, superBits, superEpochs, 1)
	t := depparse.Training{Super: super, MoveBits: 20, RelBits: 16, Relations: relations, Beam: beamWidth, Epochs: 2, Every: 2, Seed: 1, Cutoff: 2, Progress: progress}
	p := t.Train(trees)
	if f := os.Getenv("ONRECORD_FIRST"); f != "" { // keep the first parser too
		p.SetBeam(beamWidth, beamMargin)
		if err := pack.Save(f, p); err != nil {
			return err
		}
	}
	p.SetBeam(8, 3000)
	silver, err := silverTrees(data, "train", 2, p, tagger, silverBonus, silverAgree)
	if err != nil {
		return err
	}
	news := toTrees(silver, tags, silverWeight)
	super.Apply(news)
	trees = append(trees, news...)
	t.Super = depparse.TrainSupertagger(trees, superBits, superEpochs, 1)
	t.Epochs, t.Every = 6, 2
	p = t.Train(trees)
	p.SetBeam(beamWidth, beamMargin)
	logf("  with the margin: dev %s", attachmentScores(p, tags, dev))
	if _, err := silverTrees(data, "dev", 1, p, tagger, 0, silverAgree); err != nil {
		return err
	}
	return pack.Save(filepath.Join(root, "nlp", "model", "parse.bin"), p)
}

// wordClusters learns fine and coarse classes of words.
func wordClusters(data string, fine, coarse int) (*depparse.Clusters, error) {
	var text [][]uint32
	n := 0
	if err := plainText(data, func(ws []uint32) {
		text = append(text, slices.Clone(ws))
		n += len(ws)
	}); err != nil {
		return nil, err
	}
	logf("  word classes of %d tokens", n)
	const least, rounds = 4, 15
	a, b := exchange(text, fine, least, rounds), exchange(text, coarse, least, rounds)
	var keys []uint32
	for k := range a {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	x, y := make([]uint16, len(keys)), make([]uint16, len(keys))
	for i, k := range keys {
		x[i], y[i] = uint16(a[k]+1), uint16(b[k]+1)
	}
	return depparse.NewClusters(keys, x, y), nil
}
