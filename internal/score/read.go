package score

import (
	"fmt"
	"io"
	"strings"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/internal/corpus"
)

// ReadGold reads a file of marked articles, one JSON object a line.
func ReadGold(path string) ([]Gold, error) { return corpus.JSONLines[Gold](path) }

// DecodeGold is ReadGold for what is open already; name tells in errors what
// it is.
func DecodeGold(r io.Reader, name string) ([]Gold, error) { return corpus.Decode[Gold](r, name) }

// prediction is a line of either kind that can be compared with gold.
type prediction struct {
	onrecord.Record
	Attributions []corpus.Attribution `json:"attributions"`
}

// ReadPredictions reads records, or attributions in the form of the gold data.
// name tells in errors what r is.
func ReadPredictions(r io.Reader, name string) (records []onrecord.Record, attributions []AttributionSet, err error) {
	ps, err := corpus.Decode[prediction](r, name)
	if err != nil {
		return nil, nil, err
	}
	for i, p := range ps {
		switch {
		case p.Schema != "":
			records = append(records, p.Record)
		case p.Attributions == nil:
			return nil, nil, fmt.Errorf("%s, item %d: neither a record nor attributions", name, i+1)
		default:
			attributions = append(attributions, AttributionSet{ID: p.ID, Attributions: p.Attributions})
		}
	}
	return records, attributions, nil
}

// AsAttributions gives the outermost quotations of records as attributions of
// the gold articles that they belong to, for comparison with data in which
// only those are marked.
func AsAttributions(gold []Gold, records []onrecord.Record) []AttributionSet {
	var out []AttributionSet
	for i := range gold {
		r := recordOf(gold[i].ID, records)
		if r == nil {
			continue
		}
		s := AttributionSet{ID: gold[i].ID}
		for _, q := range r.Quotes {
			if q.Within != nil {
				continue
			}
			a := corpus.Attribution{ID: q.ID, Source: pairs(q.Source), Content: pairs(q.Content)}
			if q.Cue != nil {
				a.Cue = pairs([]onrecord.Span{*q.Cue})
			}
			s.Attributions = append(s.Attributions, a)
		}
		out = append(out, s)
	}
	return out
}

// Attributed picks the attributions out of gold.
func Attributed(gold []Gold) []AttributionSet {
	out := make([]AttributionSet, len(gold))
	for i, g := range gold {
		out[i] = AttributionSet{ID: g.ID, Text: strings.ToValidUTF8(g.Text, "\uFFFD"), Attributions: g.Attributions}
	}
	return out
}

func pairs(ss []onrecord.Span) []corpus.Pair {
	out := make([]corpus.Pair, len(ss))
	for i, s := range ss {
		out[i] = corpus.Pair{s.Start, s.End}
	}
	return out
}
