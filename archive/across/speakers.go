package across

import (
	"slices"
	"strings"
)

// Speaker is somebody whom the archive quotes.
type Speaker struct {
	Name         string  `json:"name"` // the most frequent form
	Kind         string  `json:"kind"`
	Forms        []Count `json:"forms"`
	Roles        []Count `json:"roles"`
	Affiliations []Count `json:"affiliations"`
	Articles     int     `json:"articles"`
	Quotes       int     `json:"quotes"`
	// Uncertain says that the archive has others of the same name with other
	// affiliations: the same person may be listed more than once.
	Uncertain bool `json:"uncertain"`
}

// speakerIndex collects who is quoted. Persons agree where first and last
// name do, titles and middle initials aside, and nothing that is said of them
// speaks against it: affiliations, where stated, must share a word.
// Organizations and documents agree where their names do.
//
// Everything is held in tables without pointers: there are millions of names,
// and the garbage collector would look at each again and again.
type speakerIndex struct {
	by      map[uint64]uint32 // hash of the key: the first tally of that name
	tallies blocks[tally]
	names   texts
	told    blocks[tell]
	toldBy  map[uint64]uint32 // owner and text: index in told
	words   []link            // of affiliations, by their hashes
	scratch []uint32
}

// tally is what is known of one speaker.
type tally struct {
	kind             uint32 // in names
	next             uint32 // the next one of the same name, 0 for none
	others           bool   // it is the next one of another
	words            uint32 // of its affiliations: the first in words, 0 for none
	size             int32  // how many
	articles, quotes int32
	last             int64
}

// tell is a form of a name, a role or an affiliation of a speaker.
type tell struct {
	owner uint32 // tally*tellKinds + kind
	text  uint32
	count int32
}

const (
	nameForm = iota
	nameRole
	nameAffiliation
	tellKinds
)

// link is a number of a list; next is the index of the next one, 0 for none.
type link struct{ value, next uint32 }

func newSpeakerIndex() *speakerIndex {
	return &speakerIndex{by: map[uint64]uint32{}, toldBy: map[uint64]uint32{}, words: make([]link, 1)}
}

func (x *speakerIndex) add(a *Article) {
	for i := range a.Quotes {
		q := &a.Quotes[i]
		key := speakerKey(q.Speaker, q.SpeakerKind, q.Role)
		if key == "" {
			continue
		}
		id := x.find(hash64(key), q)
		x.tell(id, nameForm, q.Speaker)
		x.tell(id, nameRole, q.Role)
		x.tell(id, nameAffiliation, q.Affiliation)
		t := x.tallies.at(id)
		t.quotes++
		if t.articles == 0 || t.last != a.Seq {
			t.articles++
			t.last = a.Seq
		}
	}
}

// tell counts what is said of a speaker; the empty text does not count.
func (x *speakerIndex) tell(id uint32, kind int, s string) {
	if s == "" {
		return
	}
	owner, text := id*tellKinds+uint32(kind), x.names.add(s)
	key := uint64(owner)<<32 | uint64(text)
	k, ok := x.toldBy[key]
	if !ok {
		k = uint32(x.told.n)
		x.toldBy[key] = k
		x.told.add(tell{owner: owner, text: text})
	}
	x.told.at(k).count++
}

// speakerKey is equal for names that agree; "" where a name is too little to
// tell, as a last name alone.
func speakerKey(name, kind, role string) string {
	t := nameTokens(name, role)
	switch kind {
	case "person", "author":
		if len(t) < 2 || len([]rune(t[0])) < 2 {
			return ""
		}
		return "p " + t[0] + " " + t[len(t)-1]
	case "organization", "document":
		for len(t) > 1 && t[0] == "the" {
			t = t[1:]
		}
		if len(t) == 0 {
			return ""
		}
		return kind[:1] + " " + strings.Join(t, " ")
	}
	return ""
}

// maxNamesakes bounds how many speakers of one name are told apart.
const maxNamesakes = 64

// find returns the tally that q belongs to: of those with its name, the first
// that its affiliation does not speak against.
func (x *speakerIndex) find(key uint64, q *Quote) uint32 {
	x.scratch = affiliationWords(x.scratch[:0], q.Affiliation)
	last := uint32(0)
	first, known := x.by[key]
	if known {
		id, n := first, 1
		for {
			t := x.tallies.at(id)
			if len(x.scratch) == 0 || t.words == 0 || n == maxNamesakes || x.shares(t, x.scratch) {
				x.learn(t, x.scratch)
				return id
			}
			if t.next == 0 {
				last = id
				break
			}
			id, n = t.next, n+1
		}
	}
	id := uint32(x.tallies.n)
	x.tallies.add(tally{kind: x.names.add(q.SpeakerKind), others: known})
	x.learn(x.tallies.at(id), x.scratch)
	if known {
		x.tallies.at(last).next = id
	} else {
		x.by[key] = id
	}
	return id
}

// maxAffiliation bounds the words that are kept of a speaker's affiliations.
const maxAffiliation = 64

func (x *speakerIndex) learn(t *tally, words []uint32) {
	for i := range words {
		if t.size < maxAffiliation && !x.shares(t, words[i:i+1]) {
			x.words = append(x.words, link{words[i], t.words})
			t.words = uint32(len(x.words) - 1)
			t.size++
		}
	}
}

func (x *speakerIndex) shares(t *tally, words []uint32) bool {
	for k := t.words; k != 0; k = x.words[k].next {
		if slices.Contains(words, x.words[k].value) {
			return true
		}
	}
	return false
}

func affiliationWords(dst []uint32, s string) []uint32 {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if h := hashString(w); !stopWords.has(h) {
			dst = append(dst, h)
		}
	}
	return dst
}

// each calls f with the speakers, in order of first appearance of their names.
func (x *speakerIndex) each(f func(*Speaker) error) error {
	// What is said, in the order of owners.
	begins := make([]uint32, tellKinds*x.tallies.n+1)
	for i := range uint32(x.told.n) {
		begins[x.told.at(i).owner+1]++
	}
	for i := 1; i < len(begins); i++ {
		begins[i] += begins[i-1]
	}
	order := make([]uint32, x.told.n)
	for i := range uint32(x.told.n) {
		b := &begins[x.told.at(i).owner]
		order[*b] = i
		*b++
	}
	list := func(id uint32, kind int) []Count {
		owner, begin := id*tellKinds+uint32(kind), uint32(0)
		if owner > 0 {
			begin = begins[owner-1]
		}
		out := []Count{}
		for _, i := range order[begin:begins[owner]] {
			s := x.told.at(i)
			out = append(out, Count{x.names.get(s.text), int(s.count)})
		}
		byCount(out)
		return out
	}
	for id := range uint32(x.tallies.n) {
		first := x.tallies.at(id)
		if first.others {
			continue
		}
		for i, t := id, first; ; i, t = t.next, x.tallies.at(t.next) {
			s := &Speaker{Kind: x.names.get(t.kind), Forms: list(i, nameForm), Roles: list(i, nameRole), Affiliations: list(i, nameAffiliation),
				Articles: int(t.articles), Quotes: int(t.quotes), Uncertain: first.next != 0}
			s.Name = s.Forms[0].Text
			if err := f(s); err != nil {
				return err
			}
			if t.next == 0 {
				break
			}
		}
	}
	return nil
}
