package claims

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// behindHeadlineVerb is the person's name without what the capitals of a headline
// have joined to its front: "Ann Orr Slams Carl Lund" is Carl Lund's.
func behindHeadlineVerb(name string) string {
	for end := strings.LastIndexByte(name, ' '); end > 0; {
		first := strings.LastIndexByte(name[:end], ' ') + 1
		if headlineVerbs[name[first:end]] {
			return name[end+1:]
		}
		end = first - 1
	}
	return name
}

// headlineVerbs are verbs that headlines have between two names, none of them a
// name itself.
var headlineVerbs = set(`Says Say Said Slams Claims Claim Calls Backs Hits Rips Blasts Bashes Endorses Endorse Tells Wins Beats Beat Leads Lead Urges Warns Vows Accuses Attacks
Attack Praises Mocks Defends Denies Admits Asks Wants Thinks Believes Sees Makes Gets Gives Takes Faces Joins Meets Supports Support Rejects Compares Predicts Trails Tops
Trounces Defeats Criticizes Criticises Condemns Challenges Dares Questions Responds Reacts Promises Pledges Hopes Fears Likes Loves Hates Seeks Announces Explains Reveals
Thanks Welcomes Invites Hails Lauds Touts Targets Trolls Trashes Shreds Destroys Ditches Dumps Fires Hires Sues Rebukes Scolds Skewers Ridicules Dismisses Disavows Refuses
Declines Agrees Disagrees Insists Suggests Considers Finds Knows Plans Tries Is Was Are Has Told Called`)

// headlineAlone reports whether words, from token i and offset at, a name with the
// opening of its headline in front, "Will Orr", stand in that headline alone.
func (ar *article) headlineAlone(words string, i, at int) bool {
	first, _, _ := strings.Cut(words, " ")
	return headlineOpeners[first] && ar.titles[ar.a.Tokens[i].Sentence] && strings.LastIndex(ar.a.Text, words) == at
}

// onlyInTitles reports whether the person c is named so, "Will Orr", in one headline
// alone.
func (ar *article) onlyInTitles(c *nlp.Chain) bool {
	if len(c.Mentions) == 0 {
		return false
	}
	m := &ar.a.Mentions[c.Mentions[0]]
	return m.Span.Of(ar.a.Text) == c.Name && ar.headlineAlone(c.Name, m.First, m.Start)
}

// headlineOpeners are words that open a headline with a name behind them, though
// some are first names.
var headlineOpeners = set("Will Can Could Should Would Did Does How Why When Where What Half Inside Watch With On For Former And But If Maybe")
