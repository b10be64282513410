package quotes

import (
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// people are nouns for persons that the lexicon has as other things or not at all.
var people = map[string]bool{"fan": true, "mum": true, "medic": true, "alum": true, "opener": true, "celeb": true, "streamer": true, "redditor": true, "protestor": true,
	"townsperson": true, "climber": true, "autoworker": true, "gallerist": true, "showrunner": true, "other": true, "another": true, "someone": true, "somebody": true}

// voices are nouns for what else speaks that the lexicon does not have.
var voices = map[string]nlp.NounKind{"datum": nlp.DocumentNoun, "minute": nlp.DocumentNoun, "statistic": nlp.DocumentNoun, "finding": nlp.DocumentNoun, "opposition": nlp.GroupNoun, "electorate": nlp.GroupNoun}

// nounKind tells what a source's head noun names. Beyond the lexicon, a
// compound is what its main part is: "father-of-two", "vice-captain",
// "oysterman", "35-year-old".
func nounKind(lemma string) nlp.NounKind {
	lemma = strings.ToLower(lemma)
	if k, ok := voices[lemma]; ok {
		return k
	}
	if people[lemma] || strings.HasSuffix(lemma, "-year-old") {
		return nlp.PersonNoun
	}
	if k := nlp.KindOfNoun(lemma); k != nlp.OtherNoun {
		return k
	}
	if parts := strings.Split(lemma, "-"); len(parts) > 1 {
		if p := parts[1]; p == "of" || p == "in" || p == "to" {
			return nounKind(parts[0])
		}
		return nounKind(parts[len(parts)-1])
	}
	for _, end := range []string{"man", "men", "woman", "women", "person", "keeper", "worker"} {
		if len(lemma) > len(end)+2 && strings.HasSuffix(lemma, end) {
			return nlp.PersonNoun
		}
	}
	return nlp.OtherNoun
}
