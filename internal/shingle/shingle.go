// Package shingle is the measure of the public article-extraction-benchmark
// (https://github.com/scrapinghub/article-extraction-benchmark): how many
// runs of four words an extracted body shares with the true one.
package shingle

import (
	"unicode"
)

// size is the number of words in a shingle.
const size = 4

// Shingles counts the shingles of a text.
type Shingles map[string]int

// Of counts the shingles of text. Words are runs of letters, digits and
// underscores. A text of fewer than four words is one shingle.
func Of(text string) Shingles {
	var words []string
	start := -1
	for i, r := range text {
		in := r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r)
		if in && start < 0 {
			start = i
		} else if !in && start >= 0 {
			words = append(words, text[start:i])
			start = -1
		}
	}
	if start >= 0 {
		words = append(words, text[start:])
	}
	s := make(Shingles, len(words))
	var key []byte
	for i := 0; i < max(1, len(words)-size+1); i++ {
		key = key[:0]
		for _, w := range words[i:min(i+size, len(words))] {
			key = append(key, w...)
			key = append(key, ' ')
		}
		if len(key) > 0 {
			s[string(key)]++
		}
	}
	return s
}

// Score is the agreement on one text or over many.
type Score struct {
	Precision, Recall, F1 float64
	// Exact is the share of texts without any wrong or missing shingle.
	Exact float64
	n     int
}

// Compare scores the shingles found against the true ones.
func Compare(truth, found Shingles) Score {
	var tp, fp, fn int
	for k, n := range truth {
		m := found[k]
		tp += min(n, m)
		fn += max(0, n-m)
		fp += max(0, m-n)
	}
	for k, m := range found {
		if _, ok := truth[k]; !ok {
			fp += m
		}
	}
	s := Score{n: 1}
	switch {
	case fp+fn == 0:
		s.Precision, s.Recall, s.Exact = 1, 1, 1
	case tp > 0:
		s.Precision = float64(tp) / float64(tp+fp)
		s.Recall = float64(tp) / float64(tp+fn)
	}
	s.F1 = harmonic(s.Precision, s.Recall)
	return s
}

// Add adds the score of another text: precision and recall are means over
// texts, F1 their harmonic mean, as in the benchmark.
func (s *Score) Add(o Score) {
	n, m := float64(s.n), float64(o.n)
	s.Precision = (s.Precision*n + o.Precision*m) / (n + m)
	s.Recall = (s.Recall*n + o.Recall*m) / (n + m)
	s.Exact = (s.Exact*n + o.Exact*m) / (n + m)
	s.n += o.n
	s.F1 = harmonic(s.Precision, s.Recall)
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}
