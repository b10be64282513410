// Package nlp annotates news text: tokens, sentences, parts of speech,
// lemmas, names and amounts, syntax, mentions and coreference. Its models are
// embedded, and everything is exact in byte offsets.
//
//	a, err := nlp.Default()             // models load at the first call
//	var ann nlp.Annotation              // reuse it from text to text
//	err = a.Annotate(ctx, nlp.Input{Text: text}, &ann)
//
// What stands where:
//
//   - annotation.go, tagset.go: the Annotator interface and what it yields
//   - builtin.go, options.go: the built-in annotator, which runs the rest in order
//   - split.go, tokenize.go, tokenize_*.go, chars.go: tokens
//   - marks.go: tags of quotation marks, dashes and the like
//   - lookup.go, lexicon/: what is known of single words: classes, lists of names
//   - sentence.go, abbreviation.go: sentences
//   - lemma.go, inflect.go, irregular.go: lemmas
//   - verbgroup.go: tense, voice, modality and negation of verb groups
//   - entity.go, amount.go, dateline.go: names; times, money and other amounts
//   - parse.go, tree.go: trees
//   - clause.go, complement.go, nounphrase.go: what is read off them
//   - mention.go, mention_*.go: mentions, and the names in them mended
//   - coref.go, coref_*.go: which of them are one referent
//   - role.go, role_*.go: roles and affiliations of referents
//
// Package nlp/prose puts github.com/jdkato/prose/v2 behind the same interface.
//
// # Tokens
//
// Tokens follow the English Universal Dependencies, which refine the Penn
// treebank's: contractions and possessives are cut ("do" "n't", "Ann" "'s"),
// and hyphenated compounds are cut at their hyphens ("long" "-" "term", the
// hyphen tagged HYPH; "R" "-" "Tex."), but not behind a prefix ("re-elected",
// "anti-war"), in codes ("COVID-19") or in telephone numbers. Abbreviations keep
// their point; a sentence may end with such a token ("... in the U.S.").
// Quotation marks are tokens as they stand in the text, tagged “ and two
// apostrophes, as in the treebank.
package nlp
