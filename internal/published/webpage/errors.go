package webpage

import "fmt"

// Fault is why a file cannot be read as a web page.
type Fault int

const (
	NotPage      Fault = iota // no web page at all
	TooLarge                  // beyond the limits
	Incomplete                // a page in one file (.mht) whose parts cannot be told apart
	NoText                    // it shows no text
	NoTextFrames              // it shows no text itself, but other pages in frames
	Garbled                   // its characters were lost when it was saved
)

// Error says why a file cannot be read as a web page, in a plain sentence without its end, which names the remedy; the caller adds
// the file. Errors are equal if their fields are.
type Error struct{ Fault Fault }

func (e Error) Error() string {
	switch e.Fault {
	case TooLarge:
		return "网页太大，不是正常的报告页，请在浏览器里打开，只复制报告的正文，粘贴到Word里保存为.docx后再试"
	case Incomplete:
		return "单个文件的网页（.mht）不完整，取不出正文，请在浏览器里打开原来的网页，另存为“网页，仅HTML”后再试"
	case NoText:
		return "网页里没有文字，可能正文是图片、PDF或者要联网才显示的内容，请在浏览器里打开看到正文的那一页，复制正文，粘贴到Word里保存为.docx后再试"
	case NoTextFrames:
		return "网页里没有文字，是只有框架的页，请在浏览器里单独打开框架里有正文的那一页，另存后再试"
	case Garbled:
		return "网页里的汉字已经成了乱码，是保存时用错了编码，请在浏览器里打开原来的网页，看到的文字正常后重新另存"
	default:
		return "不是网页，请换成浏览器另存的网页（.html或.mht）"
	}
}

// MuchTextError says that a page holds more text than any report's page has, and at which paragraph that was seen.
type MuchTextError struct{ Paragraph int } // counted from 1, those of tables with the others

func (e MuchTextError) Error() string {
	return fmt.Sprintf("到第%d段为止文字太多，不是正常的报告页，请在浏览器里打开，只复制报告的正文，粘贴到Word里保存为.docx后再试", e.Paragraph)
}
