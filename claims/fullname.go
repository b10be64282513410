package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// surnamesAlone makes full the surnames that no mention was found for, where
// one person of the article has it.
func (w *rewriting) surnamesAlone() {
	a := w.a
	for k := w.p.first; k < w.p.last; k++ {
		if !a.Tokens[k].POS.Proper() || !capital(a.Word(k)) {
			continue
		}
		first := k
		if k > w.p.first && honorific(a.Word(k-1)) != nlp.UnknownGender {
			first-- // "Mr. Orlo"
		}
		s := a.Span(first, k+1)
		if w.changed(s) || w.besideName(first, k) || w.besidePlural(&nlp.Mention{First: first}) || w.ofFamily(k+1) || w.otherKind(a.Span(k, k+1)) {
			continue
		}
		full, g := w.personCalled(a.Word(k)), nlp.UnknownGender
		if first < k {
			if g = honorific(a.Word(first)); full != "" && !w.titledSo(full, g) {
				continue
			}
		}
		if full == "" && g != nlp.Female && !w.posAt(k+1).Noun() && (first == 0 || a.Tokens[first-1].POS != nlp.DT) && !w.titles[a.Tokens[k].Sentence] {
			full = w.withOffice(a.Word(k))
		}
		if full == "" || w.otherLength(int(a.Tokens[k].Start), a.Word(k), full) || strings.Contains(w.c.Span.Of(a.Text), full) || w.putAlready(full) || w.putAlready(possessive(full)) {
			continue
		}
		w.put(s, full, "name")
	}
}

// besideName reports whether the tokens from first to k are only a part of a name:
// "Orlo Street", "pro-Orlo".
func (ar *article) besideName(first, k int) bool {
	a := ar.a
	t := &a.Tokens[k]
	if b := first - 1; b >= 0 && (a.Tokens[b].POS.Proper() || a.Tokens[b].POS == nlp.HYPH || a.Tokens[b].End == a.Tokens[first].Start) && !isMark(a, b) {
		return true
	}
	if k+1 >= len(a.Tokens) {
		return false
	}
	n := &a.Tokens[k+1]
	return n.POS.Proper() || n.POS == nlp.HYPH || n.POS == nlp.CC && a.Word(k+1) == "&" || n.Start == t.End && n.POS != nlp.POSS && !isMark(a, k+1)
}

// otherKind reports whether s is within the name of something that is no
// person.
func (w *rewriting) otherKind(s span.Span) bool {
	for i := range w.c.Entities {
		if e := &w.c.Entities[i]; e.Span.Contains(s) && (e.Kind != nlp.Person.String() || e.Span != s) {
			return true
		}
	}
	return false
}

// personCalled is the full name of the only person of the article with the
// surname, "" for none or several.
func (ar *article) personCalled(surname string) string {
	full, ok := ar.persons[surname]
	if !ok {
		if ar.persons == nil {
			ar.persons = map[string]string{}
		}
		full = ar.findPerson(surname)
		ar.persons[surname] = full
	}
	return full
}

// findPerson looks through all persons for what personCalled returns.
func (ar *article) findPerson(surname string) string {
	full := ""
	for i := range ar.a.Chains {
		c := &ar.a.Chains[i]
		if c.Kind != nlp.Person || c.Plural || len(c.Name) <= len(surname) || !strings.HasSuffix(c.Name, surname) || c.Name[len(c.Name)-len(surname)-1] != ' ' {
			continue
		}
		if strings.Contains(c.Name, " And ") || strings.Contains(c.Name, " and ") {
			continue // two names
		}
		name := behindHeadlineVerb(c.Name)
		if name == surname || ar.onlyInTitles(c) {
			continue
		}
		if full != "" && full != name {
			return ""
		}
		full = name
	}
	if full == "" || !ar.oneOf(surname, full) {
		return ""
	}
	return evenCapitals(full)
}

// sameButInitials reports whether two full names differ only by initials in
// the middle: "Dana J. Holm", "Dana Holm".
func sameButInitials(x, y string) bool {
	if len(x) < len(y) {
		x, y = y, x
	}
	first, rest, ok := strings.Cut(x, " ")
	if !ok || !strings.HasPrefix(y, first+" ") {
		return false
	}
	last := y[len(first)+1:]
	if !strings.HasSuffix(rest, " "+last) {
		return false
	}
	for _, m := range strings.Fields(strings.TrimSuffix(rest, last)) {
		if len(strings.TrimSuffix(m, ".")) != 1 {
			return false
		}
	}
	return true
}

// evenCapitals is the person's name with the second of two capitals that begin
// a word in small letters made small, as where a shift key was held too long:
// "HIlda Orr".
func evenCapitals(name string) string {
	at := 0
	for word := range strings.FieldsSeq(name) {
		i := at + strings.Index(name[at:], word)
		at = i + len(word)
		r, n := utf8.DecodeRuneInString(word)
		s, m := utf8.DecodeRuneInString(word[n:])
		rest := word[n+m:]
		if unicode.IsUpper(r) && unicode.IsUpper(s) && utf8.RuneCountInString(rest) >= 3 && strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLower(r) }) < 0 {
			name = name[:i+n] + string(unicode.ToLower(s)) + name[i+n+m:]
		}
	}
	return name
}
