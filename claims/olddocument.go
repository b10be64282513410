package claims

import (
	"strconv"
	"strings"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
)

// farthestDocument is how many sentences before its words a document may have
// been introduced.
const farthestDocument = 6

// articles are documents that tell the news of their day.
var articles = set("story article editorial column")

// oldDocument is the note of a document of an earlier year whose words the claim
// is, "according to a 1995 story from the Gazette", so that they are not taken
// for the day's; "" for none.
func (w *rewriting) oldDocument() string {
	a := w.a
	if w.p.quote < 0 || w.pub.IsZero() || w.q.Quotes[w.p.quote].Type != quotes.Direct {
		return ""
	}
	name := ""
	if s := w.c.Speaker; s >= 0 && s < len(w.q.Speakers) {
		switch x := &w.q.Speakers[s]; x.Kind {
		case quotes.DocumentSpeaker:
		case quotes.OrganizationSpeaker:
			name = x.Name[strings.LastIndexByte(x.Name, ' ')+1:]
		default:
			return ""
		}
	}
	s := int(a.Tokens[w.p.first].Sentence)
	for k := a.Sentences[s].First - 1; k > 1 && int(a.Tokens[k].Sentence) >= s-farthestDocument; k-- {
		if a.Tokens[k].POS != nlp.NN || !articles[a.Tokens[k].Lemma] || a.Tokens[k-1].POS != nlp.CD || a.Tokens[k-2].POS != nlp.DT {
			continue
		}
		if y, err := strconv.Atoi(a.Word(k - 1)); err != nil || y < 1800 || y >= w.pub.Year() {
			continue
		}
		end := k + 1
		if end+1 < len(a.Tokens) {
			switch w.low(end) {
			case "from", "in", "by":
				end++
				for end < len(a.Tokens) && (a.Tokens[end].POS == nlp.DT || a.Tokens[end].POS.Proper()) {
					end++
				}
				if !a.Tokens[end-1].POS.Proper() {
					end = k + 1
				}
			}
		}
		words := strings.TrimPrefix(w.withNames(k-1, end), " ")
		if name != "" && !strings.Contains(words, name) {
			return ""
		}
		return "according to a " + words
	}
	return ""
}
