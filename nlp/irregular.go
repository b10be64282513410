package nlp

// irregular returns the lemma of a lower-cased form tagged p, "" where the
// rules or the table of lemmas know it. It holds the irregular words and
// those that report speech, whose lemmas the later layers rely on.
func irregular(p POS, w []byte) string {
	switch p {
	case VB, VBP:
		// A base form is its own lemma: to found, to saw.
		switch string(w) {
		case "am", "are", "'re", "'m":
			return "be"
		case "'ve":
			return "have"
		}
		return ""
	case VBD:
		if string(w) == "lay" {
			return "lie"
		}
		return irregularVerb(w)
	case VBZ, VBN, VBG:
		return irregularVerb(w)
	case NNS:
		return irregularNoun(w)
	case JJR, JJS, RBR, RBS:
		return irregularComp(w)
	}
	return ""
}

// irregularVerb: verbs.
func irregularVerb(w []byte) string {
	switch string(w) {
	case "abide", "abode":
		return "abide"
	case "accuse", "accused", "accuses", "accusing":
		return "accuse"
	case "acknowledge", "acknowledged", "acknowledges", "acknowledging":
		return "acknowledge"
	case "add", "added", "adding", "adds":
		return "add"
	case "address", "addressed", "addressing":
		return "address"
	case "admit", "admits", "admitted", "admitting":
		return "admit"
	case "advise", "advised", "advising":
		return "advise"
	case "agree", "agreed", "agreeing", "agrees":
		return "agree"
	case "allege", "alleged", "alleges", "alleging":
		return "allege"
	case "announce", "announced", "announces", "announcing":
		return "announce"
	case "argue", "argued", "argues", "arguing":
		return "argue"
	case "arise", "arisen", "arising", "arose":
		return "arise"
	case "ask", "asked", "asking", "asks":
		return "ask"
	case "assert", "asserted":
		return "assert"
	case "awake", "awoke", "awoken":
		return "awake"
	case "'m", "'re", "ain", "am", "are", "be", "been", "being", "is", "was", "were":
		return "be"
	case "bear", "bore", "borne":
		return "bear"
	case "beat", "beaten":
		return "beat"
	case "became", "become", "becoming":
		return "become"
	case "beget", "begot", "begotten":
		return "beget"
	case "began", "begin", "beginning", "begun":
		return "begin"
	case "behave", "behaved", "behaving":
		return "behave"
	case "beheld", "behold":
		return "behold"
	case "believe", "believed", "believes", "believing":
		return "believe"
	case "bend", "bent":
		return "bend"
	case "benefit", "benefited", "benefiting":
		return "benefit"
	case "bet", "betting":
		return "bet"
	case "bind", "bound":
		return "bind"
	case "bit", "bite", "biting", "bitten":
		return "bite"
	case "bled", "bleed":
		return "bleed"
	case "blew", "blow", "blown":
		return "blow"
	case "break", "broke", "broken":
		return "break"
	case "bred", "breed":
		return "breed"
	case "bring", "brought":
		return "bring"
	case "broadcast":
		return "broadcast"
	case "build", "built":
		return "build"
	case "burn", "burnt":
		return "burn"
	case "burst":
		return "burst"
	case "bought", "buy":
		return "buy"
	case "call", "called", "calling", "calls":
		return "call"
	case "cancel", "canceled", "canceling", "cancelled", "cancelling":
		return "cancel"
	case "cast":
		return "cast"
	case "catch", "caught":
		return "catch"
	case "cause", "caused", "causes", "causing":
		return "cause"
	case "challenge", "challenged", "challenges", "challenging":
		return "challenge"
	case "change", "changed", "changes", "changing":
		return "change"
	case "charge", "charged", "charges", "charging":
		return "charge"
	case "choose", "choosing", "chose", "chosen":
		return "choose"
	case "claim", "claimed", "claiming", "claims":
		return "claim"
	case "cling", "clung":
		return "cling"
	case "close", "closed", "closes", "closing":
		return "close"
	case "came", "come":
		return "come"
	case "commit", "committed", "committing":
		return "commit"
	case "compare", "compared", "comparing":
		return "compare"
	case "compel", "compelled", "compelling":
		return "compel"
	case "complain", "complained":
		return "complain"
	case "concede", "conceded", "concedes", "conceding":
		return "concede"
	case "conclude", "concluded", "concludes", "concluding":
		return "conclude"
	case "confer", "conferred":
		return "confer"
	case "confess", "confessed":
		return "confess"
	case "confirm", "confirmed":
		return "confirm"
	case "confuse", "confused":
		return "confuse"
	case "consider", "considered", "considering":
		return "consider"
	case "contend", "contended", "contending":
		return "contend"
	case "continue", "continued", "continuing":
		return "continue"
	case "control", "controlled", "controlling":
		return "control"
	case "cost":
		return "cost"
	case "credit", "credited":
		return "credit"
	case "creep", "crept":
		return "creep"
	case "criticise", "criticised", "criticises", "criticising":
		return "criticise"
	case "criticize", "criticized", "criticizes", "criticizing":
		return "criticize"
	case "cut", "cutting":
		return "cut"
	case "deal", "dealt":
		return "deal"
	case "decide", "decided", "decides", "deciding":
		return "decide"
	case "declare", "declared", "declares", "declaring":
		return "declare"
	case "decrease", "decreased", "decreasing":
		return "decrease"
	case "decree", "decreed":
		return "decree"
	case "deliver", "delivered", "delivering":
		return "deliver"
	case "denied", "denies", "deny", "denying":
		return "deny"
	case "describe", "described", "describes", "describing":
		return "describe"
	case "develop", "developed", "developing":
		return "develop"
	case "die", "died", "dies", "dying":
		return "die"
	case "dig", "digging", "dug":
		return "dig"
	case "discuss", "discussed", "discusses", "discussing":
		return "discuss"
	case "dismiss", "dismissed", "dismisses", "dismissing":
		return "dismiss"
	case "did", "do", "does", "doing", "done":
		return "do"
	case "draw", "drawn", "drew":
		return "draw"
	case "dream", "dreamt":
		return "dream"
	case "drank", "drink", "drunk":
		return "drink"
	case "drive", "driven", "driving", "drove":
		return "drive"
	case "ate", "eat", "eaten":
		return "eat"
	case "edit", "edited", "editing":
		return "edit"
	case "emphasise", "emphasised":
		return "emphasise"
	case "emphasize", "emphasized", "emphasizing":
		return "emphasize"
	case "enter", "entered", "entering":
		return "enter"
	case "estimate", "estimated", "estimating":
		return "estimate"
	case "excuse", "excused":
		return "excuse"
	case "expel", "expelled":
		return "expel"
	case "explain", "explained", "explaining", "explains":
		return "explain"
	case "expose", "exposed", "exposing":
		return "expose"
	case "express", "expressed", "expressing":
		return "express"
	case "fall", "fallen", "fell":
		return "fall"
	case "fed", "feed":
		return "feed"
	case "feel", "felt":
		return "feel"
	case "fight", "fought":
		return "fight"
	case "find", "found":
		return "find"
	case "fled", "flee":
		return "flee"
	case "fling", "flung":
		return "fling"
	case "flew", "flies", "flown", "fly":
		return "fly"
	case "focus", "focused", "focuses", "focusing", "focussed":
		return "focus"
	case "forbade", "forbid", "forbidden", "forbidding":
		return "forbid"
	case "forecast":
		return "forecast"
	case "foresaw", "foresee", "foreseen":
		return "foresee"
	case "foretell", "foretold":
		return "foretell"
	case "forget", "forgetting", "forgot", "forgotten":
		return "forget"
	case "forgave", "forgive", "forgiven", "forgiving":
		return "forgive"
	case "free", "freed", "freeing":
		return "free"
	case "freeze", "freezing", "froze", "frozen":
		return "freeze"
	case "gather", "gathered", "gathering":
		return "gather"
	case "get", "getting", "got", "gotten":
		return "get"
	case "gave", "give", "given":
		return "give"
	case "go", "goes", "going", "gone", "went":
		return "go"
	case "grind", "ground":
		return "grind"
	case "grew", "grow", "grown":
		return "grow"
	case "guarantee", "guaranteed", "guaranteeing":
		return "guarantee"
	case "hang", "hung":
		return "hang"
	case "happen", "happened", "happening":
		return "happen"
	case "'ve", "had", "has", "have", "having":
		return "have"
	case "hear", "heard":
		return "hear"
	case "hid", "hidden", "hide", "hiding":
		return "hide"
	case "hit", "hitting":
		return "hit"
	case "held", "hold":
		return "hold"
	case "hope", "hoped", "hopes", "hoping":
		return "hope"
	case "hurt":
		return "hurt"
	case "impose", "imposed", "imposing":
		return "impose"
	case "increase", "increased", "increasing":
		return "increase"
	case "infer", "inferred":
		return "infer"
	case "insist", "insisted", "insisting":
		return "insist"
	case "issue", "issued", "issuing":
		return "issue"
	case "joke", "joked", "joking":
		return "joke"
	case "judge", "judged", "judging":
		return "judge"
	case "keep", "kept":
		return "keep"
	case "kneel", "knelt":
		return "kneel"
	case "knew", "know", "known":
		return "know"
	case "label", "labeled", "labeling", "labelled", "labelling":
		return "label"
	case "laid":
		return "lay"
	case "lead", "led":
		return "lead"
	case "leap", "leapt":
		return "leap"
	case "learn", "learnt":
		return "learn"
	case "leave", "left":
		return "leave"
	case "lend", "lent":
		return "lend"
	case "let", "letting":
		return "let"
	case "level", "leveled", "leveling", "levelled":
		return "level"
	case "lain", "lie", "lies", "lying":
		return "lie"
	case "light", "lit":
		return "light"
	case "limit", "limited", "limiting":
		return "limit"
	case "listen", "listened", "listening":
		return "listen"
	case "lose", "losing", "lost":
		return "lose"
	case "made", "make":
		return "make"
	case "market", "marketed", "marketing":
		return "market"
	case "mean", "meant":
		return "mean"
	case "meet", "met":
		return "meet"
	case "melt", "molten":
		return "melt"
	case "mislead", "misled":
		return "mislead"
	case "mistake", "mistaken", "mistaking", "mistook":
		return "mistake"
	case "misunderstand", "misunderstood":
		return "misunderstand"
	case "model", "modeled", "modelled":
		return "model"
	case "mow", "mown":
		return "mow"
	case "muse", "mused", "musing":
		return "muse"
	case "note", "noted", "notes", "noting":
		return "note"
	case "observe", "observed", "observes", "observing":
		return "observe"
	case "occur", "occurred", "occurring":
		return "occur"
	case "offer", "offered", "offering":
		return "offer"
	case "open", "opened", "opening":
		return "open"
	case "oppose", "opposed", "opposing":
		return "oppose"
	case "order", "ordered", "ordering":
		return "order"
	case "outdid", "outdo", "outdone":
		return "outdo"
	case "overcame", "overcome":
		return "overcome"
	case "overdid", "overdo", "overdone":
		return "overdo"
	case "oversaw", "oversee", "overseen":
		return "oversee"
	case "overtake", "overtaken", "overtook":
		return "overtake"
	case "overthrew", "overthrow", "overthrown":
		return "overthrow"
	case "pass", "passed", "passes", "passing":
		return "pass"
	case "paid", "pay":
		return "pay"
	case "permit", "permitted":
		return "permit"
	case "plead", "pled":
		return "plead"
	case "pledge", "pledged", "pledging":
		return "pledge"
	case "praise", "praised", "praising":
		return "praise"
	case "predict", "predicted":
		return "predict"
	case "prefer", "preferred":
		return "prefer"
	case "press", "pressed", "pressing":
		return "press"
	case "profit", "profited":
		return "profit"
	case "promise", "promised", "promises", "promising":
		return "promise"
	case "propel", "propelled":
		return "propel"
	case "propose", "proposed", "proposing":
		return "propose"
	case "prove", "proven", "proving":
		return "prove"
	case "pursue", "pursued", "pursuing":
		return "pursue"
	case "put", "putting":
		return "put"
	case "quip", "quipped", "quipping":
		return "quip"
	case "quit", "quitting":
		return "quit"
	case "quote", "quoted", "quotes", "quoting":
		return "quote"
	case "raise", "raised", "raises", "raising":
		return "raise"
	case "read":
		return "read"
	case "rebel", "rebelled":
		return "rebel"
	case "rebuild", "rebuilt":
		return "rebuild"
	case "recall", "recalled", "recalling":
		return "recall"
	case "recount", "recounted":
		return "recount"
	case "redid", "redo", "redoes", "redone":
		return "redo"
	case "refer", "referred", "referring", "refers":
		return "refer"
	case "refuse", "refused", "refuses", "refusing":
		return "refuse"
	case "reiterate", "reiterated", "reiterates", "reiterating":
		return "reiterate"
	case "release", "released", "releasing":
		return "release"
	case "remade", "remake":
		return "remake"
	case "remark", "remarked":
		return "remark"
	case "remember", "remembered", "remembering":
		return "remember"
	case "rend", "rent":
		return "rend"
	case "repaid", "repay":
		return "repay"
	case "replied", "replies", "reply", "replying":
		return "reply"
	case "rescue", "rescued", "rescuing":
		return "rescue"
	case "resell", "resold":
		return "resell"
	case "respond", "responded", "responding":
		return "respond"
	case "retake", "retaken", "retook":
		return "retake"
	case "retell", "retold":
		return "retell"
	case "rewrite", "rewriting", "rewritten", "rewrote":
		return "rewrite"
	case "rid", "ridding":
		return "rid"
	case "ridden", "ride", "riding", "rode":
		return "ride"
	case "rang", "ring", "rung":
		return "ring"
	case "rise", "risen", "rising", "rose":
		return "rise"
	case "ran", "run", "running":
		return "run"
	case "sawn":
		return "saw"
	case "said", "say", "saying", "says":
		return "say"
	case "saw", "see", "seeing", "seen", "sees":
		return "see"
	case "seek", "sought":
		return "seek"
	case "sell", "sold":
		return "sell"
	case "send", "sent":
		return "send"
	case "set", "setting":
		return "set"
	case "sew", "sewn":
		return "sew"
	case "shake", "shaken", "shaking", "shook":
		return "shake"
	case "shave", "shaven":
		return "shave"
	case "shear", "shorn":
		return "shear"
	case "shed", "shedding":
		return "shed"
	case "shoot", "shot":
		return "shoot"
	case "show", "shown":
		return "show"
	case "shrank", "shrink", "shrunk":
		return "shrink"
	case "shut", "shutting":
		return "shut"
	case "signal", "signaled", "signaling", "signalled":
		return "signal"
	case "sang", "sing", "sung":
		return "sing"
	case "sank", "sink", "sunk":
		return "sink"
	case "sat", "sit", "sitting":
		return "sit"
	case "slain", "slay", "slew":
		return "slay"
	case "sleep", "slept":
		return "sleep"
	case "slid", "slide", "sliding":
		return "slide"
	case "slit", "slitting":
		return "slit"
	case "smite", "smitten", "smote":
		return "smite"
	case "sow", "sown":
		return "sow"
	case "speak", "spoke", "spoken":
		return "speak"
	case "sped", "speed":
		return "speed"
	case "spell", "spelt":
		return "spell"
	case "spend", "spent":
		return "spend"
	case "spill", "spilt":
		return "spill"
	case "spin", "spinning", "spun":
		return "spin"
	case "spat", "spit", "spitting":
		return "spit"
	case "split", "splitting":
		return "split"
	case "spoil", "spoilt":
		return "spoil"
	case "spread":
		return "spread"
	case "sprang", "spring", "sprung":
		return "spring"
	case "stand", "stood":
		return "stand"
	case "state", "stated", "stating":
		return "state"
	case "steal", "stole", "stolen":
		return "steal"
	case "stick", "stuck":
		return "stick"
	case "sting", "stung":
		return "sting"
	case "stank", "stink", "stunk":
		return "stink"
	case "strengthen", "strengthened":
		return "strengthen"
	case "stress", "stressed", "stressing":
		return "stress"
	case "stride", "strode":
		return "stride"
	case "stricken", "strike", "striking", "struck":
		return "strike"
	case "string", "strung":
		return "string"
	case "strive", "striven", "striving", "strove":
		return "strive"
	case "submit", "submitted", "submitting":
		return "submit"
	case "sue", "sued", "sues", "suing":
		return "sue"
	case "suffer", "suffered", "suffering":
		return "suffer"
	case "suggest", "suggested", "suggesting":
		return "suggest"
	case "suppose", "supposed", "supposing":
		return "suppose"
	case "swear", "swore", "sworn":
		return "swear"
	case "sweep", "swept":
		return "sweep"
	case "swell", "swollen":
		return "swell"
	case "swam", "swim", "swimming", "swum":
		return "swim"
	case "swing", "swung":
		return "swing"
	case "take", "taken", "took":
		return "take"
	case "target", "targeted", "targeting":
		return "target"
	case "taught", "teach":
		return "teach"
	case "tear", "tore", "torn":
		return "tear"
	case "tell", "telling", "tells", "told":
		return "tell"
	case "think", "thought":
		return "think"
	case "threaten", "threatened", "threatening":
		return "threaten"
	case "thrive", "thriven", "throve":
		return "thrive"
	case "threw", "throw", "thrown":
		return "throw"
	case "thrust":
		return "thrust"
	case "tie", "tied", "ties", "tying":
		return "tie"
	case "travel", "traveled", "traveling", "travelled", "travelling":
		return "travel"
	case "tread", "trod", "trodden":
		return "tread"
	case "trigger", "triggered", "triggering":
		return "trigger"
	case "tweet", "tweeted", "tweeting", "tweets":
		return "tweet"
	case "undergo", "undergoes", "undergone", "underwent":
		return "undergo"
	case "understand", "understood":
		return "understand"
	case "undertake", "undertaken", "undertaking", "undertook":
		return "undertake"
	case "undid", "undo", "undoes", "undone":
		return "undo"
	case "upheld", "uphold":
		return "uphold"
	case "urge", "urged", "urges", "urging":
		return "urge"
	case "use", "used", "uses", "using":
		return "use"
	case "value", "valued", "valuing":
		return "value"
	case "vie", "vied", "vies", "vying":
		return "vie"
	case "visit", "visited", "visiting":
		return "visit"
	case "vote", "voted", "votes", "voting":
		return "vote"
	case "wake", "waking", "woke", "woken":
		return "wake"
	case "warn", "warned", "warning", "warns":
		return "warn"
	case "weaken", "weakened":
		return "weaken"
	case "wear", "wore", "worn":
		return "wear"
	case "weave", "wove", "woven":
		return "weave"
	case "wed", "wedding":
		return "wed"
	case "weep", "wept":
		return "weep"
	case "widen", "widened":
		return "widen"
	case "win", "winning", "won":
		return "win"
	case "wind", "wound":
		return "wind"
	case "withdraw", "withdrawn", "withdrew":
		return "withdraw"
	case "withheld", "withhold":
		return "withhold"
	case "withstand", "withstood":
		return "withstand"
	case "wring", "wrung":
		return "wring"
	case "write", "writes", "writing", "written", "wrote":
		return "write"
	}
	return ""
}

