package office

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
	"nianbao/internal/textfile"
	"nianbao/internal/workbook"
)

// memberTable is the list of members, on a sheet or as CSV.
var memberTable = &countyTable[county.Member]{
	name: MembersName, anchor: "county_members", title: "名单", room: 100,
	lines: []string{
		"这个文件是本县设置：由您填，填好放进“年报”（nianbao.html、nianbao.exe都行）。生成各单位的填报表、校验、汇总都照它办；要填的只有各页的黄色格，空着的就是不作规定。",
		"这一页一行一个单位，次序就是各种表里的次序。名称写全称；曾用名有几个的，用“、”隔开；撤销、合并的单位不要删，写上日期和承接单位。",
		"期限写成1月10日（每年都是这一天）或2026-01-10，空着的就用“期限”这一页的；联系人、电话只有您看得到，不会带给别的单位。",
	},
	columns: []countyColumn[county.Member]{
		{heads: []string{"名称", "单位名称", "单位", "单位全称", "全称", "机关名称", "机构名称", "部门名称"}, width: 32, kind: workbook.Entry,
			text: func(m county.Member) string { return m.Name }, set: taking(func(m *county.Member) *string { return &m.Name })},
		{heads: []string{"层级", "单位层级"}, width: 14, kind: workbook.Entry, choices: form.LevelNames(),
			text: func(m county.Member) string { return m.Level }, set: taking(func(m *county.Member) *string { return &m.Level })},
		{heads: []string{"曾用名", "原名称"}, width: 26, kind: workbook.Entry, prompt: "以前的全称；几个的用“、”隔开。并进来的单位不写在这里，另写一行，写上日期和承接单位。",
			text: func(m county.Member) string { return strings.Join(m.Former, "、") },
			set:  func(m *county.Member, text string) error { m.Former = splitNames(text); return nil }},
		{heads: []string{"类别", "单位类别"}, width: 12, kind: workbook.Entry, choices: county.Categories,
			text: func(m county.Member) string { return m.Category }, set: setCategory},
		{heads: []string{"撤销或合并日期", "撤销、合并日期", "撤销/合并日期", "撤销日期", "合并日期"}, width: 16, kind: workbook.Day, prompt: "写成2025-03-01。以后的年度不再要它报。",
			text: func(m county.Member) string { return dayText(m.Ended) }, set: setEnded},
		{heads: []string{successorHead}, width: 26, kind: workbook.Entry, prompt: "撤销、合并以后，由名单上的哪个单位接着办；分给几个的用“、”隔开。",
			text: func(m county.Member) string { return strings.Join(m.Successors, "、") },
			set:  func(m *county.Member, text string) error { m.Successors = splitNames(text); return nil }},
		{heads: []string{"联系人"}, width: 12, kind: workbook.Entry,
			text: func(m county.Member) string { return m.Contact }, set: taking(func(m *county.Member) *string { return &m.Contact })},
		{heads: []string{"电话", "联系电话"}, width: 16, kind: workbook.Entry,
			text: func(m county.Member) string { return m.Phone }, set: taking(func(m *county.Member) *string { return &m.Phone })},
		{heads: []string{"期限"}, width: 14, kind: workbook.Entry, prompt: "只有这个单位和大家不一样的才填，如1月10日。",
			text: func(m county.Member) string { return m.Due }, set: aDay(func(m *county.Member) *string { return &m.Due }, anyDay)},
		{heads: []string{"收到日期"}, width: 14, kind: workbook.Day,
			text: func(m county.Member) string { return m.Received }, set: aDay(func(m *county.Member) *string { return &m.Received }, "2026-01-08")},
	},
	all: func(c *County) []county.Member { return c.Members },
	add: (*countyReader).addMember,
}

const successorHead = "承接单位"

// listedColumns are the columns of a list without heads.
const listedColumns = 3

// taking takes a text as it is, on one line.
func taking[T any](to func(*T) *string) func(*T, string) error {
	return func(one *T, text string) error {
		*to(one) = line.Single(text)
		return nil
	}
}

// anyDay is how a day may be written that may come every year.
const anyDay = "1月10日、2026-01-10"

// aDay takes a day, with its year or without, as it is written.
func aDay[T any](to func(*T) *string, like string) func(*T, string) error {
	return func(one *T, text string) error {
		*to(one) = line.Single(text)
		if d, yearly := check.ReadDeadline(text); yearly {
			if (check.Settings{Deadline: d}).Validate() != nil {
				return fmt.Errorf("“%s”在日历上没有", line.Single(text))
			}
			return nil
		}
		if _, ok := chinese.ReadDay(text); !ok {
			return fmt.Errorf("“%s”不是日期，请写成如%s", line.Single(text), like)
		}
		return nil
	}
}

