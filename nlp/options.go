package nlp

// Option changes what the built-in annotator does.
type Option func(*config)

type config struct {
	noEntities, noParse, noCoref bool
}

// WithoutEntities leaves Entities empty, and with it mentions and chains.
func WithoutEntities() Option { return func(c *config) { c.noEntities, c.noCoref = true, true } }

// WithoutParse leaves heads and relations unset. Mentions and chains are
// found without their help, less well.
func WithoutParse() Option { return func(c *config) { c.noParse = true } }

// WithoutCoref leaves Mentions and Chains empty.
func WithoutCoref() Option { return func(c *config) { c.noCoref = true } }
