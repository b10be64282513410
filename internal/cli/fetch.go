package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// userAgent tells servers who asks.
const userAgent = "onrecord/1 (+https://github.com/onrecord/onrecord)"

// fetcher gets pages one at a time and keeps to each site's robots.txt.
type fetcher struct {
	client   *http.Client // for robots.txt, follows redirections
	page     *http.Client // does not: the rules hold for each page on the way
	maxBytes int64
	robots   map[string]*robots // by scheme and host
	last     map[string]time.Time
	pause    time.Duration // between two requests to one host
}

func newFetcher(maxBytes int64) *fetcher {
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &fetcher{client: &http.Client{Timeout: 30 * time.Second}, page: &http.Client{Timeout: 30 * time.Second, CheckRedirect: stay}, maxBytes: maxBytes, robots: map[string]*robots{}, last: map[string]time.Time{}, pause: time.Second}
}

func isURL(s string) bool {
	l := strings.ToLower(s)
	return strings.HasPrefix(l, "http://") || strings.HasPrefix(l, "https://")
}

func (f *fetcher) fetch(ctx context.Context, raw string) (Article, error) {
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" {
		return Article{}, errors.New("not a URL that can be fetched: check its spelling")
	}
	resp, err := f.open(ctx, u)
	if err != nil {
		return Article{}, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return Article{}, fmt.Errorf("the server answered %s: open the page in a browser and pass the saved file", resp.Status)
	}
	kind, _, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	if kind != "" && !strings.HasPrefix(kind, "text/") && !strings.HasSuffix(kind, "html+xml") && !strings.HasSuffix(kind, "/xml") {
		return Article{}, fmt.Errorf("the server sent %s, which is neither a page nor text", kind)
	}
	b, err := readAll(resp.Body, f.maxBytes)
	if err != nil {
		return Article{}, fmt.Errorf("fetching: %w", err)
	}
	return Article{Name: raw, Body: b, ContentType: resp.Header.Get("Content-Type"), URL: resp.Request.URL.String()}, nil
}

// maxRedirects is how many redirections a page may be away.
const maxRedirects = 10

// open requests the page at u, or that to which u leads. Wherever it leads,
// the rules of the site there hold, and its pause.
func (f *fetcher) open(ctx context.Context, u *url.URL) (*http.Response, error) {
	for hops := 0; ; hops++ {
		from := ""
		if hops > 0 {
			from = "it leads to " + u.String() + ": "
		}
		rb, err := f.rules(ctx, u)
		if err != nil {
			return nil, fmt.Errorf("%s%w", from, err)
		}
		if !rb.allows(u) {
			return nil, errors.New(from + "the site's robots.txt does not allow fetching this page: save it from a browser and pass the file")
		}
		if err := f.wait(ctx, u.Host, max(f.pause, rb.delay)); err != nil {
			return nil, err
		}
		resp, err := f.get(ctx, f.page, u)
		if err != nil {
			return nil, fmt.Errorf("%sfetching: %w: check the address and the network", from, err)
		}
		switch resp.StatusCode {
		case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		default:
			return resp, nil
		}
		resp.Body.Close()
		if u, err = resp.Location(); err != nil {
			return nil, fmt.Errorf("%sthe server answered %s without saying where to: %w", from, resp.Status, err)
		}
		if hops == maxRedirects {
			return nil, fmt.Errorf("the address leads on and on, after %d redirections to %s: open it in a browser and pass the saved file", hops, u)
		}
	}
}

func (f *fetcher) get(ctx context.Context, client *http.Client, u *url.URL) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", userAgent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,text/plain;q=0.9")
	return client.Do(req)
}

// wait lets some time pass between two requests to one host.
func (f *fetcher) wait(ctx context.Context, host string, pause time.Duration) error {
	if last, ok := f.last[host]; ok {
		if d := time.Until(last.Add(pause)); d > 0 {
			t := time.NewTimer(d)
			defer t.Stop()
			select {
			case <-t.C:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}
	f.last[host] = time.Now()
	return nil
}

// rules returns what the robots.txt of u's site asks for. As RFC 9309 has it,
// a site without one (4xx) allows everything, and one that cannot be reached
// or fails (5xx) allows nothing.
func (f *fetcher) rules(ctx context.Context, u *url.URL) (*robots, error) {
	key := u.Scheme + "://" + u.Host
	if r, ok := f.robots[key]; ok {
		return r, nil
	}
	resp, err := f.get(ctx, f.client, &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"})
	if err != nil {
		return nil, fmt.Errorf("fetching robots.txt: %w: check the address and the network", err)
	}
	defer resp.Body.Close()
	r := &robots{}
	switch {
	case resp.StatusCode >= 500:
		return nil, fmt.Errorf("the server answered %s for robots.txt: try again later", resp.Status)
	case resp.StatusCode < 300:
		r = parseRobots(io.LimitReader(resp.Body, 512<<10))
	}
	f.robots[key] = r
	return r, nil
}

// robots is the rules of a robots.txt that apply to us.
type robots struct {
	rules []robotsRule
	delay time.Duration
}

type robotsRule struct {
	pattern string
	allow   bool
}

// parseRobots reads the group for "onrecord", or else the one for "*".
func parseRobots(r io.Reader) *robots {
	var own, all robots
	var ownSeen bool
	var forOwn, forAll, inRules bool
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 64<<10)
	for sc.Scan() {
		line, _, _ := strings.Cut(sc.Text(), "#")
		k, v, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		k, v = strings.ToLower(strings.TrimSpace(k)), strings.TrimSpace(v)
		if k == "user-agent" {
			if inRules {
				forOwn, forAll, inRules = false, false, false
			}
			agent := strings.ToLower(v)
			if agent == "onrecord" {
				forOwn, ownSeen = true, true
			}
			forAll = forAll || agent == "*"
			continue
		}
		inRules = true
		for _, g := range []struct {
			on bool
			to *robots
		}{{forOwn, &own}, {forAll, &all}} {
			if !g.on {
				continue
			}
			switch k {
			case "allow", "disallow":
				if v != "" {
					g.to.rules = append(g.to.rules, robotsRule{v, k == "allow"})
				}
			case "crawl-delay":
				if d, err := time.ParseDuration(v + "s"); err == nil && d > 0 {
					g.to.delay = min(d, 30*time.Second)
				}
			}
		}
	}
	if ownSeen {
		return &own
	}
	return &all
}

// allows applies the longest rule that matches; of two as long, the one that
// allows.
func (r *robots) allows(u *url.URL) bool {
	p := u.EscapedPath()
	if p == "" {
		p = "/"
	}
	if u.RawQuery != "" {
		p += "?" + u.RawQuery
	}
	best, ok := -1, true
	for _, x := range r.rules {
		if n := len(x.pattern); robotsMatch(x.pattern, p) && (n > best || n == best && x.allow) {
			best, ok = n, x.allow
		}
	}
	return ok
}

// robotsMatch matches a path against a pattern in which * stands for anything
// and a final $ for the end.
func robotsMatch(pattern, p string) bool {
	end := strings.HasSuffix(pattern, "$")
	parts := strings.Split(strings.TrimSuffix(pattern, "$"), "*")
	if !strings.HasPrefix(p, parts[0]) {
		return false
	}
	p = p[len(parts[0]):]
	for i, part := range parts[1:] {
		if end && i == len(parts)-2 {
			return strings.HasSuffix(p, part)
		}
		j := strings.Index(p, part)
		if j < 0 {
			return false
		}
		p = p[j+len(part):]
	}
	return !end || p == ""
}
