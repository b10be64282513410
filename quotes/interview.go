package quotes

import (
	"regexp"
	"strings"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// How a question and an answer were found whose speakers no label names.
const (
	howQuestion = "question"
	howAnswer   = "answer"
)

// leastQuestions makes an interview of questions and answers.
const leastQuestions = 3

// talked is said where an interview is introduced.
var talked = regexp.MustCompile(`(?i)\b(?:interview\w*|Q ?& ?A|q-and-a|conversation|questions (?:to|for|with)|spoke|talked|talks|sat down|asked|edited for|condensed|caught up|in (?:his|her|their) own words)\b`)

// interview reads interviews whose questions are set in bold or italics or as
// headings: what stands between two of them is the answer.
func (d *draft) interview() {
	if len(d.quotes) > 0 {
		return // a transcript with labels
	}
	p := d.page
	asked := p.questions()
	plain := len(asked) == 0
	if plain {
		asked = p.plainQuestions()
	}
	if len(asked) < leastQuestions {
		return
	}
	answers, personal := p.answers(asked, plain)
	introduced := talked.MatchString(p.a.Text[:p.blocks[asked[0]].Start])
	if !isInterview(len(answers), personal, plain, introduced) {
		return // questions that the article answers itself
	}
	for _, a := range answers {
		q := newDraft(cueSpan{})
		q.Content, q.Act, q.Confidence, q.How, q.Type = a, Statement, sureBlock, howAnswer, Block
		d.push(q)
	}
}

// answers returns what stands behind each of the questions asked that anything
// does, up to what is set apart or, where the questions are plain, to the next
// of them; and how many of the answers speak of whoever gives them.
func (p *page) answers(asked []int, plain bool) (all [][]span.Span, personal int) {
	for k, q := range asked {
		end := len(p.blocks)
		if plain && k+1 < len(asked) {
			end = asked[k+1]
		}
		var out []span.Span
		self := false
		for b := q + 1; b < end && !p.apart(b); b++ {
			if p.blocks[b].last > p.blocks[b].first {
				out = append(out, p.blocks[b].Span)
				self = self || p.inFirstPerson(p.blocks[b].Span)
			}
		}
		if len(out) > 0 {
			all = append(all, out)
		}
		if self {
			personal++
		}
	}
	return all, personal
}

// isInterview tells interviews by how many answers are personal: a quarter
// where the article says that somebody was asked, else half. Plain questions
// are asked in essays too, so that they need both.
func isInterview(answers, personal int, plain, introduced bool) bool {
	switch {
	case personal < 2, plain && !introduced:
		return false
	case plain || !introduced:
		return 2*personal >= answers
	}
	return 4*personal >= answers
}

// apart reports whether block bi is set apart from the text around it.
func (p *page) apart(bi int) bool {
	b := &p.blocks[bi]
	return b.heading || b.emphasized || b.kind == extract.Note
}

// questions lists the blocks that are set apart, from the first of them that
// asks something to the last, if most of them ask.
func (p *page) questions() []int {
	var all []int
	asking, upTo := 0, 0
	for bi := 1; bi < len(p.blocks); bi++ {
		if !p.apart(bi) {
			continue
		}
		asks := strings.HasSuffix(strings.TrimRight(p.blocks[bi].Of(p.a.Text), "\"”’ "), "?")
		if !asks && len(all) == 0 {
			continue
		}
		all = append(all, bi)
		if asks {
			asking++
			upTo = len(all)
		}
	}
	if all = all[:upTo]; 3*asking < 2*len(all) {
		return nil
	}
	return all
}

// plainQuestions lists the paragraphs that are nothing but a question to "you",
// as interviews have them where the text has lost its bold letters.
func (p *page) plainQuestions() []int {
	var out []int
	for bi := 1; bi+1 < len(p.blocks); bi++ {
		b := &p.blocks[bi]
		if b.heading || b.quote || b.last <= b.first || p.a.Word(b.last-1) != "?" || words(b.Of(p.a.Text)) > 40 || p.tok[b.first].quoted >= 0 {
			continue
		}
		if len(out) > 0 && out[len(out)-1] == bi-1 {
			return nil // nobody answers
		}
		out = append(out, bi)
	}
	to := 0
	for _, bi := range out {
		for i := p.blocks[bi].first; i < p.blocks[bi].last; i++ {
			switch strings.ToLower(p.a.Word(i)) {
			case "you", "your", "yours", "yourself":
				to++
				i = p.blocks[bi].last
			}
		}
	}
	if 2*to < len(out) {
		return nil
	}
	return out
}

// inFirstPerson reports whether somebody speaks of himself in s, outside of
// what is quoted there.
func (p *page) inFirstPerson(s span.Span) bool {
	first, last := p.a.TokensIn(s)
	for i := first; i < last; i++ {
		if p.tok[i].quoted < 0 || p.tok[i].quoted == p.tok[first].quoted {
			switch p.a.Word(i) {
			case "I", "me", "my", "My":
				return true
			}
		}
	}
	return false
}

// interviewee refers the answer i to whom the interview is with: whom the
// title names, or the words before the first question name most.
func (s *resolver) interviewee(i int) reference {
	a := s.a
	start := s.r.Quotes[i].Content[0].Start
	for j := range s.r.Quotes[:i] {
		if h := s.r.Quotes[j].How; h == howQuestion || h == howAnswer {
			start = min(start, s.r.Quotes[j].Content[0].Start)
			break
		}
	}
	best, most := -1, 0
	for c := range a.Chains {
		ch := &a.Chains[c]
		if ch.Kind != nlp.Person || ch.Name == "" || s.wrote(ch.Name) {
			continue
		}
		n := 0
		for _, m := range ch.Mentions {
			if a.Mentions[m].Start < start {
				n++
			}
		}
		if strings.Contains(s.doc.Title, ch.Name) {
			n += 10
		}
		if first, _, _ := strings.Cut(ch.Name, " "); n > 0 && ch.Gender != nlp.Male && ch.Gender != nlp.Female {
			if _, ok := nlp.FirstName(first); !ok {
				n = 1 // what has a person's name, perhaps
			}
		}
		if n > most {
			best, most = c, n
		}
	}
	if best < 0 {
		return reference{chain: -1}
	}
	return s.chain(best)
}

// asked refers the "you" of a question to whoever answers it next.
func (s *resolver) asked(i int) reference {
	for j := i + 1; j < len(s.r.Quotes) && j <= i+3; j++ {
		if s.r.Quotes[j].How == howAnswer {
			return s.interviewee(j)
		}
	}
	return reference{chain: -1}
}

// wrote reports whether name is one of the article's authors.
func (s *resolver) wrote(name string) bool {
	for _, n := range s.doc.Authors {
		if strings.EqualFold(n, name) {
			return true
		}
	}
	return false
}
