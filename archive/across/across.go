package across

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
)

// Summary counts what was found.
type Summary struct {
	Articles      int64 `json:"articles"`
	Quotes        int64 `json:"quotes"`
	Claims        int64 `json:"claims"`
	ArticleGroups int   `json:"article_groups"` // with at least two articles
	QuoteGroups   int   `json:"quote_groups"`   // in at least two articles
	Altered       int   `json:"altered"`        // quotation groups whose words differ
	ClaimGroups   int   `json:"claim_groups"`   // with at least two instances
	Speakers      int   `json:"speakers"`
}

// Options are the settings of Run; the zero value is the default.
type Options struct {
	// Resemblance is the Jaccard similarity of word 4-grams from which two
	// articles are nearly equal; 0 means 0.5.
	Resemblance float64
	// Log receives a line per step; nil is silence.
	Log *slog.Logger
	// Members, if set, is called for every quotation with the number of its
	// group, or -1: for measuring.
	Members func(seq int64, id string, group int32)
}

// Run reads the output folder of an archive run twice and writes what its
// articles have in common to the folder out, one JSON object a line:
// articles.jsonl (ArticleGroup), quotes.jsonl (QuoteGroup), claims.jsonl
// (ClaimGroup), speakers.jsonl (Speaker). The same tables give the same bytes.
func Run(ctx context.Context, dir, out string, o Options) (s Summary, err error) {
	if o.Resemblance == 0 {
		o.Resemblance = 0.5
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if _, _, err := shards(dir); err != nil {
		return s, err
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return s, err
	}
	if err := removeLeft(out); err != nil {
		return s, err
	}
	var (
		arts   articleIndex
		quotes = newQuoteIndex()
		claims claimIndex
		people = newSpeakerIndex()
	)
	err = each(dir, compared, func(a *Article) error {
		if s.Articles&1023 == 0 && ctx.Err() != nil {
			return context.Cause(ctx)
		}
		s.Articles++
		s.Quotes += int64(len(a.Quotes))
		s.Claims += int64(len(a.Claims))
		arts.add(a)
		for i := range a.Quotes {
			q := &a.Quotes[i]
			quotes.add(q.Text, parseName(q.Speaker, q.SpeakerKind, q.Role))
		}
		for i := range a.Claims {
			claims.add(a.Claims[i].Key)
		}
		people.add(a)
		return nil
	})
	if err != nil {
		return s, err
	}
	o.Log.Info("read", "articles", s.Articles, "quotes", s.Quotes, "wordings", quotes.all.n, "claims", s.Claims)

	artGroup, n := arts.group(o.Resemblance)
	s.ArticleGroups = n
	o.Log.Info("articles compared", "groups", n, "comparisons", arts.compared)
	debug.FreeOSMemory() // the sketches are done with
	sets, err := quotes.group(out)
	if err != nil {
		return s, err
	}
	quoteGroup, n := sets.number(quotes.instances)
	groups := n
	inst := quotes.inst
	o.Log.Info("quotations compared", "groups", n, "looks", quotes.looks, "comparisons", quotes.compared)
	quotes = nil // the words are not needed any more
	claimGroup, n := claims.group()
	s.ClaimGroups = n

	w := &writer{dir: out, s: &s}
	if w.articles, err = newSpill[ArticleMember](out, s.ArticleGroups, s.Articles); err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, w.articles.remove()) }()
	if w.quotes, err = newSpill[quoteMember](out, groups, s.Quotes); err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, w.quotes.remove()) }()
	if w.claims, err = newSpill[ClaimMember](out, s.ClaimGroups, s.Claims); err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, w.claims.remove()) }()

	ai, qi, ci := 0, 0, 0
	err = each(dir, written, func(a *Article) error {
		if ai&1023 == 0 && ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if g := artGroup[ai]; g >= 0 {
			if err := w.articles.add(g, ArticleMember{Seq: a.Seq, ID: a.ID, Input: a.Input, URL: a.URL, Title: a.Title, Published: a.Published}); err != nil {
				return err
			}
		}
		ai++
		for i := range a.Quotes {
			q := &a.Quotes[i]
			g := int32(-1)
			if id := inst[qi]; id != noWording {
				g = quoteGroup[id]
			}
			qi++
			if o.Members != nil {
				o.Members(a.Seq, q.ID, g)
			}
			if g < 0 {
				continue
			}
			m := quoteMember{QuoteMember{Seq: a.Seq, Article: a.ID, Input: a.Input, Published: a.Published, Quote: q.ID, Type: q.Type, Speaker: q.Speaker}, q.Text, q.SpeakerKind, q.Role}
			if err := w.quotes.add(g, m); err != nil {
				return err
			}
		}
		for i := range a.Claims {
			c := &a.Claims[i]
			g := claimGroup[ci]
			if ci++; g < 0 {
				continue
			}
			m := ClaimMember{Seq: a.Seq, Article: a.ID, Input: a.Input, Published: a.Published, Claim: c.ID, Text: c.Text, Claimant: c.Claimant, Key: c.Key}
			if err := w.claims.add(g, m); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return s, err
	}
	if err := w.write(people); err != nil {
		return s, err
	}
	return s, nil
}

// writer writes the groups.
type writer struct {
	dir      string
	s        *Summary
	articles *spill[ArticleMember]
	quotes   *spill[quoteMember]
	claims   *spill[ClaimMember]
}

func (w *writer) write(people *speakerIndex) error {
	if err := w.file("articles.jsonl", func(e *json.Encoder) error {
		return w.articles.each(func(_ int32, m []ArticleMember) error { return e.Encode(newArticleGroup(m)) })
	}); err != nil {
		return err
	}
	if err := w.file("quotes.jsonl", func(e *json.Encoder) error {
		return w.quotes.each(func(_ int32, m []quoteMember) error {
			g := newQuoteGroup(m)
			if g.Articles < 2 { // an article that repeats or nests a quotation
				return nil
			}
			w.s.QuoteGroups++
			if g.Altered {
				w.s.Altered++
			}
			return e.Encode(g)
		})
	}); err != nil {
		return err
	}
	if err := w.file("claims.jsonl", func(e *json.Encoder) error {
		return w.claims.each(func(_ int32, m []ClaimMember) error { return e.Encode(newClaimGroup(m)) })
	}); err != nil {
		return err
	}
	return w.file("speakers.jsonl", func(e *json.Encoder) error {
		w.s.Speakers = people.tallies.n
		return people.each(func(s *Speaker) error { return e.Encode(s) })
	})
}

// file writes one file of the output, which appears once it is complete.
func (w *writer) file(name string, f func(*json.Encoder) error) error {
	path := filepath.Join(w.dir, name)
	out, err := os.Create(path + ".tmp")
	if err != nil {
		return err
	}
	b := bufio.NewWriterSize(out, 256<<10)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	err = f(e)
	if err == nil {
		err = b.Flush()
	}
	if e := out.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(path+".tmp", path)
	}
	if err != nil {
		os.Remove(path + ".tmp")
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return nil
}
