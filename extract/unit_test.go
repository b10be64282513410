package extract

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestIsHTML(t *testing.T) {
	for s, want := range map[string]bool{
		"":                                 false,
		"Mayor resigns.\n\nShe signed it.": false,
		"The tag <b> makes text bold, and <i> slants it.": false,
		"a < b and c > d":        false,
		"<!DOCTYPE html><html>":  true,
		"\ufeff <!doctype HTML>": true,
		"<?xml version=\"1.0\"?>\n<!-- a -->\n<html xmlns=\"x\">": true,
		"<p>One.</p><p>Two.</p>":                                  true,
		"\n\n  <div class=\"a\">so":                               true,
		"HTTP/1.1 200 OK\n\n<html><head></head><body><p>so</p>":   true,
		"One <a href='x'>two</a>. <p>Three</p> <p>Four</p><br>":   true,
		"Use <html> to begin a page.":                             false,
		"- item\n- item <br>\n":                                   false,
	} {
		require.Equal(t, want, IsHTML([]byte(s)), s)
	}
}

func TestDates(t *testing.T) {
	for s, want := range map[string]string{
		"2024-11-14T07:30:00+00:00":                        "2024-11-14T07:30:00Z",
		"2024-11-14T07:30:00.123-0500":                     "2024-11-14T07:30:00-05:00",
		"2024-11-14T07:30":                                 "2024-11-14T07:30:00",
		"2024-11-14":                                       "2024-11-14",
		"20241114":                                         "2024-11-14",
		"1731569400":                                       "2024-11-14T07:30:00Z",
		"1731569400000":                                    "2024-11-14T07:30:00Z",
		"Thu, 14 Nov 2024 07:30:00 GMT":                    "2024-11-14T07:30:00Z",
		"November 14, 2024":                                "2024-11-14",
		"Nov. 14, 2024 at 7:30 p.m. EST":                   "2024-11-14T19:30:00-05:00",
		"Published: 14th November 2024, 19:30":             "2024-11-14T19:30:00",
		"14 Nov 2024 19:30 GMT":                            "2024-11-14T19:30:00Z",
		"Thu Nov 14 2024 07:30:00 GMT+0100 (CET)":          "2024-11-14T07:30:00+01:00",
		"By Ann Smith on November 14, 2024":                "2024-11-14",
		"2024/11/14":                                       "2024-11-14",
		"Last updated Thursday, November 14, 2024 7:30 AM": "2024-11-14T07:30:00",
		"by Jo Ek | 14 November 2024, 11:02 GMT":           "2024-11-14T11:02:00Z",
		"Sun 14 Nov 2024 12.05 BST":                        "2024-11-14T12:05:00+01:00",
		"14 Nov 2024 6.30pm":                               "2024-11-14T18:30:00",
		"Updated 1:20 AM GMT+1, November 14, 2024":         "2024-11-14T01:20:00+01:00",
		"Nov 14, 2024 07:30 UTC-3:30":                      "2024-11-14T07:30:00-03:30",
		"Date published: 14 November 2024":                 "2024-11-14",
		"soon":                                             "",
		"0001-01-01T00:00:00Z":                             "",
		"2024-13-45":                                       "",
		strings.Repeat("2024 ", 90):                        "",
	} {
		d, _ := parseDate(s)
		require.Equal(t, want, d.String(), s)
	}
}

func TestNames(t *testing.T) {
	for s, want := range map[string][]string{
		"By Anna Okafor-Lindqvist and Tom Bray": {"Anna Okafor-Lindqvist", "Tom Bray"},
		"Anna Berg, Tom Bray and Jo Marlowe":    {"Anna Berg", "Tom Bray", "Jo Marlowe"},
		"Anna Berg, Staff Writer":               {"Anna Berg"},
		"Berg, Anna":                            {"Anna Berg"},
		"Paul Quist, Jr.":                       {"Paul Quist, Jr."},
		"https://social.example/anna":           nil,
		"@anna":                                 nil,
		"Holm & Sons":                           {"Holm & Sons"},
		"Associated Press":                      {"Associated Press"},
		"<a href='/x'>Anna Berg</a>":            {"Anna Berg"},
	} {
		require.Equal(t, want, names([]string{s}), s)
	}
	require.Equal(t, []string{"Anna Berg"}, printed([]string{"By Anna Berg\nMonday, November 18, 2019"}))
	require.Equal(t, []string{"ANNA BERG"}, printed([]string{"by\nANNA BERG | KQRT Staff"}))
	require.Empty(t, printed([]string{"Follow us", "View all posts by the author"}))
}

