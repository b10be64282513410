package main

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	pack "github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/internal/postag"
	"github.com/onrecord/onrecord/internal/words"
	"github.com/onrecord/onrecord/nlp"
)

const (
	posClasses = int(nlp.XX) + 1
	// posDropout is how many of 100 features the tagger learns without each
	// time. With none it knows 99.2% of its training data's ambiguous words and
	// .14 less of the tags of PolNeAR's dev set, .44 less of GUM's news.
	posDropout = 15
)

// buildPOS trains the part-of-speech tagger. MASC is left out: its tags are
// corrected in part only, and with it every figure falls (by .3 on PolNeAR,
// .6 on GUM and 1.5 on EWT).
func buildPOS(root, data string) error {
	skip := os.Getenv("ONRECORD_SKIP") // corpora to leave out, to see what each brings
	var train []postag.Sentence
	add := func(name string, times int, get func() ([]tagged, error)) error {
		if strings.Contains(skip, name) {
			return nil
		}
		ss, err := get()
		if err != nil {
			return err
		}
		n := 0
		for k := range ss {
			n += len(ss[k].forms)
			x := toPOS(&ss[k])
			for range times {
				train = append(train, x)
			}
			// Headlines: the same words in capitals.
			if k%25 == 0 {
				train = append(train, toPOS(recase(&ss[k], strings.ToUpper)))
			}
			if k%25 == 12 {
				train = append(train, toPOS(recase(&ss[k], headline)))
			}
		}
		logf("  %s: %d sentences, %d tokens", name, len(ss), n)
		return nil
	}
	for _, c := range []struct {
		name  string
		times int
		get   func() ([]tagged, error)
	}{
		{"polnear", 4, func() ([]tagged, error) { return polnear(data, "train") }},
		{"gum", 3, func() ([]tagged, error) { return universal(filepath.Join(data, "gum", "train.conllu.gz")) }},
		{"ewt", 2, func() ([]tagged, error) { return universal(filepath.Join(data, "ewt", "train.conllu.gz")) }},
		{"wsj", 1, func() ([]tagged, error) { return wsj(data) }},
	} {
		if err := add(c.name, c.times, c.get); err != nil {
			return err
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	t := postag.Train(train, 18, posClasses, 6, 20, posDropout, rng.Shuffle, func(e int, acc float64) { logf("  epoch %d: %.4f of the ambiguous words in train", e, acc) })
	var scratch postag.Scratch
	for _, c := range []struct {
		name string
		get  func() ([]tagged, error)
	}{
		{"polnear", func() ([]tagged, error) { return polnear(data, "dev") }},
		{"gum", func() ([]tagged, error) { return universal(filepath.Join(data, "gum", "dev.conllu.gz")) }},
		{"ewt", func() ([]tagged, error) { return universal(filepath.Join(data, "ewt", "dev.conllu.gz")) }},
	} {
		ss, err := c.get()
		if err != nil {
			return err
		}
		right, total := 0, 0
		news, newsTotal := 0, 0
		for k := range ss {
			x := toPOS(&ss[k])
			t.Tag(x.Words, x.Fixed, &scratch)
			for i, g := range x.Tags {
				if g == 0 {
					continue
				}
				if !ss[k].words()[i].Pun {
					total++
					if x.Fixed[i] == g {
						right++
					} else if os.Getenv("ONRECORD_ERRORS") != "" {
						logf("ERR %s %v > %v\t%s", c.name, nlp.POS(g), nlp.POS(x.Fixed[i]), ss[k].forms[i])
					}
				}
				switch ss[k].genre {
				case "news", "interview", "speech":
					newsTotal++
					if x.Fixed[i] == g {
						news++
					}
				}
			}
		}
		logf("  %s dev: %.2f%% of %d words; news, interviews and speeches, with marks: %.2f%% of %d", c.name, 100*float64(right)/float64(total), total, 100*float64(news)/float64(max(1, newsTotal)), newsTotal)
	}
	return pack.Save(filepath.Join(root, "nlp", "model", "pos.bin"), t)
}

func toPOS(s *tagged) postag.Sentence {
	x := postag.Sentence{Words: s.words(), Tags: make([]uint8, len(s.tags)), Fixed: s.fixedTags()}
	for i, t := range s.tags {
		x.Tags[i] = uint8(t)
	}
	if err := nlp.LookUp(x.Words); err != nil {
		panic(err) // the model was built a moment ago
	}
	words.CaseOf(x.Words)
	return x
}

// recase returns s with its words' case changed.
func recase(s *tagged, f func(string) string) *tagged {
	x := *s
	x.forms = make([]string, len(s.forms))
	for i, w := range s.forms {
		x.forms[i] = f(w)
	}
	return &x
}

// headline capitalises a word of more than three letters, as title case does.
func headline(w string) string {
	if len(w) > 3 && w[0] >= 'a' && w[0] <= 'z' || len(w) > 1 && w != "of" && w != "to" && w != "in" && w != "for" && w != "and" && w != "the" && w != "on" && w != "a" && w != "an" && w[0] >= 'a' && w[0] <= 'z' {
		return strings.ToUpper(w[:1]) + w[1:]
	}
	return w
}
