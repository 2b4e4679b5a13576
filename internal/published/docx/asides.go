package docx

import "fmt"

// What a document may hold that has no place in a report.
const (
	revisions = iota
	pictures
	hidden
	numbers
	contents
	embedded
	asideCount
)

// asideTexts tell each of them; the number stands for %d.
var asideTexts = [asideCount]string{
	revisions: "文档里有%d处修订标记，都按接受处理",
	pictures:  "文档里有%d个图片或图形，没有取回",
	hidden:    "文档里有%d处隐藏的文字，没有取回",
	numbers:   "有%d段用了项目符号或少见的自动编号，编号没有取回，请核对",
	contents:  "文档里有目录（%d行），没有取回",
	embedded:  "文档里嵌入了%d个别的文件，没有取回",
}

func (in *reader) asides() []string {
	var list []string
	for i, n := range in.seen {
		if n > 0 {
			list = append(list, fmt.Sprintf(asideTexts[i], n))
		}
	}
	return list
}
