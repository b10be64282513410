package claims

import (
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/golden"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// analyse runs the layers before claims and then Detect.
func analyse(t testing.TB, d *Detector, text, language string, published time.Time) (*extract.Document, []Claim) {
	t.Helper()
	ctx := context.Background()
	doc, err := extract.Text(ctx, []byte(text))
	require.NoError(t, err)
	doc.Language = language
	doc.Published = extract.Time{Time: published}
	an, err := nlp.Default()
	require.NoError(t, err)
	var a nlp.Annotation
	in := nlp.Input{Text: doc.Text}
	for _, b := range doc.Blocks {
		if b.Quotable() {
			in.Blocks = append(in.Blocks, nlp.Block{Span: b.Span, Heading: b.Kind == extract.Heading})
		}
	}
	require.NoError(t, an.Annotate(ctx, in, &a))
	qx, err := quotes.New(quotes.WithStatementsOnly())
	require.NoError(t, err)
	q, err := qx.Extract(ctx, doc, &a)
	require.NoError(t, err)
	cs, err := d.Detect(ctx, doc, &a, q)
	require.NoError(t, err)
	check(t, doc, q, cs)
	return doc, cs
}

// annotated is in with its annotation, for tests of what is below a detector.
func annotated(t testing.TB, in nlp.Input) *nlp.Annotation {
	an, err := nlp.Default()
	require.NoError(t, err)
	a := new(nlp.Annotation)
	require.NoError(t, an.Annotate(context.Background(), in, a))
	return a
}

// check asserts what holds for all claims of any text.
func check(t testing.TB, doc *extract.Document, q *quotes.Result, cs []Claim) {
	t.Helper()
	seen := map[int]bool{}
	last := 0
	for _, c := range cs {
		require.True(t, c.Span.Valid(len(doc.Text)) && !c.Span.Empty())
		require.True(t, c.Sentence.Contains(c.Span), "%q", c.Span.Of(doc.Text))
		require.GreaterOrEqual(t, c.Sentence.Start, last)
		last = c.Sentence.Start
		require.True(t, c.Score > 0 && c.Score <= 1)
		require.Contains(t, Types, c.Type)
		require.NotContains(t, c.Others, c.Type)
		require.False(t, seen[c.Rank])
		seen[c.Rank] = true
		require.True(t, c.Rank >= 1 && c.Rank <= len(cs))
		require.Less(t, c.Speaker, len(q.Speakers))
		require.Less(t, c.Quote, len(q.Quotes))
		require.NotEmpty(t, c.Standalone)
		require.NotEmpty(t, c.Reasons)
		require.NotEmpty(t, c.Stance)
		// Whose words they are does not hang on how well they parse.
		for _, x := range q.Quotes {
			for _, part := range x.Content {
				if part.Contains(c.Span) && !(x.Negated && x.Type == quotes.Indirect) {
					require.NotEqual(t, None, c.Quote, "%q", c.Span.Of(doc.Text))
				}
			}
		}
		for _, s := range c.Substitutions {
			require.True(t, s.Span.Valid(len(doc.Text)))
			require.Equal(t, s.Span.Of(doc.Text), s.From)
		}
		for _, x := range c.Quantities {
			require.True(t, c.Span.Contains(x.Span))
			require.LessOrEqual(t, x.Value, x.High)
		}
		for _, x := range c.Times {
			require.True(t, c.Span.Contains(x.Span))
			require.Equal(t, x.From.IsZero(), x.To.IsZero())
			require.True(t, x.From.IsZero() || x.From.Before(x.To))
		}
		for _, e := range c.Entities {
			require.True(t, c.Span.Contains(e.Span))
			require.NotEmpty(t, e.Name)
		}
		for _, s := range c.Loaded {
			require.True(t, c.Span.Contains(s))
		}
	}
}

func detector(t testing.TB, o ...Option) *Detector {
	t.Helper()
	d, err := New(o...)
	require.NoError(t, err)
	return d
}

var day = time.Date(2019, 11, 19, 0, 0, 0, 0, time.UTC) // a Tuesday

func article1(t testing.TB) string {
	b, err := os.ReadFile("testdata/article.txt")
	require.NoError(t, err)
	return string(b)
}

// What a correction says of earlier versions is claimed by nobody.
func TestTakenBack(t *testing.T) {
	d, err := New()
	require.NoError(t, err)
	const body = "The dredging of the harbour cost the port £2.6 million, and 41 ships stayed away in March.\n\n"
	const wrong = "An earlier version of this article said that the dredging had cost £2.6 billion in 2019."
	for text, want := range map[string]int{body + "Correction: " + wrong: 1, body + "Update: The dredging has now cost £2.9 million, the port said on Monday.": 2} {
		_, cs := analyse(t, d, text, "en", time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC))
		sentences := map[int]bool{}
		for _, c := range cs {
			sentences[c.Sentence.Start] = true
		}
		require.Len(t, sentences, want, text)
	}
}

