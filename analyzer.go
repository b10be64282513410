package onrecord

import (
	"context"
	"fmt"
	"sync"

	"github.com/onrecord/onrecord/claims"
	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// Analyzer turns articles into records. It is safe for concurrent use; make
// one and share it.
type Analyzer struct {
	cfg       config
	annotator nlp.Annotator
	quotes    *quotes.Extractor
	claims    *claims.Detector
	scratch   sync.Pool // *nlp.Annotation
}

// New returns an Analyzer. Its models are loaded on the first call in the
// process and shared. A zero Analyzer is of no use.
func New(opts ...Option) (*Analyzer, error) {
	an := Analyzer{cfg: config{maxText: DefaultMaxText}}
	for _, o := range opts {
		o(&an.cfg)
	}
	an.annotator = an.cfg.annotator
	if an.annotator == nil {
		b, err := nlp.Default()
		if err != nil {
			return nil, fmt.Errorf("loading the language models: %w", err)
		}
		an.annotator = b
	}
	var qo []quotes.Option
	if !an.cfg.allActs {
		qo = append(qo, quotes.WithStatementsOnly())
	}
	var err error
	if an.quotes, err = quotes.New(append(qo, an.cfg.quotes...)...); err != nil {
		return nil, fmt.Errorf("loading the quotation models: %w", err)
	}
	if an.claims, err = claims.New(an.cfg.claims...); err != nil {
		return nil, fmt.Errorf("loading the claim models: %w", err)
	}
	an.scratch.New = func() any { return new(nlp.Annotation) }
	return &an, nil
}

// Analyze reads one article, HTML or plain text, and returns what it says on
// record. input names it in the record and in errors: a path, a URL, or "-". It
// is not opened, and a URL does not count as the page's address: say that with
// WithExtract, or by ExtractAs and AnalyzeDocument.
//
// An error wraps what caused it: ErrNotText, an *extract.LimitError, or the
// error of ctx. src may be used again as soon as Analyze returns.
func (an *Analyzer) Analyze(ctx context.Context, input string, src []byte) (*Record, error) {
	doc, err := an.Extract(ctx, src)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", input, err)
	}
	return an.AnalyzeDocument(ctx, input, doc)
}

// Extract reads the article out of src without looking for quotations. Its
// errors do not name the input, which it does not know.
func (an *Analyzer) Extract(ctx context.Context, src []byte) (*extract.Document, error) {
	return an.ExtractAs(ctx, src, an.cfg.format)
}

// ExtractAs is Extract for input that is known to be HTML or text, whatever
// WithFormat says. opts are added to those of WithExtract: what is known of
// this one article.
func (an *Analyzer) ExtractAs(ctx context.Context, src []byte, f Format, opts ...extract.Option) (*extract.Document, error) {
	if len(opts) > 0 {
		opts = append(an.cfg.extract[:len(an.cfg.extract):len(an.cfg.extract)], opts...)
	} else {
		opts = an.cfg.extract
	}
	if err := notText(src, f); err != nil {
		return nil, err
	}
	if f == HTML || f == Auto && extract.IsHTML(src) {
		return extract.HTML(ctx, src, opts...)
	}
	return extract.Text(ctx, src, opts...)
}

// AnalyzeDocument is Analyze for an article that is extracted already: by
// ExtractAs, or by package extract. What is known of it from elsewhere (its
// title, its date) may be set before. Quotations and claims are looked for in
// doc.Blocks alone: a Document with nothing but Text has none.
func (an *Analyzer) AnalyzeDocument(ctx context.Context, input string, doc *extract.Document) (*Record, error) {
	if doc == nil {
		return nil, fmt.Errorf("%s: no document: extract it first", input)
	}
	if n := len(doc.Text); an.cfg.maxText > 0 && n > an.cfg.maxText {
		return nil, fmt.Errorf("%s: its text is %d bytes long, more than %d: raise the limit (WithMaxText, --max-text) if this really is one article", input, n, an.cfg.maxText)
	}
	a := an.scratch.Get().(*nlp.Annotation)
	defer an.scratch.Put(a)
	if err := an.annotator.Annotate(ctx, annotatorInput(doc), a); err != nil {
		return nil, fmt.Errorf("%s: language: %w", input, err)
	}
	q, err := an.quotes.Extract(ctx, doc, a)
	if err != nil {
		return nil, fmt.Errorf("%s: quotations: %w", input, err)
	}
	c, err := an.claims.Detect(ctx, doc, a, q)
	if err != nil {
		return nil, fmt.Errorf("%s: claims: %w", input, err)
	}
	return newRecord(input, doc, q, c, an.cfg.allActs), nil
}

// annotatorInput lists the blocks of doc that quotations and claims are
// looked for in.
func annotatorInput(doc *extract.Document) nlp.Input {
	in := nlp.Input{Text: doc.Text, Blocks: make([]nlp.Block, 0, len(doc.Blocks))}
	for _, b := range doc.Blocks {
		if b.Quotable() {
			in.Blocks = append(in.Blocks, nlp.Block{Span: b.Span, Heading: b.Kind == extract.Heading})
		}
	}
	return in
}
