// Vectors makes what the repository keeps of glove.6B.50d.txt as
// https://nlp.stanford.edu/projects/glove/ offers it (a word and 50 numbers a
// line, the most frequent word first), the vectors and classes of words with
// like ones:
//
//	go run ./internal/cmd/vectors <glove.6B.50d.txt
//	go run ./internal/cmd/vectors -words 80000 -classes 512 -o nlp/model/meanings.bin <glove.6B.50d.txt
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
	classes := flag.Int("classes", 0, "write no vectors, but this many classes of words")
	out := flag.String("o", "internal/vectors/glove.bin", "the file to write")
	flag.Parse()
	err := error(nil)
	if *classes > 0 {
		err = writeClasses(os.Stdin, *words, *classes, *out)
	} else {
		err = writeVectors(os.Stdin, *words, *out)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "vectors:", err)
		os.Exit(1)
	}
}

// read calls f with each of the most frequent words that have no digit (these
// are known by their kind instead), and its vector.
func read(in io.Reader, words int, f func(word string, v []float64)) error {
	var v [vectors.Dims]float64
	sc := bufio.NewScanner(in)
	for n, kept := 1, 0; sc.Scan() && kept < words; n++ {
		x := strings.Split(sc.Text(), " ")
		if len(x) != 1+vectors.Dims {
			return fmt.Errorf("line %d has %d fields, not a word and %d numbers", n, len(x), vectors.Dims)
		}
		if strings.ContainsAny(x[0], "0123456789") {
			continue
		}
		for i, s := range x[1:] {
			var err error
			if v[i], err = strconv.ParseFloat(s, 64); err != nil {
				return fmt.Errorf("line %d: %w", n, err)
			}
		}
		f(x[0], v[:])
		kept++
	}
	return sc.Err()
}

func writeVectors(in io.Reader, words int, out string) error {
	var x vectors.Words
	err := read(in, words, func(word string, vector []float64) {
		x.Hashes = append(x.Hashes, linear.Lower(word))
		for _, v := range vector {
			x.Vectors = append(x.Vectors, int8(math.Round(min(max(v*24, -127), 127))))
		}
	})
	if err != nil {
		return err
	}
	return model.Save(out, &x)
}
