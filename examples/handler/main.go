// Handler serves records over HTTP: post an article, get its record.
//
//	go run ./examples/handler &
//	curl --data-binary @testdata/articles/tram-strike.txt localhost:8080/record
package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"time"

	"github.com/onrecord/onrecord"
)

const maxArticle = 8 << 20 // bytes

func main() {
	// One Analyzer serves all requests: it is safe for concurrent use.
	an, err := onrecord.New()
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("POST /record", recordHandler(an))
	srv := &http.Server{Addr: "localhost:8080", ReadTimeout: 10 * time.Second}
	log.Print("listening on ", srv.Addr)
	log.Fatal(srv.ListenAndServe())
}

func recordHandler(an *onrecord.Analyzer) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		src, err := io.ReadAll(http.MaxBytesReader(w, req.Body, maxArticle))
		if err != nil {
			http.Error(w, err.Error(), http.StatusRequestEntityTooLarge)
			return
		}
		ctx, cancel := context.WithTimeout(req.Context(), 5*time.Second)
		defer cancel()
		r, err := an.Analyze(ctx, "posted", src)
		switch {
		case errors.Is(err, context.DeadlineExceeded):
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
		case err != nil:
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		default:
			w.Header().Set("Content-Type", "application/json")
			if err := json.NewEncoder(w).Encode(r); err != nil {
				log.Print("writing an answer: ", err)
			}
		}
	})
}
