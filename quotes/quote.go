package quotes

import "github.com/onrecord/onrecord/span"

// Type says how a quotation's words relate to the source's own.
type Type string

// The types of quotation.
const (
	Direct   Type = "direct"   // all of it in quotation marks
	Mixed    Type = "mixed"    // partly in quotation marks
	Indirect Type = "indirect" // reported in the article's words
	Block    Type = "block"    // a quoted block or paragraph without marks
)

// Act says what the source is reported to have done.
type Act string

// The acts. Statement is anything said or written; the others are kept only
// on request.
const (
	Statement  Act = "statement"
	Belief     Act = "belief"     // thinks, knows, doubts
	Attitude   Act = "attitude"   // supports, likes, fears
	Intention  Act = "intention"  // plans, wants, hopes to
	Decree     Act = "decree"     // orders, rules, approves
	Perception Act = "perception" // sees, finds, witnesses
	Appearance Act = "appearance" // seems, appears to
)

// None marks an absent index.
const None = -1

// Quote is one attribution: content that the article ascribes to a source.
type Quote struct {
	Type Type
	Act  Act
	// Content has one part per contiguous stretch, in order; quotation marks
	// belong to it, an introducing "that" does not.
	Content []span.Span
	// Cue is the expression that ascribes ("said", "according to"); empty for
	// a quotation without one.
	Cue span.Span
	// Source is the mention of the source at this quotation, with the
	// apposition that identifies it; empty where it is only understood.
	Source []span.Span
	// Speaker is the index of the referent in Result.Speakers, or None.
	Speaker int
	// Within is the index in Result.Quotes of the quotation that this one is
	// nested in, or None.
	Within int
	// Continues is the index of the quotation that this one goes on without
	// a cue of its own ("A," she said. "B."), or None.
	Continues int
	// Negated: "did not say", "denied". Hedged: "apparently", "may have said".
	Negated, Hedged bool
	// Endorsed and Disputed say whether the article itself confirms the
	// content ("rightly noted") or contests it ("falsely claimed").
	Endorsed, Disputed bool
	// Confidence is the calibrated probability that content and source are right.
	Confidence float64
	// How names the rule or model path that found the quotation.
	How string
}

// SpeakerKind says what a speaker is.
type SpeakerKind string

// The kinds of speaker.
const (
	PersonSpeaker       SpeakerKind = "person"
	OrganizationSpeaker SpeakerKind = "organization"
	DocumentSpeaker     SpeakerKind = "document"
	GroupSpeaker        SpeakerKind = "group"
	UnnamedSpeaker      SpeakerKind = "unnamed"
	AuthorSpeaker       SpeakerKind = "author"
)

// Speaker is one referent that quotations are ascribed to.
type Speaker struct {
	Kind SpeakerKind
	// Name is the fullest form that the article gives, without titles; for
	// an unnamed source, the article's own description.
	Name string
	// Role and Affiliation are as the article states them, acronyms that it
	// introduces expanded; "" where it states none.
	Role, Affiliation string
	Aliases           []string // other forms in use, in order of appearance
	Mentions          []span.Span
}

// Result is what Extractor.Extract finds in one article.
type Result struct {
	Quotes   []Quote // in order of their first byte of content
	Speakers []Speaker
	// Marked are stretches in quotation marks that are no quotations: scare
	// quotes, titles, nicknames.
	Marked []Marked
}

// Marked is a stretch in quotation marks that is not a quotation.
type Marked struct {
	span.Span
	Kind MarkedKind
}

// MarkedKind says what a marked stretch is instead of a quotation.
type MarkedKind string

// The kinds of marked stretches.
const (
	Scare    MarkedKind = "scare"    // a term held at a distance, or mentioned as a word
	Title    MarkedKind = "title"    // of a work
	Nickname MarkedKind = "nickname" // inside a name
)
