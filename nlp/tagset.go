package nlp

// POS is a part of speech of the Penn treebank's tag set.
type POS uint8

// The tags, in the treebank's own names.
const (
	NoPOS POS = iota
	CC
	CD
	DT
	EX
	FW
	IN
	JJ
	JJR
	JJS
	LS
	MD
	NN
	NNS
	NNP
	NNPS
	PDT
	POSS // POS in the treebank: 's
	PRP
	PRPS // PRP$
	RB
	RBR
	RBS
	RP
	SYM
	TO
	UH
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	WDT
	WP
	WPS // WP$
	WRB
	Comma
	Stop
	Colon
	OpenQuote
	CloseQuote
	LRB
	RRB
	Hash
	Dollar
	HYPH
	NFP
	ADD
	AFX
	GW
	XX
	numPOS
)

var posNames = [numPOS]string{"", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$",
	"RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", ",", ".", ":", "``", "''",
	"-LRB-", "-RRB-", "#", "$", "HYPH", "NFP", "ADD", "AFX", "GW", "XX"}

// String is the tag's name in the treebank.
func (p POS) String() string {
	if p < numPOS {
		return posNames[p]
	}
	return ""
}

// ParsePOS returns the tag named s, NoPOS if there is none.
func ParsePOS(s string) POS {
	for i, n := range posNames {
		if n == s {
			return POS(i)
		}
	}
	return NoPOS
}

// Verb reports whether p is a verb other than a modal.
func (p POS) Verb() bool { return p >= VB && p <= VBZ }

// Noun reports whether p is a common or proper noun.
func (p POS) Noun() bool { return p >= NN && p <= NNPS }

// Proper reports whether p is a proper noun.
func (p POS) Proper() bool { return p == NNP || p == NNPS }

// Rel is a dependency relation of Universal Dependencies, version 2, with the
// few subtypes that the later layers use.
type Rel uint8

// The relations.
const (
	NoRel Rel = iota
	Root
	ACL
	ACLRelcl
	Advcl
	Advmod
	Amod
	Appos
	Aux
	AuxPass
	Case
	CCRel // cc
	CCPreconj
	Ccomp
	Compound
	CompoundPrt
	Conj
	Cop
	Csubj
	CsubjPass
	Dep
	Det
	DetPredet
	Discourse
	Dislocated
	Expl
	Fixed
	Flat
	Goeswith
	Iobj
	List
	Mark
	Nmod
	NmodNpmod
	NmodPoss
	NmodTmod
	Nsubj
	NsubjPass
	Nummod
	Obj
	Obl
	OblAgent
	OblNpmod
	OblTmod
	Orphan
	Parataxis
	Punct
	Reparandum
	Vocative
	Xcomp
	NmodDesc // nmod:desc: a title or kind before a name
	numRel
)

var relNames = [numRel]string{"", "root", "acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt",
	"conj", "cop", "csubj", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod",
	"nmod:npmod", "nmod:poss", "nmod:tmod", "nsubj", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:npmod", "obl:tmod", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp", "nmod:desc"}

// String is the relation's name in Universal Dependencies.
func (r Rel) String() string {
	if r < numRel {
		return relNames[r]
	}
	return ""
}

// ParseRel returns the relation named s; a subtype that is not kept falls
// back to its main relation, and an unknown name to Dep.
func ParseRel(s string) Rel {
	for i, n := range relNames {
		if n == s {
			return Rel(i)
		}
	}
	for i := range s {
		if s[i] == ':' {
			return ParseRel(s[:i])
		}
	}
	return Dep
}
