package quotes

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/extract"
	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/nlp"
	"github.com/onrecord/onrecord/span"
)

// shares counts how many of what was asked came out right.
type shares struct{ right, all int }

func (s *shares) add(ok bool) {
	s.all++
	if ok {
		s.right++
	}
}

func (s shares) of() float64 {
	if s.all == 0 {
		return 0
	}
	return float64(s.right) / float64(s.all)
}

var wordRE = regexp.MustCompile(`[\pL\pN]+(?:['’.][\pL\pN]+)*`)

var scoreTitles = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("mr mrs ms dr sen rep gov president vice prof sir dame lord lady prince the a an rev gen lt col sgt capt judge justice chief secretary mayor senator representative governor") {
		m[w] = true
	}
	return m
}()

// nameWords are the words that the project's scorer compares names by.
func nameWords(s string) []string {
	var all, out []string
	for _, w := range wordRE.FindAllString(s, -1) {
		l := strings.ReplaceAll(strings.ToLower(w), "’", "'")
		if strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") {
			l = strings.TrimRight(l, "'s")
		}
		l = strings.Trim(l, ".'")
		all = append(all, l)
		if !scoreTitles[l] {
			out = append(out, l)
		}
	}
	if len(out) == 0 {
		return all
	}
	return out
}

func sameName(a, b string) bool {
	return strings.Join(nameWords(a), " ") == strings.Join(nameWords(b), " ")
}

func shareWords(got, want string) bool {
	g, w := map[string]bool{}, map[string]bool{}
	for _, x := range nameWords(got) {
		g[x] = true
	}
	for _, x := range nameWords(want) {
		w[x] = true
	}
	n := 0
	for x := range w {
		if g[x] {
			n++
		}
	}
	return n > 0 && 2*n >= len(w)
}

// annotateArticle reads a marked article as plain text.
func annotateArticle(t testing.TB, text string) (*extract.Document, *nlp.Annotation) {
	doc, err := extract.Text(context.Background(), []byte(text))
	require.NoError(t, err)
	in := nlp.Input{Text: doc.Text}
	for _, b := range doc.Blocks {
		if b.Quotable() {
			in.Blocks = append(in.Blocks, nlp.Block{Span: b.Span, Heading: b.Kind == extract.Heading})
		}
	}
	b, err := nlp.Default()
	require.NoError(t, err)
	a := new(nlp.Annotation)
	require.NoError(t, b.Annotate(context.Background(), in, a))
	return doc, a
}

type speakerScore struct {
	name, lenient, role, affiliation, kind, sourceless, pronoun, person shares
	// Sources that share half of the speaker's words, and those that do not.
	named, described shares
}

// measureWild resolves the speakers of the marked quotations, given where
// content, cue and source stand.
func measureWild(t *testing.T, file ...string) speakerScore {
	arts, err := corpus.JSONLines[corpus.Marked](corpus.Need(t, file...))
	require.NoError(t, err)
	return measureSpeakers(t, file[len(file)-1], arts)
}

