package claims

import (
	"slices"
	"strings"
	"unicode"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// acronyms spells out the first of each acronym of the claim that the article
// introduced: "SNC" as "Sierra Nevada Corporation (SNC)".
func (w *rewriting) acronyms() {
	a, p := w.a, w.p
	var done []string
	for i := p.first; i < p.last; i++ {
		x := a.Word(i)
		if state := w.dottedState(i); state != "" {
			w.put(a.Span(i, i+1), state, "acronym")
			continue
		}
		many := ""
		if base, ok := strings.CutSuffix(x, "s"); ok && len(base) > 2 && capitals(base) {
			x, many = base, "s"
		}
		if !capitals(x) || plainAcronyms[x] || a.Tokens[i].POS.Verb() || slices.Contains(done, x) {
			continue
		}
		done = append(done, x)
		s := a.Span(i, i+1)
		long := w.longFor(i, x)
		if long == "" || strings.Contains(strings.ToLower(w.c.Span.Of(a.Text)), strings.ToLower(long)) {
			continue
		}
		// Part of a longer name or of a compound: "HP-related".
		if i > p.first && (a.Tokens[i-1].POS == nlp.NNP || a.Tokens[i-1].POS == nlp.HYPH || a.Word(i-1) == "(") || i+1 < p.last && a.Tokens[i+1].POS == nlp.HYPH {
			continue
		}
		// "An SNC ship", "the SNC Cup".
		if strings.Contains(long, ",") && !strings.Contains(long, " and ") || i > p.first && strings.EqualFold(a.Word(i-1), "an") || i+1 < p.last && a.Tokens[i+1].POS.Proper() {
			end := span.Span{Start: s.End, End: s.End}
			w.put(end, " ("+long+")", "acronym")
			continue
		}
		if many != "" && !strings.HasSuffix(long, "s") {
			long += many
		}
		if i > p.first {
			long = w.smallInside(long)
		}
		if (i+1 >= p.last || !a.Tokens[i+1].POS.Noun()) && w.takesThe(long, x) {
			if i == p.first || a.Tokens[i-1].POS == nlp.IN || a.Tokens[i-1].POS == nlp.TO || a.Tokens[i-1].POS.Verb() {
				long = "the " + long
			}
		}
		if i+1 < p.last && a.Tokens[i+1].POS == nlp.POSS {
			w.put(s, long, "acronym")
			continue
		}
		w.put(s, long+" ("+x+many+")", "acronym")
	}
}

// longFor is what the acronym x stands for in the article, which has it at token i
// too; "" if it does not say.
func (ar *article) longFor(i int, x string) string {
	long, ok := ar.longs[x]
	if !ok {
		if ar.longs == nil {
			ar.longs = map[string]string{}
		}
		long = ar.spelledOut(i, x)
		ar.longs[strings.Clone(x)] = long
	}
	return long
}

// plainAcronyms are known better than what they stand for.
var plainAcronyms = set("US UK USA EU UN TV")

// takesThe reports whether the name long, for which x stands, has an article
// before it: its first or last word says so, or the article's text does.
func (ar *article) takesThe(long, x string) bool {
	words := strings.Fields(strings.ToLower(long))
	if last := len(words) - 1; bodies[words[last]] || (bodies[words[0]] || words[0] == "ministry" || words[0] == "university") && (words[1] == "of" || words[1] == "for") {
		return true
	}
	return ar.hasThe(long+" ("+x+")") || ar.hasThe(x)
}

// hasThe reports whether "the" stands somewhere before name where no noun
// follows it: not "the SNC ships".
func (ar *article) hasThe(name string) bool {
	a, text := ar.a, ar.a.Text
	for k := range occurrences(text, "he "+name) {
		end := k + len("he ") + len(name)
		i := a.TokenAt(end)
		if i >= len(a.Tokens) {
			return true
		}
		if t := &a.Tokens[i]; (int(t.Start) > end || isMark(a, i)) && !t.POS.Noun() && t.POS != nlp.HYPH {
			return true
		}
	}
	return false
}

// smallInside is long as it stands within a sentence, where only that it opened
// one gave it a capital.
func (ar *article) smallInside(long string) string {
	small := uncapital(long)
	if first, rest, ok := strings.Cut(long, " "); ok && first != strings.ToUpper(first) && rest == strings.ToLower(rest) && (strings.Contains(ar.a.Text, small) || strings.Contains(ar.a.Text, " "+uncapital(first)+" ")) {
		return small
	}
	return long
}

// bodies are last words of names that take an article.
var bodies = set("act agency administration authority board bureau commission committee council court department service services union association federation fund office organization organisation bank institute league party forum convention treaty agreement")

// capitals reports whether w is two to six letters, all of them capitals but
// for one within at most: "SNC", "MaT".
func capitals(w string) bool {
	if len(w) < 2 || len(w) > 6 {
		return false
	}
	small := 0
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case c >= 'A' && c <= 'Z':
		case c >= 'a' && c <= 'z' && i > 0 && i+1 < len(w):
			small++
		default:
			return false
		}
	}
	return small == 0 || small == 1 && len(w) < 5
}

