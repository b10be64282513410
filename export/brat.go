package export

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/span"
)

// BratConfig is the annotation.conf that lets brat show and change what
// [Brat] writes.
const BratConfig = `[entities]
Content
Cue
Source
Claim

[relations]
SaidBy	Arg1:Content, Arg2:Source
CuedBy	Arg1:Content, Arg2:Cue
Within	Arg1:Content, Arg2:Content

[events]

[attributes]
Type	Arg:Content, Value:direct|mixed|indirect|block
Act	Arg:Content, Value:statement|belief|attitude|intention|decree|perception|appearance
Negated	Arg:Content
Hedged	Arg:Content
ClaimType	Arg:Claim, Value:quantity|comparison|record|law|causal|event|state
Stance	Arg:Claim, Value:asserted|reported|denied|hedged
`

// Brat writes the standoff file (.ann) of r; the text that goes beside it
// (.txt) is r.Article.Text. Offsets are code points, and a stretch that runs
// over a line's end has a fragment a line, as brat wants it. Who the speaker
// is stands in a note on the content: name | kind | role | affiliation.
func Brat(w io.Writer, r *onrecord.Record) error {
	b := bratWriter{out: bufio.NewWriter(w), text: r.Article.Text, conv: span.NewConverter(r.Article.Text, span.Runes)}
	speakers := speakersByID(r)
	content := map[string]string{}
	for _, q := range r.Quotes {
		t := b.entity("Content", q.Content)
		content[q.ID] = t
		if len(q.Source) > 0 {
			b.relation("SaidBy", t, b.entity("Source", q.Source))
		}
		if q.Cue != nil {
			b.relation("CuedBy", t, b.entity("Cue", []onrecord.Span{*q.Cue}))
		}
		b.attribute("Type", t, q.Type)
		b.attribute("Act", t, q.Act)
		if q.Negated {
			b.attribute("Negated", t, "")
		}
		if q.Hedged {
			b.attribute("Hedged", t, "")
		}
		if q.Speaker != nil && speakers[*q.Speaker] != nil {
			s := speakers[*q.Speaker]
			b.note(t, strings.Join([]string{s.Name, s.Kind, s.Role, s.Affiliation}, " | "))
		}
	}
	for _, q := range r.Quotes {
		if q.Within != nil && content[*q.Within] != "" {
			b.relation("Within", content[q.ID], content[*q.Within])
		}
	}
	for _, c := range r.Claims {
		t := b.entity("Claim", []onrecord.Span{c.Span})
		b.attribute("ClaimType", t, c.Type)
		b.attribute("Stance", t, c.Stance)
	}
	return b.out.Flush()
}

type bratWriter struct {
	out                               *bufio.Writer
	text                              string
	conv                              *span.Converter
	entities, relations, attrs, notes int
}

func (b *bratWriter) entity(kind string, ss []onrecord.Span) string {
	b.entities++
	id := "T" + strconv.Itoa(b.entities)
	var places, words []string
	for _, s := range ss {
		for _, f := range lines(b.text, span.Span{Start: s.Start, End: s.End}) {
			places = append(places, fmt.Sprintf("%d %d", b.conv.Offset(f.Start), b.conv.Offset(f.End)))
			words = append(words, strings.ReplaceAll(f.Of(b.text), "\t", " "))
		}
	}
	fmt.Fprintf(b.out, "%s\t%s %s\t%s\n", id, kind, strings.Join(places, ";"), strings.Join(words, " "))
	return id
}

// lines cuts a span at line ends.
func lines(text string, s span.Span) []span.Span {
	var out []span.Span
	at := s.Start
	for i := s.Start; i <= s.End; i++ {
		if i == s.End || text[i] == '\n' || text[i] == '\r' {
			if i > at {
				out = append(out, span.Span{Start: at, End: i})
			}
			at = i + 1
		}
	}
	return out
}

func (b *bratWriter) relation(kind, from, to string) {
	b.relations++
	fmt.Fprintf(b.out, "R%d\t%s Arg1:%s Arg2:%s\n", b.relations, kind, from, to)
}

func (b *bratWriter) attribute(kind, of, value string) {
	b.attrs++
	if value != "" {
		value = " " + value
	}
	fmt.Fprintf(b.out, "A%d\t%s %s%s\n", b.attrs, kind, of, value)
}

func (b *bratWriter) note(of, text string) {
	b.notes++
	fmt.Fprintf(b.out, "#%d\tAnnotatorNotes %s\t%s\n", b.notes, of, strings.Join(strings.Fields(text), " "))
}

