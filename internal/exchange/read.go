// Package exchange reads and writes reports as exchange JSON (nianbao/1), so that other programs can hand them over.
package exchange

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
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
// and names the places and the remedy, all that is wrong at once; the caller adds the file.
func Read(data []byte) (*model.Report, error) {
	r, _, err := read(data, true)
	return r, err
}

// Peek is Read for who asks only whose report it is: its figures and texts are left out. It tells also what the data say of the program that
// wrote them, as Identify does.
func Peek(data []byte) (r *model.Report, writer string, err error) { return read(data, false) }

func read(data []byte, whole bool) (r *model.Report, writer string, err error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if len(data) > MaxSize {
		return nil, "", errors.New("内容超过16MB，不是正常的报告数据，请核对文件")
	}
	if !utf8.Valid(data) {
		return nil, "", errors.New("不是UTF-8编码，请另存为UTF-8后再试")
	}
	if !json.Valid(data) {
		return nil, "", malformed(data)
	}
	in := &reader{whole: whole, budget: budget.New(), seen: map[string]bool{}}
	root, err := in.members(data, "")
	if err != nil {
		return nil, "", err
	}
	var schema, edition string
	for _, m := range root {
		var err error
		switch m.key {
		case "schema":
			schema, err = text(m)
		case "edition":
			edition, err = text(m)
		case "writer":
			writer, err = text(m)
		}
		in.faults.add(err)
	}
	if schema != Schema {
		return nil, "", fmt.Errorf("不是年报交换数据（schema应为“%s”），请核对文件", Schema)
	}
	e, known := form.ByID(edition)
	if !known { // the rest is looked at all the same, as far as it is the same in every edition
		in.faults.add(fmt.Errorf("edition“%s”不认识，应为%s", edition, editionIDs()))
		editions := form.Editions()
		e = editions[len(editions)-1]
	}
	in.begin(e)
	for _, m := range root {
		if m.key == "figures" && !known {
			continue
		}
		if err := in.readMember(m); err != nil {
			return nil, "", err
		}
	}
	if err := in.faults.err(); err != nil {
		return nil, "", err
	}
	return in.report, writer, nil
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
	whole  bool // figures and texts are kept
	report *model.Report
	budget *budget.Budget
	faults faults

	// Of the object that is read, with room for the figures of a form.
	list []member
	seen map[string]bool
}

// begin makes the report: what is not given is blank, a total too, which nobody then adds up.
func (in *reader) begin(e *form.Edition) {
	cells := e.Cells()
	in.report, in.faults.edition = model.New(e), e
	in.list, in.seen = make([]member, 0, len(cells)), make(map[string]bool, len(cells))
	if !in.whole {
		return
	}
	in.report.Figures = make(map[form.Key]model.Value, len(cells))
	for _, c := range cells {
		in.report.Figures[c.Key] = model.Value{}
	}
}

// entry reads a figure or a part of the unit's data; ok is false for a fault, which was noted. An error ends the reading.
func (in *reader) entry(m member) (typed string, quoted, ok bool, err error) {
	typed, quoted, fault := scalar(m)
	if fault == nil && len(typed) > budget.Entry {
		fault = fmt.Errorf("%s太长，不是正常的报告内容，请改短后再试", m.path)
	}
	if fault != nil {
		in.faults.add(fault)
		return "", false, false, nil
	}
	return typed, quoted, true, in.spend(typed, m)
}

// spend takes what a text weighs.
func (in *reader) spend(text string, m member) error {
	if !in.budget.SpendText(text) {
		return fmt.Errorf("到%s为止文字太多，不是正常的报告内容，请删去多余的文字后再试", m.path)
	}
	return nil
}

// readMember reads a key at the top. An error ends the reading.
func (in *reader) readMember(m member) error {
	switch m.key {
	case "schema", "edition", "writer":
		return nil
	case "year":
		return in.readField("report.year", m)
	case "date":
		return in.readField("report.date", m)
	case "scope":
		return in.readField("report.scope", m)
	case "unit":
		return in.readUnit(m)
	case "figures":
		return in.readFigures(m)
	case "narrative":
		return in.readTexts(m)
	}
	in.faults.stranger(m)
	return nil
}

// membersOf are those of an object below the top; a fault of the object as a whole is noted, and leaves none.
func (in *reader) membersOf(object member) []member {
	list, err := in.members(object.raw, object.path)
	if err != nil {
		in.faults.add(err)
		return nil
	}
	return list
}

func (in *reader) readUnit(unit member) error {
	for _, m := range in.membersOf(unit) {
		key := form.Key("unit." + m.key)
		if _, ok := form.FieldByKey(key); !ok {
			in.faults.stranger(m)
			continue
		}
		if err := in.readField(key, m); err != nil {
			return err
		}
	}
	return nil
}

func (in *reader) readField(k form.Key, m member) error {
	typed, _, ok, err := in.entry(m)
	if ok {
		in.report.Fields[k] = model.ReadField(typed, model.Place{Ref: m.path})
	}
	return err
}

