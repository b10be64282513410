package cli

import (
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/nlp/prose"
	"github.com/onrecord/onrecord/quotes"
)

// Analysis is the flags that say how articles are read, with limits for one
// article at a time. Commands embed it.
type Analysis struct {
	Reading
	Input    string        `help:"What the input is: auto, html or text." enum:"auto,html,text" default:"auto" group:"Reading"`
	MaxBytes int64         `help:"Largest input to read, in bytes." default:"33554432" group:"Limits"`
	Timeout  time.Duration `help:"Longest time for one article." default:"60s" group:"Limits"`
}

// Reading is the flags that say how articles are read, without limits.
type Reading struct {
	Attributions string `help:"quotes: what was said and written; all: beliefs, intentions, decrees and the rest too." enum:"quotes,all" default:"quotes" group:"Reading"`
	Annotator    string `help:"Language annotation: builtin, or prose for a model of your own." enum:"builtin,prose" default:"builtin" group:"Reading"`
	MaxText      int    `help:"Longest text of one article, in bytes; 0 for any." default:"1048576" group:"Limits"`
	QuoteModel   string `help:"Quotation model made by onrecord train, instead of the built-in one." placeholder:"FILE" type:"path" group:"Reading"`
	ProseModel   string `help:"Folder of a trained prose model, for --annotator=prose." placeholder:"DIR" type:"path" group:"Reading"`
}

// Analyzer makes the analyzer that the flags ask for.
func (f *Analysis) Analyzer(more ...onrecord.Option) (*onrecord.Analyzer, error) {
	var opts []onrecord.Option
	switch f.Input {
	case "html":
		opts = append(opts, onrecord.WithFormat(onrecord.HTML))
	case "text":
		opts = append(opts, onrecord.WithFormat(onrecord.Text))
	}
	return f.Reading.Analyzer(append(opts, more...)...)
}

// Analyzer makes the analyzer that the flags ask for.
func (f *Reading) Analyzer(more ...onrecord.Option) (*onrecord.Analyzer, error) {
	if f.ProseModel != "" && f.Annotator != "prose" {
		return nil, usagef("--prose-model needs --annotator=prose")
	}
	opts := []onrecord.Option{onrecord.WithMaxText(f.MaxText)}
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
