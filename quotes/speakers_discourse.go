package quotes

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// blocksOf finds the block that each quotation begins in.
func (s *resolver) blocksOf() {
	s.block = make([]int, len(s.r.Quotes))
	for i := range s.r.Quotes {
		s.block[i] = -1
		if q := &s.r.Quotes[i]; len(q.Content) > 0 {
			s.block[i] = s.blockAt(q.Content[0].Start)
		}
	}
}

// blockAt returns the index of the block at byte b: of the sentence's block
// as annotated.
func (s *resolver) blockAt(b int) int {
	t := s.a.TokenAt(b)
	if t >= len(s.a.Tokens) {
		return -1
	}
	n := int(s.a.Tokens[t].Sentence)
	if n < 0 || n >= len(s.a.Sentences) {
		return -1
	}
	return s.a.Sentences[n].Block
}

func (s *resolver) sentenceAt(b int) int {
	t := s.a.TokenAt(b)
	if t >= len(s.a.Tokens) {
		return -1
	}
	return int(s.a.Tokens[t].Sentence)
}

// discourse finds who says quotation i, which has no source that tells: who
// says another quotation in the same sentence or paragraph, who introduces it
// with a colon, or who spoke last.
func (s *resolver) discourse(i int) reference {
	r := s.r
	q := &r.Quotes[i]
	if len(q.Content) == 0 {
		return reference{chain: -1}
	}
	if q.Within != None && q.Within != i {
		return reference{chain: -1}
	}
	switch q.How {
	case howQuestion:
		return reference{chain: -1}
	case howAnswer:
		return s.interviewee(i)
	}
	if i == 0 && q.Cue.Empty() {
		if ref := s.echoed(i); ref.known {
			return ref
		}
		if ref := s.headed(i); ref.known {
			return ref
		}
	}
	if q.Type == Indirect && q.Cue.Empty() {
		// Nothing ascribes it but what stands before.
		if i > 0 && s.block[i-1] == s.block[i] {
			return s.resolve(i - 1)
		}
		return reference{chain: -1}
	}
	last := q.Content[len(q.Content)-1]
	before, behind := s.spokenBefore(i), s.spokenBehind(i)
	// The same sentence.
	if before >= 0 && s.sentenceAt(r.Quotes[before].Content[0].Start) == s.sentenceAt(q.Content[0].Start) {
		if ref := s.resolve(before); ref.known {
			return ref
		}
	}
	// The same paragraph: before, then after.
	if before >= 0 && s.block[before] == s.block[i] {
		if ref := s.resolve(before); ref.known {
			return ref
		}
	}
	if j := behind; j >= 0 && len(r.Quotes[j].Content) > 0 && s.block[j] == s.block[i] && len(r.Quotes[j].Source) > 0 && r.Quotes[j].Content[0].Start-last.End < 4 {
		if ref := s.resolve(j); ref.known {
			return ref
		}
	}
	// A colon before it.
	if ref := s.introduced(i); ref.known {
		return ref
	}
	// Words of a headline, said again below.
	if ref := s.echoed(i); ref.known {
		return ref
	}
	if ref := s.about(i); ref.known {
		return ref
	}
	// The paragraph before.
	if before >= 0 && s.block[i]-s.block[before] <= 2 && s.block[i] >= 0 {
		return s.resolve(before)
	}
	return reference{chain: -1}
}

// spokenBefore is the quotation before i that is in no other, -1 for none:
// whom somebody quotes does not go on.
func (s *resolver) spokenBefore(i int) int {
	for i--; i >= 0 && s.r.Quotes[i].Within != None; i-- {
	}
	return i
}

// spokenBehind is the quotation behind i that is in no other, -1 for none.
func (s *resolver) spokenBehind(i int) int {
	for i++; i < len(s.r.Quotes); i++ {
		if s.r.Quotes[i].Within == None {
			return i
		}
	}
	return -1
}

