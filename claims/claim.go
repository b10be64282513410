package claims

import (
	"time"

	"github.com/onrecord/onrecord/span"
)

// Type is what a claim is about.
type Type string

// The types of claim.
const (
	Quantity   Type = "quantity"
	Comparison Type = "comparison" // superlative, ranking, trend
	Record     Type = "record"     // what somebody did, voted, said, holds as a position
	Law        Type = "law"        // what a law, ruling or policy says or does
	Causal     Type = "causal"
	Event      Type = "event"
	State      Type = "state" // any other state of the world
)

// Types lists all types, in a fixed order.
var Types = [...]Type{Quantity, Comparison, Record, Law, Causal, Event, State}

// Stance is how the article stands to a claim.
type Stance string

// The stances.
const (
	Asserted Stance = "asserted" // in the claimant's own voice, as fact
	Reported Stance = "reported" // ascribed to a source, left open
	Denied   Stance = "denied"   // the article or the source rejects it
	Hedged   Stance = "hedged"   // weakened: may, apparently, is believed to
)

// None marks an absent index.
const None = -1

// Claim is one check-worthy proposition.
type Claim struct {
	// Span is the proposition itself, Sentence the sentence around it.
	Span, Sentence span.Span
	Type           Type
	Others         []Type // further types that apply
	// Score is the calibrated probability that a fact-checking desk would
	// want the claim checked.
	Score float64
	// Rank is the claim's place in the article by check-worthiness, from 1.
	Rank int
	// Negative: the proposition denies something ("no court has held ...").
	Negative bool
	// Modality is "" for plain fact, else "possible", "necessary", "future"...
	Modality string
	// Presupposed: the proposition is not stated but taken for granted.
	Presupposed bool
	Stance      Stance
	// Speaker is the index of the claimant in quotes.Result.Speakers, or None
	// where it is the author; Quote the quotation it stands in, or None.
	Speaker, Quote int
	// Standalone reads without the article; Substitutions lists every change
	// made to the words of Span to get there.
	Standalone    string
	Substitutions []Substitution
	// Open are the words of Span that Standalone keeps although they need the
	// article: pronouns, "the bill", "here", for which no referent was plain.
	Open       []span.Span
	Quantities []Amount
	Times      []When
	Entities   []Entity
	// Comparison is the set that a superlative or ranking is over
	// ("big cities in America"); "" for none.
	Comparison string
	Loaded     []span.Span // words that judge rather than state
	Queries    []string    // search queries for a verifier
	// Key is the normal form: claims with equal keys repeat each other.
	Key     string
	Reasons []string // what makes it check-worthy, in words
}

// Substitution is one replacement made for Claim.Standalone.
type Substitution struct {
	Span span.Span // in the article's text; empty for an insertion
	From string    // the words replaced, "" for an insertion
	To   string    // what stands in their place
	Why  string    // "pronoun", "definite", "time", "subject", "frame", "case" ...
}

// touches reports whether x changes words of s, or inserts where s does.
func (x *Substitution) touches(s span.Span) bool {
	return x.Span.Overlaps(s) || x.Span.Empty() && s.Empty() && x.Span.Start == s.Start
}

// Amount is a number in a claim.
type Amount struct {
	span.Span
	Value float64
	High  float64 // the upper end of a range, else equal to Value
	// Unit is an ISO 4217 code for money, "percent", "ratio", "ordinal", a
	// unit of measure, or "" for a plain count.
	Unit     string
	Modifier string // "about", "more than", "at least", "less than", "at most", ""
	Of       string // what is counted, as the text has it
}

// When is a time in a claim. From and To bound it, To exclusive; both are
// zero where it cannot be resolved, as when no publication date is known.
type When struct {
	span.Span
	From, To time.Time
	// Relative reports whether resolving it took the publication date.
	Relative bool
}

// Entity is a named thing in a claim.
type Entity struct {
	span.Span
	Kind string
	Name string // the fullest form that the article gives
}
