package archive

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
)

// Kind says what a file holds.
type Kind string

// The kinds of file.
const (
	AutoKind    Kind = ""        // by name, and by first bytes where the name says nothing
	JSONLines   Kind = "jsonl"   // one article a line
	JSON        Kind = "json"    // one article a file
	WARC        Kind = "warc"    // HTTP responses
	ParquetFile Kind = "parquet" // one article a row
	HTMLFile    Kind = "html"    // one page a file
	TextFile    Kind = "text"    // one article a file
)

// ParseKind returns the kind named s; "auto" is AutoKind.
func ParseKind(s string) (Kind, error) {
	switch k := Kind(s); k {
	case AutoKind, JSONLines, JSON, WARC, ParquetFile, HTMLFile, TextFile:
		return k, nil
	case "auto":
		return AutoKind, nil
	}
	return "", fmt.Errorf("unknown kind of input %q: use auto, jsonl, json, warc, parquet, html or text", s)
}

// KindOf tells a file's kind by its name, AutoKind where that says nothing.
func KindOf(name string) Kind {
	name = strings.ToLower(name)
	for _, z := range []string{".gz", ".zst", ".zstd"} {
		name = strings.TrimSuffix(name, z)
	}
	switch filepath.Ext(name) {
	case ".jsonl", ".ndjson", ".jl":
		return JSONLines
	case ".json":
		return JSON
	case ".warc":
		return WARC
	case ".parquet":
		return ParquetFile
	case ".html", ".htm", ".xhtml", ".xht":
		return HTMLFile
	case ".txt", ".text", ".md":
		return TextFile
	}
	return AutoKind
}

// kindOfBytes tells a file's kind by its first (decompressed) bytes.
func kindOfBytes(head []byte) Kind {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("WARC/")):
		return WARC
	case bytes.HasPrefix(head, []byte("PAR1")):
		return ParquetFile
	case bytes.HasPrefix(head, []byte("{")):
		return JSONLines
	case bytes.HasPrefix(head, []byte("<")):
		return HTMLFile
	}
	return TextFile
}
