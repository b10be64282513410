package onrecord

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/onrecord/onrecord/claims"
	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// newRecord writes what was found as a Record. Unless allActs is set, only
// statements are kept, and only the speakers that something kept refers to.
func newRecord(input string, doc *extract.Document, q *quotes.Result, cs []claims.Claim, allActs bool) *Record {
	sum := sha256.Sum256([]byte(doc.Text))
	r := &Record{Schema: SchemaVersion, ID: hex.EncodeToString(sum[:8]), Input: input,
		Speakers: []Speaker{}, Quotes: []Quote{}, Claims: []Claim{}}
	r.Article = newArticle(doc)
	w := writer{text: doc.Text}
	if allActs {
		q = joined(q)
	}

	quoteID := make([]*string, len(q.Quotes))
	speakerUsed := make([]bool, len(q.Speakers))
	n := 0
	for i := range q.Quotes {
		if len(q.Quotes[i].Content) > 0 && (allActs || q.Quotes[i].Act == quotes.Statement) {
			n++
			id := "q" + strconv.Itoa(n)
			quoteID[i] = &id
			if s := q.Quotes[i].Speaker; s != quotes.None {
				speakerUsed[s] = true
			}
		}
	}
	if allActs { // what stands in a joined quotation stands in the one that it was given to
		for i, x := range q.Quotes {
			if x.Continues != quotes.None && quoteID[i] == nil {
				quoteID[i] = quoteID[x.Continues]
			}
		}
	}
	for i := range cs {
		if s := cs[i].Speaker; s != claims.None {
			speakerUsed[s] = true
		}
	}
	speakerID := make([]*string, len(q.Speakers))
	for i, s := range q.Speakers {
		if !speakerUsed[i] {
			continue
		}
		id := "s" + strconv.Itoa(len(r.Speakers)+1)
		speakerID[i] = &id
		r.Speakers = append(r.Speakers, Speaker{ID: id, Kind: string(s.Kind), Name: s.Name, Role: s.Role, Affiliation: s.Affiliation,
			Aliases: list(s.Aliases), Mentions: w.spans(s.Mentions)})
	}
	for i := range q.Quotes {
		x := &q.Quotes[i]
		if quoteID[i] == nil || len(x.Content) == 0 {
			continue
		}
		content := x.Content
		if !allActs {
			content = withoutThat(x, doc.Text)
		}
		r.Quotes = append(r.Quotes, Quote{ID: *quoteID[i], Type: string(x.Type), Act: string(x.Act), Content: w.spans(content), Cue: w.optional(x.Cue),
			Source: w.spans(x.Source), Speaker: pick(speakerID, x.Speaker), Within: within(q, quoteID, x.Within), Continues: pick(quoteID, x.Continues), Negated: x.Negated, Hedged: x.Hedged,
			Endorsed: x.Endorsed, Disputed: x.Disputed, Confidence: round(x.Confidence), How: x.How})
	}
	first := map[string]*string{}
	for i := range cs {
		c := newClaim(&w, &cs[i], "c"+strconv.Itoa(i+1), speakerID, quoteID)
		if c.Key != "" {
			if f := first[c.Key]; f != nil {
				c.Repeats = f
			} else {
				id := c.ID
				first[c.Key] = &id
			}
		}
		r.Claims = append(r.Claims, c)
	}
	for _, m := range q.Marked {
		r.Marked = append(r.Marked, Marked{Span: w.span(m.Span), Kind: string(m.Kind)})
	}
	return r
}

func newArticle(doc *extract.Document) Article {
	a := Article{Form: string(doc.Form), URL: doc.URL, Title: doc.Title, Authors: list(doc.Authors), Published: doc.Published.String(),
		Modified: doc.Modified.String(), Site: doc.Site, Language: doc.Language, Section: doc.Section, Tags: doc.Tags,
		Encoding: doc.Encoding, Text: doc.Text, Blocks: make([]Block, 0, len(doc.Blocks))}
	w := writer{text: doc.Text}
	for _, b := range doc.Blocks {
		o := Block{Kind: string(b.Kind), Start: b.Start, End: b.End, Level: b.Level, Attribution: w.optional(b.Attribution)}
		if b.Path != "" {
			o.Source = &Source{Start: b.Source.Start, End: b.Source.End, Path: b.Path}
		}
		a.Blocks = append(a.Blocks, o)
	}
	return a
}

