package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/span"
)

// quoted is one stretch between quotation marks, within one block.
type quoted struct {
	span.Span // marks included
	inner     span.Span
	block     int
	depth     int  // 0 for outermost
	single    bool // ‘ ’ or ' '
	closed    bool // the closing mark was found
	continues bool // goes on a quoted that the block before left open
}

// style is a pair of marks that open and close quotations.
type style uint8

const (
	curly     style = iota // “ ”
	straight               // "
	penn                   // `` '' and ''...''
	guillem                // « »
	curly1                 // ‘ ’
	straight1              // '
	low                    // „ “
)

// scanner finds quoted stretches in one block. Marks are matched by what
// stands beside them, since archives mix curly and straight ones and lose
// some altogether.
type scanner struct {
	text  string
	out   []quoted
	stack []open
}

type open struct {
	style style
	at    int // of the mark
	in    int // behind the mark
	index int // in out
}

// findQuoted lists the quoted stretches of the blocks of text, in order of
// their opening marks. A stretch that its block leaves open goes on in the
// next one if that begins with an opening mark (the convention of print) or
// closes it, else it ends with its block.
func findQuoted(dst []quoted, text string, blocks []span.Span) []quoted {
	sc := scanner{text: text, out: dst}
	leftOpen := style(255)
	for bi, b := range blocks {
		first := len(sc.out)
		if leftOpen != 255 && sc.closesFirst(leftOpen, b) {
			// The words go on without a mark of their own.
			at := leadingMark(text, b)
			sc.open(leftOpen, at, at, bi)
		}
		sc.block(b, bi)
		if leftOpen != 255 && first < len(sc.out) && sc.out[first].Start == leadingMark(text, b) {
			sc.out[first].continues = true
		}
		leftOpen = 255
		// What is left open ends here.
		for i := len(sc.stack) - 1; i >= 0; i-- {
			o := sc.stack[i]
			q := &sc.out[o.index]
			q.End, q.inner.End = b.End, b.End
			if i == 0 {
				leftOpen = o.style
			}
			if o.style == curly1 || o.style == straight1 {
				q.inner = span.Span{Start: -1} // an apostrophe after all
			}
		}
		sc.stack = sc.stack[:0]
		// Drop what turned out to be no quotation.
		keep := sc.out[:first]
		for _, q := range sc.out[first:] {
			if q.inner.Start >= 0 && q.inner.End > q.inner.Start {
				keep = append(keep, q)
			}
		}
		sc.out = keep
	}
	setDepth(sc.out)
	return sc.out
}

// closesFirst reports whether the first double mark in b can only close what
// was left open in style s.
func (sc *scanner) closesFirst(s style, b span.Span) bool {
	if s != curly && s != straight {
		return false
	}
	i := strings.IndexAny(b.Of(sc.text), "“”\"„«")
	if i <= 0 {
		return false
	}
	i += b.Start
	r, n := utf8.DecodeRuneInString(sc.text[i:])
	before, _ := utf8.DecodeLastRuneInString(sc.text[b.Start:i])
	after := sc.after(i+n, b.End)
	return (r == '”' || r == '"') && closes(before, after) && !opens(before, after) && !unicode.IsDigit(before)
}

// setDepth counts for each stretch how many others enclose it.
func setDepth(qs []quoted) {
	around := make([]int, 0, maxDepth) // those that may enclose the next one, each enclosed by the one before
	for i := range qs {
		n := len(around)
		for n > 0 && (qs[around[n-1]].block != qs[i].block || qs[around[n-1]].End < qs[i].End) {
			n--
		}
		qs[i].depth = n
		around = append(around[:n], i)
	}
}

// leadingMark is the offset of the first byte of b that is no white space.
func leadingMark(text string, b span.Span) int {
	return b.End - len(strings.TrimLeftFunc(b.Of(text), unicode.IsSpace))
}

