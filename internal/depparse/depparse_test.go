package depparse

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
	"github.com/onrecord/onrecord/internal/words"
)

var testTags = NewTags([]string{"", "DT", "NN", "VBD", "IN", ".", "MD", "VB"})

// Relations of the toy language.
const (
	toyNone = iota
	toyRoot
	toyDet
	toySubject
	toyObject
	toyCase
	toyOblique
	toyPunct
	toyAux
	toyNext
	toyRelations
)

type toyWord struct {
	form string
	tag  uint8
	head int32
	rel  uint8
}

// toy makes sentences of a small language: "the dog saw a cat in the garden .".
// Whether the phrase at the end belongs to the verb or to the object depends
// on its preposition.
func toy(seed uint64, n int) []Tree {
	rng := rand.New(rand.NewPCG(seed, 1))
	nouns := []string{"dog", "cat", "garden", "house", "car", "tree", "mayor"}
	verbs := []string{"saw", "took", "left", "met"}
	var out []Tree
	for range n {
		var ws []toyWord
		np := func(rel uint8) int {
			at := len(ws)
			ws = append(ws, toyWord{"the", 1, int32(at + 1), toyDet}, toyWord{nouns[rng.IntN(len(nouns))], 2, -1, rel})
			return at + 1
		}
		s := np(toySubject)
		var v int
		if rng.IntN(2) == 0 {
			v = len(ws)
			ws = append(ws, toyWord{verbs[rng.IntN(len(verbs))], 3, -1, toyRoot})
		} else {
			v = len(ws) + 1
			ws = append(ws, toyWord{"will", 6, int32(v), toyAux}, toyWord{"take", 7, -1, toyRoot})
		}
		ws[s].head = int32(v)
		o := np(toyObject)
		ws[o].head = int32(v)
		if k := rng.IntN(3); k > 0 {
			p := len(ws)
			ws = append(ws, toyWord{[]string{"", "of", "on"}[k], 4, int32(p + 2), toyCase})
			x := np(toyOblique)
			ws[x].head = int32([]int{0, o, v}[k])
		}
		ws = append(ws, toyWord{".", 5, int32(v), toyPunct})
		var t Tree
		for _, w := range ws {
			var x words.Word
			x.Set(w.form)
			t.Tokens = append(t.Tokens, testTags.Token(&x, w.tag))
			t.Head = append(t.Head, w.head)
			t.Rel = append(t.Rel, w.rel)
		}
		out = append(out, t)
	}
	return out
}

func trainToy() *Parser {
	trees := toy(1, 300)
	Jackknife(trees, 2, 10, 2, 1)
	p := Training{Super: TrainSupertagger(trees, 10, 2, 1), MoveBits: 14, RelBits: 12, Relations: toyRelations, Beam: 4, Epochs: 3, Seed: 1}.Train(trees)
	p.SetBeam(4, 1<<20)
	return p
}

func TestLearnsAttachment(t *testing.T) {
	p := trainToy()
	var w Work
	all, heads, rels := 0, 0, 0
	for _, x := range toy(2, 100) {
		head, rel := make([]int32, len(x.Tokens)), make([]uint8, len(x.Tokens))
		p.Parse(x.Tokens, &w, head, rel, toyRoot, toyNext)
		for i := range head {
			all++
			if head[i] == x.Head[i] {
				heads++
				if rel[i] == x.Rel[i] {
					rels++
				}
			}
		}
	}
	require.Greater(t, float64(heads)/float64(all), 0.98)
	require.Greater(t, float64(rels)/float64(all), 0.98)
}

func TestSameBytesAndRoundTrip(t *testing.T) {
	var a, b bytes.Buffer
	p := trainToy()
	_, err := p.WriteTo(&a)
	require.NoError(t, err)
	_, err = trainToy().WriteTo(&b)
	require.NoError(t, err)
	require.Equal(t, a.Bytes(), b.Bytes())
	q, err := Read(bytes.NewReader(a.Bytes()))
	require.NoError(t, err)
	var w Work
	for _, x := range toy(3, 50) {
		n := len(x.Tokens)
		h1, r1, h2, r2 := make([]int32, n), make([]uint8, n), make([]int32, n), make([]uint8, n)
		p.Parse(x.Tokens, &w, h1, r1, toyRoot, toyNext)
		q.Parse(x.Tokens, &w, h2, r2, toyRoot, toyNext)
		require.Equal(t, h1, h2)
		require.Equal(t, r1, r2)
	}
	for _, n := range []int{0, 10, 39, 100, a.Len() - 1} {
		_, err := Read(bytes.NewReader(a.Bytes()[:n]))
		require.Error(t, err)
	}
	_, err = Read(bytes.NewReader(bytes.Repeat([]byte{255}, 1000)))
	require.Error(t, err)
}

