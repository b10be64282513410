package checkworthy

import (
	"github.com/onrecord/onrecord/nlp"
)

// Article is what is known of the whole article: shares per sentence or token.
type Article struct {
	First, Numbers, Quotes, Said, Names, Past float64
}

// Describe measures a.
func Describe(a *nlp.Annotation) *Article {
	var x Article
	n := float64(max(1, len(a.Tokens)))
	for i := range a.Tokens {
		t := &a.Tokens[i]
		c := classes(a, i)
		switch {
		case c&firstPerson != 0:
			x.First++
		case t.POS == nlp.CD:
			x.Numbers++
		case t.POS == nlp.OpenQuote:
			x.Quotes++
		case t.POS.Proper():
			x.Names++
		case t.POS == nlp.VBD:
			x.Past++
		}
		if c&saying != 0 && t.POS.Verb() {
			x.Said++
		}
	}
	x.First /= n
	x.Numbers /= n
	x.Quotes /= n
	x.Said /= n
	x.Names /= n
	x.Past /= n
	return &x
}
