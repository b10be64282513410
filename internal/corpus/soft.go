package corpus

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
)

// soft holds what larger models make of sentences of the shared data: ids,
// offsets and probabilities, no text. See Soft.
//
//go:embed soft.jsonl.gz
var soft []byte

// SoftArticle is an article with what a larger model makes of its sentences.
type SoftArticle struct {
	ID, Text  string
	Sentences []SoftSentence
}

// SoftSentence is a sentence with the probabilities of its labels C, F and N
// and, were it C, of its types in the order of claims.Types.
type SoftSentence struct {
	Start, End int
	Label      [3]float32
	Type       [7]float32
}

// Soft returns articles of data/more, data/polnear/train and data/html with
// labels by models too slow to use. Half of each label and a third of each type
// is by all-MiniLM-L6-v2 (Reimers and Gurevych, 2019; Wang et al., 2020; Apache
// 2.0), its upper four layers trained for two passes on single sentences: those
// of claims/news_train, wild/train and of the 531 articles that Own had then,
// none of them among these. The rest, and all where that model had learnt from
// the article, is by BERT base, uncased (Devlin et al., 2019; Apache 2.0), its
// upper five layers trained for two passes on stretches of up to 192 word
// pieces, each sentence judged at its end (Cohan et al., 2019), of claims/
// news_train, wild/train and about a third of Own, with a head for each group
// of annotators: types as those of news_train would give them, labels as the
// mean of these and of Own's. None is from a set that is measured on.
func Soft(data string) ([]SoftArticle, error) {
	texts, err := ownTexts(data)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(soft))
	if err != nil {
		return nil, fmt.Errorf("soft.jsonl.gz: %w", err)
	}
	var out []SoftArticle
	dec := json.NewDecoder(z)
	for {
		var m struct {
			ID  string
			Sum uint32 // CRC-32 (IEEE) of the text
			// Sentences has, for each, start, end, the probabilities of C and F
			// and those of the types, in percent.
			Sentences [][11]int
		}
		if err := dec.Decode(&m); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("soft.jsonl.gz, item %d: %w", len(out)+1, err)
		}
		text := texts[m.ID]
		if crc32.ChecksumIEEE([]byte(text)) != m.Sum {
			return nil, fmt.Errorf("soft.jsonl.gz: the text of %s in %s is not the one that was labelled", m.ID, data)
		}
		a := SoftArticle{ID: m.ID, Text: text}
		for _, x := range m.Sentences {
			s := SoftSentence{Start: x[0], End: x[1]}
			c, f := float32(x[2])/100, float32(x[3])/100
			s.Label = [3]float32{c, f, max(0, 1-c-f)}
			sum := float32(0)
			for _, p := range x[4:] {
				sum += float32(p)
			}
			for k, p := range x[4:] {
				s.Type[k] = float32(p) / max(sum, 1)
			}
			a.Sentences = append(a.Sentences, s)
		}
		out = append(out, a)
	}
}
