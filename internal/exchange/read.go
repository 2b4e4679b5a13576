// Package exchange reads and writes reports as exchange JSON (nianbao/1), so that other programs can hand them over.
package exchange

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/budget"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Schema is the value of "schema" that marks exchange JSON.
const Schema = "nianbao/1"

// MaxSize bounds an input, in bytes; the largest real report has well under one megabyte.
const MaxSize = 16 << 20

// Read reads a report. What is no number stays the text that it is, for the checks to report; an error is only for input
// that is no exchange JSON, of an unknown edition, or that holds keys which the form does not have. Its text is plain Chinese
// and names the place and the remedy; the caller adds the file.
func Read(data []byte) (*model.Report, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if len(data) > MaxSize {
		return nil, errors.New("内容超过16MB，不是正常的报告数据，请核对文件")
	}
	if !utf8.Valid(data) {
		return nil, errors.New("不是UTF-8编码，请另存为UTF-8后再试")
	}
	if err := json.Unmarshal(data, new(json.RawMessage)); err != nil {
		return nil, malformed(data, err)
	}
	root, err := members(data, "")
	if err != nil {
		return nil, err
	}
	var schema, edition string
	for _, m := range root {
		switch m.key {
		case "schema":
			schema, err = text(m)
		case "edition":
			edition, err = text(m)
		case "writer":
			_, err = text(m)
		}
		if err != nil {
			return nil, err
		}
	}
	if schema != Schema {
		return nil, fmt.Errorf("不是年报交换数据（schema应为“%s”），请核对文件", Schema)
	}
	e, ok := form.ByID(edition)
	if !ok {
		return nil, fmt.Errorf("edition“%s”不认识，应为%s", edition, editionIDs())
	}
	in := &reader{model.New(e), budget.New()}
	r := in.report
	for _, c := range e.Cells() {
		r.Figures[c.Key] = model.Value{} // what is not given is blank: a total too, which nobody then adds up
	}
	for _, m := range root {
		if err := in.readMember(m); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// editionIDs lists what edition may be: “2019”或“2021”.
func editionIDs() string {
	var ids []string
	for _, e := range form.Editions() {
		ids = append(ids, "“"+e.ID+"”")
	}
	return strings.Join(ids, "或")
}

// reader reads one report within a budget.
type reader struct {
	report *model.Report
	budget *budget.Budget
}

// spendEntry takes what a figure or a part of the unit's data weighs.
func (in *reader) spendEntry(typed string, m member) error {
	if len(typed) > budget.Entry {
		return fmt.Errorf("%s太长，不是正常的报告内容，请改短后再试", m.path)
	}
	return in.spend(typed, m)
}

// spend takes what a text weighs.
func (in *reader) spend(text string, m member) error {
	if !in.budget.SpendText(text) {
		return fmt.Errorf("到%s为止文字太多，不是正常的报告内容，请删去多余的文字后再试", m.path)
	}
	return nil
}

func (in *reader) readMember(m member) error {
	switch m.key {
	case "schema", "edition", "writer":
		return nil
	case "year":
		return in.readField("report.year", m)
	case "date":
		return in.readField("report.date", m)
	case "unit":
		return in.readUnit(m)
	case "figures":
		return in.readFigures(m)
	case "narrative":
		return in.readTexts(m)
	}
	return unknown(m)
}

func (in *reader) readUnit(unit member) error {
	parts, err := members(unit.raw, unit.path)
	if err != nil {
		return err
	}
	for _, m := range parts {
		key := form.Key("unit." + m.key)
		if _, ok := form.FieldByKey(key); !ok {
			return unknown(m)
		}
		if err := in.readField(key, m); err != nil {
			return err
		}
	}
	return nil
}

func (in *reader) readField(k form.Key, m member) error {
	typed, _, err := scalar(m)
	if err != nil {
		return err
	}
	if err := in.spendEntry(typed, m); err != nil {
		return err
	}
	in.report.Fields[k] = model.ReadField(typed, model.Place{Ref: m.path})
	return nil
}

func (in *reader) readFigures(figures member) error {
	cells, err := members(figures.raw, figures.path)
	if err != nil {
		return err
	}
	for _, m := range cells {
		cell, ok := in.report.Edition.Cell(form.Key(m.key))
		if !ok {
			return unknown(m)
		}
		typed, quoted, err := scalar(m)
		if err != nil {
			return err
		}
		if err := in.spendEntry(typed, m); err != nil {
			return err
		}
		v := model.ParseFigure(cell.Measure, typed)
		if quoted && v.IsNumber() && cell.Measure.Whole() && !model.IsSignedIncrease(cell.Measure, typed) {
			v.Repairs = append(v.Repairs, model.StoredAsText)
		}
		v.Place = model.Place{Ref: m.path}
		in.report.Figures[cell.Key] = v
	}
	return nil
}

func (in *reader) readTexts(narrative member) error {
	passages, err := members(narrative.raw, narrative.path)
	if err != nil {
		return err
	}
	for _, m := range passages {
		key := form.Key("narrative." + m.key)
		if !slices.ContainsFunc(in.report.Edition.Passages(), func(p form.Passage) bool { return p.Key == key }) {
			return unknown(m)
		}
		var list []json.RawMessage
		if err := json.Unmarshal(m.raw, &list); err != nil {
			return fmt.Errorf("%s应是段落的列表：[\"第一段\", \"第二段\"]", m.path)
		}
		for i, raw := range list {
			path := fmt.Sprintf("%s[%d]", m.path, i)
			one := member{path: path, raw: raw}
			typed, err := text(one)
			if err == nil {
				err = in.spend(typed, one)
			}
			if err != nil {
				return err
			}
			paragraphs := model.SplitParagraphs(typed, model.Place{Ref: path})
			if len(paragraphs) > 1 && !in.budget.Spend(budget.Text, (len(paragraphs)-1)*budget.Piece) {
				return in.spend("", one)
			}
			in.report.Texts[key] = append(in.report.Texts[key], paragraphs...)
		}
	}
	return nil
}

// member is one key of an object, with the path to it for messages.
type member struct {
	key, path string
	raw       json.RawMessage
}

// members lists an object's keys in order; null has none. A key that stands there twice is refused: one of the two would be lost.
func members(data []byte, path string) ([]member, error) {
	if path != "" && bytes.Equal(bytes.TrimSpace(data), []byte("null")) {
		return nil, nil
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	if token, err := dec.Token(); err != nil || token != json.Delim('{') {
		return nil, fmt.Errorf("%s应是{…}形式的JSON内容，请核对", cmp.Or(path, "最外层"))
	}
	var list []member
	seen := map[string]bool{}
	for dec.More() {
		token, err := dec.Token()
		if err != nil {
			return nil, malformed(data, err)
		}
		m := member{key: token.(string)}
		m.path = strings.TrimPrefix(path+"."+m.key, ".")
		if err := dec.Decode(&m.raw); err != nil {
			return nil, malformed(data, err)
		}
		if seen[m.key] {
			return nil, fmt.Errorf("%s写了两次，请删去一处", m.path)
		}
		seen[m.key] = true
		list = append(list, m)
	}
	return list, nil
}

// malformed tells in which line JSON goes wrong.
func malformed(data []byte, err error) error {
	end := len(data)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		end = min(int(syntax.Offset), len(data))
	}
	return fmt.Errorf("第%d行不合JSON格式，请核对这一行和上一行的引号、逗号和括号", 1+bytes.Count(data[:end], []byte("\n")))
}

func unknown(m member) error {
	return fmt.Errorf("%s不是本表式的内容，请核对名称或删去", m.path)
}

func text(m member) (string, error) {
	typed, quoted, err := scalar(m)
	if err == nil && !quoted && typed != "" {
		err = fmt.Errorf("%s应是文字，要加引号", m.path)
	}
	return typed, err
}

// scalar reads a string, a number with its digits as written, or null, which is blank.
func scalar(m member) (typed string, quoted bool, err error) {
	switch raw := bytes.TrimSpace(m.raw); {
	case bytes.Equal(raw, []byte("null")):
		return "", false, nil
	case len(raw) > 0 && raw[0] == '"':
		if hasLoneSurrogate(raw) {
			return "", true, fmt.Errorf("%s里有残缺的字符（\\ud800一类），请改正", m.path)
		}
		if json.Unmarshal(raw, &typed) != nil {
			return "", true, fmt.Errorf("%s不合JSON格式，请核对引号", m.path)
		}
		return typed, true, nil
	case len(raw) > 0 && (raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9'):
		return string(raw), false, nil
	}
	return "", false, fmt.Errorf("%s应是数字、文字或null", m.path)
}

// hasLoneSurrogate finds half of a \ud83d\ude00 pair, which encoding/json would silently replace.
func hasLoneSurrogate(raw []byte) bool {
	unit := func(at int) rune { // the code unit of the escape at raw[at], 0 if there is none
		var r rune
		if at+6 > len(raw) || raw[at] != '\\' || raw[at+1] != 'u' {
			return 0
		}
		if _, err := fmt.Sscanf(string(raw[at+2:at+6]), "%04x", &r); err != nil {
			return 0
		}
		return r
	}
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\\' {
			continue
		}
		switch r := unit(i); {
		case r >= 0xD800 && r < 0xDC00:
			if low := unit(i + 6); low < 0xDC00 || low > 0xDFFF {
				return true
			}
			i += 11
		case r >= 0xDC00 && r <= 0xDFFF:
			return true
		default:
			i++
		}
	}
	return false
}
