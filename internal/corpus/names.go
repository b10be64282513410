package corpus

import "strings"

// Names returns the named entities of a document of GUM: for each sentence
// one label a word, PERSON, ORGANIZATION, LOCATION, MISC or O, as CoreNLP
// has them. GUM marks all mentions, not names alone; a name is the run of
// proper nouns around the head of a mention, without titles.
func Names(t *Tree) [][]string {
	type open struct {
		kind  string
		head  int // of the first word of its head, from 1
		first int
		sent  int
	}
	stacks := map[string][]open{}
	out := make([][]string, len(t.Sentences))
	for i, s := range t.Sentences {
		out[i] = make([]string, len(s.Words))
		for k := range out[i] {
			out[i][k] = "O"
		}
	}
	closeMention := func(o open, sent, last int) {
		if o.sent != sent {
			return
		}
		markName(t.Sentences[sent].Words, out[sent], o.kind, o.first, last, o.first+o.head-1)
	}
	for i, s := range t.Sentences {
		for k, w := range s.Words {
			var v string
			for _, f := range strings.Split(w.Misc, "|") {
				if x, ok := strings.CutPrefix(f, "Entity="); ok {
					v = x
				}
			}
			for v != "" {
				if v[0] == '(' {
					end := strings.IndexAny(v[1:], "()")
					body, closed := v[1:], false
					if end >= 0 {
						body, closed = v[1:1+end], v[1+end] == ')'
						v = v[1+end:]
						if closed {
							v = v[1:]
						}
					} else {
						v = ""
					}
					f := strings.Split(body, "-")
					if len(f) < 6 {
						continue
					}
					head := 0
					for _, c := range strings.SplitN(f[5], ",", 2)[0] {
						head = head*10 + int(c-'0')
					}
					o := open{kind: f[1], head: max(1, head), first: k, sent: i}
					if closed {
						closeMention(o, i, k)
					} else {
						stacks[f[0]] = append(stacks[f[0]], o)
					}
					continue
				}
				end := strings.IndexByte(v, ')')
				if end < 0 {
					break
				}
				id, _, _ := strings.Cut(v[:end], "-")
				v = v[end+1:]
				if st := stacks[id]; len(st) > 0 {
					closeMention(st[len(st)-1], i, k)
					stacks[id] = st[:len(st)-1]
				}
			}
		}
	}
	return out
}

// markName labels the name around word head of the mention [first, last].
func markName(ws []Word, out []string, kind string, first, last, head int) {
	if head > last || !strings.HasPrefix(ws[head].XPOS, "NNP") {
		return
	}
	label := "MISC"
	switch kind {
	case "person":
		label = "PERSON"
		if ws[head].XPOS == "NNPS" {
			label = "MISC" // Americans
		}
	case "organization":
		label = "ORGANIZATION"
	case "place":
		label = "LOCATION"
	case "time":
		return
	}
	proper := func(i int) bool { return strings.HasPrefix(ws[i].XPOS, "NNP") }
	lo, hi := head, head
	for lo > first && (proper(lo-1) || lo-1 > first && joins(ws, lo-1) && proper(lo-2)) {
		lo--
	}
	for hi < last && (proper(hi+1) || hi+1 < last && joins(ws, hi+1) && proper(hi+2)) {
		hi++
	}
	if label != "PERSON" {
		// Bank of Ostby, Association for Gaming
		for hi+2 <= last && (ws[hi+1].Form == "of" || ws[hi+1].Form == "for") && (proper(hi+2) || hi+3 <= last && ws[hi+2].Form == "the" && proper(hi+3)) {
			hi += 2
			for hi < last && (proper(hi+1) || hi+1 < last && joins(ws, hi+1) && proper(hi+2)) {
				hi++
			}
		}
	} else {
		for lo < hi && Title(ws[lo].Form) {
			lo++
		}
		if lo == hi && Title(ws[lo].Form) {
			return
		}
	}
	for i := lo; i <= hi; i++ {
		if out[i] != "O" && label == "MISC" {
			return
		}
	}
	for i := lo; i <= hi; i++ {
		out[i] = label
	}
}

// joins reports whether word i is a hyphen or the like inside a name.
func joins(ws []Word, i int) bool {
	switch ws[i].XPOS {
	case "HYPH":
		return true
	}
	return ws[i].Form == "&"
}

// Title reports whether w is a title that stands before names.
func Title(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Professor", "President", "Senator", "Sen", "Rep", "Representative", "Gov", "Governor", "Mayor", "Judge", "Justice", "Chief", "Secretary", "General", "Gen",
		"Captain", "Capt", "Colonel", "Col", "Major", "Maj", "Lieutenant", "Lt", "Sergeant", "Sgt", "Sir", "Lady", "Lord", "King", "Queen", "Prince", "Princess", "Pope", "Father", "Rev", "Reverend", "Minister", "Chancellor", "Director", "Doctor", "Speaker", "Congressman", "Congresswoman", "Attorney", "Vice", "Prime", "Emperor", "Saint", "Dame", "Madam", "Commissioner", "Ambassador", "Councillor", "Bishop", "Archbishop", "Cardinal", "Sister", "Brother", "Uncle", "Aunt", "Detective", "Officer", "Chairman", "Chairwoman", "Fellow", "Earl", "Assistant", "Deputy", "Founder", "Duke", "Duchess", "Baron", "Count", "Countess", "Inspector":
		return true
	}
	return false
}
