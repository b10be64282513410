package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/onrecord/onrecord/claims"
)

// Score is the score command.
type Score struct {
	Genre string `help:"What the sentences are from: news, debate (interviews too) or speech." enum:"news,debate,speech" default:"news"`
	Path  string `arg:"" optional:"" name:"input" help:"JSON Lines of {\"id\",\"text\"}, perhaps compressed; - or nothing for standard input." default:"-"`
}

// Help is shown by --help.
func (*Score) Help() string {
	return `Example:

	echo '{"id":1,"text":"Unemployment fell to 4.1 percent in May."}' | onrecord score

For each sentence the probability that a fact-checking desk would want it checked, and the type of claim that it makes. Each is judged by itself; extract knows the article around it and judges better. A line is answered as soon as it is there, so that a program may ask line by line.`
}

type sentenceIn struct {
	ID   json.RawMessage `json:"id"`
	Text *string         `json:"text"`
}

type sentenceOut struct {
	ID    json.RawMessage `json:"id"`
	Score float64         `json:"score"`
	Type  string          `json:"type"`
}

// longestLine is the longest line of JSON Lines that is read, in bytes.
const longestLine = 16 << 20

var errLongLine = fmt.Errorf("longer than %d bytes: give one sentence a line", longestLine)

// Run carries the command out.
func (c *Score) Run(e *Env) error {
	in, err := e.open(c.Path)
	if err != nil {
		return err
	}
	defer in.Close()
	d, err := claims.New(claims.WithGenre(claims.Genre(c.Genre)))
	if err != nil {
		return fmt.Errorf("loading the claim models: %w", err)
	}
	r := bufio.NewReaderSize(in, 64<<10)
	out := bufio.NewWriter(e.Stdout)
	defer out.Flush()
	for n := 1; ; n++ {
		line, err := readLine(r, longestLine)
		if err == io.EOF {
			break
		}
		if e.Context.Err() != nil {
			return e.Context.Err()
		}
		if err != nil && !errors.Is(err, errLongLine) {
			return fmt.Errorf("%s:%d: %w", c.Path, n, err)
		}
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if err == nil && len(bytes.TrimSpace(line)) > 0 {
			err = c.one(e, d, out, line)
		}
		var w writeError
		if errors.As(err, &w) {
			return w.error
		}
		if err != nil {
			e.Complain(fmt.Errorf("%s:%d: %w", c.Path, n, err))
		}
		// What is asked for line by line is answered so: before more is waited for.
		if ahead, _ := r.Peek(r.Buffered()); bytes.IndexByte(ahead, '\n') < 0 {
			if err := out.Flush(); err != nil {
				return err
			}
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return e.Failed()
}

// writeError is an error of the output, not of a line.
type writeError struct{ error }

func (c *Score) one(e *Env, d *claims.Detector, w io.Writer, line []byte) error {
	var s sentenceIn
	if err := json.Unmarshal(line, &s); err != nil {
		return fmt.Errorf(`not {"id", "text"} in JSON on one line: %w`, err)
	}
	if s.Text == nil {
		return errors.New(`no "text" in it: write the sentence as {"id", "text"}`)
	}
	if s.ID == nil {
		s.ID = json.RawMessage("null")
	}
	score, kind, err := d.ScoreSentence(e.Context, *s.Text)
	if err != nil {
		return err
	}
	if err := writeJSON(w, sentenceOut{s.ID, math.Round(score*1e4) / 1e4, string(kind)}, false); err != nil {
		return writeError{err}
	}
	return nil
}

// readLine reads one line of at most limit bytes; a longer one is read to its
// end and is an error.
func readLine(r *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, more, err := r.ReadLine()
		if err != nil {
			return nil, err
		}
		if !long {
			line = append(line, part...)
			long = len(line) > limit
		}
		if !more {
			break
		}
	}
	if long {
		return nil, errLongLine
	}
	return line, nil
}
