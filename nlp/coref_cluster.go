package nlp

// cluster is a referent under construction.
type cluster struct {
	kinds               [Misc + 1]int16 // votes
	female, male, thing int16           // evidence of gender
	one, many           int16           // evidence of number
	first, last         int32           // mentions
	out                 int32           // last mention outside of quotation marks, -1
	count, named        int32
	nameFirst, nameLast int32 // tokens of the fullest name
	nameMention         int32
	heads               [6]uint32 // of head nouns and titles
	nheads              int8
	form                uint32 // of the last pronoun
	speaker             bool   // has been the subject of a verb of saying
	formal              bool   // has been called by a form of address and a surname
	gold                int32  // training: the gold referent, -1
	into                int32  // the cluster that it was merged into, -1
}

func (c *cluster) kind() EntityKind {
	best := NoEntity
	for k := Person; k <= Misc; k++ {
		if c.kinds[k] > c.kinds[best] {
			best = k
		}
	}
	return best
}

func (c *cluster) gender() Gender {
	switch {
	case c.thing > c.female && c.thing > c.male:
		return Neuter
	case c.female > c.male:
		return Female
	case c.male > c.female:
		return Male
	}
	return UnknownGender
}

func (r *resolver) create(m int) {
	r.clusters = append(r.clusters, cluster{first: int32(m), last: -1, out: -1, gold: -1, into: -1, nameMention: -1})
	r.seen = append(r.seen, -1)
	r.join(m, int32(len(r.clusters)-1))
}

// join adds mention m to cluster k and updates what is known of it.
func (r *resolver) join(m int, k int32) {
	a := r.a
	c, x, mn := &r.clusters[k], &r.info[m], &a.Mentions[m]
	x.cluster, x.next = k, -1
	if c.last >= 0 {
		r.info[c.last].next = int32(m)
	}
	c.last = int32(m)
	if x.quote < 0 {
		c.out = int32(m)
	}
	c.count++
	if x.says && x.quote < 0 {
		c.speaker = true
		r.sayer = k
	}
	if r.train != nil && c.gold < 0 {
		c.gold = r.train.goldOf(mn.Head)
	}
	if mn.Kind == Pronoun {
		if x.pron.person == 0 {
			return
		}
		c.form = x.form
		switch {
		case x.pron.gender == Female:
			c.female += 3
		case x.pron.gender == Male:
			c.male += 3
		case x.pron.gender == Neuter:
			c.thing += 3
		}
		switch {
		case x.pron.gender == Female || x.pron.gender == Male || x.pron.person < 3:
			c.kinds[Person]++
		}
		if x.pron.plural {
			c.many++
		} else if x.pron.person != 2 {
			c.one++
		}
		return
	}
	vote := int16(2)
	if mn.Kind == Named {
		vote = 3
	}
	if mn.Entity > NoEntity && mn.Entity <= Misc {
		c.kinds[mn.Entity] += vote
	}
	switch x.gender {
	case Female:
		c.female += 6
	case Male:
		c.male += 6
	case Neuter:
		c.thing += 3
	}
	if x.plural {
		c.many += 2
	} else {
		c.one += 2
	}
	if mn.Kind == Named {
		c.named++
		c.formal = c.formal || r.formal(x)
		if c.named > 1 && mn.Entity != Person && c.kind() == Person && x.nameLast-x.nameFirst > 1 {
			r.addHead(c, k, x.form) // an office in capitals
			return
		}
		r.nameJoin(c, k, m)
		return
	}
	r.addHead(c, k, x.form)
}

// addHead notes a head noun or title of a cluster.
func (r *resolver) addHead(c *cluster, k int32, h uint32) {
	for _, o := range c.heads[:c.nheads] {
		if o == h {
			return
		}
	}
	if int(c.nheads) < len(c.heads) {
		c.heads[c.nheads] = h
		c.nheads++
		r.index(h, k)
	}
}

func (r *resolver) index(h uint32, k int32) {
	n, ok := r.byWord[h]
	if !ok {
		n = -1
	}
	r.nodes = append(r.nodes, node{cluster: k, next: n})
	r.byWord[h] = int32(len(r.nodes) - 1)
}

// chains writes the clusters to a.Chains, in the order of their first mention.
func (r *resolver) chains() {
	a := r.a
	a.Chains = a.Chains[:0]
	a.links = a.links[:0]
	r.chainOf = resize(r.chainOf, len(r.clusters))
	for k := range r.chainOf {
		r.chainOf[k] = -1
	}
	if cap(a.links) < len(a.Mentions) {
		a.links = make([]int, 0, len(a.Mentions)*5/4)
	}
	for m := range a.Mentions {
		k := r.info[m].cluster
		if k < 0 || r.chainOf[k] >= 0 {
			continue
		}
		r.chainOf[k] = int32(len(a.Chains))
		c := &r.clusters[k]
		from := len(a.links)
		for n := range r.members(c) {
			a.links = append(a.links, n)
			a.Mentions[n].Chain = len(a.Chains)
		}
		ms := a.links[from:len(a.links):len(a.links)]
		sortInts(ms)
		ch := Chain{Kind: c.kind(), Mentions: ms, Gender: c.gender(), Plural: c.many > c.one}
		if c.nameLast > c.nameFirst {
			ch.Name = a.Span(int(c.nameFirst), int(c.nameLast)).Of(a.Text)
		}
		a.Chains = append(a.Chains, ch)
	}
	for m := range a.Mentions {
		if ch := a.Mentions[m].Chain; ch >= 0 && a.Mentions[m].Kind == Pronoun && a.Chains[ch].Kind != NoEntity {
			a.Mentions[m].Entity = a.Chains[ch].Kind
		}
	}
}

// members yields the mentions of a cluster.
func (r *resolver) members(c *cluster) func(func(int) bool) {
	return func(yield func(int) bool) {
		for m := c.first; m >= 0; m = r.info[m].next {
			if !yield(int(m)) {
				return
			}
		}
	}
}

func sortInts(s []int) {
	for i := 1; i < len(s); i++ {
		for k := i; k > 0 && s[k] < s[k-1]; k-- {
			s[k], s[k-1] = s[k-1], s[k]
		}
	}
}
