package main

import (
	"bytes"
	"net/http"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/web/loopback"
)

// A window in which nobody uses the page any more closes of its own; one in which something failed is read first.
func TestWindowGoesWithThePage(t *testing.T) {
	var said bytes.Buffer
	c := newConsole(nil, nil, &said, &said)
	server, err := loopback.Listen()
	require.NoError(t, err)
	require.NoError(t, serve(c, server, http.NotFoundHandler(), 10*time.Millisecond))
	assert.Equal(t, "很久没有人用，网页已经关闭。\n", said.String())
	assert.True(t, c.unheeded)

	c = newConsole(nil, nil, &said, &said)
	server, err = loopback.Listen()
	require.NoError(t, err)
	require.NoError(t, server.Close())
	require.Error(t, serve(c, server, http.NotFoundHandler(), time.Minute))
	assert.False(t, c.unheeded)
}

func TestWhatDesktopsGive(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "填报.xlsx")
	for _, c := range []struct {
		why  string
		args []string
		want bool
	}{
		{"a double-click", nil, true},
		{"dropped files", []string{whole, whole}, true},
		{"what a task of the night is told to do", []string{"check", whole}, false},
		{"what people type", []string{"填报.xlsx"}, false},
	} {
		assert.Equal(t, c.want, areDropped(c.args), c.why)
	}
}