func TestByline(t *testing.T) {
	for s, want := range map[string]struct{ authors, day string }{
		"By Anna Berg in Lagos":                                                    {"Anna Berg", ""},
		"By Anna Berg | The Daily Herald":                                          {"Anna Berg", ""},
		"By Anna Berg @annab":                                                      {"Anna Berg", ""},
		"By Anna Berg Staff Writer":                                                {"Anna Berg", ""},
		"By Anna Berg Political editor":                                            {"Anna Berg", ""},
		"By Tom Bray/Herald Staff":                                                 {"Tom Bray", ""},
		"BY TOM BRAY FOR THE HERALD":                                               {"TOM BRAY", ""},
		"By Tom Bray, BBC Sport at Old Ferry Road":                                 {"Tom Bray", ""},
		"Interview by Tom Bray":                                                    {"Tom Bray", ""},
		"Anna Berg, Health Correspondent":                                          {"Anna Berg", ""},
		"By Anna Berg, Tom Bray on Monday, March 1st, 2021":                        {"Anna Berg; Tom Bray", "2021-03-01"},
		"By Anna Berg - March 3, 2021":                                             {"Anna Berg", "2021-03-03"},
		"3 March 2021, by Anna Berg":                                               {"Anna Berg", "2021-03-03"},
		"March 3, 2021 | Anna Berg":                                                {"Anna Berg", "2021-03-03"},
		"Anna Berg · 3 Mar 2021 · 4 min read":                                      {"Anna Berg", "2021-03-03"},
		"LAST UPDATED ON MARCH 3RD, 2021":                                          {"", "2021-03-03"},
		"Updated: 15:10, 3 Aug 2023 | Published: 14:02, 2 Aug 2023":                {"", "2023-08-02T14:02:00"},
		"By ANNA BERG Associated Press":                                            {"ANNA BERG", ""},
		"By Anna Berg in Lagos and Tom Bray in Rome":                               {"Anna Berg; Tom Bray", ""},
		"Words: Anna Berg | Photographs: Tom Bray":                                 {"Anna Berg", ""},
		"Posted March 3, 2021 by Anna Berg":                                        {"Anna Berg", "2021-03-03"},
		"Posted by Anna Berg on March 3, 2021":                                     {"Anna Berg", "2021-03-03"},
		"By Anna Berg Updated: March 3, 2021 9:15 a.m. ET":                         {"Anna Berg", "2021-03-03T09:15:00"},
		"Updated - March 03, 2021 09:15 am IST":                                    {"", "2021-03-03T09:15:00+05:30"},
		"Posted Wed 3 Mar 2021 at 9:15am, updated 4 Mar 2021":                      {"", "2021-03-03T09:15:00"},
		"March 3, 2021Updated 3:04 p.m. ET":                                        {"", "2021-03-03"},
		"Published on March 3, 2021, at 5:30 am (Paris), updated on March 4, 2021": {"", "2021-03-03T05:30:00"},
	} {
		b, ok := readByline(s)
		require.True(t, ok, s)
		require.Equal(t, want.authors, strings.Join(b.authors, "; "), s)
		require.Equal(t, want.day, b.published.String(), s)
	}
	for _, s := range []string{"The harbour | A history", "New Hartley | March 3, 2021", "By the time it was over", "Anna Berg said so on March 3, 2021", "Anna Berg", "Ferry fares to rise"} {
		_, ok := readByline(s)
		require.False(t, ok, s)
	}
}

func TestDateOfURL(t *testing.T) {
	for s, want := range map[string]string{
		"https://a.example/2014/11/05/fog":         "2014-11-05",
		"https://a.example/2014/1/5/":              "2014-01-05",
		"https://a.example/news/20141105-fog":      "2014-11-05",
		"https://a.example/news/2014-11-05/fog":    "2014-11-05",
		"https://a.example/2014/11/the-fog/2/":     "",
		"https://a.example/2014/11/5-kinds-of-fog": "",
		"https://a.example/2014/13/05/":            "",
		"https://a.example/2014/02/30/":            "",
	} {
		d, _ := dateOfURL(s)
		require.Equal(t, want, d.String(), s)
	}
}

func TestOriginal(t *testing.T) {
	for s, want := range map[string]string{
		"https://web.archive.example/web/20111003041502/http://a.example/b?c":     "http://a.example/b?c",
		"https://web.archive.example/web/20111003041502id_/https:/www.a.example/": "https://www.a.example/",
		"https://archive.example/2011/http":                                       "https://archive.example/2011/http",
		"https://a.example/share/20111003/http://b.example":                       "https://a.example/share/20111003/http://b.example",
	} {
		require.Equal(t, want, original(s), s)
	}
}