func (sc *scanner) block(b span.Span, bi int) {
	t := sc.text
	for i := b.Start; i < b.End; {
		c := t[i]
		if c < utf8.RuneSelf && c != '"' && c != '\'' && c != '`' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(t[i:b.End])
		before, _ := utf8.DecodeLastRuneInString(t[b.Start:i])
		if i == b.Start {
			before = ' '
		}
		switch r {
		case '“':
			if sc.top(low) {
				sc.close(low, i, i+n)
			} else if sc.top(curly) && closes(before, sc.after(i+n, b.End)) {
				// A mark that was turned the wrong way round.
				sc.close(curly, i, i+n)
			} else {
				sc.open(curly, i, i+n, bi)
			}
		case '”':
			if !sc.close(curly, i, i+n) && !sc.close(straight, i, i+n) && !sc.close(low, i, i+n) &&
				opens(before, sc.after(i+n, b.End)) {
				sc.open(curly, i, i+n, bi)
			}
		case '„', '‟':
			sc.open(low, i, i+n, bi)
		case '«':
			sc.open(guillem, i, i+n, bi)
		case '»':
			sc.close(guillem, i, i+n)
		case '"', '＂':
			sc.toggle(straight, i, i+n, b.End, before, bi)
		case '`':
			if i+1 < b.End && t[i+1] == '`' {
				n = 2
				sc.open(penn, i, i+n, bi)
			}
		case '\'':
			if i+1 < b.End && t[i+1] == '\'' {
				n = 2
				sc.toggle(penn, i, i+n, b.End, before, bi)
			} else {
				sc.single(straight1, i, i+n, b.End, before, bi)
			}
		case '‘', '‛':
			if sc.apostrophe(i+n, b.End, before) {
				break
			}
			sc.open(curly1, i, i+n, bi)
		case '’':
			sc.single(curly1, i, i+n, b.End, before, bi)
		}
		i += n
	}
}

func (sc *scanner) after(i, end int) rune {
	if i >= end {
		return ' '
	}
	r, _ := utf8.DecodeRuneInString(sc.text[i:end])
	return r
}

func (sc *scanner) top(s style) bool {
	return len(sc.stack) > 0 && sc.stack[len(sc.stack)-1].style == s
}

func (sc *scanner) has(s style) bool {
	for _, o := range sc.stack {
		if o.style == s {
			return true
		}
	}
	return false
}

// maxDepth bounds nesting, so that a text of marks alone costs linear time.
const maxDepth = 8

func (sc *scanner) open(s style, at, in, block int) {
	if len(sc.stack) >= maxDepth {
		return
	}
	if (s == curly || s == straight || s == penn) && sc.has(s) {
		// The same double mark opens again: the first one was never closed.
		for !sc.top(s) {
			sc.abandon()
		}
		o := sc.stack[len(sc.stack)-1]
		q := &sc.out[o.index]
		q.End, q.inner.End = at, at
		for q.inner.End > q.inner.Start && sc.text[q.inner.End-1] <= ' ' {
			q.inner.End--
			q.End--
		}
		sc.stack = sc.stack[:len(sc.stack)-1]
	}
	sc.stack = append(sc.stack, open{style: s, at: at, in: in, index: len(sc.out)})
	sc.out = append(sc.out, quoted{Span: span.Span{Start: at, End: in}, inner: span.Span{Start: in, End: in}, block: block, single: s == curly1 || s == straight1})
}

// abandon gives up the innermost open mark.
func (sc *scanner) abandon() {
	o := sc.stack[len(sc.stack)-1]
	sc.out[o.index].inner.Start = -1
	sc.stack = sc.stack[:len(sc.stack)-1]
}

// close ends the innermost stretch of style s at the mark [at, end), giving
// up what is open within it. It reports whether there was one.
func (sc *scanner) close(s style, at, end int) bool {
	if !sc.has(s) {
		return false
	}
	for !sc.top(s) {
		sc.abandon()
	}
	o := sc.stack[len(sc.stack)-1]
	q := &sc.out[o.index]
	q.End, q.inner.End, q.closed = end, at, true
	sc.stack = sc.stack[:len(sc.stack)-1]
	return true
}

