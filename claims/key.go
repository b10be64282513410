package claims

import (
	"sort"
	"strconv"
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// key is the normal form of p: what it compares, or its content words.
//
// A superlative is the same question whoever asks it, so it is keyed by its
// phrase alone: "New York is the safest big city in America" and "we did not
// become the safest big city in America by chance" share one.
func (ar *article) key(p *proposition, c *Claim) string {
	a := ar.a
	if s, ok := ar.superlativeIn(p.first, p.last); ok && s.last-s.first >= 4 && !readings[a.Tokens[s.head].Lemma] {
		var w []string
		for k := s.first; k < s.last; k++ {
			if t := &a.Tokens[k]; t.POS != nlp.DT && !isMark(a, k) {
				w = append(w, strings.ToLower(t.Lemma))
			}
		}
		return strings.Clone(strings.Join(w, " ")) // one lemma alone would not be copied
	}
	w := ar.content(p)
	if c.Negative {
		w = append(w, "not")
	}
	sort.Strings(w)
	out := w[:0]
	for _, x := range w {
		if len(out) == 0 || out[len(out)-1] != x {
			out = append(out, x)
		}
	}
	return strings.Clone(strings.Join(out, " "))
}

// readings are what a superlative says of some quantity, which is named
// elsewhere: "the lowest level in two years".
var readings = set("level total rate number figure point price share high low amount count pace rise fall increase decline drop jump loss gain profit value score result reading margin toll")

// content lists the content words of p in normal form, names in full.
func (ar *article) content(p *proposition) []string {
	a := ar.a
	var w []string
	for k := p.first; k < p.last; k++ {
		t := &a.Tokens[k]
		low := strings.ToLower(t.Lemma)
		if low == "%" {
			low = "percent"
		}
		switch {
		case t.POS == nlp.CD:
			if v, ok := figures(a.Word(k)); ok {
				w = append(w, strconv.FormatFloat(v, 'g', -1, 64))
			} else {
				w = append(w, low)
			}
		case t.POS.Noun(), t.POS == nlp.JJ, t.POS == nlp.JJR, t.POS == nlp.JJS:
			w = append(w, low)
		case t.POS.Verb() && !auxiliary[low] && !saying[low]:
			w = append(w, low)
		case t.POS == nlp.PRP:
			if m := ar.mentionOf(k, k+1); m >= 0 {
				if ch := a.Mentions[m].Chain; ch >= 0 && a.Chains[ch].Name != "" {
					for _, x := range strings.Fields(a.Chains[ch].Name) {
						w = append(w, strings.ToLower(strings.Trim(x, `“”"`)))
					}
				}
			}
		}
	}
	return w
}

var auxiliary = set("be have do get go will would can could may might shall should must become")

var saying = set("say tell add state claim note report announce")

// link gives claims that say the same the same key: those whose content words
// are nearly the same and whose numbers agree.
func (ar *article) link(cs []Claim) {
	type bag struct {
		words   map[string]bool
		numbers string
	}
	bags := make([]bag, len(cs))
	for i := range cs {
		b := bag{words: map[string]bool{}}
		for _, x := range strings.Fields(cs[i].Key) {
			b.words[x] = true
			if x[0] >= '0' && x[0] <= '9' {
				b.numbers += x + " "
			}
		}
		bags[i] = b
		if len(b.words) < 4 {
			continue
		}
		for j := 0; j < i; j++ {
			if cs[j].Key == cs[i].Key || bags[j].numbers != b.numbers || len(bags[j].words) < 4 || cs[i].Negative != cs[j].Negative {
				continue
			}
			both := 0
			for x := range b.words {
				if bags[j].words[x] {
					both++
				}
			}
			if both*100 >= 75*(len(b.words)+len(bags[j].words)-both) {
				cs[i].Key = cs[j].Key
				bags[i] = bags[j]
				break
			}
		}
	}
}
