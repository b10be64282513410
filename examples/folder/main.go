// Folder counts who speaks in a folder of articles, all cores at work.
//
//	go run ./examples/folder testdata/articles
package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"github.com/onrecord/onrecord"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: folder DIR")
	}
	if err := run(context.Background(), os.Stdout, os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, w io.Writer, dir string) error {
	an, err := onrecord.New()
	if err != nil {
		return err
	}
	var paths []string
	for _, pattern := range []string{"*.html", "*.txt"} {
		m, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return err
		}
		paths = append(paths, m...)
	}
	work := make(chan string)
	var mu sync.Mutex
	said := map[string]int{}
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for path := range work {
				src, err := os.ReadFile(path)
				if err != nil {
					log.Print(err)
					continue
				}
				r, err := an.Analyze(ctx, path, src)
				if err != nil {
					log.Print(err) // names the article; the others go on
					continue
				}
				name := map[string]string{}
				for _, s := range r.Speakers {
					name[s.ID] = s.Name
				}
				mu.Lock()
				for _, q := range r.Quotes {
					if q.Speaker != nil && q.Confidence >= 0.5 {
						said[name[*q.Speaker]]++
					}
				}
				mu.Unlock()
			}
		})
	}
	for _, p := range paths {
		work <- p
	}
	close(work)
	wg.Wait()
	names := make([]string, 0, len(said))
	for n := range said {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(said[b]-said[a], cmp.Compare(a, b))
	})
	for _, n := range names {
		if _, err := fmt.Fprintf(w, "%4d  %s\n", said[n], n); err != nil {
			return err
		}
	}
	return nil
}
