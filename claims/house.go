package claims

import (
	"strings"
	"unicode"

	"github.com/onrecord/onrecord/extract"
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

// signedBelow is who signs the block that the claim stands in, by the line below it:
// "[The Wharf]" below a passage of a round-up, "— Ann Lee (@annlee) May 3, 2021" below
// a post; "" for none.
func (w *rewriting) signedBelow() string {
	bs := w.doc.Blocks
	b := w.a.Sentences[w.a.Tokens[w.p.first].Sentence].Block
	if b < 0 || b >= len(bs) {
		return ""
	}
	passage := bs[b].Kind == extract.Blockquote || bs[b].Kind == extract.Embed
	for k := b + 1; k < min(len(bs), b+4); k++ {
		if passage && (bs[k].Kind == extract.Blockquote || bs[k].Kind == extract.Embed) {
			continue
		}
		line := strings.TrimSpace(bs[k].Span.Of(w.doc.Text))
		if n, ok := strings.CutPrefix(line, "["); ok && passage {
			n, end, closed := strings.Cut(n, "]")
			if closed && end == "" && properName(n) && len(strings.Fields(n)) <= 5 {
				return "said by " + n
			}
		}
		if n, ok := strings.CutPrefix(line, "— "); ok {
			n, rest, ok := strings.Cut(n, " (@")
			if _, day, closed := strings.Cut(rest, ") "); ok && properName(n) && len(strings.Fields(n)) <= 5 {
				if closed && len(strings.Fields(day)) == 3 {
					return "said by " + n + " on " + day
				}
				return "said by " + n
			}
		}
		return ""
	}
	return ""
}

// editorsNote is the note of a claim that the article's editors put below it.
func (w *rewriting) editorsNote() string {
	bs := w.doc.Blocks
	b := w.a.Sentences[w.a.Tokens[w.p.first].Sentence].Block
	if b < 0 || b >= len(bs) {
		return ""
	}
	line := strings.ToLower(strings.TrimLeft(bs[b].Span.Of(w.doc.Text), "*([ "))
	for _, lead := range [...]string{"editor's note", "editor’s note", "editors' note", "editors’ note"} {
		if strings.HasPrefix(line, lead) {
			return "according to an editor's note"
		}
	}
	return ""
}
