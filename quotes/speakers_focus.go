package quotes

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// focus refers the description m of somebody whom nothing has introduced,
// "the senator", "the 47-year-old", "the former nurse", to whom the article
// names: the person who has that office, else, unless it is an office, the
// one who spoke last nearby or is spoken of.
func (s *resolver) focus(m int) reference {
	a := s.a
	mn := &a.Mentions[m]
	none := reference{chain: -1}
	if r := s.native(m); r.known {
		return r
	}
	if mn.Kind != nlp.Definite || mn.Chain < 0 || plural(a, mn) || !strings.EqualFold(a.Word(mn.First), "the") || !s.describesPerson(m) {
		return none
	}
	ch := &a.Chains[mn.Chain]
	noun := strings.ToLower(a.Word(mn.Head))
	if ch.Name == "" {
		if r := s.met(m); r.known {
			return r
		}
	}
	if ch.Name != "" && bystanders[noun] && ch.Kind == nlp.Person && ch.Role != "" && !containsFold(ch.Role, noun) && s.only(m) {
		return s.describe(s.sourceAt(m), m)
	}
	if r := s.relation(m, noun); r.known {
		return r
	}
	if r := s.sameBlock(m, noun); r.known {
		return r
	}
	if noun == "patient" && ch.Name == "" {
		if c := s.aged(m); c >= 0 {
			return s.chain(c)
		}
	}
	office := bystanders[noun] || officeNouns[noun]
	if ch.Name == "" || office && ch.Kind == nlp.Person && !endsWithWord(ch.Role, noun) {
		if c := s.holder(m, noun, ch.Name != ""); c >= 0 {
			return s.chain(c)
		}
	}
	if ch.Name == "" && !office && mn.Last > mn.Head+1 && mn.Last == mn.Head+3 && strings.EqualFold(a.Word(mn.Head+1), "from") {
		// "“Yes,” Ann Lee said. “No,” the nurse from Lakeland said."
		if q := s.sourceAt(m); q > 0 && s.block[q] == s.block[q-1] {
			return s.speakerBefore(m)
		}
	}
	if ch.Name != "" || bystanders[noun] && noun != "candidate" || a.Mentions[ch.Mentions[0]].Kind != nlp.Definite || s.possessed(m) || mn.Last > mn.Head+1 && !(mn.Last == mn.Head+3 && a.Tokens[mn.Head+2].POS == nlp.CD) && !strings.EqualFold(a.Word(mn.First+1), "former") {
		return none
	}
	r := s.speakerBefore(m)
	if !r.known {
		r = s.topic(m, ch.Gender)
	}
	if r.known && officeNouns[noun] && r.chain >= 0 && a.Chains[r.chain].Role != "" && !strings.EqualFold(a.Word(mn.First+1), "former") {
		return none
	}
	return r
}

// relation refers "the brother-in-law" to whom the article has called somebody's
// brother-in-law, where the chains take it for whose he is.
func (s *resolver) relation(m int, noun string) reference {
	a := s.a
	none := reference{chain: -1}
	mn := &a.Mentions[m]
	ch := &a.Chains[mn.Chain]
	if ch.Name == "" || !kin[noun] && !strings.HasSuffix(noun, "-in-law") || containsFold(ch.Role, noun) || !s.only(m) {
		return none
	}
	for k := m - 1; k >= 0; k-- {
		if o := &a.Mentions[k]; o.Kind != nlp.Pronoun && o.Chain >= 0 && o.Chain != mn.Chain && a.Tokens[o.Head].Lemma == a.Tokens[mn.Head].Lemma && !plural(a, o) {
			if a.Chains[o.Chain].Name != "" {
				return s.chain(o.Chain)
			}
			return s.describe(s.sourceAt(m), m)
		}
	}
	return none
}

