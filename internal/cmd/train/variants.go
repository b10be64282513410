package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/shingle"
)

// The pages of the data are long articles amid much furniture. Pages of other
// kinds are made of them: short articles, of short paragraphs, on plain pages
// without class names. Without these the classifier knows no small pages.

// variantsPerPage is how many are made of each page.
const variantsPerPage = 3

var namesInTags = regexp.MustCompile(`\s(?:class|id|itemprop|data-[a-z-]+)=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)`)

// variants makes smaller pages of l.
func (l *bodyPage) variants(seed uint64) ([]*bodyPage, error) {
	src := string(l.page.HTML)
	if !utf8.ValidString(src) || strings.HasPrefix(src, "\ufeff") {
		return nil, nil
	}
	rng := rand.New(rand.NewPCG(seed, 0x6f6e7265636f7264))
	var out []*bodyPage
	for k := 0; k < variantsPerPage; k++ {
		v, err := l.variant(src, rng)
		if err != nil {
			return nil, err
		}
		if v != nil {
			out = append(out, v)
		}
	}
	return out, nil
}

// variant makes one smaller page; nil where the blocks do not come out as meant.
func (l *bodyPage) variant(src string, rng *rand.Rand) (*bodyPage, error) {
	body := 0
	for _, in := range l.label {
		if in {
			body++
		}
	}
	keep := 1 + rng.IntN(9)
	from := 0
	if body > keep && rng.IntN(2) == 0 {
		from = rng.IntN(body - keep)
	}
	furniture := []float64{0.05, 0.15, 0.4, 1}[rng.IntN(4)]
	shorten := rng.IntN(2) == 0
	plain := rng.IntN(2) == 0

	v := &bodyPage{page: l.page, fold: l.fold}
	var b strings.Builder
	at, nth := 0, -1
	var want []string
	var text []string
	for i, c := range l.blocks {
		if l.label[i] {
			nth++
		}
		cut := 0 // how much of the text stays
		switch {
		case l.label[i] && (nth < from || nth >= from+keep), !l.label[i] && rng.Float64() > furniture:
		case l.label[i] && shorten && rng.IntN(3) > 0:
			cut = sentenceEnd(c.Text)
		default:
			cut = len(c.Text)
		}
		if c.Source.Empty() || c.Source.Start < at {
			if cut == 0 {
				return nil, nil // cannot be taken out
			}
			cut = len(c.Text)
		} else if cut < len(c.Text) {
			b.WriteString(src[at:c.Source.Start])
			b.WriteString(shortened(c.Source.Of(src), cut))
			at = c.Source.End
		}
		if cut > 0 {
			want = append(want, c.Text[:min(cut, 20)])
			v.label = append(v.label, l.label[i])
			v.weight = append(v.weight, float32(len(bodyWords(c.Text[:cut]))))
		}
	}
	b.WriteString(src[at:])
	page := b.String()
	if plain {
		page = namesInTags.ReplaceAllString(page, "")
	}
	v.page.HTML = []byte(page)
	var err error
	none := extract.WithClassifier(func([]float32) float64 { return 0 })
	if v.blocks, err = extract.Candidates(context.Background(), v.page.HTML, none); err != nil {
		return nil, fmt.Errorf("%s: %w", l.page.URL, err)
	}
	if v.silent, err = extract.Candidates(context.Background(), v.page.HTML, none, extract.WithoutSelector()); err != nil {
		return nil, fmt.Errorf("%s: %w", l.page.URL, err)
	}
	if len(v.blocks) != len(want) {
		return nil, nil
	}
	for i, c := range v.blocks {
		if !strings.HasPrefix(c.Text, strings.TrimSpace(want[i][:min(len(want[i]), len(c.Text))])) {
			return nil, nil
		}
		if v.label[i] {
			text = append(text, c.Text)
		}
	}
	v.truth = shingle.Of(strings.Join(text, "\n\n"))
	return v, nil
}

// sentenceEnd returns the length of the first sentence of some length in s.
func sentenceEnd(s string) int {
	for i := 30; i+2 < len(s); i++ {
		if (s[i] == '.' || s[i] == '!' || s[i] == '?') && s[i+1] == ' ' {
			return i + 1
		}
	}
	return len(s)
}

// shortened returns source with about n bytes of its text and all of its tags.
func shortened(source string, n int) string {
	var b strings.Builder
	text := 0
	for i := 0; i < len(source); {
		if source[i] == '<' {
			end := strings.IndexByte(source[i:], '>')
			if end < 0 {
				break
			}
			b.WriteString(source[i : i+end+1])
			i += end + 1
			continue
		}
		_, size := utf8.DecodeRuneInString(source[i:])
		if text < n {
			b.WriteString(source[i : i+size])
		}
		text += size
		i += size
	}
	return b.String()
}