// ReadBrat reads a text and the standoff annotation of it, in the types of
// [BratConfig]. Annotations of other types are passed over. Where a content
// has no note on its speaker, the words of its source name it.
func ReadBrat(text string, ann io.Reader, input string) (*onrecord.Record, error) {
	type entity struct {
		kind  string
		spans []span.Span
	}
	entities := map[string]entity{}
	var order []string
	args := map[string]map[string]string{} // relation kind -> from -> to
	values := map[string]map[string]string{}
	notes := map[string]string{}
	at := newIndex(text)
	sc := bufio.NewScanner(ann)
	sc.Buffer(nil, 16<<20)
	for n := 1; sc.Scan(); n++ {
		bad := func(why string) error { return fmt.Errorf("%s:%d: %s: check this line", input, n, why) }
		f := strings.SplitN(strings.TrimRight(sc.Text(), "\r"), "\t", 3)
		if len(f) < 2 || f[0] == "" {
			continue
		}
		kind, rest, _ := strings.Cut(f[1], " ")
		switch f[0][0] {
		case 'T':
			e := entity{kind: kind}
			for _, p := range strings.Split(rest, ";") {
				var s, t int
				if _, err := fmt.Sscanf(p, "%d %d", &s, &t); err != nil {
					return nil, bad("no start and end")
				}
				x, ok := at.span(s, t)
				if !ok {
					return nil, bad(fmt.Sprintf("span %d-%d is outside the text of %d characters", s, t, len(at)-1))
				}
				if k := len(e.spans); k > 0 && sameLine(text, e.spans[k-1].End, x.Start) {
					e.spans[k-1].End = x.End
				} else {
					e.spans = append(e.spans, x)
				}
			}
			entities[f[0]] = e
			order = append(order, f[0])
		case 'R':
			from, to, ok := strings.Cut(rest, " ")
			_, from, ok1 := strings.Cut(from, ":")
			_, to, ok2 := strings.Cut(strings.TrimSpace(to), ":")
			if !ok || !ok1 || !ok2 {
				return nil, bad("no two arguments")
			}
			set(args, kind, from, to)
		case 'A', 'M':
			of, value, _ := strings.Cut(rest, " ")
			if value == "" {
				value = "true"
			}
			set(values, kind, of, value)
		case '#':
			if len(f) == 3 && kind == "AnnotatorNotes" {
				notes[rest] = f[2]
			}
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", input, err)
	}
	var marks []mark
	var claims []claimMark
	number := map[string]int{}
	for _, id := range order {
		e := entities[id]
		switch e.kind {
		case "Content":
			m := mark{content: e.spans, source: entities[args["SaidBy"][id]].spans, within: -1, kind: values["Type"][id], act: values["Act"][id],
				negated: values["Negated"][id] != "", hedged: values["Hedged"][id] != ""}
			if c := entities[args["CuedBy"][id]].spans; len(c) > 0 {
				m.cue = c[0]
			}
			if note := notes[id]; note != "" {
				p := strings.Split(note+"|||", "|")
				m.speaker = onrecord.Speaker{Name: strings.TrimSpace(p[0]), Kind: strings.TrimSpace(p[1]), Role: strings.TrimSpace(p[2]), Affiliation: strings.TrimSpace(p[3])}
			} else if len(m.source) > 0 {
				m.speaker.Name = m.source[0].Of(text)
			}
			number[id] = len(marks)
			marks = append(marks, m)
		case "Claim":
			claims = append(claims, claimMark{e.spans[0].Union(e.spans[len(e.spans)-1]), values["ClaimType"][id], values["Stance"][id]})
		}
	}
	for from, to := range args["Within"] {
		i, ok1 := number[from]
		j, ok2 := number[to]
		if ok1 && ok2 && i != j {
			marks[i].within = j
		}
	}
	return assemble(input, text, marks, claims), nil
}

// sameLine reports whether between two fragments there is nothing but one
// line's end, at which the writer cut.
func sameLine(text string, from, to int) bool {
	if from >= to {
		return from == to
	}
	between := text[from:to]
	return strings.Trim(between, "\r\n") == "" && strings.Count(between, "\n") == 1
}

func set(m map[string]map[string]string, kind, key, value string) {
	if m[kind] == nil {
		m[kind] = map[string]string{}
	}
	m[kind][key] = value
}
