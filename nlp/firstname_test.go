package nlp_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/nlp"
)

func TestFirstName(t *testing.T) {
	for name, want := range map[string]nlp.Gender{
		"Mary": nlp.Female, "aaliyah": nlp.Female, "MARGARET": nlp.Female, "Robert": nlp.Male, "george": nlp.Male,
		"Jessie": nlp.UnknownGender, "Casey": nlp.UnknownGender, // borne by both
	} {
		got, ok := nlp.FirstName(name)
		require.True(t, ok, name)
		require.Equal(t, want, got, name)
	}
	for _, word := range []string{"", "Mary Ann", "the", "harbour", "Parliament", "qxzv", "a word of more than two and thirty bytes"} {
		g, ok := nlp.FirstName(word)
		require.False(t, ok, word)
		require.Equal(t, nlp.UnknownGender, g, word)
	}
}
