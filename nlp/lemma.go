package nlp

import (
	"encoding/binary"
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// lemmaTable holds the inflected forms that the rules get wrong: of irregular
// words, and of those whose stem's last letters cannot be told ("making").
// It is an open-addressed hash table from form and kind of word to a lemma.
type lemmaTable struct {
	mask  uint32
	keys  []uint32
	vals  []uint16 // offset of the edit in edits
	edits []lemmaEdit
}

// lemmaEdit makes a lemma of a lower-cased form: cut bytes off, add add.
type lemmaEdit struct {
	cut uint8
	add string
}

// The kinds of word that inflect differently.
const (
	lemmaVerb = iota + 1
	lemmaNoun
	lemmaComp // comparatives and superlatives
)

// lemmaKind is the kind of words tagged p, 0 for those that do not inflect.
func lemmaKind(p POS) uint32 {
	switch p {
	case VBD, VBG, VBN, VBZ, VBP, VB, MD:
		return lemmaVerb
	case NNS:
		return lemmaNoun
	case JJR, JJS, RBR, RBS:
		return lemmaComp
	}
	return 0
}

func lemmaKey(kind uint32, low []byte) uint32 {
	h := 2166136261 ^ kind*0x9E3779B1
	for _, c := range low {
		h = (h ^ uint32(c)) * 16777619
	}
	h ^= h >> 15
	h *= 0x2C1B3C6D
	h ^= h >> 13
	return h | 1
}

func (t *lemmaTable) find(kind uint32, low []byte) (lemmaEdit, bool) {
	if t.mask == 0 {
		return lemmaEdit{}, false
	}
	k := lemmaKey(kind, low)
	for i := k & t.mask; t.keys[i] != 0; i = (i + 1) & t.mask {
		if t.keys[i] == k {
			return t.edits[t.vals[i]], true
		}
	}
	return lemmaEdit{}, false
}

// LemmaTable builds the table of lemmas from forms that the rules get wrong.
// It is for training.
type LemmaTable struct{ forms map[lemmaForm]string }

type lemmaForm struct {
	kind uint32
	form string
}

// Learn tells t the lemma of a lower-cased form tagged p. It keeps it if the
// rules do not know.
func (t *LemmaTable) Learn(form string, p POS, lemma string) bool {
	k := lemmaKind(p)
	if k == 0 {
		return false
	}
	if t.forms == nil {
		t.forms = map[lemmaForm]string{}
	}
	cut, add := lemmaRule(p, []byte(form))
	if form[:len(form)-cut]+add == lemma {
		delete(t.forms, lemmaForm{k, form})
		return false
	}
	t.forms[lemmaForm{k, form}] = lemma
	return true
}

// WriteTo writes t for the annotator to read.
func (t *LemmaTable) WriteTo(w io.Writer) (int64, error) {
	forms := make([]lemmaForm, 0, len(t.forms))
	for f := range t.forms {
		forms = append(forms, f)
	}
	sortForms(forms)
	var edits []lemmaEdit
	index := map[lemmaEdit]int{}
	size := uint32(16)
	for int(size) < 2*len(forms) {
		size *= 2
	}
	keys, vals := make([]uint32, size), make([]uint16, size)
	for _, f := range forms {
		lemma := t.forms[f]
		n := 0
		for n < len(lemma) && n < len(f.form) && lemma[n] == f.form[n] {
			n++
		}
		e := lemmaEdit{uint8(len(f.form) - n), lemma[n:]}
		if _, ok := index[e]; !ok {
			index[e] = len(edits)
			edits = append(edits, e)
		}
		k := lemmaKey(f.kind, []byte(f.form))
		i := k & (size - 1)
		for keys[i] != 0 && keys[i] != k {
			i = (i + 1) & (size - 1)
		}
		keys[i], vals[i] = k, uint16(index[e])
	}
	var out []byte
	out = binary.LittleEndian.AppendUint32(out, size)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(edits)))
	for _, e := range edits {
		out = append(out, e.cut, byte(len(e.add)))
		out = append(out, e.add...)
	}
	for i := range keys {
		out = binary.LittleEndian.AppendUint32(out, keys[i])
	}
	for i := range vals {
		out = binary.LittleEndian.AppendUint16(out, vals[i])
	}
	n, err := w.Write(out)
	return int64(n), err
}

func readLemmas(r io.Reader) (*lemmaTable, error) {
	var h [2]uint32
	if err := binary.Read(r, binary.LittleEndian, &h); err != nil {
		return nil, fmt.Errorf("table of lemmas: %w", err)
	}
	if h[0] == 0 || h[0]&(h[0]-1) != 0 || h[0] > 1<<22 || h[1] > 1<<16 {
		return nil, fmt.Errorf("table of lemmas: damaged header %v", h)
	}
	t := &lemmaTable{mask: h[0] - 1, keys: make([]uint32, h[0]), vals: make([]uint16, h[0]), edits: make([]lemmaEdit, h[1])}
	for i := range t.edits {
		var b [256]byte
		if _, err := io.ReadFull(r, b[:2]); err != nil {
			return nil, fmt.Errorf("table of lemmas: %w", err)
		}
		n := int(b[1])
		t.edits[i].cut = b[0]
		if _, err := io.ReadFull(r, b[:n]); err != nil {
			return nil, fmt.Errorf("table of lemmas: %w", err)
		}
		t.edits[i].add = string(b[:n])
	}
	if err := binary.Read(r, binary.LittleEndian, t.keys); err != nil {
		return nil, fmt.Errorf("table of lemmas: %w", err)
	}
	if err := binary.Read(r, binary.LittleEndian, t.vals); err != nil {
		return nil, fmt.Errorf("table of lemmas: %w", err)
	}
	for _, v := range t.vals {
		if int(v) >= max(1, len(t.edits)) {
			return nil, fmt.Errorf("table of lemmas: no edit %d", v)
		}
	}
	return t, nil
}