// kin are nouns for what somebody is to somebody in the article.
var kin = map[string]bool{"mother": true, "father": true, "brother": true, "sister": true, "son": true, "daughter": true, "wife": true, "husband": true, "uncle": true, "aunt": true, "cousin": true, "nephew": true, "niece": true,
	"grandmother": true, "grandfather": true, "grandson": true, "granddaughter": true, "stepfather": true, "stepmother": true, "girlfriend": true, "boyfriend": true}

// sameBlock refers "the former champion", the source of a quotation, to the
// person who says the one before in the paragraph, where the chains take it for
// somebody whom the paragraph has not mentioned, nor the article called so.
func (s *resolver) sameBlock(m int, noun string) reference {
	a := s.a
	none := reference{chain: -1}
	mn := &a.Mentions[m]
	ch := &a.Chains[mn.Chain]
	q := s.sourceAt(m)
	if q < 1 || s.block[q] < 0 || s.block[q] != s.block[q-1] || ch.Name == "" || bystanders[noun] || officeNouns[noun] {
		return none
	}
	for _, k := range ch.Mentions {
		if k < m && (s.blockAt(a.Mentions[k].Start) == s.block[q] || containsFold(a.Mentions[k].Of(a.Text), noun)) {
			return none
		}
	}
	r := s.resolve(q - 1)
	if !r.known || r.kind != PersonSpeaker || r.chain < 0 || r.chain == mn.Chain || !fitsGender(&a.Chains[r.chain], ch.Gender) {
		return none
	}
	return r
}

// native refers "the Spaniard" to the person who spoke last nearby, or whom the
// text has been about.
func (s *resolver) native(m int) reference {
	a := s.a
	mn := &a.Mentions[m]
	if mn.Kind != nlp.Named || mn.Last-mn.First != 2 || !strings.EqualFold(a.Word(mn.First), "the") || mn.Entity != nlp.Misc || plural(a, mn) || mn.Chain < 0 || !demonym(strings.ToLower(a.Word(mn.Head))) {
		return reference{chain: -1}
	}
	if r := s.speakerBefore(m); r.known {
		return r
	}
	return s.topic(m, nlp.UnknownGender)
}

// demonym reports whether the noun w names somebody by a country: "Spaniard",
// "Malian".
func demonym(w string) bool {
	if nlp.KindOfNoun(w) != nlp.PersonNoun || w == "guardian" || w == "christian" {
		return false
	}
	return strings.HasSuffix(w, "an") || strings.HasSuffix(w, "ese") || strings.HasSuffix(w, "ard") || shortDemonyms[w]
}

var shortDemonyms = map[string]bool{"swede": true, "dane": true, "finn": true, "pole": true, "turk": true, "scot": true, "greek": true, "serb": true, "croat": true, "czech": true, "slovak": true, "briton": true, "argentine": true,
	"cypriot": true, "israeli": true, "pakistani": true, "iraqi": true, "saudi": true, "kuwaiti": true, "bengali": true, "filipino": true, "icelander": true}

// officeNouns are nouns for offices of which there are many in one article, so
// that one does not stand for whoever spoke last.
var officeNouns = map[string]bool{"minister": true, "secretary": true, "commissioner": true, "ambassador": true, "judge": true, "president": true, "governor": true,
	"chairman": true, "director": true, "manager": true, "executive": true, "mayor": true, "senator": true, "referee": true, "prosecutor": true, "detective": true, "coach": true,
	"surgeon": true, "doctor": true, "coroner": true, "captain": true, "founder": true, "chief": true, "head": true, "leader": true, "editor": true, "chancellor": true, "officer": true}

// possessed reports whether somebody's "'s" stands in mention m.
func (s *resolver) possessed(m int) bool {
	mn := &s.a.Mentions[m]
	for t := mn.First; t < mn.Head; t++ {
		if s.a.Tokens[t].POS == nlp.POSS {
			return true
		}
	}
	return false
}

// describesPerson reports whether mention m is a common noun for a person, or
// an age.
func (s *resolver) describesPerson(m int) bool {
	mn := &s.a.Mentions[m]
	return mn.Entity == nlp.Person || s.describes(m)
}

