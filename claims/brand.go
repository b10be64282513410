package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// brand is the organisation s by the one word that the article first calls it, where
// its longer name, "Norr Harbours", only comes later: that is a part of it, or
// what it makes.
func (ar *article) brand(s *quotes.Speaker) string {
	word, _, ok := strings.Cut(s.Name, " ")
	if !ok || s.Kind != quotes.OrganizationSpeaker || !properName(word) || strings.Contains(s.Name, " and ") {
		return s.Name
	}
	if firmsOfBrands[word] && strings.Count(ar.a.Text, word) > strings.Count(ar.a.Text, s.Name)+1 {
		return word // the firm said so, not what it makes
	}
	long := strings.Index(ar.a.Text, s.Name)
	alone := 0
	for i := range ar.a.Entities {
		e := &ar.a.Entities[i]
		if alone == 0 && e.Span.Start >= long {
			break
		}
		if e.Last == e.First+1 && e.Span.Of(ar.a.Text) == word && e.Last < len(ar.a.Tokens) && !ar.a.Tokens[e.Last].POS.Noun() {
			if e.Kind != nlp.Organization {
				break
			}
			if alone++; alone == 2 {
				return word
			}
		}
	}
	return s.Name
}

// firmsOfBrands are firms of one word that put it before the names of what they
// make.
var firmsOfBrands = set("Google Apple Microsoft Sony Samsung Nintendo Netflix Uber Huawei Xiaomi Adobe Nvidia")
