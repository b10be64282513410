package claims

import (
	"regexp"
	"strings"
	"time"

	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/quotes"
	"github.com/onrecord/onrecord/span"
)

// longDay is how days are written.
const longDay = "January 2, 2006"

// dates writes the relative times of the claim as dates.
func (w *rewriting) dates() {
	for i := range w.c.Times {
		t := &w.c.Times[i]
		at, ok := w.byTimeBefore(t)
		if !ok {
			at, ok = w.byFrameYear(t)
		}
		if ok {
			t = &at
		}
		if k := w.a.TokenAt(t.Start); k > w.p.first+1 && strings.EqualFold(t.Span.Of(w.a.Text), "today") && w.a.Tokens[k-1].POS.Noun() && strings.EqualFold(w.a.Word(k-2), "than") {
			continue // "worse than life today"
		}
		if !ok && w.leansElsewhere(t) || w.partOfTitle(t) || w.fiscal(t) {
			continue
		}
		if w.todayAsOf(t) || w.habitToday(t) || w.daysOwn(t) || w.saidAgain(i) {
			continue
		}
		if w.yearOnYear(i) {
			w.put(t.Span, "a year earlier", "time")
			continue
		}
		to := w.dateWords(t)
		now := to == ""
		if now {
			to = w.yearsBeforeNow(t)
		}
		if to != "" {
			s, to, why := w.withPreposition(t, to, w.p)
			if k := w.a.TokenAt(s.Start) - 1; k > w.p.first && w.low(k) == "just" || now && k >= w.p.first && (w.low(k) == "just" || w.low(k) == "only") {
				s.Start = int(w.a.Tokens[k].Start) // "who just last week said"
			}
			w.put(s, to, why)
			w.vowelBehind(t)
		}
	}
}

// vowelBehind makes the "a" before the date that t became "an" where the month
// needs that: "a Tuesday meeting" on April 5.
func (w *rewriting) vowelBehind(t *When) {
	k := w.a.TokenAt(t.Start) - 1
	if k < w.p.first || !strings.EqualFold(w.a.Word(k), "a") || len(w.subs) == 0 {
		return
	}
	if to := w.subs[len(w.subs)-1].To; to != "" && strings.ContainsRune("AO", rune(to[0])) {
		w.put(w.a.Span(k, k+1), w.a.Word(k)+"n", "time")
	}
}

// fiscal reports whether t is a quarter without a year, which may be one of a
// firm's own year: "in the third quarter".
func (w *rewriting) fiscal(t *When) bool {
	words := strings.Fields(strings.ToLower(t.Span.Of(w.a.Text)))
	return len(words) > 1 && words[len(words)-1] == "quarter" && !deictic(words[0])
}

// partOfTitle reports whether a weekday ends a name in quotation marks ("Fox
// News Sunday").
func (w *rewriting) partOfTitle(t *When) bool {
	a := w.a
	k := a.TokenAt(t.Start)
	_, ok := weekdays[strings.ToLower(t.Span.Of(a.Text))]
	return ok && k > w.p.first && a.Tokens[k-1].POS.Proper() && k < len(w.quoted) && w.quoted[k]
}

// leansElsewhere reports whether a relative time leans on another day than
// that of publication: "the next 18 years" of something past, "in the past
// month" of what people were asked.
func (w *rewriting) leansElsewhere(t *When) bool {
	a, p := w.a, w.p
	if !t.Relative {
		return false
	}
	// What an old article said happened "yesterday".
	if q := p.quote; q >= 0 && w.c.Speaker >= 0 && w.q.Speakers[w.c.Speaker].Kind != quotes.PersonSpeaker && w.q.Quotes[q].Type == quotes.Direct && published.MatchString(w.q.Speakers[w.c.Speaker].Name) {
		return true
	}
	words := strings.ToLower(t.Span.Of(a.Text))
	// So did a sentence that such an article is said to have.
	if w.nested && (words == "yesterday" || words == "today" || words == "tomorrow") && w.readOut(p.last) {
		return true
	}
	// "In 2008 they began in mid-September": of that year.
	for i := range w.c.Times {
		if y := &w.c.Times[i]; y.Start < t.Start && !y.Relative && !y.From.IsZero() && y.From.Year() != t.From.Year() && lexed(lex(nil, words, 0, len(words))).hasMonth(0, 4) {
			return true
		}
	}
	if strings.HasPrefix(words, "the next ") || strings.HasPrefix(words, "the following ") || strings.HasPrefix(words, "the coming ") {
		v := p.verb
		if v < 0 && a.TokenAt(t.Start) == p.first {
			v = w.root(p.first, p.last)
		}
		return v >= 0 && (a.Tokens[v].POS == nlp.VBD || a.Tokens[v].POS == nlp.VBN)
	}
	if !strings.HasPrefix(words, "the past ") && !strings.HasPrefix(words, "the last ") {
		return false
	}
	// "The rate of use in the past month" was asked for, then.
	if last := a.TokenAt(t.End - 1); last < p.last && a.Tokens[last].Head >= 0 && a.Tokens[a.Tokens[last].Head].POS.Noun() && p.verb >= 0 && a.TokenAt(t.Start) < p.verb && a.Tokens[p.verb].POS != nlp.VBZ && a.Tokens[p.verb].POS != nlp.VBP {
		return true
	}
	// So was what those who answered a survey had done by then.
	k := a.TokenAt(t.Start)
	x := &a.Sentences[a.Tokens[k].Sentence]
	for j := x.First; j < x.Last; j++ {
		switch a.Tokens[j].Lemma {
		case "survey", "poll", "respondent", "participant", "questionnaire":
			return true
		case "decide":
			if j < k && k-j <= 4 {
				return true // "voters who decided in the last week", when they voted
			}
		case "say", "report":
			if j < k && w.share(max(x.First, j-1), j) {
				return true
			}
		}
	}
	for k := k - 1; k > p.verb && k >= p.first; k-- {
		switch w.low(k) {
		case "if", "whether", "how":
			return true
		}
	}
	return false
}

