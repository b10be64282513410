package claims

import "strings"

// pastTense is the simple past of the verb with this lemma.
func pastTense(lemma string) string {
	switch lemma {
	case "have":
		return "had"
	case "do":
		return "did"
	case "go":
		return "went"
	case "take":
		return "took"
	case "give":
		return "gave"
	case "say":
		return "said"
	case "pay":
		return "paid"
	case "lay":
		return "laid"
	case "hold":
		return "held"
	case "lead":
		return "led"
	case "leave":
		return "left"
	case "lose":
		return "lost"
	case "meet":
		return "met"
	case "run":
		return "ran"
	case "see":
		return "saw"
	case "sell":
		return "sold"
	case "tell":
		return "told"
	case "send":
		return "sent"
	case "spend":
		return "spent"
	case "lend":
		return "lent"
	case "build":
		return "built"
	case "stand":
		return "stood"
	case "think":
		return "thought"
	case "bring":
		return "brought"
	case "buy":
		return "bought"
	case "fight":
		return "fought"
	case "seek":
		return "sought"
	case "catch":
		return "caught"
	case "teach":
		return "taught"
	case "fall":
		return "fell"
	case "feel":
		return "felt"
	case "keep":
		return "kept"
	case "sweep":
		return "swept"
	case "draw":
		return "drew"
	case "grow":
		return "grew"
	case "know":
		return "knew"
	case "throw":
		return "threw"
	case "blow":
		return "blew"
	case "begin":
		return "began"
	case "sink":
		return "sank"
	case "speak":
		return "spoke"
	case "break":
		return "broke"
	case "drive":
		return "drove"
	case "rise":
		return "rose"
	case "write":
		return "wrote"
	case "strike":
		return "struck"
	case "come":
		return "came"
	case "become":
		return "became"
	case "overcome":
		return "overcame"
	case "make":
		return "made"
	case "get":
		return "got"
	case "win":
		return "won"
	case "find":
		return "found"
	case "sit":
		return "sat"
	case "hear":
		return "heard"
	case "wear":
		return "wore"
	case "bear":
		return "bore"
	case "choose":
		return "chose"
	case "fly":
		return "flew"
	case "steal":
		return "stole"
	case "shoot":
		return "shot"
	case "beat", "cut", "hit", "put", "set", "let", "cost", "hurt", "shut", "spread", "bet", "quit", "burst", "cast", "broadcast", "forecast", "upset":
		return lemma
	case "admit", "commit", "permit", "submit", "refer", "prefer", "occur", "transfer", "control", "regret":
		return lemma + lemma[len(lemma)-1:] + "ed"
	}
	n := len(lemma)
	if n < 2 {
		return lemma
	}
	last, vowels := lemma[n-1], "aeiou"
	before := strings.IndexByte(vowels, lemma[n-2]) >= 0
	switch {
	case last == 'e':
		return lemma + "d"
	case last == 'y' && !before:
		return lemma[:n-1] + "ied"
	case before && strings.IndexByte(vowels+"wxy", last) < 0 && strings.IndexAny(lemma, vowels) == n-2:
		return lemma + lemma[n-1:] + "ed" // "stopped"
	}
	return lemma + "ed"
}
