package beam

import (
	"context"
	"reflect"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/onrecord/onrecord"
	"github.com/onrecord/onrecord/archive"
)

// Article is one article on its way to Extract. Its fields are those of
// archive.Item and archive.Meta, in a form that Beam can send.
type Article struct {
	Source, Input, Format                                        string
	Offset, Seq                                                  int64
	Body                                                         []byte
	ID, URL, Title, Site, Language, Section, Published, Modified string
	Authors                                                      []string
	ContentType                                                  string
}

func newArticle(source string, it *archive.Item) Article {
	m := it.Meta
	return Article{Source: source, Input: it.Input, Format: string(it.Format), Offset: it.Offset, Seq: it.Seq, Body: it.Body, ID: m.ID, URL: m.URL, Title: m.Title,
		Site: m.Site, Language: m.Language, Section: m.Section, Published: m.Published, Modified: m.Modified, Authors: m.Authors, ContentType: m.ContentType}
}

func (a *Article) item() *archive.Item {
	return &archive.Item{Source: a.Source, Offset: a.Offset, Seq: a.Seq, Input: a.Input, Format: onrecord.Format(a.Format), Body: a.Body,
		Meta: archive.Meta{ID: a.ID, URL: a.URL, Title: a.Title, Site: a.Site, Language: a.Language, Section: a.Section, Published: a.Published, Modified: a.Modified,
			Authors: a.Authors, ContentType: a.ContentType}}
}

// Record is an onrecord.Record as JSON, with the place of its article, which
// orders the records of a file.
type Record struct {
	Source string
	Offset int64
	Seq    int64 // in Source
	JSON   []byte
}

// Beam finds functions and types on its workers by names that have to be
// registered when the program starts; there is no other place for that.
func init() {
	sdk.RegisterType(reflect.TypeFor[Article]())
	sdk.RegisterType(reflect.TypeFor[Record]())
	register.DoFn4x1[context.Context, string, func(Article), func(string), error](&readFn{})
	register.DoFn4x1[context.Context, Article, func(Record), func(string), error](&extractFn{})
	register.DoFn1x2[Record, int, Record](&keyFn{})
	register.DoFn3x1[context.Context, int, func(*Record) bool, error](&writeFn{})
	register.Emitter1[Article]()
	register.Emitter1[Record]()
	register.Emitter1[string]()
	register.Iter1[Record]()
}
