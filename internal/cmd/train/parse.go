package main

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"

	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/internal/depparse"
	pack "github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/internal/postag"
	"github.com/onrecord/onrecord/internal/words"
	"github.com/onrecord/onrecord/nlp"
)

// depSentence is a sentence with its tree.
type depSentence struct {
	doc  string
	form []string
	gold []nlp.POS // the treebank's tags
	tag  []nlp.POS // the tags to parse with
	head []int32
	rel  []nlp.Rel
}

// ewtRel maps the relations of the newest treebanks to ours.
func udRel(s string) nlp.Rel {
	switch s {
	case "obl:unmarked":
		return nlp.OblNpmod
	case "nmod:unmarked":
		return nlp.NmodNpmod
	}
	return nlp.ParseRel(s)
}

func readTrees(path string) ([]depSentence, error) {
	docs, err := corpus.Conllu(path)
	if err != nil {
		return nil, err
	}
	var out []depSentence
	for _, d := range docs {
		for _, s := range d.Sentences {
			x := depSentence{doc: d.ID}
			for _, w := range s.Words {
				x.form = append(x.form, w.Form)
				x.gold = append(x.gold, nlp.ParsePOS(w.XPOS))
				x.head = append(x.head, int32(w.Head-1))
				x.rel = append(x.rel, udRel(w.Rel))
			}
			out = append(out, x)
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
			if h < 0 {
				continue
			}
			lo, hi := min(int32(d), h), max(int32(d), h)
			for k := lo + 1; k < hi; k++ {
				a := k
				for a >= 0 && a != h {
					a = head[a]
				}
				if a < 0 && hi-lo < short && head[h] >= 0 {
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

// posTraining is what the tagger is trained on, but for the treebanks.
func posTraining(data string) ([]postag.Sentence, error) {
	var out []postag.Sentence
	for _, get := range []func() ([]tagged, error){
		func() ([]tagged, error) { return polnear(data, "train") },
		func() ([]tagged, error) { return wsj(data) },
		func() ([]tagged, error) { return masc(data) },
	} {
		ss, err := get()
		if err != nil {
			return nil, err
		}
		for k := range ss {
			out = append(out, toPOS(&ss[k]))
		}
	}
	return out, nil
}

func (s *depSentence) words() []words.Word {
	ws := make([]words.Word, len(s.form))
	for i, f := range s.form {
		ws[i].Set(f)
	}
	words.CaseOf(ws)
	return ws
}

// tagWith sets the sentence's tags and counts the right ones.
func (s *depSentence) tagWith(t *postag.Tagger, sc *postag.Scratch) (right int) {
	b := make([]uint8, len(s.form))
	t.Tag(s.words(), b, sc)
	s.tag = make([]nlp.POS, len(b))
	for i, x := range b {
		s.tag[i] = nlp.POS(x)
		if s.tag[i] == s.gold[i] {
			right++
		}
	}
	return right
}

// jackknife tags each part of train with a tagger that has not seen it, so
// that the parser learns from tags as wrong as those it will meet.
func jackknife(data string, train []depSentence, folds, epochs int) error {
	base, err := posTraining(data)
	if err != nil {
		return err
	}
	fold := func(i int) int { return i / 50 % folds }
	var sc postag.Scratch
	right, all := 0, 0
	for k := range folds {
		in := base[:len(base):len(base)]
		for i := range train {
			if fold(i) == k {
				continue
			}
			x := postag.Sentence{Words: train[i].words()}
			for _, t := range train[i].gold {
				x.Tags = append(x.Tags, uint8(t))
			}
			in = append(in, x)
		}
		rng := rand.New(rand.NewPCG(1, 2))
		t := postag.Train(in, 16, posClasses, epochs, 20, rng.Shuffle, func(int, float64) {})
		for i := range train {
			if fold(i) == k {
				right += train[i].tagWith(t, &sc)
				all += len(train[i].form)
			}
		}
		logf("  fold %d: jackknifed tags %.2f %% right", k, 100*float64(right)/float64(all))
	}
	return nil
}

func posNames() []string {
	var names []string
	for p := 0; p < 256; p++ {
		n := nlp.POS(p).String()
		if p > 0 && n == "" {
			break
		}
		names = append(names, n)
	}
	return names
}

func toTrees(tags *depparse.Tags, cl *depparse.Clusters, data []depSentence, weight int32) []depparse.Tree {
	var out []depparse.Tree
	for _, s := range data {
		t := depparse.Tree{Weight: weight}
		ws := s.words()
		for i := range s.form {
			t.Tokens = append(t.Tokens, tags.Token(&ws[i], uint8(s.tag[i]), cl))
			t.Rel = append(t.Rel, uint8(s.rel[i]))
		}
		t.Head = append([]int32(nil), s.head...)
		projectivize(t.Head)
		out = append(out, t)
	}
	return out
}

type depScore struct{ uas, las, uasNP, lasNP float64 }

func (s depScore) String() string {
	return fmt.Sprintf("UAS %.2f LAS %.2f (without punctuation %.2f %.2f)", s.uas, s.las, s.uasNP, s.lasNP)
}

func scoreTrees(p *depparse.Parser, tags *depparse.Tags, data []depSentence) depScore {
	var w depparse.Work
	var u, l, n, un, ln, nn float64
	for _, s := range data {
		var tok []depparse.Token
		ws := s.words()
		for i := range s.form {
			tok = append(tok, tags.Token(&ws[i], uint8(s.tag[i]), p.Clusters))
		}
		head, rel := make([]int32, len(tok)), make([]uint8, len(tok))
		p.Parse(tok, &w, head, rel, uint8(nlp.Root), uint8(nlp.Parataxis))
		for i := range tok {
			n++
			a, b := head[i] == s.head[i], nlp.Rel(rel[i]) == s.rel[i]
			if a {
				u++
				if b {
					l++
				}
			}
			if s.rel[i] != nlp.Punct {
				nn++
				if a {
					un++
					if b {
						ln++
					}
				}
			}
		}
	}
	return depScore{100 * u / n, 100 * l / n, 100 * un / nn, 100 * ln / nn}
}

func buildParse(root, data string) error {
	if os.Getenv("CLONLY") != "" {
		_, err := wordClusters(data, envInt("FINE", 400), envInt("COARSE", 48))
		return err
	}
	var train, dev []depSentence
	for _, c := range []string{"ewt", "gum"} {
		x, err := readTrees(filepath.Join(data, c, "train.conllu.gz"))
		if err != nil {
			return err
		}
		train = append(train, x...)
		if x, err = readTrees(filepath.Join(data, c, "dev.conllu.gz")); err != nil {
			return err
		}
		dev = append(dev, x...)
	}
	cache := "/tmp/parse/tags.json"
	if b, err := os.ReadFile(cache); err == nil {
		var x [2][][]nlp.POS
		if err := json.Unmarshal(b, &x); err != nil {
			return err
		}
		for k, d := range [][]depSentence{train, dev} {
			for i := range d {
				d[i].tag = x[k][i]
			}
		}
		return trainParse(root, data, train, dev)
	}
	if err := jackknife(data, train, 5, 4); err != nil {
		return err
	}
	packed, err := os.ReadFile(filepath.Join(root, "nlp", "model", "pos.bin"))
	if err != nil {
		return err
	}
	r, err := pack.Open(packed)
	if err != nil {
		return err
	}
	t, err := postag.Read(r)
	if err != nil {
		return err
	}
	var sc postag.Scratch
	right, all := 0, 0
	for i := range dev {
		right += dev[i].tagWith(t, &sc)
		all += len(dev[i].form)
	}
	logf("  dev tags %.2f %% right", 100*float64(right)/float64(all))
	var x [2][][]nlp.POS
	for k, d := range [][]depSentence{train, dev} {
		for i := range d {
			x[k] = append(x[k], d[i].tag)
		}
	}
	b, _ := json.Marshal(x)
	os.WriteFile(cache, b, 0o644)
	if os.Getenv("TAGSONLY") != "" {
		return nil
	}
	return trainParse(root, data, train, dev)
}

func envInt(n string, d int) int {
	if x, err := strconv.Atoi(os.Getenv(n)); err == nil {
		return x
	}
	return d
}

func trainParse(root, data string, train, dev []depSentence) error {
	if os.Getenv("GOLDTAGS") != "" {
		for _, d := range [][]depSentence{train, dev} {
			for i := range d {
				d[i].tag = d[i].gold
			}
		}
	}
	tags := depparse.NewTags(posNames())
	if os.Getenv("EVAL") != "" {
		b, err := os.ReadFile(os.Getenv("EVAL"))
		if err != nil {
			return err
		}
		r, err := pack.Open(b)
		if err != nil {
			return err
		}
		p, err := depparse.Read(r)
		if err != nil {
			return err
		}
		for _, beam := range []int{1, 2, 3, 4, 6, 8, 16} {
			p.SetBeam(beam)
			for range 2 {
				start := cpu()
				sc := scoreTrees(p, tags, dev)
				t := cpu() - start
				logf("beam %d: %v; %.0f tokens/s", beam, sc, 53266/t)
			}
		}
		return nil
	}
	cl, err := wordClusters(data, envInt("FINE", 400), envInt("COARSE", 48))
	if err != nil {
		return err
	}
	if os.Getenv("NOCL") != "" {
		cl = depparse.NewClusters(nil, nil, nil)
	}
	trees := toTrees(tags, cl, train, 10)
	super, err := cachedSupertags(trees)
	if err != nil {
		return err
	}
	p := depparse.Training{Super: super, Clusters: cl, MoveBits: uint(envInt("BITS", 20)), RelBits: 16, Relations: 51, Beam: envInt("BEAM", 8), Epochs: envInt("EPOCHS", 4), Seed: 1, Cutoff: 2, Every: envInt("EVERY", 1),
		Progress: func(e int, p *depparse.Parser, loss float64) {
			fmt.Fprintf(os.Stderr, "epoch %d: changed on %.3f; dev %v\n", e, loss, scoreTrees(p, tags, dev))
		}}.Train(trees)
	fmt.Fprintf(os.Stderr, "train %v\n", scoreTrees(p, tags, train[:3000]))
	return pack.Save(filepath.Join(root, "nlp", "model", "parse.bin"), p)
}

// wordClusters learns fine and coarse classes of words.
func wordClusters(data string, fine, coarse int) (*depparse.Clusters, error) {
	cache := fmt.Sprintf("/tmp/parse/cl-%d-%d", fine, coarse)
	if f, err := os.Open(cache); err == nil {
		defer f.Close()
		return depparse.ReadClusters(bufio.NewReader(f))
	}
	var text [][]uint32
	n := 0
	if err := plainText(data, func(ws []uint32) {
		text = append(text, append([]uint32(nil), ws...))
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
	c := depparse.NewClusters(keys, x, y)
	f, err := os.Create(cache)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	_, err = c.WriteTo(f)
	return c, err
}

func cpu() float64 {
	var r syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &r)
	return float64(r.Utime.Sec) + float64(r.Utime.Usec)/1e6
}

func cachedSupertags(trees []depparse.Tree) (*depparse.Supertagger, error) {
	cache := os.Getenv("SUPER")
	if cache != "" {
		if f, err := os.Open(cache); err == nil {
			defer f.Close()
			r := bufio.NewReader(f)
			t, err := depparse.ReadSupertagger(r)
			if err != nil {
				return nil, err
			}
			for i := range trees {
				for k := range trees[i].Tokens {
					if err := binary.Read(r, binary.LittleEndian, &trees[i].Tokens[k].Super); err != nil {
						return nil, err
					}
				}
			}
			return t, nil
		}
	}
	t, acc := depparse.Supertag(trees, 4, uint(envInt("SBITS", 17)), 4, 1)
	logf("  supertags %.4f right", acc)
	if cache != "" {
		f, err := os.Create(cache)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		w := bufio.NewWriter(f)
		t.WriteTo(w)
		for i := range trees {
			for k := range trees[i].Tokens {
				binary.Write(w, binary.LittleEndian, trees[i].Tokens[k].Super)
			}
		}
		w.Flush()
	}
	return t, nil
}
