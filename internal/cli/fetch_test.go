package cli

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// rainPage is an article in windows-1252 that does not say so itself.
var rainPage = "<html><head><title>Rain in Elding</title></head><body><article><h1>Rain in Elding</h1><p>\x93It rained,\x94 said Zo\xe9 Brook, the mayor of Elding, on Monday morning.</p>" +
	strings.Repeat("<p>The council had met for two hours, and nobody on it could remember a wetter spring, or a drier meeting, in all the years that they had sat together.</p>", 6) +
	"</article></body></html>"

func TestFetch(t *testing.T) {
	var agents []string
	busy := make(chan struct{}, 1)
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case busy <- struct{}{}:
		default:
			t.Error("two requests at once")
		}
		defer func() { <-busy }()
		agents = append(agents, r.UserAgent())
		switch r.URL.Path {
		case "/robots.txt":
			_, _ = w.Write([]byte("User-agent: *\nDisallow: /private/\nAllow: /private/press\n"))
		case "/big":
			_, _ = w.Write([]byte(strings.Repeat("x", 5000)))
		case "/pdf":
			w.Header().Set("Content-Type", "application/pdf")
		case "/gone":
			http.Error(w, "gone", http.StatusGone)
		default:
			w.Header().Set("Content-Type", "text/html; charset=windows-1252")
			_, _ = w.Write([]byte(rainPage))
		}
	}))
	defer srv.Close()
	f := newFetcher(4000)
	f.pause = 0
	get := func(path string) (Article, error) { return f.fetch(t.Context(), srv.URL+path) }

	a, err := get("/story")
	require.NoError(t, err)
	require.Equal(t, srv.URL+"/story", a.Name)
	require.Equal(t, "text/html; charset=windows-1252", a.ContentType)
	_, err = get("/private/diary")
	require.ErrorContains(t, err, "robots.txt")
	_, err = get("/private/press/1")
	require.NoError(t, err)
	_, err = get("/big")
	require.ErrorContains(t, err, "--max-bytes")
	_, err = get("/pdf")
	require.ErrorContains(t, err, "application/pdf")
	_, err = get("/gone")
	require.ErrorContains(t, err, "410 Gone")
	for _, a := range agents {
		require.Contains(t, a, "onrecord")
	}
	_, err = f.fetch(t.Context(), "http://")
	require.ErrorContains(t, err, "URL")

	out, errs, code := run(t, "", "extract", srv.URL+"/story", srv.URL+"/private/diary")
	require.Equal(t, ExitFailed, code)
	require.Contains(t, errs, "/private/diary: the site's robots.txt")
	rs := records(t, out)
	require.Len(t, rs, 1)
	require.Contains(t, rs[0].Article.Text, "“It rained,” said Zoé Brook")
}

func TestFetchWaitsBetweenRequests(t *testing.T) {
	var times []time.Time
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		times = append(times, time.Now())
	}))
	defer srv.Close()
	f := newFetcher(2000)
	f.pause = 60 * time.Millisecond
	for range 3 {
		_, err := f.fetch(t.Context(), srv.URL+"/a")
		require.NoError(t, err)
	}
	require.Len(t, times, 3)
	require.Greater(t, times[2].Sub(times[0]), 110*time.Millisecond)
}

func TestRobots(t *testing.T) {
	r := parseRobots(strings.NewReader(`
# comment
User-agent: otherbot
Disallow: /

User-agent: *
Disallow: /drafts
Disallow: /*.pdf$
Crawl-delay: 2
Allow: /drafts/public

User-agent: somebot
Disallow: /all
`))
	for path, want := range map[string]bool{"/": true, "/news/1": true, "/drafts/x": false, "/drafts/public/x": true, "/a/b.pdf": false, "/a/b.pdf?x=1": true, "/all": true} {
		u, err := url.Parse("https://site.example" + path)
		require.NoError(t, err)
		require.Equal(t, want, r.allows(u), path)
	}
	require.Equal(t, 2*time.Second, r.delay)
	own := parseRobots(strings.NewReader("User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nDisallow: /x\n"))
	u, _ := url.Parse("https://site.example/news")
	require.True(t, own.allows(u))
}

func FuzzRobots(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /a*b$\nAllow: /", "/ab")
	f.Fuzz(func(t *testing.T, txt, path string) {
		parseRobots(strings.NewReader(txt)).allows(&url.URL{Path: path})
	})
}
