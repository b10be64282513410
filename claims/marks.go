package claims

// close takes in the quotation mark behind p, and a comma or stop before it,
// if it closes words that p opens: `fit to "serve as president," while`, and
// the one before p whose words p goes on from: `said " tolls" and taxes rose`.
func (ar *article) close(p *proposition) {
	a := ar.a
	if p.last-p.first < 3 {
		return
	}
	k := p.last
	if k < len(a.Tokens) && (a.Word(k) == "," || a.Word(k) == ".") {
		k++
	}
	next := k < len(a.Tokens) && a.Tokens[k].Sentence == a.Tokens[p.first].Sentence && isMark(a, k)
	if ar.balanced(p.first, p.last) {
		if next && ar.singleOpen(p) && (a.Word(k) == "’" || a.Word(k) == "'") {
			p.last = k + 1
		}
		return
	}
	if next && ar.balanced(p.first, k+1) {
		p.last = k + 1
		return
	}
	if f := p.first - 1; f >= 0 && a.Tokens[f].Sentence == a.Tokens[p.first].Sentence && isMark(a, f) && closing(a.Word(f)) != "" && ar.balanced(f, p.last) {
		p.first = f
	}
}

// singleOpen reports whether p opens a single quotation mark and closes none
// behind it.
func (ar *article) singleOpen(p *proposition) bool {
	for k := p.last - 1; k >= p.first; k-- {
		switch ar.a.Word(k) {
		case "‘":
			return true
		case "’", "'":
			return false
		}
	}
	return false
}

// opensInside reports whether p begins with a quotation mark that closes inside
// it, with words behind, so that it belongs to the words.
func (ar *article) opensInside(p *proposition) bool {
	a := ar.a
	end := closing(a.Word(p.first))
	if end == "" {
		return false
	}
	for i := p.first + 1; i < p.last; i++ {
		if w := a.Word(i); w == end || end == "\"" && w == "''" {
			for k := i + 1; k < p.last; k++ {
				if !isMark(a, k) {
					return true
				}
			}
			return false
		}
	}
	return false
}

// closing is the mark that closes what mark w opens; "" for other marks.
func closing(w string) string {
	switch w {
	case "“":
		return "”"
	case "‘":
		return "’"
	case "\"", "``":
		return "\""
	}
	return ""
}
