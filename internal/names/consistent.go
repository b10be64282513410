package names

import "github.com/onrecord/onrecord/internal/words"

// votes counts what a document calls one name.
type votes struct {
	kind    [4]uint16 // by kind, where the whole name stands
	surname uint16    // times it was the last word of a person's name of several words
}

// Votes makes the names of a document consistent: what is the same name is of
// the same kind. Reuse one to save memory.
type Votes struct{ m map[uint32]votes }

// key is the hash of the name at words [i, j).
func key(ws []words.Word, i, j int) uint32 {
	h := uint32(2166136261)
	for ; i < j; i++ {
		h = (h ^ ws[i].Low) * 16777619
	}
	return h
}

// end returns the end of the name that begins at i.
func end(labels []uint8, i, last int) int {
	j := i + 1
	for j < last && labels[j] != 0 && labels[j]%2 == 0 {
		j++
	}
	return j
}

// set labels [i, j) as a name of kind k.
func set(labels []uint8, i, j, k int) {
	for x := i; x < j; x++ {
		labels[x] = uint8(2*k + 2)
	}
	labels[i]--
}

// Apply changes the labels of a whole document. ends are the ends of its
// sentences; title tells whether a word is a title, and legal whether it is
// the legal form of a firm (Inc.), given its index; proper whether it may be a
// name by its part of speech.
func (v *Votes) Apply(ws []words.Word, labels []uint8, ends func(yield func(first, last int) bool), title, legal, proper func(i int) bool) {
	if v.m == nil {
		v.m = map[uint32]votes{}
	}
	clear(v.m)
	any := false
	for first, last := range ends {
		for i := first; i < last; i++ {
			if labels[i] == 0 {
				continue
			}
			any = true
			j := end(labels, i, last)
			k := int(labels[i]-1) / 2
			if k == Person {
				// A title is no part of the name.
				for i < j-1 && title(i) {
					labels[i] = 0
					i++
				}
				labels[i] = 2*Person + 1
			}
			if k != Organization && (j-i > 1 && legal(j-1) || k == Person && listed(ws[i:j])) {
				k = Organization
				set(labels, i, j, k)
			}
			x := v.m[key(ws, i, j)]
			x.kind[k]++
			v.m[key(ws, i, j)] = x
			if k == Person && j-i > 1 {
				x = v.m[key(ws, j-1, j)]
				x.surname++
				v.m[key(ws, j-1, j)] = x
			}
			i = j - 1
		}
	}
	if !any {
		return
	}
	for first, last := range ends {
		for i := first; i < last; i++ {
			if labels[i] == 0 {
				// A surname that was overlooked.
				if ws[i].Cap && proper(i) {
					if x := v.m[key(ws, i, i+1)]; x.surname > 0 && 2*x.kind[Person]+3 > 2*(x.kind[Organization]+x.kind[Place]+x.kind[Misc]) && (i+1 == last || labels[i+1] != 0 || !ws[i+1].Cap) && (i == first || !ws[i-1].Cap || title(i-1)) {
						labels[i] = 2*Person + 1
					}
				}
				continue
			}
			j := end(labels, i, last)
			x := v.m[key(ws, i, j)]
			own := int(labels[i]-1) / 2
			best := own
			score := func(k int) int {
				n := 2 * int(x.kind[k])
				if k == Person && j-i == 1 && x.surname > 0 {
					n += 3
				}
				return n
			}
			for k := range x.kind {
				if score(k) > score(best) {
					best = k
				}
			}
			if best != own {
				set(labels, i, j, best)
			}
			i = j - 1
		}
	}
}

// listed reports whether the list of organisations has the name, and no word
// of it is a first name.
func listed(ws []words.Word) bool {
	for i := range ws {
		if ws[i].Lex&words.InOrganization == 0 {
			return false
		}
	}
	return len(ws) > 1 || ws[0].Lex&(words.FirstName|words.Surname) == 0
}
