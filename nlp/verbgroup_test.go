package nlp_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/nlp"
)

func annotate(t testing.TB, text string) *nlp.Annotation {
	t.Helper()
	b, err := nlp.Default()
	require.NoError(t, err)
	var a nlp.Annotation
	require.NoError(t, b.Annotate(context.Background(), nlp.Input{Text: text}, &a))
	return &a
}

// describe writes a verb group in one line.
func describe(a *nlp.Annotation, g nlp.VerbGroup) string {
	s := []string{a.Tokens[g.Main].Lemma}
	switch g.Form {
	case nlp.Infinitive:
		s = append(s, "infinitive")
	case nlp.Gerund:
		s = append(s, "gerund")
	case nlp.Participle:
		s = append(s, "participle")
	}
	if g.Tense != nlp.NoTense {
		s = append(s, g.Tense.String())
	}
	for _, f := range []struct {
		on   bool
		name string
	}{{g.Perfect, "perfect"}, {g.Progressive, "progressive"}, {g.Passive, "passive"}, {g.Modal != "", g.Modal}, {g.Negated, "negated"}, {g.Person > 0, fmt.Sprint(g.Person)}, {g.Plural, "plural"}} {
		if f.on {
			s = append(s, f.name)
		}
	}
	return strings.Join(s, " ")
}

func TestVerbGroups(t *testing.T) {
	for _, c := range []struct{ text, verb, want string }{
		{"Ana Brandt says the dam is safe.", "says", "say present 3"},
		{"Ana Brandt said the dam was safe.", "said", "say past"},
		{"The dam was not inspected in May.", "inspected", "inspect past passive negated"},
		{"The dam was not inspected in May.", "was", "inspect past passive negated"},
		{"They would not have been told.", "told", "tell present perfect passive would negated"},
		{"They would not have been told.", "would", "tell present perfect passive would negated"},
		{"She hasn’t written to the board.", "written", "write present perfect negated 3"},
		{"The council will vote on Friday.", "vote", "vote future will"},
		{"They are building a bridge.", "building", "build present progressive plural"},
		{"He had never denied it.", "denied", "deny past perfect negated"},
		{"Did the mayor say that?", "say", "say past"},
		{"She refused to comment.", "comment", "comment infinitive"},
		{"The firm, founded in 1970, closed.", "founded", "found participle passive"},
		{"The plan may cost more.", "cost", "cost present may"},
		{"I am leaving.", "leaving", "leave present progressive 1"},
		{"The minister doesn't know.", "know", "know present negated 3"},
		{"He got arrested twice.", "arrested", "arrest past passive"},
		{"She no longer works there.", "works", "work present negated 3"},
		{"They told him not to speak.", "told", "tell past"},
		{"They told him not to speak.", "speak", "speak infinitive negated"},
	} {
		a := annotate(t, c.text)
		found := false
		for i := range a.Tokens {
			if a.Word(i) != c.verb {
				continue
			}
			found = true
			g, ok := a.VerbGroupAt(i)
			require.True(t, ok, c.text)
			require.Equal(t, c.want, describe(a, g), "%s: %s", c.text, c.verb)
			break
		}
		require.True(t, found, c.text)
	}
	a := annotate(t, "The mayor of Ostby.")
	for i := range a.Tokens {
		_, ok := a.VerbGroupAt(i)
		require.False(t, ok)
	}
	_, ok := a.VerbGroupAt(-1)
	require.False(t, ok)
}

func TestAmounts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The bridge cost $5.3 million in 2019.", "money $5.3 million; date 2019"},
		{"Rents rose 4.5% to £1,200.", "percent 4.5%; money £1,200"},
		{"About 40 percent of the 1,200 jobs are gone.", "percent 40 percent; quantity 1,200"},
		{"The vote is at 3:30 p.m. on Tuesday, March 4.", "time 3:30 p.m.; date Tuesday, March 4"},
		{"It fell by two percentage points last year.", "percent two percentage points; date last year"},
		{"The 12-mile road took three years.", "quantity 12-mile; quantity three years"},
		{"The firm paid 20 million euros and €5bn more.", "money 20 million euros; money €5bn"},
		{"On Sept. 11, 2001, she was at home.", "date Sept. 11, 2001"},
		{"It opened on 3 May 2014 and closed in the 1990s.", "date 3 May 2014; date 1990s"},
		{"She may march in the rain.", ""},
		{"Some 20-30 people came at noon.", "quantity 20-30; time noon"},
	} {
		a := annotate(t, c.text)
		var got []string
		for _, e := range a.Entities {
			if e.Kind >= nlp.Date {
				got = append(got, e.Kind.String()+" "+e.Of(c.text))
			}
		}
		require.Equal(t, c.want, strings.Join(got, "; "), c.text)
	}
}

