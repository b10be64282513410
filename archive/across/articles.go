package across

// articleIndex holds the sketches of an archive's articles.
type articleIndex struct {
	sketches blocks[sketch]
	ok       []bool
	same     []uint64 // hash of the words
	min      [bins]uint32
	words    []uint32
	compared int64 // pairs, by group
}

func (x *articleIndex) add(a *Article) {
	x.words = appendWords(x.words[:0], a.Text)
	s, ok := newSketch(x.words, &x.min)
	x.sketches.add(s)
	x.ok = append(x.ok, ok)
	x.same = append(x.same, hashWords(x.words))
}

// group numbers the groups of nearly equal articles; -1 are alone.
func (x *articleIndex) group(threshold float64) ([]int32, int) {
	sets := newUnion(len(x.ok))
	first := make(map[uint64]uint32, len(x.same))
	for i, h := range x.same {
		if f, ok := first[h]; ok {
			sets.join(f, uint32(i))
			x.ok[i] = false // it goes where the first goes
		} else {
			first[h] = uint32(i)
		}
	}
	clear(first)
	x.compared = nearEqual(sets, &x.sketches, x.ok, threshold)
	x.sketches = blocks[sketch]{}
	return sets.number(func(int) int { return 1 })
}

// ArticleGroup is a group of articles that are equal, or nearly.
type ArticleGroup struct {
	// Exact says that all have the same text, byte for byte.
	Exact    bool            `json:"exact"`
	Articles []ArticleMember `json:"articles"`
}

// ArticleMember is one article of a group.
type ArticleMember struct {
	Seq       int64  `json:"seq"`
	ID        string `json:"id"`
	Input     string `json:"input"`
	URL       string `json:"url"`
	Title     string `json:"title"`
	Published string `json:"published"`
}

func newArticleGroup(m []ArticleMember) *ArticleGroup {
	g := &ArticleGroup{Exact: true, Articles: m}
	for _, a := range m[1:] {
		g.Exact = g.Exact && a.ID == m[0].ID
	}
	return g
}
