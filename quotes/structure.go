package quotes

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/onrecord/onrecord/span"
)

// Confidences of what structure tells, measured on the training articles.
const (
	sureBlock        = 0.9
	sureTranscript   = 0.95
	sureContinuation = 0.9
	sureFloating     = 0.85
)

// quotedAt is the index of the outermost quoted stretch around byte b, or -1.
func (p *page) quotedAt(b int) int {
	i := p.a.TokenAt(b)
	if i >= len(p.tok) || p.tok[i].quoted < 0 {
		return -1
	}
	return int(p.tok[i].quoted)
}

// floating gives quoted sentences that no cue ascribes to whoever speaks
// where they stand.
func (d *draft) floating() {
	p := d.page
	british := p.singleMarks()
	for k := range p.quoted {
		q := &p.quoted[k]
		if q.depth > 0 || q.continues || !p.headline(q) && !p.floats(q, british) || d.given(q.Span) > .3 {
			continue
		}
		goesOn := d.justBefore(q)
		if words(q.inner.Of(p.a.Text)) < 3 && (goesOn == None || !p.directNear(&d.quotes[goesOn])) && !p.fillsBlock(q) {
			continue // a word or two are quoted for many reasons
		}
		f := newDraft(cueSpan{})
		f.Content = []span.Span{q.Span}
		if c, src := p.signature(q); c.last > 0 {
			f.cue, f.Cue, f.Source = c, p.a.Span(c.first, c.last), []span.Span{src}
			f.Act, f.Confidence, f.How = Statement, sureBlock, "signature"
			d.push(f)
			continue
		}
		if c, src := p.labelBefore(q); c.last > 0 && goesOn == None {
			f.cue, f.Cue, f.Source = c, p.a.Span(c.first, c.last), []span.Span{src}
		}
		f.Continues = goesOn
		for at := k; !p.quoted[at].closed; {
			n := p.nextContinuing(at)
			if n < 0 {
				break
			}
			f.Content = append(f.Content, p.quoted[n].Span)
			at = n
		}
		f.Act, f.Confidence, f.How = Statement, sureFloating, "floating"
		d.push(f)
	}
}

// floats reports whether q may be somebody's words by its look alone.
func (p *page) floats(q *quoted, british bool) bool {
	return (!q.single || british) && !p.blocks[q.block].heading && p.sentenceLike(q)
}

// headline reports whether q is what the first line, a headline, has beside a
// colon: "‘We lost it all’: town counts the cost". Headlines quote between single
// marks where the article does not.
func (p *page) headline(q *quoted) bool {
	if q.block != 0 || !q.closed || len(p.blocks) < 2 {
		return false
	}
	b := p.blocks[0]
	before, after := strings.TrimSpace(p.a.Text[b.Start:q.Start]), strings.TrimSpace(p.a.Text[q.End:b.End])
	if endsWith(after, ".!?") || words(q.inner.Of(p.a.Text)) < 3 || words(b.Of(p.a.Text)) > 25 {
		return false
	}
	return before == "" && strings.HasPrefix(after, ":") || after == "" && strings.HasSuffix(before, ":")
}

// singleMarks reports whether the article quotes between single marks, as
// many do in Britain, so that double ones are those within.
func (p *page) singleMarks() bool {
	single, double := 0, 0
	for i := range p.quoted {
		q := &p.quoted[i]
		switch {
		case q.depth > 0 || !q.closed || words(q.inner.Of(p.a.Text)) < 3:
		case q.single:
			single++
		default:
			double++
		}
	}
	return single > double
}

// directNear reports whether q's first words stand in quotation marks.
func (p *page) directNear(q *draftQuote) bool { return p.quotedAt(q.Content[0].Start) >= 0 }

// fillsBlock reports whether q, which ends with a stop, is all of its block.
func (p *page) fillsBlock(q *quoted) bool {
	inner := strings.TrimSpace(q.inner.Of(p.a.Text))
	return q.closed && strings.TrimSpace(p.blocks[q.block].Of(p.a.Text)) == q.Of(p.a.Text) && inner != "" && strings.ContainsRune(".!?", rune(inner[len(inner)-1]))
}