// lemma returns the lemma of token i: a slice of the text or of a constant
// where it can, else of a's arena.
func (b *Builtin) lemma(a *Annotation, i int) string {
	w := a.Word(i)
	p := a.Tokens[i].POS
	if c := w[0]; len(w) == 1 && !asciiUpper(c) {
		return w
	}
	// Clitics.
	if len(w) <= 5 && p != NNP {
		if l := cliticLemma(a, i, w, p); l != "" {
			return l
		}
	}
	if p == PRP {
		switch {
		case len(w) == 2 && foldEq(w, "me"):
			return "I"
		case len(w) == 2 && foldEq(w, "us"):
			return "we"
		case foldEq(w, "him"):
			return "he"
		case foldEq(w, "her"):
			return "she"
		case foldEq(w, "them"):
			return "they"
		}
	}
	if p.Proper() || p == ADD {
		if p == NNPS && len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' {
			return pluralName(a, w)
		}
		return w
	}
	var buf [64]byte
	low, changed := lowered(buf[:0], w)
	kind := lemmaKind(p)
	if kind == 0 {
		if !changed {
			return w
		}
		return a.keep(low, "")
	}
	var cut int
	var add string
	if l := irregular(p, low); l != "" {
		return l
	}
	if e, ok := b.lemmas.find(kind, low); ok && int(e.cut) <= len(low) {
		cut, add = int(e.cut), e.add
	} else {
		cut, add = lemmaRule(p, low)
	}
	if len(low)-cut+len(add) <= 0 {
		return w
	}
	if !changed && add == "" {
		return w[:len(w)-cut]
	}
	return a.keep(low[:len(low)-cut], add)
}

// pluralName takes the s off a proper noun in the plural, as of
// "Republicans" or "the Clintons".
func pluralName(a *Annotation, w string) string {
	if len(w) > 4 && w[len(w)-3:] == "ies" {
		return a.keep([]byte(w[:len(w)-3]), "y")
	}
	return w[:len(w)-1]
}

// keep stores a lemma in the arena.
func (a *Annotation) keep(stem []byte, add string) string {
	n := len(a.arena)
	a.arena = append(a.arena, stem...)
	a.arena = append(a.arena, add...)
	s := a.arena[n:]
	return unsafe.String(unsafe.SliceData(s), len(s))
}

// lowered appends w in lower case, with ’ as ', and reports whether that
// differs from w.
func lowered(dst []byte, w string) ([]byte, bool) {
	changed := false
	for i := 0; i < len(w); {
		c := w[i]
		if c < utf8.RuneSelf {
			if asciiUpper(c) {
				c |= 0x20
				changed = true
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(w[i:])
		switch {
		case r == '’':
			dst = append(dst, '\'')
			changed = true
		case r == utf8.RuneError && n == 1:
			dst = append(dst, c)
		default:
			l := unicode.ToLower(r)
			changed = changed || l != r
			dst = utf8.AppendRune(dst, l)
		}
		i += n
	}
	return dst, changed
}

// cliticLemma is the lemma of a contracted word, "" if w is none.
func cliticLemma(a *Annotation, i int, w string, p POS) string {
	c := w[0]
	if c == '\'' || len(w) > 2 && w[:3] == "’" {
		rest := w[1:]
		if c != '\'' {
			rest = w[3:]
		}
		switch {
		case foldEq(rest, "s"):
			switch {
			case p == POSS:
				return "'s"
			case p == PRP:
				return "we"
			case p == VBZ:
				if a.hasBehind(i) {
					return "have"
				}
				return "be"
			}
			return "'s"
		case foldEq(rest, "m"):
			return "be"
		case foldEq(rest, "re"):
			return "be"
		case foldEq(rest, "ve"):
			return "have"
		case foldEq(rest, "ll"):
			return "will"
		case foldEq(rest, "d"):
			if p == MD {
				return "would"
			}
			return "have"
		case foldEq(rest, "em"):
			return "them"
		}
		return ""
	}
	if p == RB && (foldEq(w, "n't") || len(w) == 5 && c|0x20 == 'n' && w[1:4] == "’" || foldEq(w, "nt")) {
		return "not"
	}
	if p == MD {
		switch {
		case foldEq(w, "ca"):
			return "can"
		case foldEq(w, "wo"):
			return "will"
		case foldEq(w, "sha"):
			return "shall"
		}
	}
	return ""
}

// hasBehind reports whether a participle stands behind the 's at i, which is
// then "has": "she's said".
func (a *Annotation) hasBehind(i int) bool {
	for k := i + 1; k < len(a.Tokens) && k < i+4; k++ {
		switch a.Tokens[k].POS {
		case RB:
			continue
		case VBN:
			w := a.Word(k)
			return foldEq(w, "been") || foldEq(w, "got") || foldEq(w, "had") || foldEq(w, "said") || foldEq(w, "become")
		}
		return false
	}
	return false
}

// LemmaKind names the class of words that share their inflections with those
// tagged p, "" if they have none. It is for training.
func LemmaKind(p POS) string {
	return [...]string{"", "verb", "noun", "comparison"}[lemmaKind(p)]
}
