package archive

import (
	"strings"

	"github.com/onrecord/onrecord"
)

// ArticleRow is a row of the table of articles, as Parquet and SQLite hold it.
// Rows of the three tables belong together by Seq. A column means what the field
// of that name means in [onrecord.Record], docs/record.md; what is null or left
// out there is the empty string, an empty list, false, or -1 for an offset, so
// that no reader stumbles over nulls. Offsets are UTF-8 bytes in Text.
type ArticleRow struct {
	Seq       int64    `parquet:"seq,delta"` // the article's place in the order of the input, from 0; those that failed count
	ID        string   `parquet:"id"`        // a hash of the text: equal articles have equal ids
	Input     string   `parquet:"input"`     // its id, its URL, or its file with a line number
	Form      string   `parquet:"form,dict"`
	URL       string   `parquet:"url"`
	Title     string   `parquet:"title"`
	Authors   []string `parquet:"authors,list"`
	Published string   `parquet:"published"` // RFC 3339, as much as is stated
	Modified  string   `parquet:"modified"`
	Site      string   `parquet:"site,dict"`
	Language  string   `parquet:"language,dict"`
	Section   string   `parquet:"section,dict"`
	Text      string   `parquet:"text"`
	Quotes    int32    `parquet:"quotes"` // how many
	Claims    int32    `parquet:"claims"`
}

// Range is a stretch of an article's text.
type Range struct {
	Start int64 `parquet:"start"`
	End   int64 `parquet:"end"`
}

// QuoteRow is a row of the table of quotations. Text is the content, its
// parts joined by a space; Start and End bound all of it, Parts says where
// each part is.
type QuoteRow struct {
	Seq         int64   `parquet:"seq,delta"`
	Article     string  `parquet:"article"` // ArticleRow.ID
	ID          string  `parquet:"id,dict"` // within the article
	Type        string  `parquet:"type,dict"`
	Act         string  `parquet:"act,dict"`
	Text        string  `parquet:"text"`
	Start       int64   `parquet:"start"`
	End         int64   `parquet:"end"`
	Parts       []Range `parquet:"parts,list"`
	Cue         string  `parquet:"cue,dict"`
	CueStart    int64   `parquet:"cue_start"` // -1 where there is no cue
	CueEnd      int64   `parquet:"cue_end"`
	Source      string  `parquet:"source"`
	SourceStart int64   `parquet:"source_start"` // -1 where there is no source
	SourceEnd   int64   `parquet:"source_end"`
	SpeakerID   string  `parquet:"speaker_id,dict"`
	Speaker     string  `parquet:"speaker"`
	SpeakerKind string  `parquet:"speaker_kind,dict"`
	Role        string  `parquet:"role"`
	Affiliation string  `parquet:"affiliation"`
	Within      string  `parquet:"within,dict"` // the id of another quotation of the article
	Negated     bool    `parquet:"negated"`
	Hedged      bool    `parquet:"hedged"`
	Endorsed    bool    `parquet:"endorsed"`
	Disputed    bool    `parquet:"disputed"`
	Confidence  float64 `parquet:"confidence"`
	How         string  `parquet:"how,dict"`
}

// ClaimRow is a row of the table of claims. Values and Units are as long as each
// other, one for each quantity; From and To, one for each time.
type ClaimRow struct {
	Seq           int64     `parquet:"seq,delta"`
	Article       string    `parquet:"article"`
	ID            string    `parquet:"id,dict"`
	Type          string    `parquet:"type,dict"`
	Others        []string  `parquet:"others,list"`
	Text          string    `parquet:"text"` // the claim's span
	Start         int64     `parquet:"start"`
	End           int64     `parquet:"end"`
	Sentence      string    `parquet:"sentence"`
	SentenceStart int64     `parquet:"sentence_start"`
	SentenceEnd   int64     `parquet:"sentence_end"`
	Standalone    string    `parquet:"standalone"`
	Key           string    `parquet:"key"`
	Score         float64   `parquet:"score"`
	Rank          int32     `parquet:"rank"`
	Stance        string    `parquet:"stance,dict"`
	Modality      string    `parquet:"modality,dict"`
	Negative      bool      `parquet:"negative"`
	Presupposed   bool      `parquet:"presupposed"`
	ClaimantKind  string    `parquet:"claimant_kind,dict"`
	Claimant      string    `parquet:"claimant"`     // the speaker's name, "" for the author
	Quote         string    `parquet:"quote,dict"`   // QuoteRow.ID
	Repeats       string    `parquet:"repeats,dict"` // another ClaimRow.ID
	Values        []float64 `parquet:"values,list"`  // of its quantities
	Units         []string  `parquet:"units,list"`
	From          []string  `parquet:"times_from,list"`
	To            []string  `parquet:"times_to,list"`
	Entities      []string  `parquet:"entities,list"` // their names
	Queries       []string  `parquet:"queries,list"`
	Reasons       []string  `parquet:"reasons,list"`
}

