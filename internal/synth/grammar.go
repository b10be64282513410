package synth

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// The grammar: clauses with slots, and words to fill them. Invented places
// and people; no clause is anybody's.

var slots = map[string][]string{
	"N": strings.Fields(`harbour bridge school clinic budget forest ferry tunnel library market dam airport stadium prison hospital railway canal museum theatre
quarry vineyard fishery airfield brewery foundry shipyard orchard reservoir courthouse barracks observatory laboratory parliament council tribunal treasury
ministry committee commission regulator cooperative federation union guild bank insurer pension subsidy tariff levy permit licence contract charter treaty
statute ordinance verdict appeal inquiry audit census referendum ballot petition strike embargo quota curfew blackout drought flood wildfire landslide heatwave
epidemic vaccine antibiotic turbine battery reactor pipeline refinery satellite drone sensor algorithm database network archive manuscript sculpture orchestra
curriculum scholarship apprenticeship nursery playground cemetery monastery cathedral lighthouse windmill sawmill tannery bakery dairy slaughterhouse greenhouse
motorway roundabout crossing footpath tramway depot terminal runway hangar warehouse supermarket pharmacy hostel shelter allotment landfill incinerator sewer`),
	"J": strings.Fields(`new old public private local national regional municipal rural urban coastal northern southern eastern western temporary permanent
expensive cheap safe dangerous empty crowded broken modern ancient secret open closed illegal lawful voluntary mandatory emergency annual quarterly independent
joint foreign domestic offshore inland wooden concrete electric nuclear digital medical academic military civilian criminal financial agricultural industrial
commercial historic derelict profitable insolvent contaminated overcrowded understaffed privatised nationalised unfinished disputed forgotten flooded`),
	"V": strings.Fields(`close open sell buy repair replace inspect finance tax ban permit regulate privatise nationalise expand shrink move rebuild demolish
protect abandon clean rename insure audit merge split fund defund staff evacuate fence flood drain heat cool light guard search survey map measure weigh count
register license lease rent restore renovate modernise automate subsidise auction seize return import export ration tender publish classify investigate`),
	"P": strings.Fields(`Orsund Vellmark Karsholm Tindra Ostrel Brevik Halmora Sundby Lorvik Emberly Farrow Grenholt Ashmere Corvane Dunmarsh Elverton Fenwald
Gallowick Hartmere Islund Jorvale Kestwick Langmere Morvane Northolm Oakmarsh Pellworth Quenby Rosmere Silvane Tarnholt Ulverby Vaxholm Westmere Yarrowby Zeldmark`),
	"G": strings.Fields(`farmers nurses teachers fishermen tenants pensioners students commuters doctors miners drivers engineers judges voters migrants shopkeepers
soldiers musicians librarians beekeepers foresters pilots sailors dockers electricians plumbers bakers weavers carers midwives pharmacists dentists surveyors
archivists apprentices landlords taxpayers investors borrowers refugees residents neighbours parents toddlers teenagers widows veterans volunteers campaigners`),
	"T": {"next year", "last winter", "by the spring", "in the autumn", "within a month", "before the election", "after the flood", "this week", "since the war", "for a decade",
		"overnight", "every summer", "at the weekend", "in the first quarter", "until the inquiry ends", "from next month", "before Christmas", "during the strike"},
	"U": {"million crowns", "percent", "thousand jobs", "families", "tonnes of grain", "houses", "patients", "kilometres of road", "complaints", "hectares", "households",
		"cubic metres of water", "passengers a day", "megawatts", "court cases", "school places", "beds", "lorries"},
	"A": strings.Fields(`quickly slowly openly quietly carefully wrongly rightly never always hardly finally suddenly barely repeatedly honestly deliberately
unlawfully cheaply jointly blindly fairly politely`),
}

var clauses = strings.Split(strings.TrimSpace(`
we will %V the %J %N in %P %T
the %N in %P has cost %D %U %T
nobody in %P asked the %G whether to %V the %N
%D %U were lost when the %J %N was left to the %G
the %G of %P have %A been told about the %J %N
I do not believe that a %J %N can %V itself
if we %V the %N now the %G will pay for it %T
there are more %G in %P than %U in the whole %N
the council must %V every %J %N that the %G use
our %N is %J and our %N is %J and that is the truth
you cannot %V a %N without the %G and you cannot %V the %G at all
the plan to %V the %N would save %D %U %T
%P has the most %J %N in the country and the fewest %G
what happened at the %N was %J and we %A said so
I was at the %N with the %G %T and I saw a %J %N
the report shows that %D %U went to the %J %N and not to the %G
we have asked the %N to %V the %N and to %V the %J %N as well
no %N in %P has been inspected %T
my mother worked at the %N and she %A trusted the %G
the government promised the %G a %J %N and gave them a %J %N
a %J %N is not a %N and %G are not %U
they wanted to %V the %N %T but the %N in %P stopped them
we expect %D %U for the %N and another %D %U for the %G
the %N belongs to the %G of %P and to nobody else
every third one of the %G has left the %N %T
the judge told the %N to %V the %J %N %T
the %J %N was built for %D %G and now holds %D
it is %J to %V a %N and more %J to %V a %N
the minister %A read the report on the %N in %P
our %G will %V the %N with their own hands
the price of a %J %N rose by %D percent %T
the %N and the %N agreed %T to %V the %J %N
we counted %D %G at the %J %N and none at the %N
I have %A seen such a %J %N in %P
either the %N goes or the %G go
the law says that a %N must %V its %J %N %T
people in %P call the %N a %J %N
the money for the %N came from the %G and not from the %N
before you %V a %N you should talk to its %G
the %G deserve a %N that is neither %J nor %J
`), "\n")

var links = []string{", and ", ", but ", " because ", ". ", ". ", ", which is why ", "; "}

// stock are phrases that anybody says: equal ones are no quotation of each other.
var stock = []string{"No comment.", "We are looking into it.", "It is what it is.", "We will see.", "That is not true.", "I am very sorry.", "We take this very seriously.",
	"I cannot say more.", "It was a shock.", "We did our best.", "Time will tell.", "I have nothing to add."}

var firstNames = strings.Fields(`Vera Anton Mira Jonas Edda Felix Greta Hugo Irma Karl Lena Magnus Nora Oskar Petra Rolf Sigrid Tomas Ulla Viktor Wanda Alma Bruno Clara
Dagmar Emil Frida Gustav Hilda Ivar Johanna Klaus Linnea Milan Natalia Otto Paula Ruben Selma Theo Ursula Valter Agnes Boris Cecilia Diana Erik Flora`)

var lastSyllables = [2][]string{
	strings.Fields(`Hol Berg Lind Stor Kval Mar Tor Vind Ask Bran Dal Ek Fal Grim Hav Ist Jern Kol Lar Mol Nor Ost Ped Rav Sol Tal Ulv Vest Alm Bjor
Ar Bir Cor Dorn El Fjor Gam Hed Ing Jor Kir Lok Myr Nes Od Pil Rus Sten Tro Ur Var Wik Yng Zet Ost Ham Sund Lyng Rod Gul`),
	strings.Fields(`m man strand qvist sen dahl gren holt wick mark vik stad by ning rup lund berg feld court worth
moor ridge gaard haug lien mo nes ness rud stein strom tun vang vold berger inger ander sson wall brook`),
}

var roles = []string{"mayor", "minister", "director", "spokesperson", "professor", "chair", "secretary", "economist", "lawyer", "owner", "head teacher", "inspector", "bishop", "captain"}

func pick(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

// clause fills one clause.
func clause(r *rand.Rand) string {
	t := pick(r, clauses)
	var b strings.Builder
	for i := 0; i < len(t); i++ {
		if t[i] != '%' {
			b.WriteByte(t[i])
			continue
		}
		i++
		if t[i] == 'D' {
			b.WriteString(number(r))
		} else {
			if t[i] == 'N' && r.IntN(2) == 0 { // "harbour budget"
				b.WriteString(pick(r, slots["N"]) + " ")
			}
			b.WriteString(pick(r, slots[t[i:i+1]]))
		}
	}
	return b.String()
}

func number(r *rand.Rand) string {
	switch r.IntN(3) {
	case 0:
		return fmt.Sprint(2 + r.IntN(97))
	case 1:
		return fmt.Sprintf("%d.%d", 1+r.IntN(40), r.IntN(10))
	}
	return fmt.Sprintf("%d,%03d", 1+r.IntN(90), r.IntN(1000))
}

// minWords is how many words a sentence has at least: with fewer, equal ones
// would come about by chance in an archive of a million.
const minWords = 14

// sentence makes what somebody says: one to three clauses.
func sentence(r *rand.Rand) string {
	s := clause(r)
	for strings.Count(s, " ") < minWords-1 || r.IntN(5) < 2 {
		l := pick(r, links)
		c := clause(r)
		if strings.HasPrefix(l, ".") {
			c = upper(c)
		}
		s += l + c
		if len(s) > 220 {
			break
		}
	}
	return upper(s) + "."
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
