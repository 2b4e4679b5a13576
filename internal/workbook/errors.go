package workbook

import (
	"errors"

	"nianbao/internal/chinese"
)

// ErrForeign says that a workbook is no form of ours. The texts of errors are plain sentences that name the remedy; the caller
// adds the file.
var ErrForeign = errors.New("不是年报的填报表，请先生成一份填报表，把内容填进去再试")

// ErrLists says that a workbook is one of lists that this program wrote.
var ErrLists = errors.New("是本程序写的登记、名单或本县设置，不是年报，请换成填报表")

// ErrSlip is ErrLists of a list on which somebody was asked for figures of the form.
var ErrSlip error = slipError{}

type slipError struct{}

func (slipError) Error() string {
	return "是取数单，不是年报，请把它上面的数取进填报表，再看填报表"
}

func (slipError) Is(err error) bool { return err == ErrLists }

// MuchTextError says that the cells of a workbook hold more text together than any report has, and on which sheet that was seen.
type MuchTextError struct{ Sheet string }

func (e MuchTextError) Error() string {
	return "“" + e.Sheet + "”里的文字太多，不是正常的报告内容，请删去多余的文字后再试"
}

// UnknownEditionError says that a workbook is of an edition of the form that this program does not know.
type UnknownEditionError struct{ ID string }

func (e UnknownEditionError) Error() string {
	return "用的是“" + clipped(e.ID) + "”版的格式，这个程序还不认识，请换用新版的"
}

// clipped is the beginning of a word that should be short.
func clipped(word string) string {
	const most = 20 // characters
	return chinese.Shortened(word, most)
}