// irregularNoun: nouns in the plural.
func irregularNoun(w []byte) string {
	switch string(w) {
	case "ache", "aches":
		return "ache"
	case "alderman", "aldermen":
		return "alderman"
	case "alga", "algae":
		return "alga"
	case "alumni", "alumnus":
		return "alumnus"
	case "analyses", "analysis":
		return "analysis"
	case "appendices", "appendix":
		return "appendix"
	case "assemblyman", "assemblymen":
		return "assemblyman"
	case "axe":
		return "axe"
	case "axes", "axis":
		return "axis"
	case "bacteria", "bacterium":
		return "bacterium"
	case "base":
		return "base"
	case "bases", "basis":
		return "basis"
	case "bonus", "bonuses":
		return "bonus"
	case "bus", "buses":
		return "bus"
	case "businessman", "businessmen":
		return "businessman"
	case "businesspeople", "businessperson":
		return "businessperson"
	case "businesswoman", "businesswomen":
		return "businesswoman"
	case "cache", "caches":
		return "cache"
	case "cacti", "cactus":
		return "cactus"
	case "calf", "calves":
		return "calf"
	case "campus", "campuses":
		return "campus"
	case "canoe", "canoes":
		return "canoe"
	case "case", "cases":
		return "case"
	case "cause", "causes":
		return "cause"
	case "census", "censuses":
		return "census"
	case "chairman", "chairmen":
		return "chairman"
	case "child", "children":
		return "child"
	case "chorus", "choruses":
		return "chorus"
	case "close":
		return "close"
	case "congressman", "congressmen":
		return "congressman"
	case "congresswoman", "congresswomen":
		return "congresswoman"
	case "cookie", "cookies":
		return "cookie"
	case "councilman", "councilmen":
		return "councilman"
	case "councilwoman", "councilwomen":
		return "councilwoman"
	case "course", "courses":
		return "course"
	case "crises", "crisis":
		return "crisis"
	case "criteria", "criterion":
		return "criterion"
	case "curricula", "curriculum":
		return "curriculum"
	case "database", "databases":
		return "database"
	case "data", "datum":
		return "datum"
	case "defense", "defenses":
		return "defense"
	case "diagnoses", "diagnosis":
		return "diagnosis"
	case "die", "dies":
		return "die"
	case "disease", "diseases":
		return "disease"
	case "economics":
		return "economics"
	case "elf", "elves":
		return "elf"
	case "emphases", "emphasis":
		return "emphasis"
	case "exercise", "exercises":
		return "exercise"
	case "expense", "expenses":
		return "expense"
	case "eye", "eyes":
		return "eye"
	case "fireman", "firemen":
		return "fireman"
	case "fisherman", "fishermen":
		return "fisherman"
	case "foe", "foes":
		return "foe"
	case "feet", "foot":
		return "foot"
	case "formula", "formulae":
		return "formula"
	case "fungi", "fungus":
		return "fungus"
	case "gas", "gases":
		return "gas"
	case "geese", "goose":
		return "goose"
	case "grandchild", "grandchildren":
		return "grandchild"
	case "gunman", "gunmen":
		return "gunman"
	case "half", "halves":
		return "half"
	case "headache", "headaches":
		return "headache"
	case "headquarters":
		return "headquarters"
	case "hoof", "hooves":
		return "hoof"
	case "horse", "horses":
		return "horse"
	case "house", "houses":
		return "house"
	case "hypotheses", "hypothesis":
		return "hypothesis"
	case "increase", "increases":
		return "increase"
	case "index", "indices":
		return "index"
	case "knife", "knives":
		return "knife"
	case "larva", "larvae":
		return "larva"
	case "lawman", "lawmen":
		return "lawman"
	case "leaf", "leaves":
		return "leaf"
	case "licences", "license", "licenses":
		return "license"
	case "lie", "lies":
		return "lie"
	case "life", "lives":
		return "life"
	case "loaf", "loaves":
		return "loaf"
	case "lice", "louse":
		return "louse"
	case "maize":
		return "maize"
	case "man", "men":
		return "man"
	case "matrices", "matrix":
		return "matrix"
	case "means":
		return "means"
	case "media", "medium":
		return "medium"
	case "memoranda", "memorandum":
		return "memorandum"
	case "mice", "mouse":
		return "mouse"
	case "movie", "movies":
		return "movie"
	case "news":
		return "news"
	case "nuclei", "nucleus":
		return "nucleus"
	case "nurse", "nurses":
		return "nurse"
	case "oases", "oasis":
		return "oasis"
	case "offense", "offenses":
		return "offense"
	case "ombudsman", "ombudsmen":
		return "ombudsman"
	case "ox", "oxen":
		return "ox"
	case "parentheses", "parenthesis":
		return "parenthesis"
	case "people", "person":
		return "person"
	case "phase", "phases":
		return "phase"
	case "phenomena", "phenomenon":
		return "phenomenon"
	case "phrase", "phrases":
		return "phrase"
	case "pie", "pies":
		return "pie"
	case "policeman", "policemen":
		return "policeman"
	case "policewoman", "policewomen":
		return "policewoman"
	case "politics":
		return "politics"
	case "practice", "practices":
		return "practice"
	case "premise", "premises":
		return "premise"
	case "prize", "prizes":
		return "prize"
	case "promise", "promises":
		return "promise"
	case "purpose", "purposes":
		return "purpose"
	case "purse", "purses":
		return "purse"
	case "quiz", "quizzes":
		return "quiz"
	case "radii", "radius":
		return "radius"
	case "release", "releases":
		return "release"
	case "response", "responses":
		return "response"
	case "rookie", "rookies":
		return "rookie"
	case "salesman", "salesmen":
		return "salesman"
	case "salespeople", "salesperson":
		return "salesperson"
	case "scarf", "scarves":
		return "scarf"
	case "self", "selves":
		return "self"
	case "selfie", "selfies":
		return "selfie"
	case "series":
		return "series"
	case "serviceman", "servicemen":
		return "serviceman"
	case "shelf", "shelves":
		return "shelf"
	case "shoe", "shoes":
		return "shoe"
	case "size", "sizes":
		return "size"
	case "species":
		return "species"
	case "spokesman", "spokesmen":
		return "spokesman"
	case "spokespeople", "spokesperson":
		return "spokesperson"
	case "spokeswoman", "spokeswomen":
		return "spokeswoman"
	case "status", "statuses":
		return "status"
	case "stimuli", "stimulus":
		return "stimulus"
	case "strata", "stratum":
		return "stratum"
	case "syllabi", "syllabus":
		return "syllabus"
	case "syntheses", "synthesis":
		return "synthesis"
	case "tax", "taxes":
		return "tax"
	case "theses", "thesis":
		return "thesis"
	case "thief", "thieves":
		return "thief"
	case "tie", "ties":
		return "tie"
	case "toe", "toes":
		return "toe"
	case "teeth", "tooth":
		return "tooth"
	case "use", "uses":
		return "use"
	case "vertebra", "vertebrae":
		return "vertebra"
	case "vertex", "vertices":
		return "vertex"
	case "virus", "viruses":
		return "virus"
	case "wife", "wives":
		return "wife"
	case "wolf", "wolves":
		return "wolf"
	case "woman", "women":
		return "woman"
	case "zombie", "zombies":
		return "zombie"
	}
	return ""
}

