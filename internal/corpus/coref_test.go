package corpus

import (
	"os"
	"path/filepath"
	"testing"

	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
	"github.com/stretchr/testify/require"
)

func TestCoreferents(t *testing.T) {
	p := filepath.Join(t.TempDir(), "x.conllu")
	require.NoError(t, os.WriteFile(p, []byte(`# newdoc id = invented
# text = Quill's old boat left Fernbridge.
1	Quill	Quill	PROPN	NNP	_	4	nmod:poss	_	Entity=(2-object-new-nnnnn-cf1-4-coref(1-person-new-nnnnn-cf2-1-coref-Marta_Quill
2	's	's	PART	POS	_	1	case	_	Entity=1)
3	old	old	ADJ	JJ	_	4	amod	_	_
4	boat	boat	NOUN	NN	_	5	nsubj	_	Entity=2)
5	left	leave	VERB	VBD	_	0	root	_	_
6	Fernbridge	Fernbridge	PROPN	NNP	_	5	obj	_	Entity=(3-place-new-nnnnn-cf3-1-sgl)|SpaceAfter=No
7	.	.	PUNCT	.	_	5	punct	_	_

# text = She sold it.
1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv:act-nnnnn-cf1-1-ana)
2	sold	sell	VERB	VBD	_	0	root	_	_
3	it	it	PRON	PRP	_	2	obj	_	Entity=(2-object-giv:act-nnnnn-cf2-1-ana)
4	.	.	PUNCT	.	_	2	punct	_	_

`), 0o644))
	docs, err := Conllu(p)
	require.NoError(t, err)
	require.Len(t, docs, 1)
	require.Equal(t, []Coreferent{
		{First: 0, Last: 2, Min: []int{0}, Chain: "1", Kind: "person", Link: "coref", Identity: "Marta_Quill"},
		{First: 0, Last: 4, Min: []int{3}, Chain: "2", Kind: "object", Link: "coref"},
		{First: 5, Last: 6, Min: []int{5}, Chain: "3", Kind: "place", Link: "sgl"},
		{First: 7, Last: 8, Min: []int{7}, Chain: "1", Kind: "person", Link: "ana"},
		{First: 9, Last: 10, Min: []int{9}, Chain: "2", Kind: "object", Link: "ana"},
	}, Coreferents(&docs[0]))
}
