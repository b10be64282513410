package nlp

import (
	"embed"
	"maps"
	"slices"
	"strings"
	"sync"
)

// NounKind is what a common noun most often names.
type NounKind uint8

// The kinds of noun.
const (
	OtherNoun        NounKind = iota
	PersonNoun                // "mayor"
	OrganizationNoun          // "company"
	GroupNoun                 // "crowd": a group of people that is no organisation
	PlaceNoun                 // "village"
	DocumentNoun              // "report", "statement"
)

// KindOfNoun tells what the noun with the given lemma most often names.
func KindOfNoun(lemma string) NounKind {
	k, _ := lookup(nounBook().nouns, lemma)
	return k
}

// FirstName tells whether s is a first name, and of which gender its bearers
// mostly are; UnknownGender if of both.
func FirstName(s string) (Gender, bool) { return lookup(nounBook().names, s) }

// wordbook holds what the resolver knows of words. It is read-only.
type wordbook struct {
	nouns map[string]NounKind
	known map[string]NounKind // those that the models of tags, names and syntax have learnt with
	names map[string]Gender   // of first names; UnknownGender for those of both
}

//go:embed lexicon/nouns.txt lexicon/firstnames.txt
var lexicon embed.FS

// nounBook loads the word lists once.
var nounBook = sync.OnceValue(func() *wordbook {
	w := &wordbook{nouns: make(map[string]NounKind, 12000), names: make(map[string]Gender, 18000)}
	each("lexicon/nouns.txt", func(kind byte, word string) {
		w.nouns[word] = nounClasses[kind]
	})
	w.add(moreNouns)
	w.known = maps.Clone(w.nouns)
	w.add(resolverNouns)
	each("lexicon/firstnames.txt", func(kind byte, word string) {
		switch kind {
		case 'f':
			w.names[word] = Female
		case 'm':
			w.names[word] = Male
		default:
			w.names[word] = UnknownGender
		}
	})
	for _, n := range strings.Fields(eitherNames) {
		if _, ok := w.names[n]; ok {
			w.names[n] = UnknownGender
		}
	}
	return w
})

// add takes nouns by their kinds; a word of two kinds takes the later one, each
// time.
func (w *wordbook) add(lists map[NounKind]string) {
	for _, c := range slices.Sorted(maps.Keys(lists)) {
		for rest := lists[c]; rest != ""; {
			var word string
			word, rest, _ = strings.Cut(rest, " ")
			w.nouns[word] = c
		}
	}
}

// resolverNouns are for the resolver alone: the models below it learnt without
// them, and give other tags where they know them.
var resolverNouns = map[NounKind]string{
	PersonNoun:       "policymaker decisionmaker filmmaker geochemist biophysicist geophysicist",
	OrganizationNoun: "fed drugmaker chipmaker planemaker shipbuilder steelmaker homebuilder housebuilder supermarket",
	GroupNoun:        "management leadership",
}

// eitherNames are first names that the lists count for one gender, though many
// of the other bear them, in English or in other languages.
const eitherNames = "kim leslie robin pat chris alex sam jan andrea nicola sasha ashley kelly jamie lee terry tracy dana morgan taylor jordan sandy lindsay shannon stacy courtney beverly " +
	"evelyn vivian marion laurie lynn gale jody casey drew blake cameron riley quinn rene lindsey dominique claude camille angel jaime ariel noel shawn jessie frankie bobbie billie " +
	"charlie max toni ronnie jackie stevie micah avery parker reese rory skyler sidney whitney darcy aubrey hadley emerson harper finley hayden peyton paris phoenix dakota montana sage yuki hyun min " +
	"jin wei yu li xin ming yan jing hong lin ying ling"

// each calls f with every word of a list and the letter that begins its line.
func each(file string, f func(kind byte, word string)) {
	data, err := lexicon.ReadFile(file)
	if err != nil {
		return // embedded, so it is there
	}
	for rest := string(data); rest != ""; {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		if len(line) < 3 || line[0] == '#' {
			continue
		}
		kind := line[0]
		for line = line[2:]; line != ""; {
			var word string
			word, line, _ = strings.Cut(line, " ")
			f(kind, word)
		}
	}
}

var nounClasses = [256]NounKind{'p': PersonNoun, 'o': OrganizationNoun, 'g': GroupNoun, 'l': PlaceNoun, 'd': DocumentNoun}

// moreNouns corrects the list for the language of news, where "chair" is
// rarely furniture.
var moreNouns = map[NounKind]string{
	PersonNoun: "chair head source congressman congresswoman congressperson congressmember councilman councilwoman councilor councilmember chairwoman chairperson " +
		"spokesperson spokespeople businessperson regulator star frontrunner front-runner midfielder co-founder cofounder co-host cohost co-author coauthor co-owner " +
		"ex-president ex-wife ex-husband teen teenager youth user insider blogger vlogger podcaster youtuber influencer commenter poster tweeter organizer organiser " +
		"nominee appointee defendant plaintiff co-worker coworker staffer aide counsel rep sen gov mp mep msp mla assemblyman assemblywoman assemblymember alderwoman selectman " +
		"individual person people human adult minor senior resident local native migrant refugee asylum-seeker protester passer-by bystander loved-one captain " +
		"no one anyone someone everyone everybody somebody nobody anybody lead anchor hand principal figure contributor watcher campaigner advocate fellow postdoc " +
		"detective superintendent coroner ombudsman solicitor barrister midwife paramedic firefighter officer trooper deputy sheriff veteran undersecretary " +
		"founder agent carer whip shooter icon moderator builder volcanologist epigrapher scrum-half fly-half wicketkeeper all-rounder physio singer-songwriter film-maker sub-editor president-elect " +
		"mayor-elect ex-minister headteacher cleaner barista cabbie commuter mogul secretary-general editor-in-chief queen ally signatory goalscorer " +
		"developer ballplayer quarterback linebacker cornerback lineman winger defender goalie goalkeeper pitcher batter skipper striker forward rookie freshman sophomore",
	OrganizationNoun: "campaign bank group company firm agency government administration committee panel board union club hospital school church foundation charity giant retailer " +
		"maker startup start-up airline automaker carmaker watchdog newspaper paper magazine network outlet station broadcaster publisher nonprofit non-profit think-tank court " +
		"tribunal ministry department office bureau authority commission council party team university college institute institution association federation league " +
		"organization organisation coalition alliance trust fund corporation manufacturer supplier lender insurer chain brand service corps force military army navy police " +
		"legislature parliament senate congress assembly caucus cabinet delegation embassy consulate jury judiciary district bloc lab laboratory museum " +
		"newsroom website blog platform business employer operator carrier conglomerate subsidiary unit division arm regime militia gang cartel troupe band orchestra " +
		"kingdom country nation state city county province republic",
	GroupNoun: "voters officials authorities leaders residents critics experts researchers scientists lawmakers families relatives supporters opponents public community crowd",
	PlaceNoun: "town village neighborhood neighbourhood region area island street",
	DocumentNoun: "report study letter statement memo email e-mail lawsuit complaint affidavit indictment poll survey article story tweet post posting release filing document ruling " +
		"data figures statistics findings research paper review analysis record records transcript video editorial column op-ed book remarks comments speech message text note notice " +
		"bill law legislation rule rules order guideline guidelines resolution verdict judgment opinion audit index census estimate forecast website page graphic caption headline " +
		"petition motion amendment agreement contract treaty plan proposal documentary interview press advisory alert bulletin brief briefing submission testimony",
}

// pronoun describes one form of a pronoun.
type pronoun struct {
	person byte // 1, 2 or 3; 0 for relative and interrogative ones
	gender Gender
	plural bool
	poss   bool // possessive determiner
	self   bool // reflexive
}

