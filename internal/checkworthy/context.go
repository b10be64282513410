package checkworthy

import (
	"slices"
	"strings"

	"github.com/onrecord/onrecord/nlp"
)

// Unit is a sentence to score: the tokens [First, Last).
type Unit struct {
	First, Last int
	Heading     bool
}

// Context is what is known of a sentence from outside of it.
type Context struct {
	Index, Count int  // its place among the article's sentences
	BlockFirst   bool // opens its block
	Heading      bool
	// Quoted is the share of its tokens in quotation marks, Said that which is
	// ascribed to a source, marked or not, both from 0 to 1.
	Quoted, Said float64
	// Cued: a cue of attribution stands in it.
	Cued bool
	// Cue is the lemma of the verb that ascribes its content, "" for none.
	Cue string
	// Speaker is the kind of who says it ("person", "organization" ...).
	Speaker string
	// Article describes the article as a whole.
	Article *Article
	// ContentFirst and ContentLast are the tokens of the longest stretch that
	// is ascribed to a source, both 0 for none.
	ContentFirst, ContentLast int
}

// Attribution is a stretch that the article ascribes to a source: the tokens
// [First, Last), the lemma of its cue and the kind of its speaker.
type Attribution struct {
	First, Last  int
	Cue, Speaker string
}

// Contexts describes each unit of an article by what is around it. quoted
// tells the tokens in quotation marks, as Quoted computes them.
func Contexts(dst []Context, a *nlp.Annotation, units []Unit, said []Attribution, quoted []bool) []Context {
	art := Describe(a)
	// What is ascribed comes in the order of its first token, so that each
	// unit looks at little more than its own.
	said = append([]Attribution(nil), said...)
	slices.SortStableFunc(said, func(x, y Attribution) int { return x.First - y.First })
	from := 0 // those before it end before the unit begins
	for i, u := range units {
		c := Context{Index: i, Count: len(units), Heading: u.Heading, Article: art}
		c.BlockFirst = u.First == 0 || strings.Contains(a.Text[a.Tokens[u.First-1].End:a.Tokens[u.First].Start], "\n")
		n := 0
		for k := u.First; k < u.Last && k < len(quoted); k++ {
			if quoted[k] {
				n++
			}
		}
		width := float64(max(1, u.Last-u.First))
		c.Quoted = float64(n) / width
		best := 0
		covered := 0
		for from < len(said) && said[from].Last <= u.First {
			from++
		}
		for _, s := range said[from:] {
			if s.First >= u.Last {
				break
			}
			o := min(s.Last, u.Last) - max(s.First, u.First)
			if o <= 0 {
				continue
			}
			covered += o
			if o > best {
				best = o
				c.Cue, c.Speaker = s.Cue, s.Speaker
				c.ContentFirst, c.ContentLast = max(s.First, u.First), min(s.Last, u.Last)
			}
		}
		c.Said = min(1, float64(covered)/width)
		for k := u.First; k < u.Last; k++ {
			if t := &a.Tokens[k]; t.POS.Verb() && t.POS != nlp.VB && classes(a, k)&saying != 0 {
				c.Cued = true
				break
			}
		}
		dst = append(dst, c)
	}
	return dst
}

// Quoted marks the tokens in double quotation marks. A mark that is not
// closed ends with its block.
func Quoted(dst []bool, a *nlp.Annotation) []bool {
	dst = dst[:0]
	in := false
	block := -1
	for i := range a.Tokens {
		t := &a.Tokens[i]
		if b := blockOf(a, i); b != block {
			block, in = b, false
		}
		w := a.Text[t.Start:t.End]
		switch w {
		case "“", "\"", "``", "''", "”", "„", "«", "»":
			switch {
			case w == "”" || w == "»" || t.POS == nlp.CloseQuote && w != "“":
				in = false
			case w == "“" || w == "«" || w == "``" || t.POS == nlp.OpenQuote:
				in = true
			default:
				in = !in
			}
			dst = append(dst, true)
			continue
		}
		dst = append(dst, in)
	}
	return dst
}

func blockOf(a *nlp.Annotation, i int) int {
	s := int(a.Tokens[i].Sentence)
	if s < 0 || s >= len(a.Sentences) {
		return 0
	}
	return a.Sentences[s].Block
}

// IsHeading guesses whether a unit that is a whole block is a heading: it
// ends in no mark that ends sentences.
func IsHeading(a *nlp.Annotation, first, last int) bool {
	if first > 0 && !strings.Contains(a.Text[a.Tokens[first-1].End:a.Tokens[first].Start], "\n") {
		return false
	}
	if last < len(a.Tokens) && !strings.Contains(a.Text[a.Tokens[last-1].End:a.Tokens[last].Start], "\n\n") {
		return false
	}
	switch a.Word(last - 1) {
	case ".", "?", "!", "”", "\"", "''", ":", "…", ")":
		return false
	}
	return true
}
