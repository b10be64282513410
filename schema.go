package onrecord

import (
	"reflect"
	"strings"
)

// JSONSchema returns the JSON Schema (draft 2020-12) of a Record. It is made
// from the type itself, so that it cannot fall behind.
func JSONSchema() map[string]any {
	defs := map[string]any{}
	root := schemaOf(reflect.TypeFor[Record](), defs)
	return map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"$id":     "https://github.com/onrecord/onrecord/schema/" + SchemaVersion,
		"title":   "What a news article says on record",
		"$ref":    root["$ref"],
		"$defs":   defs,
	}
}

// schemaEnums lists, by type and field, the values that a string may have.
var schemaEnums = map[string][]string{
	"Record.schema": {SchemaVersion},
	"Article.form":  {"article", "index", "stub", "empty"},
	"Block.kind":    {"paragraph", "heading", "blockquote", "list_item", "table_cell", "caption", "pull_quote", "embed", "preformatted", "note", "attribution", "boilerplate"},
	"Speaker.kind":  {"person", "organization", "document", "group", "unnamed", "author"},
	"Quote.type":    {"direct", "mixed", "indirect", "block"},
	"Quote.act":     {"statement", "belief", "attitude", "intention", "decree", "perception", "appearance"},
	"Claim.type":    {"quantity", "comparison", "record", "law", "causal", "event", "state"},
	"Claim.stance":  {"asserted", "reported", "denied", "hedged"},
	"Claimant.kind": {"author", "speaker"},
	"Marked.kind":   {"scare", "title", "nickname"},
}

// schemaOf describes t; structs go to defs and are referred to by name.
func schemaOf(t reflect.Type, defs map[string]any) map[string]any {
	switch t.Kind() {
	case reflect.Pointer:
		return map[string]any{"anyOf": []any{schemaOf(t.Elem(), defs), map[string]any{"type": "null"}}}
	case reflect.Slice:
		return map[string]any{"type": "array", "items": schemaOf(t.Elem(), defs)}
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int:
		return map[string]any{"type": "integer", "minimum": 0}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	}
	ref := map[string]any{"$ref": "#/$defs/" + t.Name()}
	if _, done := defs[t.Name()]; done {
		return ref
	}
	props := map[string]any{}
	def := map[string]any{"type": "object", "additionalProperties": false, "properties": props}
	defs[t.Name()] = def
	var required []string
	for i := range t.NumField() {
		f := t.Field(i)
		name, opts, _ := strings.Cut(f.Tag.Get("json"), ",")
		s := schemaOf(f.Type, defs)
		if e := schemaEnums[t.Name()+"."+name]; e != nil {
			s["enum"] = e
		}
		if name == "score" || name == "confidence" {
			s["minimum"], s["maximum"] = 0, 1
		}
		props[name] = s
		if !strings.Contains(opts, "omitempty") {
			required = append(required, name)
		}
	}
	def["required"] = required
	return ref
}
