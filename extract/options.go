package extract

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// The default limits. No real article comes near them.
const (
	DefaultMaxBytes = 64 << 20
	DefaultMaxNodes = 1_000_000
	DefaultTimeout  = 30 * time.Second
)

// Option sets a limit or gives what is known of the input from elsewhere.
type Option func(*config)

type config struct {
	contentType string
	url         string
	maxBytes    int
	maxNodes    int
	timeout     time.Duration
	classifier  Classifier
	noSelector  bool
}

func newConfig(opts []Option) config {
	c := config{maxBytes: DefaultMaxBytes, maxNodes: DefaultMaxNodes, timeout: DefaultTimeout}
	for _, o := range opts {
		o(&c)
	}
	return c
}

// WithContentType gives the Content-Type header that the input was served
// with; the charset that it names goes before what the page itself declares.
func WithContentType(header string) Option { return func(c *config) { c.contentType = header } }

// WithURL gives the address that the input was fetched from. It resolves
// relative links in the metadata and stands in for a canonical URL where the
// page declares none.
func WithURL(url string) Option { return func(c *config) { c.url = url } }

// WithMaxBytes sets how long the input may be, in bytes as given. 0 means no limit.
func WithMaxBytes(n int) Option { return func(c *config) { c.maxBytes = n } }

// WithMaxNodes sets how many tags and texts a page, or how many lines a plain
// text, may consist of. 0 means no limit.
func WithMaxNodes(n int) Option { return func(c *config) { c.maxNodes = n } }

// WithTimeout sets how long the extraction of one article may take. 0 means
// no limit but the context's.
func WithTimeout(d time.Duration) Option { return func(c *config) { c.timeout = d } }

// WithClassifier replaces the built-in block classifier.
func WithClassifier(k Classifier) Option { return func(c *config) { c.classifier = k } }

// WithoutSelector leaves go-readability out: the classifier then judges without
// its vote. That saves a quarter of the time and costs a little accuracy.
func WithoutSelector() Option { return func(c *config) { c.noSelector = true } }

// judge returns the classifier to use.
func (c *config) judge() (Classifier, error) {
	if c.classifier != nil {
		return c.classifier, nil
	}
	return builtin()
}

// LimitError says that the input goes beyond a limit, and which option raises it.
type LimitError struct {
	What   string // what there is too much of
	Limit  string // the limit, with its unit
	Option string // the option that raises it
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("%s, more than the limit of %s: raise it with extract.%s if the input is to be trusted", e.What, e.Limit, e.Option)
}

func (c *config) checkBytes(n int) error {
	if c.maxBytes > 0 && n > c.maxBytes {
		return &LimitError{fmt.Sprintf("the input is %d bytes long", n), fmt.Sprintf("%d bytes", c.maxBytes), "WithMaxBytes"}
	}
	return nil
}

func (c *config) checkNodes(n int) error {
	if c.maxNodes > 0 && n > c.maxNodes {
		return &LimitError{fmt.Sprintf("the input has at least %d tags and texts", n), fmt.Sprintf("%d", c.maxNodes), "WithMaxNodes"}
	}
	return nil
}

// withTimeout bounds ctx by the time limit. explain turns the error that the
// limit causes into one that says so.
func (c *config) withTimeout(ctx context.Context) (_ context.Context, cancel context.CancelFunc, explain func(error) error) {
	if c.timeout <= 0 {
		ctx, cancel = context.WithCancel(ctx)
		return ctx, cancel, func(err error) error { return err }
	}
	parent := ctx
	ctx, cancel = context.WithTimeout(ctx, c.timeout)
	return ctx, cancel, func(err error) error {
		if errors.Is(err, context.DeadlineExceeded) && parent.Err() == nil {
			return &LimitError{"reading the input takes too long", c.timeout.String(), "WithTimeout"}
		}
		return err
	}
}
