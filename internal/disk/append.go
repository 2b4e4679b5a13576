package disk

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"nianbao/internal/remedy"
)

const maxLinesSize = 1 << 30

// Append adds a line, without its end, to a file of lines, which is made if it is not there. The line gets there whole, or, where the
// program is killed meanwhile, as the torn last one, which the next Append ends. The error is a remedy.Failure.
func (w *Writer) Append(target string, line []byte) error {
	if err := w.Refuse(target); err != nil {
		return err
	}
	w.Clean(filepath.Dir(target))
	w.lock.Lock()
	defer w.lock.Unlock()
	if err := appendLine(target, line); err != nil {
		return remedy.Failure{File: target, Err: Plainly(err, "写不了")}
	}
	return nil
}

var errNoFile = errors.New("不是普通的文件，请把它移走以后再试")

func appendLine(target string, line []byte) (err error) {
	if info, err := os.Stat(target); err == nil && !info.Mode().IsRegular() {
		return errNoFile // another kind might wait for ever
	}
	file, err := os.OpenFile(target, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o666)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	size, err := file.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	text := append(line[:len(line):len(line)], '\n')
	if size > 0 {
		last := []byte{0}
		if _, err := file.ReadAt(last, size-1); err != nil {
			return err
		}
		if last[0] != '\n' {
			text = append([]byte{'\n'}, text...)
		}
	}
	_, err = file.Write(text) // in one piece, so that two programs do not mix their lines
	return err
}

// Span is where a line stands in a file of lines, without its end.
type Span struct {
	At     int64
	Length int
}

// Lines reads a file of lines one by one. Lines longer than so many bytes are passed over, and so is the last one if it has no end, which is
// told. A file that is not there has none. The error is one plain sentence.
func Lines(file string, longest int, take func(where Span, line []byte)) (passed bool, _ error) {
	in, err := openLines(file)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, Plainly(err, "打不开")
	}
	defer in.Close()
	from, at, begun := bufio.NewReaderSize(in, longest), int64(0), false
	for {
		line, err := from.ReadSlice('\n')
		switch {
		case errors.Is(err, io.EOF):
			return passed || len(line) > 0, nil
		case err != nil && !errors.Is(err, bufio.ErrBufferFull):
			return false, Plainly(err, "读不了")
		case err == nil && !begun:
			take(Span{at, len(line) - 1}, line[:len(line)-1])
		default:
			passed = true
		}
		begun = err != nil // and goes on
		at += int64(len(line))
	}
}

func openLines(file string) (*os.File, error) {
	info, err := os.Stat(file)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errNoFile
	case info.Size() > maxLinesSize:
		return nil, errors.New("大得不正常，请把它移走以后再试")
	}
	return os.Open(file)
}

// LineAt reads a line that Lines found. The error is one plain sentence.
func LineAt(file string, where Span) ([]byte, error) {
	in, err := openLines(file)
	if err != nil {
		return nil, Plainly(err, "打不开")
	}
	defer in.Close()
	line := make([]byte, where.Length)
	if _, err := in.ReadAt(line, where.At); err != nil {
		return nil, Plainly(err, "读不了")
	}
	return line, nil
}

// KeepLines writes a file of lines anew with these of its lines, in this order; without any it is removed. The error is a remedy.Failure.
func (w *Writer) KeepLines(file string, lines []Span) error {
	err := w.Refuse(file)
	switch {
	case err != nil:
		return err
	case len(lines) == 0:
		err = os.Remove(file)
	default:
		err = w.WriteFile(file, func(to io.Writer) error { return copyLines(to, file, lines) })
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return remedy.Failure{File: file, Err: Plainly(err, "写不了")}
	}
	return nil
}

func copyLines(to io.Writer, file string, lines []Span) error {
	from, err := os.Open(file)
	if err != nil {
		return err
	}
	defer from.Close()
	for _, l := range lines {
		if _, err := io.Copy(to, io.NewSectionReader(from, l.At, int64(l.Length)+1)); err != nil {
			return err
		}
	}
	return nil
}