// signature reads who signed a quotation that fills its block but for a dash
// and a name, or is followed by a block of these: “...” — Ann Lee, Springfield.
func (p *page) signature(q *quoted) (cueSpan, span.Span) {
	b := &p.blocks[q.block]
	if strings.TrimSpace(p.a.Text[b.Start:q.Start]) != "" || !q.closed {
		return cueSpan{}, span.Span{}
	}
	i := p.a.TokenAt(q.End)
	if i == b.last && q.block+1 < len(p.blocks) {
		b = &p.blocks[q.block+1]
		i = b.first
	}
	if i+1 >= b.last || b.last-i > 16 || !dash(p.a.Word(i)) || !p.tok[i+1].pos.Noun() && p.tok[i+1].shape != 2 && p.tok[i+1].shape != 6 {
		return cueSpan{}, span.Span{}
	}
	last := b.last
	for last > i+1 && p.tok[last-1].shape == 7 {
		last--
	}
	for k := i + 1; k < last; k++ {
		if p.tok[k].pos.Verb() || p.tok[k].quoted >= 0 {
			return cueSpan{}, span.Span{}
		}
	}
	return cueSpan{first: i, last: i + 1, prob: 1}, p.a.Span(i+1, last)
}

func dash(s string) bool {
	switch s {
	case "-", "--", "–", "—", "―", "~":
		return true
	}
	return false
}

// justBefore is the quotation in q's block that has a cue and ends just
// before q, so that q goes on with it; None if there is none.
func (d *draft) justBefore(q *quoted) int {
	p := d.page
	best := None
	from, at := p.blocks[q.block].first>>bucketBits, p.a.TokenAt(q.Start)>>bucketBits
	for k := min(at, len(d.index.cues.head)-1); k >= from && best == None; k-- {
		for i := range d.index.cues.in(k) {
			o := &d.quotes[i]
			if o.Act != Statement || p.tok[o.cue.first].block != int32(q.block) || o.Cue.Start > q.Start || o.Content[0].Start >= o.Cue.Start {
				continue
			}
			if best == None || o.Cue.Start > d.quotes[best].Cue.Start || o.Cue.Start == d.quotes[best].Cue.Start && i < best {
				best = i
			}
		}
	}
	if best != None {
		// Nothing may be quoted or said in between.
		between := span.Span{Start: max(d.quotes[best].Cue.End, d.quotes[best].Content[len(d.quotes[best].Content)-1].End), End: q.Start}
		if words(between.Of(d.page.a.Text)) > 25 || strings.ContainsAny(between.Of(d.page.a.Text), "“\"‘") {
			return None
		}
	}
	return best
}

// sentenceLike reports whether q is one or more sentences of their own: it
// begins where a sentence does and ends with a stop, or fills its block.
func (p *page) sentenceLike(q *quoted) bool {
	t := p.a.Text
	b := p.blocks[q.block]
	inner := strings.TrimSpace(q.inner.Of(t))
	if inner == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(inner)
	if unicode.IsLower(r) {
		return false
	}
	before := strings.TrimRight(t[b.Start:q.Start], " \u00a0(—–-")
	starts := before == "" || strings.ContainsAny(before[len(before)-1:], ".!?:") || strings.HasSuffix(before, "”") || strings.HasSuffix(before, "’") || strings.HasSuffix(before, "\"")
	last, _ := utf8.DecodeLastRuneInString(inner)
	after := strings.TrimSpace(t[q.End:b.End])
	ends := strings.ContainsRune(".!?…", last) || after == ""
	return starts && ends
}

// split makes quotations of their own of the sentences that go on after a
// cue: "A," she said. "B." is two.
func (d *draft) split() {
	p := d.page
	for i := 0; i < len(d.quotes); i++ {
		q := &d.quotes[i]
		if q.cue.last == 0 || q.Act != Statement || len(q.Content) < 2 || q.How == "block" {
			continue
		}
		cut := -1
		for k := 1; k < len(q.Content); k++ {
			s := q.Content[k]
			if s.Start > p.blocks[p.tok[q.cue.first].block].End && q.Content[0].Start < p.blocks[p.tok[q.cue.first].block].End && p.quotedAt(s.Start) < 0 {
				cut = k // "X called it absurd:" and then a block
				break
			}
			if s.Start < q.Cue.End || q.Content[k-1].End > q.Cue.Start && k == 1 && q.Content[0].Start >= q.Cue.End {
				continue
			}
			t := p.a.TokenAt(s.Start)
			if t >= len(p.tok) || p.a.Tokens[t].Sentence == p.a.Tokens[q.cue.last-1].Sentence || p.a.Sentences[p.a.Tokens[t].Sentence].First != t {
				continue
			}
			if p.tok[t].mark != opening || q.Content[0].Start >= q.Cue.End {
				continue
			}
			cut = k
			break
		}
		if cut < 0 {
			continue
		}
		rest := newDraft(cueSpan{})
		rest.Continues = i
		rest.Content = append(rest.Content, q.Content[cut:]...)
		rest.Act, rest.Confidence, rest.How = q.Act, min(q.Confidence, sureContinuation), "continuation"
		q.Content = q.Content[:cut:cut]
		d.push(rest)
	}
}

