package across

// texts holds different texts in large blocks, each once.
type texts struct {
	known  map[uint64]uint32 // by hash
	at     []textRange
	blocks [][]byte
}

type textRange struct{ block, begin, end uint32 }

const textBlock = 1 << 20

// add returns the number of s.
func (t *texts) add(s string) uint32 {
	h := hash64(s)
	if id, ok := t.known[h]; ok {
		return id
	}
	if t.known == nil {
		t.known = map[uint64]uint32{}
	}
	k := len(t.blocks) - 1
	if k < 0 || len(t.blocks[k])+len(s) > cap(t.blocks[k]) {
		t.blocks = append(t.blocks, make([]byte, 0, max(textBlock, len(s))))
		k++
	}
	begin := len(t.blocks[k])
	t.blocks[k] = append(t.blocks[k], s...)
	id := uint32(len(t.at))
	t.at = append(t.at, textRange{uint32(k), uint32(begin), uint32(len(t.blocks[k]))})
	t.known[h] = id
	return id
}

func (t *texts) get(id uint32) string {
	r := t.at[id]
	return string(t.blocks[r.block][r.begin:r.end])
}

// hash64 is a hash of s that hardly any two texts of an archive share.
func hash64(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}
