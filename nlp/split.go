package nlp

import (
	"unicode/utf8"
)

// Split cuts in into tokens and sentences, and does no more: dst has no tags
// and no lemmas. It needs no model.
func Split(in Input, dst *Annotation) {
	dst.Reset(in.Text)
	dst.split(in)
}

// split sets Tokens and Sentences.
func (a *Annotation) split(in Input) {
	text := in.Text
	if len(text) > maxText {
		// Offsets are 32 bits wide.
		text = text[:maxText]
	}
	z := tokenizer{text: text, dst: a.Tokens}
	one := func(b block) {
		b.start = min(max(0, b.start), len(text))
		b.end = min(max(b.start, b.end), len(text))
		first := len(z.dst)
		z.tokenize(b.start, b.end)
		a.Tokens = z.dst
		a.sentences(first, b)
		z.dst = a.Tokens
	}
	if in.Blocks == nil {
		a.blocks = paragraphs(text, a.blocks[:0])
		for _, b := range a.blocks {
			one(b)
		}
		return
	}
	last := 0
	for i, b := range in.Blocks {
		// Blocks that overlap would yield tokens twice.
		one(block{start: max(last, b.Start), end: b.End, index: i, heading: b.Heading})
		last = max(last, min(b.End, len(text)))
	}
}

// maxText is the longest text, in bytes, that is annotated.
const maxText = 1<<31 - 1 - utf8.UTFMax