func setCategory(m *county.Member, text string) error {
	m.Category = line.Single(text)
	if !slices.Contains(county.Categories, m.Category) {
		return fmt.Errorf("没有“%s”这一类，可以选的有：%s", m.Category, strings.Join(county.Categories, "、"))
	}
	return nil
}

func setEnded(m *county.Member, text string) (err error) {
	day, ok := chinese.ReadDay(text)
	if !ok {
		return fmt.Errorf("“%s”不是日期，请写成如2025-03-01", line.Single(text))
	}
	m.Ended = day
	return nil
}

// dayText is a day, "" for none.
func dayText(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	return dayOf(day)
}

// addMember takes a member over, unless its name is none or is there already.
func (in *countyReader) addMember(at model.Place, m county.Member) error {
	switch {
	case m.Name == "":
		return errors.New("没有写单位名称")
	case strings.Trim(m.Name, "0123456789.") == "":
		return fmt.Errorf("“%s”不是单位名称，请在名称那一列的第一行写“名称”", m.Name)
	}
	if in.named == nil {
		in.named = map[string]model.Place{}
	}
	var faults []error
	for _, name := range append([]string{m.Name}, m.Former...) {
		same := chinese.UnitKey(name)
		if first, taken := in.named[same]; taken && first != at {
			faults = append(faults, fmt.Errorf("“%s”在%s已经有了，请只留一处", name, first))
		}
		in.named[same] = at
	}
	m.Place = at
	for _, successor := range m.Successors {
		in.heirs = append(in.heirs, heir{m.Name, successor, in.cell(successorHead)})
	}
	in.county.Members = append(in.county.Members, m)
	return remedy.Join(faults...)
}

// checkHeirs tells who goes on with what a member had, and is not on the list.
func (in *countyReader) checkHeirs() {
	for _, h := range in.heirs {
		at, known := in.named[chinese.UnitKey(h.successor)]
		switch {
		case !known:
			in.blame(h.at, fmt.Errorf("承接单位“%s”不在名单上，请核对；承接的不是本县的单位，这一格空着", h.successor))
		case at == in.named[chinese.UnitKey(h.member)]:
			in.blame(h.at, errors.New("承接单位是它自己，请核对"))
		}
	}
}

// ErrNoMembers is for a list in which nobody stands.
var ErrNoMembers = errors.New("名单里没有单位，请每行写一个，第一列是名称")

// membersIn reads a list of members that is one of the tables of a workbook.
func membersIn(tables []workbook.Table) ([]county.Member, error) {
	at := slices.IndexFunc(tables, func(t workbook.Table) bool { return t.Sheet == memberTable.name })
	if at < 0 {
		at = slices.IndexFunc(tables, hasMembers)
	}
	if at < 0 {
		return nil, errors.New("里面没有名单：要有一张表，第一行写“名称”“层级”“曾用名”")
	}
	return membersOf(tables[at], cellOf(tables[at].Sheet))
}

// hasMembers tells a table with a column of names.
func hasMembers(t workbook.Table) bool { return slices.ContainsFunc(t.Rows, memberTable.isHeads) }

// readMemberList reads a list of members that is text.
func readMemberList(data []byte) ([]county.Member, error) {
	table, err := memberText(data)
	if err != nil {
		return nil, err
	}
	return membersOf(table, func(row workbook.TableRow, _ int) model.Place {
		return model.Place{Ref: fmt.Sprintf("第%d行", row.Number)}
	})
}

// memberText is a list of members that is text, as a table.
func memberText(data []byte) (t workbook.Table, err error) {
	rows, err := textfile.Table(data)
	if errors.Is(err, textfile.ErrEncoding) {
		return t, err
	}
	if err != nil {
		return t, errors.New("不是名单，应是CSV或Excel表格，有“名称”“层级”“曾用名”三列")
	}
	for i, row := range rows {
		t.Rows = append(t.Rows, workbook.TableRow{Number: i + 1, Cells: row})
	}
	return t, nil
}

// membersOf are the members in a table; without heads the first columns come in the order of the sheet's.
func membersOf(t workbook.Table, place func(workbook.TableRow, int) model.Place) ([]county.Member, error) {
	columns := slices.Repeat([]int{-1}, len(memberTable.columns))
	for i := range listedColumns {
		columns[i] = i
	}
	if first := slices.IndexFunc(t.Rows, memberTable.isHeads); first >= 0 {
		columns = memberTable.columnsIn(t.Rows[first])
		t.Rows = t.Rows[first+1:]
	}
	in := countyReader{county: &County{}}
	memberTable.readRows(&in, t.Rows, columns, place)
	if in.faults == nil {
		in.checkHeirs()
	}
	if in.county.Members == nil && in.faults == nil {
		return nil, ErrNoMembers
	}
	return in.county.Members, in.fault()
}

func splitNames(text string) []string {
	return strings.FieldsFunc(line.Single(text), func(r rune) bool { return strings.ContainsRune("、，,；; ", r) })
}
