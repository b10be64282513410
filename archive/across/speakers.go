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
type speakerIndex struct {
	by    map[string][]*tally
	order []string
}

// tally is what is known of one speaker.
type tally struct {
	kind                       string
	forms, roles, affiliations counts
	words                      map[string]bool // of affiliations
	articles, quotes           int
	last                       int64
}

func newSpeakerIndex() *speakerIndex { return &speakerIndex{by: map[string][]*tally{}} }

func (x *speakerIndex) add(a *Article) {
	for i := range a.Quotes {
		q := &a.Quotes[i]
		key := speakerKey(q.Speaker, q.SpeakerKind, q.Role)
		if key == "" {
			continue
		}
		t := x.find(key, q)
		t.forms.add(strings.Clone(q.Speaker))
		t.roles.add(strings.Clone(q.Role))
		t.affiliations.add(strings.Clone(q.Affiliation))
		t.quotes++
		if t.articles == 0 || t.last != a.Seq {
			t.articles++
			t.last = a.Seq
		}
	}
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

// find returns the tally that q belongs to: of those with its name, the first
// that its affiliation does not speak against.
func (x *speakerIndex) find(key string, q *Quote) *tally {
	words := affiliationWords(q.Affiliation)
	list := x.by[key]
	for _, t := range list {
		if len(words) == 0 || len(t.words) == 0 || shares(t.words, words) {
			t.learn(words)
			return t
		}
	}
	if list == nil {
		x.order = append(x.order, key)
	}
	t := &tally{kind: q.SpeakerKind}
	t.learn(words)
	x.by[key] = append(list, t)
	return t
}

// maxAffiliation bounds the words that are kept of a speaker's affiliations.
const maxAffiliation = 64

func (t *tally) learn(words []string) {
	if t.words == nil && len(words) > 0 {
		t.words = map[string]bool{}
	}
	for _, w := range words {
		if len(t.words) < maxAffiliation {
			t.words[strings.Clone(w)] = true
		}
	}
}

func shares(m map[string]bool, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return m[w] })
}

func affiliationWords(s string) []string {
	return slices.DeleteFunc(strings.Fields(strings.ToLower(s)), func(w string) bool { return stopWords[hashString(w)] })
}

// speakers lists the speakers in order of first appearance of their names.
func (x *speakerIndex) speakers() []*Speaker {
	var out []*Speaker
	for _, key := range x.order {
		for _, t := range x.by[key] {
			s := &Speaker{Kind: t.kind, Forms: t.forms.list(), Roles: t.roles.list(), Affiliations: t.affiliations.list(),
				Articles: t.articles, Quotes: t.quotes, Uncertain: len(x.by[key]) > 1}
			s.Name = s.Forms[0].Text
			out = append(out, s)
		}
	}
	return out
}
