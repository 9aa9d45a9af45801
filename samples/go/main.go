// Greeter is a web service that greets whoever asks.
package main

import (
	"cmp"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	address := ":" + cmp.Or(os.Getenv("PORT"), "8080")
	server := &http.Server{
		Addr:              address,
		Handler:           routes(),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Printf("listening on %s", address)
	log.Fatal(server.ListenAndServe())
}

func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET /{name...}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		fmt.Fprintln(w, greeting(r.PathValue("name")))
	})
	return mux
}

func greeting(name string) string {
	return fmt.Sprintf("Hello, %s!", cmp.Or(name, "world"))
}