func newClaim(w *writer, x *claims.Claim, id string, speakerID, quoteID []*string) Claim {
	c := Claim{ID: id, Span: w.span(x.Span), Sentence: w.span(x.Sentence), Type: string(x.Type), Score: round(x.Score), Rank: x.Rank,
		Negative: x.Negative, Modality: x.Modality, Presupposed: x.Presupposed, Standalone: x.Standalone, Substitutions: []Substitution{},
		Claimant: Claimant{Kind: "author"}, Quote: pick(quoteID, x.Quote), Stance: string(x.Stance), Quantities: []Amount{}, Times: []When{},
		Entities: []Entity{}, Comparison: x.Comparison, Loaded: w.spans(x.Loaded), Queries: list(x.Queries), Key: x.Key, Reasons: list(x.Reasons)}
	if id := pick(speakerID, x.Speaker); id != nil {
		c.Claimant = Claimant{Kind: "speaker", Speaker: id}
	}
	for _, t := range x.Others {
		c.Others = append(c.Others, string(t))
	}
	for _, s := range x.Substitutions {
		c.Substitutions = append(c.Substitutions, Substitution{Span: w.optional(s.Span), To: s.To, Why: s.Why})
	}
	if len(x.Open) > 0 {
		c.Open = w.spans(x.Open)
	}
	for _, a := range x.Quantities {
		o := Amount{Span: w.span(a.Span), Value: a.Value, Unit: a.Unit, Modifier: a.Modifier, Of: a.Of}
		if a.High != a.Value {
			o.High = &a.High
		}
		c.Quantities = append(c.Quantities, o)
	}
	for _, t := range x.Times {
		c.Times = append(c.Times, When{Span: w.span(t.Span), From: stamp(t.From), To: stamp(t.To), Relative: t.Relative})
	}
	for _, e := range x.Entities {
		c.Entities = append(c.Entities, Entity{Span: w.span(e.Span), Kind: e.Kind, Name: e.Name})
	}
	return c
}

// withoutThat leaves out a complementiser that introduces the content. Corpora
// of attributions count it in, readers do not.
func withoutThat(x *quotes.Quote, text string) []span.Span {
	c := x.Content
	if x.Cue.Empty() || x.Cue.Start > c[0].Start || c[0].Len() < 6 || !strings.EqualFold(text[c[0].Start:c[0].Start+5], "that ") {
		return c
	}
	out := append([]span.Span(nil), c...)
	out[0].Start += 5
	return out
}

// joined gives quotations that go on without a cue back to the one they go
// on, so that there is one attribution per cue, as corpora of attributions
// have it.
func joined(q *quotes.Result) *quotes.Result {
	out := *q
	out.Quotes = append([]quotes.Quote(nil), q.Quotes...)
	for i := range out.Quotes {
		x := &out.Quotes[i]
		if p := x.Continues; p != quotes.None {
			out.Quotes[p].Content = append(append([]span.Span(nil), out.Quotes[p].Content...), x.Content...)
			x.Content = nil
		}
	}
	return &out
}

// within finds the id of the nearest kept quotation that encloses another.
func within(q *quotes.Result, id []*string, i int) *string {
	for i != quotes.None {
		if id[i] != nil {
			return id[i]
		}
		i = q.Quotes[i].Within
	}
	return nil
}

// writer gives spans their words.
type writer struct{ text string }

func (w *writer) span(s span.Span) Span {
	return Span{Start: s.Start, End: s.End, Text: s.Of(w.text)}
}

func (w *writer) optional(s span.Span) *Span {
	if s.Empty() {
		return nil
	}
	o := w.span(s)
	return &o
}

func (w *writer) spans(ss []span.Span) []Span {
	out := make([]Span, len(ss))
	for i, s := range ss {
		out[i] = w.span(s)
	}
	return out
}

func pick(ids []*string, i int) *string {
	if i < 0 {
		return nil
	}
	return ids[i]
}

// list makes an absent list an empty one, so that JSON never says null.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// round keeps four decimals: what a calibrated probability can mean.
func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }
