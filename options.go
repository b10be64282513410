package onrecord

import (
	"github.com/onrecord/onrecord/claims"
	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// Option configures an Analyzer.
type Option func(*config)

type config struct {
	format    Format
	annotator nlp.Annotator
	allActs   bool
	maxText   int
	extract   []extract.Option
	quotes    []quotes.Option
	claims    []claims.Option
}

// Format says how input is read.
type Format string

// The formats of input.
const (
	Auto Format = "" // by its look
	HTML Format = "html"
	Text Format = "text"
)

// WithFormat fixes how input is read; the default is Auto.
func WithFormat(f Format) Option { return func(c *config) { c.format = f } }

// WithAnnotator replaces the built-in language annotation.
func WithAnnotator(a nlp.Annotator) Option { return func(c *config) { c.annotator = a } }

// WithAllAttributions keeps beliefs, intentions, decrees and other acts
// beside statements.
func WithAllAttributions() Option { return func(c *config) { c.allActs = true } }

// DefaultMaxText is the longest text of an article, in bytes, that is looked
// through unless WithMaxText says otherwise: some 170,000 words.
const DefaultMaxText = 1 << 20

// WithMaxText sets how long an article's text may be, in bytes, 0 for any
// length. A longer one is an error.
func WithMaxText(n int) Option { return func(c *config) { c.maxText = n } }

// WithExtract passes options to the extraction of the article.
func WithExtract(o ...extract.Option) Option {
	return func(c *config) { c.extract = append(c.extract, o...) }
}

// WithQuotes passes options to the quotation extractor.
func WithQuotes(o ...quotes.Option) Option {
	return func(c *config) { c.quotes = append(c.quotes, o...) }
}

// WithClaims passes options to the claim detector.
func WithClaims(o ...claims.Option) Option {
	return func(c *config) { c.claims = append(c.claims, o...) }
}