// spelledOut is what the acronym x at token i (-1 for none) stands for in the
// article, "" if it does not say.
func (ar *article) spelledOut(i int, x string) string {
	text := ar.a.Text
	for _, mark := range [...][2]string{{"(", ")"}, {", or ", ","}, {" or ", ","}, {", or ", " –"}, {", or ", " —"}, {", or ", "."}, {", or ", ";"}} {
		for k := range occurrences(text, mark[0]+x+mark[1]) {
			if long := initialled(text[:k], x); long != "" {
				return long
			}
		}
	}
	if long := spelledBehind(text, x); long != "" {
		return long
	}
	if i < 0 {
		return ""
	}
	if long := ar.wellKnown(x); long != "" {
		return long
	}
	if long := ar.namedWith(x); long != "" {
		return long
	}
	if long := ar.spelledNear(x); long != "" {
		return long
	}
	if long := ar.titleCased(x); long != "" {
		return long
	}
	m := ar.mentionOf(i, i+1)
	if m < 0 || ar.a.Mentions[m].Chain < 0 || ar.a.Mentions[m].Kind != nlp.Named || ar.a.Mentions[m].Last-ar.a.Mentions[m].First > 2 {
		return ""
	}
	name := strings.TrimPrefix(strings.TrimPrefix(ar.a.Chains[ar.a.Mentions[m].Chain].Name, "the "), "The ")
	if strings.Contains(name, " ") && initialled(name, x) == name {
		return name
	}
	return ""
}

// spelledBehind is what text says right behind the acronym x that it stands for:
// "PUC (Public Utilities Commission)", "PUC, or Public Utilities Commission,".
func spelledBehind(text, x string) string {
	for _, mark := range [...][2]string{{" (", ")"}, {", or ", ","}} {
		_, rest, _ := strings.Cut(text, x+mark[0])
		long, _, ok := strings.Cut(rest, mark[1])
		long = strings.TrimPrefix(long, "the ")
		if ok && len(long) < 100 && initialled(long, x) == long {
			return long
		}
	}
	_, rest, _ := strings.Cut(text, x+" (")
	if long, _, ok := strings.Cut(rest, ")"); ok && eachInitial(long, x) {
		return long
	}
	return ""
}

// eachInitial reports whether the words of long, some with commas, begin with the
// letters of x one by one: "tea, each noon" of "TEN".
func eachInitial(long, x string) bool {
	n := 0
	for word := range strings.FieldsSeq(long) {
		if n >= len(x) || word[0]&^0x20 != x[n] {
			return false
		}
		n++
	}
	return n == len(x) && n > 2
}

