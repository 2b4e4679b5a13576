package workbook

import "errors"

// What makes a file unreadable as a whole. The texts are plain sentences that name the remedy; the caller adds the file.
var (
	ErrNotWorkbook = errors.New("不是Excel工作簿，请换成填好的填报表（.xlsx）")
	ErrOldFormat   = errors.New("是旧格式的工作簿（.xls或.et），请用Excel或WPS打开，另存为.xlsx后再试")
	ErrOtherFormat = errors.New("不是.xlsx格式，请用Excel或WPS打开，另存为“Excel工作簿（.xlsx）”后再试")
	ErrWordFile    = errors.New("是Word文档，不是填报表，请换成填好的填报表（.xlsx）")
	ErrEncrypted   = errors.New("设了打开密码，请用Excel或WPS打开，去掉密码、保存后再试")
	ErrDamaged     = errors.New("文件已损坏，请用Excel或WPS打开，另存为.xlsx后再试；打不开的，请换一份完好的")
	ErrTooLarge    = errors.New("内容太多，不是正常的填报表，请删去多余的工作表、行和图片后再试")
	ErrForeign     = errors.New("不是本程序的填报表，请用“年报”程序生成填报表，把内容填进去后再试")
)

// LongTextError says that a cell holds more text than any paragraph has.
type LongTextError struct{ Place string } // the sheet and its row, "" if they are not known

func (e LongTextError) Error() string {
	return e.Place + "有一格文字太长，不是正常的报告内容，请删短后再试"
}

// UnknownEditionError says that a workbook is of an edition of the form that this program does not know.
type UnknownEditionError struct{ ID string }

func (e UnknownEditionError) Error() string {
	return "用的是“" + e.ID + "”版的格式，这个程序还不认识，请换用新版的“年报”程序"
}
