package onrecord_test

import (
	"context"
	"fmt"

	"github.com/onrecord/onrecord"
)

func ExampleAnalyzer_Analyze() {
	an, err := onrecord.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	article := []byte("“We had nine minutes of warning,” said Maria Okafor, the harbour master.")
	r, err := an.Analyze(context.Background(), "harbour.txt", article)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range r.Quotes {
		fmt.Println(q.Type, q.Content[0].Text, q.Cue.Text)
	}
	for _, s := range r.Speakers {
		fmt.Println(s.Name+",", s.Role)
	}
	// Output:
	// direct “We had nine minutes of warning,” said
	// Maria Okafor, harbour master
}
