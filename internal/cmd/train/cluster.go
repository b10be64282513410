package main

import (
	"archive/zip"
	"io"
	"math"
	"path/filepath"
	"sort"
	"strings"

	"github.com/onrecord/onrecord/internal/words"
	"github.com/onrecord/onrecord/nlp"
)

// plainText calls f for each sentence of all training text that we have, with
// the hashes of its words.
func plainText(data string, f func(ws []uint32)) error {
	var ids []uint32
	tagged := func(ss []tagged, err error) error {
		for k := range ss {
			ids = ids[:0]
			for _, w := range ss[k].words() {
				ids = append(ids, w.Low)
			}
			f(ids)
		}
		return err
	}
	if err := tagged(polnear(data, "train")); err != nil {
		return err
	}
	for _, c := range []string{"gum", "ewt"} {
		if err := tagged(universal(filepath.Join(data, c, "train.conllu.gz"))); err != nil {
			return err
		}
	}
	if err := tagged(wsj(data)); err != nil {
		return err
	}
	if err := tagged(masc(data)); err != nil {
		return err
	}
	z, err := zip.OpenReader(filepath.Join(data, "more", "abc.zip"))
	if err != nil {
		return err
	}
	defer z.Close()
	for _, e := range z.File {
		if !strings.HasSuffix(e.Name, ".txt") {
			continue
		}
		r, err := e.Open()
		if err != nil {
			return err
		}
		b, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			return err
		}
		var a nlp.Annotation
		nlp.Split(nlp.Input{Text: strings.ToValidUTF8(string(b), " ")}, &a)
		for _, s := range a.Sentences {
			ids = ids[:0]
			for i := s.First; i < s.Last; i++ {
				var w words.Word
				w.Set(a.Word(i))
				ids = append(ids, w.Low)
			}
			f(ids)
		}
	}
	return nil
}

// exchange clusters words so that a bigram model of classes gives the text
// the highest likelihood, by the exchange algorithm (Kneser and Ney, 1993;
// Martin, Liermann and Ney, 1998). It returns the class of each word that
// occurs at least least times.
func exchange(sentences [][]uint32, k, least, rounds int) map[uint32]int {
	freq := map[uint32]int{}
	for _, s := range sentences {
		for _, w := range s {
			freq[w]++
		}
	}
	var vocab []uint32
	for w, n := range freq {
		if n >= least {
			vocab = append(vocab, w)
		}
	}
	sort.Slice(vocab, func(i, j int) bool {
		if a, b := freq[vocab[i]], freq[vocab[j]]; a != b {
			return a > b
		}
		return vocab[i] < vocab[j]
	})
	id := map[uint32]int32{}
	for i, w := range vocab {
		id[w] = int32(i)
	}
	n := len(vocab)
	// Word n is any rare word, word n+1 the sentence's edge: classes of their
	// own that never move.
	type pair struct{ w, n int32 }
	next, prev := make([]map[int32]int32, n+2), make([]map[int32]int32, n+2)
	for i := range next {
		next[i], prev[i] = map[int32]int32{}, map[int32]int32{}
	}
	for _, s := range sentences {
		last := int32(n + 1)
		for i := 0; i <= len(s); i++ {
			cur := int32(n + 1)
			if i < len(s) {
				var ok bool
				if cur, ok = id[s[i]]; !ok {
					cur = int32(n)
				}
			}
			next[last][cur]++
			prev[cur][last]++
			last = cur
		}
	}
	flat := func(m []map[int32]int32) [][]pair {
		out := make([][]pair, len(m))
		for i, x := range m {
			for w, c := range x {
				out[i] = append(out[i], pair{w, c})
			}
			sort.Slice(out[i], func(a, b int) bool { return out[i][a].w < out[i][b].w })
		}
		return out
	}
	nx, pv := flat(next), flat(prev)
	c := k + 2
	class := make([]int32, n+2)
	for i := range n {
		class[i] = int32(i % k)
	}
	class[n], class[n+1] = int32(k), int32(k+1)
	big := make([]int32, c*c)
	left, right := make([]int64, c), make([]int64, c)
	for i := range nx {
		for _, p := range nx[i] {
			big[class[i]*int32(c)+class[p.w]] += p.n
			left[class[i]] += int64(p.n)
			right[class[p.w]] += int64(p.n)
		}
	}
	xlog := make([]float64, 1<<16)
	for i := 2; i < len(xlog); i++ {
		xlog[i] = float64(i) * math.Log(float64(i))
	}
	h := func(x int32) float64 {
		if x < 1<<16 {
			return xlog[x]
		}
		return float64(x) * math.Log(float64(x))
	}
	hl := func(x int64) float64 {
		if x < 2 {
			return 0
		}
		return float64(x) * math.Log(float64(x))
	}
	outN, inN := make([]int32, c), make([]int32, c)
	for round := range rounds {
		moved := 0
		for w := range int32(n) {
			// The word's bigrams by class, itself apart.
			var outs, ins []int32
			var self int32
			var total int64
			for _, p := range nx[w] {
				total += int64(p.n)
				if p.w == w {
					self = p.n
					continue
				}
				if outN[class[p.w]] == 0 {
					outs = append(outs, class[p.w])
				}
				outN[class[p.w]] += p.n
			}
			var totalIn int64
			for _, p := range pv[w] {
				totalIn += int64(p.n)
				if p.w == w {
					continue
				}
				if inN[class[p.w]] == 0 {
					ins = append(ins, class[p.w])
				}
				inN[class[p.w]] += p.n
			}
			put := func(to int32, sign int32) {
				for _, x := range outs {
					big[to*int32(c)+x] += sign * outN[x]
				}
				for _, x := range ins {
					big[x*int32(c)+to] += sign * inN[x]
				}
				big[to*int32(c)+to] += sign * self
				left[to] += int64(sign) * total
				right[to] += int64(sign) * totalIn
			}
			from := class[w]
			put(from, -1)
			best, arg := math.Inf(-1), from
			for to := range int32(k) {
				var gain float64
				row := big[to*int32(c) : (to+1)*int32(c)]
				both := self
				for _, x := range outs {
					if x == to {
						both += outN[x]
						continue
					}
					gain += h(row[x]+outN[x]) - h(row[x])
				}
				for _, x := range ins {
					if x == to {
						both += inN[x]
						continue
					}
					b := big[x*int32(c)+to]
					gain += h(b+inN[x]) - h(b)
				}
				gain += h(row[to]+both) - h(row[to])
				gain -= hl(left[to]+total) - hl(left[to]) + hl(right[to]+totalIn) - hl(right[to])
				if gain > best+1e-9 {
					best, arg = gain, to
				}
			}
			put(arg, 1)
			class[w] = arg
			if arg != from {
				moved++
			}
			for _, x := range outs {
				outN[x] = 0
			}
			for _, x := range ins {
				inN[x] = 0
			}
		}
		logf("  %d classes, round %d: %d of %d words moved", k, round+1, moved, n)
		if moved*200 < n {
			break
		}
	}
	out := make(map[uint32]int, n)
	for i, w := range vocab {
		out[w] = int(class[i])
	}
	return out
}
