package export

import (
	"io"
	"unicode/utf8"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/span"
)

type annotationPage struct {
	Context string       `json:"@context"`
	ID      string       `json:"id"`
	Type    string       `json:"type"`
	Items   []annotation `json:"items"`
}

type annotation struct {
	ID         string         `json:"id"`
	Type       string         `json:"type"`
	Motivation string         `json:"motivation"`
	Generator  map[string]any `json:"generator"`
	Body       []textBody     `json:"body"`
	Target     []target       `json:"target"`
}

type textBody struct {
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
	Value   string `json:"value"`
}

type target struct {
	Source   string `json:"source"`
	Selector []any  `json:"selector"`
}

type quoteSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
}

type positionSelector struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// selectorContext is how many bytes of text a selector gives on either side.
const selectorContext = 32

// WebAnnotation writes the quotations and claims of r as one AnnotationPage of
// the W3C Web Annotation Data Model, on one line. Each part of a quotation is
// a target with two selectors: its words with some before and behind, which
// hold on the page too, and its position in the article's text, which the
// model counts in code points.
func WebAnnotation(w io.Writer, r *onrecord.Record) error {
	source := r.Article.URL
	if source == "" {
		source = r.Input
	}
	base := "urn:onrecord:" + r.ID
	conv := span.NewConverter(r.Article.Text, span.Runes)
	at := func(ss ...onrecord.Span) []target {
		var out []target
		for _, s := range ss {
			out = append(out, target{Source: source, Selector: []any{
				quoteSelector{"TextQuoteSelector", s.Text, before(r.Article.Text, s.Start), behind(r.Article.Text, s.End)},
				positionSelector{"TextPositionSelector", conv.Offset(s.Start), conv.Offset(s.End)},
			}})
		}
		return out
	}
	generator := map[string]any{"type": "Software", "name": "onrecord", "homepage": "https://github.com/onrecord/onrecord"}
	body := func(pairs ...string) []textBody {
		var out []textBody
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i+1] != "" {
				out = append(out, textBody{"TextualBody", pairs[i], pairs[i+1]})
			}
		}
		return out
	}
	names := speakersByID(r)
	page := annotationPage{"http://www.w3.org/ns/anno.jsonld", base, "AnnotationPage", []annotation{}}
	for _, q := range r.Quotes {
		who := ""
		if q.Speaker != nil {
			who = Describe(names[*q.Speaker])
		}
		page.Items = append(page.Items, annotation{base + ":" + q.ID, "Annotation", "identifying", generator,
			body("tagging", "quotation", "classifying", q.Type, "classifying", q.Act, "identifying", who), at(q.Content...)})
	}
	for _, c := range r.Claims {
		page.Items = append(page.Items, annotation{base + ":" + c.ID, "Annotation", "assessing", generator,
			body("tagging", "claim", "classifying", c.Type, "classifying", c.Stance, "describing", c.Standalone), at(c.Span)})
	}
	return encode(w, page)
}

func before(text string, at int) string {
	from := max(0, at-selectorContext)
	for from < at && !utf8.RuneStart(text[from]) {
		from++
	}
	return text[from:at]
}

func behind(text string, at int) string {
	to := min(len(text), at+selectorContext)
	for to < len(text) && to > at && !utf8.RuneStart(text[to]) {
		to--
	}
	return text[at:to]
}
