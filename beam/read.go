package beam

import (
	"context"
	"encoding/json"
	"fmt"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/onrecord/onrecord/archive"
)

// ReadOptions say how files are read; the zero value tells by each file.
type ReadOptions struct {
	Kind       archive.Kind
	Mapping    archive.Mapping // nil is archive.DefaultMapping
	MaxArticle int64           // bytes; 0 is archive's default
}

// Read reads the articles of files (a PCollection of file names, on any file
// system that Beam knows and the program links) and returns them, and what
// could not be read as archive.Failure in JSON. A file is read by one worker:
// give many. Parquet has to be on a file system of the machine's own.
func Read(s sdk.Scope, files sdk.PCollection, o ReadOptions) (articles, failures sdk.PCollection) {
	s = s.Scope("onrecord.Read")
	return sdk.ParDo2(s, &readFn{Kind: string(o.Kind), Mapping: o.Mapping, MaxArticle: o.MaxArticle}, files)
}

type readFn struct {
	Kind       string
	Mapping    map[string][]string
	MaxArticle int64
}

func (f *readFn) ProcessElement(ctx context.Context, name string, article func(Article), fail func(string)) error {
	kind := archive.Kind(f.Kind)
	if kind == archive.AutoKind {
		kind = archive.KindOf(name)
	}
	in := archive.Input{Paths: []string{name}, Kind: kind, Mapping: f.Mapping}
	if kind != archive.ParquetFile {
		fs, err := filesystem.New(ctx, name)
		if err != nil {
			return err
		}
		defer fs.Close()
		r, err := fs.OpenRead(ctx, name)
		if err != nil {
			return emit(fail, &archive.Failure{Input: name, Cause: archive.CauseRead, Error: err.Error()})
		}
		defer r.Close()
		in.Paths, in.Stdin = []string{"-"}, r
	}
	return archive.Each(ctx, in, f.MaxArticle, func(it *archive.Item, failed *archive.Failure) error {
		if failed != nil {
			failed.Input = name
			return emit(fail, failed)
		}
		article(newArticle(name, it))
		return nil
	})
}

func emit(to func(string), f *archive.Failure) error {
	b, err := json.Marshal(f)
	if err != nil {
		return fmt.Errorf("%s: %w", f.Input, err)
	}
	to(string(b))
	return nil
}