func TestGolden(t *testing.T) {
	doc, cs := analyse(t, detector(t), article1(t), "en", day)
	type line struct {
		Span, Type, Stance, Standalone, Key, Comparison string
		Quantities, Times, Loaded                       []string
		Substitutions                                   []string
		Negative, Presupposed                           bool
		Modality                                        string
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	for _, c := range cs {
		l := line{Span: c.Span.Of(doc.Text), Type: string(c.Type), Stance: string(c.Stance), Standalone: c.Standalone, Key: c.Key, Comparison: c.Comparison,
			Negative: c.Negative, Presupposed: c.Presupposed, Modality: c.Modality}
		for _, q := range c.Quantities {
			l.Quantities = append(l.Quantities, q.Span.Of(doc.Text)+" of "+q.Of+" "+q.Unit)
		}
		for _, w := range c.Times {
			l.Times = append(l.Times, w.Span.Of(doc.Text)+" "+w.From.Format("2006-01-02"))
		}
		for _, s := range c.Substitutions {
			l.Substitutions = append(l.Substitutions, s.From+" > "+s.To+" ("+s.Why+")")
		}
		require.NoError(t, enc.Encode(l))
	}
	golden.Equal(t, "testdata/article.golden.json", b.String())
}

// find returns the claim whose span contains words.
func find(t *testing.T, doc *extract.Document, cs []Claim, words string) *Claim {
	t.Helper()
	for i := range cs {
		if strings.Contains(cs[i].Span.Of(doc.Text), words) {
			return &cs[i]
		}
	}
	t.Fatalf("no claim with %q", words)
	return nil
}

func TestWhatAVerifierNeeds(t *testing.T) {
	doc, cs := analyse(t, detector(t, WithThreshold(0.1)), article1(t), "en", day)
	fall := find(t, doc, cs, "fallen by 12 percent")
	require.False(t, strings.HasPrefix(fall.Span.Of(doc.Text), "The mayor"), "the span leaves out who says it")
	require.Equal(t, Reported, fall.Stance)
	require.NotEqual(t, None, fall.Speaker)
	require.Equal(t, 12.0, fall.Quantities[0].Value)
	require.Equal(t, "percent", fall.Quantities[0].Unit)
	require.Equal(t, 2015, fall.Times[0].From.Year())

	plan := find(t, doc, cs, "$45 million")
	require.Equal(t, 45e6, plan.Quantities[0].Value)
	require.Equal(t, "USD", plan.Quantities[0].Unit)
	require.Contains(t, plan.Standalone, "November 15, 2019", "last Friday is a date")

	own := find(t, doc, cs, "Porthaven is the greenest port")
	hers := find(t, doc, cs, "became the greenest port")
	require.Equal(t, own.Key, hers.Key, "the same superlative twice is one claim")
	require.Equal(t, "ports in Norland", own.Comparison)
	require.Equal(t, None, own.Speaker)
	require.NotEqual(t, None, hers.Speaker)

	require.True(t, find(t, doc, cs, "No court has ever ruled").Negative)
	require.Equal(t, Denied, find(t, doc, cs, "sold 300 acres").Stance)
	require.Contains(t, find(t, doc, cs, "from 2004 to 2009").Standalone, "Quist")
	for _, c := range cs {
		require.NotContains(t, c.Span.Of(doc.Text), "What will happen")
	}
}

func TestPresupposition(t *testing.T) {
	text := "Mayor Lena Orr of Porthaven defended the police on Monday. “We did not become the safest big city in Norland by being soft on crime,” Orr said."
	doc, cs := analyse(t, detector(t, WithThreshold(0)), text, "en", day)
	c := find(t, doc, cs, "did not become")
	require.True(t, c.Presupposed)
	require.False(t, c.Negative)
	require.Contains(t, c.Standalone, "became the safest big city in Norland")
	require.Equal(t, "big cities in Norland", c.Comparison)
}

func TestDefinedBehaviour(t *testing.T) {
	d := detector(t)
	_, cs := analyse(t, d, "", "", day)
	require.Empty(t, cs, "empty input")
	_, cs = analyse(t, d, "  \n\n \t", "", day)
	require.Empty(t, cs, "white space")

	german := "Der Bürgermeister von Hafenstadt sagte am Montag, die Arbeitslosigkeit in der Stadt sei seit 2015 um 12 Prozent gefallen. Der Stadtrat hat den Plan abgelehnt, und neun Räte haben dagegen gestimmt."
	_, cs = analyse(t, d, german, "de", day)
	require.Empty(t, cs, "another language by tag")
	_, cs = analyse(t, d, german, "", day)
	require.Empty(t, cs, "another language by its words")
	_, cs = analyse(t, d, article1(t), "de", day)
	require.NotEmpty(t, cs, "an English article of a site that declares German")

	doc, cs := analyse(t, detector(t, WithThreshold(0.1)), article1(t), "en", time.Time{})
	c := find(t, doc, cs, "last Friday")
	require.True(t, c.Times[0].From.IsZero(), "no publication date: open")
	require.True(t, c.Times[0].Relative)
	require.Contains(t, c.Standalone, "last Friday")

	_, err := d.Detect(context.Background(), nil, nil, nil)
	require.Error(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	an, err := nlp.Default()
	require.NoError(t, err)
	var a nlp.Annotation
	require.NoError(t, an.Annotate(context.Background(), nlp.Input{Text: article1(t)}, &a))
	_, err = d.Detect(ctx, &extract.Document{Text: article1(t)}, &a, nil)
	require.ErrorIs(t, err, context.Canceled)

	_, err = New(WithGenre("poem"))
	require.ErrorContains(t, err, "poem")
	_, err = New(WithThreshold(2))
	require.Error(t, err)
}

func TestTranscriptOfTenThousandWords(t *testing.T) {
	line := "ORR: We cut taxes by 10 percent in 2014, and I am proud of that. QUIST: That is not what happened, as you know. The board lost 300 jobs. What do you say to that?\n\n"
	text := strings.Repeat(line, 10000/len(strings.Fields(line))+1)
	for _, g := range []Genre{News, Debate, Speech} {
		start := time.Now()
		_, cs := analyse(t, detector(t, WithGenre(g)), text, "en", day)
		require.NotEmpty(t, cs, g)
		require.Less(t, time.Since(start), 60*time.Second)
	}
}

func TestDeterminism(t *testing.T) {
	d := detector(t)
	_, first := analyse(t, d, article1(t), "en", day)
	done := make(chan []Claim)
	for range 4 {
		go func() {
			_, cs := analyse(t, d, article1(t), "en", day)
			done <- cs
		}()
	}
	for range 4 {
		require.Equal(t, first, <-done)
	}
}

// Each genre has a threshold of its own, which the option replaces.
func TestThresholdOfTheGenre(t *testing.T) {
	for g, want := range thresholds {
		require.Equal(t, want, detector(t, WithGenre(g)).threshold)
		require.Equal(t, 0.0, detector(t, WithThreshold(0), WithGenre(g)).threshold)
	}
}

func TestScoreSentence(t *testing.T) {
	ctx := context.Background()
	for _, g := range []Genre{News, Debate, Speech} {
		d := detector(t, WithGenre(g))
		fact, typ, err := d.ScoreSentence(ctx, "Unemployment fell by 12 percent between 2010 and 2015, and the city spent $45 million on schools.")
		require.NoError(t, err)
		require.Equal(t, Quantity, typ)
		chat, _, err := d.ScoreSentence(ctx, "Thank you very much, what a wonderful evening!")
		require.NoError(t, err)
		require.Greater(t, fact, 0.6, g)
		require.Less(t, chat, 0.3, g)
	}
	s, _, err := detector(t).ScoreSentence(ctx, " ")
	require.NoError(t, err)
	require.Zero(t, s)
}

func FuzzAmountsAndWhens(f *testing.F) {
	for _, s := range []string{"$1.2bn", "two and a half million", "5-10 percent", "one in five", "Nov. 18, 2019", "a quarter century ago", "the '90s", "½", "1,2,3", "99999999999999999999", "31 February", "٣", "the"} {
		f.Add(s, int64(1574121600))
	}
	f.Fuzz(func(t *testing.T, s string, at int64) {
		for _, a := range Amounts(s) {
			require.True(t, a.Span.Valid(len(s)) && !a.Span.Empty())
			require.LessOrEqual(t, a.Value, a.High)
		}
		pub := time.Unix(at%4e9, 0).UTC()
		last := 0
		for _, w := range Whens(s, pub) {
			require.True(t, w.Span.Valid(len(s)) && w.Span.Start >= last)
			last = w.Span.End
			require.True(t, w.From.IsZero() && w.To.IsZero() || w.From.Before(w.To))
		}
	})
}

func FuzzDetect(f *testing.F) {
	f.Add("Porthaven is the greenest port in Norland. It cost $5 million.")
	f.Add("“We did not become rich by saving,” she said. (No one did.)")
	f.Add("\xff\xfe While it rained, , and and 5 -- 6%.")
	f.Add("of cellist Lena Morawetz has “ Hall. We")
	f.Add("w Mutual, second-biggest shareholder, said management. “They")
	f.Add("It spent 2018, twice as much as")
	f.Add("2017-04-25ß it")
	d := detector(f, WithThreshold(0))
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 2000 {
			return
		}
		_, a := analyse(t, d, s, "en", day)
		_, b := analyse(t, d, s, "en", day)
		require.Equal(t, a, b)
	})
}

