package sqlite

// schema is the tables of archive.ArticleRow, QuoteRow and ClaimRow. Lists
// are JSON arrays. Rows belong together by seq; n is a row's own number, and
// that of its row in the full-text index.
//
// The indexes hold no text of their own but refer to the tables
// (content=...), and fold words to their stems (porter), so that "taxes"
// finds "taxed".
const schema = `
CREATE TABLE articles (
	seq INTEGER PRIMARY KEY, id TEXT NOT NULL, input TEXT NOT NULL, form TEXT NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL,
	authors TEXT NOT NULL, published TEXT NOT NULL, modified TEXT NOT NULL, site TEXT NOT NULL, language TEXT NOT NULL,
	section TEXT NOT NULL, text TEXT NOT NULL, quotes INTEGER NOT NULL, claims INTEGER NOT NULL
);
CREATE TABLE quotes (
	n INTEGER PRIMARY KEY, seq INTEGER NOT NULL REFERENCES articles, id TEXT NOT NULL, type TEXT NOT NULL, act TEXT NOT NULL,
	text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, parts TEXT NOT NULL,
	cue TEXT NOT NULL, cue_start INTEGER NOT NULL, cue_end INTEGER NOT NULL,
	source TEXT NOT NULL, source_start INTEGER NOT NULL, source_end INTEGER NOT NULL,
	speaker_id TEXT NOT NULL, speaker TEXT NOT NULL, speaker_kind TEXT NOT NULL, role TEXT NOT NULL, affiliation TEXT NOT NULL,
	within TEXT NOT NULL, negated INTEGER NOT NULL, hedged INTEGER NOT NULL, endorsed INTEGER NOT NULL, disputed INTEGER NOT NULL,
	confidence REAL NOT NULL, how TEXT NOT NULL
);
CREATE INDEX quotes_seq ON quotes (seq);
CREATE INDEX quotes_speaker ON quotes (speaker);
CREATE TABLE claims (
	n INTEGER PRIMARY KEY, seq INTEGER NOT NULL REFERENCES articles, id TEXT NOT NULL, type TEXT NOT NULL, others TEXT NOT NULL,
	text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
	sentence TEXT NOT NULL, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
	standalone TEXT NOT NULL, key TEXT NOT NULL, score REAL NOT NULL, rank INTEGER NOT NULL, stance TEXT NOT NULL, modality TEXT NOT NULL,
	negative INTEGER NOT NULL, presupposed INTEGER NOT NULL, claimant_kind TEXT NOT NULL, claimant TEXT NOT NULL,
	quote TEXT NOT NULL, repeats TEXT NOT NULL, "values" TEXT NOT NULL, units TEXT NOT NULL, times_from TEXT NOT NULL, times_to TEXT NOT NULL,
	entities TEXT NOT NULL, queries TEXT NOT NULL, reasons TEXT NOT NULL
);
CREATE INDEX claims_seq ON claims (seq);
CREATE INDEX claims_key ON claims (key) WHERE key <> '';
CREATE VIEW speakers AS
	SELECT speaker, speaker_kind, max(role) AS role, max(affiliation) AS affiliation, count(*) AS quotes, count(DISTINCT seq) AS articles
	FROM quotes WHERE speaker <> '' GROUP BY speaker, speaker_kind;
CREATE VIRTUAL TABLE quotes_fts USING fts5(text, speaker, role, affiliation, content='quotes', content_rowid='n', tokenize='porter unicode61');
CREATE VIRTUAL TABLE claims_fts USING fts5(text, standalone, claimant, entities, content='claims', content_rowid='n', tokenize='porter unicode61');
CREATE TABLE shards (shard INTEGER PRIMARY KEY);
PRAGMA user_version = 1;
`

const version = 1

// perArticle is the room for row numbers of one article: n is seq*perArticle
// plus the row's place in the article, so that the databases of several
// machines can be put together.
const perArticle = 1 << 16

const (
	insertArticle = `INSERT INTO articles VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`
	insertQuote   = `INSERT INTO quotes VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`
	insertClaim   = `INSERT INTO claims VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`
	indexQuote    = `INSERT INTO quotes_fts (rowid, text, speaker, role, affiliation) VALUES (?,?,?,?,?)`
	indexClaim    = `INSERT INTO claims_fts (rowid, text, standalone, claimant, entities) VALUES (?,?,?,?,?)`
)
