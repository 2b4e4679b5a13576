package main

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/sample"
)

func TestVersion(t *testing.T) {
	_, verb, _ := called("version")
	assert.Regexp(t, `^nianbao \S+\n`, verb, "for programs")
	for _, args := range [][]string{{"版本"}, {"--version"}, {"-v"}, {"-V"}, {"—version"}, {"校验", "--version"}} {
		code, out, errs := called(args...)
		assert.Zero(t, code)
		assert.Equal(t, verb, out, args)
		assert.Empty(t, errs)
	}
}

// The names that a release links into are those of the variables.
func TestLinkedVersion(t *testing.T) {
	sample.Need(t, "go")
	program := filepath.Join(t.TempDir(), "nianbao")
	sample.Run(t, "go", "build", "-buildvcs=false", "-ldflags", "-s -w -X nianbao/internal/build.linkedVersion=1.3.0 -X nianbao/internal/build.linkedCommit=0123abcd -X nianbao/internal/build.linkedDate=2027-01-02", "-o", program, ".")
	assert.Contains(t, sample.Run(t, program, "version"), "nianbao 1.3.0\n日期：2027-01-02\n提交：0123abcd\n")
}
