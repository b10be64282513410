package claims

import (
	"cmp"
	"slices"
	"strings"

	"github.com/onrecord/onrecord/span"
)

// rewriting is a claim's text on its way to reading alone: the changes made
// to the words of a proposition so far.
type rewriting struct {
	*article
	p    *proposition
	c    *Claim
	subs []Substitution
	// nested: the text is itself put into another one to explain it, and is
	// not explained further.
	nested bool
	// opened is what open found when there were so many changes.
	opened      []span.Span
	openedAfter int
}

// put lists the change of the words at s into to, unless they are changed
// already. An empty s inserts.
func (w *rewriting) put(s span.Span, to, why string) {
	from := s.Of(w.a.Text)
	if from == to || w.changed(s) {
		return
	}
	// A lemma lies in the annotation's own memory, which the next article is
	// written over.
	w.subs = append(w.subs, Substitution{Span: s, From: from, To: strings.Clone(to), Why: why})
}

// changed reports whether words of s are changed already.
func (w *rewriting) changed(s span.Span) bool {
	for i := range w.subs {
		if w.subs[i].touches(s) {
			return true
		}
	}
	return false
}

// compose applies the changes, in the order of the text, to the claim's words.
func (w *rewriting) compose() string {
	text, s := w.a.Text, w.c.Span
	// What stands behind a word stands before what is cut off behind it.
	slices.SortStableFunc(w.subs, func(x, y Substitution) int {
		return cmp.Or(cmp.Compare(x.Span.Start, y.Span.Start), cmp.Compare(x.Span.End, y.Span.End))
	})
	var b strings.Builder
	at := s.Start
	closed := false
	for _, x := range w.subs {
		b.WriteString(text[at:x.Span.Start])
		if x.Span.Start == s.End && !closed {
			closed = true
			b.WriteString(w.closing())
		}
		b.WriteString(x.To)
		at = x.Span.End
	}
	b.WriteString(text[at:s.End])
	if !closed {
		b.WriteString(w.closing())
	}
	return b.String()
}

// closing is the bracket or quotation mark that was opened within the claim
// and closes right behind it, or behind its full stop, "" for none.
func (w *rewriting) closing() string {
	text, s := w.a.Text, w.c.Span
	for _, stop := range [...]string{".", ",", "!", "?"} {
		if strings.HasPrefix(text[s.End:], stop+"’") {
			if c := w.closingAt(s.End + len(stop)); c != "" {
				return strings.TrimPrefix(stop, ",") + c
			}
		}
	}
	return w.closingAt(s.End)
}

// closingAt is the mark at end that closes what was opened within the claim.
func (w *rewriting) closingAt(end int) string {
	text, s := w.a.Text, w.c.Span
	for _, pair := range [...][2]string{{"(", ")"}, {"‘", "’"}, {"“", "”"}} {
		if strings.HasPrefix(text[end:], pair[1]) && strings.LastIndex(s.Of(text), pair[0]) > strings.LastIndex(s.Of(text), pair[1]) {
			return pair[1]
		}
	}
	return ""
}
