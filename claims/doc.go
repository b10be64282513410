// Package claims finds the check-worthy factual claims of an article and
// makes each ready for a verifier: the proposition's exact place, its type,
// who makes it, its amounts and times resolved, a wording that stands alone,
// and searches to begin with.
//
//	claim.go       Claim and the kinds of its parts
//	detector.go    Detector: one pass over an article; score.go: its scores, and ScoreSentence
//	               for bare sentences
//	language.go    whether an article is in English
//	propose.go     which stretches of a sentence are the propositions:
//	               what is ascribed to somebody: base.go, content.go, statesnothing.go, reported.go
//	               clauses apart: clause.go, joined.go, opens.go, actor.go, finite.go, fronted.go,
//	               frame.go, phrase.go, concession.go, absolute.go, presuppose.go
//	               what is cut off them: trim.go, opening.go, marks.go, tail.go, remark.go
//	verbal.go      main verb, polarity, modality
//	kind.go        the type of a claim
//	stance.go      whether the article asserts, reports, denies or hedges it
//	quantity.go    Amounts: numbers, money, shares, ranges (with numbers.go, units.go,
//	               fraction.go, ordinal.go, range.go, counted.go, single.go,
//	               modifier.go)
//	when.go        Whens: dates resolved to intervals (with relative.go, anyday.go, calendar.go,
//	               daymonth.go, year.go, period.go, stretch.go)
//	words.go       the lexemes that both of these read
//	entities.go    named things, loaded words
//	comparison.go  superlatives and the set that they are over
//	standalone.go  the claim without its article, every change listed (rewrite.go, tidy.go):
//	               its form: headline.go, interview.go, cutfrom.go, connective.go, conjoined.go,
//	               contraction.go, inflect.go
//	               times: dates.go, loosetime.go
//	               names: mention.go, surname.go, headlinename.go, sharedsurname.go, fullname.go, born.go,
//	               profession.go, company.go, acronym.go, mistaken.go
//	               pronouns: pronoun.go, speakerpronoun.go, premodified.go, antecedent.go, referent.go,
//	               passed.go, refer.go, voice.go, studytopic.go
//	               definite nouns: definite.go, described.go, samenoun.go, ofmany.go, called.go, partyname.go,
//	               namebehind.go, notmeant.go, knownbefore.go
//	               notes within: discourse.go, explain.go, leaning.go, trail.go
//	               the note at the end: setting.go, note.go, title.go, under.go, lead.go, dateline.go, anchor.go,
//	               takenup.go, backpointer.go, recalled.go, manytold.go,
//	               country.go, study.go, polled.go, olddocument.go; who says so: teller.go, source.go,
//	               sourcewords.go, contested.go, maker.go, heard.go, misnamed.go, saidon.go
//	               what stays open: open.go, pointing.go
//	key.go         the normal form by which repeats are linked
//	queries.go     searches for a verifier (topic.go)
//	reasons.go     why it is worth checking, in words
//
// The statistical model is in internal/checkworthy.
package claims
