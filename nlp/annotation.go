package nlp

import (
	"context"

	"github.com/onrecord/onrecord/span"
)

// Annotator adds language annotation to a text. Implementations are safe for
// concurrent use.
type Annotator interface {
	// Annotate annotates in and writes the result to dst, whose memory it
	// reuses. What it cannot provide it leaves at the zero value (Head -1,
	// no entities ...). It never panics, whatever the bytes.
	Annotate(ctx context.Context, in Input, dst *Annotation) error
}

// Input is a text and the blocks that it is made of.
type Input struct {
	Text string
	// Blocks are the stretches of Text to annotate, in order and disjoint; no
	// sentence crosses from one to the next. If nil, blocks are found at blank
	// lines.
	Blocks []Block
}

// Block is one paragraph, heading or other block of the input.
type Block struct {
	span.Span
	Heading bool
}

// Annotation is the analysis of one text. All offsets are UTF-8 byte offsets
// into Text. A zero Annotation is ready for use, and one may be used again
// and again to save memory.
type Annotation struct {
	Text      string
	Tokens    []Token
	Sentences []Sentence
	Entities  []Entity  // in order, disjoint
	Mentions  []Mention // in order of their start, longer first; they may nest
	Chains    []Chain   // the referents that mentions refer to

	arena  []byte // backs lemmas that are no slice of Text
	blocks []block
	links  []int // backs Chain.Mentions
}

// Token is one word or mark, in the manner of the Penn treebank.
type Token struct {
	Start, End int32  // byte offsets in Text
	Lemma      string // lower-case except for proper nouns; never ""; clone what is to outlast the annotation's next use
	POS        POS
	Rel        Rel   // relation to Head
	Head       int32 // index in Tokens of the syntactic head; -1 for a root or where not known
	Sentence   int32 // index in Sentences
}

// Sentence is one sentence: the tokens [First, Last).
type Sentence struct {
	span.Span
	First, Last int
	Block       int // index of the input's block
}

// EntityKind is the kind of an Entity.
type EntityKind uint8

// The kinds of entity.
const (
	NoEntity EntityKind = iota
	Person
	Organization
	Place
	Misc // nationalities, events, works, laws ...
	Date
	Clock
	Money
	Percent
	Quantity
)

var entityNames = [...]string{"", "person", "organization", "place", "misc", "date", "time", "money", "percent", "quantity"}

// String is the kind's lower-case English name.
func (k EntityKind) String() string {
	if int(k) < len(entityNames) {
		return entityNames[k]
	}
	return ""
}

// Entity is a named entity, or a time or amount: the tokens [First, Last).
type Entity struct {
	span.Span
	Kind        EntityKind
	First, Last int
}

// MentionKind is the form of a Mention.
type MentionKind uint8

// The forms of mention.
const (
	Named    MentionKind = iota // "Ann Lee", "the Lee administration"
	Definite                    // "the mayor", "her spokesman"
	Indef                       // "a spokesman for the city", "two people"
	Pronoun                     // "she", "their"
)

// Mention is a stretch that refers to a person, an organisation, a place or a
// document: the tokens [First, Last).
type Mention struct {
	span.Span
	Kind        MentionKind
	First, Last int
	Head        int        // index of the head token
	Entity      EntityKind // of the referent; NoEntity where not known
	Chain       int        // index in Chains, -1 for none
}

// Chain is one referent of the text.
type Chain struct {
	Kind     EntityKind
	Mentions []int  // indices in Annotation.Mentions, in order
	Name     string // the fullest name that the text gives, without titles; "" for none
	Role     string // "mayor", "chief executive"; "" where not stated
	// Affiliation is the organisation or place that the role belongs to, in
	// full where an acronym was introduced.
	Affiliation string
	Gender      Gender
	Plural      bool
}

// Gender is what the text's pronouns and titles say of a referent.
type Gender uint8

// The genders.
const (
	UnknownGender Gender = iota
	Female
	Male
	Neuter
)

// Word returns the text of token i.
func (a *Annotation) Word(i int) string { t := &a.Tokens[i]; return a.Text[t.Start:t.End] }

// Span returns the byte range of the tokens [first, last).
func (a *Annotation) Span(first, last int) span.Span {
	if first >= last || first < 0 || last > len(a.Tokens) {
		return span.Span{}
	}
	return span.Span{Start: int(a.Tokens[first].Start), End: int(a.Tokens[last-1].End)}
}

// TokenAt returns the index of the first token that ends behind the byte
// offset b: the one that covers b, or the next one. It is len(a.Tokens) if
// there is none.
func (a *Annotation) TokenAt(b int) int {
	lo, hi := 0, len(a.Tokens)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if int(a.Tokens[m].End) > b {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}

// TokensIn returns the range [first, last) of the tokens that have a byte in s.
func (a *Annotation) TokensIn(s span.Span) (first, last int) {
	first = a.TokenAt(s.Start)
	last = max(first, a.TokenAt(s.End-1))
	if !s.Empty() && last < len(a.Tokens) && int(a.Tokens[last].Start) < s.End {
		last++
	}
	return first, last
}

// Reset empties a and keeps its memory.
func (a *Annotation) Reset(text string) {
	a.Text = text
	a.Tokens = a.Tokens[:0]
	a.Sentences = a.Sentences[:0]
	a.Entities = a.Entities[:0]
	a.Mentions = a.Mentions[:0]
	a.Chains = a.Chains[:0]
	a.arena = a.arena[:0]
}
