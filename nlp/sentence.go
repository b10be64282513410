package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/span"
)

// block is a stretch of text that holds whole sentences.
type block struct {
	start, end int
	index      int // in Input.Blocks
	heading    bool
}

// paragraphs appends the stretches between blank lines of text.
func paragraphs(text string, dst []block) []block {
	start, n := 0, 0
	for i := 0; i < len(text); {
		if text[i] != '\n' {
			i++
			continue
		}
		j := i + 1
		lines := 1
		for j < len(text) && (text[j] == '\n' || text[j] == ' ' || text[j] == '\t' || text[j] == '\r') {
			if text[j] == '\n' {
				lines++
			}
			j++
		}
		if lines > 1 {
			dst = append(dst, block{start: start, end: i, index: n})
			n++
			start = j
		}
		i = j
	}
	return append(dst, block{start: start, end: len(text), index: n})
}

// sentences cuts the tokens from first on, all of one block, into sentences.
func (a *Annotation) sentences(first int, b block) {
	n := len(a.Tokens)
	if !b.heading {
		if k := a.dateline(first); k > first {
			a.addSentence(first, k, b)
			first = k
		}
	}
	start := first
	quotes := 0 // straight double quotation marks of the block so far
	for i := first; i < n; i++ {
		if w := a.Word(i); w == `"` || w == "``" || w == "''" {
			quotes++
		}
		if i+1 == n {
			break
		}
		end := i + 1
		if b.heading {
			continue
		}
		switch {
		case a.lineBreak(i, start, b):
		case a.terminal(i):
			// Closing marks stay with their sentence.
			q := quotes
			for end < n && a.Tokens[end].Start == a.Tokens[end-1].End && a.closer(end, q) {
				if w := a.Word(end); w == `"` || w == "''" {
					q++
				}
				end++
			}
			// So does the number of a note.
			for end+2 < n && a.Word(end) == "[" && allDigits(a.Word(end+1)) && a.Word(end+2) == "]" {
				end += 3
			}
			if end == n {
				i = n - 1
				continue
			}
			if !a.boundary(start, i, end, b) {
				continue
			}
			quotes = q
		default:
			continue
		}
		a.addSentence(start, end, b)
		start = end
		i = end - 1
	}
	if start < n {
		a.addSentence(start, n, b)
	}
}

// maxSentence is the length, in tokens, at which a sentence is cut all the
// same: what looks like a longer one is none, and the layers above take time
// with the square of it.
const maxSentence = 300

func (a *Annotation) addSentence(first, last int, b block) {
	for ; last-first > maxSentence; first += maxSentence {
		a.addPiece(first, first+maxSentence, b)
	}
	a.addPiece(first, last, b)
}

func (a *Annotation) addPiece(first, last int, b block) {
	k := int32(len(a.Sentences))
	for i := first; i < last; i++ {
		a.Tokens[i].Sentence = k
	}
	a.Sentences = append(a.Sentences, Sentence{Span: span.Span{Start: int(a.Tokens[first].Start), End: int(a.Tokens[last-1].End)}, First: first, Last: last, Block: b.index})
}

// terminal reports whether token i may end a sentence.
func (a *Annotation) terminal(i int) bool {
	w := a.Word(i)
	switch c := w[len(w)-1]; c {
	case '.', '?', '!':
		return true
	}
	return strings.HasSuffix(w, "…")
}

// closer reports whether token i, which follows its predecessor without
// space, closes what stood before. quotes is the number of straight
// quotation marks before it.
func (a *Annotation) closer(i, quotes int) bool {
	switch w := a.Word(i); w {
	case "”", "’", ")", "]", "''", "»", "}":
		return true
	case `"`:
		// An odd one closes; so does one before white space.
		return quotes%2 == 1 || !a.gapless(i+1)
	case "'":
		if !a.gapless(i + 1) {
			return true
		}
		switch a.Word(i + 1) {
		case "”", `"`, "''", ".":
			return true // '" and '.''
		}
	case "“":
		return !a.gapless(i + 1) // set the wrong way round
	case ".":
		return quoteMark(a.Word(i - 1)) // '.''
	}
	return false
}

func quoteMark(w string) bool {
	switch w {
	case "'", "’", "”", `"`, "''":
		return true
	}
	return false
}

// gapless reports whether token i follows its predecessor without space.
func (a *Annotation) gapless(i int) bool {
	return i > 0 && i < len(a.Tokens) && a.Tokens[i].Start == a.Tokens[i-1].End
}

// gap returns what stands between tokens i-1 and i.
func (a *Annotation) gap(i int) string { return a.Text[a.Tokens[i-1].End:a.Tokens[i].Start] }

