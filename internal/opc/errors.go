package opc

import "slices"

// Fault is why a file cannot be read.
type Fault int

const (
	NotOffice   Fault = iota // no file of the kind that is wanted, and none that could be saved as one
	OtherKind                // an office file that is read as something else
	OldFormat                // of the old compound format
	OtherFormat              // of the wanted kind, in a format that is not read
	Locked                   // behind a password
	Damaged
	TooLarge // beyond the limits
)

// Error says why a file cannot be read as the kind that is wanted, in a plain sentence without its end, which names the remedy;
// the caller adds the file. Errors are equal if their fields are.
type Error struct {
	Fault  Fault
	Wanted Kind // Workbook or Document
	Found  Kind // what it is instead, where the fault is OtherKind
}

// calls is what is said of the kinds that are wanted, beside what kinds says.
var calls = [...]struct {
	old                                  Kind // its kind in the old format
	programs, form, bring, sound, excess string
}{
	Workbook: {OldWorkbook, "Excel或WPS", "填报表", "填好的填报表（.xlsx）", "填报表", "工作表、行和图片"},
	Document: {OldDocument, "Word或WPS", "Word文档", "年度报告的Word文档（.docx）", "年度报告", "内容和图片"},
}

func (e Error) Error() string {
	wanted, call := kinds[e.Wanted], calls[e.Wanted]
	open := "请用" + call.programs + "打开，"
	switch e.Fault {
	case OtherKind:
		return "是" + e.Found.String() + "，不是" + call.form + "，请换成" + call.bring
	case OldFormat:
		return "是" + call.old.String() + "，" + open + "另存为" + wanted.extension + "后再试"
	case OtherFormat:
		return "不是" + wanted.extension + "格式，" + open + "另存为“" + wanted.name + "（" + wanted.extension + "）”后再试"
	case Locked:
		return "设了打开密码，" + open + "去掉密码、保存后再试"
	case Damaged:
		return "文件已损坏，" + open + "另存为" + wanted.extension + "后再试；打不开的，请换一份完好的"
	case TooLarge:
		return "内容太多，不是正常的" + call.sound + "，请删去多余的" + call.excess + "后再试"
	default:
		return "不是" + wanted.name + "，请换成" + call.bring
	}
}

// Unready is why a file that may well be of a kind cannot be read as it stands: it is behind a password, or in another format of that kind.
// It is nil for one that can be read, and for what is anything else, of which the caller knows better what was wanted.
func Unready(data []byte, wanted Kind) error {
	if e, ok := refuse(Tell(data), wanted).(Error); ok && slices.Contains([]Fault{Locked, OldFormat, OtherFormat}, e.Fault) {
		return e
	}
	return nil
}

// refuse is why a file of a kind is not read as another, nil if it is of that kind. What does not tell its kind counts as of the
// wanted one.
func refuse(found, wanted Kind) error {
	switch found {
	case wanted:
		return nil
	case Encrypted:
		return Error{Fault: Locked, Wanted: wanted}
	case OldFile, calls[wanted].old:
		return Error{Fault: OldFormat, Wanted: wanted}
	case OpenFile:
		return Error{Fault: OtherFormat, Wanted: wanted}
	}
	switch found.SaveAs() {
	case wanted:
		return Error{Fault: OtherFormat, Wanted: wanted}
	case Other:
		return Error{Fault: NotOffice, Wanted: wanted}
	default:
		return Error{Fault: OtherKind, Wanted: wanted, Found: found}
	}
}
