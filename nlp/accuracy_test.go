package nlp_test

import (
	"context"
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/internal/corpus"
	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
	"github.com/onrecord/onrecord/nlp"
)

// f1 counts what was found.
type f1 struct{ right, found, gold int }

func (f f1) score() float64 { return 200 * float64(f.right) / float64(max(1, f.found+f.gold)) }
func (f f1) String() string {
	return fmt.Sprintf("P %.2f R %.2f F1 %.2f (%d gold)", 100*float64(f.right)/float64(max(1, f.found)), 100*float64(f.right)/float64(max(1, f.gold)), f.score(), f.gold)
}

// rawDoc is a document of a treebank, put together from its sentences.
type rawDoc struct {
	id, genre string
	text      string
	words     []corpus.Word // with offsets in text
	ends      []int         // sentence ends, in bytes
	par       []int         // paragraph starts, in bytes
}

func rawDocs(trees []corpus.Tree) []rawDoc {
	var out []rawDoc
	for _, t := range trees {
		d := rawDoc{id: t.ID, genre: t.Genre}
		var b strings.Builder
		for i, s := range t.Sentences {
			if i > 0 {
				if s.Par {
					b.WriteString("\n\n")
				} else {
					b.WriteString(" ")
				}
			}
			at := b.Len()
			if s.Par {
				d.par = append(d.par, at)
			}
			b.WriteString(s.Text)
			for _, w := range s.Words {
				w.Start += at
				w.End += at
				d.words = append(d.words, w)
			}
			d.ends = append(d.ends, d.words[len(d.words)-1].End)
		}
		d.text = b.String()
		out = append(out, d)
	}
	return out
}

func trees(t testing.TB, name string) []corpus.Tree {
	ts, err := corpus.Conllu(corpus.Need(t, "data", name, "dev.conllu.gz"))
	require.NoError(t, err)
	return ts
}

// show prints the n commonest errors if ONRECORD_ERRORS is set.
func show(t *testing.T, what string, errs map[string]int, n int) {
	if os.Getenv("ONRECORD_ERRORS") == "" {
		return
	}
	keys := make([]string, 0, len(errs))
	for k := range errs {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		return errs[keys[i]] > errs[keys[j]] || errs[keys[i]] == errs[keys[j]] && keys[i] < keys[j]
	})
	for _, k := range keys[:min(n, len(keys))] {
		t.Logf("%s %4d %s", what, errs[k], k)
	}
}

func TestTokensAndSentences(t *testing.T) {
	for _, c := range []struct {
		name             string
		tokens, sentence float64
	}{{"ewt", 98.5, 0}, {"gum", 98.5, 90}} {
		var tok, sent f1
		errs, serrs := map[string]int{}, map[string]int{}
		var a nlp.Annotation
		for _, d := range rawDocs(trees(t, c.name)) {
			nlp.Split(nlp.Input{Text: d.text}, &a)
			gold := map[[2]int]bool{}
			for _, w := range d.words {
				gold[[2]int{w.Start, w.End}] = true
			}
			for i, k := range a.Tokens {
				if gold[[2]int{int(k.Start), int(k.End)}] {
					tok.right++
					continue
				}
				lo, hi := int(k.Start), int(k.End)
				for lo > 0 && d.text[lo-1] != ' ' && d.text[lo-1] != '\n' {
					lo--
				}
				for hi < len(d.text) && d.text[hi] != ' ' && d.text[hi] != '\n' {
					hi++
				}
				errs[d.text[lo:hi]+" -> "+a.Word(i)]++
			}
			tok.found += len(a.Tokens)
			tok.gold += len(d.words)
			ends := map[int]bool{}
			for _, e := range d.ends {
				ends[e] = true
			}
			for _, s := range a.Sentences {
				if ends[s.End] {
					sent.right++
					delete(ends, s.End)
				} else {
					serrs["false "+context40(d.text, s.End)]++
				}
			}
			for e := range ends {
				serrs["missed "+context40(d.text, e)]++
			}
			sent.found += len(a.Sentences)
			sent.gold += len(d.ends)
		}
		t.Logf("%s: tokens %v", c.name, tok)
		t.Logf("%s: sentences %v", c.name, sent)
		show(t, c.name+" tokens", errs, 150)
		show(t, c.name+" sentences", serrs, 150)
		require.Greater(t, tok.score(), c.tokens)
		require.Greater(t, sent.score(), c.sentence)
	}
}

