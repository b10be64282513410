package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/onrecord/onrecord"
	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
	"github.com/onrecord/onrecord/span"
	"github.com/stretchr/testify/require"
)

const story = "Ferry “to return” by spring — minister\n\n" +
	"Transport minister Zoë Færøvik told islanders on Monday that the 🚢 ferry would be back. “We owe you this.\n\n" +
	"“And you shall have it,” she said.\nHer deputy denied that the yard had warned: \"It is too late\". One in three islanders, 31 percent, left last year."

// at finds words in the story.
func at(t *testing.T, words string) span.Span {
	t.Helper()
	i := strings.Index(story, words)
	require.GreaterOrEqual(t, i, 0, words)
	return span.Span{Start: i, End: i + len(words)}
}

func sample(t *testing.T) *onrecord.Record {
	marks := []mark{
		{kind: "indirect", act: "statement", content: []span.Span{at(t, "the 🚢 ferry would be back")}, cue: at(t, "told"), source: []span.Span{at(t, "Transport minister Zoë Færøvik")},
			speaker: onrecord.Speaker{Name: "Zoë Færøvik", Kind: "person", Role: "Transport minister"}, within: -1},
		{kind: "direct", act: "statement", content: []span.Span{at(t, "“We owe you this."), at(t, "“And you shall have it,”")}, cue: at(t, "said"), source: []span.Span{at(t, "she")},
			speaker: onrecord.Speaker{Name: "Zoë Færøvik", Kind: "person", Role: "Transport minister"}, within: -1},
		{kind: "mixed", act: "statement", content: []span.Span{at(t, "the yard had warned: \"It is too late\"")}, cue: at(t, "denied"), source: []span.Span{at(t, "Her deputy")},
			speaker: onrecord.Speaker{Name: "Her deputy", Kind: "unnamed", Role: "deputy"}, negated: true, within: -1},
		{kind: "direct", act: "statement", content: []span.Span{at(t, "\"It is too late\"")}, cue: at(t, "warned"), source: []span.Span{at(t, "the yard")},
			speaker: onrecord.Speaker{Name: "the yard", Kind: "organization", Affiliation: "Nordby | Sons"}, within: 2},
	}
	marks[3].speaker.Affiliation = "Nordby Sons"
	r := assemble("stories/ferry.html", story, marks, []claimMark{{at(t, "One in three islanders, 31 percent, left last year."), "quantity", "asserted"}})
	require.NoError(t, r.Check())
	require.Len(t, r.Speakers, 3)
	return r
}

func TestBratRoundTrip(t *testing.T) {
	want := sample(t)
	var b bytes.Buffer
	require.NoError(t, Brat(&b, want))
	got, err := ReadBrat(story, bytes.NewReader(b.Bytes()), want.Input)
	require.NoError(t, err)
	require.Equal(t, want, got)
	// brat itself checks that the words are those at the offsets.
	rs := []rune(story)
	for _, l := range strings.Split(b.String(), "\n") {
		f := strings.Split(l, "\t")
		if !strings.HasPrefix(l, "T") {
			continue
		}
		_, places, _ := strings.Cut(f[1], " ")
		var words []string
		for _, p := range strings.Split(places, ";") {
			var s, e int
			_, err := fmt.Sscanf(p, "%d %d", &s, &e)
			require.NoError(t, err)
			words = append(words, string(rs[s:e]))
		}
		require.Equal(t, strings.Join(words, " "), f[2])
		require.NotContains(t, f[2], "\n")
	}
}

func TestBratErrorsNameTheLine(t *testing.T) {
	for _, ann := range []string{"T1\tContent 5 999\tx", "T1\tContent a b\tx", "R1\tSaidBy Arg1:T1", "T1\tContent\tx", "T1\tContent -1 4\tx"} {
		_, err := ReadBrat(story, strings.NewReader("T9\tCue 0 5\tFerry\n"+ann+"\n"), "x.ann")
		require.ErrorContains(t, err, "x.ann:2:", ann)
	}
}

