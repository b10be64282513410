package main

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/internal/words"
	"github.com/onrecord/onrecord/nlp"
)

// tagged is a sentence with what a corpus says of its tokens.
type tagged struct {
	forms []string
	tags  []nlp.POS // NoPOS where not known
	fixed []nlp.POS // of marks; nil: those of tags
	names []string  // CoreNLP's entity label; nil where the corpus has none
	genre string
	doc   int // number of the document in its corpus
}

func (s *tagged) words() []words.Word {
	ws := make([]words.Word, len(s.forms))
	for i, f := range s.forms {
		ws[i].Set(f)
	}
	return ws
}

// annotatedPolnear reads CoreNLP's annotation of a part of PolNeAR, and the
// texts by the id of their article.
func annotatedPolnear(data, part string) (trees []corpus.Tree, text map[string]string, err error) {
	if trees, err = corpus.CoreNLP(filepath.Join(data, "polnear", part+".corenlp.tsv.gz")); err != nil {
		return nil, nil, err
	}
	docs, err := corpus.JSONLines[corpus.Attributed](filepath.Join(data, "polnear", part+".jsonl.gz"))
	if err != nil {
		return nil, nil, err
	}
	text = map[string]string{}
	for _, d := range docs {
		text[d.ID] = d.Text
	}
	return trees, text, nil
}

// polnear reads CoreNLP's annotation of a part of PolNeAR, mapped to our own
// tokens and sentences of the same texts.
func polnear(data, part string) ([]tagged, error) {
	trees, text, err := annotatedPolnear(data, part)
	if err != nil {
		return nil, err
	}
	var out []tagged
	var a nlp.Annotation
	for n, t := range trees {
		nlp.Split(nlp.Input{Text: text[t.ID]}, &a)
		var silver []corpus.Word
		for _, s := range t.Sentences {
			silver = append(silver, s.Words...)
		}
		k := 0
		marks := nlp.MarkTags(&a)
		for _, s := range a.Sentences {
			x := tagged{genre: "news", doc: n, fixed: marks[s.First:s.Last]}
			for i := s.First; i < s.Last; i++ {
				tok := a.Tokens[i]
				for k < len(silver) && silver[k].End <= int(tok.Start) {
					k++
				}
				tag, ner := nlp.NoPOS, "O"
				if k < len(silver) && silver[k].Start <= int(tok.Start) && silver[k].End >= int(tok.End) {
					w := &silver[k]
					ner = w.NER
					if w.Start == int(tok.Start) && w.End == int(tok.End) {
						tag = nlp.ParsePOS(w.XPOS)
						if tag == nlp.TO && w.Rel == "case" {
							tag = nlp.IN // as the treebanks have it
						}
					} else if a.Word(i) == "-" {
						tag = nlp.HYPH
					} else if p := nlp.ParsePOS(w.XPOS); p.Proper() || w.End == int(tok.End) && p.Noun() {
						tag = p
					}
				}
				if f := a.Word(i); strings.Contains(f, "://") || strings.HasPrefix(f, "@") && len(f) > 1 {
					tag = nlp.ADD
				}
				x.forms = append(x.forms, a.Word(i))
				x.tags = append(x.tags, tag)
				x.names = append(x.names, ner)
			}
			out = append(out, x)
		}
	}
	return out, nil
}

// universal reads a CoNLL-U file.
func universal(path string) ([]tagged, error) {
	trees, err := corpus.Conllu(path)
	if err != nil {
		return nil, err
	}
	var out []tagged
	for n, t := range trees {
		for _, s := range t.Sentences {
			x := tagged{genre: t.Genre, doc: n}
			for _, w := range s.Words {
				x.forms = append(x.forms, w.Form)
				x.tags = append(x.tags, nlp.ParsePOS(w.XPOS))
			}
			out = append(out, x)
		}
	}
	return out, nil
}

// zipped calls f for each file of a zip archive whose name has the suffix, in
// the order of their names.
func zipped(path, suffix string, f func(name, text string) error) error {
	z, err := zip.OpenReader(path)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	defer z.Close()
	sort.Slice(z.File, func(i, j int) bool { return z.File[i].Name < z.File[j].Name })
	for _, e := range z.File {
		if !strings.HasSuffix(e.Name, suffix) {
			continue
		}
		r, err := e.Open()
		if err != nil {
			return err
		}
		b, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			return err
		}
		if err := f(e.Name, string(b)); err != nil {
			return err
		}
	}
	return nil
}

// unescape turns the treebank's escapes back into what newspapers print.
var unescape = strings.NewReplacer("-LRB-", "(", "-RRB-", ")", "-LCB-", "{", "-RCB-", "}", `\/`, "/", `\*`, "*")

