package extract

import "strings"

// readTitle finds the headline that the page prints in what its <title> says
// besides: "The Echo: Bridge to close", "Print - Bridge to close". Where that is
// but the name of a file, the line in bold above the prose is the headline.
func (v *survey) readTitle(d *Document) {
	if v.title >= 0 && v.bs[v.title].level == 1 || d.Title == "" {
		return
	}
	file := fileName().MatchString(d.Title)
	for i := range v.bs {
		b := &v.bs[i]
		if i > maxAbove || file && b.long {
			return
		}
		line, _, _ := strings.Cut(b.text, "\n")
		f := fold(line)
		switch {
		case b.links > 0 || countWords(line) < 3 || countWords(line) > 30:
		case file && 10*b.bold >= 7*len(line) && !endsSentence(line):
			d.Title, v.titleText, v.title = line, f, i
			return
		case !file && f != v.titleText && len(f)*2 > len(v.titleText) && (strings.HasPrefix(v.titleText, f+" ") || strings.HasSuffix(v.titleText, " "+f)):
			if name, ok := besides(d.Title, line); ok {
				host := hostOf(d.URL)
				if (d.Site == "" && strings.Contains(name, " ") || d.Site == host && echoes(host, name)) && siteName().MatchString(name) {
					d.Site = name
				}
				d.Title, v.titleText, v.title = line, f, i
				return
			}
		}
	}
}

// maxAbove is how many blocks of links and names may stand above a headline.
const maxAbove = 40

// fileName is a title that only says which file the page was made of.
var fileName = pattern(`(?i)^\S+\.(?:pdf|docx?|rtf|odt|txt|indd|html?)$`)

// besides returns what stands in title besides line, if a sign parts the two.
func besides(title, line string) (string, bool) {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", ": "} {
		if rest, ok := strings.CutPrefix(title, line+sep); ok {
			return strings.TrimSpace(rest), true
		}
		if rest, ok := strings.CutSuffix(title, sep+line); ok {
			return strings.TrimSpace(rest), true
		}
	}
	return "", false
}
