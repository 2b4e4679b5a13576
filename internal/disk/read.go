// Package disk opens, lists and writes files: whole or not at all, and with errors that name the remedy. All other rooms but the
// fonts' work on names and contents, so that they serve a page without a disk as well.
package disk

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"nianbao/internal/budget"
	"nianbao/internal/litter"
)

// LocksOf lists the names under which office programs mark that they have a file open, beside it: Excel and WPS, LibreOffice, older WPS.
func LocksOf(name string) []string {
	return []string{litter.LockPrefix + name, ".~lock." + name + "#", ".~" + name}
}

// Read reads a file whole. The error is one plain sentence, without the file's name.
func Read(file string) ([]byte, error) {
	info, err := readable(file)
	switch {
	case err != nil:
		return nil, err
	case info.Size() > budget.File:
		return nil, beyondBudget(file)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, Plainly(err, "打不开")
	}
	return data, nil
}

// Open opens a file of any size, which is then read bit by bit. The error is one plain sentence, without the file's name.
func Open(file string) (io.ReadCloser, error) {
	if _, err := readable(file); err != nil {
		return nil, err
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, Plainly(err, "打不开")
	}
	return f, nil
}

// readable tells what there is to read under a name.
func readable(file string) (fs.FileInfo, error) {
	info, err := os.Stat(file)
	switch {
	case strings.HasPrefix(filepath.Base(file), litter.LockPrefix):
		return nil, errors.New("是表格打开时留下的锁定文件，不是填报表，请选不带“~$”的那个文件")
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("找不到这个文件，" + whatElse(file))
	case err != nil:
		return nil, Plainly(err, "打不开")
	case info.IsDir():
		return nil, errors.New("是文件夹，请写出里面的文件")
	case !info.Mode().IsRegular():
		return nil, errors.New("不是文件，请给出填报表（.xlsx）")
	case info.Size() == 0:
		return nil, errEmpty
	}
	return info, nil
}

var (
	errEmpty    = errors.New("是空文件，里面什么也没有，请换一份填好的")
	errTooLarge = beyondBudget("")
)

// beyondBudget tells of a file that is none of ours by its size: what makes those large that hold pictures is these, and others are something else.
func beyondBudget(file string) error {
	advice := "请核对是不是选错了文件"
	if holdsPictures[strings.ToLower(filepath.Ext(file))] {
		advice = "请删去里面的图片后再试"
	}
	return fmt.Errorf("超过%dMB，不是正常的填报表或年报，%s", budget.File>>20, advice)
}

var holdsPictures = map[string]bool{".xlsx": true, ".xlsm": true, ".xls": true, ".et": true, ".docx": true, ".doc": true, ".wps": true, ".pdf": true, ".ofd": true, ".mht": true, ".mhtml": true}

// ReadStream reads a stream as Read does a file.
func ReadStream(in io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, budget.File+1))
	switch {
	case err != nil:
		return nil, Plainly(err, "读不了")
	case len(data) == 0:
		return nil, errors.New("没有内容，请核对前面的命令")
	case len(data) > budget.File:
		return nil, errTooLarge
	}
	return data, nil
}

// Head is the beginning of a file, at most so many bytes; nothing of one that is not there. The error is one plain sentence.
func Head(file string, most int) ([]byte, error) {
	in, err := openLines(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, Plainly(err, "打不开")
	}
	defer in.Close()
	head, err := io.ReadAll(io.LimitReader(in, int64(most)))
	if err != nil {
		return nil, Plainly(err, "读不了")
	}
	return head, nil
}

// Digest is the SHA-256 of what is in a file, in hexadecimal digits. The error is one plain sentence.
func Digest(file string) (string, error) {
	info, err := os.Stat(file)
	if err == nil && !info.Mode().IsRegular() {
		err = errNoFile
	}
	if err != nil {
		return "", Plainly(err, "打不开")
	}
	in, err := os.Open(file)
	if err != nil {
		return "", Plainly(err, "打不开")
	}
	defer in.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, in); err != nil {
		return "", Plainly(err, "读不了")
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// whatElse says what to do about a file that is not there.
func whatElse(file string) string {
	if info, err := os.Lstat(file); err == nil && info.Mode()&os.ModeSymlink != 0 {
		return "“" + filepath.Base(file) + "”只是一个链接，它指向的文件不在了，请换成文件本身"
	}
	if other := Nearby(file); other != "" {
		return "旁边有“" + other + "”，请核对文件名"
	}
	return "请核对文件名和所在的文件夹"
}

// Nearby is the one file beside a file that is not there whose name ends otherwise, since Windows does not show how names end; "" if
// there is none, or more.
func Nearby(file string) (other string) {
	stem := func(name string) string { return strings.TrimSuffix(name, filepath.Ext(name)) }
	name := filepath.Base(file)
	entries, _ := os.ReadDir(filepath.Dir(file))
	for _, e := range entries {
		switch {
		case e.IsDir(), litter.IsFile(e.Name()), stem(e.Name()) != name && stem(e.Name()) != stem(name):
		case other != "":
			return ""
		default:
			other = e.Name()
		}
	}
	return other
}

// Exists says whether there is something under a name.
func Exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// IsFolder says whether a name is that of a folder.
func IsFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
