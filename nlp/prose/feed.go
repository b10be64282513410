package prose

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	upstream "github.com/jdkato/prose/v2"

	"github.com/onrecord/onrecord/nlp"
)

// feed writes the tokens of a sentence so that prose's tokenizer yields
// exactly them, each once.
//
// That tokenizer cuts at white space and then cuts each stretch further; it
// keeps the results of a stretch for the next time the same one comes, and
// then hands out the same *Token again, so that a later tag overwrites an
// earlier one. And when 'll, 's, 're or 'm stands first in what is left of a
// stretch, it drops that and all behind it. One flaw mends the other: each
// token is written with 'll and a number behind it. prose cuts before the
// 'll, adds the token whole, whatever marks it has inside (O'Malley, Sept.),
// and drops the rest; and since no two stretches are alike, no two tokens are
// the same.
func feed(b *strings.Builder, words []string) {
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(proxy(w))
		b.WriteString("'ll")
		b.WriteString(strconv.Itoa(i))
	}
	// An entity at the very end would be lost.
	b.WriteString(" .")
}

// proxy is what prose gets to see of a token: marks in the treebank's
// spelling, on which its model was trained, and nothing that its tokenizer
// would cut, drop or panic on.
func proxy(w string) string {
	switch w {
	case "“", "«", "‘":
		return "``"
	case "”", "»":
		return "''"
	case "(", "[", "{":
		return "-LRB-"
	case ")", "]", "}":
		return "-RRB-"
	case "—", "–", "―":
		return "--"
	case "…":
		return "..."
	case "’":
		return "'"
	}
	if c := w[0]; c == '$' || c == '"' || c == '(' || c == '[' {
		if len(w) > 1 {
			return "-" // such a run would be cut
		}
		if c == '"' {
			return "''"
		}
		return w
	}
	low := strings.ToLower(w)
	if !strings.Contains(low, "'ll") && !strings.Contains(low, "&rsquo;") && len(low) == len(w) && utf8.ValidString(w) && strings.IndexFunc(w, unicode.IsSpace) < 0 && !strings.ContainsAny(w, "’‘“”") {
		return w
	}
	// Keep the length and the shape; prose looks for 'll in the lower-cased
	// token and cuts the other one there, so both must be equally long.
	var b strings.Builder
	for _, r := range w {
		switch l := unicode.ToLower(r); {
		case r == '’' || r == '‘' || r == '\'':
			b.WriteByte('\'')
		case r == '“' || r == '”' || r == utf8.RuneError || unicode.IsSpace(r):
			b.WriteByte('x')
		case utf8.RuneLen(l) != utf8.RuneLen(r) || len(strings.ToLower(string(r))) != utf8.RuneLen(r):
			if unicode.IsUpper(r) {
				b.WriteByte('X')
			} else {
				b.WriteByte('x')
			}
		default:
			b.WriteRune(r)
		}
	}
	out := b.String()
	switch strings.ToLower(out) {
	case "'ll":
		return "will"
	}
	out = strings.ReplaceAll(strings.ReplaceAll(out, "'ll", "xll"), "'LL", "XLL")
	if low := strings.ToLower(out); strings.Contains(low, "'ll") || strings.Contains(low, "&rsquo;") || out == "" {
		return "x"
	}
	return out
}

// tag tags one sentence.
func (a *Annotator) tag(ann *nlp.Annotation, s nlp.Sentence) (err error) {
	n := s.Last - s.First
	words := make([]string, n)
	for i := range words {
		words[i] = ann.Word(s.First + i)
	}
	tokens, err := a.run(words)
	if err != nil || len(tokens) < n {
		// prose failed on this sentence or cut it otherwise than it should:
		// its tokens go through one by one, which loses the context and
		// nothing else.
		tokens = make([]upstream.Token, n)
		for i, w := range words {
			tokens[i] = upstream.Token{Text: w, Tag: "NN", Label: "O"}
			if one, err := a.run([]string{w}); err == nil && len(one) > 0 {
				tokens[i] = one[0]
			}
		}
	}
	for i := range n {
		ann.Tokens[s.First+i].POS = pos(tokens[i].Tag, words[i])
	}
	if a.entities {
		chunk(ann, s, tokens[:n])
	}
	return nil
}

// run runs prose over words; the result is one token a word, or fewer if
// something went wrong.
func (a *Annotator) run(words []string) (out []upstream.Token, err error) {
	defer rescue("prose", &err)
	var b strings.Builder
	feed(&b, words)
	doc, err := upstream.NewDocument(b.String(), upstream.UsingModel(a.model), upstream.WithSegmentation(false), upstream.WithExtraction(a.entities))
	if err != nil {
		return nil, err
	}
	got := doc.Tokens()
	if len(got) != len(words)+1 {
		return nil, nil
	}
	return got[:len(words)], nil
}

// pos translates a tag of prose.
func pos(tag, word string) nlp.POS {
	if len(word) > 1 && word[0] == '@' || strings.Contains(word, "://") || strings.HasPrefix(word, "www.") {
		return nlp.ADD // NN to prose
	}
	if p := nlp.ParsePOS(tag); p != nlp.NoPOS {
		return p
	}
	switch tag {
	case "-":
		return nlp.HYPH
	case "(":
		return nlp.LRB
	case ")":
		return nlp.RRB
	case "-NONE-":
		if word == "0" {
			return nlp.CD
		}
		return nlp.SYM
	case "\"":
		return nlp.CloseQuote
	}
	return nlp.NN
}