// measureSpeakers is measureWild of articles that are read already.
func measureSpeakers(t *testing.T, what string, arts []corpus.Marked) speakerScore {
	var s speakerScore
	for _, art := range arts {
		if len(art.Quotes) == 0 {
			continue
		}
		doc, a := annotateArticle(t, art.Text)
		require.Equal(t, art.Text, doc.Text)
		r := &Result{}
		for _, q := range art.Quotes {
			x := Quote{Type: Type(q.Type), Act: Statement, Content: corpus.Spans(q.Content), Within: None}
			if q.Cue != nil {
				x.Cue = q.Cue.Span()
			}
			if q.Source != nil {
				x.Source = []span.Span{q.Source.Span()}
			}
			r.Quotes = append(r.Quotes, x)
		}
		resolve(doc, a, r)
		for i, q := range art.Quotes {
			if q.Speaker == "" {
				continue
			}
			var got Speaker
			if k := r.Quotes[i].Speaker; k != None {
				got = r.Speakers[k]
			}
			if what == "own" {
				// Marked by places of the text, with "some" and "one" in front.
				q.Speaker = stripDeterminer(q.Speaker)
			}
			ok := sameName(got.Name, q.Speaker)
			s.name.add(ok)
			gw, ww := nameWords(got.Name), nameWords(q.Speaker)
			s.lenient.add(ok || q.Kind == "person" && len(gw) > 0 && gw[len(gw)-1] == ww[len(ww)-1])
			if q.Kind == "person" {
				s.person.add(ok)
			}
			s.kind.add(string(got.Kind) == q.Kind)
			src := ""
			if q.Source == nil {
				s.sourceless.add(ok)
			} else {
				src = q.Source.Span().Of(art.Text)
				switch strings.ToLower(src) {
				case "he", "she", "they", "it", "who", "his", "her", "their", "him", "we", "i":
					s.pronoun.add(ok)
				default:
					if q.Source.Span().Len() > 0 && shareWords(src, q.Speaker) {
						s.named.add(ok)
					} else {
						s.described.add(ok)
					}
				}
			}
			if q.Role != "" {
				rok := shareWords(got.Role, q.Role)
				s.role.add(rok)
				if os.Getenv("SHOW") == "role" && !rok {
					t.Logf("%-24.24s ROLE want %q got %q | %s | src %.60q", art.ID, q.Role, got.Role, q.Speaker, src)
				}
			}
			if q.Affiliation != "" {
				aok := shareWords(got.Affiliation, q.Affiliation)
				s.affiliation.add(aok)
				if os.Getenv("SHOW") == "affiliation" && !aok {
					t.Logf("%-24.24s AFF  want %q got %q | %s | src %.60q", art.ID, q.Affiliation, got.Affiliation, q.Speaker, src)
				}
			}
			if os.Getenv("SHOW") == "pron" && src != "" && pronounWords[strings.ToLower(src)] && !ok {
				b := q.Source.Span().Start
				t.Logf("WANT %q GOT %q (%s)\n      ...%s[[%s]]%s", q.Speaker, got.Name, got.Kind, oneLine(art.Text[max(0, b-450):b]), src, oneLine(art.Text[b+len(src):min(len(art.Text), b+90)]))
			}
			if os.Getenv("SHOW") == "context" && !ok {
				b := q.Content[0].Span().Start
				if q.Source != nil {
					b = q.Source.Span().Start
				}
				t.Logf("%-24.24s WANT %q (%s) GOT %q (%s)\n      ...%s[[%s]]%s", art.ID, q.Speaker, q.Kind, got.Name, got.Kind, oneLine(art.Text[max(0, b-350):b]), src, oneLine(art.Text[b+len(src):min(len(art.Text), b+len(src)+150)]))
			}
			if os.Getenv("SHOW") == "name" && !ok || os.Getenv("SHOW") == "all" {
				t.Logf("%-24.24s want %q (%s) got %q (%s) src %.70q type %s content %.40q", art.ID, q.Speaker, q.Kind, got.Name, got.Kind, src, q.Type, q.Content[0].Span().Of(art.Text))
			}
		}
	}
	t.Logf("%v: name %.3f (%d) person %.3f lenient %.3f kind %.3f role %.3f (%d) affiliation %.3f (%d) no source %.3f (%d) pronoun %.3f (%d) named %.3f (%d) described %.3f (%d)", what, s.name.of(), s.name.all, s.person.of(), s.lenient.of(), s.kind.of(),
		s.role.of(), s.role.all, s.affiliation.of(), s.affiliation.all, s.sourceless.of(), s.sourceless.all, s.pronoun.of(), s.pronoun.all,
		s.named.of(), s.named.all, s.described.of(), s.described.all)
	return s
}

func TestSpeakersWildTrain(t *testing.T) {
	require.Greater(t, measureWild(t, "data", "wild", "train.jsonl.gz").name.of(), 0.8)
}

// TestSpeakersOwn measures on the articles that the project marked itself:
// thousands of sources to learn from and to choose by.
func TestSpeakersOwn(t *testing.T) {
	arts, err := corpus.Own(filepath.Dir(filepath.Dir(corpus.Need(t, "data", "more", "abc.zip"))))
	require.NoError(t, err)
	s := measureSpeakers(t, "own", arts)
	require.Greater(t, s.name.of(), 0.75)
}

// TestSpeakersWritten measures on the articles that the project invented.
func TestSpeakersWritten(t *testing.T) {
	arts, err := corpus.Written()
	require.NoError(t, err)
	require.Greater(t, measureSpeakers(t, "written", arts).name.of(), 0.75)
}

func TestSpeakersWildDev(t *testing.T) {
	s := measureWild(t, "data", "wild", "dev.jsonl.gz")
	require.Greater(t, s.name.of(), 0.8)
	require.Greater(t, s.person.of(), 0.9)
}