func TestLemmas(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"She said it.", "she say it ."},
		{"They told us.", "they tell we ."},
		{"Ana Brandt wrote books and made plans.", "Ana Brandt write book and make plan ."},
		{"He's not coming; we don't mind.", "he be not come ; we do not mind ."},
		{"It was thought the women had gone.", "it be think the woman have go ."},
		{"Prices fell as families fled.", "price fall as family flee ."},
		{"The firm’s bosses won’t resign.", "the firm 's boss will not resign ."},
		{"They argued, denied, replied and promised.", "they argue , deny , reply and promise ."},
	} {
		a := annotate(t, c.text)
		var got []string
		for _, k := range a.Tokens {
			got = append(got, k.Lemma)
		}
		require.Equal(t, c.want, strings.Join(got, " "), c.text)
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Mr. O'Malley’s plan isn't $5.3m.", "Mr.|O'Malley|’s|plan|is|n't|$|5.3|m|."},
		{"Don't say “can't”—ever.", "Do|n't|say|“|ca|n't|”|—|ever|."},
		{"a long-term, re-elected co-founder", "a|long|-|term|,|re-elected|co-founder"},
		{"Ann Lee (R-Tex.) met U.S. Sen. Bo Hale, D-N.M.", "Ann|Lee|(|R|-|Tex.|)|met|U.S.|Sen.|Bo|Hale|,|D|-|N.M."},
		{"at 3:30 p.m. on 3/4/2019, 1,200 of 5.5%", "at|3:30|p.m.|on|3/4/2019|,|1,200|of|5.5|%"},
		{"see https://example.org/a?b=1. or mail a.b@example.org, @handle #tag", "see|https://example.org/a?b=1|.|or|mail|a.b@example.org|,|@handle|#tag"},
		{"the ’90s, the 1990's, ’em and rock ’n’ roll", "the|’90s|,|the|1990's|,|’em|and|rock|’n|’|roll"},
		{"wait... what?! I cannot—gonna go…", "wait|...|what|?!|I|can|not|—|gon|na|go|…"},
		{"ok😀 fine 👩‍👩‍👧 🇩🇪 :-)", "ok|😀|fine|👩‍👩‍👧|🇩🇪|:-)"},
		{"a\u200bb\u00a0c d\u00adash", "a|b|c|d\u00adash"},
		{"COVID-19 and the F-16", "COVID-19|and|the|F-16"},
		{"It ended.Then AT&T and Q&A", "It|ended|.|Then|AT&T|and|Q&A"},
		{"the workers' pay, he'd've", "the|workers|'|pay|,|he|'d|'ve"},
		{"No. 5 is a yes. No. It is not.", "No.|5|is|a|yes|.|No|.|It|is|not|."},
		{"US$5 and 20-30 and/or 9/11", "US$|5|and|20|-|30|and|/|or|9/11"},
	} {
		var a nlp.Annotation
		nlp.Split(nlp.Input{Text: c.text}, &a)
		var got []string
		for i := range a.Tokens {
			got = append(got, a.Word(i))
		}
		require.Equal(t, c.want, strings.Join(got, "|"), c.text)
	}
}

func TestSentences(t *testing.T) {
	for _, text := range []string{
		"“We will go,” he said.|“It is late.”|She left.",
		"He said “no.”|She left.",
		"Mr. King spoke.|Dr. A. B. Moss did not.",
		"She lives in the U.S.|He does not.",
		"The U.S. Senate met at 3 p.m. Tuesday.|It adjourned at 5 p.m.|Nobody spoke.",
		"“Why?” he asked.|“Why not?” Brandt said.",
		"Is it over?|Yes!|It is.",
		"Rep. Bo Hale (D-N.M.) voted no.|Others voted yes.",
		"It rose 3.5 percent.|\"Good,\" she said.|\"Very good.\"|They left.",
		"'I know,' he said. 'I was there.'|She nodded.",
		"The case, Moss v. Hale, is old.|It began in Jan. 2014.",
		"The firm, Brandt Inc., sued.|Acme Co. lost.",
		"He paused ... and went on.|“Well…” she said.",
		"See p. 5 (c. 1900).|Then go on. [12]|All right.",
		"It was called Yahoo! and it was large.",
	} {
		want := strings.Split(text, "|")
		plain := strings.Join(want, " ")
		var a nlp.Annotation
		nlp.Split(nlp.Input{Text: plain}, &a)
		var got []string
		for _, s := range a.Sentences {
			got = append(got, s.Of(plain))
		}
		if strings.Contains(plain, "'I was there.'") {
			want = []string{"'I know,' he said.", "'I was there.'", "She nodded."}
		}
		require.Equal(t, want, got)
	}
	// Blank lines, lists, headlines and colons before blocks.
	text := "Council backs bridge\n\nShe put it thus:\n“It is late.”\n\n• Buy\n• Sell\n\nA line that is wrapped at about seventy columns, as mail is, and goes\non here without a break.\n"
	var a nlp.Annotation
	nlp.Split(nlp.Input{Text: text}, &a)
	var got []string
	for _, s := range a.Sentences {
		got = append(got, s.Of(text))
	}
	require.Equal(t, []string{"Council backs bridge", "She put it thus:", "“It is late.”", "• Buy", "• Sell", "A line that is wrapped at about seventy columns, as mail is, and goes\non here without a break."}, got)
}
