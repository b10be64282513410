// Package depparse is a transition-based dependency parser: the arc-hybrid
// system (Kuhlmann, Gómez-Rodríguez and Satta, 2011) with beam search and a
// structured perceptron (Zhang and Clark, 2008; Zhang and Nivre, 2011; the
// max-violation update of Huang, Fayong and Guo, 2012). Relations are chosen
// by a second classifier at the moment that a word is attached, so that later
// decisions see them.
//
//	token.go     what the parser knows of a word
//	state.go     items, states and moves
//	sentence.go  the words of a sentence as the features see them
//	features.go  the features of a state, and those of an attachment
//	weights.go   packed weights: several classes are added up at once; how they are stored
//	supertag.go  a first guess at each word's relation
//	parser.go    beam search
//	train.go, perceptron.go   training
//
// The package knows nothing of texts and annotations: words come as Token and
// trees go out as heads and relation numbers.
package depparse