func TestCitronRoundTrip(t *testing.T) {
	want := sample(t)
	var b bytes.Buffer
	require.NoError(t, Citron(&b, want))
	rs, err := ReadCitron(bytes.NewReader(b.Bytes()), "-")
	require.NoError(t, err)
	require.Len(t, rs, 1)
	require.NoError(t, rs[0].Check())
	// What Citron's format holds comes back.
	strip := func(r *onrecord.Record) (out [][]any) {
		names := speakersByID(r)
		for _, q := range r.Quotes {
			name := names[*q.Speaker].Name
			if name == "Transport minister Zoë Færøvik" {
				name = "Zoë Færøvik" // no shorter mention of her is marked
			}
			out = append(out, []any{q.Type, q.Content, q.Cue, q.Source, name})
		}
		return out
	}
	require.Equal(t, strip(want), strip(rs[0]))
	require.Equal(t, want.Input, rs[0].Input)
}

func TestGoldRoundTrip(t *testing.T) {
	want := sample(t)
	var b bytes.Buffer
	require.NoError(t, Gold(&b, want))
	rs, err := ReadGold(bytes.NewReader(b.Bytes()), "-")
	require.NoError(t, err)
	require.Len(t, rs, 1)
	want.Claims = []onrecord.Claim{}
	want.Quotes[2].Negated = false // not part of marked articles
	want.Quotes[3].Within = nil
	require.Equal(t, want, rs[0])
}

func TestOffsets(t *testing.T) {
	r := sample(t)
	r.Marked = []onrecord.Marked{{Span: spans(story, []span.Span{at(t, "“to return”")})[0], Kind: "scare"}}
	c := &r.Claims[0]
	one := c.Span
	c.Loaded, c.Substitutions = []onrecord.Span{one}, []onrecord.Substitution{{Span: &one}, {}}
	c.Open = []onrecord.Span{one}
	c.Quantities, c.Times, c.Entities = []onrecord.Amount{{Span: one}}, []onrecord.When{{Span: one}}, []onrecord.Entity{{Span: one}}
	r.Article.Blocks[0].Attribution = &one
	before, err := json.Marshal(r)
	require.NoError(t, err)
	rs, us := []rune(story), utf16.Encode([]rune(story))
	for unit, cut := range map[span.Unit]func(s, e int) string{
		span.Runes: func(s, e int) string { return string(rs[s:e]) },
		span.UTF16: func(s, e int) string { return string(utf16.Decode(us[s:e])) },
		span.Bytes: func(s, e int) string { return story[s:e] },
	} {
		o := Offsets(r, unit)
		n := 0
		// Every span of the record, wherever it stands, holds its words.
		var walk func(v reflect.Value)
		walk = func(v reflect.Value) {
			switch v.Kind() {
			case reflect.Pointer:
				if !v.IsNil() {
					walk(v.Elem())
				}
			case reflect.Slice:
				for i := range v.Len() {
					walk(v.Index(i))
				}
			case reflect.Struct:
				if s, ok := v.Interface().(onrecord.Span); ok {
					n++
					require.Equal(t, s.Text, cut(s.Start, s.End), unit)
					return
				}
				for i := range v.NumField() {
					walk(v.Field(i))
				}
			}
		}
		walk(reflect.ValueOf(o))
		require.Greater(t, n, 25)
		for i, b := range o.Article.Blocks {
			x := r.Article.Blocks[i]
			require.Equal(t, story[x.Start:x.End], cut(b.Start, b.End))
		}
	}
	after, err := json.Marshal(r)
	require.NoError(t, err)
	require.Equal(t, string(before), string(after), "the record itself stays as it was")
}

