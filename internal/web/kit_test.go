package web_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"nianbao/fonts"
)

func embedded(t testing.TB) *fonts.Set {
	set, err := fonts.Embedded()
	require.NoError(t, err)
	return set
}
