package job

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/charset"
	"nianbao/internal/county"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/remedy"
	"nianbao/internal/workbook"
)

// memberColumns are the columns of a list of members: what they may be called, and where they go. Without heads the first come in this
// order.
var memberColumns = []struct {
	names []string
	set   func(m *county.Member, text string)
}{
	{[]string{"名称", "单位名称", "单位", "单位全称", "全称", "机关名称", "机构名称", "部门名称"}, func(m *county.Member, text string) { m.Name = oneLine(text) }},
	{[]string{"层级", "单位层级"}, func(m *county.Member, text string) { m.Level = text }},
	{[]string{"曾用名", "原名称"}, func(m *county.Member, text string) { m.Former = splitNames(text) }},
	{[]string{"联系人"}, func(m *county.Member, text string) { m.Contact = text }},
	{[]string{"电话", "联系电话"}, func(m *county.Member, text string) { m.Phone = text }},
	{[]string{"期限"}, func(m *county.Member, text string) { m.Due = oneLine(text) }},
	{[]string{"收到日期"}, func(m *county.Member, text string) { m.Received = text }},
}

// membersSheet is what the sheet of members is called in a workbook of settings.
const membersSheet = "名单"

// ParseMembers reads a list of members, CSV or a workbook: 名称,层级,曾用名 (several parted by 、), and what else is known of them. The
// error names every fault with its row.
func ParseMembers(data []byte) (*county.List, error) {
	table, err := membersTable(data)
	if err != nil {
		return nil, err
	}
	columns := []int{0, 1, 2}
	if first := slices.IndexFunc(table.Rows, func(r workbook.TableRow) bool { return hasNames(r) }); first >= 0 {
		columns = nil
		for _, c := range memberColumns {
			columns = append(columns, slices.IndexFunc(table.Rows[first].Cells, isHead(c.names)))
		}
		table.Rows = table.Rows[first+1:]
	}
	var members []county.Member
	var faults []error
	rows := map[string]int{}
	for _, row := range table.Rows {
		m := county.Member{Place: model.Place{Sheet: table.Sheet, Ref: row.Ref(max(columns[0], 0))}}
		for i, column := range columns {
			memberColumns[i].set(&m, row.Cell(column))
		}
		switch {
		case strings.Join(row.Cells, "") == "":
			continue
		case m.Name == "":
			faults = append(faults, fmt.Errorf("第%d行没有写单位名称", row.Number))
			continue
		case strings.Trim(m.Name, "0123456789.") == "":
			faults = append(faults, fmt.Errorf("第%d行的“%s”不是单位名称，请在名称那一列的第一行写“名称”", row.Number, m.Name))
			continue
		}
		for _, name := range append([]string{m.Name}, m.Former...) {
			same := county.SameName(name)
			if first, taken := rows[same]; taken && first != row.Number {
				faults = append(faults, fmt.Errorf("第%d行的“%s”在第%d行已经有了，请只留一处", row.Number, name, first))
			}
			rows[same] = row.Number
		}
		members = append(members, m)
	}
	if members == nil && faults == nil {
		return nil, errors.New("名单里没有单位，请每行写一个，第一列是名称")
	}
	return county.NewList(members), remedy.Join(faults...)
}

func hasNames(r workbook.TableRow) bool {
	return slices.ContainsFunc(r.Cells, isHead(memberColumns[0].names))
}

// isHead tells a column's head by its names, however it is spaced, and whatever is remarked on it in brackets: 名 称, 单位名称（全称）.
func isHead(names []string) func(head string) bool {
	return func(head string) bool {
		head = oneWord(head)
		if i := strings.IndexAny(head, "（("); i > 0 {
			head = head[:i]
		}
		return slices.Contains(names, head)
	}
}

// oneWord is a text without its spaces.
func oneWord(text string) string { return strings.Join(strings.Fields(text), "") }

func splitNames(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、，,；; \n", r) })
}

// membersTable is the table of members in a file.
func membersTable(data []byte) (workbook.Table, error) {
	if opc.Tell(data) == opc.Workbook {
		tables, err := workbook.ReadTables(data)
		if err != nil {
			return workbook.Table{}, remedy.Plain(err)
		}
		at := slices.IndexFunc(tables, func(t workbook.Table) bool { return t.Sheet == membersSheet })
		if at < 0 {
			at = slices.IndexFunc(tables, func(t workbook.Table) bool { return slices.ContainsFunc(t.Rows, hasNames) })
		}
		if at < 0 {
			return workbook.Table{}, errors.New("里面没有名单：要有一张表，第一行写“名称”“层级”“曾用名”")
		}
		return tables[at], nil
	}
	rows, err := readCSV(data)
	if errors.Is(err, errEncoding) {
		return workbook.Table{}, err
	}
	if err != nil {
		return workbook.Table{}, errors.New("不是名单，应是CSV或Excel表格，有“名称”“层级”“曾用名”三列")
	}
	var t workbook.Table
	for i, row := range rows {
		t.Rows = append(t.Rows, workbook.TableRow{Number: i + 1, Cells: row})
	}
	return t, nil
}

var errEncoding = errors.New("文字的编码认不出，请另存为“CSV UTF-8”后再试")

// errNoTable is for what is no table at all.
var errNoTable = errors.New("不是CSV文件")

// readCSV reads a table that a spreadsheet saved as text, parted by commas or tabs, in any of its encodings.
func readCSV(data []byte) (rows [][]string, err error) {
	if isNoText(data) {
		return nil, errNoTable
	}
	text, ok := charset.Decode(data)
	if !ok {
		return nil, errEncoding
	}
	in := csv.NewReader(bytes.NewReader(text))
	in.FieldsPerRecord = -1
	if first, _, _ := bytes.Cut(text, []byte("\n")); bytes.ContainsRune(first, '\t') {
		in.Comma = '\t'
	}
	if rows, err = in.ReadAll(); err != nil {
		return nil, errNoTable
	}
	return rows, nil
}
