package nlp_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/nlp"
)

func TestDatelinesStandByThemselves(t *testing.T) {
	for _, text := range []string{
		"FERNBRIDGE — |The ferry sank, police said.",
		"NEW HOLM, May 2 (QPA) - |The ferry sank.",
		"PORT AÑIL, Aspería (Lantern News) — |“It sank,” she said.",
		"FERNBRIDGE AND OSTWICK -- |Two ferries sank.",
		"(Lantern) - |Two ferries sank.",
		"Fernbridge — which has a ferry — is small.",
		"IBX — which owns it — is a bank.",
		"Ann Lee (R-Ostwick) said no.",
		"The ferry - two decks - sank.",
		"It was built in May — a year ago.",
	} {
		plain := strings.ReplaceAll(text, "|", "")
		var a nlp.Annotation
		nlp.Split(nlp.Input{Text: plain}, &a)
		var got []string
		for _, s := range a.Sentences {
			got = append(got, s.Of(plain))
		}
		want := strings.Split(text, "|")
		for i := range want {
			want[i] = strings.TrimSpace(want[i])
		}
		require.Equal(t, want, got)
	}
}
