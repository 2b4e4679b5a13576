package web_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
	"nianbao/internal/web"
	"nianbao/internal/web/loopback"
)

func TestJourney(t *testing.T) {
	for _, c := range []struct {
		kind   string
		judged bool // by axe-core too, which takes its time
	}{{"chromium", true}, {"firefox", false}} {
		t.Run(c.kind, func(t *testing.T) {
			j := sample.TakeJourney(t, c.kind, serve(t), c.judged)
			for _, address := range j.Asked {
				assert.Regexp(t, `^(http://127\.0\.0\.1:\d+/|blob:|data:)`, address, "nothing but this computer is asked")
			}
			t.Logf("%s, milliseconds: %v", c.kind, j.Times)
		})
	}
}

// serve serves the page on loopback, and gives the address to open.
func serve(t *testing.T) (address string) {
	page, err := web.New(web.Options{Now: func() time.Time { return time.Date(2026, 1, 10, 9, 0, 0, 0, time.UTC) }})
	require.NoError(t, err)
	server, err := loopback.Listen()
	require.NoError(t, err)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- server.Serve(ctx, page, 0) }()
	t.Cleanup(func() {
		stop()
		assert.NoError(t, <-ended)
	})
	return server.Address()
}
