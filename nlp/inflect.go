package nlp

import "sort"

func sortForms(f []lemmaForm) {
	sort.Slice(f, func(i, j int) bool { return f[i].kind < f[j].kind || f[i].kind == f[j].kind && f[i].form < f[j].form })
}

// lemmaRule says by rule how many bytes of a lower-cased form tagged p to cut
// off, and what to add. The rules are those of English spelling; what they
// cannot know stands in the table of lemmas.
func lemmaRule(p POS, w []byte) (cut int, add string) {
	n := len(w)
	has := func(s string) bool { return n > len(s) && string(w[n-len(s):]) == s }
	switch p {
	case VBZ, NNS:
		switch {
		case n < 3 || w[n-1] != 's' || has("ss") || has("us") || has("is") && p == NNS:
			return 0, ""
		case has("ies") && n > 4:
			return 3, "y"
		case has("sses"), has("shes"), has("ches"), has("xes"), has("zzes"), has("oes") && n > 4:
			return 2, ""
		case has("'s"):
			return 2, ""
		}
		return 1, ""
	case VBD, VBN:
		if n < 4 || !has("ed") {
			return 0, ""
		}
		if has("ied") && n > 4 {
			return 3, "y"
		}
		c, a := stem(w[:n-2])
		return c + 2, a
	case VBG:
		switch {
		case has("in'") && n > 4:
			c, a := stem(w[:n-3])
			return c + 3, a
		case n < 5 || !has("ing"):
			return 0, ""
		}
		c, a := stem(w[:n-3])
		return c + 3, a
	case JJR, RBR:
		if n < 5 || !has("er") {
			return 0, ""
		}
		if has("ier") {
			return 3, "y"
		}
		c, a := stem(w[:n-2])
		return c + 2, a
	case JJS, RBS:
		if n < 6 || !has("est") {
			return 0, ""
		}
		if has("iest") {
			return 4, "y"
		}
		c, a := stem(w[:n-3])
		return c + 3, a
	}
	return 0, ""
}

func vowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }

// stem says how to restore a stem that -ed or -ing was cut off: a doubled
// letter is halved, or a silent e added.
func stem(w []byte) (cut int, add string) {
	n := len(w)
	if n < 2 {
		return 0, "e"
	}
	c, d := w[n-1], w[n-2]
	switch {
	case !hasVowel(w):
		return 0, ""
	case c == d && !vowel(c) && c != 'l' && c != 's' && c != 'f' && c != 'z':
		return 1, "" // stopped
	case c == d && c == 'l' && n > 5:
		return 1, "" // controlled, travelled
	case c == d:
		return 0, "" // called, passed, agreed goes by the table
	case c == 'e':
		return 0, "e" // agreed
	case c == 'v' || c == 'c' || c == 'u' || c == 'z' || c == 's' && !(d == 's'):
		if c == 'u' && !vowel(d) || c != 'u' {
			return 0, "e"
		}
	case c == 'g' && (d == 'r' || d == 'd' || vowel(d) || d == 'l' || d == 'n'):
		if d == 'n' {
			return 0, "" // belonged; changed goes by the table
		}
		return 0, "e"
	case c == 'l' && !vowel(d) && d != 'r' && d != 'w' && d != 'l' && d != 'n':
		return 0, "e" // settled
	case c == 'r' && (d == 'u' && n > 3 && w[n-3] != 'o' || d == 'i' && n > 2):
		return 0, "e" // secured, required
	case c == 't' && (d == 'a' && n > 3 && !vowel(w[n-3]) || d == 'u' && n > 4):
		return 0, "e" // stated, constituted
	case c == 'n' && (d == 'i' && n > 4 && w[n-3] != 'a'):
		return 0, "e" // combined
	case c == 'd' && (d == 'i' && n > 3 && !vowel(w[n-3]) || d == 'u'):
		return 0, "e" // provided
	case c == 'k' && (d == 'a' || d == 'o' || d == 'i') && n > 2 && !vowel(w[n-3]):
		return 0, "e" // joked, liked
	case c == 'm' && d == 'u' && n > 4:
		return 0, "e" // assumed
	case c == 'p' && (d == 'a' || d == 'o') && n > 2 && !vowel(w[n-3]) && n < 5:
		return 0, "e" // hoped
	}
	return 0, ""
}

func hasVowel(w []byte) bool {
	for _, c := range w {
		if vowel(c) || c == 'y' {
			return true
		}
	}
	return false
}