// irregularComp: comparatives and superlatives.
func irregularComp(w []byte) string {
	switch string(w) {
	case "worse", "worst":
		return "bad"
	case "bigger", "biggest":
		return "big"
	case "brighter":
		return "bright"
	case "closer", "closest":
		return "close"
	case "earlier", "earliest":
		return "early"
	case "farther", "farthest", "further", "furthest":
		return "far"
	case "fewer", "fewest":
		return "few"
	case "finer", "finest":
		return "fine"
	case "former":
		return "former"
	case "freer":
		return "free"
	case "fuller", "fullest":
		return "full"
	case "best", "better":
		return "good"
	case "higher", "highest":
		return "high"
	case "inner":
		return "inner"
	case "larger", "largest":
		return "large"
	case "later", "latest":
		return "late"
	case "latter":
		return "latter"
	case "least":
		return "least"
	case "less":
		return "less"
	case "longer", "longest":
		return "long"
	case "lower", "lowest":
		return "low"
	case "more":
		return "more"
	case "most":
		return "most"
	case "nicer", "nicest":
		return "nice"
	case "elder", "eldest", "older", "oldest":
		return "old"
	case "outer":
		return "outer"
	case "rarer", "rarest":
		return "rare"
	case "safer", "safest":
		return "safe"
	case "simpler", "simplest":
		return "simple"
	case "smaller", "smallest":
		return "small"
	case "stronger", "strongest":
		return "strong"
	case "taller", "tallest":
		return "tall"
	case "upper":
		return "upper"
	case "whiter":
		return "white"
	case "wider", "widest":
		return "wide"
	case "younger", "youngest":
		return "young"
	}
	return ""
}
