package nlp_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/onrecord/onrecord/nlp"
)

// chainNamed returns the chain with the name.
func chainNamed(t *testing.T, a *nlp.Annotation, name string) *nlp.Chain {
	for i := range a.Chains {
		if a.Chains[i].Name == name {
			return &a.Chains[i]
		}
	}
	t.Fatalf("no chain is named %s", name)
	return nil
}

func TestFirmsByTheirTrade(t *testing.T) {
	for _, c := range []struct{ text, name string }{
		{"Swiss drugmaker Helvax rose 3% on Tuesday.", "Helvax"},
		{"The ferry's operator, Karsia Lines, denied the ship had been overloaded.", "Karsia Lines"},
		{"Western Grid, the country's largest power company, has asked customers not to ring.", "Western Grid"},
		{"She worries about a rival pill from Kessen AG. Kessen, the Swiss drugmaker, said its drug had cut migraine days.", "Kessen AG"},
		{"Hugh Penrose, President of the Farmers' League, said it was late.", "Farmers' League"},
		{"Norden Gas & Electric Co. was set to shut off power. The blackouts may end, NG&E officials said.", "Norden Gas & Electric Co."},
		{"Shares of timber giant Barrow Post fell. Barrow Post (ticker: BPX) had cut its forecast.", "Barrow Post"},
		{"Marta Quill, a spokesperson for Patient Shield, the ferry operation, told reporters it was late.", "Patient Shield"},
		{"The bond fell on Monday, according to data from MarketHarbour.", "MarketHarbour"},
		{"Jari Mae bonds rose. The purchases show interest, Jari Mae's chairman, David O. Quill, said.", "Jari Mae"},
	} {
		require.Equal(t, nlp.Organization, chainNamed(t, annotated(t, c.text), c.name).Kind, c.text)
	}
}

func TestOfficesThatDiffer(t *testing.T) {
	a := annotated(t, "The transport ministry said the ferry sank. Velmark has sent two boats. Its foreign ministry said it would help.")
	require.NotEqual(t, chainAt(a, "ministry", 0), chainAt(a, "ministry", 1))
	a = annotated(t, "The ferry's operator, Karsia Lines, denied the ship had been overloaded. In a statement, the company said all its vessels were safe.\n\nA woman told the KNA news agency that it was late.")
	require.Equal(t, "Karsia Lines", chainAt(a, "company", 0).Name)
	require.NotEqual(t, chainAt(a, "company", 0), chainAt(a, "agency", 0))
	a = annotated(t, "Everybody in the ground saw it except Marco Dray. I asked him why and he said he was happy.")
	require.Equal(t, "Marco Dray", chainAt(a, "he", 0).Name)
}

func TestLettersAndBracketsBehindNames(t *testing.T) {
	for _, c := range []struct{ text, name, role, affiliation string }{
		{"Dr. Lena Hoffmann, M.D., Ph.D., a respiratory specialist at Oakleigh General Hospital, told councillors it was late.", "Lena Hoffmann", "respiratory specialist", "Oakleigh General Hospital"},
		{"Coun Peter Lodge (Lab, East Ward), the deputy leader, said the street was full.", "Peter Lodge", "deputy leader", ""},
		{"Parish priest Fr Sean Moran said the village was sad.", "Sean Moran", "Parish priest", ""},
		{"The Green Alliance said it had raised the matter in May. “No,” its leader, Sabina Koro, said.", "Sabina Koro", "leader", "Green Alliance"},
		{"European Central Bank policymaker Tomas Rehak said it was too early.", "Tomas Rehak", "policymaker", "European Central Bank"},
		{"Professor Phillip (Pip) Hamilton, deputy chancellor (research) at Deveron University, will be honoured.", "Phillip (Pip) Hamilton", "Professor, deputy chancellor", ""},
		{"Linus Brandt, the editor-in-chief of Morgonposten, said the paper would appeal.", "Linus Brandt", "editor-in-chief", "Morgonposten"},
		{"New Arden Electric System bowed out. New Arden Electric is based in Hartley. John Rowe, chief executive officer of New Arden Electric, said it was late.", "John Rowe", "chief executive officer", "New Arden Electric System"},
		{"The animal rights group Voiceless has criticised the code. Voiceless says it is a farce. Spokeswoman Katrina Sharman says it is late.", "Katrina Sharman", "Spokeswoman", "Voiceless"},
		{"Watch manager Dan Pryce said crews were there all night.", "Dan Pryce", "Watch manager", ""},
		{"Lead researcher Dr Christine Dauphin said it had been missed.", "Christine Dauphin", "Lead researcher", ""},
		{"The rapper Duke Ransom met fans. Ransom said he was late.", "Duke Ransom", "rapper", ""},
	} {
		ch := chainNamed(t, annotated(t, c.text), c.name)
		require.Equal(t, c.role, ch.Role, c.text)
		require.Equal(t, c.affiliation, ch.Affiliation, c.text)
	}
	a := annotated(t, "Green councillor Isla Bain called it historic. Cllr Bain said that shops had gained.")
	require.Equal(t, "Isla Bain", chainAt(a, "Bain", 1).Name)
}