// spoken reports whether s sounds like somebody talking to somebody, outside
// of what is quoted there. Where all of it is quoted, that is it.
func (p *page) spoken(s span.Span) bool {
	first, last := p.a.TokensIn(s)
	for i := first; i < last; i++ {
		if p.tok[i].quoted >= 0 && p.tok[i].quoted != p.tok[first].quoted {
			continue
		}
		switch strings.ToLower(p.a.Word(i)) {
		case "i", "me", "my", "we", "us", "our", "you", "your", "?", "yes", "no", "yeah", "thanks", "please", "sir", "madam":
			return true
		}
	}
	return false
}

var label = regexp.MustCompile(`^(?:[A-Z][\p{L}.'’-]*(?: (?:[A-Z][\p{L}.'’-]*|of|the|de|van|von|al)){0,4}|Q|A)(?: \([^()]{1,40}\))?: +|^[QA]\. +`)

// transcript reads interviews and hearings: blocks that begin with who speaks
// and a colon. One such block may be anything; two or more with labels that
// recur, or in capitals, are a transcript.
func (d *draft) transcript() {
	p := d.page
	type turn struct {
		block int
		label span.Span // without the colon
		body  int
	}
	var turns []turn
	count := map[string]int{}
	for bi := range p.blocks {
		b := &p.blocks[bi]
		if b.heading && !strings.HasPrefix(b.Of(p.a.Text), "Q") {
			continue
		}
		// The whole may be quoted, each turn opening with a mark.
		at := b.Start + len(b.Of(p.a.Text)) - len(strings.TrimLeft(b.Of(p.a.Text), "\"“ "))
		t := p.a.Text[at:b.End]
		m := label.FindString(t)
		if m == "" || len(m) == len(t) || len(m) > 60 {
			continue
		}
		name := strings.TrimRight(m, ":. ")
		turns = append(turns, turn{bi, span.Span{Start: at, End: at + len(name)}, at + len(m)})
		count[name]++
	}
	full := joinInitials(count)
	speakers, recurring := 0, 0
	for name, n := range count {
		if full[name] != "" {
			continue
		}
		speakers++
		if n > 1 {
			recurring++
		}
	}
	if len(turns) < 3 || recurring == 0 || speakers < 2 {
		return
	}
	spoken := 0
	for _, t := range turns {
		if p.spoken(span.Span{Start: t.body, End: p.blocks[t.block].End}) {
			spoken++
		}
	}
	if 4*spoken < len(turns) {
		return // notes on teams, days or places
	}
	for k, t := range turns {
		name := t.label.Of(p.a.Text)
		caps := name == strings.ToUpper(name)
		if count[name] < 2 && !caps {
			continue
		}
		q := newDraft(cueSpan{})
		q.Content = []span.Span{{Start: t.body, End: p.blocks[t.block].End}}
		// Unlabelled paragraphs between two turns go on the first.
		if k+1 < len(turns) {
			for b := t.block + 1; b < turns[k+1].block; b++ {
				if p.blocks[b].heading || p.blocks[b].last <= p.blocks[b].first {
					break
				}
				q.Content = append(q.Content, p.blocks[b].Span)
			}
		}
		q.Source = []span.Span{t.label}
		q.Cue = span.Span{Start: t.label.End, End: t.label.End + 1}
		if d.turns == nil {
			d.turns = map[int]bool{}
		}
		d.turns[t.label.End] = true
		if name == "Q" || name == "A" {
			q.Source, q.Cue = nil, span.Span{}
		}
		q.Act, q.Confidence, q.How, q.Type = Statement, sureTranscript, "transcript", Block
		switch name {
		case "Q":
			q.How = howQuestion
		case "A":
			q.How = howAnswer
		}
		d.push(q)
	}
}
