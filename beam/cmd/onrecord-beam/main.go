// Onrecord-beam runs the extraction on Apache Beam.
//
//	onrecord-beam --input 'crawl/*.warc.gz' --output out --format parquet --shards 64
//	onrecord-beam --input gs://bucket/dump-*.jsonl --output gs://bucket/out --runner dataflow --project P --region R --staging_location gs://bucket/staging
//
// Without --runner it runs on the local runner of Beam's Go SDK, which is for
// trying things out: onrecord batch does the same on one machine much faster.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"strings"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/gcs"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/onrecord/onrecord/archive"
	"github.com/onrecord/onrecord/beam"
)

func main() {
	input := flag.String("input", "", "files or patterns, separated by commas")
	output := flag.String("output", "", "folder for the results")
	format := flag.String("format", "jsonl", "jsonl or parquet")
	from := flag.String("from", "auto", "what the files hold: auto, jsonl, json, warc, parquet, html or text")
	preset := flag.String("preset", "default", "meaning of the fields of JSON Lines: default or news-please")
	shards := flag.Int("shards", 16, "output files")
	all := flag.Bool("all", false, "all attributions, not only statements")
	flag.Parse()
	sdk.Init() // on a worker, this does its work and does not return
	if err := run(context.Background(), *input, *output, *format, *from, *preset, *shards, *all); err != nil {
		log.Fatalf("onrecord-beam: %v", err)
	}
}

func run(ctx context.Context, input, output, format, from, preset string, shards int, all bool) error {
	if input == "" || output == "" {
		return fmt.Errorf("--input and --output have to be given")
	}
	if f := beam.Format(format); f != beam.JSONLines && f != beam.Parquet {
		return fmt.Errorf("unknown --format %q: use jsonl or parquet", format)
	}
	kind, err := archive.ParseKind(from)
	if err != nil {
		return err
	}
	mapping, err := archive.Preset(preset)
	if err != nil {
		return err
	}
	files, err := expand(ctx, strings.Split(input, ","))
	if err != nil {
		return err
	}
	p, s := sdk.NewPipelineWithRoot()
	// Reshuffle: without it, an engine may read all files in one worker.
	names := sdk.Reshuffle(s, sdk.CreateList(s, files))
	articles, unread := beam.Read(s, names, beam.ReadOptions{Kind: kind, Mapping: mapping})
	records, failed := beam.Extract(s, sdk.Reshuffle(s, articles), beam.ExtractOptions{AllAttributions: all})
	beam.Write(s, records, beam.WriteOptions{Dir: output, Format: beam.Format(format), Shards: shards})
	textio.Write(s, strings.TrimSuffix(output, "/")+"/errors.jsonl", sdk.Flatten(s, unread, failed))
	return beamx.Run(ctx, p)
}

// expand lists the files that patterns match.
func expand(ctx context.Context, patterns []string) ([]string, error) {
	var files []string
	for _, p := range patterns {
		fs, err := filesystem.New(ctx, p)
		if err != nil {
			return nil, err
		}
		m, err := fs.List(ctx, p)
		fs.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p, err)
		}
		if len(m) == 0 {
			return nil, fmt.Errorf("%s: no such file", p)
		}
		files = append(files, m...)
	}
	return files, nil
}