func TestWebAnnotation(t *testing.T) {
	r := sample(t)
	var b bytes.Buffer
	require.NoError(t, WebAnnotation(&b, r))
	var p annotationPage
	require.NoError(t, json.Unmarshal(b.Bytes(), &p))
	require.Len(t, p.Items, 5)
	rs := []rune(story)
	for _, it := range p.Items {
		for _, x := range it.Target {
			require.Equal(t, "stories/ferry.html", x.Source)
			q, pos := x.Selector[0].(map[string]any), x.Selector[1].(map[string]any)
			s, e := int(pos["start"].(float64)), int(pos["end"].(float64))
			require.Equal(t, q["exact"], string(rs[s:e]))
			require.True(t, strings.HasSuffix(string(rs[:s]), q["prefix"].(string)))
			require.True(t, strings.HasPrefix(string(rs[e:]), q["suffix"].(string)))
		}
	}
}

func TestSchemaOrg(t *testing.T) {
	r := sample(t)
	r.Article.URL = "https://example.org/ferry"
	var b bytes.Buffer
	require.NoError(t, SchemaOrg(&b, r))
	var p map[string]any
	require.NoError(t, json.Unmarshal(b.Bytes(), &p))
	parts := p["hasPart"].([]any)
	require.Len(t, parts, 4) // the indirect quotation gives nobody's own words
	q := parts[0].(map[string]any)
	require.Equal(t, "Quotation", q["@type"])
	require.Equal(t, "“We owe you this. … “And you shall have it,”", q["text"])
	require.Equal(t, "Zoë Færøvik", q["spokenByCharacter"].(map[string]any)["name"])
	c := parts[3].(map[string]any)
	require.Equal(t, "Claim", c["@type"])
	require.Equal(t, map[string]any{"@id": "https://example.org/ferry"}, c["appearance"])
}

func TestHTMLShowsEveryWordOnce(t *testing.T) {
	r := sample(t)
	r.Article.Title = `A "title" <script>alert(1)</script>`
	r.Article.URL = "javascript:alert(1)"
	r.Speakers[0].Name = "</script><b>Zoë"
	var b bytes.Buffer
	require.NoError(t, HTML(&b, r))
	s := b.String()
	require.NotContains(t, s, "<script>alert")
	require.NotContains(t, s, "javascript:")
	require.NotContains(t, s, "</script><b>")
	require.NotContains(t, s, "src=")
	require.NotContains(t, s, "@import")
	p := newPage(r)
	for i, blk := range p.Blocks {
		var text strings.Builder
		for _, x := range blk.Pieces {
			text.WriteString(x.Text)
		}
		require.Equal(t, story[r.Article.Blocks[i].Start:r.Article.Blocks[i].End], text.String())
	}
	require.Contains(t, s, `class="direct mixed nested q"`)
	for _, id := range []string{"q1", "q2", "q3", "q4", "c1"} {
		require.Equal(t, 1, strings.Count(s, ` id="`+id+`"`), id)
	}
}

func FuzzReadBrat(f *testing.F) {
	f.Add(story, "T1\tContent 0 5;7 9\tx\nT2\tSource 0 3\tx\nR1\tSaidBy Arg1:T1 Arg2:T2\nA1\tType T1 direct\n#1\tAnnotatorNotes T1\tA | person")
	f.Fuzz(func(t *testing.T, text, ann string) {
		r, err := ReadBrat(text, strings.NewReader(ann), "x.ann")
		if err != nil {
			return
		}
		for _, q := range r.Quotes {
			for _, c := range q.Content {
				require.Equal(t, c.Text, span.Span{Start: c.Start, End: c.End}.Of(text))
			}
		}
	})
}

func FuzzReadCitron(f *testing.F) {
	f.Add(`{"text":"é said “a”","quotes":[{"cue":{"start":2,"end":6},"sources":[{"start":0,"end":1}],"contents":[{"start":7,"end":10}],"coreferences":[]}]}`)
	f.Fuzz(func(t *testing.T, doc string) {
		rs, err := ReadCitron(strings.NewReader(doc), "x")
		if err != nil {
			return
		}
		for _, r := range rs {
			for _, q := range r.Quotes {
				for _, c := range q.Content {
					require.Equal(t, c.Text, span.Span{Start: c.Start, End: c.End}.Of(r.Article.Text))
				}
			}
		}
	})
}
