package export

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"strconv"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/span"
)

// mark is a quotation as people mark it, the pivot of all readers.
type mark struct {
	kind, act       string // "" where not marked
	content         []span.Span
	cue             span.Span
	source          []span.Span
	speaker         onrecord.Speaker // Name "" for nobody
	negated, hedged bool
	within          int // index of the mark it is nested in, -1
}

// claimMark is a marked claim.
type claimMark struct {
	span         span.Span
	kind, stance string
}

// assemble makes a record of a marked text. Its blocks are the text's
// paragraphs; equal speaker names are one speaker.
func assemble(input, text string, marks []mark, claims []claimMark) *onrecord.Record {
	sum := sha256.Sum256([]byte(text))
	r := &onrecord.Record{Schema: onrecord.SchemaVersion, ID: hex.EncodeToString(sum[:8]), Input: input,
		Speakers: []onrecord.Speaker{}, Quotes: []onrecord.Quote{}, Claims: []onrecord.Claim{}}
	r.Article = onrecord.Article{Form: "article", Authors: []string{}, Text: text, Blocks: paragraphs(text)}

	order := make([]int, len(marks))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return first(marks[order[a]].content) < first(marks[order[b]].content) })
	id := make([]string, len(marks))
	for n, i := range order {
		id[i] = "q" + strconv.Itoa(n+1)
	}
	speaker := map[string]int{}
	for _, i := range order {
		m := &marks[i]
		q := onrecord.Quote{ID: id[i], Type: m.kind, Act: m.act, Content: spans(text, m.content), Source: spans(text, m.source), Negated: m.negated, Hedged: m.hedged, Confidence: 1, How: "marked"}
		if q.Type == "" {
			q.Type = quoteType(text, m.content)
		}
		if q.Act == "" {
			q.Act = "statement"
		}
		if !m.cue.Empty() {
			q.Cue = &spans(text, []span.Span{m.cue})[0]
		}
		if m.within >= 0 {
			q.Within = &id[m.within]
		}
		if m.speaker.Name != "" {
			k, ok := speaker[m.speaker.Name]
			if !ok {
				k = len(r.Speakers)
				speaker[m.speaker.Name] = k
				s := m.speaker
				s.ID, s.Aliases, s.Mentions = "s"+strconv.Itoa(k+1), []string{}, []onrecord.Span{}
				if s.Kind == "" {
					s.Kind = "person"
				}
				r.Speakers = append(r.Speakers, s)
			}
			s := &r.Speakers[k]
			s.Mentions = append(s.Mentions, q.Source...)
			if s.Role == "" {
				s.Role = m.speaker.Role
			}
			if s.Affiliation == "" {
				s.Affiliation = m.speaker.Affiliation
			}
			sid := s.ID
			q.Speaker = &sid
		}
		r.Quotes = append(r.Quotes, q)
	}
	for i, c := range claims {
		s := spans(text, []span.Span{c.span})[0]
		k := onrecord.Claim{ID: "c" + strconv.Itoa(i+1), Span: s, Sentence: s, Type: c.kind, Score: 1, Rank: i + 1, Standalone: s.Text, Substitutions: []onrecord.Substitution{},
			Claimant: onrecord.Claimant{Kind: "author"}, Stance: c.stance, Quantities: []onrecord.Amount{}, Times: []onrecord.When{}, Entities: []onrecord.Entity{},
			Loaded: []onrecord.Span{}, Queries: []string{}, Reasons: []string{}}
		if k.Type == "" {
			k.Type = "state"
		}
		if k.Stance == "" {
			k.Stance = "asserted"
		}
		r.Claims = append(r.Claims, k)
	}
	return r
}

func first(ss []span.Span) int {
	if len(ss) == 0 {
		return 0
	}
	return ss[0].Start
}

func spans(text string, ss []span.Span) []onrecord.Span {
	out := make([]onrecord.Span, len(ss))
	for i, s := range ss {
		out[i] = onrecord.Span{Start: s.Start, End: s.End, Text: s.Of(text)}
	}
	return out
}

// paragraphs finds the blocks of a text at its blank lines.
func paragraphs(text string) []onrecord.Block {
	out := []onrecord.Block{}
	at := 0
	for _, p := range strings.SplitAfter(text, "\n\n") {
		if q := strings.TrimSpace(p); q != "" {
			s := at + strings.Index(p, q)
			out = append(out, onrecord.Block{Kind: "paragraph", Start: s, End: s + len(q)})
		}
		at += len(p)
	}
	return out
}

// quoteType tells by quotation marks whether content is direct, mixed or
// indirect: whether all, some or none of its words stand inside them.
func quoteType(text string, content []span.Span) string {
	in, out := false, false
	for _, c := range content {
		open := false
		for _, r := range c.Of(text) {
			switch {
			case r == '“':
				open = true
			case r == '”':
				open = false
			case r == '"':
				open = !open
			case r == ' ' || r == '\n' || r == '.' || r == ',':
			default:
				if open {
					in = true
				} else {
					out = true
				}
			}
		}
	}
	switch {
	case in && !out:
		return "direct"
	case in:
		return "mixed"
	}
	return "indirect"
}