// spelledNear is the phrase of plain words with the initials of the acronym x in
// the sentence that has it first or the one behind, of three words or more, or
// set off by itself: "a disease called HP. No, no firm but hay pneumonitis."
func (ar *article) spelledNear(x string) string {
	a := ar.a
	at := -1
	for k := range a.Tokens {
		if a.Word(k) == x {
			at = k
			break
		}
	}
	if at < 0 || x != strings.ToUpper(x) {
		return ""
	}
	s := int(a.Tokens[at].Sentence)
	end := a.Sentences[min(s+1, len(a.Sentences)-1)].Last
	plain := func(k int) bool {
		t := &a.Tokens[k]
		return (t.POS == nlp.NN || t.POS == nlp.NNS || t.POS == nlp.JJ) && len(a.Word(k)) > 3 && a.Word(k) == ar.low(k)
	}
	for k := a.Sentences[s].First; k+len(x) < end; k++ {
		n := 0
		for n < len(x) && plain(k+n) && a.Word(k + n)[0]&^0x20 == x[n] {
			n++
		}
		if n < len(x) || !a.Tokens[k+n-1].POS.Noun() || plain(k+n) || k > 0 && plain(k-1) {
			continue
		}
		if len(x) < 3 {
			if k == 0 || !settingOff[ar.low(k-1)] || !isMark(a, k+n) {
				continue
			}
		}
		return a.Span(k, k+n).Of(a.Text)
	}
	return ""
}

// settingOff are words before what an acronym means.
var settingOff = set("but called as or for is means")

// namedWith is the end of the one organisation's name in the article that x has
// the initials of: "Public Utilities Commission" for "PUC"; "" for none, or for
// two that differ.
func (ar *article) namedWith(x string) string {
	if len(x) < 3 {
		return ""
	}
	found := ""
	for i := range ar.a.Entities {
		e := &ar.a.Entities[i]
		if e.Kind != nlp.Organization || e.Last-e.First < len(x) {
			continue
		}
		long := initialled(e.Span.Of(ar.a.Text), x)
		if long == "" || len(strings.Fields(long)) != len(x) || long == found {
			continue
		}
		if found != "" {
			return ""
		}
		found = long
	}
	return found
}

// initialled is the end of text that the letters of the acronym x are found in,
// in order from the end, the first of them at the beginning of a word and every
// word of note with a letter of it; "" for none.
func initialled(text, x string) string {
	text = strings.TrimRight(text, " ,“\"")
	cut := max(0, len(text)-120)
	if i := strings.LastIndexByte(text[cut:], '\n'); i >= 0 {
		cut += i + 1
	}
	tail := text[cut:]
	words := strings.Fields(tail)
	if len(words) > 2*len(x)+1 {
		words = words[len(words)-2*len(x)-1:]
	}
	x = strings.ToUpper(x)
	k := len(x)
	for j := len(words) - 1; j >= 0 && k > 0; j-- {
		// The letters that begin the word's parts: "Anti-Defamation".
		var heads []byte
		for n, part := range strings.Split(words[j], "-") {
			if part == "" {
				continue
			}
			if n > 0 && !unicode.IsUpper(rune(part[0])) {
				continue
			}
			heads = append(heads, part[0]&^0x20)
		}
		if word, ok := strings.CutSuffix(words[j], ","); ok && j+1 < len(words) && unicode.IsUpper(rune(word[0])) && slices.Contains(words[j+1:], "and") {
			// "Ministry of Trade, Industry and Energy"
		} else if strings.ContainsAny(words[j], ",;:()[]“”\"") {
			return ""
		}
		matched := false
		for h := len(heads) - 1; h >= 0 && k > 0; h-- {
			if heads[h] == x[k-1] {
				k--
				matched = true
			}
		}
		if !matched && !joining[strings.ToLower(words[j])] {
			return ""
		}
		if k == 0 {
			if !matched || len(words)-j < 2 {
				return ""
			}
			return strings.Join(words[j:], " ")
		}
	}
	return ""
}

var joining = set("of the and for in on to & de la del")

// spelled is name with what it stands for, if it is an acronym that the
// article introduced.
func (ar *article) spelled(name string) string {
	bare, ok := strings.CutPrefix(name, "the ")
	if !capitals(bare) {
		return name
	}
	long := ar.spelledOut(-1, bare)
	if long == "" {
		return name
	}
	if ok {
		long = "the " + long
	}
	return long
}