// toggle handles a mark that looks the same at both ends.
func (sc *scanner) toggle(s style, at, end, limit int, before rune, block int) {
	after := sc.after(end, limit)
	if sc.has(s) {
		if opens(before, after) && !closes(before, after) && !sc.lastChance(s, end, limit) {
			sc.open(s, at, end, block)
			return
		}
		sc.close(s, at, end)
		return
	}
	if s == penn && sc.has(curly) {
		sc.close(curly, at, end)
		return
	}
	if sc.has(curly) && closes(before, after) {
		sc.close(curly, at, end)
		return
	}
	if closes(before, after) && !opens(before, after) && unicode.IsDigit(before) {
		return // inches
	}
	sc.open(s, at, end, block)
}

// lastChance reports whether no mark of style s stands behind i that could
// close what is open, so that even an odd-looking one must.
func (sc *scanner) lastChance(s style, i, limit int) bool {
	mark := `"`
	if s == penn {
		mark = "''"
	}
	return !strings.Contains(sc.text[i:min(limit, i+2000)], mark)
}

// single handles ' and ’, which are apostrophes most of the time.
func (sc *scanner) single(s style, at, end, limit int, before rune, block int) {
	after := sc.after(end, limit)
	if letter(before) && letter(after) {
		return // don't
	}
	if sc.has(s) {
		if !closes(before, after) {
			return
		}
		if before == 's' && after == ' ' && sc.closesLater(s, end, limit, true) {
			return // the plural's possessive
		}
		sc.close(s, at, end)
		return
	}
	if s == straight1 && opens(before, after) && !sc.apostrophe(end, limit, before) && sc.closesLater(s, end, limit, false) {
		sc.open(s, at, end, block)
	}
}

// apostrophe reports whether a single mark in front of i begins a shortened
// word or number ('em, '90s) rather than a quotation.
func (sc *scanner) apostrophe(i, limit int, before rune) bool {
	if letter(before) {
		return true
	}
	rest := sc.text[i:min(limit, i+6)]
	if rest == "" {
		return true
	}
	if rest[0] >= '0' && rest[0] <= '9' && len(rest) >= 3 && rest[1] >= '0' && rest[1] <= '9' && (rest[2] == 's' || rest[2] == ' ' || rest[2] == '-') {
		return true
	}
	word := rest
	for k := 0; k < len(rest); k++ {
		if !letter(rune(rest[k])) {
			word = rest[:k]
			break
		}
	}
	switch strings.ToLower(word) {
	case "em", "til", "tis", "twas", "cause", "bout", "round", "n", "im", "er", "cos":
		return true
	}
	return false
}

// closesLater reports whether a single mark that can close follows within
// the block and within 400 bytes; if sure, one that can be no possessive.
func (sc *scanner) closesLater(s style, i, limit int, sure bool) bool {
	limit = min(limit, i+400)
	for k := i; k < limit; {
		r, n := utf8.DecodeRuneInString(sc.text[k:limit])
		if r == '\'' && s == straight1 || r == '’' && s == curly1 {
			before, _ := utf8.DecodeLastRuneInString(sc.text[:k])
			after := sc.after(k+n, limit)
			if !letter(after) && !unicode.IsSpace(before) && !(sure && before == 's' && after == ' ') {
				return true
			}
		}
		k += n
	}
	return false
}

// opens reports whether a mark between these runes can open a quotation.
func opens(before, after rune) bool {
	return !unicode.IsSpace(after) && (unicode.IsSpace(before) || strings.ContainsRune("([{—–-/\"“‘'`:;,.…>*_\u200b", before))
}

// closes reports whether a mark between these runes can close a quotation.
func closes(before, after rune) bool {
	return !unicode.IsSpace(before) && (unicode.IsSpace(after) || !letter(after) || unicode.IsPunct(before))
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
