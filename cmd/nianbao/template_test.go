package main

import (
	"io"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/job"
)

// Where no year is written, a blank workbook is of the year that the page offers, too.
func TestATemplateIsOfTheYearDue(t *testing.T) {
	root := newRoot(newConsole(nil, nil, io.Discard, io.Discard))
	cmd, _, err := root.Find([]string{"template"})
	require.NoError(t, err)
	assert.Equal(t, strconv.Itoa(job.YearDue(time.Now())), cmd.Flag("year").DefValue)
}
