package office

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/workbook"
)

// Supply is where a part of the form is got from (取数): the offices that have its figures.
type Supply struct {
	Part    string // what it is called: 行政处罚, 行政复议
	Offices []string
}

// usualSupplies are what an office has that counts it by law or by custom. What nobody is named for, the clerk has.
var usualSupplies = []Supply{
	{"规范性文件", []string{"司法所"}}, {"行政规范性文件", []string{"司法所"}},
	{"行政许可", []string{"便民服务中心"}}, {"其他对外管理服务事项", []string{"便民服务中心"}},
	{"行政处罚", []string{"综合执法队"}}, {"行政强制", []string{"综合执法队"}},
	{"行政事业性收费", []string{"财政所"}}, {"政府集中采购", []string{"财政所"}},
	{"行政复议", []string{"司法所"}}, {"行政诉讼", []string{"司法所"}},
}

// Part is a part of an edition's form that is got from one place.
type Part struct {
	Name    string
	Cells   []form.Cell // that are typed
	Offices []string    // that have it; nil for none
}

// Parts are the parts of an edition, as the form has them, and where they are got from: the receiver may be nil.
func (c *County) Parts(e *form.Edition) []Part {
	parts := formParts(e)
	for i := range parts {
		parts[i].Offices = c.officesOf(parts[i].Name)
	}
	return parts
}

// formParts are the parts of an edition, whoever has them.
func formParts(e *form.Edition) (parts []Part) {
	for _, c := range e.Cells() {
		if c.Total {
			continue
		}
		name := partOf(e, c)
		i := slices.IndexFunc(parts, func(p Part) bool { return p.Name == name })
		if i < 0 {
			i = len(parts)
			parts = append(parts, Part{Name: name})
		}
		parts[i].Cells = append(parts[i].Cells, c)
	}
	return parts
}

// partOf is the part that a figure is got with: its outermost row, or column where the table has no rows; of applications, each of which has
// figures in many rows, the table.
func partOf(e *form.Edition, c form.Cell) string {
	switch {
	case c.IsRequest():
		s, _ := e.SectionOf(c.Key)
		return s.Tab
	case len(c.Row) > 0:
		return form.Bare(c.Row[0].Label)
	}
	return form.Bare(c.Column[0].Label)
}

// isPartOfForm says whether some edition has a part of that name.
func isPartOfForm(name string) bool {
	return slices.ContainsFunc(form.Editions(), func(e *form.Edition) bool {
		return slices.ContainsFunc(formParts(e), func(p Part) bool { return p.Name == name })
	})
}

// supplies are where the office says that parts are got from, or where they usually are.
func (c *County) supplies() []Supply {
	if c == nil || c.Supplies == nil {
		return usualSupplies
	}
	return c.Supplies
}

// officesOf are the offices that have a part of the form; nil for none.
func (c *County) officesOf(part string) []string {
	for _, s := range c.supplies() {
		if s.Part == part {
			return s.Offices
		}
	}
	return nil
}

// supplyRow is a part of the form, as the sheet has it.
type supplyRow struct {
	part, offices string
	isUsual       bool // the office did not say so
}

const officesHead = "由哪里提供"

var supplyTable = &countyTable[supplyRow]{
	name: SuppliesName, anchor: "county_supplies", title: "数从哪里取", room: 5,
	lines: []string{"各单位给站所、科室发取数单时照它办：哪一项的数由哪里提供，几家都有的用顿号隔开；自己统计的空着。"},
	columns: []countyColumn[supplyRow]{
		{heads: []string{"项目"}, width: 26, text: func(r supplyRow) string { return r.part }, set: taking(func(r *supplyRow) *string { return &r.part })},
		{heads: []string{officesHead}, width: 40, kind: workbook.Entry, text: func(r supplyRow) string { return r.offices }, set: taking(func(r *supplyRow) *string { return &r.offices })},
	},
	all: func(c *County) (rows []supplyRow) {
		editions := form.Editions()
		for _, p := range c.Parts(editions[len(editions)-1]) {
			rows = append(rows, supplyRow{p.Name, strings.Join(p.Offices, "、"), c.Supplies == nil})
		}
		for _, s := range c.Supplies { // of an earlier edition
			if !slices.ContainsFunc(rows, func(r supplyRow) bool { return r.part == s.Part }) {
				rows = append(rows, supplyRow{s.Part, strings.Join(s.Offices, "、"), false})
			}
		}
		return rows
	},
	said: func(r supplyRow) bool { return !r.isUsual && r.offices != "" },
	add: func(in *countyReader, _ model.Place, r supplyRow) error {
		const most, longest = 10, 20
		s := Supply{Part: strings.TrimSpace(r.part)}
		for _, name := range strings.FieldsFunc(r.offices, func(c rune) bool { return strings.ContainsRune("、，,；;/ 　\n", c) }) {
			if !slices.Contains(s.Offices, name) {
				s.Offices = append(s.Offices, name)
			}
		}
		switch {
		case !isPartOfForm(s.Part):
			return fmt.Errorf("报告的表格里没有“%s”，请把它改回来", line.Single(s.Part))
		case slices.ContainsFunc(in.county.Supplies, func(other Supply) bool { return other.Part == s.Part }):
			return twice(s.Part)
		case len(s.Offices) > most:
			return inColumn{officesHead, fmt.Errorf("写了%d家，最多%d家", len(s.Offices), most)}
		case slices.ContainsFunc(s.Offices, func(name string) bool { return len([]rune(name)) > longest }):
			return inColumn{officesHead, fmt.Errorf("站所、科室的名称最多%d字；几家的，用顿号隔开", longest)}
		case s.Offices != nil:
			in.county.Supplies = append(in.county.Supplies, s)
		}
		return nil
	},
}
