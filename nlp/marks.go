package nlp

// markTag is the tag of a mark that its form and the white space around it
// decide, NoPOS for all else. before and after tell whether white space (or
// an end of the text) stands there; odd whether it is an odd one among the
// straight quotation marks of its paragraph.
func markTag(w string, before, after, odd bool) POS {
	switch w {
	case "“", "«", "``", "‘":
		if w == "“" && !before && after {
			return CloseQuote // set the wrong way round
		}
		if w == "‘" && !before {
			return NoPOS
		}
		return OpenQuote
	case "”", "»":
		if before && !after {
			return OpenQuote
		}
		return CloseQuote
	case `"`, "''":
		switch {
		case before && !after:
			return OpenQuote
		case after && !before:
			return CloseQuote
		case odd:
			return OpenQuote
		}
		return CloseQuote
	case "'":
		if before && !after {
			return OpenQuote
		}
	case "—", "–", "―", "--", "---", "…", ":", ";", "...":
		return Colon
	case "-", "‐", "‑":
		if !before && !after {
			return HYPH
		}
		return Colon
	case ",":
		return Comma
	case ".", "?", "!", "?!", "!!", "??", "!!!":
		return Stop
	case "(", "[", "{":
		return LRB
	case ")", "]", "}":
		return RRB
	case "$", "£", "€", "¥", "US$":
		return Dollar
	case "%":
		return NN
	}
	return NoPOS
}

// marks sets the tags of the marks of a sentence, and NoPOS elsewhere.
// quotes is the number of straight quotation marks before it in its block,
// and is returned for the next.
func (a *Annotation) marks(s *Sentence, tags []uint8, quotes int) int {
	for i := s.First; i < s.Last; i++ {
		w := a.Word(i)
		tags[i-s.First] = 0
		if c := w[0]; asciiLetter(c) || asciiDigit(c) {
			continue
		}
		if w == `"` || w == "''" || w == "``" {
			quotes++
		}
		tags[i-s.First] = uint8(markTag(w, !a.gapless(i), !a.gapless(i+1), quotes%2 == 1))
	}
	return quotes
}

// MarkTags returns the tags that the annotator gives to the quotation marks,
// dashes and the like in a, NoPOS for words. It is for training.
func MarkTags(a *Annotation) []POS {
	out := make([]POS, len(a.Tokens))
	tags := make([]uint8, len(a.Tokens))
	quotes, block := 0, -1
	for k := range a.Sentences {
		s := &a.Sentences[k]
		if s.Block != block {
			quotes, block = 0, s.Block
		}
		quotes = a.marks(s, tags, quotes)
		for i := s.First; i < s.Last; i++ {
			out[i] = POS(tags[i-s.First])
		}
	}
	return out
}

// MarkTag returns the tag of a mark that stands alone, NoPOS for words. It is
// for training.
func MarkTag(w string) POS { return markTag(w, true, true, true) }
