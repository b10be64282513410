package across

// The columns that are read of each table, for each purpose. parquet-go reads
// no others.

type comparedArticle struct {
	Seq  int64  `parquet:"seq"`
	Text string `parquet:"text"`
}

func (r *comparedArticle) seq() int64 { return r.Seq }
func (r *comparedArticle) read(a *Article) {
	a.Seq, a.Text = r.Seq, r.Text
}

type writtenArticle struct {
	Seq       int64  `parquet:"seq"`
	ID        string `parquet:"id"`
	Input     string `parquet:"input"`
	URL       string `parquet:"url"`
	Title     string `parquet:"title"`
	Published string `parquet:"published"`
}

func (r *writtenArticle) seq() int64 { return r.Seq }
func (r *writtenArticle) read(a *Article) {
	a.Seq, a.ID, a.Input, a.URL, a.Title, a.Published = r.Seq, r.ID, r.Input, r.URL, r.Title, r.Published
}

type articleRow struct {
	writtenArticle
	Text string `parquet:"text"`
}

func (r *articleRow) read(a *Article) {
	r.writtenArticle.read(a)
	a.Text = r.Text
}

type comparedQuote struct {
	Seq         int64  `parquet:"seq"`
	Text        string `parquet:"text"`
	Speaker     string `parquet:"speaker"`
	SpeakerKind string `parquet:"speaker_kind"`
	Role        string `parquet:"role"`
	Affiliation string `parquet:"affiliation"`
}

func (r *comparedQuote) seq() int64 { return r.Seq }
func (r *comparedQuote) read(a *Article) {
	a.Quotes = append(a.Quotes, Quote{Text: r.Text, Speaker: r.Speaker, SpeakerKind: r.SpeakerKind, Role: r.Role, Affiliation: r.Affiliation})
}

type writtenQuote struct {
	Seq         int64  `parquet:"seq"`
	ID          string `parquet:"id"`
	Type        string `parquet:"type"`
	Text        string `parquet:"text"`
	Speaker     string `parquet:"speaker"`
	SpeakerKind string `parquet:"speaker_kind"`
	Role        string `parquet:"role"`
}

func (r *writtenQuote) seq() int64 { return r.Seq }
func (r *writtenQuote) read(a *Article) {
	a.Quotes = append(a.Quotes, Quote{ID: r.ID, Type: r.Type, Text: r.Text, Speaker: r.Speaker, SpeakerKind: r.SpeakerKind, Role: r.Role})
}

type quoteRow struct {
	writtenQuote
	Affiliation string `parquet:"affiliation"`
}

func (r *quoteRow) read(a *Article) {
	r.writtenQuote.read(a)
	a.Quotes[len(a.Quotes)-1].Affiliation = r.Affiliation
}

type comparedClaim struct {
	Seq int64  `parquet:"seq"`
	Key string `parquet:"key"`
}

func (r *comparedClaim) seq() int64 { return r.Seq }
func (r *comparedClaim) read(a *Article) {
	a.Claims = append(a.Claims, Claim{Key: r.Key})
}

type claimRow struct {
	Seq        int64  `parquet:"seq"`
	ID         string `parquet:"id"`
	Standalone string `parquet:"standalone"`
	Text       string `parquet:"text"`
	Key        string `parquet:"key"`
	Claimant   string `parquet:"claimant"`
}

func (r *claimRow) seq() int64 { return r.Seq }
func (r *claimRow) read(a *Article) {
	text := r.Standalone
	if text == "" {
		text = r.Text
	}
	a.Claims = append(a.Claims, Claim{r.ID, text, r.Key, r.Claimant})
}

// row is a row of a table, which belongs to an article.
type row[T any] interface {
	*T
	seq() int64
	read(*Article) // adds it to the article
}