func TestCorrections(t *testing.T) {
	for s, want := range map[string]bool{
		"Correction: An earlier version of this article gave the weight as 12 tons.": true,
		"This article was amended on 3 April 2023 to add a photograph.":              true,
		"Update: Police have arrested a man of 34, the mayor said.":                  false,
		"Editor’s note: Ann Lee is a former mayor of Hale.":                          false,
	} {
		d, err := Text(context.Background(), []byte("The bridge was moved by night, and nobody saw it go, the baker said.\n\n"+s))
		require.NoError(t, err)
		b := d.Blocks[len(d.Blocks)-1]
		require.Equal(t, s, b.Of(d.Text))
		require.Equal(t, want, b.Corrects, s)
	}
}

func TestLenientJSON(t *testing.T) {
	v := readJSON("<!-- {\"a\": \"line\nbreak\", \"b\": [1, true, null,], \"c\": {\"d\": \"\\u00e9\\\"\"} \"e\": 2 } -->")
	require.Len(t, v, 1)
	require.Equal(t, map[string]any{"a": "line break", "b": []any{1.0, true, nil}, "c": map[string]any{"d": "é\""}, "e": 2.0}, v[0])
	require.NotPanics(t, func() { readJSON(strings.Repeat(`{"a":[`, 1000)) })
}

func TestLimits(t *testing.T) {
	src := []byte("<html><body>" + strings.Repeat("<p>The council said so on Monday.</p>", 5000))
	for name, o := range map[string]Option{"WithMaxBytes": WithMaxBytes(1000), "WithMaxNodes": WithMaxNodes(1000), "WithTimeout": WithTimeout(time.Nanosecond)} {
		_, err := HTML(context.Background(), src, o)
		var l *LimitError
		require.ErrorAs(t, err, &l, name)
		require.Equal(t, name, l.Option)
		require.ErrorContains(t, err, name)
		_, err = Text(context.Background(), []byte(strings.Repeat("The council said so.\n", 5000)), o)
		require.ErrorAs(t, err, &l, name)
		require.Equal(t, name, l.Option)
	}
	_, err := HTML(context.Background(), src, WithMaxBytes(0), WithMaxNodes(0), WithTimeout(0))
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = HTML(ctx, src)
	require.ErrorIs(t, err, context.Canceled)
	var l *LimitError
	require.False(t, errors.As(err, &l))
	_, err = Text(ctx, src)
	require.ErrorIs(t, err, context.Canceled)
}

// The path of each block leads to exactly one element of the page.
func TestPaths(t *testing.T) {
	src := `<div id="a"><p>One.</p><p>Two.</p></div><div id="a"><ul><li>x</li><li>y</li></ul></div><div id="1b"><section><h2>So</h2></section></div>`
	c := newConfig(nil)
	p, err := parse(context.Background(), src, &c)
	require.NoError(t, err)
	at := newPaths(p.root)
	var got []string
	for _, b := range p.walk().blocks {
		got = append(got, at.of(b.node))
	}
	require.Equal(t, []string{
		"html > body > div:nth-of-type(1) > p:nth-of-type(1)", "html > body > div:nth-of-type(1) > p:nth-of-type(2)",
		"html > body > div:nth-of-type(2) > ul > li:nth-of-type(1)", "html > body > div:nth-of-type(2) > ul > li:nth-of-type(2)",
		"html > body > div:nth-of-type(3) > section > h2"}, got)
}

func TestPlaces(t *testing.T) {
	src := "<p>\r\n  Caf&eacute; &amp <b>bar</b>&nbsp;x&#x41;&notit; </p><pre>\n\n a</pre><table>lost<tr><td>cell</td></tr></table><p>a\x00b"
	c := newConfig(nil)
	p, err := parse(context.Background(), src, &c)
	require.NoError(t, err)
	w := p.walk()
	want := map[string]string{"Café & bar xA¬it;": "Caf&eacute; &amp <b>bar</b>&nbsp;x&#x41;&notit;", "a": "a", "lost": "lost", "cell": "cell", "ab": "a\x00b"}
	for _, b := range w.blocks {
		require.Equal(t, want[b.text], b.src.Of(src), b.text)
	}
	require.Len(t, w.blocks, len(want))
	checkSources(t, []byte(src))
}

func TestLooksLikeHeading(t *testing.T) {
	for s, want := range map[string]bool{
		"Ferry fares to rise again":                           true,
		"Who pays for the ferry?":                             true,
		"“Nobody asked us.” ― Omar Velt":                      false,
		"\"Nobody asked us.\" -- Omar Velt, Hartley Bay":      false,
		"“Nobody asked us,” says ferry captain":               true,
		"The ferry will not sail before Monday.":              false,
		"the ferry will not sail":                             false,
		"Joan Pike, the harbour master, said of the ferry on": true,
	} {
		require.Equal(t, want, looksLikeHeading(s), s)
	}
}
