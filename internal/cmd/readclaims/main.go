// Readclaims draws claims of the dev articles at random, to be read by eye:
// half of them from the texts of claims/news_dev, half from the pages of
// wild/dev.
//
//	go run ./internal/cmd/readclaims -seed 7 -list          input and byte offsets, as docs/claims keeps them
//	go run ./internal/cmd/readclaims -seed 7 | less         with their words, and what was put in their place
//	go run ./internal/cmd/readclaims -seed 7 -parts         with their stance, claimant, amounts, times and searches too
//	go run ./internal/cmd/readclaims -seed 7 -train         from articles for training, to develop on
//	go run ./internal/cmd/readclaims -seed 7 -unread        from news of PolNeAR that is in none of these sets
//	go run ./internal/cmd/readclaims -parts FILE...         all claims of these pages or texts
package main

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/corpus"
)

func main() {
	seed := flag.Uint64("seed", 1, "seed of the sample")
	n := flag.Int("n", 50, "claims from each of the two sets")
	list := flag.Bool("list", false, "print only input and offsets")
	parts := flag.Bool("parts", false, "print stance, claimant, amounts, times and searches too")
	train := flag.Bool("train", false, "draw from wild/train and claims/news_train instead")
	unread := flag.Bool("unread", false, "draw from PolNeAR's articles outside of claims/ instead, one claim from each")
	flag.Parse()
	show := form{*list, *parts}
	err := error(nil)
	switch {
	case flag.NArg() > 0:
		err = files(flag.Args(), show)
	case *unread:
		err = others(*seed, 2**n, show)
	default:
		err = run(*seed, *n, *train, show)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "readclaims:", err)
		os.Exit(1)
	}
}

// drawn is a claim and the record that it stands in.
type drawn struct {
	id     string
	record *onrecord.Record
	claim  *onrecord.Claim
}

// form is how much of a claim is printed.
type form struct{ list, parts bool }

// files prints all claims of the pages or texts at paths.
func files(paths []string, show form) error {
	an, err := onrecord.New()
	if err != nil {
		return err
	}
	k := 0
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rec, err := an.Analyze(context.Background(), path, content)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		for _, d := range appendClaims(nil, path, rec) {
			k++
			print(k, &d, show)
		}
	}
	return nil
}

// ready makes an analyzer and finds the folder of the shared data.
func ready() (an *onrecord.Analyzer, data string, err error) {
	shared, err := corpus.Shared()
	if err != nil {
		return nil, "", err
	}
	an, err = onrecord.New()
	return an, filepath.Join(shared, "data"), err
}

func run(seed uint64, n int, train bool, show form) error {
	an, data, err := ready()
	if err != nil {
		return err
	}
	set := "dev"
	if train {
		set = "train"
	}
	news, err := texts(an, filepath.Join(data, "claims", "news_"+set+".jsonl.gz"))
	if err != nil {
		return err
	}
	var wild []drawn
	if train {
		wild, err = texts(an, filepath.Join(data, "wild", "train.jsonl.gz"))
	} else {
		wild, err = pages(an, data)
	}
	if err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(seed, 0))
	k := 0
	for _, from := range [][]drawn{news, wild} {
		for _, i := range r.Perm(len(from))[:min(n, len(from))] {
			k++
			print(k, &from[i], show)
		}
	}
	return nil
}

// others prints n claims, each of another article of PolNeAR that is in none of
// the sets of claims/.
func others(seed uint64, n int, show form) error {
	an, data, err := ready()
	if err != nil {
		return err
	}
	known := map[string]bool{}
	for _, set := range []string{"dev", "train"} {
		articles, err := corpus.JSONLines[corpus.Marked](filepath.Join(data, "claims", "news_"+set+".jsonl.gz"))
		if err != nil {
			return err
		}
		for i := range articles {
			known[articles[i].ID] = true
		}
	}
	articles, err := corpus.JSONLines[corpus.Marked](filepath.Join(data, "polnear", "train.jsonl.gz"))
	if err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(seed, 0))
	k := 0
	for _, i := range r.Perm(len(articles)) {
		if known[articles[i].ID] {
			continue
		}
		from, err := claimsOf(an, &articles[i])
		if err != nil {
			return err
		}
		if len(from) == 0 {
			continue
		}
		k++
		print(k, &from[r.IntN(len(from))], show)
		if k == n {
			return nil
		}
	}
	return nil
}

