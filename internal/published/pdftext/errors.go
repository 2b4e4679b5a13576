//go:build !js

package pdftext

import "strconv"

// Fault is why a PDF cannot be read.
type Fault int

const (
	NotPDF Fault = iota
	Locked       // behind a password
	Damaged
	TooLarge  // in bytes, characters or memory
	TooLong   // in pages
	Scanned   // pictures of pages, without text
	Garbled   // its characters have codes of their own, and nothing says which they are
	Cancelled // by the caller, as it took too long
)

// Error says why a PDF cannot be read, in a plain sentence without its end, which names the way round; the caller adds the file.
// Errors are equal if their fields are.
type Error struct {
	Fault Fault
	Pages int // of a file that is TooLong
}

// round is what a clerk does with a PDF that is not read.
const round = "请用生成它的Word文档"

func (e Error) Error() string {
	switch e.Fault {
	case Locked:
		return "设了打开密码，" + round + "，或者去掉密码、另存一份PDF后再试"
	case Damaged:
		return "文件已损坏，" + round + "，或者重新生成、下载一份PDF后再试"
	case TooLarge:
		return "内容太多，不是正常的年度报告，" + round
	case TooLong:
		return "有" + strconv.Itoa(e.Pages) + "页，不是一份年度报告（最多" + strconv.Itoa(mostPages) + "页），请把年度报告单独存成一个文件后再试"
	case Scanned:
		return "是扫描件，里面没有文字，" + round + "，或先用WPS、文字识别软件转成文字"
	case Garbled:
		return "里面的文字是乱码（字体没有带文字编码），" + round + "，或先用WPS、文字识别软件转成文字"
	case Cancelled:
		return "读了太久还没有读完，" + round
	default:
		return "不是PDF文件，" + round + "或PDF文件"
	}
}