// pronouns lists the personal, possessive, reflexive and relative pronouns.
var pronouns = map[string]pronoun{
	"i": {person: 1}, "me": {person: 1}, "my": {person: 1, poss: true}, "mine": {person: 1}, "myself": {person: 1, self: true},
	"we": {person: 1, plural: true}, "us": {person: 1, plural: true}, "our": {person: 1, plural: true, poss: true}, "ours": {person: 1, plural: true},
	"ourselves": {person: 1, plural: true, self: true},
	"you":       {person: 2}, "your": {person: 2, poss: true}, "yours": {person: 2}, "yourself": {person: 2, self: true}, "yourselves": {person: 2, plural: true, self: true},
	"he": {person: 3, gender: Male}, "him": {person: 3, gender: Male}, "his": {person: 3, gender: Male, poss: true}, "himself": {person: 3, gender: Male, self: true},
	"she": {person: 3, gender: Female}, "her": {person: 3, gender: Female, poss: true}, "hers": {person: 3, gender: Female}, "herself": {person: 3, gender: Female, self: true},
	"it": {person: 3, gender: Neuter}, "its": {person: 3, gender: Neuter, poss: true}, "itself": {person: 3, gender: Neuter, self: true},
	"they": {person: 3, plural: true}, "them": {person: 3, plural: true}, "their": {person: 3, plural: true, poss: true}, "theirs": {person: 3, plural: true},
	"themselves": {person: 3, plural: true, self: true}, "themself": {person: 3, plural: true, self: true}, "'em": {person: 3, plural: true},
	"who": {}, "whom": {}, "whose": {poss: true}, "which": {gender: Neuter},
}

// titles are the words before a name that are no part of it, and the gender
// that they tell.
var titles = map[string]Gender{
	"mr": Male, "mr.": Male, "mrs": Female, "mrs.": Female, "ms": Female, "ms.": Female, "miss": Female, "sir": Male, "dame": Female, "lord": Male, "lady": Female,
	"king": Male, "queen": Female, "prince": Male, "princess": Female, "duchess": Female, "emperor": Male, "empress": Female,
	"dr": 0, "dr.": 0, "doctor": 0, "sen": 0, "sen.": 0, "sens.": 0, "rep": 0, "rep.": 0, "reps.": 0, "gov": 0, "gov.": 0, "govs.": 0, "del.": 0, "prof": 0, "prof.": 0, "professor": 0, "rev": 0, "rev.": 0, "reverend": 0,
	"gen": 0, "gen.": 0, "lt": 0, "lt.": 0, "col": 0, "col.": 0, "sgt": 0, "sgt.": 0, "capt": 0, "capt.": 0, "maj": 0, "maj.": 0, "cpl.": 0, "pvt.": 0, "adm.": 0, "cmdr.": 0, "det.": 0, "supt": 0, "supt.": 0, "insp": 0, "insp.": 0, "pc": 0, "fr": 0, "fr.": 0, "cllr": 0, "cllr.": 0, "coun": 0, "coun.": 0, "taoiseach": 0, "sr.": 0, "st.": 0,
	"judge": 0, "justice": 0, "chief": 0, "secretary": 0, "mayor": 0, "senator": 0, "representative": 0, "governor": 0, "president": 0, "vice": 0,
	"congressman": Male, "congresswoman": Female, "councilman": Male, "councilwoman": Female, "chairman": 0, "chairwoman": Female, "chancellor": 0, "premier": 0, "minister": 0, "prime": 0,
	"attorney": 0, "general": 0, "captain": 0, "lieutenant": 0, "colonel": 0, "sergeant": 0, "major": 0, "admiral": 0, "commander": 0, "commissioner": 0, "sheriff": 0, "deputy": 0, "officer": 0, "detective": 0, "inspector": 0, "superintendent": 0, "constable": 0,
	"pope": Male, "cardinal": 0, "archbishop": 0, "bishop": 0, "father": Male, "sister": 0, "brother": Male, "rabbi": 0, "imam": 0, "pastor": 0, "sheikh": Male, "sheik": Male, "ayatollah": Male,
	"ambassador": 0, "speaker": 0, "coach": 0, "mx.": 0, "hon": 0, "hon.": 0, "honourable": 0, "honorable": 0, "uncle": Male, "aunt": Female, "grandma": Female, "grandpa": Male, "mom": Female, "dad": Male, "mum": Female,
	"former": 0, "ex-president": 0, "president-elect": 0, "then-president": 0, "then": 0, "acting": 0, "emeritus": 0, "the": 0,
}

