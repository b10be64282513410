package onrecord

import (
	"fmt"
	"reflect"
)

// Check reports what makes r inconsistent: a span whose words are not the
// slice of Article.Text that it names, an id that is used twice or refers to
// nothing. Records from an Analyzer have no such fault; those from elsewhere,
// or whose offsets were converted, may.
func (r *Record) Check() error {
	if err := r.checkSpans(reflect.ValueOf(r).Elem(), "record"); err != nil {
		return err
	}
	end := 0
	for i, b := range r.Article.Blocks {
		if b.Start < end || b.End < b.Start || b.End > len(r.Article.Text) {
			return fmt.Errorf("block %d (%d-%d) is not in order or not inside the text", i, b.Start, b.End)
		}
		end = b.End
	}
	speakers, quotes, claims := map[string]bool{}, map[string]bool{}, map[string]bool{}
	add := func(m map[string]bool, id string) error {
		if id == "" || m[id] {
			return fmt.Errorf("the id %q is used twice or empty", id)
		}
		m[id] = true
		return nil
	}
	for _, s := range r.Speakers {
		if err := add(speakers, s.ID); err != nil {
			return err
		}
	}
	for _, q := range r.Quotes {
		if err := add(quotes, q.ID); err != nil {
			return err
		}
	}
	for _, c := range r.Claims {
		if err := add(claims, c.ID); err != nil {
			return err
		}
	}
	refers := func(m map[string]bool, from string, to *string) error {
		if to != nil && (!m[*to] || *to == from) {
			return fmt.Errorf("%s refers to %q, which is not there or itself", from, *to)
		}
		return nil
	}
	for _, q := range r.Quotes {
		if len(q.Content) == 0 {
			return fmt.Errorf("%s has no content", q.ID)
		}
		if err := refers(speakers, q.ID, q.Speaker); err != nil {
			return err
		}
		if err := refers(quotes, q.ID, q.Within); err != nil {
			return err
		}
		if err := refers(quotes, q.ID, q.Continues); err != nil {
			return err
		}
	}
	for _, c := range r.Claims {
		if err := refers(speakers, c.ID, c.Claimant.Speaker); err != nil {
			return err
		}
		if err := refers(quotes, c.ID, c.Quote); err != nil {
			return err
		}
		if err := refers(claims, c.ID, c.Repeats); err != nil {
			return err
		}
	}
	return nil
}

// checkSpans walks through all Span values below v.
func (r *Record) checkSpans(v reflect.Value, at string) error {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return r.checkSpans(v.Elem(), at)
		}
	case reflect.Slice:
		for i := range v.Len() {
			if err := r.checkSpans(v.Index(i), fmt.Sprintf("%s[%d]", at, i)); err != nil {
				return err
			}
		}
	case reflect.Struct:
		if s, ok := v.Interface().(Span); ok {
			if s.Start < 0 || s.End < s.Start || s.End > len(r.Article.Text) || r.Article.Text[s.Start:s.End] != s.Text {
				return fmt.Errorf("%s: the span %d-%d does not hold the words %.40q", at, s.Start, s.End, s.Text)
			}
			return nil
		}
		for i := range v.NumField() {
			if err := r.checkSpans(v.Field(i), at+"."+v.Type().Field(i).Name); err != nil {
				return err
			}
		}
	}
	return nil
}
