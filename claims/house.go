package claims

import (
	"strings"
	"unicode"
)

// house is the organisation whose page the article is on, where that speaks of
// itself by name: who "we" is, whoever wrote it; "" for none.
func (ar *article) house() string {
	n := strings.TrimPrefix(strings.TrimSpace(ar.doc.Site), "The ")
	least := 2
	if b, ok := strings.CutSuffix(n, " Blog"); ok {
		n, least = strings.TrimSuffix(strings.TrimSuffix(b, "'s"), "’s"), 1
	}
	if len(n) < 3 || len(strings.Fields(n)) > 3 || strings.ContainsAny(n, ".:/|@") || len(ar.doc.Authors) > 0 && strings.EqualFold(ar.doc.Authors[0], n) {
		return ""
	}
	found := 0
	for rest := ar.a.Text; ; {
		_, after, ok := strings.Cut(rest, n)
		if !ok {
			break
		}
		if r := strings.IndexFunc(after, unicode.IsLetter); r != 0 {
			found++
		}
		rest = after
	}
	if found < least {
		return ""
	}
	return n
}

// everyoneAt reports whether the "we" or "our" at token i means everybody: "our own
// universe", "many of us".
func (w *rewriting) everyoneAt(i int) bool {
	switch w.low(i) {
	case "we", "us", "our":
	default:
		return false
	}
	k := i + 1
	if k < w.p.last && strings.EqualFold(w.a.Word(k), "own") {
		k++
	}
	if k < w.p.last && everyones[w.a.Tokens[k].Lemma] {
		return true
	}
	if i < 2 || !strings.EqualFold(w.a.Word(i-1), "of") {
		return false
	}
	switch w.low(i - 2) {
	case "many", "most", "some", "all", "few":
		return true
	}
	return false
}

// everyones are nouns for what is everybody's, whoever says "our".
var everyones = set("universe planet world galaxy species sun")
