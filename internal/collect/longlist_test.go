package collect_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/internal/collect"
	"nianbao/internal/job"
)

// A list of figures is ours as long as it reads so to its end; a spreadsheet that saves it changes no cell.
func TestListsOfFiguresAreKnown(t *testing.T) {
	sources := []job.Source{of(t, "石桥.xlsx", "石桥镇人民政府", "7"), of(t, "清溪.xlsx", "清溪镇人民政府", "8"),
		member(t, "柏坞乡人民政府", gave(notices, "3"), gave(fees, "4.5")), job.From("坏.xlsx", []byte("坏的"))}
	g := job.Gather(sources)
	var written bytes.Buffer
	require.NoError(t, collect.WriteLong(&written, g.Reports, g.Faults))
	text := written.String()
	lines := strings.SplitAfter(strings.TrimSuffix(text, "\n"), "\n")
	with := func(at int, more ...string) string {
		return strings.Join(lines[:at], "") + strings.Join(more, "") + strings.Join(lines[at:], "")
	}
	saved, err := simplifiedchinese.GB18030.NewEncoder().String(strings.ReplaceAll(text, "\n", "\r\n"))
	require.NoError(t, err)
	for _, c := range []struct {
		why, text string
		want      bool
	}{
		{"as it was written", text, true},
		{"with nothing in it", lines[0], true},
		{"lines end as on Windows, behind a mark", "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"), true},
		{"as Excel saves it", saved, true},
		{"a note in the midst", with(5, "已和石桥镇核对,,,,,,\n"), false},
		{"a note at the end", text + "已和石桥镇核对,,,,,,\n", false},
		{"a line that is none of a table", text + "已和石桥镇核对\n", false},
		{"a row twice", with(3, lines[2]), false},
		{"another order", with(len(lines), lines[2]), false},
		{"figures behind what could not be read", text + lines[1], false},
		{"a figure without a value", with(2, "石桥镇人民政府,乡镇,2024,2021,proactive.rules.issued,,石桥.xlsx\n"), false},
		{"a figure that no form has", with(2, "石桥镇人民政府,乡镇,2024,2021,memo,3,石桥.xlsx\n"), false},
		{"a form that is none", with(1, "石桥镇人民政府,乡镇,2024,2050,proactive.rules.issued,3,石桥.xlsx\n"), false},
		{"a column more", strings.ReplaceAll(text, "\n", ",\n"), false},
		{"another table", "单位,电话\n石桥镇,1380000\n", false},
		{"nothing", "", false},
	} {
		assert.Equal(t, c.want, collect.IsLongWritten(strings.NewReader(c.text)), c.why)
	}
}
