package archive

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
)

// Mapping says which fields of a JSON object, or columns of a Parquet file,
// hold what: from our name to theirs. A dot reaches into objects
// ("source.name"). Of several alternatives the first that is there counts.
type Mapping map[string][]string

// Fields lists the names that a Mapping maps from.
var Fields = [...]string{"id", "url", "title", "text", "html", "published", "modified", "authors", "site", "language", "section"}

// DefaultMapping is what is assumed of JSON Lines and Parquet: our own field
// names, with the usual alternatives.
func DefaultMapping() Mapping {
	return Mapping{
		"id": {"id"}, "url": {"url", "link"}, "title": {"title", "headline"}, "text": {"text", "body", "content"}, "html": {"html", "raw_html"},
		"published": {"published", "date", "date_published", "published_at"}, "modified": {"modified", "date_modified", "updated_at"},
		"authors": {"authors", "author", "byline"}, "site": {"site", "source", "outlet", "publisher"}, "language": {"language", "lang"}, "section": {"section"},
	}
}

// Preset returns the mapping of a known producer: "default" or "news-please".
func Preset(name string) (Mapping, error) {
	switch name {
	case "", "default":
		return DefaultMapping(), nil
	case "news-please":
		return Mapping{
			"id": {"id"}, "url": {"url"}, "title": {"title"}, "text": {"maintext", "text"}, "published": {"date_publish"}, "modified": {"date_modify"},
			"authors": {"authors"}, "site": {"source_domain", "sourceDomain"}, "language": {"language"},
		}, nil
	}
	return nil, fmt.Errorf("unknown preset %q: use default or news-please", name)
}

// Set maps one of our fields to one of theirs, as in "text=body".
func (m Mapping) Set(assignment string) error {
	ours, theirs, ok := strings.Cut(assignment, "=")
	if !ok || theirs == "" {
		return fmt.Errorf("field mapping %q: write OURS=THEIRS, as in text=body", assignment)
	}
	if !slices.Contains(Fields[:], ours) {
		return fmt.Errorf("field mapping %q: unknown field %q: use one of %s", assignment, ours, strings.Join(Fields[:], ", "))
	}
	m[ours] = []string{theirs}
	return nil
}

// object is a JSON object whose values are decoded only where asked for.
type object map[string]json.RawMessage

func (o object) find(path string) (json.RawMessage, bool) {
	if v, ok := o[path]; ok {
		return v, string(v) != "null"
	}
	head, rest, ok := strings.Cut(path, ".")
	if !ok {
		return nil, false
	}
	var in object
	if v, ok := o[head]; !ok || json.Unmarshal(v, &in) != nil {
		return nil, false
	}
	return in.find(rest)
}

// strings returns the values of the first of paths that is there: a string,
// a number, or a list of them; objects count by their "name".
func (o object) strings(paths []string) []string {
	for _, p := range paths {
		v, ok := o.find(p)
		if !ok {
			continue
		}
		if s, ok := scalar(v); ok {
			if s == "" {
				continue
			}
			return []string{s}
		}
		var list []json.RawMessage
		if json.Unmarshal(v, &list) != nil {
			continue
		}
		var out []string
		for _, x := range list {
			if s, ok := scalar(x); ok && s != "" {
				out = append(out, s)
			}
		}
		if out != nil {
			return out
		}
	}
	return nil
}

func scalar(v json.RawMessage) (string, bool) {
	if len(v) == 0 {
		return "", false
	}
	switch v[0] {
	case '"':
		var s string
		return s, json.Unmarshal(v, &s) == nil
	case '{':
		var o struct{ Name string }
		return o.Name, json.Unmarshal(v, &o) == nil
	case '[', 'n':
		return "", false
	}
	return string(v), true
}

// decodeJSON fills it from the JSON object in it.raw.
func (m Mapping) decodeJSON(it *Item) error {
	var o object
	if err := json.Unmarshal(it.raw, &o); err != nil {
		return fail(CauseJSON, "not a JSON object: %w", err)
	}
	return m.fill(it, func(ours string) []string { return o.strings(m[ours]) })
}

// fill sets an item's body and metadata from its fields.
func (m Mapping) fill(it *Item, get func(ours string) []string) error {
	one := func(ours string) string {
		if v := get(ours); len(v) > 0 {
			return v[0]
		}
		return ""
	}
	it.Meta = Meta{ID: one("id"), URL: one("url"), Title: one("title"), Site: one("site"), Language: one("language"), Section: one("section"),
		Published: one("published"), Modified: one("modified"), Authors: get("authors")}
	switch {
	case it.Meta.ID != "":
		it.Input = it.Meta.ID
	case it.Meta.URL != "":
		it.Input = it.Meta.URL
	}
	if t := one("text"); t != "" {
		it.Format, it.Body = onrecord.Text, []byte(t)
		return nil
	}
	if h := one("html"); h != "" {
		it.Format, it.Body = onrecord.HTML, []byte(h)
		return nil
	}
	return fail(CauseNoText, "neither text (%s) nor HTML (%s): name the field that holds it with --field text=NAME", strings.Join(m["text"], ", "), strings.Join(m["html"], ", "))
}

// apply adds to doc what the source says and the article itself does not.
func (m Meta) apply(doc *extract.Document) {
	put := func(to *string, v string) {
		if *to == "" {
			*to = v
		}
	}
	put(&doc.URL, m.URL)
	put(&doc.Title, m.Title)
	put(&doc.Site, m.Site)
	put(&doc.Language, m.Language)
	put(&doc.Section, m.Section)
	if len(doc.Authors) == 0 {
		doc.Authors = m.Authors
	}
	if doc.Published.IsZero() {
		doc.Published = parseTime(m.Published)
	}
	if doc.Modified.IsZero() {
		doc.Modified = parseTime(m.Modified)
	}
}

// parseTime reads a date as archives write it; the zero Time where it is none.
func parseTime(s string) extract.Time {
	s = strings.TrimSpace(s)
	for _, l := range [...]struct {
		layout          string
		zoned, dateOnly bool
	}{
		{time.RFC3339, true, false}, {"2006-01-02T15:04:05Z0700", true, false}, {"2006-01-02 15:04:05Z07:00", true, false},
		{"2006-01-02 15:04:05 -0700", true, false}, {"2006-01-02T15:04:05", false, false}, {"2006-01-02 15:04:05", false, false},
		{"2006-01-02T15:04", false, false}, {"2006-01-02 15:04", false, false}, {"2006-01-02", false, true}, {"20060102", false, true},
		{time.RFC1123Z, true, false}, {time.RFC1123, true, false},
	} {
		if t, err := time.Parse(l.layout, s); err == nil {
			return extract.Time{Time: t, Zoned: l.zoned, DateOnly: l.dateOnly}
		}
	}
	return extract.Time{}
}