// met refers "the doctor" to whom the article has called a doctor before,
// where the chains say something else.
func (s *resolver) met(m int) reference {
	a := s.a
	mn := &a.Mentions[m]
	none := reference{chain: -1}
	lemma := a.Tokens[mn.Head].Lemma
	if mn.Last != mn.Head+1 {
		return none
	}
	if !s.only(m) {
		return none
	}
	for k := m - 1; k >= 0; k-- {
		o := &a.Mentions[k]
		if o.Kind != nlp.Indef && o.Kind != nlp.Definite || o.Chain < 0 || o.Chain == mn.Chain || a.Tokens[o.Head].Lemma != lemma && !(lemma == "insider" && a.Tokens[o.Head].Lemma == "source") || plural(a, o) || a.Chains[o.Chain].Name != "" {
			continue
		}
		if o.Kind == nlp.Definite && strings.EqualFold(a.Word(o.First), "the") {
			continue
		}
		if mn.Head > mn.First+1 && !s.sharesModifier(mn, o) {
			continue
		}
		return s.chain(o.Chain)
	}
	return none
}

// samePhrase refers an office of several words, "China's ambassador to
// Britain", to the person to whose name the article gives the same words
// elsewhere.
func (s *resolver) samePhrase(m int) reference {
	a := s.a
	mn := &a.Mentions[m]
	none := reference{chain: -1}
	if mn.Kind != nlp.Definite || mn.Last-mn.First < 4 || plural(a, mn) || nlp.KindOfNoun(a.Tokens[mn.Head].Lemma) != nlp.PersonNoun {
		return none
	}
	text := mn.Of(a.Text)
	for k := range a.Mentions {
		o := &a.Mentions[k]
		if k == m || o.Last-o.First != mn.Last-mn.First || o.Chain < 0 || o.Chain == mn.Chain || !strings.EqualFold(o.Of(a.Text), text) {
			continue
		}
		if ch := &a.Chains[o.Chain]; ch.Kind == nlp.Person && ch.Name != "" {
			return s.chain(o.Chain)
		}
	}
	return none
}

// aged finds the chain of somebody without a name whom the article introduced
// by an age, "a 43-year-old man": the patient of a report; -1 for none.
func (s *resolver) aged(m int) int {
	a := s.a
	for k := m - 1; k >= 0; k-- {
		o := &a.Mentions[k]
		if o.Kind == nlp.Indef && o.Chain >= 0 && a.Chains[o.Chain].Name == "" && !plural(a, o) && s.describesPerson(k) && strings.Contains(o.Of(a.Text), "-year-old") {
			return o.Chain
		}
	}
	return -1
}

// only reports whether no mention of m's chain before it has the same head.
func (s *resolver) only(m int) bool {
	a := s.a
	for _, k := range a.Chains[a.Mentions[m].Chain].Mentions {
		if k < m && a.Tokens[a.Mentions[k].Head].Lemma == a.Tokens[a.Mentions[m].Head].Lemma {
			return false
		}
	}
	return true
}

// sharesModifier reports whether a word before the head of one mention stands
// before that of the other.
func (s *resolver) sharesModifier(x, y *nlp.Mention) bool {
	for t := x.First + 1; t < x.Head; t++ {
		for u := y.First; u < y.Head; u++ {
			if strings.EqualFold(s.a.Word(t), s.a.Word(u)) {
				return true
			}
		}
	}
	return false
}

