package words

import (
	"strings"
	"testing"

	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
	"github.com/stretchr/testify/require"
)

func set(text string) (w Word) {
	w.Set(text)
	return w
}

func sentence(text string) []Word {
	var ws []Word
	for _, f := range strings.Fields(text) {
		ws = append(ws, set(f))
	}
	return ws
}

func TestSet(t *testing.T) {
	require.Equal(t, set("“"), set("”"))
	require.Equal(t, set("n't").Low, set("n’t").Low)
	require.Equal(t, set("The").Low, set("the").Low)
	require.NotEqual(t, set("The").Form, set("the").Form)
	require.Equal(t, set("1987").Low, set("2014").Low)
	require.Equal(t, set("ÉTÉ").Low, set("été").Low)
	require.Equal(t, set("walking").Suf3, set("talking").Suf3)
	require.Equal(t, set("Abcd").Shape, set("Xyzzy").Shape)
	require.NotEqual(t, set("Abcd").Shape, set("ABCD").Shape)
	require.True(t, set("NATO").Upper)
	require.False(t, set("A").Long)
	require.True(t, set("--").Pun)
	require.True(t, set("3rd").Digit)
	set(strings.Repeat("é", 500)) // longer than the buffer
	set("\xff\xfe")
}

func TestCaseOf(t *testing.T) {
	for text, want := range map[string]Case{
		"The dam is safe , she said": Normal,
		"DAM IS SAFE SAYS MAYOR":     Caps,
		"Mayor Says Dam Is Safe":     Title,
		"the dam is safe she said":   Lower,
		"Ana Brandt":                 Normal,
	} {
		require.Equal(t, want, CaseOf(sentence(text)), text)
	}
	a, b := sentence("DAM IS SAFE SAYS MAYOR"), sentence("DAM IS SAFE SAYS NOBODY")
	CaseOf(a)
	CaseOf(b)
	require.Equal(t, a[4].Shape, b[4].Shape, "in capitals all words have one shape")
}

func TestLexicon(t *testing.T) {
	l := NewLexicon(20)
	l.Add("ana", FirstName)
	l.Add("brandt", Surname)
	l.Add("council", OrgNoun)
	l.AddName("ostby", InPlace)
	l.AddName("new ostby", InPlace)
	l.AddName("ostby-on-sea", InPlace)
	l.AddName("bank of ostby", InOrganization)
	ws := sentence("Ana Brandt of the Bank of Ostby left New Ostby for Ostby - on - Sea ; the council saw brandt")
	l.LookUp(ws)
	var got []uint16
	for _, w := range ws {
		got = append(got, w.Lex)
	}
	require.Equal(t, []uint16{FirstName, Surname, 0, 0, InOrganization, InOrganization, InOrganization | InPlace, 0, InPlace, InPlace, 0, InPlace, InPlace, InPlace, InPlace, InPlace, 0, 0, OrgNoun, 0, 0}, got)
}
