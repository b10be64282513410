package export

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/onrecord/onrecord"
)

// encode writes v as one line of JSON, < and > as they are.
func encode(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

func speakersByID(r *onrecord.Record) map[string]*onrecord.Speaker {
	m := map[string]*onrecord.Speaker{}
	for i := range r.Speakers {
		m[r.Speakers[i].ID] = &r.Speakers[i]
	}
	return m
}

// Describe is a speaker in a line: name, role, affiliation, those left out
// that the name says already.
func Describe(s *onrecord.Speaker) string {
	if s == nil {
		return ""
	}
	parts := []string{s.Name}
	name := strings.ToLower(s.Name)
	for _, x := range []string{s.Role, s.Affiliation} {
		if x != "" && !strings.Contains(name, strings.ToLower(x)) {
			parts = append(parts, x)
		}
	}
	return strings.Join(parts, ", ")
}

// words joins the parts of a quotation.
func words(ss []onrecord.Span) string {
	parts := make([]string, len(ss))
	for i, s := range ss {
		parts[i] = s.Text
	}
	return strings.Join(parts, " … ")
}
