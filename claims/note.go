package claims

import "strings"

// note is what stands in brackets at the end of a claim and tells where it is
// from, as far as it has to be told.
type note struct {
	source   string // who says it, "said by Orr"
	before   string // what was said before it
	under    string // the heading that it stands under
	title    string // of the article
	headline bool   // the claim is the article's title
	opening  string // a first sentence of the article, where its title does not tell enough
	about    string // the country that the article is about
	place    string // the dateline's
	day      string // of the article
}

// empty reports whether nothing is told yet.
func (n *note) empty() bool { return *n == note{} }

// endsQuoted reports whether a title or a sentence ends the note as it is.
func (n *note) endsQuoted() bool {
	return n.title != "" || n.opening != "" || n.under != "" || n.before != "" || !n.headline && strings.HasSuffix(n.source, "”")
}

// headlineLast reports whether nothing is told but that the claim is the title.
func (n *note) headlineLast() bool { return n.headline && n.before == "" && n.about == "" }

// String is the note's words: "said by Orr, after “The dam broke”, in “Dam
// Breaks”, Belmark, May 3, 2021".
func (n *note) String() string {
	var parts []string
	add := func(s string) { parts = append(parts, s) }
	if n.source != "" {
		add(n.source)
	}
	if n.headline {
		add("headline")
	}
	if n.before != "" {
		add("after " + noted(n.before))
	}
	if n.under != "" {
		add("under " + noted(n.under))
	}
	if n.title != "" {
		if len(parts) > 0 {
			add("in " + noted(n.title))
		} else {
			add("from " + noted(n.title))
		}
	}
	if n.opening != "" {
		from := "from "
		if n.title != "" {
			from = ""
		}
		add(from + "an article that says " + noted(n.opening))
	}
	if n.about != "" {
		switch {
		case n.endsQuoted():
			add("an article on " + n.about)
		case len(parts) > 0:
			add("in an article on " + n.about)
		default:
			add("from an article on " + n.about)
		}
	}
	// Behind a title it is plain that place and day are the report's.
	report := ""
	if n.title == "" && n.opening == "" && !n.headlineLast() {
		report = "reported "
	}
	if n.place != "" {
		if report != "" {
			add(report + "from " + n.place)
			report = ""
		} else {
			add(n.place)
		}
	}
	if n.day != "" {
		add(report + n.day)
	}
	return strings.Join(parts, ", ")
}

// noted is what is put between quotation marks in a note.
func noted(s string) string { return "“" + innerMarks.Replace(s) + "”" }

// innerMarks makes marks and brackets those that stand within others.
var innerMarks = strings.NewReplacer("“", "‘", "”", "’", "\"", "'", "[", "(", "]", ")")
