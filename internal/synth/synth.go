// Package synth makes an archive of synthetic articles with planted
// quotations that several articles carry, each in wordings of its own, and
// articles that are copies of others. The same seed makes the same archive.
// What belongs together is known, so that finding it can be measured.
package synth

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/onrecord/onrecord"
)

// Archive says what to make.
type Archive struct {
	Seed uint64
	N    int // articles
}

// Quote is a quotation of an article, with what it really is.
type Quote struct {
	Text                    string
	Speaker, Kind, Role, At string
	// Origin is equal for quotations that are the same, altered or not.
	Origin uint64
	// Altered says that its words differ from the original's.
	Altered bool
	// Stock says that it is a phrase that anybody says: it equals no other.
	Stock bool
}

// Article is one article.
type Article struct {
	Seq      int
	Original int // the article that it is a copy of, or itself
	Title    string
	Text     string
	Quotes   []Quote
	spans    [][2]int // of Quotes in Text
	Date     string
}

func (a *Archive) rand(kind, i uint64) *rand.Rand {
	return rand.New(rand.NewPCG(a.Seed<<8|kind, i))
}

// original returns the article that i is a copy of, or i. One in twelve is a copy.
func (a *Archive) original(i int) int {
	for i > 0 {
		r := a.rand(1, uint64(i))
		if r.IntN(12) != 0 {
			return i
		}
		i = r.IntN(i)
	}
	return i
}

// Article makes article i.
func (a *Archive) Article(i int) *Article {
	o := a.original(i)
	art := a.fresh(o)
	if o != i {
		art = a.copied(art, i)
	}
	art.Seq, art.Original = i, o
	r := a.rand(2, uint64(i))
	art.Date = fmt.Sprintf("20%02d-%02d-%02d", 20+r.IntN(15), 1+r.IntN(12), 1+r.IntN(28))
	art.Title = upper(clause(r))
	return art
}

// person makes one of the archive's people; there is one for ten articles.
func (a *Archive) person(id uint64) (first, last, role, at string) {
	r := a.rand(3, id)
	return pick(r, firstNames), pick(r, lastSyllables[0]) + pick(r, lastSyllables[1]), pick(r, roles), pick(r, slots["P"]) + " " + pick(r, slots["N"])
}

func (a *Archive) people() int { return max(20, a.N/10) }

// named returns a form of a person's name as articles write it.
func named(r *rand.Rand, first, last, role string) string {
	switch r.IntN(10) {
	case 0, 1:
		return last
	case 2:
		return upper(role) + " " + first + " " + last
	case 3:
		return first + " " + string(rune('A'+r.IntN(26))) + ". " + last
	}
	return first + " " + last
}

// planted makes an instance of a planted quotation, of which there are a
// third as many as articles, some of them carried by many.
func (a *Archive) planted(r *rand.Rand) Quote {
	u := r.Float64()
	id := uint64(float64(max(1, a.N/3)) * u * u)
	or := a.rand(4, id)
	text := sentence(or)
	who := uint64(or.IntN(a.people()))
	first, last, role, at := a.person(who)
	q := Quote{Text: text, Speaker: named(r, first, last, role), Kind: "person", Role: role, At: at, Origin: id<<1 | 1}
	q.Text, q.Altered = alter(r, text)
	switch r.IntN(40) {
	case 0, 1: // not attributed
		q.Speaker, q.Kind, q.Role, q.At = "", "", "", ""
	case 2: // put into somebody else's mouth
		first, last, role, at = a.person(uint64(r.IntN(a.people())))
		q.Speaker, q.Role, q.At = named(r, first, last, role), role, at
	}
	return q
}

// alter changes a quotation as it changes from article to article.
func alter(r *rand.Rand, text string) (string, bool) {
	w := strings.Fields(text)
	n := len(w)
	swap := func() {
		i := r.IntN(n)
		w[i] = pick(r, slots[pick(r, []string{"N", "J", "V", "G", "A"})])
	}
	switch k := r.IntN(20); {
	case k < 8: // as it was, but for marks
		if r.IntN(3) == 0 {
			text = strings.TrimSuffix(text, ".") + ","
		}
		return text, false
	case k < 11: // one word
		swap()
	case k < 13: // a number
		for i, x := range w {
			if x[0] >= '0' && x[0] <= '9' {
				w[i] = number(r)
				return strings.Join(w, " "), true
			}
		}
		swap()
	case k < 14: // a negation
		i := 1 + r.IntN(n-1)
		w = append(w[:i], append([]string{"not"}, w[i:]...)...)
	case k < 15: // a word left out
		i := r.IntN(n)
		w = append(w[:i], w[i+1:]...)
	case k < 16: // two words
		swap()
		swap()
	case k < 18: // only a part
		keep := max(8, n*(60+r.IntN(35))/100)
		if keep < n {
			if r.IntN(3) == 0 {
				w = w[n-keep:]
			} else {
				w = w[:keep]
			}
		}
	default: // a cut in the middle
		if n >= 14 {
			i := 5 + r.IntN(n-12)
			cut := 1 + r.IntN(max(1, min(4, n-i-6)))
			w = append(append(append([]string{}, w[:i]...), "..."), w[i+cut:]...)
		}
	}
	return strings.Join(w, " "), true
}

