package names

import "github.com/onrecord/onrecord/internal/words"

// Document gathers what a first pass over a document calls each word, for the
// second.
type Document struct{ words map[uint32]uses }

type uses struct {
	kind [5]uint16 // times it was no name, or part of a name of each kind
	last uint16    // times it was the last word of a person's name of several
}

// Reset empties d.
func (d *Document) Reset() {
	if d.words == nil {
		d.words = map[uint32]uses{}
	}
	clear(d.words)
}

func kindOf(label uint8) int { return int(label+1) / 2 }

// Add adds a sentence with the labels of the first pass.
func (d *Document) Add(ws []words.Word, labels []uint8) {
	for i := range ws {
		if !ws[i].Cap {
			continue
		}
		u := d.words[ws[i].Low]
		u.kind[kindOf(labels[i])]++
		if labels[i] == 2*Person+2 && (i+1 == len(ws) || labels[i+1] != 2*Person+2) {
			u.last++
		}
		d.words[ws[i].Low] = u
	}
}

// Hints sets dst to what the rest of the document says of each word of a
// sentence that was added: 0 for nothing. It reports whether any of that
// speaks against the sentence's own labels.
func (d *Document) Hints(dst []uint8, ws []words.Word, labels []uint8) bool {
	against := false
	for i := range ws {
		dst[i] = 0
		if !ws[i].Cap {
			continue
		}
		u := d.words[ws[i].Low]
		own := kindOf(labels[i])
		u.kind[own]--
		if labels[i] == 2*Person+2 && (i+1 == len(ws) || labels[i+1] != 2*Person+2) {
			u.last--
		}
		best, n := 0, uint16(0)
		for k, c := range u.kind {
			if c > n {
				best, n = k, c
			}
		}
		if n == 0 {
			continue
		}
		h := uint8(1 + best)
		if n > 2 {
			h += 5
		}
		if u.last > 0 {
			h += 10
		}
		dst[i] = h
		if best != own || u.last > 0 && own != Person+1 {
			against = true
		}
	}
	return against
}
