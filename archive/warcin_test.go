package archive

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// warcRecord makes one record.
func warcRecord(typ, uri, contentType string, body []byte) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2031-04-05T06:07:08Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n", typ, uri, contentType, len(body))
	b.Write(body)
	b.WriteString("\r\n\r\n")
	return b.Bytes()
}

// page makes the response record of article i, in one of the ways servers send pages.
func page(i int) []byte {
	html := fmt.Appendf(nil, "<html><body><p>%s</p></body></html>", article(i))
	uri := fmt.Sprintf("https://orsund.example/%d.html", i)
	head := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
	switch i % 5 {
	case 1:
		head += "Content-Encoding: gzip\r\n"
		html = gz(html)
	case 2:
		head += "Transfer-Encoding: chunked\r\n"
		k := len(html) / 2
		html = fmt.Appendf(nil, "%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n", k, html[:k], len(html)-k, html[k:])
	case 3: // undone by the crawler, the header left
		head += "Transfer-Encoding: chunked\r\nContent-Encoding: br\r\n"
	}
	return warcRecord("response", uri, "application/http; msgtype=response", append([]byte(head+"\r\n"), html...))
}

// warcFile makes a WARC file of n pages, each with what stands beside them.
func warcFile(n int, zip bool) []byte {
	var b bytes.Buffer
	add := func(rec []byte) {
		if zip {
			rec = gz(rec)
		}
		b.Write(rec)
	}
	add(warcRecord("warcinfo", "", "application/warc-fields", []byte("software: orsund\r\n")))
	for i := range n {
		uri := fmt.Sprintf("https://orsund.example/%d.html", i)
		add(warcRecord("request", uri, "application/http; msgtype=request", []byte("GET / HTTP/1.1\r\n\r\n")))
		add(page(i))
		if i%3 == 0 {
			add(warcRecord("response", uri+".png", "application/http; msgtype=response", []byte("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nWARC/1.0\nPNG")))
			add(warcRecord("response", uri+".gone", "application/http; msgtype=response", []byte("HTTP/1.1 404 Gone\r\nContent-Type: text/html\r\n\r\n<p>gone</p>")))
		}
	}
	return b.Bytes()
}

func TestWARC(t *testing.T) {
	for name, data := range map[string][]byte{
		"a.warc": warcFile(60, false), "a.warc.gz": warcFile(60, true), "whole.warc.gz": gz(warcFile(60, false)), "a.warc.zst": zst(warcFile(60, false)),
	} {
		t.Run(name, func(t *testing.T) {
			in := put(t, filepath.Join(t.TempDir(), name), data)
			out := t.TempDir()
			s, err := Run(context.Background(), &fake{}, Input{Paths: []string{in}}, out, jsonSink(t, out))
			require.NoError(t, err)
			require.Zero(t, s.Failures)
			got := records(t, out)
			require.Len(t, got, 60)
			for i, r := range got {
				require.Equal(t, article(i), r.Article.Text)
				require.Equal(t, fmt.Sprintf("https://orsund.example/%d.html", i), r.Input)
			}
			// The same from standard input.
			out2 := t.TempDir()
			_, err = Run(context.Background(), &fake{}, Input{Paths: []string{"-"}, Stdin: bytes.NewReader(data), Kind: WARC}, out2, jsonSink(t, out2))
			require.NoError(t, err)
			require.Equal(t, tree(t, out)["records-00000.jsonl"], tree(t, out2)["records-00000.jsonl"])
		})
	}
}

// Damage costs the records that it is in, and one line each.
func TestBrokenWARC(t *testing.T) {
	var plain, zipped bytes.Buffer
	for i := range 40 {
		rec := page(i * 5) // plain pages
		switch i {
		case 10: // damaged in the middle
			z := gz(rec)
			copy(z[len(z)/2:], bytes.Repeat([]byte{0xff}, 8))
			zipped.Write(z)
			plain.Write(bytes.Replace(rec, []byte("Content-Length"), []byte("Content-Width"), 1))
		case 20: // cut off
			z := gz(rec)
			zipped.Write(z[:len(z)-20])
			plain.Write(rec[:len(rec)/2])
		default:
			zipped.Write(gz(rec))
			plain.Write(rec)
		}
	}
	for name, data := range map[string][]byte{"a.warc": plain.Bytes(), "a.warc.gz": zipped.Bytes()} {
		for _, path := range []string{put(t, filepath.Join(t.TempDir(), name), data), "-"} {
			out := t.TempDir()
			s, err := Run(context.Background(), &fake{}, Input{Paths: []string{path}, Stdin: bytes.NewReader(data), Kind: WARC}, out, jsonSink(t, out))
			require.NoError(t, err)
			seen := map[string]bool{}
			for _, r := range records(t, out) {
				require.False(t, seen[r.Article.Text])
				seen[r.Article.Text] = true
			}
			lost := 0
			for i := range 40 {
				if !seen[article(i*5)] {
					lost++
				}
			}
			// A record that is cut off takes the beginning of the next with it
			// where that cannot be told apart.
			require.LessOrEqual(t, lost, 3, "%s %s", name, path)
			require.GreaterOrEqual(t, s.Failures, int64(2), "%s %s", name, path)
			require.LessOrEqual(t, s.Failures, int64(4), "%s %s", name, path)
			require.Len(t, failures(t, out), int(s.Failures))
		}
	}
}

func TestEach(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "a.jsonl"), jsonl(20, 10))
	put(t, filepath.Join(dir, "b.warc.gz"), warcFile(20, true))
	put(t, filepath.Join(dir, "c.txt"), []byte(article(3)))
	var items, failed int
	err := Each(context.Background(), Input{Paths: []string{dir, filepath.Join(dir, "absent")}}, 0, func(it *Item, f *Failure) error {
		if f != nil {
			failed++
			require.EqualValues(t, items+failed-1, f.Seq)
			return nil
		}
		require.EqualValues(t, items+failed, it.Seq)
		require.NotEmpty(t, it.Body)
		items++
		return nil
	})
	require.NoError(t, err)
	require.Equal(t, 18+20+1, items)
	require.Equal(t, 3, failed)
}
