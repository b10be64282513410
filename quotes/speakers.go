package quotes

import (
	"strings"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// resolve sets the Speaker of every quotation of r and fills r.Speakers, from
// the quotations' Source spans, the chains of a, and, where a quotation has
// no source, the discourse: who speaks in the same sentence, paragraph, or
// just before. Quotations without content are left alone.
//
// r.Speakers has one entry per referent, in the order of their first
// quotation.
func resolve(doc *extract.Document, a *nlp.Annotation, r *Result) {
	s := &resolver{doc: doc, a: a, r: r, refs: make([]reference, len(r.Quotes)), state: make([]uint8, len(r.Quotes)), byKey: map[string]int{},
		described: map[int]reference{}, sources: map[int]int{}, entered: map[[2]int]bool{}}
	r.Speakers = r.Speakers[:0]
	s.blocksOf()
	for i := range r.Quotes {
		r.Quotes[i].Speaker = None
		if src := r.Quotes[i].Source; len(src) > 0 {
			if s.top = s.topMentions(s.top[:0], src[0]); len(s.top) > 0 {
				s.sources[s.top[0]] = i
			}
		}
	}
	for i := range r.Quotes {
		s.resolve(i)
	}
	for i := range r.Quotes {
		s.enter(i)
	}
}

// resolver holds the state of resolve.
type resolver struct {
	doc   *extract.Document
	a     *nlp.Annotation
	r     *Result
	refs  []reference
	state []uint8 // 0 untouched, 1 under way, 2 done
	block []int   // quotation to block of its first content, -1
	byKey map[string]int

	described map[int]reference // chains without a name
	sources   map[int]int       // first mention of a source to its quotation
	top       []int
	legal     map[string]int  // first word of a company's name that ends as one
	surnames  map[string]int  // last word of a person's full name to its chain, -1 for several
	counties  map[string]int  // a county's name without "County" to its chain, -1 for several
	firms     map[string]int  // first word of an organisation's name of several to its chain, -1 for several
	entered   map[[2]int]bool // speaker and chain: what the chain says of the speaker is in
}

// reference is what a source refers to.
type reference struct {
	known bool
	kind  SpeakerKind
	name  string
	chain int // index in Annotation.Chains, -1 for none
	// Role and affiliation where the chain does not tell.
	role, affiliation string
	mention           span.Span // where no chain has it
	joined            []reference
}

// resolve finds the reference of quotation i.
func (s *resolver) resolve(i int) reference {
	if s.state[i] != 0 {
		return s.refs[i] // done, or a circle: unknown
	}
	s.state[i] = 1
	q := &s.r.Quotes[i]
	var ref reference
	if len(q.Source) > 0 {
		ref = s.source(i)
	}
	if !ref.known {
		ref = s.discourse(i)
	}
	s.refs[i], s.state[i] = ref, 2
	return ref
}

// enter makes the reference of quotation i a speaker.
func (s *resolver) enter(i int) {
	ref := &s.refs[i]
	if !ref.known || ref.name == "" {
		return
	}
	key := strings.ToLower(ref.name)
	k, ok := s.byKey[key]
	if !ok {
		k = len(s.r.Speakers)
		s.byKey[key] = k
		s.r.Speakers = append(s.r.Speakers, s.speaker(ref))
	} else if ref.chain >= 0 && !s.entered[[2]int{k, ref.chain}] {
		s.more(&s.r.Speakers[k], ref)
	}
	s.entered[[2]int{k, ref.chain}] = true
	s.r.Quotes[i].Speaker = k
}

// speaker describes a referent.
func (s *resolver) speaker(ref *reference) Speaker {
	sp := Speaker{Kind: ref.kind, Name: ref.name, Role: ref.role, Affiliation: ref.affiliation}
	for k := range ref.joined {
		j := &ref.joined[k]
		if j.chain >= 0 {
			s.mentions(&sp, j.chain)
		} else if !j.mention.Empty() {
			sp.Mentions = append(sp.Mentions, j.mention)
		}
	}
	if len(ref.joined) > 0 {
		sortSpans(sp.Mentions)
		return sp
	}
	s.more(&sp, ref)
	return sp
}

// more adds to sp what ref knows beside.
func (s *resolver) more(sp *Speaker, ref *reference) {
	if ref.chain < 0 {
		if !ref.mention.Empty() {
			sp.Mentions = addSpan(sp.Mentions, ref.mention)
		}
		return
	}
	ch := &s.a.Chains[ref.chain]
	if sp.Role == "" {
		sp.Role = ch.Role
	}
	if sp.Affiliation == "" && !strings.EqualFold(ch.Affiliation, sp.Name) {
		sp.Affiliation = ch.Affiliation
	}
	s.mentions(sp, ref.chain)
	for _, m := range ch.Mentions {
		mn := &s.a.Mentions[m]
		if mn.Kind != nlp.Named {
			continue
		}
		n := s.nameIn(m)
		if n == "" || n == sp.Name || len(n) > 80 {
			continue
		}
		known := false
		for _, o := range sp.Aliases {
			known = known || o == n
		}
		if !known {
			sp.Aliases = append(sp.Aliases, n)
		}
	}
}

func (s *resolver) mentions(sp *Speaker, chain int) {
	for _, m := range s.a.Chains[chain].Mentions {
		sp.Mentions = addSpan(sp.Mentions, s.a.Mentions[m].Span)
	}
}

// addSpan adds x to a list in order, once.
func addSpan(list []span.Span, x span.Span) []span.Span {
	for i := len(list); i > 0; i-- {
		if list[i-1] == x {
			return list
		}
		if list[i-1].Start < x.Start || list[i-1].Start == x.Start && list[i-1].End < x.End {
			list = append(list, span.Span{})
			copy(list[i+1:], list[i:])
			list[i] = x
			return list
		}
	}
	return append([]span.Span{x}, list...)
}

func sortSpans(list []span.Span) {
	for i := 1; i < len(list); i++ {
		for k := i; k > 0 && (list[k].Start < list[k-1].Start || list[k].Start == list[k-1].Start && list[k].End < list[k-1].End); k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
	}
}

// nameIn is the name that mention m has, without titles: the entity that
// covers its head.
func (s *resolver) nameIn(m int) string {
	mn := &s.a.Mentions[m]
	for e := range entitiesIn(s.a, mn.First, mn.Last) {
		if ent := &s.a.Entities[e]; ent.First <= mn.Head && mn.Head < ent.Last {
			return tidy(ent.Of(s.a.Text))
		}
	}
	return ""
}

// entitiesIn yields the entities that share a token with [first, last).
func entitiesIn(a *nlp.Annotation, first, last int) func(func(int) bool) {
	return func(yield func(int) bool) {
		lo, hi := 0, len(a.Entities)
		for lo < hi {
			m := (lo + hi) / 2
			if a.Entities[m].Last > first {
				hi = m
			} else {
				lo = m + 1
			}
		}
		for ; lo < len(a.Entities) && a.Entities[lo].First < last; lo++ {
			if !yield(lo) {
				return
			}
		}
	}
}

// tidy puts s on one line, with plain spaces.
func tidy(s string) string {
	s = strings.Trim(s, " \t\r\n,.;:\u00a0")
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || c < ' ' || c == ' ' && i > 0 && s[i-1] == ' ' {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}
