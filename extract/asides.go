package extract

import (
	"strings"

	"golang.org/x/net/html"
)

// What stands among the prose and is not the article's: the classifier sees one
// block at a time, and in these it sees prose.

// dropAsides drops what is kept of boxes and lines that lead away from the
// article.
func (v *survey) dropAsides(keep []bool, authors []string) {
	v.dropHead(keep)
	v.dropBoxes(keep)
	for i := range keep {
		b := &v.bs[i]
		keep[i] = keep[i] && !isRule(b) && !guide().MatchString(b.text) && !v.leadsAway(i, keep) && !(b.quote != nil && emptyPost().MatchString(b.text))
	}
	v.dropLoneSources(keep)
	v.dropEndMatter(keep)
	v.dropRelease(keep)
	v.dropSignatures(keep, authors)
}

// isRule reports whether b is a rule made of signs: "* * *".
func isRule(b *seen) bool {
	return (b.kind == Paragraph || b.kind == Heading) && strings.Trim(b.text, " *-–—=~•·.#") == ""
}

// emptyPost is what networks put where a post's picture or sound would be.
var emptyPost = pattern(`(?i)^\[?(?:image or embed|view this post on \w+)\]?$|^♬`)

// dropLoneSources drops the sources of quotations that are not kept.
func (v *survey) dropLoneSources(keep []bool) {
	words := map[*html.Node]bool{}
	for i := range keep {
		if b := &v.bs[i]; keep[i] && b.kind != Attribution {
			words[b.quote] = true
		}
	}
	for i := range keep {
		if b := &v.bs[i]; b.kind == Attribution && b.quote != nil && !words[b.quote] {
			keep[i] = false
		}
	}
}

// pointer is how a line between the paragraphs leads to another article.
var pointer = pattern(`(?i)^(?:read (?:more|also|next|this)|also read|see also|more|related(?: \w+)?|recommended|watch|listen|in pictures|don[’']t miss|(?:here|this) is more)\s*[:|–—]\s*\S`)

// label is such a line whose label is set apart by its place alone.
var label = pattern(`(?i)^(?:read (?:more|also|next)|also read|see also)\s\S`)

// shelf is the heading of a row of other articles.
var shelf = pattern(`(?i)^(?:(?:the|our) )?(?:(?:top|more|latest|trending|popular|recommended|related|other|most (?:read|viewed|popular))(?: (?:local|national|world|top|breaking|popular|related))? (?:news|stories|headlines|articles|posts|videos|coverage|reads)(?: (?:now|today))?(?: (?:from|on|by|in) \S+(?: \S+){0,3})?|most (?:read|viewed|popular)|trending(?: now)?|you (?:may|might) also (?:like|be interested in))\s*:?$`)

// guide are the lines that lead those who cannot see past a row of boxes, and
// that stand where a box is yet to come.
var guide = pattern(`(?i)^(?:(?:press enter to )?skip (?:past|over|to (?:the )?end of)(?: the)? (?:carousel|newsletter promotion|list|ad|advertisement|gallery|video)|(?:end of|after) (?:the )?(?:carousel|list|newsletter promotion|gallery)|list (?:of )?\d+(?: of \d+)?(?: items)?|loading(?: \w+){0,3}\s*(?:…|\.{3}))$`)

// leadsAway reports whether block i points to another article: by a label with
// a link behind it, or as the line above a row of them.
func (v *survey) leadsAway(i int, keep []bool) bool {
	b := &v.bs[i]
	if (b.kind == Heading || b.kind == Paragraph) && b.words <= 10 && shelf().MatchString(b.text) {
		return true
	}
	if b.kind != Paragraph || b.words > 30 || b.quote != nil {
		return false
	}
	if label().MatchString(b.text) && 3*b.links >= len(b.text) && !endsSentence(b.text) {
		return true
	}
	styled := 10*max(b.bold, b.italic) >= 7*len(b.text) && b.words <= 15 && !endsSentence(b.text)
	if pointer().MatchString(b.text) && (2*b.links >= len(b.text) || styled) {
		return true
	}
	return styled && i+1 < len(keep) && !keep[i+1] && v.bs[i+1].kind == ListItem && v.bs[i+1].isLink()
}

// releaseEnd is the line with which a press release ends; notes to editors and
// addresses follow it.
var releaseEnd = pattern(`(?i)^(?:[-–—*~ ]+ends?[-–—*~ ]*|ends?[-–—*~ ]+|# ?# ?#)$`)