func TestSpeakersSeed(t *testing.T) {
	require.Greater(t, measureWild(t, "seed", "expected.jsonl").name.of(), 0.8)
}

type identified struct {
	article, attribution, kind, name, role, affiliation string
}

// measurePolnear resolves the speakers of the attributions of PolNeAR dev
// whose speakers are known, given where content, cue and source stand.
func measurePolnear(t *testing.T) (persons, pronouns, all shares) {
	raw, err := os.ReadFile(corpus.Need(t, "data", "polnear", "dev_speakers.tsv"))
	require.NoError(t, err)
	want := map[string]map[string]identified{}
	for i, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		f := strings.Split(line, "\t")
		if i == 0 || len(f) < 6 {
			continue
		}
		if want[f[0]] == nil {
			want[f[0]] = map[string]identified{}
		}
		want[f[0]][f[1]] = identified{f[0], f[1], f[2], f[3], f[4], f[5]}
	}
	arts, err := corpus.JSONLines[corpus.Attributed](corpus.Need(t, "data", "polnear", "dev.jsonl.gz"))
	require.NoError(t, err)
	for _, art := range arts {
		gold := want[art.ID]
		if gold == nil {
			continue
		}
		doc, a := annotateArticle(t, art.Text)
		r := &Result{}
		var ids []string
		for _, x := range art.Attributions {
			if len(x.Content) == 0 {
				continue
			}
			q := Quote{Type: Indirect, Act: Statement, Content: corpus.Spans(x.Content), Source: corpus.Spans(x.Source), Within: None}
			if len(x.Cue) > 0 {
				q.Cue = x.Cue[0].Span()
			}
			if c := q.Content[0].Of(art.Text); strings.HasPrefix(c, "“") || strings.HasPrefix(c, `"`) {
				q.Type = Direct
			}
			r.Quotes = append(r.Quotes, q)
			ids = append(ids, x.ID)
		}
		order := make([]int, len(r.Quotes))
		for i := range order {
			order[i] = i
		}
		sort.SliceStable(order, func(i, j int) bool { return r.Quotes[order[i]].Content[0].Start < r.Quotes[order[j]].Content[0].Start })
		qs := make([]Quote, len(order))
		for i, k := range order {
			qs[i] = r.Quotes[k]
		}
		r.Quotes = qs
		resolve(doc, a, r)
		for i := range r.Quotes {
			w, ok := gold[ids[order[i]]]
			if !ok || w.kind == "unclear" {
				continue
			}
			var got Speaker
			if k := r.Quotes[i].Speaker; k != None {
				got = r.Speakers[k]
			}
			right := sameName(strings.ReplaceAll(got.Name, " and ", " "), strings.ReplaceAll(w.name, ";", ""))
			all.add(right)
			src := ""
			for _, sp := range r.Quotes[i].Source {
				src += sp.Of(art.Text) + "|"
			}
			src = strings.Trim(src, "|")
			if w.kind == "person" {
				persons.add(right)
			}
			if pronounWords[strings.ToLower(src)] {
				pronouns.add(right)
			}
			if os.Getenv("SHOW") == "pron" && pronounWords[strings.ToLower(src)] && !right {
				b := r.Quotes[i].Source[0].Start
				t.Logf("WANT %q GOT %q (%s)\n      ...%s[[%s]]%s", w.name, got.Name, got.Kind, oneLine(art.Text[max(0, b-450):b]), src, oneLine(art.Text[b+len(src):min(len(art.Text), b+90)]))
			}
			if os.Getenv("SHOW") == "polnear" && !right && (w.kind == "person" || pronounWords[strings.ToLower(src)]) {
				t.Logf("%-40.40s %s want %q (%s) got %q (%s) src %.80q content %.50q", art.ID, w.attribution, w.name, w.kind, got.Name, got.Kind, src, r.Quotes[i].Content[0].Of(art.Text))
			}
		}
	}
	t.Logf("dev_speakers: persons %.3f (%d) pronouns %.3f (%d) all %.3f (%d)", persons.of(), persons.all, pronouns.of(), pronouns.all, all.of(), all.all)
	return persons, pronouns, all
}

func TestSpeakersPolnear(t *testing.T) {
	persons, pronouns, _ := measurePolnear(t)
	require.Greater(t, persons.of(), 0.84)
	require.Greater(t, pronouns.of(), 0.6)
}

var pronounWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("he she they it who his her their him them its we i which that my me our us") {
		m[w] = true
	}
	return m
}()

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
