package claims

import (
	"strings"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/nlp"
)

// english reports whether doc is in English. Where its words plainly are, they
// decide: a page often declares the language of its site, not that of the
// article. Else what doc says counts, and where it says nothing, the words.
func english(doc *extract.Document, a *nlp.Annotation) bool {
	n, common, the := 0, 0, 0
	for i := range a.Tokens {
		w := a.Word(i)
		if len(w) == 0 || w[0] < 'A' && w[0] != '\'' {
			continue
		}
		n++
		if len(w) <= 5 {
			switch l := strings.ToLower(w); {
			case l == "the" || l == "and":
				the++
				common++
			case commonEnglish[l]:
				common++
			}
		}
		if n == 2000 {
			break
		}
	}
	// "The" and "and" are words of hardly another language. In 99 of 100
	// English news articles they are more than 4 in 100 words.
	if n >= 50 && the*100 >= n*4 {
		return true
	}
	if doc.Language != "" {
		l := strings.ToLower(doc.Language)
		return l == "en" || strings.HasPrefix(l, "en-") || strings.HasPrefix(l, "en_")
	}
	return n < 20 || common*100 >= n*12
}

var commonEnglish = set("the of and to in that is was for on with as it he at by be his from are this have an they which you were her she has had not but their been or its who will would if more when said there what about out up one them than can all we i")

// dollarOf is the currency that "$" stands for in doc: the one of the country
// that its address ends in, else the US dollar.
func dollarOf(doc *extract.Document) string {
	host := doc.URL
	if _, rest, ok := strings.Cut(host, "://"); ok {
		host = rest
	}
	host, _, _ = strings.Cut(host, "/")
	for suffix, cur := range map[string]string{".au": "AUD", ".ca": "CAD", ".nz": "NZD", ".sg": "SGD", ".hk": "HKD"} {
		if strings.HasSuffix(host, suffix) {
			return cur
		}
	}
	return "USD"
}