func print(k int, d *drawn, show form) {
	c := d.claim
	if show.list {
		fmt.Printf("%s\t%d\t%d\n", d.id, c.Span.Start, c.Span.End)
		return
	}
	text := d.record.Article.Text
	line := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	fmt.Printf("%d %s %d %d  published %s\n", k, d.id, c.Span.Start, c.Span.End, d.record.Article.Published)
	fmt.Printf("   SENTENCE %s\n", line(text[c.Sentence.Start:c.Span.Start]+" ⟦"+c.Span.Text+"⟧ "+text[c.Span.End:max(c.Span.End, c.Sentence.End)]))
	fmt.Printf("   ALONE    %s\n", c.Standalone)
	for _, s := range c.Substitutions {
		from := ""
		if s.Span != nil {
			from = s.Span.Text
		}
		fmt.Printf("     %q -> %q (%s)\n", from, s.To, s.Why)
	}
	for _, s := range c.Open {
		fmt.Printf("     open: %q\n", s.Text)
	}
	if show.parts {
		printParts(d)
	}
}

// printParts prints what a record says of a claim beside its words.
func printParts(d *drawn) {
	c := d.claim
	by := c.Claimant.Kind
	if c.Claimant.Speaker != nil {
		for i := range d.record.Speakers {
			if s := &d.record.Speakers[i]; s.ID == *c.Claimant.Speaker {
				by = s.Name
			}
		}
	}
	fmt.Printf("   %s, %s by %q", c.Type, c.Stance, by)
	if c.Negative {
		fmt.Print(", negative")
	}
	if c.Modality != "" {
		fmt.Print(", ", c.Modality)
	}
	if c.Presupposed {
		fmt.Print(", presupposed")
	}
	if c.Comparison != "" {
		fmt.Printf(", among %q", c.Comparison)
	}
	fmt.Println()
	for _, q := range c.Quantities {
		high := ""
		if q.High != nil {
			high = fmt.Sprint(" to ", *q.High)
		}
		fmt.Printf("     amount %q = %s %v%s %s of %q\n", q.Span.Text, q.Modifier, q.Value, high, q.Unit, q.Of)
	}
	for _, t := range c.Times {
		fmt.Printf("     time %q = %s to %s\n", t.Span.Text, t.From, t.To)
	}
	for _, w := range c.Loaded {
		fmt.Printf("     loaded %q\n", w.Text)
	}
	for _, q := range c.Queries {
		fmt.Printf("     search %s\n", q)
	}
}

// texts reads the claims of marked texts, whose ids state the day.
func texts(an *onrecord.Analyzer, path string) ([]drawn, error) {
	articles, err := corpus.JSONLines[corpus.Marked](path)
	if err != nil {
		return nil, err
	}
	var out []drawn
	for i := range articles {
		from, err := claimsOf(an, &articles[i])
		if err != nil {
			return nil, err
		}
		out = append(out, from...)
	}
	return out, nil
}

// claimsOf reads the claims of a marked text whose id states the day.
func claimsOf(an *onrecord.Analyzer, m *corpus.Marked) ([]drawn, error) {
	ctx := context.Background()
	doc, err := extract.Text(ctx, []byte(m.Text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", m.ID, err)
	}
	if _, rest, ok := strings.Cut(m.ID, "_"); ok && len(rest) >= 10 {
		if day, err := time.Parse("2006-01-02", rest[:10]); err == nil {
			doc.Published = extract.Time{Time: day, DateOnly: true}
		}
	}
	rec, err := an.AnalyzeDocument(ctx, m.ID, doc)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", m.ID, err)
	}
	return appendClaims(nil, m.ID, rec), nil
}

// pages reads the claims of the pages of wild/dev.
func pages(an *onrecord.Analyzer, data string) ([]drawn, error) {
	articles, err := corpus.JSONLines[corpus.Marked](filepath.Join(data, "wild", "dev.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	all, err := corpus.Pages(filepath.Join(data, "html"))
	if err != nil {
		return nil, err
	}
	var out []drawn
	for _, m := range articles {
		for i := range all {
			if !strings.HasPrefix(all[i].ID, m.ID) {
				continue
			}
			rec, err := an.Analyze(context.Background(), m.ID, all[i].HTML)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", m.ID, err)
			}
			out = appendClaims(out, m.ID, rec)
			break
		}
	}
	return out, nil
}

func appendClaims(out []drawn, id string, rec *onrecord.Record) []drawn {
	for i := range rec.Claims {
		out = append(out, drawn{id, rec, &rec.Claims[i]})
	}
	return out
}
