package extract_test

import (
	"context"
	"fmt"
	"log"

	"github.com/onrecord/onrecord/extract"
)

func ExampleHTML() {
	page := []byte(`<html><head><title>Mayor resigns</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Mayor resigns after audit</h1><p class="byline">By Ruth Abara</p>
<p>Mayor Carla Mensah resigned on Wednesday, a day after auditors reported that the city had paid for a road that does not exist.</p>
<p>In her letter to the council she wrote:</p>
<blockquote><p>I signed it, so I answer for it.</p></blockquote></article></body></html>`)
	doc, err := extract.HTML(context.Background(), page)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(doc.Title, doc.Authors)
	for _, b := range doc.Blocks {
		fmt.Printf("%s: %s\n", b.Kind, b.Span.Of(doc.Text))
	}
	// Output:
	// Mayor resigns after audit [Ruth Abara]
	// paragraph: Mayor Carla Mensah resigned on Wednesday, a day after auditors reported that the city had paid for a road that does not exist.
	// paragraph: In her letter to the council she wrote:
	// blockquote: I signed it, so I answer for it.
}

func ExampleText() {
	doc, err := extract.Text(context.Background(), []byte("Mayor resigns after audit\n\nShare this:\n\nMayor Carla Mensah resigned on Wednesday.\n"))
	if err != nil {
		log.Fatal(err)
	}
	for _, b := range doc.Blocks {
		fmt.Printf("%d-%d %s: %s\n", b.Start, b.End, b.Kind, b.Span.Of(doc.Text))
	}
	// Output:
	// 0-25 heading: Mayor resigns after audit
	// 27-38 boilerplate: Share this:
	// 40-81 paragraph: Mayor Carla Mensah resigned on Wednesday.
}
