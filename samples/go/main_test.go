package main

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestRoutes(t *testing.T) {
	tests := []struct {
		path   string
		status int
		body   string
	}{
		{"/", http.StatusOK, "Hello, world!\n"},
		{"/gopher", http.StatusOK, "Hello, gopher!\n"},
		{"/healthz", http.StatusNoContent, ""},
	}
	for _, test := range tests {
		t.Run(test.path, func(t *testing.T) {
			response := httptest.NewRecorder()
			routes().ServeHTTP(response, httptest.NewRequest(http.MethodGet, test.path, nil))
			if response.Code != test.status || response.Body.String() != test.body {
				t.Errorf("got %d %q, want %d %q", response.Code, response.Body, test.status, test.body)
			}
		})
	}
}
