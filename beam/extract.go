package beam

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"runtime/debug"
	"time"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/archive"
)

// ExtractOptions say what is extracted.
type ExtractOptions struct {
	AllAttributions bool          // as onrecord.WithAllAttributions
	Timeout         time.Duration // for one article; 0 is two minutes
}

// Extract analyses articles (a PCollection of Article) and returns their
// records (of Record), and the articles that failed as archive.Failure in
// JSON. It needs nothing but the article: the engine may run it anywhere.
func Extract(s sdk.Scope, articles sdk.PCollection, o ExtractOptions) (records, failures sdk.PCollection) {
	s = s.Scope("onrecord.Extract")
	if o.Timeout <= 0 {
		o.Timeout = 2 * time.Minute
	}
	return sdk.ParDo2(s, &extractFn{AllAttributions: o.AllAttributions, Timeout: int64(o.Timeout)}, articles)
}

type extractFn struct {
	AllAttributions bool
	Timeout         int64

	an *onrecord.Analyzer
}

// Setup makes the analyzer. All of a process share one set of models.
func (f *extractFn) Setup() (err error) {
	var opts []onrecord.Option
	if f.AllAttributions {
		opts = append(opts, onrecord.WithAllAttributions())
	}
	f.an, err = onrecord.New(opts...)
	return err
}

func (f *extractFn) ProcessElement(ctx context.Context, a Article, record func(Record), fail func(string)) error {
	it := a.item()
	rec, err := f.analyse(ctx, it)
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err() // the engine's doing, not the article's
		}
		return emit(fail, archive.FailureOf(it, err))
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(rec); err != nil {
		return emit(fail, archive.FailureOf(it, err))
	}
	record(Record{Source: a.Source, Offset: a.Offset, Seq: a.Seq, JSON: b.Bytes()})
	return nil
}

// analyse turns a crash into an error: an engine would try the same article
// again and again, and then give up the whole job.
func (f *extractFn) analyse(ctx context.Context, it *archive.Item) (rec *onrecord.Record, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the analysis crashed, please report it with this article: %v\n%s", p, debug.Stack())
		}
	}()
	return archive.Analyze(ctx, f.an, it, time.Duration(f.Timeout))
}
