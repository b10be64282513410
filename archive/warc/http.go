package warc

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http/httputil"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Response is an HTTP response as it was recorded.
type Response struct {
	Status int
	Header textproto.MIMEHeader
	// MediaType is the Content-Type in lower case without parameters.
	MediaType string
	// Raw is the body as it was sent: chunked and compressed as Header says.
	Raw []byte
}

// IsHTML reports whether the response is a page that was found.
func (r *Response) IsHTML() bool {
	return r.Status == 200 && (r.MediaType == "text/html" || r.MediaType == "application/xhtml+xml")
}

// ReadHead reads the status line and the header of a response.
func ReadHead(b *bufio.Reader) (*Response, error) {
	tp := textproto.NewReader(b)
	line, err := tp.ReadLine()
	if err != nil {
		return nil, fmt.Errorf("HTTP status line: %w", eof(err))
	}
	f := strings.Fields(line)
	if len(f) < 2 || !strings.HasPrefix(f[0], "HTTP/") {
		return nil, fmt.Errorf("%q is no HTTP status line", line[:min(len(line), 80)])
	}
	r := new(Response)
	if r.Status, err = strconv.Atoi(f[1]); err != nil {
		return nil, fmt.Errorf("%q is no HTTP status", f[1])
	}
	r.Header = textproto.MIMEHeader{}
	// Servers send what they like; a line that is no header is passed over.
	for {
		line, err := tp.ReadLine()
		if err != nil {
			return nil, fmt.Errorf("HTTP header: %w", eof(err))
		}
		if line == "" {
			break
		}
		if k, v, ok := strings.Cut(line, ":"); ok {
			r.Header.Add(strings.TrimSpace(k), strings.TrimSpace(v))
		}
	}
	t := r.Header.Get("Content-Type")
	if r.MediaType, _, err = mime.ParseMediaType(t); err != nil {
		r.MediaType = strings.ToLower(strings.TrimSpace(strings.SplitN(t, ";", 2)[0]))
	}
	return r, nil
}

// Body undoes chunking and compression, to at most max bytes. Crawlers
// often have undone them already and left the header as it was: data that is
// not as the header says is taken as it is.
func (r *Response) Body(max int64) ([]byte, error) {
	body := r.Raw
	if strings.Contains(strings.ToLower(r.Header.Get("Transfer-Encoding")), "chunked") {
		if b, err := dechunk(body); err == nil {
			body = b
		} else if len(b) > 0 {
			return nil, fmt.Errorf("chunked HTTP body: %w", err)
		}
	}
	codings := strings.Split(strings.ToLower(strings.Join(r.Header.Values("Content-Encoding"), ",")), ",")
	for i := len(codings) - 1; i >= 0; i-- {
		b, err := decode(strings.TrimSpace(codings[i]), body, max)
		if err != nil {
			return nil, err
		}
		body = b
	}
	if int64(len(body)) > max {
		return nil, ErrTooLarge
	}
	return body, nil
}

// ErrTooLarge says that a body has more bytes than asked for.
var ErrTooLarge = errors.New("the decoded body is too large")

// dechunk returns what it could decode with its error.
func dechunk(b []byte) ([]byte, error) {
	var out bytes.Buffer
	_, err := out.ReadFrom(httputil.NewChunkedReader(bytes.NewReader(b)))
	return out.Bytes(), err
}

func decode(coding string, body []byte, max int64) ([]byte, error) {
	var z io.Reader
	var err error
	sure := false // that body is in this coding
	switch coding {
	case "gzip", "x-gzip":
		sure = bytes.HasPrefix(body, gzipMagic[:2])
		if sure {
			z, err = gzip.NewReader(bytes.NewReader(body))
		}
	case "deflate":
		if z, err = zlib.NewReader(bytes.NewReader(body)); err != nil {
			z, err = flate.NewReader(bytes.NewReader(body)), nil
		}
	case "br":
		z = brotli.NewReader(bytes.NewReader(body))
	case "zstd":
		sure = bytes.HasPrefix(body, []byte{0x28, 0xb5, 0x2f, 0xfd})
		if sure {
			var d *zstd.Decoder
			if d, err = zstd.NewReader(bytes.NewReader(body), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(64<<20)); err == nil {
				defer d.Close()
				z = d
			}
		}
	default: // "", "identity", and names that nobody knows
		return body, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s HTTP body: %w", coding, err)
	}
	if z == nil {
		return body, nil
	}
	var out bytes.Buffer
	n, err := out.ReadFrom(io.LimitReader(z, max+1))
	switch {
	case n > max:
		return nil, ErrTooLarge
	case err != nil && n == 0 && !sure:
		return body, nil
	case err != nil:
		return nil, fmt.Errorf("%s HTTP body: %w", coding, err)
	}
	return out.Bytes(), nil
}
