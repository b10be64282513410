package claims

import (
	"context"
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

// TestStandaloneCases: each case of testdata/standalone.txt is what it shows,
// an article, "> words of the claim's span" and what is expected to stand
// alone; what stays open follows behind "open:".
func TestStandaloneCases(t *testing.T) {
	raw, err := os.ReadFile("testdata/standalone.txt")
	require.NoError(t, err)
	d := detector(t, WithThreshold(0.01))
	var out strings.Builder
	for i, c := range strings.Split(string(raw), "# ")[1:] {
		name, rest, _ := strings.Cut(c, "\n")
		text, want, ok := strings.Cut(rest, "\n> ")
		require.True(t, ok, name)
		words, _, _ := strings.Cut(want, "\n")
		if i > 0 {
			out.WriteByte('\n')
		}
		out.WriteString("# " + name + "\n" + text + "\n> " + words + "\n")
		published := day
		if strings.Contains(name, "undated") {
			published = time.Time{}
		}
		doc, cs := analyse(t, d, strings.TrimSpace(text), "en", published)
		k := find(t, doc, cs, words)
		out.WriteString(k.Standalone + "\n")
		for _, s := range k.Open {
			require.True(t, k.Span.Contains(s))
			out.WriteString("open: " + s.Of(doc.Text) + "\n")
		}
	}
	golden.Equal(t, "testdata/standalone.txt", out.String())
}

// What a claim holds outlives the annotation that it was read from, which the
// next article is written over.
func TestOutlivesAnnotation(t *testing.T) {
	d := detector(t, WithThreshold(0.01))
	ctx := context.Background()
	an, err := nlp.Default()
	require.NoError(t, err)
	qx, err := quotes.New()
	require.NoError(t, err)
	var a nlp.Annotation
	var kept []Claim
	for _, text := range []string{
		"In the new format of the Harbour Cup debuting this year, teams play only two games in each round, with the group winners advancing to the last 16 along with the two best runners-up in the six groups.",
		"Orsund Harbour dismissed hundreds of dockers, prosecutors complained, while regulators investigated embezzled millions.",
	} {
		doc, err := extract.Text(ctx, []byte(text))
		require.NoError(t, err)
		doc.Language = "en"
		require.NoError(t, an.Annotate(ctx, nlp.Input{Text: doc.Text}, &a))
		q, err := qx.Extract(ctx, doc, &a)
		require.NoError(t, err)
		cs, err := d.Detect(ctx, doc, &a, q)
		require.NoError(t, err)
		if kept == nil {
			kept = cs
		}
	}
	var put []string
	for i := range kept {
		for _, s := range kept[i].Substitutions {
			put = append(put, s.To)
		}
	}
	require.Contains(t, put, "advance")
}

// A transcript writes names in capitals, not all of which are one byte long.
func TestCallsign(t *testing.T) {
	ar := &article{a: &nlp.Annotation{Text: "ÖBERG: We sold it.", Chains: []nlp.Chain{{Name: "Dana Vale", Kind: nlp.Person}}}}
	for in, want := range map[string]string{"ÖBERG": "Öberg", "VALE": "Dana Vale", "MODERATOR": "the moderator", "ORR": "ORR", "Holm": "Holm"} {
		require.Equal(t, want, ar.callsign(in))
	}
}

// A part of a name is made full only where it is short for it.
func TestOtherLength(t *testing.T) {
	text := "Holm showed a wagon. Holm sold it. The Holm wagon will go on sale, and Holm knows. Holm Halden sells it. Put it into a Roth IRA, Ann Lee said. Lee left."
	ar := &article{a: &nlp.Annotation{Text: text}}
	require.True(t, ar.otherLength(0, "Holm", "Holm Halden"))
	require.True(t, ar.otherLength(strings.Index(text, "IRA"), "IRA", "Roth IRA"))
	require.False(t, ar.otherLength(strings.Index(text, "Lee left"), "Lee", "Ann Lee"))
	require.False(t, ar.otherLength(0, "Ann", "Ann Lee"))
}

// A headline's capitals join its verb to the names around it.
func TestBehindHeadlineVerb(t *testing.T) {
	require.Equal(t, "Rolf Lund", behindHeadlineVerb("Vera Orlo Mocks Rolf Lund"))
	require.Equal(t, "Lund", behindHeadlineVerb("Warns Lund"))
	require.Equal(t, "Vera Orlo Lund", behindHeadlineVerb("Vera Orlo Lund"))
	require.Equal(t, "Lund", behindHeadlineVerb("Lund"))
}

// Countries with an article and bodies by their last word take one in a pronoun's
// place.
func TestWithArticle(t *testing.T) {
	ar := &article{a: &nlp.Annotation{Chains: []nlp.Chain{
		{Name: "United States", Kind: nlp.Place}, {Name: "Halden Tram Team", Kind: nlp.Organization}, {Name: "Norland", Kind: nlp.Place}, {Name: "Ann Team", Kind: nlp.Person},
	}}}
	for i, want := range []string{"the United States", "the Halden Tram Team", "Norland", "Ann Team"} {
		require.Equal(t, want, ar.withArticle(i, ar.a.Chains[i].Name))
	}
	require.True(t, runsOn("Rose State over Leyton winner Ann Holm"))
	require.False(t, runsOn("Bank of Norland"))
}
