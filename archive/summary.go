package archive

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Counts are the sums of a run or a shard.
type Counts struct {
	Items    int64           `json:"items"` // articles and failures
	Articles int64           `json:"articles"`
	Quotes   int64           `json:"quotes"`
	Claims   int64           `json:"claims"`
	Failures int64           `json:"failures"`
	Causes   map[Cause]int64 `json:"causes,omitempty"`
}

func (c *Counts) add(o Counts) {
	c.Items += o.Items
	c.Articles += o.Articles
	c.Quotes += o.Quotes
	c.Claims += o.Claims
	c.Failures += o.Failures
	for k, n := range o.Causes {
		if c.Causes == nil {
			c.Causes = map[Cause]int64{}
		}
		c.Causes[k] += n
	}
}

// Progress is how far a run has come.
type Progress struct {
	Counts         // so far, with what earlier runs did
	Read     int64 // bytes of input read, as on disk
	Total    int64 // bytes of input, 0 if unknown
	Resumed  int64 // articles that earlier runs did
	Elapsed  time.Duration
	Finished bool
}

// Rate is the articles per second of this run.
func (p Progress) Rate() float64 {
	if p.Elapsed <= 0 {
		return 0
	}
	return float64(p.Articles-p.Resumed) / p.Elapsed.Seconds()
}

// Summary is what a run did.
type Summary struct {
	Progress
	Shards  int  // complete
	Stopped bool // before the end of the input, by WithStop
}

// String words s over several lines.
func (s Summary) String() string {
	var b strings.Builder
	b.WriteString(count(s.Articles, "article") + ", " + count(s.Quotes, "quotation") + ", " + count(s.Claims, "claim"))
	if s.Shards > 0 {
		b.WriteString(" in " + count(int64(s.Shards), "shard"))
	}
	if n := s.Articles - s.Resumed; n > 0 && s.Elapsed > 0 {
		fmt.Fprintf(&b, "; %s in %v, %.1f a second", count(n, "article"), s.Elapsed.Round(time.Second/10), s.Rate())
	}
	if s.Resumed > 0 {
		fmt.Fprintf(&b, "; %s done before", count(s.Resumed, "article"))
	}
	b.WriteByte('\n')
	if s.Failures > 0 {
		fmt.Fprintf(&b, "%d failed:", s.Failures)
		causes := make([]string, 0, len(s.Causes))
		for c := range s.Causes {
			causes = append(causes, string(c))
		}
		slices.Sort(causes)
		for i, c := range causes {
			if i > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, " %s %d", c, s.Causes[Cause(c)])
		}
		if s.Shards > 0 { // without an output folder there is no such file
			b.WriteString(" (see " + errorsName + ")")
		}
		b.WriteByte('\n')
	}
	if s.Stopped {
		b.WriteString("stopped before the end: the same command goes on from here\n")
	}
	return b.String()
}

func count(n int64, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}
