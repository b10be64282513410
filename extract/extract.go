package extract

import (
	"bytes"
	"context"
	"errors"
	"strings"

	"github.com/onrecord/onrecord/span"
)

// HTML extracts the article of a page. See the package comment for what is kept.
func HTML(ctx context.Context, src []byte, opts ...Option) (*Document, error) {
	return nil, errors.New("extract: HTML is not ready yet")
}

// Text makes a document of a plain-text file.
func Text(ctx context.Context, src []byte, opts ...Option) (*Document, error) {
	t := strings.ToValidUTF8(string(bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))), "\uFFFD")
	d := &Document{Form: Article, Text: t}
	at := 0
	for _, p := range strings.SplitAfter(t, "\n\n") {
		if q := strings.TrimSpace(p); q != "" {
			s := at + strings.Index(p, q)
			d.Blocks = append(d.Blocks, Block{Kind: Paragraph, Span: span.Span{Start: s, End: s + len(q)}, Repeats: -1})
		}
		at += len(p)
	}
	return d, nil
}

// IsHTML reports whether src looks like a page rather than plain text.
func IsHTML(src []byte) bool { return false }

// Option sets a limit or gives what is known of the input from elsewhere.
type Option func(*config)

type config struct{}
