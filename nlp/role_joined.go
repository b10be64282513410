package nlp

import "strings"

// joinedRoles gives to each of several persons the role that stands before
// their names, in the singular: "founding members Ann Lee, Bob Roe and Carl
// Doe", and what they are that of.
func (r *resolver) joinedRoles() {
	a := r.a
	for m := range a.Mentions {
		mn, x := &a.Mentions[m], &r.info[m]
		if mn.Kind != Named || mn.Entity != Person || mn.Chain < 0 || x.nameFirst <= x.seg {
			continue
		}
		t := int(x.nameFirst) - 1
		if p := a.Tokens[t].POS; p != NNS && p != NNPS && !couples[a.Tokens[t].Lemma] || r.entityAt[t] >= 0 || p == NNS && r.classOf(t) != PersonNoun || a.Word(t)[len(a.Word(t))-1] == '.' {
			continue
		}
		names := append([]int(nil), m)
		for o := r.nextName(m); o >= 0; o = r.nextName(o) {
			names = append(names, o)
		}
		if len(names) < 2 {
			continue
		}
		f := r.beforeName(x)
		if f.last <= f.first {
			continue
		}
		role := r.roleOf(f)
		if !couples[a.Tokens[t].Lemma] && a.Tokens[t].Lemma != "" {
			one := a.Tokens[t].Lemma
			if capital(a.Word(t)) && one[0] >= 'a' && one[0] <= 'z' {
				one = string(one[0]-'a'+'A') + one[1:]
			}
			role = strings.TrimSuffix(role, a.Word(t)) + one
		}
		for _, k := range names {
			c := a.Mentions[k].Chain
			if c < 0 || a.Chains[c].Kind != Person {
				continue
			}
			ch := &a.Chains[c]
			if many := r.roleOf(f); !couples[a.Tokens[t].Lemma] && (ch.Role == "" || k == m && strings.HasPrefix(ch.Role, many)) {
				ch.Role = role + ch.Role[min(len(many), len(ch.Role)):]
			}
			if ch.Affiliation != "" {
				continue
			}
			if o := a.Chains[a.Mentions[m].Chain].Affiliation; o != "" && c != mn.Chain {
				ch.Affiliation = o
			} else if w, _, ok := strings.Cut(role, " "); ok && capital(w) {
				ch.Affiliation = r.country(w)
			}
		}
	}
}

// couples are nouns for few persons together.
var couples = set("duo pair couple trio twins brothers sisters")

// nextName returns the mention of the name that follows mention m in a list,
// without more than a comma or "and" between; -1 for none.
func (r *resolver) nextName(m int) int {
	a := r.a
	t := a.Mentions[m].Last
	s := a.Tokens[a.Mentions[m].First].Sentence
	if t < len(a.Tokens) && a.Tokens[t].POS == Comma {
		t++
	}
	if t < len(a.Tokens) && a.Word(t) == "and" {
		t++
	}
	if t == a.Mentions[m].Last || t >= len(a.Tokens) || a.Tokens[t].Sentence != s {
		return -1
	}
	for k := m + 1; k < len(a.Mentions) && a.Mentions[k].First <= t; k++ {
		if o := &a.Mentions[k]; o.First == t && o.Kind == Named && o.Entity == Person && int(r.info[k].nameFirst) == t {
			return k
		}
	}
	return -1
}
