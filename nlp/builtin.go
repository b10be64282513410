package nlp

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"io"
	"sync"

	"github.com/onrecord/onrecord/internal/depparse"
	"github.com/onrecord/onrecord/internal/model"
	"github.com/onrecord/onrecord/internal/names"
	"github.com/onrecord/onrecord/internal/postag"
	"github.com/onrecord/onrecord/internal/words"
)

// Builtin is the annotator that comes with onrecord. It is safe for
// concurrent use.
type Builtin struct {
	config
	tagger *postag.Tagger
	names  *names.Model
	parser *depparse.Parser
	lemmas *lemmaTable
	lists  *wordLists
}

//go:embed model/pos.bin
var posModel []byte

//go:embed model/names.bin
var namesModel []byte

//go:embed model/lemma.bin
var lemmaModel []byte

var (
	loadTagger = sync.OnceValues(func() (*postag.Tagger, error) { return load(posModel, postag.Read) })
	loadNames  = sync.OnceValues(func() (*names.Model, error) { return load(namesModel, names.Read) })
	loadLemmas = sync.OnceValues(func() (*lemmaTable, error) { return load(lemmaModel, readLemmas) })
)

// load unpacks an embedded model and reads it.
func load[T any](packed []byte, read func(io.Reader) (T, error)) (T, error) {
	return model.Load(packed, func(b *bytes.Buffer) (T, error) { return read(b) })
}

var loadDefault = sync.OnceValues(func() (*Builtin, error) { return New() })

// Default returns the built-in annotator. Its models are loaded at the first
// call and shared by all callers.
func Default() (*Builtin, error) { return loadDefault() }

// New returns a built-in annotator with options. It shares its models with
// all others.
func New(opts ...Option) (*Builtin, error) {
	b := &Builtin{}
	for _, o := range opts {
		o(&b.config)
	}
	var err error
	if b.tagger, err = loadTagger(); err != nil {
		return nil, fmt.Errorf("the built-in annotator: %w", err)
	}
	if b.lists, err = loadWordLists(); err != nil {
		return nil, fmt.Errorf("the built-in annotator: %w", err)
	}
	if b.lemmas, err = loadLemmas(); err != nil {
		return nil, fmt.Errorf("the built-in annotator: %w", err)
	}
	if !b.noEntities {
		if b.names, err = loadNames(); err != nil {
			return nil, fmt.Errorf("the built-in annotator: %w", err)
		}
	}
	if !b.noParse {
		if b.parser, err = loadParser(); err != nil {
			return nil, fmt.Errorf("the built-in annotator: %w", err)
		}
	}
	return b, nil
}

// workspace is the memory that annotation works in; it is pooled, not kept
// with the annotations, since it is needed only while one is made.
type workspace struct {
	words    []words.Word // of the whole text
	tags     []uint8
	labels   []uint8
	hints    []uint8
	again    []int // sentences to look at again
	document names.Document
	votes    names.Votes
	pos      postag.Scratch
	names    names.Scratch
	parse    parseScratch
}

var workspaces = sync.Pool{New: func() any { return new(workspace) }}

// Annotate implements Annotator. It fails only if ctx ends.
func (b *Builtin) Annotate(ctx context.Context, in Input, dst *Annotation) error {
	Split(in, dst)
	w := workspaces.Get().(*workspace)
	defer workspaces.Put(w)
	n := len(dst.Tokens)
	w.words = grow(w.words, n)
	w.tags = grow(w.tags, n)
	for i := range w.words {
		w.words[i].Set(dst.Word(i))
	}
	quotes, block := 0, -1
	for k := range dst.Sentences {
		if k%256 == 255 && ctx.Err() != nil {
			return ctx.Err()
		}
		s := &dst.Sentences[k]
		ws := w.words[s.First:s.Last]
		b.lists.lookUp(ws)
		words.CaseOf(ws)
		tags := w.tags[s.First:s.Last]
		if s.Block != block {
			quotes, block = 0, s.Block
		}
		quotes = dst.marks(s, tags, quotes)
		if b.tagging != nil {
			for i := s.First; i < s.Last; i++ {
				dst.Tokens[i].POS = NN
			}
			names := len(dst.Entities)
			if err := b.tagging(dst, *s); err != nil {
				return fmt.Errorf("tagging the sentence at byte %d: %w", s.Start, err)
			}
			if !b.taggingNames || b.noEntities {
				dst.Entities = dst.Entities[:names]
			}
			for i, t := range tags {
				if t == 0 {
					tags[i] = uint8(dst.Tokens[s.First+i].POS)
				}
			}
		} else {
			b.tagger.Tag(ws, tags, &w.pos)
		}
		for i, t := range tags {
			if POS(t) == JJ && i > 0 && participle(dst, s.First+i) {
				t = uint8(VBN)
			}
			if POS(t) == JJ && dst.aged(s, s.First+i, tags) {
				t = uint8(NN)
			}
			dst.Tokens[s.First+i].POS = POS(t)
		}
	}
	for i := range dst.Tokens {
		dst.Tokens[i].Lemma = b.lemma(dst, i)
	}
	switch {
	case b.noEntities:
	case b.tagging != nil && b.taggingNames:
		dst.fillAmounts()
	default:
		b.entities(dst, w)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if !b.noParse {
		b.parse(dst, w.words, &w.parse)
	}
	if !b.noCoref {
		if err := Corefer(ctx, dst); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// aged reports whether token i ends a phrase for somebody of an age: "the
// 47-year-old said", but not "the 47-year-old sailor said".
func (a *Annotation) aged(s *Sentence, i int, tags []uint8) bool {
	if i-4 < s.First || a.Word(i) != "old" || a.Word(i-2) != "year" || POS(tags[i-1-s.First]) != HYPH || i+1 >= s.Last {
		return false
	}
	switch next := POS(tags[i+1-s.First]); {
	case next.Noun(), next == JJ, next == HYPH, next == CD, next == VBN, next == VBG, next == OpenQuote, next == Comma, next == CC:
		return false
	}
	for k := i - 3; k >= s.First && k > i-8; k-- {
		if p := POS(tags[k-s.First]); p == DT || p == PRPS {
			return true
		}
	}
	return false
}

// participle reports whether token i stands behind a form of "have" and is an
// irregular verb's form: "had gone" is no adjective.
func participle(a *Annotation, i int) bool {
	switch a.Word(i - 1) {
	case "had", "have", "has", "having", "'ve", "’ve":
		return irregularVerb([]byte(a.Word(i))) != ""
	}
	return false
}
