package corpus

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"
)

// Word is one row of a CoNLL-U or CoreNLP file.
type Word struct {
	Form, Lemma, UPOS, XPOS, Feats string
	NER                            string // CoreNLP only: PERSON, LOCATION, ... or O
	Head                           int    // 1-based in its sentence, 0 for the root
	Rel                            string
	Misc                           string
	// Start and End are byte offsets in the document: for CoreNLP those of the
	// file, for CoNLL-U those in Sentence.Text.
	Start, End int
}

// Sentence is one sentence of a treebank.
type Sentence struct {
	ID, Text string
	// Par tells that a paragraph begins with this sentence; Block is what the
	// treebank says of it ("head", "p" ...), where it does.
	Par   bool
	Block string
	Words []Word
}

// Tree is one document of a treebank.
type Tree struct {
	ID, Genre string
	Sentences []Sentence
}

// Conllu reads a CoNLL-U file. Multi-word token lines and empty nodes are
// passed over, but offsets follow the text of the sentence.
func Conllu(path string) ([]Tree, error) {
	r, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<24)
	var docs []Tree
	var s Sentence
	var at, mwtEnd, mwtLast int
	flush := func() {
		if len(s.Words) > 0 {
			if len(docs) == 0 {
				docs = append(docs, Tree{})
			}
			d := &docs[len(docs)-1]
			d.Sentences = append(d.Sentences, s)
		}
		s, at, mwtEnd, mwtLast = Sentence{}, 0, 0, 0
	}
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		switch {
		case line == "":
			flush()
		case line[0] == '#':
			k, v, _ := strings.Cut(strings.TrimSpace(line[1:]), "=")
			k, v = strings.TrimSpace(k), strings.TrimSpace(v)
			switch {
			case k == "newdoc id":
				docs = append(docs, Tree{ID: v})
			case k == "meta::genre" && len(docs) > 0:
				docs[len(docs)-1].Genre = v
			case k == "sent_id":
				s.ID = v
			case k == "text":
				s.Text = v
			case strings.HasPrefix(k, "newpar"):
				s.Par = true
				if k == "newpar_block" {
					s.Block, _, _ = strings.Cut(v, " ")
				}
			}
		default:
			f := strings.Split(line, "\t")
			if len(f) < 10 {
				return nil, fmt.Errorf("%s:%d: %d fields, want 10", path, n, len(f))
			}
			if strings.Contains(f[0], ".") {
				continue
			}
			if _, last, ok := strings.Cut(f[0], "-"); ok {
				// The surface form of a multi-word token: its words are
				// looked for inside it.
				if i := strings.Index(s.Text[at:], f[1]); i >= 0 {
					at += i
					mwtEnd = at + len(f[1])
				}
				mwtLast, _ = strconv.Atoi(last)
				continue
			}
			id, err := strconv.Atoi(f[0])
			if err != nil {
				return nil, fmt.Errorf("%s:%d: bad id %q", path, n, f[0])
			}
			w := Word{Form: f[1], Lemma: f[2], UPOS: f[3], XPOS: f[4], Feats: f[5], Rel: f[7], Misc: f[9]}
			w.Head, _ = strconv.Atoi(f[6])
			if i := strings.Index(s.Text[at:], f[1]); i >= 0 && i < 8 {
				w.Start, w.End = at+i, at+i+len(f[1])
			} else {
				w.Start, w.End = at, min(at+len(f[1]), len(s.Text))
			}
			at = w.End
			if id == mwtLast && mwtEnd > 0 {
				w.End, at = mwtEnd, mwtEnd
			}
			s.Words = append(s.Words, w)
		}
	}
	flush()
	return docs, sc.Err()
}

// CoreNLP reads a file of CoreNLP's annotation: documents by id.
func CoreNLP(path string) ([]Tree, error) {
	r, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<24)
	var docs []Tree
	var s Sentence
	flush := func() {
		if len(s.Words) > 0 {
			d := &docs[len(docs)-1]
			d.Sentences = append(d.Sentences, s)
		}
		s = Sentence{}
	}
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		if line == "" {
			flush()
			continue
		}
		if id, ok := strings.CutPrefix(line, "#doc\t"); ok {
			flush()
			docs = append(docs, Tree{ID: id})
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 9 || len(docs) == 0 {
			return nil, fmt.Errorf("%s:%d: %d fields, want 9 behind a #doc line", path, n, len(f))
		}
		w := Word{Form: f[3], Lemma: f[4], XPOS: f[5], NER: f[6], Rel: f[8]}
		w.Start, _ = strconv.Atoi(f[1])
		w.End, _ = strconv.Atoi(f[2])
		w.Head, _ = strconv.Atoi(f[7])
		s.Words = append(s.Words, w)
	}
	if len(docs) > 0 {
		flush()
	}
	return docs, sc.Err()
}
