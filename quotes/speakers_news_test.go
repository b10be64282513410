package quotes

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Speakers as news of different sections call them.
func TestSpeakersOfTheNews(t *testing.T) {
	for _, c := range []struct {
		name, text string
		qs         []said
		as         string
		kind       SpeakerKind
	}{
		{"by country", "Castlemoor boss Elena Ruiz was furious. “It's late,” said Ruiz.\n\n“It's a penalty,” said the Spaniard.",
			[]said{{"“It's late,”", "Ruiz"}, {"“It's a penalty,”", "the Spaniard"}}, "Elena Ruiz", PersonSpeaker},
		{"a newspaper is nobody's country", "“It's late,” said Elena Ruiz.\n\nThe ferry sank, said the Guardian.",
			[]said{{"“It's late,”", "Elena Ruiz"}, {"The ferry sank", "the Guardian"}}, "Guardian", OrganizationSpeaker},
		{"nurse from a place", "Passenger Deirdre Nolan said she'd been told nothing. “I've been here since five,” the nurse from Sligo said.",
			[]said{{"she'd been told nothing", "Passenger Deirdre Nolan"}, {"“I've been here since five,”", "the nurse from Sligo"}}, "Deirdre Nolan", PersonSpeaker},
		{"a firm that nobody knew", "Skyways has cancelled 64 flights. In a post on X, the airline said passengers would be rebooked.",
			[]said{{"passengers would be rebooked", "the airline"}}, "Skyways", OrganizationSpeaker},
		{"a label that takes a plural verb", "Ransom's label, Big Machine, have denied that the rapper Duke Ransom is ill. “Duke is in the studio,” they said.",
			[]said{{"the rapper Duke Ransom is ill", "Ransom's label, Big Machine,"}, {"“Duke is in the studio,”", "they"}}, "Big Machine", OrganizationSpeaker},
		{"the former champion", "Team doctor Alan Cho said the procedure went well.\n\nGeneral manager Vic Santoro said the team would explore trades. “I'd be lying,” the former champion said.",
			[]said{{"the procedure went well", "Team doctor Alan Cho"}, {"the team would explore trades", "General manager Vic Santoro"}, {"“I'd be lying,”", "the former champion"}}, "Vic Santoro", PersonSpeaker},
		{"the premier", "People demanded the resignation of Prime Minister Dragan Ilic.\n\nPolice fired gas. The premier said that he would not go.",
			[]said{{"he would not go", "The premier"}}, "Dragan Ilic", PersonSpeaker},
		{"company management", "Acme Widgets Corp. posted a loss. Company management said sales would fall.",
			[]said{{"sales would fall", "Company management"}}, "Acme Widgets Corp management", GroupSpeaker},
		{"they who speak, not the spiders", "Michael Quorn and Dr Maud Andrade of Westmere University studied how young males grow.\n\nQuorn and Andrade studied how immature male spiders develop. They found that males grow slowly.",
			[]said{{"males grow slowly", "They"}}, "Michael Quorn and Maud Andrade", PersonSpeaker},
		{"the company of the sentence", "“There is no prince,” said Stuart Pell, chief investment officer at Harrow Bridge Asset Management.\n\nShares of Danish shipper Norvik fell. Norvik tumbled 14% after the company said that profit would fall.",
			[]said{{"“There is no prince,”", "Stuart Pell"}, {"profit would fall", "the company"}}, "Norvik", OrganizationSpeaker},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := resolved(t, c.text, c.qs)
			k := r.Quotes[len(r.Quotes)-1].Speaker
			require.NotEqual(t, None, k)
			require.Equal(t, c.as, r.Speakers[k].Name)
			require.Equal(t, c.kind, r.Speakers[k].Kind)
		})
	}
}
