package across

import "slices"

// claimIndex holds the hashes of an archive's claims' normal forms.
type claimIndex struct{ keys []uint64 }

func (x *claimIndex) add(key string) {
	h := uint64(0) // no normal form: repeats nothing
	if key != "" {
		h = max(1, hash64(key))
	}
	x.keys = append(x.keys, h)
}

// group numbers the groups of equal keys with at least two members, in order
// of their keys; -1 are alone.
func (x *claimIndex) group() ([]int32, int) {
	sorted := slices.Clone(x.keys)
	slices.Sort(sorted)
	var repeated []uint64
	for i := 1; i < len(sorted); i++ {
		if h := sorted[i]; h != 0 && h == sorted[i-1] && (len(repeated) == 0 || repeated[len(repeated)-1] != h) {
			repeated = append(repeated, h)
		}
	}
	out := make([]int32, len(x.keys))
	for i, h := range x.keys {
		out[i] = -1
		if k, ok := slices.BinarySearch(repeated, h); ok {
			out[i] = int32(k)
		}
	}
	return out, len(repeated)
}

// ClaimGroup is a claim that is made more than once.
type ClaimGroup struct {
	Key       string        `json:"key"`
	Text      string        `json:"text"` // of the first
	Claimants []Count       `json:"claimants"`
	Articles  int           `json:"articles"`
	First     string        `json:"first"` // the earliest date of publication
	Claims    []ClaimMember `json:"claims"`
}

// ClaimMember is one instance of a repeated claim.
type ClaimMember struct {
	Seq       int64  `json:"seq"`
	Article   string `json:"article"`
	Input     string `json:"input"`
	Published string `json:"published"`
	Claim     string `json:"claim"`
	Text      string `json:"text"`
	Claimant  string `json:"claimant"`
	Key       string `json:"-"`
}

func newClaimGroup(m []ClaimMember) *ClaimGroup {
	g := &ClaimGroup{Key: m[0].Key, Text: m[0].Text, Claims: m}
	var names counts
	last := int64(-1)
	for _, c := range m {
		names.add(c.Claimant)
		g.First = earlier(g.First, c.Published)
		if c.Seq != last {
			g.Articles++
			last = c.Seq
		}
	}
	g.Claimants = names.list()
	return g
}
