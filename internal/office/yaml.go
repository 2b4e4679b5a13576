package office

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"nianbao/internal/check"
	"nianbao/internal/pattern"
	"nianbao/internal/remedy"
	"nianbao/internal/textfile"
)

// maxSettings bounds the size of a settings file, in bytes.
const maxSettings = 1 << 20

var lineOfError = pattern.New(`line ([0-9]+)`)

// parseSettings reads what a county lays down for its reports from YAML:
//
//	规则:
//	  copied-from-last-year: 提示
//	  overview-length: {关闭: 本县对字数不作要求}
//	总体情况字数: 1500
//	公布期限: 1月20日
//	相邻单位: [石桥镇, 柏坞乡]
//	曾用名: [黄荆乡人民政府]
//	易错词: {望和镇: 望禾镇}
//	比例: 0.5
//	扣分:
//	  wrong-word: 0.5
//	  punctuation: {每处: 0.1, 最多: 1}
//	节假日: [2025-01-01, 2025-01-28～2025-02-04]
//	调休上班: [2025-01-26, 2025-02-08]
//	附表:
//	  发出收费通知的件数: {计量单位: 件, 数的写法: 整数}
//
// Every entry may be left out; one that is not known is refused. The error names each fault with its line.
func parseSettings(data []byte) (check.Settings, error) {
	if len(data) > maxSettings || !textfile.IsText(data) {
		return check.Settings{}, errors.New("不是写规定的文本文件（.yaml），请核对文件名")
	}
	if !utf8.Valid(data) {
		return check.Settings{}, errors.New("不是UTF-8编码的文本，请用记事本另存为UTF-8编码")
	}
	r := settingsReader{}
	in := yaml.NewDecoder(bytes.NewReader(data))
	for found := 0; ; {
		var document yaml.Node
		err := in.Decode(&document)
		switch {
		case err == io.EOF:
			return r.settings, remedy.Join(r.faults...)
		case err != nil:
			return check.Settings{}, malformed(err)
		case len(document.Content) == 0 || document.Content[0].ShortTag() == "!!null": // a line --- with nothing behind it
			continue
		}
		if found++; found == 1 {
			r.entries(document.Content[0])
			continue
		}
		r.fault(document.Content[0], "又是一份规定（前面有一行“---”），一个文件只能写一份，请删去“---”，合成一份")
		return r.settings, remedy.Join(r.faults...)
	}
}

// malformed says where a file is no YAML.
func malformed(err error) error {
	where := "文件里有一处"
	if m := lineOfError.FindStringSubmatch(err.Error()); m != nil {
		where = "第" + m[1] + "行附近"
	}
	return errors.New(where + "不合YAML的写法，请核对缩进、冒号和引号")
}

// SettingsText is what an office lays down for the checks as parseSettings reads it: the file that it came from, or where that was no text
// all that a report was checked with, the members as neighbours too. It is never empty.
func (c *County) SettingsText(checked check.Settings) string {
	return cmp.Or(c.text, settingsText(checked))
}

// settingsText writes settings as YAML.
func settingsText(s check.Settings) string {
	root := &yaml.Node{Kind: yaml.MappingNode}
	for _, e := range settingsEntries {
		if value := e.write(s); value != nil {
			root.Content = append(root.Content, scalar(e.name), value)
		}
	}
	data, err := yaml.Marshal(root)
	if err != nil {
		panic(err) // a tree of texts can be written
	}
	return string(data)
}

// settingsReader gathers the settings, and what is wrong with them.
type settingsReader struct {
	settings check.Settings
	faults   []error
}

func (r *settingsReader) fault(n *yaml.Node, format string, args ...any) {
	r.faults = append(r.faults, fmt.Errorf("第%d行：%w", n.Line, fmt.Errorf(format, args...)))
}

// keep takes over what is laid down at a place, if it can be followed.
func (r *settingsReader) keep(n *yaml.Node, lay func(*check.Settings)) {
	var alone check.Settings
	lay(&alone)
	if err := alone.Validate(); err != nil {
		r.fault(n, "%w", err)
		return
	}
	lay(&r.settings)
}

// pairs calls read for every name and value of a mapping; a name that stands twice is a fault.
func (r *settingsReader) pairs(n *yaml.Node, what string, read func(name, value *yaml.Node)) {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return
	}
	if n.Kind != yaml.MappingNode {
		r.fault(n, "%s", what)
		return
	}
	seen := map[string]bool{}
	for i := 0; i < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		if seen[name.Value] {
			r.fault(name, "%w", twice(name.Value))
			continue
		}
		seen[name.Value] = true
		read(name, value)
	}
}

func (r *settingsReader) entries(n *yaml.Node) {
	var names []string
	for _, e := range settingsEntries {
		names = append(names, e.name)
	}
	r.pairs(n, "应写成“名称: 内容”（冒号用半角，后面空一格），可用的名称有："+strings.Join(names, "、"), func(name, value *yaml.Node) {
		for _, e := range settingsEntries {
			if e.name == name.Value {
				e.read(r, e.name, value)
				return
			}
		}
		r.fault(name, "没有“%s”这一项，可用的有：%s", name.Value, strings.Join(names, "、"))
	})
}
