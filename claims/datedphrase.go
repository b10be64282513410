package claims

import (
	"strings"
	"time"
)

// datedPhrase is the description to of something with its relative days as dates,
// "the May 3, 2021 fire" for "Monday's fire"; "" where the day of publication, and
// so the date, is not known.
func (ar *article) datedPhrase(to string) string {
	if !strings.Contains(to, "day") && !strings.Contains(to, "week") {
		return to
	}
	ts := Whens(to, ar.pub)
	for i := len(ts) - 1; i >= 0; i-- {
		t := &ts[i]
		if !t.Relative {
			continue
		}
		ar.asInText(t, to)
		if t.From.IsZero() {
			return ""
		}
		if t.To.Sub(t.From) > 24*time.Hour {
			continue
		}
		day, behind := t.From.Format(longDay), to[t.End:]
		switch before := to[:t.Start]; {
		case strings.HasPrefix(behind, "'s ") || strings.HasPrefix(behind, "’s "):
			_, rest, _ := strings.Cut(behind, " ")
			if before != "" {
				return to
			}
			to = "the " + day + " " + rest
		case strings.HasSuffix(before, "on "):
			to = before + day + behind
		case strings.HasSuffix(before, " ") && (behind == "" || behind[0] == ' ' || behind[0] == ','):
			to = before + "on " + day + behind
		}
	}
	return to
}

// asInText resolves the time t of the phrase to as where the article has that, by
// the words before it: "ahead of Monday's vote".
func (ar *article) asInText(t *When, to string) {
	k := strings.Index(ar.a.Text, to[t.Start:])
	if k < 0 {
		return
	}
	x := &ar.a.Sentences[ar.a.Tokens[ar.a.TokenAt(k)].Sentence]
	for _, u := range ar.timesIn(ar.a.Span(x.First, x.Last)) {
		if u.Start == k {
			t.From, t.To = u.From, u.To
		}
	}
}