// lineBreak reports whether the line ends behind token i and the sentence
// with it: behind a terminal mark or a colon, before a list's mark, and
// behind a line that is no wrapped one.
func (a *Annotation) lineBreak(i, start int, b block) bool {
	if a.Tokens[i+1].Start-a.Tokens[i].End < 1 {
		return false
	}
	g := a.gap(i + 1)
	if strings.IndexByte(g, '\n') < 0 && !strings.Contains(g, "\u2028") && !strings.Contains(g, "\u2029") {
		return false
	}
	next := a.Word(i + 1)
	switch a.Word(i) {
	case ".", "?", "!", ":", "...", "…", "”", `"`, "''", "’", ")":
		r, _ := utf8.DecodeRuneInString(next)
		if !unicode.IsLower(r) {
			return true
		}
	}
	switch next {
	case "•", "·", "*", "–", "—", "-", "▪", "●", "◦":
		return true
	}
	r, _ := utf8.DecodeRuneInString(next)
	if unicode.IsLower(r) {
		return false
	}
	// A line far shorter or longer than those of wrapped text is a line of
	// its own.
	end := int(a.Tokens[i].End)
	from := strings.LastIndexByte(a.Text[b.start:end], '\n') + 1 + b.start
	width := end - from
	if width > 100 {
		return true
	}
	to := int(a.Tokens[i+1].Start)
	nl := strings.IndexByte(a.Text[to:b.end], '\n')
	following := b.end - to
	if nl >= 0 {
		following = nl
	}
	// The next word would have had room on this line.
	return width+len(next)+1 < 60 && width+len(next)+1 < following || width < 45
}

// boundary reports whether a sentence ends with the terminal token i and the
// closing marks up to token end, where the next one would begin.
func (a *Annotation) boundary(start, i, end int, b block) bool {
	w := a.Word(i)
	next := a.Word(end)
	r, _ := utf8.DecodeRuneInString(next)
	closed := end > i+1
	// Look behind opening marks.
	k := end
	for k+1 < len(a.Tokens) && opener(next) {
		k++
		next = a.Word(k)
		r, _ = utf8.DecodeRuneInString(next)
	}
	opened := k > end
	switch {
	case unicode.IsLower(r):
		// "iPhone sales ..." begins sentences, too.
		return len(next) > 1 && asciiLower(next[0]) && asciiUpper(next[1]) && w == "." && !closed
	case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !opened:
		switch next {
		case ",", ";", ":", ")", "]", "”", "’", "%", "/", "-":
			return false
		case "—", "–", "--", "―":
			return false
		}
	}
	if i == start && (w == "..." || w == "…") {
		return false
	}
	gap := a.gap(end)
	if gap == "" && !opened {
		// "end.Next": a space was forgotten; but not in "Yahoo! Inc".
		return w == "." && unicode.IsUpper(r) && end == i+1 && int(a.Tokens[i].Start) > 0 && asciiLower(a.Text[a.Tokens[i].Start-1]) || closed && unicode.IsUpper(r)
	}
	if w == "." || len(w) == 1 || w[0] == '?' || w[0] == '!' || w[0] == '.' || strings.HasPrefix(w, "…") {
		switch {
		case w == ".":
			// A point that stands alone always ends; a number in a list does not.
			if i == start+1 && allDigits(a.Word(start)) {
				return false
			}
			if i == start+1 && len(a.Word(start)) == 1 && asciiUpper(a.Word(start)[0]) {
				return false
			}
			return true
		case w[0] == '?' || w[0] == '!':
			if closed && !opened && a.reported(end) {
				return false
			}
			return true
		default: // an ellipsis
			return unicode.IsUpper(r) && !(next == "I" && !closed) || unicode.IsDigit(r) && closed
		}
	}
	// An abbreviation or initial that brings its own point.
	stem := w[:len(w)-1]
	if closed && !strings.HasPrefix(a.Word(i+1), ")") && !strings.HasPrefix(a.Word(i+1), "]") {
		return true
	}
	if closed {
		return starter(next) // (D-N.C.)
	}
	if abbreviation(stem) == abbrTitle || stem == "e.g" || stem == "i.e" || stem == "c" || stem == "p" {
		return false
	}
	if opened {
		return !(len(stem) == 1 && asciiUpper(stem[0]))
	}
	if starter(next) {
		if len(stem) == 1 && asciiUpper(stem[0]) && next == "A" {
			return false
		}
		return true
	}
	switch stem {
	case "a.m", "p.m", "A.M", "P.M":
		switch next {
		case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Eastern", "Pacific", "Central", "Mountain", "EST", "EDT", "ET", "PST", "PDT", "PT", "CST", "CDT", "E.T.", "E.S.T.", "E.D.T.", "P.T.", "GMT", "BST", "UTC", "AEST", "AEDT", "CET":
			return false
		}
		return unicode.IsUpper(r)
	case "etc", "Etc":
		return unicode.IsUpper(r)
	}
	return false
}

// opener reports whether w is a mark that a sentence may begin with.
func opener(w string) bool {
	switch w {
	case "“", "‘", "(", "[", "``", `"`, "'", "«", "¿", "¡":
		return true
	}
	return false
}

// reported reports whether what follows at token i says who asked or cried:
// a name of at most three words, and a verb of speech.
func (a *Annotation) reported(i int) bool {
	for k := i; k < i+4 && k < len(a.Tokens); k++ {
		w := a.Word(k)
		if k > i && asked(w) {
			return true
		}
		if !asciiUpper(w[0]) || k == i && starter(w) && w != "He" && w != "She" && w != "The" {
			return false
		}
	}
	return false
}

// asked reports whether w is a verb that reports a question or a cry.
func asked(w string) bool {
	switch w {
	case "asked", "said", "asks", "says", "wondered", "cried", "shouted", "exclaimed", "replied", "tweeted", "wrote", "yelled", "added", "continued", "declared", "demanded", "responded", "answered", "told":
		return true
	}
	return false
}
