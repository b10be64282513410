package prose

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	upstream "github.com/jdkato/prose/v2"
	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/nlp"
)

type document struct {
	text  string
	genre string
	words []corpus.Word
	ends  map[int]bool
}

// load reads dev data: of a treebank its text, put together from sentences.
func load(t *testing.T, name string) []document {
	var out []document
	if name != "polnear" {
		ts, err := corpus.Conllu(corpus.Need(t, "data", name, "dev.conllu.gz"))
		require.NoError(t, err)
		for _, x := range ts {
			d := document{genre: x.Genre, ends: map[int]bool{}}
			var b strings.Builder
			for i, s := range x.Sentences {
				switch {
				case i == 0:
				case s.Par:
					b.WriteString("\n\n")
				default:
					b.WriteString(" ")
				}
				at := b.Len()
				b.WriteString(s.Text)
				for _, w := range s.Words {
					w.Start += at
					w.End += at
					d.words = append(d.words, w)
				}
				d.ends[d.words[len(d.words)-1].End] = true
			}
			d.text = b.String()
			out = append(out, d)
		}
		return out
	}
	ts, err := corpus.CoreNLP(corpus.Need(t, "data", "polnear", "dev.corenlp.tsv.gz"))
	require.NoError(t, err)
	ds, err := corpus.JSONLines[corpus.Attributed](corpus.Need(t, "data", "polnear", "dev.jsonl.gz"))
	require.NoError(t, err)
	text := map[string]string{}
	for _, d := range ds {
		text[d.ID] = d.Text
	}
	for _, x := range ts {
		d := document{text: text[x.ID], genre: "news", ends: map[int]bool{}}
		for _, s := range x.Sentences {
			d.words = append(d.words, s.Words...)
			d.ends[s.Words[len(s.Words)-1].End] = true
		}
		out = append(out, d)
	}
	return out
}

// locate gives the tokens of prose itself places in text, searching forward,
// with prose's replacement of quotation marks undone.
func locate(text string, toks []upstream.Token) [][2]int {
	out := make([][2]int, len(toks))
	at := 0
	for i, k := range toks {
		out[i] = [2]int{-1, -1}
		for try := at; try < len(text) && try < at+200; try++ {
			j, ok := try, true
			for _, r := range k.Text {
				if j >= len(text) {
					ok = false
					break
				}
				c := string(r)
				switch rest := text[j:]; {
				case strings.HasPrefix(rest, c):
					j += len(c)
				case r == '"' && (strings.HasPrefix(rest, "“") || strings.HasPrefix(rest, "”")), r == '\'' && (strings.HasPrefix(rest, "‘") || strings.HasPrefix(rest, "’")):
					j += 3
				default:
					ok = false
				}
				if !ok {
					break
				}
			}
			if ok {
				out[i] = [2]int{try, j}
				at = j
				break
			}
		}
	}
	return out
}

// TestFigures prints the figures of prose by itself and of the adapter for
// docs/accuracy.md. It takes minutes, and runs only with ONRECORD_PROSE=1.
func TestFigures(t *testing.T) {
	if os.Getenv("ONRECORD_PROSE") == "" {
		t.Skip("set ONRECORD_PROSE=1 to measure prose")
	}
	p, err := New(WithOptions(nlp.WithoutParse(), nlp.WithoutCoref()))
	require.NoError(t, err)
	for _, name := range []string{"ewt", "gum", "polnear"} {
		var tok, sent, ent, aent [3]int // right, found, gold
		var pos, apos [2]int
		for _, d := range load(t, name) {
			doc, err := upstream.NewDocument(d.text, upstream.UsingModel(p.model), upstream.WithExtraction(name == "polnear"))
			require.NoError(t, err)
			at := map[[2]int]string{}
			scored := name != "gum" || d.genre == "news" || d.genre == "interview" || d.genre == "speech"
			for _, w := range d.words {
				tag := w.XPOS
				if tag == "TO" && w.Rel == "case" {
					tag = "IN"
				}
				at[[2]int{w.Start, w.End}] = tag
			}
			toks := doc.Tokens()
			places := locate(d.text, toks)
			for i, x := range places {
				if tag, ok := at[x]; ok {
					tok[0]++
					if scored {
						pos[1]++
						if toks[i].Tag == tag || tag == "HYPH" && toks[i].Tag == "-" || toks[i].Tag == "TO" && tag == "IN" {
							pos[0]++
						}
					}
				}
			}
			tok[1] += len(toks)
			tok[2] += len(d.words)
			from := 0
			for _, s := range doc.Sentences() {
				trimmed := strings.TrimSpace(s.Text)
				i := strings.Index(d.text[from:], trimmed)
				if i < 0 {
					continue
				}
				from += i + len(trimmed)
				sent[1]++
				if d.ends[from] {
					sent[0]++
				}
			}
			sent[2] += len(d.ends)
			var a nlp.Annotation
			require.NoError(t, p.Annotate(context.Background(), nlp.Input{Text: d.text}, &a))
			for _, k := range a.Tokens {
				if tag, ok := at[[2]int{int(k.Start), int(k.End)}]; ok && scored {
					apos[1]++
					if k.POS.String() == tag || k.POS == nlp.TO && tag == "IN" {
						apos[0]++
					}
				}
			}
			if name != "polnear" {
				continue
			}
			gold := map[string]bool{}
			for i := 0; i < len(d.words); {
				j := i + 1
				for j < len(d.words) && d.words[j].NER == d.words[i].NER {
					j++
				}
				if k := d.words[i].NER; k == "PERSON" || k == "LOCATION" || k == "ORGANIZATION" {
					gold[fmt.Sprintf("%s %d %d", strings.ToLower(k)[:3], d.words[i].Start, d.words[j-1].End)] = true
				}
				i = j
			}
			ent[2] += len(gold)
			aent[2] += len(gold)
			k := 0
			for _, e := range doc.Entities() {
				parts := strings.Fields(e.Text)
				for k < len(toks) && toks[k].Text != parts[0] {
					k++
				}
				if k+len(parts) > len(toks) {
					break
				}
				ent[1]++
				kind := strings.ToLower(e.Label)[:3]
				if kind == "gpe" || kind == "gsp" || kind == "fac" {
					kind = "loc"
				}
				if gold[fmt.Sprintf("%s %d %d", kind, places[k][0], places[k+len(parts)-1][1])] {
					ent[0]++
				}
				k += len(parts)
			}
			for _, e := range a.Entities {
				if e.Kind > nlp.Place {
					continue
				}
				aent[1]++
				kind := map[nlp.EntityKind]string{nlp.Person: "per", nlp.Organization: "org", nlp.Place: "loc"}[e.Kind]
				if gold[fmt.Sprintf("%s %d %d", kind, e.Start, e.End)] {
					aent[0]++
				}
			}
		}
		f1 := func(x [3]int) float64 { return 200 * float64(x[0]) / float64(max(1, x[1]+x[2])) }
		t.Logf("%s: prose by itself: tokens %.2f, sentences %.2f, POS %.2f of %d aligned, entities %.2f; adapter: POS %.2f, entities %.2f", name, f1(tok), f1(sent), 100*float64(pos[0])/float64(max(1, pos[1])), pos[1], f1(ent), 100*float64(apos[0])/float64(max(1, apos[1])), f1(aent))
	}
}