// hyphens cuts a token at its hyphens as our tokenizer does, so that corpora
// which keep compounds whole can be used; the tags of the parts are not
// known, but for proper nouns and the last part of nouns.
func (s *tagged) add(form string, tag nlp.POS) {
	var a nlp.Annotation
	if strings.Contains(form, "-") && len(form) > 2 && strings.Trim(form, "-") != "" {
		nlp.Split(nlp.Input{Text: form}, &a)
		if n := len(a.Tokens); n > 1 {
			for i := range a.Tokens {
				t := nlp.NoPOS
				switch {
				case a.Word(i) == "-":
					t = nlp.HYPH
				case tag.Proper(), i == n-1 && tag.Noun():
					t = tag
				}
				s.forms = append(s.forms, a.Word(i))
				s.tags = append(s.tags, t)
			}
			return
		}
	}
	s.forms = append(s.forms, form)
	s.tags = append(s.tags, tag)
}

// prepositions tells the preposition "to" from the infinitive's, as the
// Universal Dependencies do.
func (s *tagged) prepositions() {
	for i, t := range s.tags {
		if t != nlp.TO {
			continue
		}
		k := i + 1
		for k < len(s.tags) && (s.tags[k] == nlp.RB || s.tags[k] == nlp.RBR) && k < i+3 {
			k++
		}
		if k < len(s.tags) && s.tags[k] != nlp.VB && s.tags[k] != nlp.NoPOS {
			s.tags[i] = nlp.IN
		}
	}
}

// wsj reads the tagged sentences of the Wall Street Journal sample.
func wsj(data string) ([]tagged, error) {
	var out []tagged
	n := 0
	err := zipped(filepath.Join(data, "more", "treebank.zip"), ".mrg", func(_, text string) error {
		n++
		depth := 0
		x := tagged{genre: "news", doc: n}
		var tag string
		for i := 0; i < len(text); {
			switch c := text[i]; c {
			case '(':
				depth++
				i++
				j := i
				for j < len(text) && text[j] != ' ' && text[j] != '(' && text[j] != ')' && text[j] != '\n' {
					j++
				}
				tag = text[i:j]
				i = j
			case ')':
				depth--
				i++
				if depth == 0 && len(x.forms) > 0 {
					x.prepositions()
					out = append(out, x)
					x = tagged{genre: "news", doc: n}
				}
			case ' ', '\n', '\t', '\r':
				i++
			default:
				j := i
				for j < len(text) && text[j] != ')' && text[j] != ' ' && text[j] != '\n' {
					j++
				}
				if tag != "-NONE-" {
					x.add(unescape.Replace(text[i:j]), nlp.ParsePOS(tag))
				}
				i = j
			}
		}
		return nil
	})
	return out, err
}

// masc reads the tagged texts of MASC: one sentence a line. Its tags of
// brackets are spelt otherwise, and quotation marks are left to the others.
func masc(data string) ([]tagged, error) {
	var out []tagged
	n := 0
	err := zipped(filepath.Join(data, "more", "masc_tagged.zip"), ".txt", func(name, text string) error {
		if strings.Contains(name, "wsj_") || strings.Contains(name, "categories") {
			return nil // in the sample already
		}
		n++
		for _, line := range strings.Split(text, "\n") {
			x := tagged{genre: "masc", doc: n}
			for _, f := range strings.Fields(line) {
				i := strings.LastIndexByte(f, '_')
				if i <= 0 {
					continue
				}
				form, tag := unescape.Replace(f[:i]), f[i+1:]
				switch tag {
				case "(":
					tag = "-LRB-"
				case ")":
					tag = "-RRB-"
				}
				p := nlp.ParsePOS(tag)
				if len(form) == 1 && strings.Contains("\"'#$%", form) {
					p = nlp.NoPOS
				}
				x.add(form, p)
			}
			if len(x.forms) > 1 {
				x.prepositions()
				out = append(out, x)
			}
		}
		return nil
	})
	return out, err
}

// logf prints progress.
func logf(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }

// fixedTags are the tags that stand before tagging begins.
func (s *tagged) fixedTags() []uint8 {
	out := make([]uint8, len(s.forms))
	for i, f := range s.forms {
		switch {
		case s.fixed != nil:
			out[i] = uint8(s.fixed[i])
		case !strings.ContainsAny(f, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"):
			if nlp.MarkTag(f) != nlp.NoPOS {
				out[i] = uint8(s.tags[i])
			}
		}
	}
	return out
}
