package depparse

// none stands for no word.
const none = -1

// item is a word with what was attached to it so far: its outermost
// dependents on either side and the ones before them, the relations of all of
// them, and how many there are. Items never change once they are made, so
// that the states of a beam share them.
type item struct {
	lset, rset       uint64 // relations of the left and right dependents, hashed
	word             int16
	lc, lc2, rc, rc2 int16
	ll, ll2, rl, rl2 uint8
	lval, rval       uint8
	below            int32  // what lies under it on the stack
	id               uint64 // a hash of all that was attached to it
}

func newItem(w int) item {
	return item{word: int16(w), lc: none, lc2: none, rc: none, rc2: none, below: none, id: scramble(uint64(w) + 1)}
}

// attach puts a dependent into the item's id.
func (x *item) attach(w int16, rel uint8, side uint64) {
	x.id = scramble(x.id ^ (uint64(uint16(w))<<9 | uint64(rel)<<1 | side))
}

func (x *item) addLeft(w int16, rel uint8) {
	x.lc2, x.ll2 = x.lc, x.ll
	x.lc, x.ll = w, rel
	x.attach(w, rel, 0)
	x.lset |= 1 << (rel & 63)
	if x.lval < 7 {
		x.lval++
	}
}

func (x *item) addRight(w int16, rel uint8) {
	x.rc2, x.rl2 = x.rc, x.rl
	x.rc, x.rl = w, rel
	x.attach(w, rel, 1)
	x.rset |= 1 << (rel & 63)
	if x.rval < 7 {
		x.rval++
	}
}

// move is a transition.
type move uint8

// The transitions. Left attaches the top of the stack to the first word of
// the buffer, Right attaches it to the word below it; both take it off the
// stack. Shift puts the first word of the buffer on the stack.
const (
	shift move = iota
	left
	right
	numMoves
)

// state is one hypothesis. A sentence of n words takes 2n-1 moves, so all
// states of a beam have as many moves behind them.
type state struct {
	first item // the first word of the buffer
	score int32
	prev  int32 // the state before
	top   int32 // the item on top of the stack
	b     int16 // the first word of the buffer
	move  move
	rel   uint8
}

// can tells which moves are possible in s: of n words, with items it.
func can(s *state, items []item, n int) (sh, l, r bool) {
	sh = int(s.b) < n
	l = sh && s.top >= 0
	r = s.top >= 0 && items[s.top].below >= 0
	return
}

// stack returns the three topmost items of s.
func (s *state) stack(items []item) (s0, s1, s2 *item) {
	s0, s1, s2 = &noItem, &noItem, &noItem
	if s.top >= 0 {
		s0 = &items[s.top]
		if s0.below >= 0 {
			s1 = &items[s0.below]
			if s1.below >= 0 {
				s2 = &items[s1.below]
			}
		}
	}
	return
}
