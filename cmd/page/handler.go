//go:build js && !faults

package main

import (
	"net/http"
	"time"

	"nianbao/internal/build"
	"nianbao/internal/web"
)

func newHandler() (http.Handler, error) {
	return web.New(web.Options{Now: time.Now, Build: build.This().Named()})
}
