package checkworthy

import "strings"

// class is a set of word classes that a word belongs to, one bit each.
type class uint64

// The word classes. They are about form and function, not about subjects, so
// that they hold in news of any kind.
const (
	magnitude class = 1 << iota
	trend
	measure
	superlative
	comparative
	law
	cause
	hedge
	deontic
	opinion
	evaluative
	saying
	thinking
	wanting
	supporting
	firstPerson
	secondPerson
	thirdPerson
	official
	study
	crime
	money
	conflict
	universal
	negation
	connective
	intensifier
	speech
	future
	past
	feeling
	timeWord
	trade
	report
	condition
	numClasses = iota
)

// lexicon maps a word to its classes.
var lexicon = func() map[string]class {
	m := map[string]class{}
	add := func(c class, words string) {
		for _, w := range strings.Fields(words) {
			m[w] |= c
		}
	}
	add(magnitude, "million millions billion billions trillion thousand thousands hundred hundreds dozen dozens percent percentage half third quarter majority most majority minority double doubled triple tripled twice average median total number rate share proportion record level figure amount per nearly almost about roughly approximately least estimated more less fewer")
	add(trend, "rise rose risen rising increase increased increasing fall fell fallen falling drop dropped decline declined decrease decreased grow grew grown growth jump jumped surge surged climb climbed plunge plunged soar soared slump shrink shrank gain gained lose lost cut reduce reduced raise raised boost boosted expand expanded slow slowed double doubled peak lower higher worsen improve improved trend spike")
	add(measure, "year years month months day days week weeks hour hours minute minutes mile miles kilometer km acre foot feet ton tons tonnes pound pounds degree degrees barrel dollar dollars euro euros cent cents gallon inch age times")
	add(superlative, "most least best worst largest biggest highest lowest greatest smallest oldest youngest longest shortest richest poorest safest deadliest fastest first last only ever never top leading record unprecedented")
	add(comparative, "more less than higher lower larger smaller fewer greater better worse older younger longer compared versus relative unlike similar equal same exceed outnumber outpace surpass")
	add(law, "law laws legislation bill act statute rule rules ruling ruled court courts judge judges justice supreme constitution constitutional unconstitutional amendment legal illegal illegally lawful ban bans banned prohibit prohibited require requires required requirement allow allows allowed permit permits mandate regulation regulations policy policies order ordinance treaty agreement sanctions tax taxes tariff tariffs license federal verdict plea sentence sentenced lawsuit sued sue suit appeal appeals charges charged convicted indicted")
	add(cause, "because cause caused causes causing due led lead leads leading result resulted results resulting since therefore thus consequently thanks contribute contributed blame blamed trigger triggered fuel fueled prompted spurred linked link affect affected effect effects forced forcing driven drive drives enabled prevented prevents")
	add(hedge, "may might could perhaps possibly probably likely unlikely apparently reportedly allegedly seem seems seemed appear appears appeared suggest suggests suggested suspect suspected believe believed potential potentially maybe somewhat sort kind rather often sometimes generally mostly largely typically tend tends")
	add(deontic, "should must ought need needs needed have supposed let please require urge urged urging call calls demand demands")
	add(opinion, "believe believes think thinks feel feels felt hope hopes hoped wish wonder guess suppose opinion view views argue argues argued agree agrees disagree fear fears worry worried worries concern concerned confident convinced doubt")
	add(evaluative, "good bad great terrible horrible wonderful amazing awful important clear obviously clearly beautiful wrong right fair unfair ridiculous absurd outrageous disgusting shameful disgrace disaster brilliant stupid smart dumb weak strong tough nice ugly sad tragic unfortunate unfortunately sadly fortunately frankly truly dangerous crazy insane historic incredible tremendous huge ugly crucial critical vital essential powerful remarkable extraordinary embarrassing worthy misguided foolish bold brave")
	add(saying, "say says said tell tells told add adds added state states stated announce announced claim claims claimed note noted explain explained write wrote report reported according argue argued insist insisted acknowledge acknowledged admit admitted deny denied confirm confirmed warn warned declare declared testify testified ask asked reply replied respond responded suggest suggested accuse accused reveal revealed tweeted describe described assert asserted contend contended allege alleged")
	add(thinking, "think thinks thought know knows knew believe believes believed understand realize remember consider considered feel felt guess imagine assume")
	add(wanting, "want wants wanted wish hope hopes hoping plan plans planned planning intend intends try tries tried trying seek seeks vow vowed promise promised pledge pledged aim aims expect expects expected propose proposed going")
	add(supporting, "support supports supported supporting oppose opposes opposed opposing back backed backs endorse endorsed favor favors vote votes voted voting reject rejected approve approved block blocked sign signed veto vetoed pass passed sponsor sponsored co-sponsored")
	add(firstPerson, "i we me us my our mine ours myself ourselves i'm i've i'll i'd we're we've we'll we'd")
	add(secondPerson, "you your yours yourself you're you've you'll you'd")
	add(thirdPerson, "he she they him her them his their hers theirs it its himself herself themselves who which")
	add(official, "president senator governor mayor minister secretary chief director officer official officials police department agency administration government congress senate house committee commission council board ministry bureau authorities spokesman spokeswoman spokesperson prosecutor attorney candidate nominee chairman ceo executive party campaign white company corporation firm bank university")
	add(study, "study studies survey surveys poll polls polling research researchers scientists data statistics census report analysis evidence found finding findings experts expert published journal according showed shows estimates estimate records document documents review")
	add(crime, "murder killed kill killing shot shooting dead death deaths died arrested arrest crime crimes criminal criminals victim victims attack attacks assault rape robbery fraud theft suspect guilty prison jail jailed convicted")
	add(money, "$ £ € budget spending spend spent cost costs pay paid price prices tax taxes debt deficit fund funds funding revenue revenues sales profit profits wage wages income salary loan loans donated donation donations raised billionaire invest invested investment investments economy economic worth")
	add(conflict, "war troops military army soldiers bomb bombing strike strikes missile missiles nuclear terrorist terrorists terrorism isis weapons forces killed invaded invasion rebels")
	add(universal, "all every each any none no nobody nothing everyone everybody everything always never ever only nowhere anyone anything entire whole")
	add(negation, "not n't no never none nobody nothing neither nor without cannot can't don't didn't doesn't isn't wasn't aren't weren't hasn't haven't hadn't won't wouldn't failed refused denied lack lacks")
	add(connective, "and but or so however although though while yet moreover meanwhile also still instead besides finally")
	add(intensifier, "very really so too quite extremely absolutely totally completely just even simply actually literally certainly definitely indeed highly deeply")
	add(speech, "well yeah yes no okay ok look listen hey thank thanks please sorry hello folks")
	add(future, "will shall would gonna 'll tomorrow next upcoming soon future expected plans scheduled")
	add(past, "was were had did been ago previously formerly former since last yesterday earlier already")
	add(feeling, "love hate like likes liked enjoy happy proud angry glad excited grateful honored disappointed thrilled sorry afraid scared surprised shocked")
	add(timeWord, "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tonight week weekend morning afternoon evening year month")
	add(trade, "export exports import imports trade jobs job employment unemployment unemployed workers worker factory factories manufacturing industry market markets stock stocks shares oil gas energy production")
	add(report, "statement interview press conference speech remarks debate news newspaper article told tweet twitter facebook email emails spokesman spokeswoman comment commented comments reporters post posted")
	add(condition, "if unless whether when whenever would could were")
	return m
}()
