package nlp

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// tree makes an annotation of one sentence from lines "word tag relation
// head", heads counted from 1.
func tree(t testing.TB, lines string) *Annotation {
	a := &Annotation{}
	var text strings.Builder
	for _, l := range strings.Split(strings.TrimSpace(lines), "\n") {
		f := strings.Fields(l)
		require.Len(t, f, 4, l)
		if text.Len() > 0 {
			text.WriteByte(' ')
		}
		head := int32(0)
		for _, c := range f[3] {
			head = head*10 + c - '0'
		}
		tok := Token{Start: int32(text.Len()), POS: ParsePOS(f[1]), Rel: ParseRel(f[2]), Head: head - 1}
		require.NotEqual(t, NoPOS, tok.POS, l)
		text.WriteString(f[0])
		tok.End = int32(text.Len())
		a.Tokens = append(a.Tokens, tok)
	}
	a.Text = text.String()
	a.Sentences = []Sentence{{First: 0, Last: len(a.Tokens)}}
	a.Sentences[0].End = len(a.Text)
	return a
}

func (a *Annotation) words(r Range) string {
	s := a.Span(r.First, r.Last)
	return a.Text[s.Start:s.End]
}

func word(a *Annotation, i int) string {
	if i < 0 {
		return ""
	}
	return a.Word(i)
}

func find(t testing.TB, a *Annotation, w string) int {
	for i := range a.Tokens {
		if a.Word(i) == w {
			return i
		}
	}
	t.Fatalf("no word %q", w)
	return -1
}

const said = `
The DT det 2
mayor NN nsubj 7
, , punct 4
Ann NNP appos 2
Lee NNP flat 4
, , punct 4
said VBD root 0
on IN case 9
Monday NNP obl 7
that IN mark 15
the DT det 12
city NN nsubj 15
had VBD aux 15
not RB advmod 15
received VBN ccomp 7
the DT det 17
money NN obj 15
it PRP nsubj:pass 20
was VBD aux:pass 20
promised VBN acl:relcl 17
. . punct 7`

const parenthesis = `
Prices NNS nsubj 3
will MD aux 3
rise VB root 0
, , punct 6
she PRP nsubj 6
said VBD parataxis 3
, , punct 6
before IN mark 10
they PRP nsubj 10
fall VBP advcl 3
. . punct 3`

const coordinated = `
Roe NNP nsubj 2
sat VBD root 0
, , punct 5
but CC cc 5
refused VBD conj 2
to TO mark 7
speak VB xcomp 5
because IN mark 11
nobody NN nsubj 11
had VBD aux 11
asked VBN advcl 7
her PRP obj 11
politely RB advmod 11
. . punct 2`

const by = `
Even RB advmod 4
in IN case 4
the DT det 4
town NN obl 9
of IN case 6
Ebb NNP nmod 4
nothing NN nsubj:pass 9
was VBD aux:pass 9
seen VBN root 0
by IN case 12
the DT det 12
clerk NN obl:agent 9
who WP nsubj 14
sleeps VBZ acl:relcl 12
and CC cc 17
his PRP$ nmod:poss 17
cat NN conj 12
. . punct 9`

const colon = `
Roe NNP nsubj 2
wrote VBD root 0
: : punct 2
" ` + "``" + ` punct 7
It PRP nsubj 7
is VBZ cop 7
over JJ parataxis 2
. . punct 7
" '' punct 7`

func TestSubject(t *testing.T) {
	for _, x := range []struct{ tree, verb, subject string }{
		{said, "said", "mayor"},
		{said, "received", "city"},
		{said, "promised", "it"},
		{said, "money", ""},
		{coordinated, "sat", "Roe"},
		{coordinated, "refused", "Roe"},
		{coordinated, "speak", "Roe"},
		{coordinated, "asked", "nobody"},
		{by, "seen", "nothing"},
		{by, "sleeps", "who"},
		{colon, "over", "It"},
	} {
		a := tree(t, x.tree)
		require.Equal(t, x.subject, word(a, a.Subject(find(t, a, x.verb))), "%s in %s", x.verb, a.Text)
	}
}

func TestComplement(t *testing.T) {
	for _, x := range []struct {
		tree, verb string
		kind       ComplementKind
		head, mark string
		parts      []string
	}{
		{said, "said", Clausal, "received", "that", []string{"the city had not received the money it was promised"}},
		{parenthesis, "said", Parenthetical, "rise", "", []string{"Prices will rise", "before they fall"}},
		{coordinated, "refused", Infinitival, "speak", "to", []string{"to speak because nobody had asked her politely"}},
		{coordinated, "sat", NoComplement, "", "", nil},
		{colon, "wrote", Clausal, "over", "", []string{"\" It is over . \""}},
	} {
		a := tree(t, x.tree)
		c := a.Complement(find(t, a, x.verb))
		require.Equal(t, x.kind, c.Kind, a.Text)
		require.Equal(t, x.head, word(a, c.Head))
		require.Equal(t, x.mark, word(a, c.Mark))
		var parts []string
		for _, p := range c.Parts {
			if !p.Empty() {
				parts = append(parts, a.words(p))
			}
		}
		require.Equal(t, x.parts, parts)
	}
}

