package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/internal/depparse"
	"github.com/onrecord/onrecord/internal/linear"
	pack "github.com/onrecord/onrecord/internal/model"
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

// tagger is a small tagger for jackknifing.
type jackTagger struct{ t *linear.Table }

func tagFeatures(form []string, f *linear.Features) {
	at := func(i int) string {
		if i < 0 || i >= len(form) {
			return "\x00"
		}
		return form[i]
	}
	for i, w := range form {
		l := strings.ToLower(w)
		f.Add(linear.F1(0, 0), linear.F1(1, linear.String(w)), linear.F1(2, linear.String(l)))
		for k := 1; k <= 4; k++ {
			if len(l) > k {
				f.Add(linear.F1(uint32(2+k), linear.String(l[len(l)-k:])), linear.F1(uint32(12+k), linear.String(l[:k])))
			}
		}
		p, q, pp, qq := linear.Lower(at(i-1)), linear.Lower(at(i+1)), linear.Lower(at(i-2)), linear.Lower(at(i+2))
		x := linear.Lower(w)
		f.Add(linear.F1(20, p), linear.F1(21, q), linear.F1(22, pp), linear.F1(23, qq), linear.F2(24, p, x), linear.F2(25, x, q), linear.F2(26, p, q), linear.F2(27, pp, p), linear.F2(28, q, qq))
		sh := uint32(0)
		for _, c := range w {
			switch {
			case 'A' <= c && c <= 'Z':
				sh |= 1
			case '0' <= c && c <= '9':
				sh |= 2
			case c == '-':
				sh |= 4
			case 'a' <= c && c <= 'z':
				sh |= 8
			default:
				sh |= 16
			}
		}
		first := uint32(0)
		if w != "" && w[0] >= 'A' && w[0] <= 'Z' {
			first = 1
		}
		start := uint32(0)
		if i == 0 {
			start = 1
		}
		f.Add(linear.F1(30, sh), linear.F2(31, first, start), linear.F3(32, first, start, linear.String(l[max(0, len(l)-2):])))
		n1 := at(i + 1)
		if len(n1) > 2 {
			f.Add(linear.F1(33, linear.Lower(n1[len(n1)-2:])))
		}
		if p1 := at(i - 1); len(p1) > 2 {
			f.Add(linear.F1(34, linear.Lower(p1[len(p1)-2:])))
		}
		f.Next()
	}
}

func trainTagger(data []depSentence, epochs int) *jackTagger {
	const n = 56
	p := linear.NewPerceptron(18, n)
	var f linear.Features
	sc := make([]float32, n)
	var rows []uint32
	for range epochs {
		for _, s := range data {
			f.Reset()
			tagFeatures(s.form, &f)
			p1, p2 := uint32(0), uint32(0)
			for i := range s.form {
				rows = append(append(rows[:0], f.At(i)...), linear.F1(40, p1), linear.F2(41, p1, p2), linear.F2(42, p1, linear.Lower(s.form[i])))
				p.Scores(sc, rows)
				best := 1
				for k := 1; k < n; k++ {
					if sc[k] > sc[best] {
						best = k
					}
				}
				g := int(s.gold[i])
				if best != g {
					p.Update(g, rows, 1)
					p.Update(best, rows, -1)
				}
				p.Step()
				p2, p1 = p1, uint32(best)
			}
		}
	}
	return &jackTagger{t: p.Table()}
}

func (t *jackTagger) tag(s *depSentence) (right int) {
	var f linear.Features
	tagFeatures(s.form, &f)
	acc := make([]int32, 56)
	p1, p2 := uint32(0), uint32(0)
	s.tag = make([]nlp.POS, len(s.form))
	for i := range s.form {
		rows := append(append([]uint32(nil), f.At(i)...), linear.F1(40, p1), linear.F2(41, p1, p2), linear.F2(42, p1, linear.Lower(s.form[i])))
		clear(acc)
		t.t.Add(acc, rows)
		best := 1
		for k := 1; k < 56; k++ {
			if acc[k] > acc[best] {
				best = k
			}
		}
		s.tag[i] = nlp.POS(best)
		if s.tag[i] == s.gold[i] {
			right++
		}
		p2, p1 = p1, uint32(best)
	}
	return
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

func toTrees(tags *depparse.Tags, data []depSentence, weight int32) []depparse.Tree {
	var out []depparse.Tree
	for _, s := range data {
		t := depparse.Tree{Weight: weight}
		for i := range s.form {
			t.Tokens = append(t.Tokens, tags.Token(s.form[i], uint8(s.tag[i])))
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
		for i := range s.form {
			tok = append(tok, tags.Token(s.form[i], uint8(s.tag[i])))
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

func init() {
	models = append(models, model{"parse", buildParse})
}

func buildParse(root, data string) error {
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
		return trainParse(root, train, dev)
	}
	const folds = 5
	right, all := 0, 0
	for k := range folds {
		var in []depSentence
		for i := range train {
			if i*folds/len(train) != k {
				in = append(in, train[i])
			}
		}
		t := trainTagger(in, 3)
		for i := range train {
			if i*folds/len(train) == k {
				right += t.tag(&train[i])
				all += len(train[i].form)
			}
		}
	}
	fmt.Fprintf(os.Stderr, "jackknifed tags %.2f\n", 100*float64(right)/float64(all))
	t := trainTagger(train, 3)
	right, all = 0, 0
	for i := range dev {
		right += t.tag(&dev[i])
		all += len(dev[i].form)
	}
	fmt.Fprintf(os.Stderr, "dev tags %.2f\n", 100*float64(right)/float64(all))
	var x [2][][]nlp.POS
	for k, d := range [][]depSentence{train, dev} {
		for i := range d {
			x[k] = append(x[k], d[i].tag)
		}
	}
	b, _ := json.Marshal(x)
	os.WriteFile(cache, b, 0o644)
	return trainParse(root, train, dev)
}

func envInt(n string, d int) int {
	if x, err := strconv.Atoi(os.Getenv(n)); err == nil {
		return x
	}
	return d
}

func trainParse(root string, train, dev []depSentence) error {
	if os.Getenv("GOLDTAGS") != "" {
		for _, d := range [][]depSentence{train, dev} {
			for i := range d {
				d[i].tag = d[i].gold
			}
		}
	}
	tags := depparse.NewTags(posNames())
	trees := toTrees(tags, train, 10)
	p := depparse.Training{MoveBits: uint(envInt("BITS", 20)), RelBits: 16, Relations: 51, Beam: envInt("BEAM", 8), Epochs: envInt("EPOCHS", 4), Seed: 1, Cutoff: 2, Every: 1,
		Progress: func(e int, p *depparse.Parser, loss float64) {
			fmt.Fprintf(os.Stderr, "epoch %d: changed on %.3f; dev %v\n", e, loss, scoreTrees(p, tags, dev))
		}}.Train(trees)
	fmt.Fprintf(os.Stderr, "train %v\n", scoreTrees(p, tags, train[:3000]))
	return pack.Save(filepath.Join(root, "nlp", "model", "parse.bin"), p)
}
