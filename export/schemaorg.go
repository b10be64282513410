package export

import (
	"io"

	"github.com/onrecord/onrecord"
)

type schemaArticle struct {
	Context   string        `json:"@context"`
	Type      string        `json:"@type"`
	ID        string        `json:"@id"`
	URL       string        `json:"url,omitempty"`
	Headline  string        `json:"headline,omitempty"`
	Author    []schemaAgent `json:"author,omitempty"`
	Published string        `json:"datePublished,omitempty"`
	Modified  string        `json:"dateModified,omitempty"`
	Publisher *schemaAgent  `json:"publisher,omitempty"`
	Language  string        `json:"inLanguage,omitempty"`
	Section   string        `json:"articleSection,omitempty"`
	Keywords  []string      `json:"keywords,omitempty"`
	HasPart   []any         `json:"hasPart"`
}

type schemaAgent struct {
	Type        string       `json:"@type"`
	ID          string       `json:"@id,omitempty"`
	Name        string       `json:"name"`
	JobTitle    string       `json:"jobTitle,omitempty"`
	Affiliation *schemaAgent `json:"affiliation,omitempty"`
}

type schemaQuotation struct {
	Type     string       `json:"@type"`
	ID       string       `json:"@id"`
	Text     string       `json:"text"`
	SpokenBy *schemaAgent `json:"spokenByCharacter,omitempty"`
}

type schemaClaim struct {
	Type       string       `json:"@type"`
	ID         string       `json:"@id"`
	Text       string       `json:"text"`
	Author     *schemaAgent `json:"author,omitempty"`
	Appearance schemaRef    `json:"appearance"`
}

type schemaRef struct {
	ID string `json:"@id"`
}

// SchemaOrg writes r as a NewsArticle of schema.org (JSON-LD), on one line,
// with its quotations (those that give the speaker's own words) and claims as
// parts.
func SchemaOrg(w io.Writer, r *onrecord.Record) error {
	a := &r.Article
	id := a.URL
	if id == "" {
		id = "urn:onrecord:" + r.ID
	}
	out := schemaArticle{Context: "https://schema.org", Type: "NewsArticle", ID: id, URL: a.URL, Headline: a.Title, Published: a.Published,
		Modified: a.Modified, Language: a.Language, Section: a.Section, Keywords: a.Tags, HasPart: []any{}}
	for _, n := range a.Authors {
		out.Author = append(out.Author, schemaAgent{Type: "Person", Name: n})
	}
	if a.Site != "" {
		out.Publisher = &schemaAgent{Type: "Organization", Name: a.Site}
	}
	speakers := speakersByID(r)
	agent := func(id *string) *schemaAgent {
		if id == nil || speakers[*id] == nil {
			return nil
		}
		s := speakers[*id]
		o := &schemaAgent{ID: "urn:onrecord:" + r.ID + ":" + s.ID, Name: s.Name}
		switch s.Kind {
		case "person", "unnamed", "author":
			o.Type, o.JobTitle = "Person", s.Role
			if s.Affiliation != "" {
				o.Affiliation = &schemaAgent{Type: "Organization", Name: s.Affiliation}
			}
		case "document":
			// No Person or Organization speaks: the work itself is named as text.
			o.Type = "CreativeWork"
		default:
			o.Type = "Organization"
		}
		return o
	}
	for _, q := range r.Quotes {
		if q.Type == "indirect" {
			continue
		}
		out.HasPart = append(out.HasPart, schemaQuotation{Type: "Quotation", ID: "urn:onrecord:" + r.ID + ":" + q.ID, Text: words(q.Content), SpokenBy: agent(q.Speaker)})
	}
	for _, c := range r.Claims {
		text := c.Standalone
		if text == "" {
			text = c.Span.Text
		}
		out.HasPart = append(out.HasPart, schemaClaim{Type: "Claim", ID: "urn:onrecord:" + r.ID + ":" + c.ID, Text: text, Author: agent(c.Claimant.Speaker), Appearance: schemaRef{id}})
	}
	return encode(w, out)
}
