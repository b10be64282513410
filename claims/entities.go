package claims

import (
	"sort"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// entities lists the named things in p, each with the fullest form that the
// article gives.
func (ar *article) entities(p *proposition, c *Claim) {
	a := ar.a
	i := sort.Search(len(a.Entities), func(i int) bool { return a.Entities[i].Last > p.first })
	for ; i < len(a.Entities) && a.Entities[i].First < p.last; i++ {
		e := &a.Entities[i]
		switch e.Kind {
		case nlp.Person, nlp.Organization, nlp.Place, nlp.Misc:
		default:
			continue
		}
		if e.First < p.first || e.Last > p.last {
			continue
		}
		c.Entities = append(c.Entities, Entity{Span: e.Span, Kind: e.Kind.String(), Name: ar.fullName(e.First, e.Last, e.Span.Of(a.Text), e.Kind)})
	}
}

// fullName is the fullest form of the name at the tokens [first, last).
func (ar *article) fullName(first, last int, name string, kind nlp.EntityKind) string {
	a := ar.a
	if m := ar.mentionOf(first, last); m >= 0 && a.Mentions[m].Kind == nlp.Named {
		if ch := a.Mentions[m].Chain; ch >= 0 && a.Chains[ch].Name != "" {
			return a.Chains[ch].Name
		}
	}
	if kind != nlp.Person || strings.Contains(name, " ") {
		return name
	}
	// Without coreference: the longest person's name that ends in this one.
	best := name
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Kind != nlp.Person {
			continue
		}
		if s := e.Span.Of(a.Text); len(s) > len(best) && strings.HasSuffix(s, " "+name) {
			return s
		}
	}
	return best
}

// mentionOf is the index of the mention whose tokens are best matched by
// [first, last): the same, or the smallest that holds them with the head
// inside; -1 for none.
func (ar *article) mentionOf(first, last int) int {
	best, width := -1, 1<<30
	ms := ar.a.Mentions
	i := sort.Search(len(ms), func(i int) bool { return ms[i].First >= first+1 })
	// Mentions that hold first begin before it, never far.
	for k := i - 1; k >= 0 && ms[k].First >= first-12; k-- {
		m := &ms[k]
		if m.First <= first && m.Last >= last && m.Head >= first && m.Head < last && m.Last-m.First < width {
			best, width = k, m.Last-m.First
		}
	}
	return best
}

// loaded marks the words of p that judge rather than state.
func (ar *article) loaded(p *proposition, c *Claim) {
	a := ar.a
	for k := p.first; k < p.last; k++ {
		t := &a.Tokens[k]
		switch t.POS {
		case nlp.JJ, nlp.JJS, nlp.JJR, nlp.RB, nlp.VB, nlp.VBD, nlp.VBZ, nlp.VBP, nlp.VBG, nlp.VBN, nlp.NN, nlp.NNS:
		default:
			continue
		}
		if w := ar.low(k); (loadedWords[t.Lemma] || loadedWords[w]) && !ar.plainUse(k, w) {
			c.Loaded = append(c.Loaded, span.Span{Start: int(t.Start), End: int(t.End)})
		}
	}
}

// plainUse reports whether the word w at token k, which judges elsewhere, only
// states here: "counts of wire fraud", "failed to declare", "a cave", "lies in
// the north".
func (ar *article) plainUse(k int, w string) bool {
	a := ar.a
	t := &a.Tokens[k]
	switch {
	case w == "failed":
		return t.POS != nlp.JJ && !(k+1 < len(a.Tokens) && t.POS == nlp.VBN && a.Tokens[k+1].POS.Noun())
	case w == "fraud" || w == "frauds":
		return k == 0 || !strings.EqualFold(a.Word(k-1), "a") && a.Tokens[k-1].POS != nlp.JJ
	case deeds[t.Lemma]:
		return !t.POS.Verb()
	case t.Lemma == "lie":
		return t.POS.Verb() && k+1 < len(a.Tokens) && (a.Tokens[k+1].POS == nlp.IN && !strings.EqualFold(a.Word(k+1), "about") || a.Tokens[k+1].POS == nlp.WRB)
	}
	return false
}

// deeds are words that judge as verbs but not as nouns.
var deeds = set("cave gut hack ram reel rip slash blast savage ruin ravage slam rant brag")

// loadedWords judge, belittle or dramatise what they stand by.
var loadedWords = set(`absurd abysmal alarmist appalling arrogant atrocious awful baseless bigoted bizarre blatant bloated bogus botched brazen brutal callous catastrophic
chaotic clueless contemptible controversial corrupt cowardly crazed crazy crippling crony cruel cynical dangerous deadbeat deceitful deceptive defiant delusional deplorable deranged
desperate despicable devastating disastrous disgraceful disgusting dishonest disingenuous divisive doomed draconian dubious dumb egregious elitist embarrassing evil extremist
extravagant failed fanatical far-fetched farcical fearmongering feckless flawed flimsy foolish fraudulent frivolous ghastly glaring grotesque hateful heartless heinous heroic
horrendous horrible horrific hypocritical idiotic illegitimate immoral incompetent incoherent indefensible infamous inept insane insidious irresponsible laughable lavish lawless loony
ludicrous lunatic malicious misguided monstrous naive nasty notorious obscene obsessed offensive out-of-touch outrageous overblown pathetic phony pitiful preposterous pointless punitive
racist radical rampant reckless repugnant ridiculous rigged rogue ruthless scandalous scandal-plagued senseless shameful shameless shocking sham shoddy sinister sleazy so-called spineless staggering
stunning stupid sycophantic terrible thuggish toothless toxic tragic treacherous tyrannical unconscionable unhinged unprecedented unpatriotic unwarranted vicious vile vindictive
visionary wasteful weak weaponized wicked woeful woke wrong wrong-headed heartbreaking glorious magnificent brilliant courageous fearless amazing incredible tremendous wonderful
blatantly brazenly disastrously foolishly outrageously recklessly ridiculously shamefully shamelessly shockingly stupidly callously cynically desperately
agitator apologist bully cabal charlatan circus clown coddle crackdown crony cronies debacle demagogue demonize denier despot dictator disgrace doomsayer elite elites extremist
fanatic farce fascist fiasco fraud frenzy goon hack handout henchman henchmen hoax hypocrisy hypocrite hysteria ideologue idiot junta kingpin liar lie lunatic lynch madman mob moron
nightmare obsession outrage peddle pariah ploy propaganda puppet racket ram rant regime ruse scam scandal scapegoat scheme sham shill slam slander smear stooge stunt sycophant thug tirade traitor
travesty tyranny tyrant vigilante warmonger witch-hunt zealot capitulate cave gut hijack pander plunder pummel ransack ravage reel rip ruin sabotage savage scold shove slash
squander trample trash vilify whine brag boast bash blast demolish eviscerate decimate cripple coddling darling`)
