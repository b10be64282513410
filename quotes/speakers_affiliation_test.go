package quotes

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestAffiliations resolves the source of "the ferry was late" in invented
// sentences.
func TestAffiliations(t *testing.T) {
	for _, c := range []struct{ name, text, source, as, role, affil string }{
		// What somebody works for, though it has a person's name.
		{"a zoo", "“It was cold,” says Kevin Bardle of Carlow Zoo. Bardle says the ferry was late.", "Bardle", "Kevin Bardle", "", "Carlow Zoo"},
		{"from a firm", "Greg Tansley from Agro Perkasa, the largest importer of cattle, says the ferry was late.", "Greg Tansley", "Greg Tansley", "", "Agro Perkasa"},
		{"a firm with a possessive ending", "Larry Quill of Harty's, one of the largest shops in Dallas, says the ferry was late.", "Larry Quill", "Larry Quill", "", "Harty"},
		{"an article before a possessor", "Christopher Quill, a Moxley's vice president, said the ferry was late.", "Christopher Quill", "Christopher Quill", "vice president", "Moxley"},
		{"a field before the firm", "Michael Quill, director of marketing for Ostrava Macmillan, said the ferry was late.", "Michael Quill", "Michael Quill", "director of marketing", "Ostrava Macmillan"},
		// Offices of a named body right before a name.
		{"an office of a body", "CEO of the Harbour Council Enver Quorn said the ferry was late.", "CEO of the Harbour Council Enver Quorn", "Enver Quorn", "CEO", "Harbour Council"},
		{"an office for a district", "Acting U.S. Attorney for the District of Massachusetts Joshua Quill said the ferry was late.", "Joshua Quill", "Joshua Quill", "Acting U.S. Attorney", "District of Massachusetts"},
		{"an office in a ministry", "Minister in the Ministry of Finance Brian Quill said the ferry was late.", "Brian Quill", "Brian Quill", "Minister", "Ministry of Finance"},
		{"an office at a country", "China’s ambassador to Britain Liu Xiaming said the ferry was late.", "Liu Xiaming", "Liu Xiaming", "ambassador to Britain", "China"},
		{"an office without a name", "On Monday, Home Secretary Suella Quill said the ferry was late.", "Suella Quill", "Suella Quill", "Home Secretary", ""},
		{"an office of a firm that nothing else names", "Managing director of Outback Staffing Tony Quill said the ferry was late.", "Tony Quill", "Tony Quill", "Managing director", "Outback Staffing"},
		// What stands before a name.
		{"former", "Former Grains Council president Keith Quill said the ferry was late.", "Keith Quill", "Keith Quill", "Former president", "Grains Council"},
		{"newly elected", "The newly elected National Farmers Federation president, David Quill, said the ferry was late.", "David Quill", "David Quill", "newly elected president", "National Farmers Federation"},
		{"two roles before a name", "The chat was with Saleswell founder and co-CEO Mark Quill. Quill said the ferry was late.", "Quill", "Mark Quill", "founder and co-CEO", "Saleswell"},
		{"a verb before an office", "The votes were tied, prompting Senate President Christine Quill to vote. Quill said the ferry was late.", "Quill", "Christine Quill", "President", "Senate"},
		{"a degree is no firm", "The pier is old, says Associate Professor John Quill from the University of Westmere. Quill said the ferry was late.", "Quill", "John Quill", "Associate Professor", "University of Westmere"},
		{"a field is no firm", "Foreign Minister Ilir Quill said the ferry was late.", "Ilir Quill", "Ilir Quill", "Foreign Minister", ""},
		{"a noun at the head of a sentence is no firm", "Tournament director Ingrid Quill said the ferry was late.", "Ingrid Quill", "Ingrid Quill", "Tournament director", ""},
		{"where somebody is based", "Maryland-based lawyer Jim Quill said the ferry was late.", "Jim Quill", "Jim Quill", "lawyer", ""},
		{"where somebody lives", "Quarry Neck resident Michael Quill said the ferry was late.", "Michael Quill", "Michael Quill", "Quarry Neck resident", ""},
		{"a broadcast in quotation marks", "Scott told “Westmere News Tonight” co-host Gayle Quill that the ferry was late.\n\nQuill said the ferry was late.", "Quill", "Gayle Quill", "co-host", "Westmere News Tonight"},
		{"letters behind a name", "Prosecutor Helena Quill KC said the ferry was late.", "Prosecutor Helena Quill KC", "Helena Quill", "Prosecutor", ""},
		// Descriptions behind a name.
		{"colleagues behind the description", "Angus Quill, a PhD student from the University of Westmere, and colleagues counted boats. Quill said the ferry was late.", "Quill", "Angus Quill", "PhD student", "University of Westmere"},
		{"another one behind a description without article", "Kurt Quill, former special envoy to Kyiv, and Tim Tansley, another aide, spoke. Quill said the ferry was late.", "Quill", "Kurt Quill", "former special envoy to Kyiv", ""},
		{"a second role with an article", "Dr Louise Quill, a child psychiatrist and the director of the Institute of Tides, says the ferry was late.", "Dr Louise Quill", "Louise Quill", "", "Institute of Tides"},
		{"an adjective at the end", "Mayer Quill, Holt's chairman of direct-to-consumer and international, said the ferry was late.", "Mayer Quill", "Mayer Quill", "chairman of direct-to-consumer and international", ""},
		{"a title and a firm between commas", "Sanjiv Quill, Director, Westline Securities, said the ferry was late.", "Sanjiv Quill", "Sanjiv Quill", "Director", "Westline Securities"},
		{"over brackets", "The secretary general of CLC (Lake Episcopal Conference), Nunzio Quill, said the ferry was late.", "Nunzio Quill", "Nunzio Quill", "secretary general", "CLC"},
		{"over a phrase", "A lawyer in attendance, Shannon Quill, said the ferry was late.", "Shannon Quill", "Shannon Quill", "lawyer in attendance", ""},
		{"now somebody", "Striker Wes Quill, now a pundit with Coast Radio, said the ferry was late.", "Wes Quill", "Wes Quill", "Striker, pundit", "Coast Radio"},
		{"whose project it is", "“No,” says Georgia Quill of HFT's nanotechnology project. HFT objects. Quill said the ferry was late.", "Quill", "Georgia Quill", "", "HFT"},
		{"who watches it for somebody", "Kelsey Quill, who keeps watch on it for the Desert Volcano Observatory, said the ferry was late.", "Kelsey Quill", "Kelsey Quill", "", "Desert Volcano Observatory"},
		{"not where somebody was met", "Ann Lee met Mark Quill on Monday. Hosting Quill at Dreamworks is fun. Quill said the ferry was late.", "Quill", "Mark Quill", "", "-"},
		{"not the newspaper that tells", "According to the Lake Herald, Professor John Quill, the chairman of the panel, said the ferry was late.", "Professor John Quill", "John Quill", "Professor, chairman of the panel", ""},
		// Joined names.
		{"from where both are", "Drs Michael Quill and Wendy Wood of Westmere University counted boats. Quill said the ferry was late.", "Quill", "Michael Quill", "", "Westmere University"},
		{"what several are", "Founding members Tom Quill, Michael Dowell and Pat Simms will play. Simms said the ferry was late.", "Simms", "Pat Simms", "Founding member", ""},
		{"a country of two", "French duo Camille Astier and Noemie Quill won for France. Quill said the ferry was late.", "Quill", "Noemie Quill", "", "France"},
		// Parties, states, clubs, companies.
		{"a party in brackets", "Sen. Marla Quill (D-Ore.) said the ferry was late.", "Sen. Marla Quill", "Marla Quill", "Sen.", "D-Ore."},
		{"a party behind", "Rep. Tom Quill, Republican of Vance County, said the ferry was late.", "Rep. Tom Quill", "Tom Quill", "Rep.", "Republican"},
		{"whom a spokesman speaks for", "Senator Dale Harkin's spokesman Dave Quill said the ferry was late.", "Dave Quill", "Dave Quill", "spokesman", "Dale Harkin"},
		{"a governor's state", "South Dakota has a problem, and South Dakota has a plan. Gov. Kristi Quill said the ferry was late.", "Kristi Quill", "Kristi Quill", "Gov.", "South Dakota"},
		{"a club's whole name", "Marlow City won. Marlow head coach Elena Quill said the ferry was late.", "Elena Quill", "Elena Quill", "head coach", "Marlow City"},
		{"the company of the sentence", "Wexcom is growing, CEO Tim Quill said. Wexcom Inc. is large. Quill said the ferry was late.", "Quill", "Tim Quill", "CEO", "Wexcom Inc."},
		{"two names of one institution", "Jose Quill, an immunologist from the Walter and Eliza Institute in Lakeland, said the ferry was late.", "Jose Quill", "Jose Quill", "immunologist", "Walter and Eliza Institute"},
		{"a university at a place", "The talk was at Lake University. Phil Quill of the University at Buffalo said the ferry was late.", "Phil Quill", "Phil Quill", "", "University at Buffalo"},
		{"the company of the sentence before", "Lakeland's agency met in May. The agency paid Tyrell Orbital Systems. Tyrell Orbital Systems is a maker of tin. Marco Quill, the company's chief operating officer, said the ferry was late.", "Marco Quill", "Marco Quill", "chief operating officer", "Tyrell Orbital Systems"},
		{"appointed", "Philip Quill has been appointed executive director of the Bureau of Tides. Quill said the ferry was late.", "Quill", "Philip Quill", "executive director", "Bureau of Tides"},
		{"whose report it is", "A new Quick Harbour report said the ferry was late.", "A new Quick Harbour report", "new Quick Harbour report", "", "Quick Harbour"},
		{"whose report it is, with a noun", "Crews met in May. A new Fast Company report said the ferry was late.", "A new Fast Company report", "new Fast Company report", "", "Fast Company"},
		{"a place for a first name", "“No,” says Bristol Quorn of Carlow Zoo. Quorn said the ferry was late.", "Quorn", "Bristol Quorn", "", "Carlow Zoo"},
		{"who speaks for a name of common words", "Marta Quill, a spokesperson for Patient Shield, the ferry operation, spoke. Quill, the commander, said the ferry was late.", "Quill", "Marta Quill", "spokesperson", "Patient Shield"},
		{"a newspaper of two names", "Matthew Quill of The Westmere Globe and Mail said the ferry was late.", "Matthew Quill", "Matthew Quill", "", "Westmere Globe and Mail"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := resolved(t, c.text, []said{{"the ferry was late", c.source}})
			if len(r.Quotes) == 0 || r.Quotes[0].Speaker == None {
				t.Fatal("no speaker")
			}
			s := r.Speakers[r.Quotes[0].Speaker]
			require.Equal(t, c.as, s.Name)
			if c.role != "" {
				require.Equal(t, c.role, s.Role)
			}
			switch c.affil {
			case "":
			case "-":
				require.Empty(t, s.Affiliation)
			default:
				require.Equal(t, c.affil, s.Affiliation)
			}
		})
	}
}