// The packed sums must be those of the weights.
func TestPackedSums(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	const n = 50
	raw := make([]int8, n*16)
	table := make([][relWords]uint64, 16)
	moves := make([]uint32, 16)
	for i := range raw {
		raw[i] = int8(rng.IntN(256) - 128)
	}
	for i := range table {
		packBytes(table[i][:], raw[i*n:(i+1)*n])
		moves[i] = packMoves(raw[i*n], raw[i*n+1], raw[i*n+2])
	}
	rows := make([]uint32, 255)
	for i := range rows {
		rows[i] = rng.Uint32()
	}
	want := make([]int32, n)
	for _, r := range rows {
		for k := range want {
			want[k] += int32(raw[int(r&15)*n+k]) + offset
		}
	}
	var sum relationSums
	sumRelations(table, rows, n, &sum)
	for k := range want {
		require.Equal(t, want[k], sum.at(k), k)
	}
	require.Equal(t, scores{want[0], want[1], want[2]}, sumMoves(moves, rows))
}

func FuzzParse(f *testing.F) {
	p := trainToy()
	f.Add([]byte("abcdefgh"), 3)
	f.Add([]byte{0}, 1)
	f.Add([]byte{1, 2, 3}, 200)
	f.Fuzz(func(t *testing.T, b []byte, times int) {
		var tok []Token
		for range min(max(1, times), 300) {
			for _, c := range b {
				var x words.Word
				x.Set(string(rune(c)))
				tok = append(tok, testTags.Token(&x, c%9))
			}
			if len(tok) > 900 {
				break
			}
		}
		n := len(tok)
		head, rel := make([]int32, n), make([]uint8, n)
		var w Work
		p.Parse(tok, &w, head, rel, toyRoot, toyNext)
		roots := 0
		for i := range head {
			require.True(t, head[i] >= -1 && int(head[i]) < n && int(head[i]) != i)
			if head[i] < 0 {
				roots++
				require.EqualValues(t, toyRoot, rel[i])
			}
			k, at := 0, int32(i)
			for ; at >= 0 && k <= n; k++ {
				at = head[at]
			}
			require.LessOrEqual(t, k, n, "a circle")
		}
		if n > 0 {
			require.Equal(t, 1, roots)
		}
		again, r2 := make([]int32, n), make([]uint8, n)
		p.Parse(tok, &w, again, r2, toyRoot, toyNext)
		require.Equal(t, head, again)
		require.Equal(t, rel, r2)
	})
}

func TestParseAllocatesNothing(t *testing.T) {
	p := trainToy()
	x := toy(5, 1)[0]
	var w Work
	head, rel := make([]int32, len(x.Tokens)), make([]uint8, len(x.Tokens))
	run := func() { p.Parse(x.Tokens, &w, head, rel, toyRoot, toyNext) }
	run()
	require.Zero(t, testing.AllocsPerRun(20, run))
}

// TestRememberedSumsAreThoseOfTheFeatures compares the scores of states that
// are put together from remembered sums with the sums over all features, which
// the parser is trained on.
func TestRememberedSumsAreThoseOfTheFeatures(t *testing.T) {
	p := trainToy()
	for _, x := range toy(3, 20) {
		var w, fresh Work
		w.s.tok, fresh.s.tok = x.Tokens, x.Tokens
		w.s.prepare()
		fresh.s.prepare()
		p.search(&w)
		for i := range w.states {
			var f feats
			fresh.s.moveFeatures(&w.states[i], w.items, &f, p.moveBits)
			require.Equal(t, p.sum(&f), p.scoreMoves(&w, &w.states[i]))
		}
	}
}
