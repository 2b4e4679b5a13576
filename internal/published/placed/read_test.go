package placed

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNothing(t *testing.T) { assert.Empty(t, Read(nil).Blocks) }
