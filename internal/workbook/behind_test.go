package workbook

import (
	"bytes"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
)

// withList is a form with a list behind it: figures that add themselves up, a choice, a chart.
func withList(t *testing.T) []byte {
	rows := []Row{{Cells: []string{"合计", "7"}, Formulas: []string{"", "SUM(B4:B5)"}}, {Cells: []string{"=清溪", "3"}}, {Cells: []string{"石桥", "4"}}}
	l := List{Name: "明细", Title: "明细", Anchor: MembersList, Columns: []Column{{Head: "单位", Width: 20}, {Head: "件数", Width: 8, Kind: Figure}}, Rows: slices.Values(rows), Length: len(rows)}
	l.Charts = []Chart{
		{Title: "件数", Lying: true, Categories: l.Range(1, 4, 5), Series: []Series{{l.Range(2, 2, 2), l.Range(2, 4, 5)}}, At: "D3", Wide: 300, High: 200},
		{Title: "又一张", Categories: l.Range(1, 4, 5), Series: []Series{{l.Range(2, 2, 2), l.Range(2, 4, 5)}}, At: "K3", Wide: 300, High: 200},
	}
	var b bytes.Buffer
	_, err := Write(&b, sample.Report(t, "e-town-2024"), Options{Lists: []List{l}})
	require.NoError(t, err)
	return b.Bytes()
}

func TestListsBehindTheForm(t *testing.T) {
	data := withList(t)
	for range 8 {
		require.True(t, bytes.Equal(data, withList(t)), "equal bytes, also with charts")
	}
	r, err := Read(data)
	require.NoError(t, err)
	assert.Equal(t, sample.Report(t, "e-town-2024").Digest(), r.Digest(), "the form is read as if it stood alone")
	assert.Empty(t, r.Extras)
	assert.Empty(t, r.Strays)
	assert.True(t, r.Summed)
	seen, err := Peek(data)
	require.NoError(t, err)
	assert.True(t, seen.Summed)

	tables, err := ReadTables(data, MembersList, AdjustmentsList)
	require.NoError(t, err)
	require.Len(t, tables, 1, "a list that is not there is left out")
	assert.Equal(t, "明细", tables[0].Sheet)
	assert.Equal(t, []TableRow{{2, []string{"单位", "件数"}}, {3, []string{"合计", "7"}}, {4, []string{"=清溪", "3"}}, {5, []string{"石桥", "4"}}}, tables[0].Rows)
	assert.Equal(t, "B4", tables[0].Rows[2].Ref(1))
	assert.Empty(t, tables[0].Rows[2].Cell(-1)+tables[0].Rows[2].Cell(9), "a column that is not there")
	all, err := ReadTables(data)
	require.NoError(t, err)
	assert.Greater(t, len(all), 5, "all sheets where none is asked for")
}

// Any other workbook has no lists, and a hostile one ends in an error.
func TestTablesOfOthers(t *testing.T) {
	var b bytes.Buffer
	_, err := Write(&b, sample.Report(t, "e-town-2024"), Options{})
	require.NoError(t, err)
	tables, err := ReadTables(b.Bytes(), MembersList)
	require.NoError(t, err)
	assert.Empty(t, tables)
	_, err = ReadTables([]byte("PK\x03\x04"))
	assert.Error(t, err)
}