func context40(s string, i int) string {
	return strings.ReplaceAll(s[max(0, i-40):i]+" ‖ "+s[i:min(len(s), i+30)], "\n", "⏎")
}

type silverDoc struct {
	text  string
	words []corpus.Word
	ends  []int
}

func silver(t testing.TB) []silverDoc {
	ts, err := corpus.CoreNLP(corpus.Need(t, "data", "polnear", "dev.corenlp.tsv.gz"))
	require.NoError(t, err)
	ds, err := corpus.JSONLines[corpus.Attributed](corpus.Need(t, "data", "polnear", "dev.jsonl.gz"))
	require.NoError(t, err)
	text := map[string]string{}
	for _, d := range ds {
		text[d.ID] = d.Text
	}
	var out []silverDoc
	for _, x := range ts {
		d := silverDoc{text: text[x.ID]}
		for _, s := range x.Sentences {
			d.words = append(d.words, s.Words...)
			d.ends = append(d.ends, s.Words[len(s.Words)-1].End)
		}
		out = append(out, d)
	}
	return out
}

func TestSilver(t *testing.T) {
	b, err := nlp.New(nlp.WithoutParse(), nlp.WithoutCoref())
	require.NoError(t, err)
	var tok, sent f1
	var right, total int
	errs, serrs, nerrs, terrs, lerrs := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	kinds := map[nlp.EntityKind]*f1{nlp.Person: {}, nlp.Organization: {}, nlp.Place: {}, nlp.Misc: {}}
	var lright, ltotal, forgiven, turned, to int
	var a nlp.Annotation
	for _, d := range silver(t) {
		require.NoError(t, b.Annotate(context.Background(), nlp.Input{Text: d.text}, &a))
		byStart := map[int]corpus.Word{}
		for _, w := range d.words {
			byStart[w.Start] = w
		}
		for i, k := range a.Tokens {
			w, ok := byStart[int(k.Start)]
			if !ok || w.End != int(k.End) {
				if !strings.Contains(w.Form, "-") {
					terrs[a.Word(i)+" / "+w.Form]++
				}
				continue
			}
			tok.right++
			total++
			if got, want := k.POS.String(), universal(w); got == want {
				right++
			} else {
				switch {
				case want == "``" && got == "''", want == "''" && got == "``":
					turned++
				case w.XPOS == "TO" && (got == "TO" || got == "IN"):
					to++ // Penn has one tag for both kinds
				}
				errs[w.XPOS+" > "+k.POS.String()+"  "+w.Form]++
			}
			if k.POS.Verb() && k.POS.String() == w.XPOS {
				ltotal++
				if strings.EqualFold(k.Lemma, w.Lemma) {
					lright++
				} else {
					lerrs[w.Form+" "+w.Lemma+" > "+k.Lemma]++
				}
			}
		}
		tok.found += len(a.Tokens)
		tok.gold += len(d.words)
		ends := map[int]bool{}
		for _, e := range d.ends {
			ends[e] = true
		}
		// CoreNLP's known errors: an opening mark glued to the sentence
		// before, and a split behind (D-N.C.).
		known := map[int]bool{}
		for _, e := range d.ends {
			if strings.HasSuffix(d.text[:e], "”") || strings.HasSuffix(d.text[:e], `"`) || strings.HasSuffix(d.text[:e], "“") || strings.HasSuffix(d.text[:e], "'") || strings.HasSuffix(d.text[:e], "‘") || strings.HasSuffix(d.text[:e], "’") {
				at := strings.TrimRightFunc(d.text[:e], func(r rune) bool { return strings.ContainsRune("\"“”'‘’", r) })
				if strings.HasSuffix(at, "\n") || strings.HasSuffix(at, " ") {
					known[e] = true
					known[len(strings.TrimRight(at, " \n"))] = true
				}
			}
			if strings.HasSuffix(d.text[:e], ".)") {
				known[e] = true
			}
		}
		for _, s := range a.Sentences {
			if known[s.End] || !ends[s.End] && strings.HasPrefix(strings.TrimLeft(d.text[s.End:], " "), "\n") {
				continue // where a paragraph ends, a sentence does
			}
			sent.found++
			if ends[s.End] {
				sent.right++
				delete(ends, s.End)
			} else {
				serrs["false "+context40(d.text, s.End)]++
			}
		}
		for e := range ends {
			if !known[e] {
				serrs["missed "+context40(d.text, e)]++
			}
		}
		for _, e := range d.ends {
			if !known[e] {
				sent.gold++
			}
		}
		gold := map[string]bool{}
		// What CoreNLP calls a name in one place and no name at all in
		// another place of the article is its known error.
		called, marked := map[string]bool{}, map[int]bool{}
		for i := 0; i < len(d.words); {
			k := kindOf(d.words[i].NER)
			if k != nlp.NoEntity {
				marked[d.words[i].Start] = true
			}
			j := i + 1
			for j < len(d.words) && d.words[j].NER == d.words[i].NER {
				j++
			}
			if k != nlp.NoEntity {
				// Names run on over paragraphs in the silver.
				called[k.String()+d.text[d.words[i].Start:d.words[j-1].End]] = true
				for x := i; x < j; x++ {
					marked[d.words[x].Start] = true
				}
				if !strings.Contains(d.text[d.words[i].Start:d.words[j-1].End], "\n") {
					gold[fmt.Sprintf("%d-%d-%s", d.words[i].Start, d.words[j-1].End, k)] = true
					kinds[k].gold++
				}
			}
			i = j
		}
		for _, e := range a.Entities {
			f := kinds[e.Kind]
			if f == nil {
				continue
			}
			f.found++
			id := fmt.Sprintf("%d-%d-%s", e.Start, e.End, e.Kind)
			if gold[id] {
				f.right++
				delete(gold, id)
			} else {
				known := called[e.Kind.String()+e.Of(d.text)]
				for x := e.First; x < e.Last; x++ {
					known = known && !marked[int(a.Tokens[x].Start)]
				}
				if known && e.Kind != nlp.Misc {
					forgiven++
				}
				nerrs["false "+e.Kind.String()+" "+e.Of(d.text)+" | "+context40(d.text, e.End)]++
			}
		}
		for id := range gold {
			var s, e int
			var k string
			fmt.Sscanf(strings.ReplaceAll(id, "-", " "), "%d %d %s", &s, &e, &k)
			nerrs["missed "+k+" "+d.text[s:e]+" | "+context40(d.text, e)]++
		}
	}
	pos := 100 * float64(right) / float64(total)
	all := f1{}
	plo := f1{}
	for k, f := range kinds {
		t.Logf("entities %v: %v", k, *f)
		all = f1{all.right + f.right, all.found + f.found, all.gold + f.gold}
		if k != nlp.Misc {
			plo = f1{plo.right + f.right, plo.found + f.found, plo.gold + f.gold}
		}
	}
	t.Logf("tokens (hyphens apart) %v", tok)
	t.Logf("sentences %v", sent)
	t.Logf("POS %.2f of %d aligned tokens; verb lemmas %.2f of %d", pos, total, 100*float64(lright)/float64(ltotal), ltotal)
	t.Logf("POS with one kind of to, as Penn has it: %.2f; whichever way quotation marks face, too: %.2f", 100*float64(right+to)/float64(total), 100*float64(right+to+turned)/float64(total))
	t.Logf("entities person, organization, place: %v", plo)
	plo.found -= forgiven
	t.Logf("the same away from CoreNLP's known errors: %v", plo)
	t.Logf("entities with misc: %v", all)
	show(t, "token", terrs, 40)
	show(t, "POS", errs, 80)
	show(t, "lemma", lerrs, 60)
	show(t, "sentence", serrs, 120)
	show(t, "entity", nerrs, 1500)
	require.Greater(t, pos, 97.7)
	require.Greater(t, sent.score(), 97.0)
	require.Greater(t, plo.score(), 84.0)
}

