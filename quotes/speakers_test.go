package quotes

import (
	"context"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// said describes a quotation of an invented article by its words. An empty
// source is none.
type said struct{ content, source string }

// resolved resolves the speakers of quotations given by their words, which
// are looked for from the quotation before on.
func resolved(t testing.TB, text string, qs []said) *Result {
	doc, a := annotateArticle(t, text)
	r := &Result{}
	at := 0
	for _, q := range qs {
		i := strings.Index(text[at:], q.content)
		require.GreaterOrEqual(t, i, 0, "content %q", q.content)
		c := span.Span{Start: at + i, End: at + i + len(q.content)}
		x := Quote{Type: Indirect, Act: Statement, Content: []span.Span{c}, Within: None}
		if strings.HasPrefix(q.content, "“") {
			x.Type = Direct
		}
		if q.source != "" {
			// The source is in the same paragraph, nearest to the content.
			from := strings.LastIndex(text[:c.Start], "\n\n") + 1
			best := -1
			for k := from; ; {
				j := strings.Index(text[k:], q.source)
				if j < 0 {
					break
				}
				k += j
				if c.Contains(span.Span{Start: k, End: k + 1}) {
					k++
					continue
				}
				if best < 0 || abs(k-c.Start) < abs(best-c.Start) {
					best = k
				}
				k++
			}
			require.GreaterOrEqual(t, best, 0, "source %q", q.source)
			x.Source = []span.Span{{Start: best, End: best + len(q.source)}}
			x.Cue = span.Span{}
		}
		r.Quotes = append(r.Quotes, x)
		at = c.Start
	}
	resolve(doc, a, r)
	return r
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

func TestResolveSpeakers(t *testing.T) {
	for _, c := range []struct {
		name, text  string
		qs          []said
		as          string // of the last quotation
		kind        SpeakerKind
		role, affil string // "-" for none at all, "" for any
	}{
		{"full name, role and affiliation", "Marta Quill, president of the Harbour Workers Union, opened the bridge.\n\nQuill said the ferry was late.",
			[]said{{"the ferry was late", "Quill"}}, "Marta Quill", PersonSpeaker, "president", "Harbour Workers Union"},
		{"acronym expanded", "The Harbour Workers Union (HWU) met on Monday. Marta Quill, HWU's president, said the port was safe.",
			[]said{{"the port was safe", "Marta Quill, HWU's president"}}, "Marta Quill", PersonSpeaker, "president", "Harbour Workers Union"},
		{"pronoun", "Marta Quill runs the harbour. She said the ferry was late.",
			[]said{{"the ferry was late", "She"}}, "Marta Quill", PersonSpeaker, "", ""},
		{"pronoun behind a quotation that names others", "Marta Quill came on Monday.\n\n“Robert Tansley never was in Fernbridge,” she said.",
			[]said{{"“Robert Tansley never was in Fernbridge,”", "she"}}, "Marta Quill", PersonSpeaker, "", ""},
		{"apposition behind the description", "The harbour's director, Marta Quill, said the ferry was late.",
			[]said{{"the ferry was late", "The harbour's director, Marta Quill"}}, "Marta Quill", PersonSpeaker, "director", ""},
		{"two roles are one person", "Marta Quill, a poet and teacher, said the ferry was late.",
			[]said{{"the ferry was late", "Marta Quill, a poet and teacher"}}, "Marta Quill", PersonSpeaker, "poet and teacher", ""},
		{"joined", "Marta Quill and Robert Tansley said the ferry was late.",
			[]said{{"the ferry was late", "Marta Quill and Robert Tansley"}}, "Marta Quill and Robert Tansley", PersonSpeaker, "", ""},
		{"joined, with parties", "Sens. Marta Quill (D-Ore.) and Robert Tansley (R-Ohio) said the ferry was late.",
			[]said{{"the ferry was late", "Sens. Marta Quill (D-Ore.) and Robert Tansley (R-Ohio)"}}, "Marta Quill and Robert Tansley", PersonSpeaker, "", ""},
		{"remarks stand for who made them", "Marta Quill spoke on Monday. Quill's remarks called the city careless.",
			[]said{{"the city careless", "Quill's remarks"}}, "Marta Quill", PersonSpeaker, "", ""},
		{"a letter is a document", "Marta Quill wrote on Monday. Quill's letter demanded that the city pay.",
			[]said{{"that the city pay", "Quill's letter"}}, "Quill's letter", DocumentSpeaker, "", ""},
		{"anonymous, as described", "A person familiar with the talks said the ferry would be sold.",
			[]said{{"the ferry would be sold", "A person familiar with the talks"}}, "person familiar with the talks", UnnamedSpeaker, "", ""},
		{"group", "Several residents said the ferry was late.",
			[]said{{"the ferry was late", "Several residents"}}, "residents", GroupSpeaker, "", ""},
		{"organisation", "The Harbour Workers Union said the ferry was late.",
			[]said{{"the ferry was late", "The Harbour Workers Union"}}, "Harbour Workers Union", OrganizationSpeaker, "", ""},
		{"poll", "A recent poll found that most people walk.",
			[]said{{"most people walk", "A recent poll"}}, "recent poll", DocumentSpeaker, "", ""},
		{"definite description of a name", "Mayor Marta Quill opened the bridge on Monday.\n\nThe mayor said the ferry was late.",
			[]said{{"the ferry was late", "The mayor"}}, "Marta Quill", PersonSpeaker, "Mayor", ""},
		{"goes on in the paragraph", "“The ferry was late,” Marta Quill said. “It always is.”",
			[]said{{"“The ferry was late,”", "Marta Quill"}, {"“It always is.”", ""}}, "Marta Quill", PersonSpeaker, "", ""},
		{"goes on in the next paragraph", "“The ferry was late,” Marta Quill said.\n\n“It always is.”",
			[]said{{"“The ferry was late,”", "Marta Quill"}, {"“It always is.”", ""}}, "Marta Quill", PersonSpeaker, "", ""},
		{"behind a colon", "Marta Quill wrote to the council on Monday:\n\n“The ferry is always late.”",
			[]said{{"“The ferry is always late.”", ""}}, "Marta Quill", PersonSpeaker, "", ""},
		{"affiliation behind the name", "Professor Dale Quorn of the University of Westmere said the ferry was late.",
			[]said{{"the ferry was late", "Professor Dale Quorn of the University of Westmere"}}, "Dale Quorn", PersonSpeaker, "Professor", "University of Westmere"},
		{"affiliation behind the name and a comma", "Lena Quorn, from the University of Westmere, said the ferry was late.",
			[]said{{"the ferry was late", "Lena Quorn, from the University of Westmere"}}, "Lena Quorn", PersonSpeaker, "", "University of Westmere"},
		{"affiliation behind colleagues", "Dr Lena Quorn and her colleagues at Westmere University counted boats.\n\nQuorn said the ferry was late.",
			[]said{{"the ferry was late", "Quorn"}}, "Lena Quorn", PersonSpeaker, "", "Westmere University"},
		{"affiliation in a relative clause", "Marta Quill, who teaches art at Westmere College, said the ferry was late.",
			[]said{{"the ferry was late", "Marta Quill"}}, "Marta Quill", PersonSpeaker, "", "Westmere College"},
		{"who heads it", "Marta Quill, who heads the Harbour Workers Union, said the ferry was late.",
			[]said{{"the ferry was late", "Marta Quill"}}, "Marta Quill", PersonSpeaker, "", "Harbour Workers Union"},
		{"a part and the whole", "Marta Quill, director of the Harbour Institute at the University of Westmere, said the ferry was late.",
			[]said{{"the ferry was late", "Marta Quill"}}, "Marta Quill", PersonSpeaker, "director", "Harbour Institute at the University of Westmere"},
		{"the whole and its part", "Marta Quill, a lecturer at Westmere University’s Harbour Institute, said the ferry was late.",
			[]said{{"the ferry was late", "Marta Quill"}}, "Marta Quill", PersonSpeaker, "lecturer", "Westmere University’s Harbour Institute"},
		{"an office of a district rather than of a country", "Rufus T. Ambler, the U.S. Attorney for the Northern Marches of Orvania, said the ferry was late.",
			[]said{{"the ferry was late", "Rufus T. Ambler"}}, "Rufus T. Ambler", PersonSpeaker, "Attorney", "Northern Marches of Orvania"},
		{"a firm that has a person's name", "Oskar Brindle, harbour strategist at Tansley Orme, said the ferry was late.",
			[]said{{"the ferry was late", "Oskar Brindle"}}, "Oskar Brindle", PersonSpeaker, "harbour strategist", "Tansley Orme"},
		{"whose chairman is no person", "Clara Dunmore's chairman, Hugo P. Quill, said the ferry was late.",
			[]said{{"the ferry was late", "Hugo P. Quill"}}, "Hugo P. Quill", PersonSpeaker, "chairman", "Clara Dunmore"},
		{"two nouns behind the office", "Ivana Quill, vice president of development and acquisitions at the Quill Organization, said the ferry was late.",
			[]said{{"the ferry was late", "Ivana Quill"}}, "Ivana Quill", PersonSpeaker, "vice president of development and acquisitions", "Quill Organization"},
		{"a noun for a person or a firm", "Casper Holm, publisher of the Westmere Planet, said the ferry was late.",
			[]said{{"the ferry was late", "Casper Holm"}}, "Casper Holm", PersonSpeaker, "publisher", "Westmere Planet"},
		{"nationality before the ministry", "Chinese Foreign Ministry spokeswoman Lin Meiru said the ferry was late.",
			[]said{{"the ferry was late", "Chinese Foreign Ministry spokeswoman Lin Meiru"}}, "Lin Meiru", PersonSpeaker, "spokeswoman", "Foreign Ministry"},
		{"a party is an affiliation", "Labour MP Marta Quill said the ferry was late.",
			[]said{{"the ferry was late", "Labour MP Marta Quill"}}, "Marta Quill", PersonSpeaker, "MP", "Labour"},
		{"what somebody is not is no role", "Marta Quill said the ferry was late. Robert Tansley said that Marta Quill was not a great captain.",
			[]said{{"the ferry was late", "Marta Quill"}}, "Marta Quill", PersonSpeaker, "-", ""},
		{"the whole name of a union", "The National Farmers Federation said the ferry was late.",
			[]said{{"the ferry was late", "The National Farmers Federation"}}, "National Farmers Federation", OrganizationSpeaker, "", ""},
		{"a surname that is a word", "Hester Small runs the harbour. Small said the ferry was late.",
			[]said{{"the ferry was late", "Small"}}, "Hester Small", PersonSpeaker, "", ""},
		{"one of several, by name", "One of the men, Anselm Rook, 61, said the ferry was late.",
			[]said{{"the ferry was late", "One of the men, Anselm Rook, 61"}}, "Anselm Rook", PersonSpeaker, "", ""},
		{"a study by somebody is not somebody", "A study conducted by Edgar Vellacott said the ferry was late.",
			[]said{{"the ferry was late", "A study conducted by Edgar Vellacott"}}, "study conducted by Edgar Vellacott", DocumentSpeaker, "", ""},
		{"several keep their commas", "Most residents, including those of the harbour, said the ferry was late.",
			[]said{{"the ferry was late", "Most residents, including those of the harbour"}}, "Most residents, including those of the harbour", GroupSpeaker, "", ""},
		{"part of several", "One of the residents said the ferry was late.",
			[]said{{"the ferry was late", "One of the residents"}}, "One of the residents", UnnamedSpeaker, "", ""},
		{"a title makes a person", "Osier's director, Prof Minna Aalto, said the ferry was late.",
			[]said{{"the ferry was late", "Osier's director, Prof Minna Aalto"}}, "Minna Aalto", PersonSpeaker, "director", ""},
		{"the speaker goes on, not who is spoken of", "Marta Quill came on Monday. Quill said Jane Tansley was late. She said the ferry was late.",
			[]said{{"Jane Tansley was late", "Quill"}, {"the ferry was late", "She"}}, "Marta Quill", PersonSpeaker, "", ""},
		{"who is spoken of, where the speaker does not fit", "Marta Quill said Robert Tansley was late. He said the ferry was late.",
			[]said{{"Robert Tansley was late", "Marta Quill"}, {"the ferry was late", "He"}}, "Robert Tansley", PersonSpeaker, "", ""},
		{"a company's first word", "Corvale Orchard Co. lost money. Corvale said the ferry was late.",
			[]said{{"the ferry was late", "Corvale"}}, "Corvale Orchard Co", OrganizationSpeaker, "", ""},
		{"a surname misspelt", "The mayor, Casper Brimald, built it. Bremald said the ferry was late.",
			[]said{{"the ferry was late", "Bremald"}}, "Casper Brimald", PersonSpeaker, "", ""},
		{"the office of somebody named", "President Marta Quill came. Robert Tansley met her. The president said the ferry was late.",
			[]said{{"the ferry was late", "The president"}}, "Marta Quill", PersonSpeaker, "", ""},
		{"announced before the name", "Ferries are late, a Westmere botanist says.\n\nDr Lena Quorn of Westmere University said the ferry was old.",
			[]said{{"the ferry was old", "Dr Lena Quorn of Westmere University"}}, "Lena Quorn", PersonSpeaker, "", "Westmere University"},
		{"a maker before its name", "Developer Corvale Inc. said the ferry was late.",
			[]said{{"the ferry was late", "Developer Corvale Inc."}}, "Corvale Inc", OrganizationSpeaker, "", ""},
		{"emoji are no part of a name", "Petra E. Lindqvale 🏳️‍🌈 said the ferry was late.",
			[]said{{"the ferry was late", "Petra E. Lindqvale 🏳️‍🌈"}}, "Petra E. Lindqvale", PersonSpeaker, "", ""},
		{"a hyphen in the surname", "Marta Quill-Tansley runs the harbour. Quill-Tansley said the ferry was late.",
			[]said{{"the ferry was late", "Quill-Tansley"}}, "Marta Quill-Tansley", PersonSpeaker, "", ""},
		{"an office before a surname that is a word", "Spokeswoman Louise Sales said the ferry was late.",
			[]said{{"the ferry was late", "Spokeswoman Louise Sales"}}, "Louise Sales", PersonSpeaker, "Spokeswoman", ""},
		{"an office behind a surname that is a word", "Grant Beard, a botanist with Westmere College, said the ferry was late.",
			[]said{{"the ferry was late", "Grant Beard"}}, "Grant Beard", PersonSpeaker, "botanist", "Westmere College"},
		{"a shadow minister", "Shadow Harbour Secretary Yvette Tansley said the ferry was late.",
			[]said{{"the ferry was late", "Shadow Harbour Secretary Yvette Tansley"}}, "Yvette Tansley", PersonSpeaker, "Shadow Harbour Secretary", ""},
		{"a union of players", "Ferries are late, and the Players' Forum said the ferry was old.",
			[]said{{"the ferry was old", "the Players' Forum"}}, "Players' Forum", OrganizationSpeaker, "", ""},
		{"an age for whom the article is about", "Marta Quill won the race. She trains in Westmere. The 47-year-old said the ferry was late.",
			[]said{{"the ferry was late", "The 47-year-old"}}, "Marta Quill", PersonSpeaker, "", ""},
		{"an office with its kind", "Robert Tansley, the transport minister, came. Marta Quill came, too. The transport minister said the ferry was late.",
			[]said{{"the ferry was late", "The transport minister"}}, "Robert Tansley", PersonSpeaker, "transport minister", ""},
		{"another office than the speaker's", "The surveyor, Robert Tansley, said the ferry was old. The consul said the ferry was late.",
			[]said{{"the ferry was old", "The surveyor, Robert Tansley"}, {"the ferry was late", "The consul"}}, "consul", UnnamedSpeaker, "", ""},
		{"a name in the middle", "Camilla Etrien Gobedy runs the harbour. Etrien said the ferry was late.",
			[]said{{"the ferry was late", "Etrien"}}, "Camilla Etrien Gobedy", PersonSpeaker, "", ""},
		{"a first name of both men and women", "Kim Tansley sold the harbour. Mr Tansley said the ferry was late.",
			[]said{{"the ferry was late", "Mr Tansley"}}, "Kim Tansley", PersonSpeaker, "", ""},
		{"an institution that was taken for a person", "Marta Quill, an analyst at the Hudson Quay Center, said the ferry was late.",
			[]said{{"the ferry was late", "Marta Quill"}}, "Marta Quill", PersonSpeaker, "analyst", "Hudson Quay Center"},
		{"one office of two fields", "Marta Quill, the harbour's research and extension officer, said the ferry was late.",
			[]said{{"the ferry was late", "Marta Quill, the harbour's research and extension officer"}}, "Marta Quill", PersonSpeaker, "research and extension officer", ""},
		{"a mother of three", "Marta Quill, a mother of three, said the ferry was late.",
			[]said{{"the ferry was late", "Marta Quill"}}, "Marta Quill", PersonSpeaker, "mother of three", ""},
		{"an age is no role", "Marta Quill, a 47-year-old nurse, said the ferry was late.",
			[]said{{"the ferry was late", "Marta Quill"}}, "Marta Quill", PersonSpeaker, "nurse", ""},
		{"a club", "Kestrel Rovers lost the cup. Rovers said the ferry was late.",
			[]said{{"the ferry was late", "Rovers"}}, "Kestrel Rovers", OrganizationSpeaker, "", ""},
		{"a minister for something", "Minister for Enterprise Robert Tansley said the ferry was late.",
			[]said{{"the ferry was late", "Minister for Enterprise Robert Tansley"}}, "Robert Tansley", PersonSpeaker, "Minister for Enterprise", ""},
		{"the club that the article is about", "Penfleet Rovers lost £14 million. Penfleet Rovers bought the pitch. The club said the ferry was late.",
			[]said{{"the ferry was late", "The club"}}, "Penfleet Rovers", OrganizationSpeaker, "", ""},
		{"not the newspaper that tells", "Corvale Orchard Inc. lost money, the Westmere Post reported. The Swedish company said the ferry was late.",
			[]said{{"the ferry was late", "The Swedish company"}}, "Corvale Orchard Inc", OrganizationSpeaker, "", ""},
		{"two founders in one name", "Young & Tansley said the ferry was late.",
			[]said{{"the ferry was late", "Young & Tansley"}}, "Young & Tansley", OrganizationSpeaker, "", ""},
		{"a maker before a word for its name", "Developer Lantern called the ferry late.",
			[]said{{"the ferry late", "Developer Lantern"}}, "Lantern", OrganizationSpeaker, "Developer", ""},
		{"whose description it is, without that", "The house shut. Its critics said the ferry was late.",
			[]said{{"the ferry was late", "Its critics"}}, "critics", GroupSpeaker, "", ""},
		{"the patient of a report", "A 43-year-old man was short of breath. Dr Marta Quill saw him. The patient said the ferry was late.",
			[]said{{"the ferry was late", "The patient"}}, "43-year-old man", UnnamedSpeaker, "", ""},
		{"a country by its adjective", "Orvania sent boats. The Orvanian Ambassador, Marta Quill, came from Orvania. Afghan Ambassador Robert Tansley left Afghanistan. Tansley said the ferry was late.",
			[]said{{"the ferry was late", "Tansley"}}, "Robert Tansley", PersonSpeaker, "Afghan Ambassador", "Afghanistan"},
		{"an analyst of a firm that nothing else names", "Marta Quill, an analyst at Ferrier Research, said the ferry was late.",
			[]said{{"the ferry was late", "Marta Quill"}}, "Marta Quill", PersonSpeaker, "analyst", "Ferrier Research"},
		{"a secretary of state is of no State", "U.S. Secretary of State Robert Tansley said the ferry was late.",
			[]said{{"the ferry was late", "U.S. Secretary of State Robert Tansley"}}, "Robert Tansley", PersonSpeaker, "Secretary of State", "U.S."},
		{"a farmers' federation in capitals", "The Westmere Farmers Federation (WFF) said the ferry was late.",
			[]said{{"the ferry was late", "The Westmere Farmers Federation (WFF)"}}, "Westmere Farmers Federation", OrganizationSpeaker, "", ""},
		{"an exporter before its acronym", "Wheat exporter WFX said the ferry was late.",
			[]said{{"the ferry was late", "Wheat exporter WFX"}}, "WFX", OrganizationSpeaker, "Wheat exporter", ""},
		{"a compound for a person", "Barbara Tull, 67, lives in Grimley.\n\nThe mother-of-three said the ferry was late.",
			[]said{{"the ferry was late", "The mother-of-three"}}, "Barbara Tull", PersonSpeaker, "", ""},
		{"letters behind the name", "Sheriff Anne Dalgarno KC said the ferry was late.",
			[]said{{"the ferry was late", "Sheriff Anne Dalgarno KC"}}, "Anne Dalgarno", PersonSpeaker, "Sheriff", ""},
		{"a fan", "One fan said the ferry was late.",
			[]said{{"the ferry was late", "One fan"}}, "fan", UnnamedSpeaker, "", ""},
		{"the newsroom", "Marta Quill runs the harbour. “The ferry was late,” said Quill.\n\nWe should also note that the bridge was closed.",
			[]said{{"“The ferry was late,”", "Quill"}, {"the bridge was closed", "We"}}, "author", AuthorSpeaker, "", ""},
		{"party and state", "Sen. Marta Quill (D-Ore.) said the ferry was late.",
			[]said{{"the ferry was late", "Sen. Marta Quill (D-Ore.)"}}, "Marta Quill", PersonSpeaker, "Sen.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := resolved(t, c.text, c.qs)
			k := r.Quotes[len(r.Quotes)-1].Speaker
			require.NotEqual(t, None, k)
			s := r.Speakers[k]
			require.Equal(t, c.as, s.Name)
			require.Equal(t, c.kind, s.Kind)
			if c.role == "-" {
				require.Empty(t, s.Role)
			} else if c.role != "" {
				require.Equal(t, c.role, s.Role)
			}
			if c.affil != "" {
				require.Equal(t, c.affil, s.Affiliation)
			}
		})
	}
}

func TestSpeakersAreOnePerReferent(t *testing.T) {
	r := resolved(t, "Marta Quill, the mayor, said the ferry was late. Ms. Quill added that it was old.\n\nShe said it would be sold. The Harbour Workers Union said it would strike.",
		[]said{{"the ferry was late", "Marta Quill, the mayor"}, {"it was old", "Ms. Quill"}, {"it would be sold", "She"}, {"it would strike", "The Harbour Workers Union"}})
	require.Len(t, r.Speakers, 2)
	require.Equal(t, []string{"Quill"}, r.Speakers[0].Aliases)
	require.Equal(t, "mayor", r.Speakers[0].Role)
	require.GreaterOrEqual(t, len(r.Speakers[0].Mentions), 3)
}

func TestDescriptionBeforeTheName(t *testing.T) {
	r := resolved(t, "Ferries are late, a Westmere botanist says.\n\nDr Lena Quorn of Westmere University said the ferry was old.",
		[]said{{"Ferries are late", "a Westmere botanist"}, {"the ferry was old", "Dr Lena Quorn of Westmere University"}})
	require.Len(t, r.Speakers, 1)
	require.Equal(t, "Lena Quorn", r.Speakers[0].Name)
}

func TestCountyByItsShortName(t *testing.T) {
	r := resolved(t, "Letters went to the city of Fernbridge and to Ostwick-Hale County. Ostwick-Hale, led by Mayor Marta Quill, said the rule was fair.",
		[]said{{content: "the rule was fair", source: "Ostwick-Hale, led by Mayor Marta Quill"}})
	require.Equal(t, "Ostwick-Hale County", r.Speakers[r.Quotes[0].Speaker].Name)
}

func TestNoSourceNoContext(t *testing.T) {
	r := resolved(t, "“The ferry was late.”", []said{{"“The ferry was late.”", ""}})
	require.Equal(t, None, r.Quotes[0].Speaker)
	require.Empty(t, r.Speakers)
}

func FuzzResolve(f *testing.F) {
	f.Add("Marta Quill and Robert Tansley, who runs it: “I said,” she said. “No.”\n\n“Yes.” The mayor's remarks (D-Ore.) said so.", uint64(12345))
	f.Add("He she they it I we who which that.", uint64(7))
	f.Add("", uint64(0))
	b, err := nlp.Default()
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		doc, err := extract.Text(context.Background(), []byte(text))
		if err != nil {
			return
		}
		text = doc.Text
		a := new(nlp.Annotation)
		require.NoError(t, b.Annotate(context.Background(), nlp.Input{Text: text}, a))
		next := func(n int) int {
			seed = seed*6364136223846793005 + 1442695040888963407
			return int(seed>>33) % max(n, 1)
		}
		build := func(s uint64) *Result {
			seed = s
			r := &Result{}
			for i := 0; i < 6 && len(a.Tokens) > 0; i++ {
				tokens := func() span.Span {
					k := next(len(a.Tokens))
					return a.Span(k, min(len(a.Tokens), k+1+next(8)))
				}
				q := Quote{Type: Direct, Content: []span.Span{tokens()}, Cue: tokens(), Within: None}
				if next(3) > 0 {
					q.Source = []span.Span{tokens()}
				}
				r.Quotes = append(r.Quotes, q)
			}
			sort.SliceStable(r.Quotes, func(i, j int) bool { return r.Quotes[i].Content[0].Start < r.Quotes[j].Content[0].Start })
			resolve(doc, a, r)
			return r
		}
		first := seed
		r := build(first)
		used := make([]bool, len(r.Speakers))
		for _, q := range r.Quotes {
			require.True(t, q.Speaker == None || 0 <= q.Speaker && q.Speaker < len(r.Speakers))
			if q.Speaker != None {
				used[q.Speaker] = true
			}
		}
		for i, s := range r.Speakers {
			require.True(t, used[i], "every speaker says something")
			require.NotEmpty(t, s.Name)
			require.NotEmpty(t, s.Kind)
			for k, m := range s.Mentions {
				require.True(t, m.Valid(len(text)))
				require.True(t, k == 0 || s.Mentions[k-1].Start <= m.Start)
			}
		}
		require.Equal(t, r, build(first))
	})
}

// A headline's quotation has the speaker of the same words below.
func TestHeadlineIsEchoed(t *testing.T) {
	r := resolved(t, "‘Unforgivable’ ferries anger the town\n\nRobert Tansley said the ferry was old. Marta Quill called the ferry ‘unforgivable’.",
		[]said{{"‘Unforgivable’", ""}, {"the ferry was old", "Robert Tansley"}, {"the ferry ‘unforgivable’", "Marta Quill"}})
	require.NotEqual(t, None, r.Quotes[0].Speaker)
	require.Equal(t, "Marta Quill", r.Speakers[r.Quotes[0].Speaker].Name)
}

// An office of which there is one has the name that follows.
func TestNamedAfter(t *testing.T) {
	r := resolved(t, "China’s ambassador to Orvania said the ferry was old.\n\n“The ferry was late,” Marta Quill said.",
		[]said{{"the ferry was old", "China’s ambassador to Orvania"}, {"“The ferry was late,”", "Marta Quill"}})
	require.NotEqual(t, None, r.Quotes[0].Speaker)
	require.Equal(t, "Marta Quill", r.Speakers[r.Quotes[0].Speaker].Name)
}
