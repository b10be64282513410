package claims

import (
	"strings"
	"unicode"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// speakersCountry is the country that the plain n, "the country", means when
// one of its ministers says so and no other place is near; "" otherwise.
func (w *rewriting) speakersCountry(n nominal) string {
	a := w.a
	if noun := strings.ToLower(a.Tokens[n.head].Lemma); noun != "country" && noun != "nation" || a.Tokens[n.head].POS != nlp.NN || n.last-n.first != 2 || n.pointing || w.c.Speaker < 0 || w.c.Speaker >= len(w.q.Speakers) {
		return ""
	}
	s := &w.q.Speakers[w.c.Speaker]
	if s.Kind != quotes.PersonSpeaker || !ofCountry(s.Role) || !properName(s.Affiliation) {
		return ""
	}
	chain := -1
	for i := range a.Chains {
		if c := &a.Chains[i]; c.Kind == nlp.Place && c.Name == s.Affiliation {
			chain = i
		}
	}
	if chain < 0 || w.namedIn(w.p, chain) {
		return ""
	}
	first := a.Sentences[max(0, int(a.Tokens[n.head].Sentence)-1)].First
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Kind != nlp.Place || e.First < first || e.Last > n.first {
			continue
		}
		words := e.Span.Of(a.Text)
		if m := w.mentionOf(e.First, e.Last); (m < 0 || a.Mentions[m].Chain != chain) && !strings.HasSuffix(words, " Union") && words != "EU" && words != "E.U." {
			return ""
		}
	}
	return w.withArticle(chain, s.Affiliation)
}

// ofCountry reports whether role is that of the head of a government or state.
func ofCountry(role string) bool {
	r := strings.ToLower(role)
	if strings.Contains(r, "vice") || strings.Contains(r, "former") {
		return false
	}
	for _, w := range [...]string{"president", "premier", "prime minister", "chancellor", "finance minister", "interior minister", "health minister"} {
		if strings.Contains(r, w) {
			return true
		}
	}
	return false
}

// located is where the article has put what n, of which it only says whose
// country's it is, means: "the U.S. base in Norland" for "the U.S. base"; ""
// for nothing, or for several.
func (ar *article) located(n nominal, p *proposition) string {
	a := ar.a
	if n.pointing || n.last-n.first != 3 || n.head != n.first+2 || a.Tokens[n.head].POS != nlp.NN || !sites[strings.ToLower(a.Tokens[n.head].Lemma)] {
		return ""
	}
	if k := n.last; k < p.last && (a.Tokens[k].POS == nlp.IN || a.Tokens[k].POS == nlp.POSS || a.Tokens[k].POS.Noun()) {
		return ""
	}
	to := ar.description(n, p)
	if rest, ok := strings.CutPrefix(strings.ToLower(to), strings.ToLower(a.Span(n.first, n.last).Of(a.Text))+" in "); !ok || rest == "" {
		return ""
	}
	return to
}

// sites are of a country in another place.
var sites = set("base outpost camp garrison embassy consulate airbase station mission compound factory plant")

// homeland is the country that the article is about, for a claim of an economy
// that names none: the place that it has the adjective of too, "Norland" with
// "the Norlandic economy", if it is named twice as often as any other; "" for
// none.
func (w *rewriting) homeland() string {
	a := w.a
	if w.dateplace() != "" || w.placeIn(w.p) {
		return ""
	}
	if !w.nationalBody() {
		if !w.economic() || w.anchors() > 0 {
			return ""
		}
		for k := w.p.first + 1; k < w.p.last; k++ {
			if capital(a.Word(k)) && a.Word(k) != "I" && !w.timeWord(k) {
				return "" // "The American government"
			}
		}
	}
	best := w.mainCountry()
	if best < 0 {
		return ""
	}
	name := a.Chains[best].Name
	if strings.Contains(w.title(), name) || adjectiveOf(a.Word(w.p.first), name) {
		return ""
	}
	return w.withArticle(best, name)
}

// mainCountry is the chain of the place that homeland looks for, -1 for none.
func (ar *article) mainCountry() int {
	if !ar.homed {
		ar.home, ar.homed = ar.countryOf(), true
	}
	return ar.home
}

// countryOf looks for what mainCountry returns.
func (ar *article) countryOf() int {
	a := ar.a
	adjectives := capitalsByStem(a)
	best, most, next := -1, 0, 0
	for c := range a.Chains {
		ch := &a.Chains[c]
		if ch.Kind != nlp.Place || ch.Name == "" {
			continue
		}
		n := 0
		for _, i := range ch.Mentions {
			if a.Mentions[i].Kind == nlp.Named {
				n++
			}
		}
		of := 0
		if len(ch.Name) >= stemLength {
			for word, times := range adjectives[ch.Name[:stemLength]] {
				if adjectiveOf(word, ch.Name) {
					of += times
				}
			}
		}
		if n += of; n > most && of >= 2 {
			best, most, next = c, n, max(next, most)
		} else {
			next = max(next, n)
		}
	}
	if most < 2*next {
		return -1
	}
	return best
}

// stemLength is how many bytes a name and its adjective have in common at
// least.
const stemLength = 4

// capitalsByStem counts the words with a capital by their first bytes.
func capitalsByStem(a *nlp.Annotation) map[string]map[string]int {
	out := map[string]map[string]int{}
	for k := range a.Tokens {
		w := a.Word(k)
		if len(w) < stemLength || !capital(w) {
			continue
		}
		stem := w[:stemLength]
		if out[stem] == nil {
			out[stem] = map[string]int{}
		}
		out[stem][w]++
	}
	return out
}

// adjectiveOf reports whether word is an adjective made of the name of a place.
func adjectiveOf(word, name string) bool {
	if !capital(word) || strings.HasPrefix(name, word) {
		return false
	}
	n := 0
	for n < len(name) && n < len(word) && name[n] == word[n] {
		n++
	}
	if n < stemLength || n < len(name)-2 || len(word) > n+4 {
		return false
	}
	for _, end := range [...]string{"an", "ese", "ish", "ic", "i"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// nationalBody reports whether the claim names what each country has one of and
// does not say whose it is: "the Supreme Court".
func (w *rewriting) nationalBody() bool {
	a := w.a
	for k := w.p.first; k+1 < w.p.last; k++ {
		if !strings.EqualFold(a.Word(k), "the") {
			continue
		}
		i := k + 1
		if a.Word(i) == "Supreme" && i+1 < w.p.last && a.Word(i+1) == "Court" {
			i++
		} else if a.Word(i) != "Parliament" {
			continue
		}
		if i+1 >= w.p.last || !a.Tokens[i+1].POS.Proper() && !strings.EqualFold(a.Word(i+1), "of") {
			return true
		}
	}
	return false
}

// economic reports whether the claim is about an economy or its markets, by its
// words or those that explain it.
func (w *rewriting) economic() bool {
	for i := range w.subs {
		if x := &w.subs[i]; x.Why == "explained" && !strings.ContainsFunc(uncapital(strings.TrimLeft(x.To, " [")), unicode.IsUpper) {
			for _, word := range strings.Fields(x.To) {
				if economies[strings.Trim(word, " ,.[]")] {
					return true
				}
			}
		}
	}
	for k := w.p.first; k < w.p.last; k++ {
		if w.a.Tokens[k].POS.Noun() && economies[w.a.Tokens[k].Lemma] {
			return true
		}
	}
	return false
}

// economies are nouns of what each country has its own of.
var economies = set("economy market stock share earnings earning gain company tax inflation gdp growth government budget unemployment sector bank benchmark rally valuation investor")
