package claims

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRepeatsOfShares: "40%" and "40 percent" are the same share, and no query
// has the sign or the unit beside the number that it stands with.
func TestRepeatsOfShares(t *testing.T) {
	d := detector(t, WithThreshold(0.01))
	doc, cs := analyse(t, d, `The city of Belmark cut emissions by 40 percent between 2010 and 2018, according to the port authority.

"We cut our emissions by 40% from 2010 to 2018," Mayor Lena Orr of Belmark said.`, "en", day)
	first, again := find(t, doc, cs, "cut emissions"), find(t, doc, cs, "cut our emissions")
	require.Equal(t, first.Key, again.Key)
	require.Equal(t, "Belmark 40% cut emissions 2010 to 2018", again.Queries[0])
}

// TestComparisonSets: what a comparison with all others is over, and what is
// only counted.
func TestComparisonSets(t *testing.T) {
	d := detector(t, WithThreshold(0.01))
	for _, c := range []struct{ text, words, want string }{
		{"Belmark Town have conceded 61 goals in 2017, more than any other club in the league.", "61 goals", "clubs in the league"},
		{"The Tarn is longer than any other river in Norland.", "longer than", "rivers in Norland"},
		{"Carl Orlo scored twice in the first half against Belmark in 2017.", "scored twice", ""},
		{"The Tarn is the longest river in Norland.", "longest", "rivers in Norland"},
		{"Belmark has had four major quakes in the last 50 years.", "four major", ""},
		{"The Tarn burst its banks in Norland for the first time.", "burst", ""},
		{"The lowest-paid clerks in Belmark make $12 an hour.", "make", "clerks in Belmark"},
		{"Orsund will shut Norland's biggest coal-fired power station.", "will shut", "coal-fired power stations"},
		{"Inga Vale is one of the first two women elected to the council.", "elected", "women"},
	} {
		doc, cs := analyse(t, d, c.text, "en", day)
		require.Equal(t, c.want, find(t, doc, cs, c.words).Comparison, c.text)
	}
}

// TestCounted: what amounts are of, where it takes the words' tags to tell.
func TestCounted(t *testing.T) {
	d := detector(t, WithThreshold(0))
	for _, c := range []struct{ text, amount, want string }{
		{"Nearly 1,500 coal- and gas-fired power plants in Norland emit soot.", "1,500", "coal- and gas-fired power plants"},
		{"The two men spent months trading insults in Belmark.", "two", "men"},
		{"The premier failed to declare $85,000 in gifts.", "$85,000", "gifts"},
		{"The council spent $2.3 million of taxpayers' money on lawyers.", "$2.3 million", "taxpayers' money"},
		{"Norland holds 25 percent of the world's prisoners.", "25 percent", "world's prisoners"},
		{"The review backed half of Orvik’s TV tips.", "half", "Orvik’s TV tips"},
		{"In 2016 two of the firm's five directors left Belmark.", "two", "firm's five directors"},
		{"The fraud involved 1 percent of the bank’s 100,000 tellers.", "1 percent", "bank’s 100,000 tellers"},
		{"She stunned the world No. 1 Elena Voss in Belmark.", "No. 1", ""},
	} {
		doc, cs := analyse(t, d, c.text, "en", day)
		require.NotEmpty(t, cs, c.text)
		require.NotEmpty(t, cs[0].Quantities, c.text)
		q := cs[0].Quantities[0]
		require.Equal(t, c.amount, q.Span.Of(doc.Text))
		require.Equal(t, c.want, q.Of, c.text)
	}
}