// readOut reports whether the words right behind token last say that a document
// has those before them: "," the article read".
func (ar *article) readOut(last int) bool {
	a := ar.a
	x := &a.Sentences[a.Tokens[last-1].Sentence]
	for k := max(x.First, last-4); k < x.Last; k++ {
		if a.Tokens[k].POS.Noun() && published.MatchString(a.Word(k)) && k > 0 && strings.EqualFold(a.Word(k-1), "the") && k+1 < x.Last {
			switch w := ar.low(k + 1); w {
			case "read", "reads", "said", "says", "went", "noted":
				return true
			}
		}
	}
	return false
}

// published are documents that may be of any day.
var published = regexp.MustCompile(`(?i)\b(article|story|book|column|editorial|diary|memoir|essay|autobiography)\b`)

// dateWords writes a relative time as a date; "" to leave it as it stands.
func (ar *article) dateWords(t *When) string {
	if !t.Relative || t.From.IsZero() {
		return ""
	}
	if to := ar.looseWords(t); to != "" {
		return to
	}
	if to := ar.partWords(t); to != "" {
		return to
	}
	if words := t.Span.Of(ar.a.Text); words[0] >= '0' && words[0] <= '9' && (strings.Contains(words, ",") || strings.Contains(words, " and ")) && t.To.Sub(t.From) > 24*time.Hour {
		return words + " " + t.From.Format("2006") // "13, 14 and 17 December"
	}
	last := t.To.AddDate(0, 0, -1)
	switch {
	case last.Equal(t.From):
		return t.From.Format(longDay)
	case t.From.Day() == 1 && t.To.Equal(t.From.AddDate(0, 1, 0)):
		return t.From.Format("January 2006")
	case t.From.YearDay() == 1 && t.To.Equal(t.From.AddDate(1, 0, 0)):
		return t.From.Format("2006")
	case t.To.Sub(t.From) <= 4*24*time.Hour && t.From.Month() == last.Month():
		return t.From.Format("January 2") + "–" + last.Format("January 2, 2006")
	case t.To.Equal(t.From.AddDate(0, 0, 7)) && t.From.Weekday() == time.Monday:
		return "the week of " + t.From.Format(longDay)
	case t.From.Day() == 1 && t.To.Day() == 1:
		if last.Year() == t.From.Year() {
			return t.From.Format("January") + "–" + last.Format("January 2006")
		}
		return t.From.Format("January 2006") + "–" + last.Format("January 2006")
	}
	return t.From.Format(longDay) + "–" + last.Format(longDay)
}

// partWords writes a part of a month or year, which has no exact days, in the
// article's words for it: "early September 2019", "late 2018"; "" for another
// time.
func (ar *article) partWords(t *When) string {
	words := t.Span.Of(ar.a.Text)
	part, _, _ := strings.Cut(words, " ")
	low := strings.ToLower(part)
	form := "January 2006"
	switch days := int(t.To.Sub(t.From).Hours() / 24); {
	case days >= 8 && days <= 11:
	case days >= 120 && days <= 124:
		form = "2006"
	default:
		return ""
	}
	switch {
	case low == "early", low == "late":
		low += " "
	case strings.HasPrefix(low, "mid-"), low == "mid":
		low = "mid-"
	default:
		return ""
	}
	return low + t.From.Format(form)
}

// timeEnds reports whether the name of a month or a year stands before token i.
func (ar *article) timeEnds(i int) bool {
	w := ar.low(i - 1)
	return months[strings.TrimSuffix(w, ".")] > 0 || len(w) == 4 && isDigits(w)
}

// deictic reports whether a time is an adverbial by its first word.
func deictic(w string) bool {
	w, _, _ = strings.Cut(strings.ToLower(w), " ")
	return w == "last" || w == "this" || w == "next" || w == "yesterday" || w == "today" || w == "earlier" || w == "later"
}