// gendered are common nouns that tell the gender of a person.
var gendered = map[string]Gender{
	"man": Male, "men": Male, "boy": Male, "father": Male, "son": Male, "brother": Male, "husband": Male, "uncle": Male, "nephew": Male, "grandfather": Male, "grandson": Male, "boyfriend": Male,
	"widower": Male, "gentleman": Male, "guy": Male, "king": Male, "prince": Male, "actor": Male, "businessman": Male, "spokesman": Male, "congressman": Male, "councilman": Male, "policeman": Male, "fireman": Male,
	"salesman": Male, "waiter": Male, "priest": Male, "monk": Male, "stepfather": Male, "dad": Male, "groom": Male, "fisherman": Male, "gunman": Male, "serviceman": Male, "assemblyman": Male, "nobleman": Male,
	"woman": Female, "women": Female, "girl": Female, "mother": Female, "daughter": Female, "sister": Female, "wife": Female, "aunt": Female, "niece": Female, "grandmother": Female, "granddaughter": Female,
	"girlfriend": Female, "widow": Female, "lady": Female, "queen": Female, "princess": Female, "actress": Female, "businesswoman": Female, "spokeswoman": Female, "congresswoman": Female, "councilwoman": Female,
	"policewoman": Female, "waitress": Female, "nun": Female, "stepmother": Female, "mom": Female, "mum": Female, "bride": Female, "chairwoman": Female, "heroine": Female, "assemblywoman": Female, "schoolgirl": Female,
	"hostess": Female, "goddess": Female, "duchess": Female, "baroness": Female, "countess": Female, "nurse": Female, "midwife": Female, "stewardess": Female, "landlady": Female, "saleswoman": Female,
}

// saying are the lemmas of verbs whose subject is a source. The list only
// informs the choice of antecedents; quotations are found elsewhere.
var saying = set("say tell add note explain argue claim write tweet warn announce ask insist state suggest report believe think reply respond recall agree acknowledge admit concede " +
	"contend describe declare testify deny stress emphasize emphasise predict estimate caution joke quip observe remark mention reveal confirm continue conclude urge complain point " +
	"comment assert allege maintain vow pledge promise propose recommend advise indicate estimate express echo quote call post speak")

func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// nicknames are short forms of first names, to one form each.
var nicknames = func() map[string]string {
	m := map[string]string{}
	for _, l := range strings.Split("william bill billy will willie|robert bob bobby rob|richard dick rick rich|james jim jimmy jamie|john jack johnny|michael mike mick mikey|joseph joe joey|thomas tom tommy|"+
		"edward ed eddie ted ned|theodore ted teddy|charles charlie chuck chas|david dave|daniel dan danny|donald don donnie|kenneth ken kenny|ronald ron ronnie|steven steve stephen|anthony tony|"+
		"christopher chris|matthew matt|andrew andy drew|joshua josh|nicholas nick nicky|alexander alex sasha|benjamin ben benny|samuel sam sammy|gregory greg|jeffrey jeff geoffrey geoff|timothy tim|lawrence larry laurence|"+
		"raymond ray|gerald gerry jerry|patrick pat paddy|peter pete|phillip phil philip|frederick fred freddie|albert al|alan al|walter walt|henry hank harry|leonard len lenny|vincent vince|"+
		"elizabeth liz beth betsy lizzie eliza betty|katherine kate kathy katie catherine cathy kathryn|margaret meg maggie peggy marge|patricia pat patty trish|jennifer jen jenny|"+
		"rebecca becky|susan sue susie|deborah deb debbie|barbara barb|victoria vicky|christine chris chrissy christina tina|amanda mandy|samantha sam|alexandra alex|jacqueline jackie|kimberly kim|cynthia cindy|"+
		"pamela pam|sandra sandy|dorothy dot dottie|abigail abby|theresa terry teresa|jonathan jon|nathaniel nate nathan|zachary zach zack|maxwell max|bernard bernie|mitchell mitch|russell russ|douglas doug|"+
		"randall randy|clifford cliff|stanley stan|louis lou|francis frank|franklin frank|eugene gene|harold hal harry|calvin cal|martin marty|arthur art|norman norm|wallace wally|terrence terry", "|") {
		f := strings.Fields(l)
		for _, n := range f {
			if _, ok := m[n]; !ok {
				m[n] = f[0]
			}
		}
	}
	return m
}()