// TestStances: what weakens or rejects a claim, what it denies itself, and what
// is still to come.
func TestStances(t *testing.T) {
	d := detector(t, WithThreshold(0))
	for _, c := range []struct {
		text, words string
		stance      Stance
		negative    bool
		modality    string
	}{
		{"Among likely voters, Orvik leads by 5 points.", "leads", Asserted, false, ""},
		{"Poor children were three times as likely as others to fall ill.", "as likely", Asserted, false, ""},
		{"The toll in Belmark is likely to rise.", "likely to", Hedged, false, ""},
		{"The commission found no evidence that Orvik had broken the law.", "no evidence", Asserted, true, ""},
		{"Hale falsely claimed that four million people had crossed in six months.", "four million", Denied, false, ""},
		{"The council had spent $2.3 million on lawyers, which is simply not true, a spokesman said.", "had spent", Denied, false, ""},
		{"The council held its third hearing on Orvik for allegedly abusing his office.", "third hearing", Asserted, false, ""},
		{"He allegedly took $5 million from the port.", "took", Hedged, false, ""},
		{"She believed the polls of 2016.", "believed", Asserted, false, ""},
		{"He is believed to be in Orsund.", "believed", Hedged, false, ""},
		{"He had no proof of the theft.", "no proof", Asserted, true, ""},
		{"She needed no more than 12 votes.", "no more", Asserted, false, ""},
		{"The chain is to close nine depots by the end of 2025.", "nine depots", Asserted, false, "future"},
		{"A judge in Belmark is expected to rule this week.", "expected", Asserted, false, "future"},
		{"Norrbank said it would appeal the ruling.", "appeal", Reported, false, "future"},
		{"Frostline is to blame for 15 deaths in Gorm.", "to blame", Asserted, false, ""},
		{"The aim of the plan is to cut traffic in Belmark by 40 percent.", "to cut", Asserted, false, ""},
		{"Gorm Homes said it \"acted on every order\"; the tenants say none was carried out in 2019.", "say none", Reported, false, ""},
		{"There were no survivors in Gorm.", "no survivors", Asserted, true, ""},
		{"The plan would cost $5 billion.", "would cost", Asserted, false, "conditional"},
		{"They could not resist a trip to Belmark in 2018.", "not resist", Asserted, true, "possible"},
		{"The toll in Belmark could reach 40.", "could reach", Hedged, false, "possible"},
		{"Dana Holm said it was a mistake to use her own telephone while at the ministry, but she denied that she leaked 14 files.", "a mistake", Reported, false, ""},
		{"Some 63 percent of voters in Belmark, most of whom will never set foot on Orsund, want the routes kept.", "want", Asserted, false, ""},
		{"Two people died in Gorm on Monday who would have lived in any other city.", "died", Asserted, false, ""},
		{"Rivers of Norland that would normally take a day to respond are going to respond in hours.", "going to", Asserted, false, "future"},
		{"The strikers of Orsund burned $25 million that could have gone towards pay.", "burned", Asserted, false, ""},
		{"The ships that the port might buy would cost $5 billion.", "would cost", Asserted, false, "conditional"},
		{"A frog can survive being frozen for up to 40 days.", "can survive", Asserted, false, "possible"},
	} {
		doc, cs := analyse(t, d, c.text, "en", day)
		x := find(t, doc, cs, c.words)
		require.Equal(t, c.stance, x.Stance, c.text)
		require.Equal(t, c.negative, x.Negative, c.text)
		require.Equal(t, c.modality, x.Modality, c.text)
	}
}

// TestSearches: names stand for pronouns, words with hyphens stay whole, and
// what tells a search nothing is left out.
func TestSearches(t *testing.T) {
	d := detector(t, WithThreshold(0))
	doc, cs := analyse(t, d, `Inga Vale sailed to Orsund in 1946.

She was one of only two women in her class to earn a low-interest state loan.

The loan cost $40 million over the past decade, critics say.`, "en", day)
	require.Equal(t, "Inga Vale women class earn low-interest state loan", find(t, doc, cs, "two women").Queries[0])
	c := find(t, doc, cs, "cost $40 million")
	require.Equal(t, "$40 million loan cost 2019", c.Queries[0])
	for _, q := range c.Queries {
		require.NotContains(t, q, "Critics")
	}
	// A name that begins with "New" stays whole.
	doc, cs = analyse(t, d, "The guild lent the New Orsund businessman 14 ships.", "en", day)
	require.Contains(t, find(t, doc, cs, "lent").Queries[1], "\"New Orsund businessman\"")
}

// TestSearchesWithoutNames: a claim that names nobody is searched for with whom
// or what the article is about; an adjective that says what something is stays.
func TestSearchesWithoutNames(t *testing.T) {
	d := detector(t, WithThreshold(0))
	doc, cs := analyse(t, d, `Gorm Homes ordered to repair 40 flats in Belmark.

The council of Belmark inspected the flats of Gorm Homes in May.

The heating was defective, the council said. The order was withdrawn. Gorm Homes declined to comment on the flats.`, "en", day)
	require.Equal(t, "heating defective Gorm Homes Belmark", find(t, doc, cs, "defective").Queries[0])
	require.Equal(t, "order withdrawn Gorm Homes Belmark", find(t, doc, cs, "withdrawn").Queries[0])
	for _, c := range cs {
		for i, q := range c.Queries {
			require.NotContains(t, c.Queries[i+1:], q)
		}
	}
}

// TestKeysOfReadings: two quantities at their lowest are no repeats.
func TestKeysOfReadings(t *testing.T) {
	d := detector(t, WithThreshold(0))
	doc, cs := analyse(t, d, `Arrests in Belmark fell to the lowest level in two years.

Exports of Orsund fell to the lowest level in two years.`, "en", day)
	require.NotEqual(t, find(t, doc, cs, "Arrests").Key, find(t, doc, cs, "Exports").Key)
}

// TestLoaded: words that judge in one use only.
func TestLoaded(t *testing.T) {
	d := detector(t, WithThreshold(0))
	for text, want := range map[string]string{
		"Orvik faces two counts of wire fraud in Belmark.":     "",
		"Orvik called the vote in Belmark a fraud.":            "fraud",
		"Orvik failed to declare 14 gifts from the port.":      "",
		"The failed policies of Orvik cost Belmark 14 depots.": "failed",
		"Belmark lies where two rivers meet.":                  "",
	} {
		doc, cs := analyse(t, d, text, "en", day)
		got := ""
		for _, s := range cs[0].Loaded {
			got += s.Of(doc.Text)
		}
		require.Equal(t, want, got, text)
	}
}
