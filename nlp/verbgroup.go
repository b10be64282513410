package nlp

// Tense is the tense of a verb group.
type Tense uint8

// The tenses.
const (
	NoTense Tense = iota // infinitives, participles, imperatives
	Past
	Present
	Future
)

var tenseNames = [...]string{"", "past", "present", "future"}

// String is the tense's English name.
func (t Tense) String() string {
	if int(t) < len(tenseNames) {
		return tenseNames[t]
	}
	return ""
}

// VerbForm is the form of the first word of a verb group.
type VerbForm uint8

// The forms.
const (
	Finite     VerbForm = iota // "says", "has been told", "will go"
	Infinitive                 // "to go", "(saw him) go"
	Gerund                     // "saying", "having said"
	Participle                 // "(the man) elected in May"
)

// VerbGroup is a main verb with its auxiliaries and negation: "would not have
// been told".
type VerbGroup struct {
	First, Last int      // its tokens, [First, Last), from the first auxiliary on
	Main        int      // the token of the main verb; of the last auxiliary where that is left out
	Form        VerbForm //
	Tense       Tense    //
	Perfect     bool     // "has said", "had said"
	Progressive bool     // "is saying"
	Passive     bool     // "was told", "got hurt"
	Modal       string   // lemma of the modal: "may", "must", "would" ...; "" for none. "will" and "shall" count as tense, too
	Negated     bool     // "not", "n't", "never", "no longer"
	// Person is 1, 2 or 3, and 0 where the form leaves it open; Plural is of
	// the forms that show number ("are", "were").
	Person int
	Plural bool
}

// VerbGroupAt returns the verb group that token i is a verb or auxiliary of,
// and false if i is none. Auxiliaries before a subject that stands behind
// them ("Did she say", "nor had he said") belong to it.
func (a *Annotation) VerbGroupAt(i int) (VerbGroup, bool) {
	if i < 0 || i >= len(a.Tokens) {
		return VerbGroup{}, false
	}
	t := &a.Tokens[i]
	if !t.POS.Verb() && t.POS != MD {
		return VerbGroup{}, false
	}
	s := a.Sentences[t.Sentence]
	main := i
	for a.auxiliary(main) {
		n := a.nextVerb(main, s.Last)
		if n < 0 || !a.takes(main, n) {
			break
		}
		main = n
	}
	g := VerbGroup{Main: main, First: main, Last: main + 1}
	// Collect the auxiliaries leftwards.
	chain := [8]int{main}
	n := 1
	for n < len(chain) {
		p := a.prevVerb(g.First, s.First)
		if p < 0 || !a.auxiliary(p) || !a.takes(p, chain[n-1]) {
			break
		}
		chain[n] = p
		n++
		g.First = p
	}
	a.readGroup(&g, chain[:n], s.First, s.Last)
	return g, true
}

// auxiliary reports whether token i may be an auxiliary.
func (a *Annotation) auxiliary(i int) bool {
	if a.Tokens[i].POS == MD {
		return true
	}
	if !a.Tokens[i].POS.Verb() {
		return false
	}
	switch a.Tokens[i].Lemma {
	case "be", "have", "do", "get":
		return true
	}
	return false
}

// takes reports whether the auxiliary x and the verb v behind it go together.
func (a *Annotation) takes(x, v int) bool {
	p := a.Tokens[v].POS
	if a.Tokens[x].POS == MD {
		return p == VB || p == VBP || p == VBD && v == x+1 && a.Tokens[v].Lemma == a.Word(v)
	}
	switch a.Tokens[x].Lemma {
	case "be":
		return p == VBG || p == VBN || p == VBD && !a.subjectBetween(x, v)
	case "have":
		return p == VBN || p == VBD && v-x <= 2
	case "do":
		return p == VB || p == VBP
	case "get":
		return p == VBN && v == x+1
	}
	return false
}

func (a *Annotation) subjectBetween(x, v int) bool { return v-x > 2 }

// skips reports whether token i may stand inside a verb group: an adverb, a
// negation, or one of a short subject in a question.
func (a *Annotation) skips(i int) bool {
	switch a.Tokens[i].POS {
	case RB, RBR, RBS:
		return true
	}
	return false
}

// nextVerb returns the next verb behind i in the same group, -1 if there is
// none.
func (a *Annotation) nextVerb(i, last int) int {
	steps := 0
	for k := i + 1; k < last && steps < 7; k++ {
		p := a.Tokens[k].POS
		switch {
		case p.Verb() || p == MD:
			return k
		case a.skips(k):
		case a.inverted(i) && (p == PRP || p == EX || p == DT || p == PRPS || p == NN || p == NNS || p.Proper() || p == JJ || p == POSS):
			// Did the mayor say
		default:
			return -1
		}
		steps++
	}
	return -1
}

