package remedy_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/remedy"
)

func TestPlainPutsForeignWordsIntoOurs(t *testing.T) {
	_, noNumber := strconv.Atoi("年")
	const unforeseen, unsound = "出了程序没有料到的问题，请把文件发给程序的维护者", "文件已损坏，请换一份完好的"
	for _, c := range []struct {
		why  string
		err  error
		want string
	}{
		{"a sentence of ours stays", errors.New("单位名称没有填"), "单位名称没有填"},
		{"one in which a user wrote English stays", errors.New("没有“foo bar”这个命令"), "没有“foo bar”这个命令"},
		{"one that wraps another of ours stays", fmt.Errorf("第3行：%w", errors.New("写了两次")), "第3行：写了两次"},
		{"markup", xml.Unmarshal([]byte("<甲></乙>"), new(struct{ XMLName xml.Name })), unsound},
		{"what quotes Chinese is foreign all the same", json.Unmarshal([]byte("年报"), new(int)), unsound},
		{"a file that ends too early", fmt.Errorf("zip: %w", io.ErrUnexpectedEOF), unsound},
		{"any other", errors.New("context canceled"), unforeseen},
		{"a name in Chinese does not make it ours", noNumber, unforeseen},
		{"the path as well", &fs.PathError{Op: "open", Path: "年报.xlsx", Err: os.ErrPermission}, unforeseen},
		{"the part of a sentence of ours that is not", fmt.Errorf("PDF没有画成：%w", errors.New("font not found")), "PDF没有画成：" + unforeseen},
		{"within several", remedy.Join(errors.New("一处。"), errors.New("two")), "一处；" + unforeseen},
		{"several of the standard library's joining", errors.Join(errors.New("第1行错了"), errors.New("第2行错了。")), "第1行错了；第2行错了"},
		{"these behind words of ours", fmt.Errorf("规定：%w", errors.Join(errors.New("一处"), errors.New("又一处"))), "规定：一处；又一处"},
		{"these with what is foreign", errors.Join(errors.New("一处"), errors.New("two")), "一处；" + unforeseen},
		{"the same from two places is told once", errors.Join(errors.New("two"), errors.New("three")), unforeseen},
		{"several that one sentence wraps", fmt.Errorf("%w，%w", errors.New("甲"), io.EOF), "甲，" + unsound},
		{"twice is as good as once", remedy.Plain(errors.New("two")), unforeseen},
	} {
		assert.EqualError(t, remedy.Plain(c.err), c.want, c.why)
	}
	assert.NoError(t, remedy.Plain(nil))
	force := remedy.New("已经有这个文件了", remedy.Overwrite)
	assert.Equal(t, remedy.Of(force), remedy.Of(remedy.Plain(remedy.Join(force, errors.New("boom")))), "what to do is kept")
	assert.NoError(t, remedy.Join(nil, nil))
}

func TestFaultNamesThePlaceAndNothingInEnglish(t *testing.T) {
	told := func(work func()) (err error) {
		defer func() { err = remedy.Fault(recover()) }()
		work()
		return nil
	}
	assert.NoError(t, told(func() {}))
	err := told(func() { _ = []int{}[len(os.Args)] })
	assert.ErrorContains(t, err, "程序处理这个文件时出错（plain_test.go:")
	assert.False(t, strings.Contains(err.Error(), "index"))
}
