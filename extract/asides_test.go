package extract

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// story is a page of three paragraphs with more behind them.
func story(more string) string {
	return `<!DOCTYPE html><html><head><title>Bridge to stay closed</title><meta property="og:type" content="article"></head><body><article><h1>Bridge to stay closed</h1>` +
		`<p>The council of Hale said on Monday that the bridge over the Tarn would stay closed until the end of March, after divers found cracks in two of its piers.</p>` +
		`<p>“Nobody will drive over it before I have,” said Ada Brook, the mayor, who has crossed it every day since 1998 on her way to the town hall.</p>` +
		`<p>Some 1,900 lorries a day have used the road through Moor since then, said the ministry, which had counted 300 a year ago.</p>` + more + `</article></body></html>`
}

// TestBehindTheStory tells what is kept of what stands behind the prose.
func TestBehindTheStory(t *testing.T) {
	const placed = `<p style="position: absolute; top: 9px">`
	for _, c := range []struct{ name, more, want string }{
		{"notes of a game", `<h2>Notes</h2><ul><li>Hale have won nine of their last ten games at home, and Poe has scored in each of them.</li><li>Ian Poe said he would play on Friday: “My knee is fine.”</li></ul>`,
			"Notes\n\nHale have won nine of their last ten games at home, and Poe has scored in each of them.\n\nIan Poe said he would play on Friday: “My knee is fine.”"},
		{"footnotes", `<h2>Notes</h2><ul><li>1. Ministry of Roads, count of 2020.</li><li>^ <a href="/e">Hale Echo</a>, 3 May 2020.</li></ul>`, ""},
		{"sources", `<h2>Sources:</h2><ul><li>Ministry of Roads, count of 2020</li><li>Hale Echo, 3 May 2020</li></ul>`, ""},
		{"a list with prose behind it", `<h2>Sources</h2><ul><li>Ministry of Roads</li><li>Hale Echo</li></ul><p>Ann Lee said that the rest of it would follow on Friday.</p>`,
			"Sources\n\nMinistry of Roads\n\nHale Echo\n\nAnn Lee said that the rest of it would follow on Friday."},
		{"cookies to eat", `<div class="cookie-recipe"><p>Bake the cookies for nine minutes, said Ann Lee, who has sold them on the quay since 1998.</p></div>`,
			"Bake the cookies for nine minutes, said Ann Lee, who has sold them on the quay since 1998."},
		{"cookies to accept", `<div class="cookie-note"><p>We and our partners use cookies on this page, so that it looks well on every screen you have.</p></div>`, ""},
		{"marks of footnotes", `<p>“It sank in 3 hours,” wrote Ann Lee of the <i>Quay</i>.<sup>4</sup> Ian Poe, the pilot of the ferry, has said as much on two occasions.<sup>[5]</sup></p>`,
			"“It sank in 3 hours,” wrote Ann Lee of the Quay. Ian Poe, the pilot of the ferry, has said as much on two occasions."},
		{"ordinals and powers", `<p>On the 3<sup>rd</sup> of May they counted 10<sup>6</sup> trout in 4.<sup>5</sup> square miles, said Ann Lee, who has counted them since 1998.</p>`,
			"On the 3rd of May they counted 10⁶ trout in 4.5 square miles, said Ann Lee, who has counted them since 1998."},
		{"typeset lines", placed + `The ferry and the</p>` + placed + `har-</p>` + placed + `bour of Moor are</p>` + placed + `<b>Lee: Why?</b><br>Brook: The rain,</p>` + placed + `for nine years.</p>`,
			"The ferry and the harbour of Moor are Lee: Why?\nBrook: The rain, for nine years."},
		{"a turn before typeset lines", placed + `<b>Lee: Why?</b><br>Brook: It was the rain</p>` + placed + `and the wind, for nine years on end.</p>`,
			"Lee: Why?\nBrook: It was the rain and the wind, for nine years on end."},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := story(c.more)
			d, err := HTML(context.Background(), []byte(src))
			require.NoError(t, err)
			checkDocument(t, d, src)
			_, got, ok := strings.Cut(d.Text, "a year ago.")
			require.True(t, ok, d.Text)
			require.Equal(t, c.want, strings.TrimSpace(got))
		})
	}
}