// universal is CoreNLP's tag in the manner of the Universal Dependencies,
// where the preposition "to" is IN.
func universal(w corpus.Word) string {
	if w.XPOS == "TO" && w.Rel == "case" {
		return "IN"
	}
	return w.XPOS
}

func kindOf(ner string) nlp.EntityKind {
	switch ner {
	case "PERSON":
		return nlp.Person
	case "ORGANIZATION":
		return nlp.Organization
	case "LOCATION":
		return nlp.Place
	case "MISC":
		return nlp.Misc
	}
	return nlp.NoEntity
}

func TestPOSOnGUM(t *testing.T) {
	b, err := nlp.New(nlp.WithoutParse(), nlp.WithoutCoref())
	require.NoError(t, err)
	var a nlp.Annotation
	errs := map[string]int{}
	right, total := map[string]int{}, map[string]int{}
	for _, d := range rawDocs(trees(t, "gum")) {
		require.NoError(t, b.Annotate(context.Background(), nlp.Input{Text: d.text}, &a))
		byStart := map[int]nlp.Token{}
		for _, k := range a.Tokens {
			byStart[int(k.Start)] = k
		}
		for _, w := range d.words {
			k, ok := byStart[w.Start]
			if !ok || int(k.End) != w.End {
				continue
			}
			genre := "other"
			switch d.genre {
			case "news", "interview", "speech":
				genre = "news, interview, speech"
			}
			total[genre]++
			if k.POS.String() == w.XPOS {
				right[genre]++
			} else if genre != "other" {
				errs[w.XPOS+" > "+k.POS.String()+"  "+w.Form]++
			}
		}
	}
	for g := range total {
		t.Logf("%s: %.2f of %d", g, 100*float64(right[g])/float64(total[g]), total[g])
	}
	show(t, "POS", errs, 80)
	g := "news, interview, speech"
	require.Greater(t, 100*float64(right[g])/float64(total[g]), 95.0)
}

