package onrecord

// SchemaVersion names the format of Record.
const SchemaVersion = "onrecord/1"

// Span is a stretch of Article.Text: UTF-8 byte offsets, end exclusive, and
// the words, which always equal the slice.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Record is what an article says on record: one JSON object an article.
type Record struct {
	Schema string `json:"schema"`
	// ID derives from the article's content: equal articles have equal ids.
	ID string `json:"id"`
	// Input is the path or URL as given, "-" for standard input.
	Input    string    `json:"input"`
	Article  Article   `json:"article"`
	Speakers []Speaker `json:"speakers"`
	Quotes   []Quote   `json:"quotes"`
	Claims   []Claim   `json:"claims"`
	// Marked are stretches in quotation marks that are no quotations.
	Marked []Marked `json:"marked,omitempty"`
}

// Article is the text that a record is about, and what its page says of it.
type Article struct {
	// Form is "article", "index", "stub" or "empty".
	Form      string   `json:"form"`
	URL       string   `json:"url"`
	Title     string   `json:"title"`
	Authors   []string `json:"authors"`
	Published string   `json:"published"` // RFC 3339, as much as is stated
	Modified  string   `json:"modified"`
	Site      string   `json:"site"`
	Language  string   `json:"language"` // BCP 47
	Section   string   `json:"section,omitempty"`
	Tags      []string `json:"tags,omitempty"`
	Encoding  string   `json:"encoding,omitempty"`
	Text      string   `json:"text"`
	Blocks    []Block  `json:"blocks"`
}

// Block is one block of the article. Its words are Article.Text[Start:End].
type Block struct {
	Kind        string  `json:"kind"`
	Start       int     `json:"start"`
	End         int     `json:"end"`
	Level       int     `json:"level,omitempty"`
	Attribution *Span   `json:"attribution,omitempty"`
	Source      *Source `json:"source,omitempty"`
}

// Source is a block's place in the decoded source: byte offsets and CSS path.
type Source struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Path  string `json:"path"`
}

// Speaker is one referent that quotations are ascribed to.
type Speaker struct {
	ID          string   `json:"id"`
	Kind        string   `json:"kind"` // person, organization, document, group, unnamed, author
	Name        string   `json:"name"`
	Role        string   `json:"role"`
	Affiliation string   `json:"affiliation"`
	Aliases     []string `json:"aliases"`
	Mentions    []Span   `json:"mentions"`
}

// Quote is one quotation.
type Quote struct {
	ID         string  `json:"id"`
	Type       string  `json:"type"` // direct, mixed, indirect, block
	Act        string  `json:"act"`
	Content    []Span  `json:"content"`
	Cue        *Span   `json:"cue"`
	Source     []Span  `json:"source"`
	Speaker    *string `json:"speaker"`             // a Speaker's ID, null if not attributed
	Within     *string `json:"within"`              // a Quote's ID
	Continues  *string `json:"continues,omitempty"` // the Quote that this one goes on without a cue
	Negated    bool    `json:"negated"`
	Hedged     bool    `json:"hedged,omitempty"`
	Endorsed   bool    `json:"endorsed,omitempty"`
	Disputed   bool    `json:"disputed,omitempty"`
	Confidence float64 `json:"confidence"`
	How        string  `json:"how"`
}

// Claim is one check-worthy proposition.
type Claim struct {
	ID            string         `json:"id"`
	Span          Span           `json:"span"`
	Sentence      Span           `json:"sentence"`
	Type          string         `json:"type"` // quantity, comparison, record, law, causal, event, state
	Others        []string       `json:"others,omitempty"`
	Score         float64        `json:"score"`
	Rank          int            `json:"rank"`
	Negative      bool           `json:"negative,omitempty"`
	Modality      string         `json:"modality,omitempty"`
	Presupposed   bool           `json:"presupposed,omitempty"`
	Standalone    string         `json:"standalone"`
	Substitutions []Substitution `json:"substitutions"`
	Open          []Span         `json:"open,omitempty"` // words that Standalone could not resolve
	Claimant      Claimant       `json:"claimant"`
	Quote         *string        `json:"quote"` // a Quote's ID
	Stance        string         `json:"stance"`
	Quantities    []Amount       `json:"quantities"`
	Times         []When         `json:"times"`
	Entities      []Entity       `json:"entities"`
	Comparison    string         `json:"comparison,omitempty"`
	Loaded        []Span         `json:"loaded"`
	Queries       []string       `json:"queries"`
	Key           string         `json:"key"`
	Repeats       *string        `json:"repeats,omitempty"` // the first Claim with the same key
	Reasons       []string       `json:"reasons"`
}

// Claimant says who makes a claim.
type Claimant struct {
	Kind    string  `json:"kind"` // author or speaker
	Speaker *string `json:"speaker,omitempty"`
}

// Substitution is one replacement made for Claim.Standalone.
type Substitution struct {
	Span *Span  `json:"span"` // null for an insertion
	To   string `json:"to"`
	Why  string `json:"why"`
}

// Amount is a number in a claim.
type Amount struct {
	Span     Span     `json:"span"`
	Value    float64  `json:"value"`
	High     *float64 `json:"high,omitempty"`
	Unit     string   `json:"unit"`
	Modifier string   `json:"modifier,omitempty"`
	Of       string   `json:"of,omitempty"`
}

// When is a time in a claim: [From, To) in RFC 3339, both "" if open.
type When struct {
	Span     Span   `json:"span"`
	From     string `json:"from"`
	To       string `json:"to"`
	Relative bool   `json:"relative,omitempty"`
}

// Entity is a named thing in a claim.
type Entity struct {
	Span Span   `json:"span"`
	Kind string `json:"kind"`
	Name string `json:"name"`
}

// Marked is a stretch in quotation marks that is not a quotation.
type Marked struct {
	Span Span   `json:"span"`
	Kind string `json:"kind"` // scare, title, nickname
}