// dropRelease drops what follows the end of a press release, which is less than
// what stands before: "###" parts the sections of other texts.
func (v *survey) dropRelease(keep []bool) {
	end, before, after := -1, 0, 0
	for i := range keep {
		b := &v.bs[i]
		switch {
		case end < 0 && before >= enoughWords && b.words <= 1 && releaseEnd().MatchString(b.text):
			end = i
		case end < 0 && keep[i]:
			before += b.words
		case keep[i]:
			after += b.words
		}
	}
	if end >= 0 && after < before {
		clear(keep[end:])
	}
}

// maxSignature is how many words tell of an author, or ask readers something;
// maxAsk is how many ask them to subscribe.
const (
	maxSignature = 60
	maxAsk       = 20
)

// dropSignatures drops what an article ends with besides itself: who its author
// is, and what readers are asked to do.
func (v *survey) dropSignatures(keep []bool, authors []string) {
	for i := len(keep) - 1; i > 0; i-- {
		b := &v.bs[i]
		if !keep[i] || b.kind == Note || strings.Trim(b.text, "_ ") == "" || lateNote().MatchString(b.text) {
			continue
		}
		styled := 10*max(b.bold, b.italic) >= 9*len(b.text)
		about := signs(b.folded, authors) && (styled || b.chain.words&(gBio|gByline) != 0 || aboutAuthor().MatchString(b.text))
		asks := appeal().MatchString(b.text) || b.words <= maxAsk && locked().MatchString(b.text)
		if b.kind != Paragraph || b.words > maxSignature || !about && !asks {
			return
		}
		keep[i] = false
	}
}

// lateNote is a note on the article that its walk does not tell from prose.
var lateNote = pattern(`(?i)^[•*\s\[(]*(?:this|an earlier version of this) (?:` +
	`(?:article|story|post|headline|interview|conversation|transcript)\b[^“"]{0,120}\b(?:amended|corrected|updated|clarified|revised|edited)\b|` +
	`(?:piece|report|page) (?:was|has been) (?:amended|corrected|updated|clarified)\b)|` +
	`^update,? [^:“"]{0,30}\d[^“"]{0,20}: `)

// correction is how a note says what the article had wrong before.
var correction = pattern(`(?i)^\W*(?:corrections?|clarifications?)\b|\b(?:earlier|previous|prior|original) versions? (?:of (?:this|the|our)\b|(?:\w+ly )?(?:said|stated|misstated|gave|had|named|misnamed|reported)\b)|\bwe (?:regret|apologi[sz]e for) the (?:error|mistake)|\b(?:article|story|post|piece|report|headline) (?:was|has been) (?:amended|corrected)\b`)

// signs reports whether a text begins with the name of an author.
func signs(folded string, authors []string) bool {
	for _, a := range authors {
		if f := fold(a); len(f) > 4 && strings.HasPrefix(folded, f+" ") {
			return true
		}
	}
	return false
}

var (
	aboutAuthor = pattern(`(?i)^\S+ (?:\S+ ){1,4}(?:is|was|covers|writes|reports|can be reached)\b.*\b(?:writer|reporter|editor|correspondent|columnist|journalist|photographer|covers|writes|reports|reached|author of)\b`)
	// appeal is how articles take leave of their readers.
	appeal = pattern(`(?i)^[^\p{L}\d“"(©]*(?:if you(?:[’']ve)? (?:liked|enjoyed) (?:this|reading|our|today[’']s)\b|do you have (?:something|information|anything)\b[^.?]*\?\s*(?:submit|send|contact|e?-?mail|call|share|let|tell|write|get in touch)\b|(?:do you )?(?:have|got) (?:a|any) (?:news )?(?:tips?|story|stories)\b[^.]*\?|follow (?:us|me|him|her|\S+(?: \S+){0,2}[’']s coverage)\b|sign up (?:for|to)\b[^.]*\bnewsletter|subscribe to\b[^.]*\bnewsletter|(?:this is a|a) developing story\b|thanks for reading\b|to (?:get|receive|see|read)\b[^.]*\bdownload (?:the|our)\b|download (?:the|our)\b[^.]*\bapp\b|(?:source|original|story) url\s*:\s*https?:|(?:copyright\s+)?(?:©|\(c\))\s*(?:19|20)\d\d\b|copyright (?:19|20)\d\d\b|\S+ transcripts are (?:created|produced)\b)`)
)
