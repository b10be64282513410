package cli

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/claims"
	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/nlp/prose"
	"github.com/onrecord/onrecord/quotes"
)

// Analysis is the flags that say how articles are read, with limits for one
// article at a time. Commands embed it.
type Analysis struct {
	Reading
	Input    string        `help:"What the input is: auto, html or text." enum:"auto,html,text" default:"auto" group:"Reading"`
	MaxBytes int64         `help:"Largest input to read, in bytes; 0 for any." default:"33554432" group:"Limits"`
	Timeout  time.Duration `help:"Longest time for one article; 0 for any." default:"60s" group:"Limits"`
}

// Reading is the flags that say how articles are read, without limits.
type Reading struct {
	Attributions string `help:"quotes: what was said and written; all: beliefs, intentions, decrees and the rest too." enum:"quotes,all" default:"quotes" group:"Reading"`
	Annotator    string `help:"Language annotation: builtin, or prose for a model of your own." enum:"builtin,prose" default:"builtin" group:"Reading"`
	MaxText      int    `help:"Longest text of one article, in bytes; 0 for any." default:"1048576" group:"Limits"`
	QuoteModel   string `help:"Quotation model made by onrecord train, instead of the built-in one." placeholder:"FILE" type:"path" group:"Reading"`
	ProseModel   string `help:"Folder of a trained prose model, for --annotator=prose." placeholder:"DIR" type:"path" group:"Reading"`

	Genre          string   `help:"What the articles are, for the scores of claims: news, debate (interviews too) or speech." enum:"news,debate,speech" default:"news" group:"Reading"`
	QuoteThreshold *float64 `help:"Probability from which a quotation that the model finds is kept; default 0.4 (0.35 for acts other than statements). Higher is more precise." placeholder:"P" group:"Reading"`
	ClaimThreshold *float64 `help:"Score from which a sentence makes a claim; default 0.4 (0.34 in debates)." placeholder:"P" group:"Reading"`
}

// Analyzer makes the analyzer that the flags ask for.
func (f *Analysis) Analyzer(more ...onrecord.Option) (*onrecord.Analyzer, error) {
	if f.MaxBytes < 0 || f.Timeout < 0 {
		return nil, usagef("--max-bytes and --timeout are limits: 0 or above")
	}
	return f.Reading.Analyzer(append([]onrecord.Option{onrecord.WithFormat(f.format())}, more...)...)
}

func (f *Analysis) format() onrecord.Format {
	if f.Input == "auto" {
		return onrecord.Auto
	}
	return onrecord.Format(f.Input)
}

// limit bounds the time for one article.
func (f *Analysis) limit(ctx context.Context) (context.Context, context.CancelFunc) {
	if f.Timeout == 0 {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, f.Timeout)
}

// Analyzer makes the analyzer that the flags ask for.
func (f *Reading) Analyzer(more ...onrecord.Option) (*onrecord.Analyzer, error) {
	if f.ProseModel != "" && f.Annotator != "prose" {
		return nil, usagef("--prose-model needs --annotator=prose")
	}
	for _, p := range []struct {
		flag string
		at   *float64
	}{{"--quote-threshold", f.QuoteThreshold}, {"--claim-threshold", f.ClaimThreshold}} {
		if p.at != nil && !(*p.at >= 0 && *p.at <= 1) {
			return nil, usagef("%s %g: it is a probability from 0 to 1", p.flag, *p.at)
		}
	}
	// What bounds an article's bytes and time are the flags of the command.
	opts := []onrecord.Option{onrecord.WithMaxText(f.MaxText), onrecord.WithClaims(claims.WithGenre(claims.Genre(f.Genre))),
		onrecord.WithExtract(extract.WithMaxBytes(0), extract.WithTimeout(0))}
	if p := f.ClaimThreshold; p != nil {
		opts = append(opts, onrecord.WithClaims(claims.WithThreshold(*p)))
	}
	if p := f.QuoteThreshold; p != nil {
		opts = append(opts, onrecord.WithQuotes(quotes.WithThresholds(*p, *p)))
	}
	if f.Attributions == "all" {
		opts = append(opts, onrecord.WithAllAttributions())
	}
	if f.Annotator == "prose" {
		var po []prose.Option
		if f.ProseModel != "" {
			po = append(po, prose.WithModel(f.ProseModel))
		}
		an, err := prose.New(po...)
		if err != nil {
			return nil, err
		}
		opts = append(opts, onrecord.WithAnnotator(an))
	}
	if f.QuoteModel != "" {
		m, err := quotes.LoadModel(f.QuoteModel)
		if err != nil {
			return nil, err
		}
		opts = append(opts, onrecord.WithQuotes(quotes.WithModel(m)))
	}
	return onrecord.New(append(opts, more...)...)
}

// fingerprint tells runs apart whose records may differ: by the program's
// version and by what the flags say of the reading.
func (f *Reading) fingerprint() (string, error) {
	s := fmt.Sprintf("%s %s %s", version(), f.Attributions, f.Annotator+f.ProseModel)
	if f.MaxText != onrecord.DefaultMaxText {
		s += fmt.Sprintf(" max-text=%d", f.MaxText)
	}
	if f.Genre != string(claims.News) {
		s += " genre=" + f.Genre
	}
	if f.QuoteThreshold != nil {
		s += fmt.Sprintf(" quotes=%g", *f.QuoteThreshold)
	}
	if f.ClaimThreshold != nil {
		s += fmt.Sprintf(" claims=%g", *f.ClaimThreshold)
	}
	if f.QuoteModel != "" {
		b, err := os.ReadFile(f.QuoteModel)
		if err != nil {
			return "", err
		}
		sum := sha256.Sum256(b)
		s += fmt.Sprintf(" model=%x", sum[:8])
	}
	return s, nil
}
