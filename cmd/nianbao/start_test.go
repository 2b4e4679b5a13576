package main

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
)

// What is computed when the program starts, every call pays for. Editions, rules, words and styles are made when they are first asked for;
// what remains is a few variables of each package. Go tells, with GODEBUG=inittrace=1, what each allocates.
func TestStartMakesNothing(t *testing.T) {
	const mostBytes, mostAllocations = 16_000, 100 // of one package
	command := exec.Command(sample.Program(t, "nianbao"), "version")
	command.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	said, err := command.CombinedOutput()
	require.NoError(t, err, "%s", said)
	packages := regexp.MustCompile(`(?m)^init (nianbao/(?:internal|fonts|templates|docs)\S*) .* (\d+) bytes, (\d+) allocs$`).FindAllStringSubmatch(string(said), -1)
	assert.Greater(t, len(packages), 10, "%s", said)
	for _, p := range packages {
		if p[1] == "nianbao/internal/sample" { // for tests
			continue
		}
		bytes, _ := strconv.Atoi(p[2])
		allocations, _ := strconv.Atoi(p[3])
		assert.LessOrEqual(t, bytes, mostBytes, "bytes of %s", p[1])
		assert.LessOrEqual(t, allocations, mostAllocations, "allocations of %s", p[1])
	}
}