// fresh makes an article that is no copy.
func (a *Archive) fresh(i int) *Article {
	r := a.rand(5, uint64(i))
	art := &Article{}
	var b strings.Builder
	paragraphs := 4 + r.IntN(4)
	for p := range paragraphs {
		if p > 0 {
			b.WriteString("\n\n")
		}
		for range 1 + r.IntN(2) {
			b.WriteString(sentence(r))
			b.WriteByte(' ')
		}
		var q Quote
		switch k := r.IntN(20); {
		case k < 4:
			q = a.planted(r)
		case k < 5:
			first, last, role, at := a.person(uint64(r.IntN(a.people())))
			q = Quote{Text: pick(r, stock), Speaker: named(r, first, last, role), Kind: "person", Role: role, At: at, Stock: true}
		case k < 17:
			first, last, role, at := a.person(uint64(r.IntN(a.people())))
			q = Quote{Text: sentence(r), Speaker: named(r, first, last, role), Kind: "person", Role: role, At: at}
		default:
			continue
		}
		if q.Origin == 0 {
			q.Origin = (uint64(i)<<8 | uint64(p)) << 1
		}
		b.WriteString("\u201c")
		at := b.Len()
		b.WriteString(q.Text)
		art.spans = append(art.spans, [2]int{at, b.Len()})
		b.WriteString("\u201d")
		if q.Speaker != "" {
			b.WriteString(" said " + q.Speaker + ".")
		}
		art.Quotes = append(art.Quotes, q)
	}
	art.Text = b.String()
	return art
}

// copied makes a copy as papers take over wire copy: with a dateline, a
// sentence put in, the end cut off.
func (a *Archive) copied(src *Article, i int) *Article {
	r := a.rand(6, uint64(i))
	out := &Article{}
	text := src.Text
	if r.IntN(3) == 0 { // the last paragraph goes
		if k := strings.LastIndex(text, "\n\n"); k > len(text)*2/3 {
			text = text[:k]
		}
	}
	head := ""
	if r.IntN(2) == 0 {
		head = strings.ToUpper(pick(r, slots["P"])) + " - "
	}
	for k, s := range src.spans {
		if s[1] <= len(text) {
			out.spans = append(out.spans, [2]int{s[0] + len(head), s[1] + len(head)})
			out.Quotes = append(out.Quotes, src.Quotes[k])
		}
	}
	out.Text = head + text
	if r.IntN(3) == 0 {
		out.Text += "\n\n" + sentence(r)
	}
	return out
}

// Record makes the record that a perfect analysis of the article gives.
func (art *Article) Record() *onrecord.Record {
	sum := sha256.Sum256([]byte(art.Text))
	rec := &onrecord.Record{Schema: onrecord.SchemaVersion, ID: hex.EncodeToString(sum[:8]), Input: fmt.Sprintf("https://orsund.example/%d", art.Seq)}
	rec.Article = onrecord.Article{Form: "article", URL: rec.Input, Title: art.Title, Published: art.Date, Text: art.Text, Language: "en"}
	for k, q := range art.Quotes {
		s := art.spans[k]
		var who *string
		if q.Speaker != "" {
			id := fmt.Sprint("s", k+1)
			who = &id
			rec.Speakers = append(rec.Speakers, onrecord.Speaker{ID: id, Kind: q.Kind, Name: q.Speaker, Role: q.Role, Affiliation: q.At})
		}
		rec.Quotes = append(rec.Quotes, onrecord.Quote{ID: fmt.Sprint("q", k+1), Type: "direct", Act: "statement", Speaker: who, Confidence: 1,
			Content: []onrecord.Span{{Start: s[0], End: s[1], Text: art.Text[s[0]:s[1]]}}})
	}
	return rec
}
