package extract

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/internal/corpus"
	"github.com/onrecord/onrecord/internal/shingle"
)

func pages(t testing.TB) []corpus.Page {
	t.Helper()
	ps, err := corpus.Pages(corpus.Need(t, "data", "html"))
	require.NoError(t, err)
	return ps
}

func TestBodies(t *testing.T) {
	var total shingle.Score
	for _, p := range pages(t) {
		d, err := HTML(context.Background(), p.HTML)
		require.NoError(t, err, p.URL)
		total.Add(shingle.Compare(shingle.Of(p.Body), shingle.Of(d.Text)))
	}
	t.Logf("%+v", total)
}

func TestSources(t *testing.T) {
	all, good, blank := 0, 0, 0
	for _, pg := range pages(t) {
		c := newConfig(nil)
		text, _ := decode(pg.HTML, "", true)
		p, err := parse(context.Background(), text, &c)
		require.NoError(t, err)
		w := p.walk()
		for _, n := range w.texts {
			all++
			ps := p.pieces[n]
			s := ""
			for i, x := range ps {
				if i == 0 && x.at != 0 {
					blank++
				}
				s += unescape(x.src.Of(p.src))
			}
			if s == n.Data {
				good++
			} else if all-good < 10 {
				t.Logf("%q %q", n.Data, s)
			}
		}
		for _, b := range w.blocks {
			require.False(t, b.src.Empty(), b.text)
		}
	}
	t.Log(all, good, blank)
}