func BenchmarkDetect(b *testing.B) {
	ctx := context.Background()
	text := strings.Repeat(article1(b)+"\n\n", 10)
	doc, err := extract.Text(ctx, []byte(text))
	require.NoError(b, err)
	an, err := nlp.Default()
	require.NoError(b, err)
	var a nlp.Annotation
	require.NoError(b, an.Annotate(ctx, nlp.Input{Text: doc.Text}, &a))
	qx, err := quotes.New(quotes.WithStatementsOnly())
	require.NoError(b, err)
	q, err := qx.Extract(ctx, doc, &a)
	require.NoError(b, err)
	d := detector(b)
	b.Run("quotes", func(b *testing.B) {
		for b.Loop() {
			if _, err := qx.Extract(ctx, doc, &a); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(a.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
	})
	b.Run("claims", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := d.Detect(ctx, doc, &a, q); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(a.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
	})
}

func TestIntroducedBefore(t *testing.T) {
	d := detector(t, WithThreshold(0.05))
	last := func(text string) string {
		_, cs := analyse(t, d, text, "en", time.Time{})
		require.NotEmpty(t, cs)
		return cs[len(cs)-1].Standalone
	}
	require.Equal(t, "The helicopter crash in Orvania killed 14 people in 2016.",
		last("Investigators are still looking into a helicopter crash in Orvania.\n\nThe crash killed 14 people in 2016."))
	// Of two, neither.
	require.Equal(t, "The crash killed 14 people in 2016 [after “Investigators remember a train crash in Belmark”].",
		last("Investigators are looking into a helicopter crash in Orvania. They remember a train crash in Belmark.\n\nThe crash killed 14 people in 2016."))
}