// beforeNoun reports whether t qualifies a noun behind it.
func (ar *article) beforeNoun(t *When, p *proposition) bool {
	n := ar.a.TokenAt(t.End)
	return n < p.last && (ar.a.Tokens[n].POS.Noun() || ar.a.Tokens[n].POS == nlp.JJ || ar.a.Tokens[n].POS == nlp.HYPH)
}

// withPreposition fits a date into its place: "last Friday" becomes "on April
// 21, 2017", but after a preposition or before a noun the date alone.
func (ar *article) withPreposition(t *When, to string, p *proposition) (span.Span, string, string) {
	a := ar.a
	k := a.TokenAt(t.Start)
	if k > p.first {
		// "the state's March 1 caucuses", "a planned March 1 vote", "the last days of May".
		switch prev := &a.Tokens[k-1]; {
		case prev.POS == nlp.DT, prev.POS == nlp.POSS, prev.POS == nlp.PRPS, prev.POS == nlp.WPS, prev.POS == nlp.JJ && ar.beforeNoun(t, p), prev.POS == nlp.HYPH,
			(prev.POS == nlp.VBN || prev.POS == nlp.VBG) && k > p.first+1 && a.Tokens[k-2].POS == nlp.DT && ar.beforeNoun(t, p):
			if strings.Contains(to, "–") {
				return t.Span, t.Span.Of(a.Text), "time"
			}
			return t.Span, to, "time"
		}
	}
	if k > p.first && t.To.Sub(t.From) <= 31*24*time.Hour && strings.Contains(to, "–") && strings.EqualFold(a.Word(k-1), "from") {
		return t.Span, strings.Replace(to, "–", " to ", 1), "time" // "from 10 to 14 February"
	}
	if k > p.first+1 && strings.Contains(to, "–") {
		switch ar.low(k - 1) {
		case "since", "by", "until", "till", "before", "after", "from", "through", "and", "of":
			return t.Span, t.Span.Of(a.Text), "time" // "since between", "each of between" would be no English
		}
	}
	if k > p.first+2 && strings.EqualFold(a.Word(k-1), "and") {
		for j := k - 2; j >= max(p.first, k-8); j-- {
			if strings.EqualFold(a.Word(j), "between") {
				return t.Span, to, "time"
			}
		}
	}
	if i := strings.Index(to, "–"); i >= 0 && !ar.beforeNoun(t, p) {
		// "over the past month" becomes "between ... and ...".
		s := t.Span
		if k > p.first {
			switch ar.low(k - 1) {
			case "in", "over", "for", "during", "within", "on", "between":
				s.Start = int(a.Tokens[k-1].Start)
			}
		}
		return s, "between " + to[:i] + " and " + to[i+len("–"):], "time"
	}
	if v := a.TokenAt(t.End); a.Tokens[k].Rel == nlp.Nsubj || k == p.first && v < p.last && finitePOS(a.Tokens[v].POS) {
		return t.Span, to, "time" // "Today is two months before the vote", "last week proved"
	}
	prev := ""
	if k > p.first && (k < 2 || a.Tokens[k-2].POS != nlp.HYPH) { // "Anne-in"
		prev = ar.low(k - 1)
	}
	if prev == "come" && (k-1 == p.first || isMark(a, k-2)) {
		return t.Span, to, "time" // "Come November 19, buyers get"
	}
	n := a.TokenAt(t.End)
	if (prev == "and" || prev == "or") && k > p.first+1 && ar.timeEnds(k-1) {
		return t.Span, to, "time" // "for December and January"
	}
	if k > p.first && isMark(a, k-1) && (prev == "–" || prev == "—" || prev == "-") {
		return t.Span, to, "time" // the end of a range
	}
	switch prev {
	case "nearly", "about", "almost", "around", "roughly", "over", "than", "least":
		if strings.HasSuffix(t.Span.Of(a.Text), "ago") {
			return t.Span, t.Span.Of(a.Text), "time"
		}
	}
	if n < p.last && strings.HasPrefix(a.Text[t.End:], "'s") || strings.HasPrefix(a.Text[t.End:], "’s") {
		return t.Span, to, "time"
	}
	switch prev {
	case "on", "in", "since", "until", "by", "from", "of", "before", "after", "during", "for", "between", "through", "late", "early", "over", "to", "till", "than", "at", "this", "the", "within", "as", "into":
		return t.Span, to, "time"
	}
	if n < p.last && (a.Tokens[n].POS == nlp.NN || a.Tokens[n].POS == nlp.NNS) && !strings.Contains(to, ",") && !deictic(t.Span.Of(a.Text)) {
		return t.Span, to, "time"
	}
	switch {
	case strings.Contains(to, "–"):
		to = "in " + to
	case strings.HasPrefix(to, "around "):
	case strings.HasPrefix(to, "the weekend"):
		to = "on " + to
	case strings.HasPrefix(to, "the "):
		to = "in " + to
	case strings.Contains(to, ","):
		to = "on " + to
	default:
		to = "in " + to
	}
	return t.Span, to, "time"
}
