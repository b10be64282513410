package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/onrecord/onrecord/archive"
)

// Article is one input before it is analysed.
type Article struct {
	Name string // the path or URL as given, "-" for standard input
	Body []byte
	// ContentType is what its server said it is, and URL where that served it,
	// after any redirection; "" for files.
	ContentType, URL string
}

// Articles calls do with every article that args name, one after the other:
// files, folders (walked in the order of their names), URLs and "-". An input
// that cannot be read is complained about and passed over. It stops at the
// first error that do returns. The folder out, where results go, is no input.
func Articles(e *Env, args []string, maxBytes int64, out string, do func(Article) error) error {
	var web *fetcher
	for _, arg := range args {
		if err := e.Context.Err(); err != nil {
			return err
		}
		switch {
		case arg == "-":
			b, err := e.read(arg, maxBytes)
			if err != nil {
				e.Complain(err)
				continue
			}
			if err := do(Article{Name: "-", Body: b}); err != nil {
				return err
			}
		case isURL(arg):
			if web == nil {
				web = newFetcher(maxBytes)
			}
			a, err := web.fetch(e.Context, arg)
			if err != nil {
				e.Complain(fmt.Errorf("%s: %w", arg, err))
				continue
			}
			if err := do(a); err != nil {
				return err
			}
		default:
			if err := walk(e, arg, maxBytes, out, do); err != nil {
				return err
			}
		}
	}
	return nil
}

// articleExt are the files that a walk through a folder takes, compressed ones
// too.
var articleExt = map[string]bool{".html": true, ".htm": true, ".xhtml": true, ".txt": true, ".text": true}

func walk(e *Env, root string, maxBytes int64, out string, do func(Article) error) error {
	if out != "" && sameFile(root, out) {
		return usagef("--out %s: the results would mix with the articles in this folder: name another", out)
	}
	var stop error
	found := false
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if e.Context.Err() != nil {
			stop = e.Context.Err()
			return filepath.SkipAll
		}
		if err != nil {
			e.Complain(err)
			if d != nil && d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		hidden := path != root && strings.HasPrefix(d.Name(), ".")
		if d.IsDir() {
			if hidden || out != "" && sameFile(path, out) {
				return filepath.SkipDir
			}
			return nil
		}
		if path != root && (hidden || !articleExt[strings.ToLower(filepath.Ext(unpackedName(path)))]) {
			return nil
		}
		found = true
		b, err := e.read(path, maxBytes)
		if err != nil {
			e.Complain(err)
			return nil
		}
		if stop = do(Article{Name: path, Body: b}); stop != nil {
			return filepath.SkipAll
		}
		return nil
	})
	switch {
	case stop != nil:
		return stop
	case err != nil:
		e.Complain(err)
	case !found && !e.failed:
		e.Complain(fmt.Errorf("%s: no articles in this folder: it has no .html, .htm, .xhtml, .txt or .text file; name other files themselves", root))
	}
	return nil
}

// open opens the file at path, standard input for "-", and unpacks what is
// compressed.
func (e *Env) open(path string) (io.ReadCloser, error) {
	if path == "-" {
		r, err := archive.Decompress(newWaiting(e.Context, e.Stdin))
		if err != nil {
			return nil, fmt.Errorf("-: %w", err)
		}
		return r, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	r, err := archive.Decompress(f)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return unpacked{r, f}, nil
}

// read reads all of what open opens; maxBytes bounds it as it is unpacked.
func (e *Env) read(path string, maxBytes int64) ([]byte, error) {
	f, err := e.open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := readAll(f, maxBytes)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return b, nil
}

// unpacked is a decompressor and the file under it.
type unpacked struct {
	io.ReadCloser
	file *os.File
}

func (u unpacked) Close() error { return errors.Join(u.ReadCloser.Close(), u.file.Close()) }

// unpackedName is the name of a file without the ending that says how it is
// compressed.
func unpackedName(name string) string {
	switch ext := filepath.Ext(name); strings.ToLower(ext) {
	case ".gz", ".zst", ".zstd":
		return strings.TrimSuffix(name, ext)
	}
	return name
}

// waiting is a reader that may keep one waiting: standard input. It ends when
// the run does, though nothing comes.
type waiting struct {
	ctx   context.Context
	r     io.Reader
	buf   []byte
	ahead []byte // what of buf is still to be given
	err   error  // what ended the reading
}

func newWaiting(ctx context.Context, r io.Reader) *waiting {
	return &waiting{ctx: ctx, r: r, buf: make([]byte, 64<<10)}
}

func (w *waiting) Read(p []byte) (int, error) {
	if len(w.ahead) == 0 && w.err == nil {
		w.fill()
	}
	if len(w.ahead) == 0 {
		return 0, w.err
	}
	n := copy(p, w.ahead)
	w.ahead = w.ahead[n:]
	return n, nil
}

// fill reads on. Who does not wait any more never touches reader and buffer
// again: they belong to the goroutine that still waits, until the process ends.
func (w *waiting) fill() {
	if w.err = w.ctx.Err(); w.err != nil {
		return
	}
	type read struct {
		n   int
		err error
	}
	done := make(chan read, 1)
	go func() {
		n, err := w.r.Read(w.buf)
		done <- read{n, err}
	}()
	select {
	case got := <-done:
		w.ahead, w.err = w.buf[:got.n], got.err
	case <-w.ctx.Done():
		w.err = w.ctx.Err()
	}
}

// errTooBig says which flag raises the limit.
type errTooBig int64

func (n errTooBig) Error() string {
	return fmt.Sprintf("larger than %d bytes: raise --max-bytes if it is to be read all the same", int64(n))
}

// readAll reads r to its end, which may be at most maxBytes away; 0 is any way.
func readAll(r io.Reader, maxBytes int64) ([]byte, error) {
	if maxBytes > 0 {
		r = io.LimitReader(r, maxBytes+1)
	}
	var b bytes.Buffer
	n, err := b.ReadFrom(r)
	if err != nil {
		return nil, err
	}
	if maxBytes > 0 && n > maxBytes {
		return nil, errTooBig(maxBytes)
	}
	return b.Bytes(), nil
}

// withRemedy adds to an error what can be done about it, where the error's
// own words do not say.
func withRemedy(err error) string {
	s := err.Error()
	var pe *fs.PathError
	if errors.As(err, &pe) {
		if s == pe.Error() {
			s = fmt.Sprintf("%s: %v", pe.Path, pe.Err)
		}
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return s + ": check the path"
		case errors.Is(err, fs.ErrPermission):
			return s + ": make it readable for this user"
		case errors.Is(err, syscall.EISDIR):
			return s + ": name a file"
		case errors.Is(err, syscall.ENOTDIR):
			return s + ": name a folder"
		}
	}
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return s + ": raise --timeout, or leave this input out"
	case err == context.Canceled:
		return "the run was interrupted"
	case errors.Is(err, context.Canceled):
		return s + ": the run was interrupted"
	}
	return s
}

func brokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