// introduced finds who the sentence before quotation i introduces, if it ends
// with a colon.
func (s *resolver) introduced(i int) reference {
	a := s.a
	n := s.sentenceAt(s.r.Quotes[i].Content[0].Start)
	if n <= 0 {
		return reference{chain: -1}
	}
	p := &a.Sentences[n-1]
	if p.Last <= p.First {
		return reference{chain: -1}
	}
	w := a.Word(p.Last - 1)
	if w != ":" && w != "." {
		return reference{chain: -1}
	}
	if j := s.spokenBefore(i); j >= 0 && s.sentenceAt(s.r.Quotes[j].Content[0].Start) == n-1 {
		return s.resolve(j)
	}
	if w != ":" {
		return reference{chain: -1}
	}
	best := -1
	for m := s.mentionsFrom(p.Start); m < len(a.Mentions); m++ {
		mn := &a.Mentions[m]
		if mn.First >= p.Last {
			break
		}
		if mn.First < p.First || mn.Chain < 0 {
			continue
		}
		k := a.Chains[mn.Chain].Kind
		if k != nlp.Person && (k != nlp.Organization || best >= 0) {
			continue
		}
		if best < 0 || a.Chains[a.Mentions[best].Chain].Kind != nlp.Person {
			best = m
		}
	}
	if best < 0 {
		return reference{chain: -1}
	}
	return s.refer(i, best)
}

// endsBlock reports whether nothing of its block stands at token t or behind it.
func (s *resolver) endsBlock(t int) bool {
	return t >= len(s.a.Tokens) || s.a.Sentences[s.a.Tokens[t].Sentence].Block != s.a.Sentences[s.a.Tokens[t-1].Sentence].Block
}

// headed is the person whom the first line names beside the colon that its
// quotation stands at: "Lee: ‘I am not leaving’", "‘I am not leaving’: Lee". With
// more around it the name may be of whom the line is about: "‘He was a good
// man’: Lee mourned", "Town divided over Lee: ‘He must go’".
func (s *resolver) headed(i int) reference {
	none := reference{chain: -1}
	a := s.a
	if s.block[i] != 0 || s.r.Quotes[i].How != "floating" {
		return none
	}
	c := s.r.Quotes[i].Content
	first, last := a.TokenAt(c[0].Start), a.TokenAt(c[len(c)-1].End)
	for m := range a.Mentions {
		mn := &a.Mentions[m]
		if s.blockAt(mn.Start) > 0 {
			break
		}
		behind := last < len(a.Tokens) && a.Word(last) == ":" && mn.First == last+1 && s.endsBlock(mn.Last)
		before := first > 0 && a.Word(first-1) == ":" && mn.Last == first-1 && (mn.First == 0 || a.Tokens[mn.First-1].POS != nlp.IN)
		if (behind || before) && mn.Kind == nlp.Named && mn.Chain >= 0 && a.Chains[mn.Chain].Kind == nlp.Person {
			return s.chain(mn.Chain)
		}
	}
	return none
}

// echoed finds who says later what a headline quotes: in the same words, or
// who speaks first below it.
func (s *resolver) echoed(i int) reference {
	r := s.r
	none := reference{chain: -1}
	if s.block[i] < 0 || s.block[i] > 1 || i+1 >= len(r.Quotes) || i > 0 && len(r.Quotes[i-1].Source) > 0 {
		return none
	}
	words := s.words4(i)
	if len(words) == 0 {
		return none
	}
	best, most := -1, 0
	for j := i + 1; j < len(r.Quotes); j++ {
		if len(r.Quotes[j].Content) == 0 || s.block[j] == s.block[i] {
			continue
		}
		n := 0
		for w := range s.words4(j) {
			if words[w] {
				n++
			}
		}
		if n > most {
			best, most = j, n
		}
	}
	if best < 0 || 2*most < len(words) {
		return none
	}
	return s.resolve(best)
}

// words4 are the words of quotation i with four letters or more.
func (s *resolver) words4(i int) map[string]bool {
	out := map[string]bool{}
	for _, c := range s.r.Quotes[i].Content {
		for t := s.a.TokenAt(c.Start); t < len(s.a.Tokens) && int(s.a.Tokens[t].Start) < c.End; t++ {
			if w := s.a.Word(t); len(w) > 3 {
				out[strings.ToLower(w)] = true
			}
		}
	}
	return out
}
