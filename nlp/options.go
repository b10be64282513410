package nlp

// Option changes what the built-in annotator does.
type Option func(*config)

type config struct {
	noEntities, noParse, noCoref bool
	tagging                      Tagging
	taggingNames                 bool
}

// Tagging is another tagger. It is called for each sentence of a, whose tokens
// are those from s.First to s.Last; it sets their POS and, if it finds names,
// appends them to a.Entities, in order and disjoint. It must be safe for
// concurrent use on different annotations.
type Tagging func(a *Annotation, s Sentence) error

// WithTagging puts another tagger in the place of the built-in one. If names
// is true, it finds the names, too; dates and amounts are found as ever.
func WithTagging(t Tagging, names bool) Option {
	return func(c *config) { c.tagging, c.taggingNames = t, names }
}

// WithoutEntities leaves Entities empty, and with it mentions and chains.
func WithoutEntities() Option { return func(c *config) { c.noEntities, c.noCoref = true, true } }

// WithoutParse leaves heads and relations unset. Mentions and chains are
// found without their help, less well.
func WithoutParse() Option { return func(c *config) { c.noParse = true } }

// WithoutCoref leaves Mentions and Chains empty.
func WithoutCoref() Option { return func(c *config) { c.noCoref = true } }
