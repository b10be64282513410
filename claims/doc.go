// Package claims finds the check-worthy factual claims of an article and
// makes each ready for a verifier: the proposition's exact place, its type,
// who makes it, its amounts and times resolved, a wording that stands alone,
// and searches to begin with.
//
//	claim.go       Claim and the kinds of its parts
//	detector.go    Detector: one pass over an article; ScoreSentence for bare sentences
//	language.go    whether an article is in English
//	propose.go     which stretches of a sentence are the propositions (base.go, content.go,
//	               clause.go, joined.go, fronted.go, frame.go, phrase.go, concession.go,
//	               absolute.go, reported.go, finite.go, trim.go, opening.go, marks.go, tail.go, remark.go,
//	               presuppose.go)
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
//	standalone.go  the claim without its article, every change listed (rewrite.go, tidy.go, interview.go);
//	               its steps: headline.go, cutfrom.go, connective.go (conjoined.go),
//	               antecedent.go, dates.go (loosetime.go), mention.go (profession.go, company.go, surname.go, born.go,
//	               fullname.go, mistaken.go), pronoun.go (referent.go, passed.go, studytopic.go), refer.go, voice.go, inflect.go,
//	               definite.go (described.go, samenoun.go, ofmany.go, called.go), acronym.go, discourse.go
//	               (explain.go, leaning.go, trail.go), contraction.go, setting.go (anchor.go, teller.go,
//	               source.go, sourcewords.go, maker.go, heard.go, misnamed.go,
//	               saidon.go, takenup.go, olddocument.go, study.go, polled.go, country.go), and what stays open,
//	               open.go (pointing.go)
//	key.go         the normal form by which repeats are linked
//	queries.go     searches for a verifier (topic.go)
//	reasons.go     why it is worth checking, in words
//
// The statistical model is in internal/checkworthy.
package claims
