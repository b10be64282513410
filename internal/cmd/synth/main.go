// Synth makes an archive of synthetic articles with planted altered
// quotations (package synth), and measures how package archive/across groups
// them.
//
//	go run ./internal/cmd/synth -n 1000000 -out /tmp/synth            make tables, as onrecord batch --to parquet would
//	go run ./internal/cmd/synth -n 1000000 -out /tmp/synth -measure   group their quotations and score the groups
//	go run ./internal/cmd/synth -n 1000 -text > articles.jsonl        only the articles, for onrecord batch
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"time"

	"github.com/onrecord/onrecord/archive"
	"github.com/onrecord/onrecord/archive/across"
	"github.com/onrecord/onrecord/internal/heap"
	"github.com/onrecord/onrecord/internal/synth"
)

func main() {
	var a synth.Archive
	flag.Uint64Var(&a.Seed, "seed", 2, "seed; standards were chosen on 1")
	flag.IntVar(&a.N, "n", 10_000, "articles")
	out := flag.String("out", "", "folder of the tables")
	text := flag.Bool("text", false, "write only the articles, as JSON Lines, to standard output")
	measure := flag.Bool("measure", false, "group the quotations of the tables in -out and score the groups")
	profile := flag.String("profile", "", "with -measure: write a CPU profile to this file")
	show := flag.Int("show", 0, "with -measure: print this many wrongly grouped and this many missed quotations")
	flag.Parse()
	var err error
	switch {
	case *text:
		err = articles(&a)
	case *measure:
		err = score(&a, *out, *profile, *show)
	default:
		err = tables(&a, *out)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "synth:", err)
		os.Exit(1)
	}
}

func articles(a *synth.Archive) error {
	w := bufio.NewWriter(os.Stdout)
	e := json.NewEncoder(w)
	for i := range a.N {
		art := a.Article(i)
		err := e.Encode(map[string]string{"url": fmt.Sprintf("https://orsund.example/%d", i), "title": art.Title, "text": art.Text, "published": art.Date})
		if err != nil {
			return err
		}
	}
	return w.Flush()
}

// perShard is how many articles a table file holds.
const perShard = 20_000

func tables(a *synth.Archive, dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	s := archive.NewParquet(dir)
	defer s.Close()
	for i := 0; i < a.N; {
		if err := s.Begin(i / perShard); err != nil {
			return err
		}
		for end := min(a.N, i+perShard); i < end; i++ {
			e, err := s.Encode(&archive.Result{Seq: int64(i), Record: a.Article(i).Record()})
			if err == nil {
				err = s.Write(e)
			}
			if err != nil {
				return err
			}
		}
		if err := s.Commit(); err != nil {
			return err
		}
	}
	return nil
}

func score(a *synth.Archive, dir, profile string, show int) error {
	if profile != "" {
		f, err := os.Create(profile)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
	}
	defer heap.Slack(96 << 20)() // as onrecord across
	out := filepath.Join(dir, "across")
	var groups []int32
	begin := time.Now()
	s, err := across.Run(context.Background(), dir, out, across.Options{Log: slog.New(slog.NewTextHandler(os.Stderr, nil)),
		Members: func(_ int64, _ string, g int32) { groups = append(groups, g) }})
	if err != nil {
		return err
	}
	took, peak := time.Since(begin), peakMemory()
	pprof.StopCPUProfile()
	user := userTime()
	members := make([]synth.Member, 0, len(groups))
	var texts []string // for show
	own := uint64(1) << 63
	for i := range a.N {
		for _, q := range a.Article(i).Quotes {
			m := synth.Member{Origin: q.Origin, Group: groups[len(members)], Altered: q.Altered}
			if q.Stock {
				own++
				m.Origin = own
			}
			members = append(members, m)
			if show > 0 {
				texts = append(texts, q.Speaker+": "+q.Text)
			}
		}
	}
	if len(members) != len(groups) {
		return fmt.Errorf("%s was made with another seed or number of articles", dir)
	}
	if show > 0 {
		showErrors(members, texts, show)
	}
	c := synth.Compare(members)
	j, _ := json.Marshal(s)
	fmt.Printf("%s\n", j)
	fmt.Printf("pairs: precision %.2f recall %.2f; B-cubed: precision %.2f recall %.2f; altered quotations grouped: %.2f (of %d)\n",
		100*c.Precision(), 100*c.Recall(), 100*c.BPrecision, 100*c.BRecall, 100*c.AlteredRecall(), c.AlteredTrue)
	fmt.Printf("%v elapsed, %v CPU, %d MB peak, %s\n", took.Round(time.Second/10), user.Round(time.Second/10), peak>>20, runtime.Version())
	return nil
}

// showErrors prints pairs that are wrongly together or apart.
func showErrors(members []synth.Member, texts []string, n int) {
	byGroup, byOrigin := map[int32]int{}, map[uint64]int{}
	wrong, missed := 0, 0
	for i, m := range members {
		if m.Group >= 0 {
			if k, ok := byGroup[m.Group]; !ok {
				byGroup[m.Group] = i
			} else if members[k].Origin != m.Origin && wrong < n {
				wrong++
				fmt.Printf("together\t%s\n\t\t%s\n", texts[k], texts[i])
			}
		}
		if k, ok := byOrigin[m.Origin]; !ok {
			byOrigin[m.Origin] = i
		} else if (m.Group < 0 || members[k].Group != m.Group) && missed < n {
			missed++
			fmt.Printf("apart\t%s\n\t%s\n", texts[k], texts[i])
		}
	}
}
