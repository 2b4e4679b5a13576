package spreadsheet

import (
	"errors"

	"nianbao/internal/opc"
)

// What is wrong with a file that cannot be read.
var (
	ErrNotWorkbook = opc.Error{Fault: opc.NotOffice, Wanted: opc.Workbook}
	ErrDamaged     = opc.Error{Fault: opc.Damaged, Wanted: opc.Workbook}
	ErrTooLarge    = opc.Error{Fault: opc.TooLarge, Wanted: opc.Workbook}
)

// Damaged is what an error in reading a part makes of the file: it stays what it is if opc tells it, else the file is damaged.
func Damaged(err error) error {
	if errors.As(err, &opc.Error{}) {
		return err
	}
	return ErrDamaged
}

// LongTextError says that a cell holds more text than any paragraph has.
type LongTextError struct{ Place string } // the sheet and its row, "" if they are not known

func (e LongTextError) Error() string {
	return e.Place + "有一格文字太长，不是正常的报告内容，请删短后再试"
}