// holder finds the chain of the person whose role ends with the noun, and
// whose role and affiliation have the other nouns of mention m: the last
// mentioned before m, else the first behind it; -1 for none.
func (s *resolver) holder(m int, noun string, only bool) int {
	a := s.a
	mn := &a.Mentions[m]
	before, after := -1, -1
	last, first := -1, len(a.Mentions)
	for c := range a.Chains {
		ch := &a.Chains[c]
		if ch.Kind != nlp.Person || ch.Name == "" || c == mn.Chain || !endsWithWord(ch.Role, noun) && !(noun == "premier" && endsInFold(ch.Role, "prime minister")) || !s.says(ch, mn) || !fitsGender(ch, a.Chains[mn.Chain].Gender) {
			continue
		}
		if only && before >= 0 {
			return -1
		}
		for _, k := range ch.Mentions {
			if k < m && k > last {
				before, last = c, k
			}
			if k > m && k < first {
				after, first = c, k
			}
		}
	}
	if before >= 0 {
		return before
	}
	if after >= 0 && !only && s.blockAt(a.Mentions[first].Start)-s.blockAt(mn.Start) <= 3 {
		return after
	}
	return -1
}

// says reports whether the role, affiliation and name of ch have the nouns of
// mn beside its head.
func (s *resolver) says(ch *nlp.Chain, mn *nlp.Mention) bool {
	a := s.a
	for t := mn.First + 1; t < mn.Last; t++ {
		if t == mn.Head || !a.Tokens[t].POS.Noun() {
			continue
		}
		if w := a.Word(t); !containsFold(ch.Role, w) && !containsFold(ch.Affiliation, w) {
			return false
		}
	}
	return true
}

func endsInFold(s, end string) bool { return strings.HasSuffix(strings.ToLower(s), end) }

func containsFold(s, part string) bool {
	return strings.Contains(strings.ToLower(s), strings.ToLower(part))
}

// fitsGender reports whether what ch refers to may be of gender g, as far as
// both are known.
func fitsGender(ch *nlp.Chain, g nlp.Gender) bool {
	return ch.Gender == g || ch.Gender == nlp.UnknownGender || g == nlp.UnknownGender || ch.Gender == nlp.Neuter || g == nlp.Neuter
}

// speakerBefore is the named person who says the last quotation before mention
// m, nearby.
func (s *resolver) speakerBefore(m int) reference {
	a := s.a
	mn := &a.Mentions[m]
	none := reference{chain: -1}
	j := -1
	for k := range s.r.Quotes {
		if q := &s.r.Quotes[k]; len(q.Content) > 0 && q.Content[0].Start < mn.Start && !(len(q.Source) > 0 && q.Source[0].Contains(mn.Span)) {
			j = k
		}
	}
	if j < 0 || s.block[j] < 0 || s.blockAt(mn.Start)-s.block[j] > 2 {
		return none
	}
	r := s.resolve(j)
	if r.known && r.kind == PersonSpeaker && r.chain >= 0 && fitsGender(&a.Chains[r.chain], a.Chains[mn.Chain].Gender) {
		return r
	}
	return none
}

// topic is the named person whom the sentences right before mention m are
// about, outside of quotations: the nearest sentence's subject, or the only
// one whom it names.
func (s *resolver) topic(m int, g nlp.Gender) reference {
	a := s.a
	mn := &a.Mentions[m]
	here := a.Tokens[mn.First].Sentence
	other, several, at := -1, false, here
	for k := m - 1; k >= 0; k-- {
		o := &a.Mentions[k]
		t := &a.Tokens[o.Head]
		if t.Sentence != at {
			if other >= 0 && !several {
				break
			}
			other, several, at = -1, false, t.Sentence
		}
		if here-t.Sentence > 3 {
			break
		}
		if o.Chain < 0 || o.Chain == mn.Chain || s.around(-1, o.Span) >= 0 {
			continue
		}
		ch := &a.Chains[o.Chain]
		if ch.Kind != nlp.Person || ch.Name == "" || ch.Plural || !fitsGender(ch, g) {
			continue
		}
		if t.Rel == nlp.Nsubj || t.Rel == nlp.NsubjPass {
			return s.chain(o.Chain)
		}
		several = several || other >= 0 && other != o.Chain
		other = o.Chain
	}
	if other < 0 || several {
		return reference{chain: -1}
	}
	return s.chain(other)
}
