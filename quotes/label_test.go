package quotes_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/quotes"
)

func TestLabels(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a name and a colon", "Rob Tindall watched the match.\n\nWexbridge goalkeeper Sam Orr: \"Best day of my career. I've been here nine years.\"",
			[]string{"Sam Orr: \"Best day of my career. I've been here nine years.\""}},
		{"initials", "Toby Renshaw talks to the cellist Nina Abara about her new record.\n\nToby Renshaw: Do you read criticism?\n\nNina Abara: My husband reads it and I ask for the weather.\n\nTR: And what's next for you?\n\nNA: Sleep. Then Elgar, and I am nervous.",
			[]string{"Toby Renshaw: Do you read criticism?", "Nina Abara: My husband reads it and I ask for the weather.", "Toby Renshaw: And what's next for you?", "Nina Abara: Sleep. Then Elgar, and I am nervous."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, r := analyze(t, c.text)
			sound(t, doc.Text, r)
			require.Equal(t, c.want, said(doc.Text, r))
		})
	}
}

func TestWhereContentBegins(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"who was told", "Prosecutor Nadia Khalil told the court Porter had \"systematically plundered\" the accounts of 22 people.",
			[]string{"Nadia Khalil: Porter had \"systematically plundered\" the accounts of 22 people"}},
		{"interrupted", "In that time, according to the Institute for Fiscal Research, spending per pupil has fallen by 9% in real terms.",
			[]string{"Institute for Fiscal Research: In that time ++ spending per pupil has fallen by 9% in real terms"}},
		{"a wish to stay unnamed", "Two traders, who asked not to be named because they were not authorised to speak to the media, said funds had been buying.",
			[]string{"Two traders: funds had been buying"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, r := analyze(t, c.text, quotes.WithStatementsOnly())
			sound(t, doc.Text, r)
			require.Equal(t, c.want, said(doc.Text, r))
		})
	}
}
