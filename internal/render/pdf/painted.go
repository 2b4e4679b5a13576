package pdf

import (
	"bytes"
	"errors"
	"fmt"
)

// errPainted says that fpdf's file is not as the version of fpdf in go.mod writes it.
var errPainted = errors.New("不能生成 PDF：画出的文件结构与预期不符。这是程序的错误，请告诉维护者")

// contents takes what was painted on each of so many pages out of fpdf's file: each page is an object, and the next is its content. All else in it
// is written anew.
func contents(painted []byte, pages int) ([][]byte, error) {
	var all [][]byte
	for rest := painted; len(all) < pages; {
		_, page, found := bytes.Cut(rest, []byte(" 0 obj\n<</Type /Page\n"))
		_, behind, ends := bytes.Cut(page, []byte("endobj\n"))
		if !found || !ends {
			return nil, errPainted
		}
		var number, length int
		if _, err := fmt.Sscanf(firstLines(behind, 2), "%d 0 obj\n<</Length %d>>\n", &number, &length); err != nil {
			return nil, errPainted
		}
		_, stream, found := bytes.Cut(behind, []byte(">>\nstream\n"))
		if !found || length < 0 || length > len(stream) || !bytes.HasPrefix(stream[length:], []byte("\nendstream\n")) {
			return nil, errPainted
		}
		all, rest = append(all, stream[:length]), stream[length:]
	}
	return all, nil
}

// firstLines is the beginning of a text, as long as a few lines.
func firstLines(text []byte, count int) string {
	end := 0
	for range count {
		line := bytes.IndexByte(text[end:], '\n')
		if line < 0 {
			break
		}
		end += line + 1
	}
	return string(text[:end])
}
