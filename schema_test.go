package onrecord_test

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/onrecord/onrecord"
	"github.com/stretchr/testify/require"
)

// validate checks v against the part of JSON Schema that JSONSchema uses.
func validate(root, s map[string]any, v any, at string) error {
	if ref, ok := s["$ref"].(string); ok {
		def, ok := root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
		if !ok {
			return fmt.Errorf("%s: no definition %s", at, ref)
		}
		return validate(root, def, v, at)
	}
	if list, ok := s["anyOf"].([]any); ok {
		var errs []string
		for _, x := range list {
			err := validate(root, x.(map[string]any), v, at)
			if err == nil {
				return nil
			}
			errs = append(errs, err.Error())
		}
		return fmt.Errorf("%s: none fits: %s", at, strings.Join(errs, "; "))
	}
	if enum, ok := s["enum"].([]any); ok && !slices.Contains(enum, v) {
		return fmt.Errorf("%s: %v is not one of %v", at, v, enum)
	}
	ok := false
	switch s["type"] {
	case "null":
		ok = v == nil
	case "string":
		_, ok = v.(string)
	case "boolean":
		_, ok = v.(bool)
	case "integer", "number":
		x, is := v.(float64)
		ok = is && (s["type"] == "number" || x == math.Trunc(x))
		if m, has := s["minimum"].(float64); has && x < m {
			ok = false
		}
		if m, has := s["maximum"].(float64); has && x > m {
			ok = false
		}
	case "array":
		list, is := v.([]any)
		ok = is
		for i, x := range list {
			if err := validate(root, s["items"].(map[string]any), x, fmt.Sprintf("%s[%d]", at, i)); err != nil {
				return err
			}
		}
	case "object":
		m, is := v.(map[string]any)
		ok = is
		props := s["properties"].(map[string]any)
		for k, x := range m {
			p, known := props[k].(map[string]any)
			if !known {
				return fmt.Errorf("%s: unknown key %s", at, k)
			}
			if err := validate(root, p, x, at+"."+k); err != nil {
				return err
			}
		}
		for _, k := range s["required"].([]any) {
			if _, has := m[k.(string)]; !has {
				return fmt.Errorf("%s: no %s", at, k)
			}
		}
	}
	if !ok {
		return fmt.Errorf("%s: %v is no %v", at, v, s["type"])
	}
	return nil
}

func asJSON(t *testing.T, v any) map[string]any {
	t.Helper()
	b, err := json.Marshal(v)
	require.NoError(t, err)
	var m map[string]any
	require.NoError(t, json.Unmarshal(b, &m))
	return m
}

// TestSchemaDescribesRecords validates the record of every fixture, and
// expects spoilt ones to fail.
func TestSchemaDescribesRecords(t *testing.T) {
	schema := asJSON(t, onrecord.JSONSchema())
	an, err := onrecord.New(onrecord.WithAllAttributions())
	require.NoError(t, err)
	for _, n := range articles(t) {
		r, err := an.Analyze(t.Context(), n, read(t, n))
		require.NoError(t, err)
		require.NoError(t, validate(schema, schema, asJSON(t, r), n))
	}
	r, err := an.Analyze(t.Context(), "a.txt", []byte("“It rained,” said the mayor, Ada Brook."))
	require.NoError(t, err)
	for name, spoil := range map[string]func(m map[string]any){
		"missing key":  func(m map[string]any) { delete(m, "quotes") },
		"unknown key":  func(m map[string]any) { m["more"] = 1.0 },
		"wrong type":   func(m map[string]any) { m["id"] = 1.0 },
		"wrong schema": func(m map[string]any) { m["schema"] = "onrecord/0" },
		"null list":    func(m map[string]any) { m["claims"] = nil },
		"bad block": func(m map[string]any) {
			m["article"].(map[string]any)["blocks"].([]any)[0].(map[string]any)["start"] = -1.0
		},
	} {
		m := asJSON(t, r)
		require.NoError(t, validate(schema, schema, m, name))
		spoil(m)
		require.Error(t, validate(schema, schema, m, name), name)
	}
}
