package quotes_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	_ "github.com/onrecord/onrecord/internal/golden" // the flag -update
	"github.com/onrecord/onrecord/quotes"
)

// said lists what was found as "speaker: content", statements only.
func said(text string, r *quotes.Result) []string {
	var out []string
	for _, q := range r.Quotes {
		if q.Act != quotes.Statement {
			continue
		}
		s := ""
		if q.Speaker != quotes.None {
			s = r.Speakers[q.Speaker].Name
		}
		s += ":"
		for i, c := range q.Content {
			if i > 0 {
				s += " ++"
			}
			s += " " + c.Of(text)
		}
		out = append(out, s)
	}
	return out
}

func TestStructures(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"dateline", "HARTLEY BAY (DP) — The ferry will not sail before Monday, according to Joan Pike, the harbour master.",
			[]string{"Joan Pike: The ferry will not sail before Monday"}},
		{"signature", "Readers wrote to us about the ferry.\n\n“It has been late for three weeks and nobody tells us why.” — Omar Velt, Hartley Bay",
			[]string{"Omar Velt: “It has been late for three weeks and nobody tells us why.”"}},
		{"signed below", "Readers wrote to us about the ferry.\n\n“It has been late for three weeks and nobody tells us why.”\n\n— Omar Velt, Hartley Bay",
			[]string{"Omar Velt: “It has been late for three weeks and nobody tells us why.”"}},
		{"goes on unmarked", "Joan Pike, the harbour master, said, \"The ferry is old and it was built in 1961.\n\nWe have asked for a new one since the spring.\" The council did not answer.",
			[]string{"Joan Pike: \"The ferry is old and it was built in 1961. ++ We have asked for a new one since the spring.\""}},
		{"goes on with a cue of its own", "Joan Pike, the harbour master, commented: \"The ferry is old and it was built in 1961.\n\n\"We have asked for a new one since the spring,\" Pike said.",
			[]string{"Joan Pike: \"The ferry is old and it was built in 1961. ++ \"We have asked for a new one since the spring,\""}},
		{"a mark forgotten", "Joan Pike, the harbour master, said: \"The ferry is old and it was built in 1961.\n\n\"We have lost two boats this year,\" said Omar Velt, a fisherman.",
			[]string{"Joan Pike: \"The ferry is old and it was built in 1961.", "Omar Velt: \"We have lost two boats this year,\""}},
		{"goes on below a colon", "Joan Pike, the harbour master, said the plan was “absurd” and “late”:\n\nIt sinks the ferry and drowns the harbour. We have asked for a new one since the spring.\n\nThe council did not answer.",
			[]string{"Joan Pike: the plan was “absurd” and “late”", "Joan Pike: It sinks the ferry and drowns the harbour. We have asked for a new one since the spring."}},
		{"no block where a cue follows", "Joan Pike, the harbour master, said the letter didn't explain the delay.\n\n\"I don't see who will pay for it,\" she said after reading the letter.",
			[]string{"Joan Pike: the letter didn't explain the delay", "Joan Pike: \"I don't see who will pay for it,\""}},
		{"the article's stop", "The harbour master says the ferry was arrested a block away after its crew tried to steal a van. She says the crew left.\n\nNobody was hurt.",
			[]string{"harbour master: the ferry was arrested a block away after its crew tried to steal a van", "harbour master: the crew left"}},
		{"today is nobody", "HARTLEY BAY, Oct. 14, 2021 -- Solvay Ridge Therapeutics, Inc. (NASDEX: SLVR), a clinical-stage company, today announced that its trial met its goal.",
			[]string{"Solvay Ridge Therapeutics, Inc: that its trial met its goal"}},
		{"quotes somebody", "“I woke up one morning and I said, ‘What are we going to do?’” said Omar Velt, 63. “She said, ‘I was hoping you'd sell the ferry first.’”",
			[]string{"Omar Velt: “I woke up one morning and I said, ‘What are we going to do?’”", "Omar Velt: “She said, ‘I was hoping you'd sell the ferry first.’”", ": ‘I was hoping you'd sell the ferry first.’"}},
		{"a letter reads", "In a letter to the harbour's director, Joan Pike, the pilots say boats are late. “We are tired and nobody tells us why,” it reads.",
			[]string{"pilots: boats are late", "letter: “We are tired and nobody tells us why,”"}},
		{"a headline between single marks", "'We lost it all': Hartley Bay counts the cost\n\nThe ferry sank on Monday.\n\n“We lost it all,” said Joan Pike, the harbour master. “Sixty years.”",
			[]string{"Joan Pike: 'We lost it all'", "Joan Pike: “We lost it all,”", "Joan Pike: “Sixty years.”"}},
		{"a headline and who says it", "Pike: 'I would have sold the ferry'\n\nJoan Pike, the harbour master, said the ferry was old.",
			[]string{"Joan Pike: 'I would have sold the ferry'", "Joan Pike: the ferry was old"}},
		{"questions without bold letters", "Five minutes with Idris Vane\n\nThe beekeeper talks to us about his roof. Interview by Omar Velt.\n\nWhen did you begin with bees?\n\nI was given a hive by my aunt. She kept them for forty years.\n\nHow many have you lost?\n\nMore than I can count.\n\nWhat would you tell somebody who starts?\n\nBuy good gloves. I never did.",
			[]string{"Idris Vane: I was given a hive by my aunt. She kept them for forty years.", "Idris Vane: More than I can count.", "Idris Vane: Buy good gloves. I never did."}},
		{"goes on", "“The ferry is old,” said Joan Pike, the harbour master. “It was built in 1961.”",
			[]string{"Joan Pike: “The ferry is old,”", "Joan Pike: “It was built in 1961.”"}},
		{"paragraphs", "Joan Pike, the harbour master, said: “The ferry is old and it was built in 1961.\n\n“We have asked for a new one since the spring.”",
			[]string{"Joan Pike: “The ferry is old and it was built in 1961. ++ “We have asked for a new one since the spring.”"}},
		{"transcript", "PIKE: The ferry is old.\n\nVELT: How old is it?\n\nPIKE: It was built in 1961.\n\nVELT: And who pays?",
			[]string{"PIKE: The ferry is old.", "VELT: How old is it?", "PIKE: It was built in 1961.", "VELT: And who pays?"}},
		{"questions and answers", "Ten questions for Idris Vane\n\nIdris Vane has kept bees on the roof of the town hall since 1998.\n\nQ: Why bees?\n\nA: I was given a hive by my aunt.\n\nQ: How many have you lost?\n\nA: More than I can count.",
			[]string{": Why bees?", "Idris Vane: I was given a hive by my aunt.", ": How many have you lost?", "Idris Vane: More than I can count."}},
		{"notes on teams are no transcript", "Herons: Guard Omar Velt (knee) missed a third game.\n\nPilots: Signed Joan Pike for ten days.\n\nHerons: At Saltby on Sunday.\n\nPilots: Host Marrow on Monday.",
			nil},
		{"goes on between single marks", "‘The ferry is old,’ says Joan Pike, the harbour master. ‘It was built in 1961. It’s a wonder it floats.’",
			[]string{"Joan Pike: ‘The ferry is old,’", "Joan Pike: ‘It was built in 1961. It’s a wonder it floats.’"}},
		{"goes on with two words", "“The ferry broke down on Monday,” says Joan Pike, the harbour master. “And again.”",
			[]string{"Joan Pike: “The ferry broke down on Monday,”", "Joan Pike: “And again.”"}},
		{"a description behind the mark", "The ferry is late again. \"I'm not going to say what I think of that,\" forward Pavel Hruska said, laughing.",
			[]string{"Pavel Hruska: \"I'm not going to say what I think of that,\""}},
		{"the article's words within", "Omar Velt lost two boats.\n\n\"It is hard,\" he added, his voice breaking, \"to start again.\"",
			[]string{"Omar Velt: \"It is hard,\" ++ \"to start again.\""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, r := analyze(t, c.text)
			sound(t, doc.Text, r)
			require.Equal(t, c.want, said(doc.Text, r))
		})
	}
}

func TestMarkedIsNoQuotation(t *testing.T) {
	doc, r := analyze(t, "Joan “Ma” Pike, who runs the so-called “ghost ferry”, starred in the film “The Last Harbour” in 1988.")
	kinds := map[string]quotes.MarkedKind{}
	for _, m := range r.Marked {
		kinds[m.Of(doc.Text)] = m.Kind
	}
	require.Equal(t, map[string]quotes.MarkedKind{"“Ma”": quotes.Nickname, "“ghost ferry”": quotes.Scare, "“The Last Harbour”": quotes.Title}, kinds)
	require.Empty(t, said(doc.Text, r))
}

func TestStanceOfTheCue(t *testing.T) {
	_, r := analyze(t, "Joan Pike falsely claimed that the ferry had sunk. Omar Velt denied that he had been on board. The crew reportedly said the engine had failed.")
	var disputed, negated, hedged bool
	for _, q := range r.Quotes {
		disputed, negated, hedged = disputed || q.Disputed, negated || q.Negated, hedged || q.Hedged
	}
	require.True(t, disputed && negated && hedged)
}
