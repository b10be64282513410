package synth

// Score compares found groups with what belongs together.
type Score struct {
	// Pairs of quotations that are in one group: of one origin (True), found
	// (Found), both.
	True, Found, Both int64
	// AlteredTrue counts the altered quotations that have an original or
	// another variant in the archive, AlteredBoth those that are grouped with
	// at least one of them.
	AlteredTrue, AlteredBoth int64
	// B-cubed sums over the quotations that belong to an origin of at least
	// two, or are in a group of at least two.
	BPrecision, BRecall float64
	BCount              int64
}

// Precision and Recall are over pairs.
func (s *Score) Precision() float64 { return ratio(s.Both, s.Found) }

// Recall is the share of true pairs that were found.
func (s *Score) Recall() float64 { return ratio(s.Both, s.True) }

// AlteredRecall is the share of altered quotations that were grouped with
// another wording or instance of the same quotation.
func (s *Score) AlteredRecall() float64 { return ratio(s.AlteredBoth, s.AlteredTrue) }

func ratio(a, b int64) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// Member is a quotation with its true and its found group.
type Member struct {
	Origin  uint64
	Group   int32 // negative: none
	Altered bool
}

// Compare scores members. Stock phrases have origins of their own.
func Compare(members []Member) *Score {
	type cell struct {
		origin uint64
		group  int32
	}
	origins, groups, cells := map[uint64]int64{}, map[int32]int64{}, map[cell]int64{}
	for _, m := range members {
		origins[m.Origin]++
		if m.Group >= 0 {
			groups[m.Group]++
			cells[cell{m.Origin, m.Group}]++
		}
	}
	s := new(Score)
	for _, n := range origins {
		s.True += n * (n - 1) / 2
	}
	for _, n := range groups {
		s.Found += n * (n - 1) / 2
	}
	for _, n := range cells {
		s.Both += n * (n - 1) / 2
	}
	for _, m := range members {
		o := origins[m.Origin]
		c, g := int64(1), int64(1)
		if m.Group >= 0 {
			c, g = cells[cell{m.Origin, m.Group}], groups[m.Group]
		}
		if o >= 2 || g >= 2 {
			s.BPrecision += float64(c) / float64(g)
			s.BRecall += float64(c) / float64(o)
			s.BCount++
		}
		if m.Altered && o >= 2 {
			s.AlteredTrue++
			if c >= 2 {
				s.AlteredBoth++
			}
		}
	}
	if s.BCount > 0 {
		s.BPrecision /= float64(s.BCount)
		s.BRecall /= float64(s.BCount)
	}
	return s
}
