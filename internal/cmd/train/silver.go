package main

import (
	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/internal/depparse"
	"github.com/onrecord/onrecord/internal/postag"
	"github.com/onrecord/onrecord/nlp"
)

// silverRel tells what to make of CoreNLP's relations (Universal Dependencies,
// version 1): whether the head is the same in version 2, and the relation
// there, NoRel where it depends.
func silverRel(rel string, dep, head nlp.POS) (sameHead bool, r nlp.Rel) {
	switch rel {
	case "nsubj", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "aux", "mark", "case", "det", "amod", "nummod", "nmod:poss", "csubj", "expl", "compound:prt", "cop":
		return true, nlp.ParseRel(rel)
	case "nsubjpass":
		return true, nlp.NsubjPass
	case "csubjpass":
		return true, nlp.CsubjPass
	case "dobj":
		return true, nlp.Obj
	case "auxpass":
		return true, nlp.AuxPass
	case "neg":
		if dep == nlp.DT {
			return true, nlp.Det
		}
		return true, nlp.Advmod
	case "nmod", "nmod:tmod", "nmod:npmod", "advmod", "iobj", "conj", "appos", "det:predet":
		return true, nlp.NoRel
	case "compound":
		return !dep.Proper(), nlp.NoRel
	}
	return false, nlp.NoRel
}

// silverTrees parses one in every articles of PolNeAR with p and with CoreNLP's trees as advice, and
// returns the sentences on which the two agree well.
func silverTrees(data, part string, every int, p *depparse.Parser, t *postag.Tagger, bonus int32, least float64) ([]depSentence, error) {
	trees, text, err := annotatedPolnear(data, part)
	if err != nil {
		return nil, err
	}
	tags := posTags()
	var out []depSentence
	var a nlp.Annotation
	var w depparse.Work
	var sc postag.Scratch
	w.Bonus = bonus
	agree, advised, kept, all := 0, 0, 0, 0
	for n, d := range trees {
		if n%every != 0 {
			continue
		}
		nlp.Split(nlp.Input{Text: text[d.ID]}, &a)
		// Silver words by their end, with the index of their head in flat.
		type word struct {
			corpus.Word
			head, own int // head in flat, our token: -1 for none
		}
		var flat []word
		for _, s := range d.Sentences {
			base := len(flat)
			for _, x := range s.Words {
				h := -1
				if x.Head > 0 {
					h = base + x.Head - 1
				}
				flat = append(flat, word{x, h, -1})
			}
		}
		of := make([]int, len(a.Tokens))
		k := 0
		for i, tok := range a.Tokens {
			of[i] = -1
			for k < len(flat) && flat[k].End <= int(tok.Start) {
				k++
			}
			if k < len(flat) && flat[k].Start == int(tok.Start) && flat[k].End == int(tok.End) {
				of[i], flat[k].own = k, i
			}
		}
		marks := nlp.MarkTags(&a)
		for _, s := range a.Sentences {
			n := s.Last - s.First
			if n < 4 || n > 70 {
				continue
			}
			var x depSentence
			for i := s.First; i < s.Last; i++ {
				x.form = append(x.form, a.Word(i))
				x.fixed = append(x.fixed, uint8(marks[i]))
			}
			if err := x.setWords(); err != nil {
				return nil, err
			}
			x.gold = x.fixed // not known
			x.setTags(t, &sc)
			tok := x.tokens(nil, tags)
			want, rels := make([]int32, n), make([]nlp.Rel, n)
			for i := range n {
				want[i] = -2
				f := of[s.First+i]
				if f < 0 || flat[f].head < 0 {
					continue
				}
				h := flat[flat[f].head].own
				if h < s.First || h >= s.Last {
					continue
				}
				same, r := silverRel(flat[f].Rel, nlp.ParsePOS(flat[f].XPOS), nlp.ParsePOS(flat[flat[f].head].XPOS))
				if same {
					want[i], rels[i] = int32(h-s.First), r
				}
			}
			w.Want = want
			head, rel := make([]int32, n), make([]uint8, n)
			p.Parse(tok, &w, head, rel, uint8(nlp.Root), uint8(nlp.Parataxis))
			ok, adv := 0, 0
			for i := range n {
				if want[i] >= 0 {
					adv++
					if want[i] == head[i] {
						ok++
						if rels[i] != nlp.NoRel {
							rel[i] = uint8(rels[i])
						}
					}
				}
			}
			x.head, x.rel = head, rel
			agree, advised, all = agree+ok, advised+adv, all+1
			if adv*2 < n || float64(ok) < least*float64(adv) {
				continue
			}
			kept++
			out = append(out, x)
		}
	}
	logf("  silver: %d of %d sentences kept; %.4f of %d heads as CoreNLP has them", kept, all, float64(agree)/float64(advised), advised)
	return out, nil
}