func TestNounPhrases(t *testing.T) {
	for _, x := range []struct{ tree, head, phrase, core string }{
		{said, "mayor", "The mayor , Ann Lee", "The mayor"},
		{said, "Ann", "Ann Lee", "Ann Lee"},
		{said, "Monday", "Monday", "Monday"},
		{said, "money", "the money it was promised", "the money"},
		{by, "town", "the town of Ebb", "the town"},
		{by, "Ebb", "Ebb", "Ebb"},
		{by, "clerk", "the clerk who sleeps and his cat", "the clerk"},
		{by, "cat", "his cat", "his cat"},
	} {
		a := tree(t, x.tree)
		h := find(t, a, x.head)
		require.Equal(t, x.phrase, a.words(a.NounPhrase(h)))
		require.Equal(t, x.core, a.words(a.NounCore(h)))
	}
}

func TestPredicates(t *testing.T) {
	a := tree(t, said)
	require.True(t, a.Negated(find(t, a, "received")))
	require.False(t, a.Negated(find(t, a, "said")))
	require.False(t, a.Passive(find(t, a, "received")))
	require.True(t, a.Passive(find(t, a, "promised")))
	require.Equal(t, "had", word(a, a.FiniteVerb(find(t, a, "received"))))
	require.Equal(t, "said", word(a, a.FiniteVerb(find(t, a, "said"))))
	require.Equal(t, "Ann", word(a, a.Apposition(find(t, a, "mayor"))))
	require.Equal(t, "promised", word(a, a.RelativeClause(find(t, a, "money"))))
	require.Equal(t, "received", word(a, a.ClauseHead(find(t, a, "the"))))
	a = tree(t, by)
	require.Equal(t, "clerk", word(a, a.Agent(find(t, a, "seen"))))
	require.Equal(t, "clerk", word(a, a.FirstConjunct(find(t, a, "cat"))))
	require.Equal(t, -1, a.FiniteVerb(find(t, a, "clerk")))
}

func TestClauses(t *testing.T) {
	for _, x := range []struct {
		tree string
		want []string
	}{
		{said, []string{
			"root mayor said: The mayor , Ann Lee , said on Monday that the city had not received the money it was promised",
			"ccomp city had: the city had not received the money it was promised",
			"acl:relcl it was: it was promised",
		}},
		{coordinated, []string{
			"root Roe sat: Roe sat",
			"conj Roe refused: refused to speak because nobody had asked her politely",
			"advcl nobody had: nobody had asked her politely",
		}},
		{parenthesis, []string{
			"root Prices will: Prices will rise",
			"parataxis she said: she said",
			"advcl they fall: they fall",
		}},
	} {
		a := tree(t, x.tree)
		var got []string
		for _, c := range a.Clauses(nil, 0) {
			got = append(got, c.Rel.String()+" "+word(a, c.Subject)+" "+word(a, c.Verb)+": "+a.words(c.Range))
		}
		require.Equal(t, x.want, got)
	}
	a := tree(t, said)
	cs := a.Clauses(nil, 0)
	require.Equal(t, []int{-1, 0, 1}, []int{cs[0].Parent, cs[1].Parent, cs[2].Parent})
	require.Zero(t, testing.AllocsPerRun(10, func() {
		cs = a.Clauses(cs[:0], 0)
		for i := range a.Tokens {
			a.Subject(i)
			a.Complement(i)
			a.NounPhrase(i)
		}
	}))
}

// FuzzClauses gives the functions any heads and relations whatever.
func FuzzClauses(f *testing.F) {
	f.Add([]byte{1, 2, 3, 0, 5, 9, 4, 4, 4})
	f.Add([]byte{0, 0, 0, 2, 1, 1})
	f.Add([]byte{3, 255, 255, 200, 17, 36, 1, 2, 36})
	f.Fuzz(func(t *testing.T, b []byte) {
		a := &Annotation{}
		for len(b) >= 3 && len(a.Tokens) < 40 {
			n := len(a.Tokens)
			a.Text += "w "
			a.Tokens = append(a.Tokens, Token{Start: int32(2 * n), End: int32(2*n + 1), Head: int32(int8(b[0])), Rel: Rel(b[1] % byte(numRel)), POS: POS(b[2] % byte(numPOS)), Sentence: int32(n / 20)})
			b = b[3:]
		}
		n := len(a.Tokens)
		for at := 0; at < n; at += 20 {
			a.Sentences = append(a.Sentences, Sentence{First: at, Last: min(n, at+20)})
		}
		inside := func(r Range, i int) {
			s := a.Sentences[a.Tokens[i].Sentence]
			require.True(t, r.First >= s.First && r.Last <= s.Last && r.First <= r.Last, "%v in %v", r, s)
		}
		for i := range a.Tokens {
			r := a.Subtree(i)
			inside(r, i)
			require.True(t, r.Contains(i))
			for _, r := range []Range{a.NounPhrase(i), a.NounCore(i)} {
				inside(r, i)
				require.True(t, r.Contains(i))
			}
			c := a.Complement(i)
			for _, p := range c.Parts {
				if !p.Empty() {
					inside(p, i)
				}
			}
			if !c.Parts[1].Empty() {
				require.LessOrEqual(t, c.Parts[0].Last, c.Parts[1].First)
			}
			for _, j := range []int{a.Subject(i), a.Agent(i), a.FiniteVerb(i), a.Apposition(i), a.RelativeClause(i), a.ClauseHead(i), a.FirstConjunct(i), a.Governor(i)} {
				require.True(t, j >= -1 && j < n)
			}
			a.Negated(i)
		}
		for k := range a.Sentences {
			for _, c := range a.Clauses(nil, k) {
				require.True(t, c.Contains(c.Head))
				inside(c.Range, c.Head)
			}
		}
	})
}
