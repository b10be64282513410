package extract

import "sync"

// cues is a set of wordings that mark page furniture.
type cues uint64

// The cues.
const (
	cMore cues = 1 << iota
	cRelated
	cShare
	cSubscribe
	cFollow
	cRights
	cPhoto
	cAd
	cComments
	cByline
	cBio
	cSource
	cMonth
	cAgo
	cTags
	cAsk
	cDeal
	cNote
	cURL
	cWatch
	cAgency
	cAnswer
	nCues = iota
)

// cueWords are looked for in the text, lower-cased, every run of other
// characters than letters turned into a dot.
var cueWords = map[cues][]string{
	cMore: {".read.more.", ".read.next.", ".see.more.", ".view.all.", ".view.more.", ".more.from.", ".more.on.", ".more.stories.", ".more.news.", ".continue.reading.", ".learn.more.",
		".find.out.more.", ".click.here.", ".read.full.", ".full.story.", ".show.more.", ".see.all.", ".load.more.", ".next.story.", ".up.next.", ".leia.mais.", ".weiterlesen.", ".lire.la.suite.", ".leggi.anche.", ".baca.juga.", ".check.out.", ".more.great.", ".more.news."},
	cRelated: {".related.", ".recommended.", ".also.read.", ".see.also.", ".read.also.", ".most.read.", ".most.popular.", ".trending.", ".latest.news.", ".you.may.also.", ".you.might.", ".similar.", ".don.t.miss.",
		".editor.s.pick", ".in.case.you.missed.", ".further.reading.", ".top.stories.", ".what.to.read.", ".sponsored.", ".promoted.", ".around.the.web.", ".from.the.web.", ".more.like.this.", ".must.read."},
	cShare: {".share.", ".tweet.", ".facebook.", ".twitter.", ".whatsapp.", ".linkedin.", ".pinterest.", ".email.", ".e.mail.", ".print.", ".reddit.", ".telegram.", ".copy.link.", ".pin.it."},
	cSubscribe: {".subscri", ".newsletter", ".sign.up.", ".signup.", ".inbox.", ".log.in.", ".login.", ".sign.in.", ".register.", ".free.trial.", ".become.a.", ".support.us.", ".support.our.", ".donat", ".app.store.", ".google.play.",
		".download.", ".notifications.", ".alerts.", ".unlimited.access.", ".membership."},
	cFollow:   {".follow.us.", ".follow.him.", ".follow.her.", ".follow.me.", ".like.us.", ".find.us.", ".join.us.", ".contact.us.", ".email.us.", ".reach.him.", ".reach.her.", ".on.twitter.", ".on.facebook.", ".on.instagram.", ".can.be.reached."},
	cRights:   {".copyright.", ".all.rights.", ".may.not.be.", ".terms.of.", ".terms.and.", ".privacy.", ".cookie", ".permission.", ".reserved.", ".disclaimer.", ".disclosure."},
	cPhoto:    {".photo.", ".photos.", ".image.", ".images.", ".picture.", ".pictured.", ".video.", ".getty.", ".shutterstock.", ".credit.", ".courtesy.", ".screenshot.", ".illustration.", ".foto.", ".file.photo.", ".wikimedia.", ".photograph.", ".gallery."},
	cAd:       {".advertisement.", ".advertising.", ".sponsored.content.", ".story.continues.below.", ".article.continues.", ".continue.reading.below.", ".scroll.down.", ".publicidad.", ".anzeige.", ".paid.post.", ".loading.", ".adchoices."},
	cComments: {".comment.", ".comments.", ".reply.", ".replies.", ".leave.a.", ".join.the.discussion.", ".join.the.conversation.", ".commenting.", ".moderation.", ".report.abuse.", ".spam.", ".likes.", ".views.", ".shares."},
	cByline:   {".by.", ".written.by.", ".posted.by.", ".published.by.", ".reporting.by.", ".editing.by.", ".additional.reporting.", ".story.by.", ".photos.by.", ".author.", ".contributed.to.", ".staff.writer."},
	cBio: {".is.a.reporter.", ".is.a.writer.", ".is.an.editor.", ".is.a.journalist.", ".is.a.freelance", ".writes.about.", ".is.a.senior.", ".is.the.author.", ".is.an.author.", ".is.the.founder.", ".about.the.author.", ".has.been.writing.", ".correspondent.", ".columnist.",
		".contributor.", ".is.a.staff.", ".is.the.editor.", ".covers."},
	cSource: {".source.", ".sources.", ".via.", ".originally.", ".first.published.", ".reprinted.", ".story.source.", ".provided.by.", ".more.information.", ".this.article.", ".this.story.", ".this.post.", ".with.inputs."},
	cMonth: {".january.", ".february.", ".march.", ".april.", ".june.", ".july.", ".august.", ".september.", ".october.", ".november.", ".december.", ".jan.", ".feb.", ".mar.", ".apr.", ".jun.", ".jul.", ".aug.", ".sep.", ".sept.", ".oct.", ".nov.", ".dec.",
		".monday.", ".tuesday.", ".wednesday.", ".thursday.", ".friday.", ".saturday.", ".sunday."},
	cAgo:    {".hours.ago.", ".hour.ago.", ".minutes.ago.", ".days.ago.", ".day.ago.", ".weeks.ago.", ".months.ago.", ".years.ago.", ".updated.", ".published.", ".posted.", ".last.updated.", ".last.modified.", ".min.read.", ".minute.read.", ".a.m.", ".p.m.", ".am.", ".pm.", ".est.", ".gmt.", ".edt."},
	cTags:   {".tags.", ".tag.", ".topics.", ".topic.", ".filed.under.", ".categories.", ".category.", ".keywords.", ".posted.in.", ".in.this.article.", ".in.this.story.", ".more.about.", ".table.of.contents.", ".contents.", ".jump.to."},
	cAsk:    {".what.do.you.think.", ".let.us.know.", ".tell.us.", ".your.thoughts.", ".your.comments.", ".your.email.", ".thanks.for.reading.", ".thank.you.for.", ".have.a.tip.", ".send.us.", ".got.a.tip.", ".have.you.", ".in.the.comments."},
	cDeal:   {".buy.now.", ".shop.now.", ".add.to.cart.", ".see.price.", ".see.deal.", ".affiliate.", ".commission.", ".coupon.", ".free.shipping.", ".rating.", ".amazon.", ".discount.", ".off.at.", ".price."},
	cNote:   {".correction.", ".corrections.", ".clarification.", ".editor.s.note.", ".editors.note.", ".update.", ".an.earlier.version.", ".has.been.updated.", ".has.been.corrected.", ".was.corrected."},
	cURL:    {".http.", ".https.", ".www.", ".com."},
	cWatch:  {".more.", ".watch.", ".watch.now.", ".listen.", ".live.", ".slideshow.", ".play.", ".next.", ".previous.", ".back.to.", ".skip.", ".close.", ".menu.", ".search.", ".home.", ".open.", ".expand.", ".show.", ".hide.", ".embed.", ".swipe.", ".click.", ".tap."},
	cAgency: {".reuters.", ".associated.press.", ".ap.", ".afp.", ".pti.", ".ians.", ".xinhua.", ".cnn.", ".bloomberg.", ".agence.france.presse."},
	cAnswer: {".said.", ".says.", ".told.", ".added.", ".according.to.", ".he.", ".she.", ".they.", ".was.", ".were.", ".had.", ".that.", ".which.", ".because.", ".but."},
}