func TestDescribedBeforeItIsNamed(t *testing.T) {
	r := resolved(t, "Ferries are late, a Westmere botanist says.\n\nDr Lena Quorn of Westmere University said the ferry was old.",
		[]said{{"Ferries are late", "a Westmere botanist"}, {"the ferry was old", "Dr Lena Quorn of Westmere University"}})
	require.Len(t, r.Speakers, 1)
	require.Contains(t, r.Speakers[0].Role, "botanist")
}

func TestOfficeByTheSameWords(t *testing.T) {
	r := resolved(t, "China’s ambassador to Britain said the ferry was late.\n\nThe police said it was wet.\n\nIn London, China’s ambassador to Britain Liu Xiaming smiled.",
		[]said{{"the ferry was late", "China’s ambassador to Britain"}, {"it was wet", "The police"}})
	require.Equal(t, "Liu Xiaming", r.Speakers[r.Quotes[0].Speaker].Name)
}

func TestStringOfPersons(t *testing.T) {
	r := resolved(t, "A string of Tory MPs said the ferry was late.", []said{{"the ferry was late", "A string of Tory MPs"}})
	s := r.Speakers[r.Quotes[0].Speaker]
	require.Equal(t, "Tory MPs", s.Name)
	require.Equal(t, GroupSpeaker, s.Kind)
	require.Equal(t, "Tory", s.Affiliation)
}

func TestSubjectTakesOver(t *testing.T) {
	r := resolved(t, "Foreign Minister Ilir Dragan said the ferry was late. Velnia's defence minister, Mira Kostova, denied it. “It was early,” she said.",
		[]said{{"the ferry was late", "Foreign Minister Ilir Dragan"}, {"“It was early,”", "she"}})
	require.Equal(t, "Mira Kostova", r.Speakers[r.Quotes[1].Speaker].Name)
}