// Rows is what one record adds to the tables.
type Rows struct {
	Article ArticleRow
	Quotes  []QuoteRow
	Claims  []ClaimRow
}

// NewRows flattens a result.
func NewRows(r *Result) *Rows {
	rec := r.Record
	a := &rec.Article
	rows := &Rows{Article: ArticleRow{Seq: r.Seq, ID: rec.ID, Input: rec.Input, Form: a.Form, URL: a.URL, Title: a.Title, Authors: a.Authors,
		Published: a.Published, Modified: a.Modified, Site: a.Site, Language: a.Language, Section: a.Section, Text: a.Text,
		Quotes: int32(len(rec.Quotes)), Claims: int32(len(rec.Claims))},
		Quotes: make([]QuoteRow, 0, len(rec.Quotes)), Claims: make([]ClaimRow, 0, len(rec.Claims))}
	speakers := make(map[string]*onrecord.Speaker, len(rec.Speakers))
	for i := range rec.Speakers {
		speakers[rec.Speakers[i].ID] = &rec.Speakers[i]
	}
	for i := range rec.Quotes {
		rows.Quotes = append(rows.Quotes, quoteRow(r, &rec.Quotes[i], speakers))
	}
	for i := range rec.Claims {
		rows.Claims = append(rows.Claims, claimRow(r, &rec.Claims[i], speakers))
	}
	return rows
}

func quoteRow(r *Result, q *onrecord.Quote, speakers map[string]*onrecord.Speaker) QuoteRow {
	row := QuoteRow{Seq: r.Seq, Article: r.Record.ID, ID: q.ID, Type: q.Type, Act: q.Act, CueStart: -1, CueEnd: -1,
		SpeakerID: deref(q.Speaker), Within: deref(q.Within), Negated: q.Negated, Hedged: q.Hedged, Endorsed: q.Endorsed, Disputed: q.Disputed,
		Confidence: q.Confidence, How: q.How}
	row.Text, row.Start, row.End = joined(q.Content)
	for _, c := range q.Content {
		row.Parts = append(row.Parts, Range{int64(c.Start), int64(c.End)})
	}
	row.Source, row.SourceStart, row.SourceEnd = joined(q.Source)
	if q.Cue != nil {
		row.Cue, row.CueStart, row.CueEnd = q.Cue.Text, int64(q.Cue.Start), int64(q.Cue.End)
	}
	if s := speakers[row.SpeakerID]; s != nil {
		row.Speaker, row.SpeakerKind, row.Role, row.Affiliation = s.Name, s.Kind, s.Role, s.Affiliation
	}
	return row
}

func claimRow(r *Result, c *onrecord.Claim, speakers map[string]*onrecord.Speaker) ClaimRow {
	row := ClaimRow{Seq: r.Seq, Article: r.Record.ID, ID: c.ID, Type: c.Type, Others: c.Others, Text: c.Span.Text, Start: int64(c.Span.Start), End: int64(c.Span.End),
		Sentence: c.Sentence.Text, SentenceStart: int64(c.Sentence.Start), SentenceEnd: int64(c.Sentence.End), Standalone: c.Standalone, Key: c.Key,
		Score: c.Score, Rank: int32(c.Rank), Stance: c.Stance, Modality: c.Modality, Negative: c.Negative, Presupposed: c.Presupposed,
		ClaimantKind: c.Claimant.Kind, Quote: deref(c.Quote), Repeats: deref(c.Repeats), Queries: c.Queries, Reasons: c.Reasons}
	if s := speakers[deref(c.Claimant.Speaker)]; s != nil {
		row.Claimant = s.Name
	}
	for _, q := range c.Quantities {
		row.Values, row.Units = append(row.Values, q.Value), append(row.Units, q.Unit)
	}
	for _, t := range c.Times {
		row.From, row.To = append(row.From, t.From), append(row.To, t.To)
	}
	for _, e := range c.Entities {
		row.Entities = append(row.Entities, e.Name)
	}
	return row
}

func joined(spans []onrecord.Span) (text string, start, end int64) {
	if len(spans) == 0 {
		return "", -1, -1
	}
	parts := make([]string, len(spans))
	start, end = int64(spans[0].Start), int64(spans[0].End)
	for i, s := range spans {
		parts[i] = s.Text
		start, end = min(start, int64(s.Start)), max(end, int64(s.End))
	}
	return strings.Join(parts, " "), start, end
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
