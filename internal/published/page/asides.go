package page

import "fmt"

// Besides counts what a document of a word processor holds that is not shown on the page, or has no place on it.
type Besides [kindsBesides]int

// What is counted.
const (
	Revisions = iota
	Pictures
	HiddenText
	Struck
	Numbers
	ContentsLines
	Embedded
	Symbols
	Lifted // letters and digits above or below the line, but for numbers of notes
	kindsBesides
)

// besides tell each of them; the number stands for %d.
var besides = [kindsBesides]string{
	Revisions:     "文档里有%d处修订标记，都按接受处理",
	Pictures:      "文档里有%d个图片或图形，没有读进来",
	HiddenText:    "文档里有%d处隐藏的文字，没有读进来",
	Struck:        "文档里有%d处划掉的文字，没有读进来",
	Numbers:       "有%d段用了项目符号或少见的自动编号，编号没有读进来，请核对",
	ContentsLines: "文档里有目录（%d行），没有读进来",
	Embedded:      "文档里嵌入了%d个别的文件，没有读进来",
	Symbols:       "文档里有%d个特殊字体的符号，没有读进来",
	Lifted:        "文档里有%d处上标、下标，按普通的字读，请核对",
}

// Told is what was counted, in plain sentences without their ends.
func (b Besides) Told() (list []string) {
	for i, n := range b {
		if n > 0 {
			list = append(list, fmt.Sprintf(besides[i], n))
		}
	}
	return list
}