var cueFinder = sync.OnceValue(func() *automaton { return newAutomaton(cueWords, nCues) })

// cueBytes is how much of a text's beginning and end is searched for cues.
const cueBytes = 240

// cuesOf returns the cues that stand somewhere in s, and those that s opens with.
func cuesOf(s string) (somewhere, opening cues) {
	f := cueFinder()
	head, tail := s, ""
	if len(s) > 2*cueBytes {
		head, tail = s[:cueBytes], s[len(s)-cueBytes:]
	}
	somewhere = cues(f.scan(head))
	if tail != "" {
		somewhere |= cues(f.scan(tail))
	}
	if len(head) > 40 {
		head = head[:40]
	}
	return somewhere, cues(f.opens(head))
}

// opens returns the bits of the keywords that s begins with.
func (a *automaton) opens(s string) (g uint64) {
	state := a.next[0][0]
	depth := 1
	dot := true
	for i := 0; i <= len(s); i++ {
		c := 0
		if i < len(s) {
			b := s[i]
			if 'A' <= b && b <= 'Z' {
				b += 'a' - 'A'
			}
			c = letter(b)
		}
		if c == 0 && dot {
			continue
		}
		dot = c == 0
		next := a.next[state][c]
		if depth++; int(a.depth[next]) < depth {
			return g // the run that began at the start ends here
		}
		state = next
		g |= a.out[state]
	}
	return g
}
