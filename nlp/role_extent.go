package nlp

// extend lengthens a role by the phrases behind its head ("professor | of
// history at Lake College"), and finds in them what it belongs to: the object
// of "at", "with" or "from" before that of "of", "for" or "in". Where the
// affiliation is a name, it and what follows are left out of the role.
func (r *resolver) extend(f *found, sentence int32) {
	a := r.a
	last := a.Sentences[sentence].Last
	owner, cut := int32(-1), 0
	end := f.last
walk:
	for t := f.last; t < last && t < f.last+16; t++ {
		tok := &a.Tokens[t]
		switch tok.POS {
		case IN, TO:
			h := hashLemma(a.Word(t))
			if t+1 < last && t > 0 && dash(a.Word(t-1)) && dash(a.Word(t+1)) {
				t++ // "direct-to-consumer"
				continue
			}
			switch h {
			case hashOf, hashFor, hashAt, hashIn, hashWith, hashFrom, hashTo, hashOn:
			default:
				break walk
			}
			if t+1 >= last {
				break walk
			}
			if e := r.entityAt[t+1]; e >= 0 && (a.Entities[e].Kind == Date || a.Entities[e].Kind == Clock) {
				break walk // "on Monday"
			}
			o := r.mentionAt(t+1, sentence)
			if o < 0 {
				if h == hashAt && a.Word(t+1) == "large" {
					t++
					end = t + 1
					continue
				}
				if p := a.Tokens[t+1].POS; !p.Noun() && p != JJ && p != DT && p != CD {
					break walk
				}
				continue
			}
			mo := &a.Mentions[o]
			if mo.Kind == Pronoun || mo.Entity == Person && mo.Kind == Named {
				if h == hashFor && owner < 0 && r.deputy(t-1, int32(mo.Head)) {
					owner, cut = int32(mo.Head), t // "a spokesman for | Ann Lee"
				}
				break walk
			}
			if (h == hashOf || h == hashFor) && domains[r.phrase(mo.First, mo.Last)] {
				// "Secretary of State"
			} else if r.affiliates(int32(mo.Head)) || r.workplace(o, h) {
				org := mo.Entity != Place
				strong := h == hashAt || h == hashWith || h == hashFrom
				switch {
				case h == hashOn && mo.Kind == Named && mo.Entity == Organization && owner < 0:
					owner, cut = int32(mo.Head), t // "a specialist on | the Harbour Council"
				case h == hashTo, h == hashOn, h == hashIn && !org:
				case owner >= 0 && r.classOf(int(owner)) == OrganizationNoun && r.namesOrganization(owner) && !r.isPlace(owner) && int(r.info[r.headOf[owner]].base) == t:
					// "of the School of Law at the University": its part names the whole.
					break walk
				case strong || owner < 0:
					if owner < 0 || strong {
						owner = int32(mo.Head)
						if (mo.Kind == Named || capital(a.Word(mo.Head))) && !(r.info[o].entity < 0 && mo.Last-mo.First == 1 && h == hashFor) {
							cut = t
						}
					}
					if strong {
						break walk
					}
				}
			}
			if w := r.info[o].owner; owner < 0 && w >= 0 && r.info[o].prep == 0 && r.info[o].class != PersonNoun && h != hashTo && h != hashOn && h != hashIn && r.named(w) {
				owner = w // "leader of | Acme's retrieval project"
			}
			t = max(t, int(r.info[o].base)-1)
			end = t + 1
		case NN, NNS, NNP, NNPS:
			if e := r.entityAt[t]; e >= 0 && a.Entities[e].Kind == Person {
				break walk
			}
			end = t + 1
		case CC:
			if t+1 < last && a.Word(t) != "and" && a.Word(t) != "&" {
				break walk
			}
			// A second role goes on; another phrase does not.
			if t+1 >= last || a.Tokens[t+1].POS == DT || a.Tokens[t+1].POS.Verb() && a.Tokens[t+1].POS != VBG || a.Tokens[t+1].POS == PRP || a.Tokens[t+1].POS == PRPS {
				break walk
			}
		case CD:
			if t > f.last && a.Word(t-1) == "of" && (t+1 >= last || !a.Tokens[t+1].POS.Noun() && a.Tokens[t+1].POS != JJ) {
				end = t + 1 // "a mother of three"
			}
		case JJ:
			if t > f.last+1 && t+1 < last && a.Tokens[t-1].POS == CC && a.Tokens[t+1].POS == Comma && end == t-1 {
				end = t + 1 // "chairman of consumer and | international,"
			}
		case VBG, HYPH:
		case DT:
		default:
			break walk
		}
	}
	if owner >= 0 {
		f.owner = owner
		if cut > f.last {
			end = min(end, cut)
		} else if cut == f.last {
			end = f.last
		}
	}
	if end > f.last {
		f.last = end
	}
}

// named reports whether the mention with head token h is the name of an
// organisation.
func (r *resolver) named(h int32) bool {
	m := r.headOf[h]
	if m < 0 || r.a.Mentions[m].Kind != Named {
		return false
	}
	k := r.kindOf(m)
	return k == Organization || k != Person && k != Place && caps(r.a.Word(int(h)))
}

// mentionAt returns the largest mention that begins at token t, or behind its
// article; -1 for none.
func (r *resolver) mentionAt(t int, sentence int32) int {
	a := r.a
	s := &a.Sentences[sentence]
	best := -1
	for k := t; k < s.Last && k < t+12; k++ {
		if m := r.headOf[k]; m >= 0 && a.Mentions[m].First == t {
			best = int(m)
		}
	}
	return best
}

// workplace reports whether mention o behind "at" or "with", or a name of odd
// letters behind "of", must be what somebody works for, though nothing else
// says that it is an organisation: "analyst at Ferrier Research", "of MTVu".
func (r *resolver) workplace(o int, prep uint32) bool {
	a := r.a
	mo, x := &a.Mentions[o], &r.info[o]
	w := a.Word(mo.Head)
	if !capital(w) || x.class == PersonNoun || mo.Kind == Pronoun || mo.Entity == Person && mo.Kind == Named {
		return false
	}
	switch prep {
	case hashAt, hashWith:
		return mo.Kind == Named || x.det == 0 || mo.Last-mo.First > 2 && capital(a.Word(mo.Head-1))
	case hashOf:
		return x.det == 0 && mo.Last-mo.First == 1 && (insideCapital(w) || caps(w))
	}
	return false
}

// domains are the words behind "of" that offices keep: "Secretary of State".
var domains = map[string]bool{"State": true, "Defense": true, "Defence": true, "Health": true, "Works": true, "Finance": true, "Justice": true, "Education": true, "Energy": true, "Transport": true, "Commerce": true,
	"Labor": true, "Labour": true, "Agriculture": true, "Interior": true, "Foreign Affairs": true, "Internal Affairs": true, "Homeland Security": true, "Staff": true, "Police": true}
