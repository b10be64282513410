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
//	               what is ascribed to somebody: base.go, content.go, contentend.go, statesnothing.go,
//	               reported.go, saidso.go, notvoiced.go
//	               clauses apart: clause.go, joined.go, plainjoined.go, opens.go, actor.go, finite.go, fronted.go,
//	               frame.go, phrase.go, concession.go, absolute.go, presuppose.go, carried.go
//	               what is cut off them: trim.go, opening.go, leadin.go, beforestatement.go, marks.go, tail.go,
//	               remark.go
//	verbal.go      main verb, polarity, modality
//	kind.go        the type of a claim
//	stance.go      whether the article asserts, reports, denies or hedges it
//	quantity.go    Amounts: numbers, money, shares, ranges (with numbers.go, units.go,
//	               fraction.go, ordinal.go, range.go, counted.go, single.go,
//	               modifier.go)
//	when.go        Whens: dates resolved to intervals (with relative.go, anyday.go, calendar.go,
//	               daymonth.go, tense.go, year.go, period.go, stretch.go)
//	words.go       the lexemes that both of these read
//	entities.go    named things, loaded words
//	comparison.go  superlatives and the set that they are over
//	standalone.go  the claim without its article, every change listed (rewrite.go, tidy.go):
//	               its form: headline.go, interview.go, cutfrom.go, connective.go, conjoined.go,
//	               contraction.go, inflect.go, witharticle.go
//	               times: dates.go, datedphrase.go, loosetime.go, dayspart.go, frameyear.go, framesaid.go,
//	               sharedtime.go, yearago.go, yearsearlier.go
//	               names: mention.go, surname.go, headlinename.go, sharedsurname.go, fullname.go, born.go,
//	               brand.go, profession.go, company.go, acronym.go, acronymwords.go, mistaken.go
//	               pronouns: pronoun.go, emptyit.go, speakerpronoun.go, premodified.go, antecedent.go, referent.go,
//	               passed.go, refer.go, voice.go, studytopic.go, invited.go, sayersown.go, saidofnamed.go,
//	               meanssayer.go, placecalled.go, nophrase.go
//	               definite nouns: definite.go, description.go, described.go, unfit.go, cutshort.go, owned.go, narrowed.go, epithet.go,
//	               samenoun.go, ofmany.go, called.go, partyname.go, namebehind.go, notmeant.go, knownbefore.go,
//	               stateof.go
//	               notes within: discourse.go, explain.go, leaning.go, trail.go
//	               the note at the end: setting.go, note.go, title.go, under.go, lead.go, dateline.go, leadplace.go,
//	               anchor.go, takenup.go, backpointer.go, pointsbefore.go, opensopen.go, oflead.go, liveentry.go,
//	               recalled.go, manytold.go, flashback.go, country.go, nation.go, nations.go, study.go, polled.go,
//	               pollbefore.go, olddocument.go
//	               who says so: teller.go, source.go, sourcewords.go, aswritten.go, nountold.go, signed.go, house.go,
//	               pronounsource.go, retinue.go, contested.go, maker.go, heard.go, misnamed.go, notsaid.go; when:
//	               saidon.go, whensaid.go, sourcedated.go
//	               what stays open: open.go, pointing.go
//	key.go         the normal form by which repeats are linked
//	queries.go     searches for a verifier (topic.go)
//	reasons.go     why it is worth checking, in words
//
// The statistical model is in internal/checkworthy.
package claims