// prevVerb returns the verb or modal before i in the same group, -1 if there is
// none.
func (a *Annotation) prevVerb(i, first int) int {
	subject := false
	for k := i - 1; k >= first && i-k < 8; k-- {
		p := a.Tokens[k].POS
		switch {
		case p.Verb() || p == MD:
			if subject && !a.inverted(k) {
				return -1
			}
			return k
		case a.skips(k):
		case p == PRP || p == EX || p == DT || p == PRPS || p == NN || p == NNS || p.Proper() || p == JJ || p == POSS:
			subject = true
		default:
			return -1
		}
	}
	return -1
}

// inverted reports whether the auxiliary at i stands before its subject: it
// begins its clause, or a question word or negation stands before it.
func (a *Annotation) inverted(i int) bool {
	if !a.auxiliary(i) || a.Tokens[i].Lemma == "get" {
		return false
	}
	first := a.Sentences[a.Tokens[i].Sentence].First
	for k := i - 1; k >= first; k-- {
		switch a.Tokens[k].POS {
		case OpenQuote, CloseQuote, LRB, CC:
			continue
		case WRB, WP, WDT, Comma, Colon, Stop:
			return true
		case RB:
			switch a.Tokens[k].Lemma {
			case "never", "nor", "not", "only", "so", "rarely", "seldom", "neither", "why", "how":
				return true
			}
			continue
		}
		return false
	}
	return true
}

// readGroup sets what the verbs of chain, the main one first, say together.
func (a *Annotation) readGroup(g *VerbGroup, chain []int, first, last int) {
	g.Last = g.Main + 1
	head := chain[len(chain)-1]
	h := &a.Tokens[head]
	switch h.POS {
	case MD:
		g.Modal = h.Lemma
		switch h.Lemma {
		case "will", "shall":
			g.Tense = Future
		default:
			g.Tense = Present // "would", "could": of an attitude held now
		}
	case VBD:
		g.Tense = Past
		if h.Lemma == "be" {
			g.Plural = foldEq(a.Word(head), "were")
			if !g.Plural {
				g.Person = 0
			}
		}
	case VBZ:
		g.Tense, g.Person = Present, 3
	case VBP:
		g.Tense = Present
		w := a.Word(head)
		switch {
		case foldEq(w, "am") || foldEq(w, "'m") || foldEq(w, "’m"):
			g.Person = 1
		case foldEq(w, "are") || foldEq(w, "'re") || foldEq(w, "’re"):
			g.Plural = true
		}
	case VB:
		g.Form = Infinitive
	case VBG:
		g.Form = Gerund
	case VBN:
		g.Form = Participle
		if len(chain) == 1 {
			g.Passive = true
		}
	}
	for k := len(chain) - 1; k > 0; k-- {
		x, v := chain[k], chain[k-1]
		p := a.Tokens[v].POS
		if a.Tokens[x].POS == MD {
			continue
		}
		switch a.Tokens[x].Lemma {
		case "be":
			if p == VBG {
				g.Progressive = true
			} else {
				g.Passive = true
			}
		case "have":
			g.Perfect = true
		case "get":
			g.Passive = true
		}
	}
	// "going to" and the like are left to whoever asks. Negation stands
	// inside the group, before it, or behind its first auxiliary.
	for k := max(first, g.First-2); k < min(last, g.Main+2); k++ {
		if k >= g.First && k <= g.Main || k < g.First || k == g.Main+1 {
			l := a.Tokens[k].Lemma
			switch {
			case l == "not" && a.Tokens[k].POS == RB:
				if k > g.Main && !a.auxiliary(g.Main) {
					continue // "said not to"
				}
				if k < g.First && k != g.First-1 && !(k == g.First-2 && a.Tokens[g.First-1].POS == TO) {
					continue
				}
				g.Negated = true
			case l == "never" && a.Tokens[k].POS == RB && k <= g.Main:
				g.Negated = k >= g.First-1 || g.Negated
			case foldEq(a.Word(k), "longer") && k > first && a.Tokens[k-1].Lemma == "no" && k <= g.Main+1:
				g.Negated = true
			}
		}
	}
	if g.Form == Infinitive && len(chain) == 1 && head == first {
		g.Person = 2 // an imperative
	}
}
