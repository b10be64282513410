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

// A page is as far as redirections lead, and the rules of each site on the way
// hold, not only those of the first.
func TestFetchRedirected(t *testing.T) {
	var asked []string
	there := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.Path)
		switch r.URL.Path {
		case "/robots.txt":
			_, _ = w.Write([]byte("User-agent: *\nDisallow: /members/\n"))
		case "/old":
			http.Redirect(w, r, "/new", http.StatusMovedPermanently)
		default:
			_, _ = w.Write([]byte(rainPage))
		}
	}))
	defer there.Close()
	here := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/robots.txt":
			http.NotFound(w, r)
		case "/round":
			http.Redirect(w, r, "/round", http.StatusFound)
		case "/nowhere":
			w.WriteHeader(http.StatusSeeOther)
		case "/file":
			w.Header().Set("Location", "file:///etc/hosts")
			w.WriteHeader(http.StatusFound)
		default:
			http.Redirect(w, r, there.URL+r.URL.Path, http.StatusTemporaryRedirect)
		}
	}))
	defer here.Close()
	f := newFetcher(4000)
	f.pause = 0

	a, err := f.fetch(t.Context(), here.URL+"/old")
	require.NoError(t, err)
	require.Equal(t, here.URL+"/old", a.Name)
	require.Equal(t, there.URL+"/new", a.URL, "where its links start from")
	require.Equal(t, rainPage, string(a.Body))
	require.Equal(t, []string{"/robots.txt", "/old", "/new"}, asked)

	_, err = f.fetch(t.Context(), here.URL+"/members/diary")
	require.ErrorContains(t, err, "it leads to "+there.URL+"/members/diary: the site's robots.txt does not allow")
	require.Equal(t, []string{"/robots.txt", "/old", "/new"}, asked, "the page was fetched nonetheless")

	_, err = f.fetch(t.Context(), here.URL+"/round")
	require.ErrorContains(t, err, "10 redirections")
	_, err = f.fetch(t.Context(), here.URL+"/nowhere")
	require.ErrorContains(t, err, "303 See Other without saying where to")
	_, err = f.fetch(t.Context(), here.URL+"/file")
	require.ErrorContains(t, err, "unsupported protocol scheme")
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