// TestNamesOnGUM measures names against those of GUM's mentions that are names,
// as corpus.Names derives them; GUM has no nationalities and the like, so misc
// is left out.
func TestNamesOnGUM(t *testing.T) {
	b, err := nlp.New(nlp.WithoutParse(), nlp.WithoutCoref())
	require.NoError(t, err)
	ts := trees(t, "gum")
	docs := rawDocs(ts)
	var a nlp.Annotation
	errs := map[string]int{}
	kinds := map[nlp.EntityKind]*f1{nlp.Person: {}, nlp.Organization: {}, nlp.Place: {}}
	var all, news f1
	for n, d := range docs {
		require.NoError(t, b.Annotate(context.Background(), nlp.Input{Text: d.text}, &a))
		var ner []string
		for _, s := range corpus.Names(&ts[n]) {
			ner = append(ner, append(s, "|")...)
		}
		gold := map[string]bool{}
		at := 0
		type span struct {
			kind nlp.EntityKind
			s, e int
		}
		var open span
		flush := func() {
			if open.kind != nlp.NoEntity && open.kind != nlp.Misc {
				gold[fmt.Sprint(open)] = true
				kinds[open.kind].gold++
				all.gold++
				if d.genre == "news" {
					news.gold++
				}
			}
			open = span{}
		}
		for _, l := range ner {
			if l == "|" {
				flush()
				continue
			}
			w := d.words[at]
			at++
			k := kindOf(l)
			if k != open.kind {
				flush()
				open = span{k, w.Start, w.End}
			}
			open.e = w.End
		}
		flush()
		for _, e := range a.Entities {
			f := kinds[e.Kind]
			if f == nil {
				continue
			}
			f.found++
			all.found++
			if d.genre == "news" {
				news.found++
			}
			id := fmt.Sprint(span{e.Kind, e.Start, e.End})
			if gold[id] {
				f.right++
				all.right++
				if d.genre == "news" {
					news.right++
				}
				delete(gold, id)
			} else {
				errs["false "+e.Kind.String()+" "+e.Of(d.text)+" | "+context40(d.text, e.End)]++
			}
		}
		for id := range gold {
			var k string
			var s, e int
			fmt.Sscanf(strings.Trim(id, "{}"), "%s %d %d", &k, &s, &e)
			errs["missed "+k+" "+d.text[s:e]+" | "+context40(d.text, e)]++
		}
	}
	for k, f := range kinds {
		t.Logf("GUM %v: %v", k, *f)
	}
	t.Logf("GUM person, organization, place: %v; news alone: %v", all, news)
	show(t, "name", errs, 250)
	require.Greater(t, all.score(), 60.0)
}
