// Vectors makes internal/vectors/glove.bin from glove.6B.50d.txt as
// https://nlp.stanford.edu/projects/glove/ offers it (a word and 50 numbers a
// line, the most frequent word first):
//
//	go run ./internal/cmd/vectors <glove.6B.50d.txt
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"strings"

	"github.com/onrecord/onrecord/internal/linear"
	"github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/internal/vectors"
)

func main() {
	words := flag.Int("words", 30000, "how many of the most frequent words to keep")
	out := flag.String("o", "internal/vectors/glove.bin", "the file to write")
	flag.Parse()
	if err := run(os.Stdin, *words, *out); err != nil {
		fmt.Fprintln(os.Stderr, "vectors:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, words int, out string) error {
	var x vectors.Words
	sc := bufio.NewScanner(in)
	for n := 1; sc.Scan() && len(x.Hashes) < words; n++ {
		f := strings.Split(sc.Text(), " ")
		if len(f) != 1+vectors.Dims {
			return fmt.Errorf("line %d has %d fields, not a word and %d numbers", n, len(f), vectors.Dims)
		}
		// Numbers are known by their kind instead.
		if strings.ContainsAny(f[0], "0123456789") {
			continue
		}
		x.Hashes = append(x.Hashes, linear.Lower(f[0]))
		for _, s := range f[1:] {
			v, err := strconv.ParseFloat(s, 64)
			if err != nil {
				return fmt.Errorf("line %d: %w", n, err)
			}
			x.Vectors = append(x.Vectors, int8(math.Round(min(max(v*24, -127), 127))))
		}
	}
	if err := sc.Err(); err != nil {
		return err
	}
	return model.Save(out, &x)
}
