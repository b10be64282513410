package nlp

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/internal/words"
)

// attachment counts heads and relations: those of the treebank, those found,
// and those found rightly.
type attachment struct{ gold, found, head, both int }

func (x attachment) uas() float64 { return 200 * float64(x.head) / float64(x.gold+x.found) }
func (x attachment) las() float64 { return 200 * float64(x.both) / float64(x.gold+x.found) }

// goldRel is the treebank's relation in our inventory.
func goldRel(s string) Rel {
	switch s {
	case "obl:unmarked":
		return OblNpmod
	case "nmod:unmarked":
		return NmodNpmod
	}
	return ParseRel(s)
}

// TestParseAccuracy measures the parser on the dev parts of EWT and GUM: on
// the treebanks' tokens and sentences with our own tags, and from raw text, as
// F1 over tokens of the same place (the measure of CoNLL's shared tasks).
func TestParseAccuracy(t *testing.T) {
	var tokens, raw, noPunct, news attachment
	rels := map[Rel]*attachment{}
	b, err := New(WithoutEntities(), WithoutCoref())
	require.NoError(t, err)
	for _, name := range []string{"ewt", "gum"} {
		docs, err := corpus.Conllu(corpus.Need(t, "data", name, "dev.conllu.gz"))
		require.NoError(t, err)
		for _, d := range docs {
			var text strings.Builder
			var gold []corpus.Word
			var first []int // of each word's sentence
			a, own := &Annotation{}, &Annotation{}
			for i, s := range d.Sentences {
				if i > 0 {
					text.WriteString(map[bool]string{true: "\n\n", false: " "}[s.Par])
				}
				at := text.Len()
				text.WriteString(s.Text)
				from := len(gold)
				for _, w := range s.Words {
					w.Start, w.End = w.Start+at, w.End+at
					gold = append(gold, w)
					first = append(first, from)
					a.Tokens = append(a.Tokens, Token{Start: int32(w.Start), End: int32(w.End), Head: -1, Sentence: int32(i)})
				}
				a.Sentences = append(a.Sentences, Sentence{First: from, Last: len(gold)})
			}
			a.Text = text.String()
			// On the treebank's tokens.
			ws, tags := make([]words.Word, len(gold)), make([]uint8, len(gold))
			for i := range ws {
				ws[i].Set(gold[i].Form)
			}
			quotes := 0
			w := workspaces.Get().(*workspace)
			for _, s := range a.Sentences {
				b.lists.lookUp(ws[s.First:s.Last])
				words.CaseOf(ws[s.First:s.Last])
				quotes = a.marks(&s, tags[s.First:s.Last], quotes)
				b.tagger.Tag(ws[s.First:s.Last], tags[s.First:s.Last], &w.pos)
				for i := s.First; i < s.Last; i++ {
					a.Tokens[i].POS = POS(tags[i])
				}
			}
			b.parse(a, ws, &w.parse)
			workspaces.Put(w)
			for i := range gold {
				h := -1
				if gold[i].Head > 0 {
					h = first[i] + gold[i].Head - 1
				}
				g, f := goldRel(gold[i].Rel), a.Tokens[i].Rel
				one := attachment{1, 1, 0, 0}
				if int(a.Tokens[i].Head) == h {
					one.head = 1
					if g == f {
						one.both = 1
					}
				}
				tokens.add(one)
				if g != Punct {
					noPunct.add(one)
				}
				if d.Genre == "news" || d.Genre == "interview" || d.Genre == "speech" {
					news.add(one)
				}
				for _, r := range [2]Rel{g, f} {
					if rels[r] == nil {
						rels[r] = &attachment{}
					}
				}
				rels[g].gold++
				rels[f].found++
				rels[g].head += one.head
				rels[g].both += one.both
			}
			// From raw text.
			require.NoError(t, b.Annotate(context.Background(), Input{Text: a.Text}, own))
			at := map[[2]int32]int{}
			for i, x := range own.Tokens {
				at[[2]int32{x.Start, x.End}] = i
			}
			raw.gold += len(gold)
			raw.found += len(own.Tokens)
			for i := range gold {
				k, ok := at[[2]int32{int32(gold[i].Start), int32(gold[i].End)}]
				if !ok {
					continue
				}
				h := int32(-1)
				if gold[i].Head > 0 {
					g := gold[first[i]+gold[i].Head-1]
					j, ok := at[[2]int32{int32(g.Start), int32(g.End)}]
					if !ok {
						continue
					}
					h = int32(j)
				}
				if own.Tokens[k].Head == h {
					raw.head++
					if own.Tokens[k].Rel == goldRel(gold[i].Rel) {
						raw.both++
					}
				}
			}
		}
	}
	t.Logf("treebank's tokens, own tags: UAS %.2f LAS %.2f", tokens.uas(), tokens.las())
	t.Logf("  without punctuation:       UAS %.2f LAS %.2f", noPunct.uas(), noPunct.las())
	t.Logf("  news, interviews, speech:  UAS %.2f LAS %.2f", news.uas(), news.las())
	t.Logf("from raw text:               UAS %.2f LAS %.2f", raw.uas(), raw.las())
	for r := Rel(1); r < numRel; r++ {
		if x := rels[r]; x != nil && x.gold >= 50 {
			t.Logf("  %-13s %5d: head right %.3f, P %.3f R %.3f", r, x.gold, float64(x.head)/float64(x.gold), float64(x.both)/float64(max(1, x.found)), float64(x.both)/float64(x.gold))
		}
	}
	require.Greater(t, tokens.uas(), 85.0)
	require.Greater(t, tokens.las(), 81.5)
}

func (x *attachment) add(y attachment) {
	x.gold += y.gold
	x.found += y.found
	x.head += y.head
	x.both += y.both
}
