package quotes

import (
	"context"
	_ "embed"
	"fmt"
	"sync"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/nlp"
)

//go:embed model/quotes.bin
var packed []byte

var builtin = sync.OnceValues(func() (*Model, error) { return model.Load(packed, readModel) })

// Extractor finds quotations. It is safe for concurrent use.
type Extractor struct {
	model      *Model
	statements float64
	others     float64
	scope      scope
	work       sync.Pool // *workspace
}

// workspace is the memory of one extraction.
type workspace struct {
	page    page
	blocks  []pageBlock
	scratch scratch
	index   draftIndex
}

// Option changes what an Extractor finds.
type Option func(*Extractor)

// WithModel replaces the built-in model by one made with Train.
func WithModel(m *Model) Option { return func(e *Extractor) { e.model = m } }

// WithThresholds sets the probability from which a statement and from which
// another act (a belief, an intention ...) is kept. The defaults, 0.4 and
// 0.35, are about where F1 is highest; higher ones give precision.
func WithThresholds(statements, others float64) Option {
	return func(e *Extractor) { e.statements, e.others = statements, others }
}

// WithStatementsOnly limits an extractor to what was said or written, which
// it then finds and delimits more surely.
func WithStatementsOnly() Option { return func(e *Extractor) { e.scope = statements } }

// New returns an extractor. Its model is loaded on the first call and shared;
// a zero Extractor is of no use.
func New(opts ...Option) (*Extractor, error) {
	e := &Extractor{statements: stateShown, others: acceptShown}
	for _, o := range opts {
		o(e)
	}
	if e.model == nil {
		m, err := builtin()
		if err != nil {
			return nil, fmt.Errorf("the built-in quotation model: %w", err)
		}
		e.model = m
	}
	e.work.New = func() any { return new(workspace) }
	return e, nil
}

// Extract finds the quotations of doc and who says them. a is the annotation
// of doc.Text, made with those of doc.Blocks as its blocks that are Quotable.
// Both must be there; they are only read. The error is that of ctx.
func (e *Extractor) Extract(ctx context.Context, doc *extract.Document, a *nlp.Annotation) (*Result, error) {
	w := e.work.Get().(*workspace)
	defer e.work.Put(w)
	w.blocks = w.blocks[:0]
	for i := range doc.Blocks {
		if b := &doc.Blocks[i]; b.Quotable() {
			w.blocks = append(w.blocks, pageBlock{Span: b.Span, heading: b.Kind == extract.Heading, emphasized: b.Emphasized,
				quote: b.Kind == extract.Blockquote || b.Kind == extract.Embed, kind: b.Kind, attribution: b.Attribution})
		}
	}
	p := &w.page
	p.reset(a, w.blocks, e.scope)
	found, err := p.candidates(ctx, &e.model.readers[e.scope], &w.scratch)
	if err != nil {
		return nil, err
	}
	d := &draft{page: p, learnt: &e.model.readers[e.scope], found: found, index: &w.index, statements: e.statements, others: e.others}
	d.reindex()
	d.transcript()
	d.interview()
	d.signedBlocks()
	d.model()
	d.colons()
	d.quotedBlocks()
	d.selfReports()
	d.paragraphs()
	d.joinRuns()
	d.secondChance()
	d.paragraphs() // of those too
	d.floating()
	d.split()
	r := d.result()
	resolve(doc, a, r)
	d.sameSpeaker(r)
	return r, ctx.Err()
}