func (in *reader) readFigures(figures member) error {
	for _, m := range in.membersOf(figures) {
		cell, known := in.report.Edition.Cell(form.Key(m.key))
		if !known {
			in.faults.stranger(m)
			continue
		}
		typed, quoted, ok, err := in.entry(m)
		if err != nil {
			return err
		}
		if !ok || !in.whole {
			continue
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
	for _, m := range in.membersOf(narrative) {
		key := form.Key("narrative." + m.key)
		if !slices.ContainsFunc(in.report.Edition.Passages(), func(p form.Passage) bool { return p.Key == key }) {
			in.faults.stranger(m)
			continue
		}
		if m.raw[0] == 'n' { // null
			continue
		}
		if m.raw[0] != '[' {
			in.faults.add(fmt.Errorf("%s应是段落的列表：[\"第一段\", \"第二段\"]", m.path))
			continue
		}
		i := 0
		for raw := range parts(m.raw) {
			if err := in.readParagraphs(key, member{path: m.path + "[" + strconv.Itoa(i) + "]", raw: raw}); err != nil {
				return err
			}
			i++
		}
	}
	return nil
}

// readParagraphs reads one entry of a list of paragraphs.
func (in *reader) readParagraphs(key form.Key, m member) error {
	typed, err := text(m)
	if err != nil {
		in.faults.add(err)
		return nil
	}
	if err := in.spend(typed, m); err != nil {
		return err
	}
	paragraphs := model.SplitParagraphs(typed, model.Place{Ref: m.path})
	if len(paragraphs) > 1 && !in.budget.Spend(budget.Text, (len(paragraphs)-1)*budget.Piece) {
		return in.spend("", m)
	}
	if in.whole {
		in.report.Texts[key] = append(in.report.Texts[key], paragraphs...)
	}
	return nil
}

// member is one key of an object, with the path to it for messages, and what it holds, as it stands in the data.
type member struct {
	key, path string
	raw       []byte
}

// members lists an object's keys in order, each once; null has none. A key that stands there twice is a fault: one of the two would be lost.
// The list, and what is in it, is good until the next object is read.
func (in *reader) members(data []byte, path string) ([]member, error) {
	if path != "" && string(data) == "null" {
		return nil, nil
	}
	if data = bytes.TrimSpace(data); data[0] != '{' {
		return nil, fmt.Errorf("%s应是{…}形式的JSON内容，请核对", cmp.Or(path, "最外层"))
	}
	if path != "" {
		path += "."
	}
	in.list = in.list[:0]
	clear(in.seen)
	var m member
	isKey := false
	for part := range parts(data) {
		if isKey = !isKey; isKey {
			m.path = path + unquote(part)
			m.key = m.path[len(path):]
			continue
		}
		if m.raw = part; in.seen[m.key] {
			in.faults.add(fmt.Errorf("%s写了两次，请删去一处", m.path))
			continue
		}
		in.seen[m.key] = true
		in.list = append(in.list, m)
	}
	return in.list, nil
}

// parts are the values in a list, or the keys and values of an object by turns, as they stand in JSON that is known to be valid.
func parts(data []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		depth, start := 0, 0
		for i := 0; i < len(data); i++ {
			ends := false
			switch data[i] {
			case '"':
				i += 1 + endOfString(data[i+1:])
			case '{', '[':
				if depth++; depth == 1 {
					start = i + 1
				}
			case '}', ']':
				depth--
				ends = depth == 0
			case ',', ':':
				ends = depth == 1
			}
			if !ends {
				continue
			}
			if part := bytes.TrimSpace(data[start:i]); len(part) > 0 && !yield(part) {
				return
			}
			start = i + 1
		}
	}
}

// endOfString is where the mark stands that ends a string.
func endOfString(data []byte) int {
	for i := 0; ; i++ {
		switch data[i] {
		case '"':
			return i
		case '\\':
			i++
		}
	}
}

// unquote is the text of a string in JSON that is known to be valid.
func unquote(raw []byte) (text string) {
	if bytes.IndexByte(raw, '\\') < 0 && utf8.Valid(raw) {
		return string(raw[1 : len(raw)-1])
	}
	json.Unmarshal(raw, &text) // a valid string always decodes
	return text
}

// malformed tells in which line JSON goes wrong.
func malformed(data []byte) error {
	end := len(data)
	var syntax *json.SyntaxError
	if errors.As(json.Unmarshal(data, new(json.RawMessage)), &syntax) {
		end = min(int(syntax.Offset), len(data))
	}
	return fmt.Errorf("第%d行不合JSON格式，请核对这一行和上一行的引号、逗号和括号", 1+bytes.Count(data[:end], []byte("\n")))
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
	switch first := m.raw[0]; {
	case first == 'n':
		return "", false, nil
	case first == '"' && hasLoneSurrogate(m.raw):
		return "", true, fmt.Errorf("%s里有残缺的字符（\\ud800一类），请改正", m.path)
	case first == '"':
		return unquote(m.raw), true, nil
	case first == '-' || first >= '0' && first <= '9':
		return string(m.raw), false, nil
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
