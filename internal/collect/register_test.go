package collect_test

import (
	"bytes"
	"errors"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/collect"
	"nianbao/internal/job"
	"nianbao/internal/sample"
	"nianbao/internal/verdict"
)

func register(t *testing.T, files ...string) []byte {
	t.Helper()
	l := verdict.NewLedger(verdict.Options{})
	for _, name := range files {
		l.Add(verdict.Outcome{File: name, Err: errors.New("文件已损坏")})
	}
	var b bytes.Buffer
	require.NoError(t, collect.WriteRegister(&b, l))
	return b.Bytes()
}

func TestWriteRegister(t *testing.T) {
	data := register(t, "甲.xlsx", "=乙.xlsx")
	assert.Equal(t, data, register(t, "甲.xlsx", "=乙.xlsx"), "equal outcomes make equal bytes")
	book, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	assert.Equal(t, []string{"登记", "问题清单"}, book.GetSheetList())
	rows, err := book.GetRows("登记")
	require.NoError(t, err)
	assert.Equal(t, []string{"", "", "", "读不了", "", "", "", "", "=乙.xlsx", "文件已损坏。"}, rows[5])
}

func TestMayReplaceRegister(t *testing.T) {
	data := register(t, "甲.xlsx")
	book, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	require.NoError(t, book.SetCellStr("登记", "K5", "已通知"))
	var edited bytes.Buffer
	require.NoError(t, book.Write(&edited))
	assert.NoError(t, collect.MayReplaceRegister(data))
	assert.EqualError(t, collect.MayReplaceRegister(edited.Bytes()), "有人改过、存过")
	assert.EqualError(t, collect.MayReplaceRegister(sample.Workbook(t, sample.Workbooks(t)[0])), "不是本程序写的登记")
}

// In a folder the register is no input, whether somebody wrote into it or not, and whatever it is called; named for itself it is one,
// which cannot be read.
func TestARegisterIsNoInputOfAFolder(t *testing.T) {
	file := job.From("登记（改名）.xlsx", register(t, "甲.xlsx"))
	report := job.From("清溪.xlsx", sample.Workbook(t, sample.Workbooks(t)[0]))
	for _, found := range []bool{true, false} {
		file.Found, report.Found = found, found
		var names []string
		for _, in := range job.NewPlan([]job.Source{file, report}).Inputs {
			names = append(names, in.Name)
		}
		want := []string{"登记（改名）.xlsx", "清溪.xlsx"}
		if found {
			want = want[1:]
		}
		assert.Equal(t, want, names)
	}
	foreign := excelize.NewFile() // an online editor drops properties
	var dropped bytes.Buffer
	require.NoError(t, foreign.Write(&dropped))
	for name, inputs := range map[string]int{"校验登记2.xlsx": 1, "名单.xlsx": 2} {
		other := job.From(name, dropped.Bytes())
		other.Found, report.Found = true, true
		assert.Len(t, job.NewPlan([]job.Source{other, report}).Inputs, inputs, name)
	}
	_, err := job.Open("登记（改名）.xlsx", register(t, "甲.xlsx"))
	assert.EqualError(t, err, "是本程序写的登记、名单或本县设置，不是年报，请换成填报表")
}

func TestRegisterIn(t *testing.T) {
	assert.Equal(t, filepath.Join("各镇", "校验登记.xlsx"), collect.RegisterIn("各镇", 1))
	assert.Equal(t, "校验登记2.xlsx", collect.RegisterIn(".", 2))
}
