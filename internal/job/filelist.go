package job

import (
	"errors"
	"strings"

	"nianbao/internal/charset"
	"nianbao/internal/textfile"
)

// ParseNames reads a list of names of files: one a line, blank lines passed over, in UTF-8, GB18030 or, with its mark, UTF-16, as
// programs of Windows write lists. Quotes around a name, which Windows copies with it, are not of the name.
func ParseNames(data []byte) (names []string, err error) {
	if !textfile.IsText(data) {
		return nil, errors.New("不是文件名单；要处理这个文件本身，直接写它的名字")
	}
	text, ok := charset.Decode(data)
	if !ok {
		return nil, errors.New("文字的编码认不出，请另存为UTF-8后再试")
	}
	for line := range strings.Lines(string(text)) {
		name := strings.TrimSpace(line)
		if inner, ok := strings.CutPrefix(name, `"`); ok {
			name = strings.TrimSuffix(inner, `"`)
		}
		if name != "" {
			names = append(names, name)
		}
	}
	if names == nil {
		return nil, errors.New("名单里没有文件名，请每行写一个")
	}
	return names, nil
}
