package job

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"nianbao/internal/opc"
)

// ParseNames reads a list of names of files: one a line, blank lines passed over, in UTF-8, GB18030 or, with its mark, UTF-16, as
// programs of Windows write lists. Quotes around a name, which Windows copies with it, are not of the name.
func ParseNames(data []byte) (names []string, err error) {
	unreadable := errors.New("文字的编码认不出，请另存为UTF-8后再试")
	switch {
	case opc.Tell(data) != opc.Other, bytes.HasPrefix(data, []byte("%PDF-")):
		return nil, errors.New("不是文件名单；要处理这个文件本身，直接写它的名字")
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		data, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
	case !utf8.Valid(data):
		data, err = simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	}
	if err != nil || bytes.ContainsRune(data, utf8.RuneError) || bytes.ContainsRune(data, 0) {
		return nil, unreadable
	}
	for line := range strings.Lines(string(bytes.TrimPrefix(data, []byte("\ufeff")))) {
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
