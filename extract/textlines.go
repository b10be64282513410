package extract

import (
	"strings"

	"github.com/onrecord/onrecord/span"
)

// wrapped reports whether the lines of text are the lines of paragraphs that
// blank lines part, rather than paragraphs each.
func wrapped(text string, lines []span.Span) bool {
	var pairs, runOn, long, n, width int
	for i, l := range lines {
		if l.Empty() {
			continue
		}
		n++
		if l.Len() > 100 {
			long++
		}
		width = max(width, l.Len())
		if i == 0 || lines[i-1].Empty() {
			continue
		}
		// Two lines in a row: does the first run on into the second?
		pairs++
		last := text[lines[i-1].End-1]
		first := text[l.Start]
		if last >= 'a' && last <= 'z' || last == ',' || last == ';' || first >= 'a' && first <= 'z' {
			runOn++
		}
	}
	if pairs == 0 {
		return true
	}
	// Wrapped lines break in the middle of sentences and are of one width.
	return runOn*5 >= pairs*2 || runOn*4 >= pairs && long*10 < n
}

// boilerplateLine is a line of a page's furniture. Each alternative wants the
// whole line, so that no sentence of an article is caught.
var boilerplateLine = pattern(`(?i)^(?:` + strings.Join([]string{
	`share(?: this| on| via| with)?(?: (?:article|story|post|page))?\s*:?(?:\s*(?:facebook|twitter|x|linkedin|whatsapp|email|e-mail|reddit|pinterest|telegram|print|copy link|tumblr|google\+?|pocket|more|tweet|share|,|\||·|•|/))*`,
	`(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|labels?|posted in|more on|hashtags)\s*:.*`,
	`(?:tweet|email|e-mail|print|pin(?: it)?|share|like|save|comments?|reply|listen|copy link|follow us|subscribe|sign up|log in|sign in|advertise?ments?|advert|ad|sponsored|loading(?:…|\.\.\.)?|skip to (?:main )?content|back to top|read more|see also|related(?: (?:articles?|stories|posts|topics|content|links))?|recommended(?: for you)?|you may also like|more from .{1,40}|most (?:read|popular)|trending(?: now)?|newsletter|menu|search|home|next|previous|continue reading)\s*[:>»→.…]{0,3}`,
	`advertise?ments?\s*[·|•–—:-]?\s*(?:scroll to continue|continue reading below|story continues below|article continues below(?: this ad)?|(?:click here )?to continue reading|learn more|skip)`,
	`(?:story|article|content) continues (?:after|below)(?: (?:the |this )?(?:ad|advert|advertisement|video|gallery|promotion))?`,
	`scroll (?:down )?to continue(?: reading)?`,
	`(?:do you |did you )?(?:like|enjoy)(?:ed)? (?:this|our|what) .{1,40}\? (?:share|tell|subscribe|sign|support|follow|please) .{1,60}`,
	`\((?:interactive |for an? (?:interactive )?)?graphics?\b[^()]{0,120}\)`,
	`like this\s*:?`,
	`(?:\d[\d,.kKmM]*\s+)?(?:shares?|comments?|views?|likes?|retweets?)`,
	`(?:leave|post|add) a (?:comment|reply)`,
	`click here (?:to|for) .{1,60}`,
	`(?:follow|like) us on .{1,60}`,
	`(?:sign up|subscribe) (?:for|to) (?:our|the) .{0,40}newsletters?.{0,40}`,
	`(?:all rights reserved|copyright ©?|©|\(c\)).{0,120}`,
	`(?:facebook|twitter|linkedin|whatsapp|reddit|pinterest|telegram|instagram)(?:[\s,|·•/]+(?:facebook|twitter|linkedin|whatsapp|reddit|pinterest|telegram|instagram|email|e-mail|print|x|more))*`,
}, `|`) + `)$`)

// isBoilerplate reports whether a line is page furniture.
func isBoilerplate(s string) bool {
	return len(s) < 400 && !strings.Contains(s, "\n") && boilerplateLine().MatchString(s)
}
