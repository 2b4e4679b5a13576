// Package office is what an office lays down for the reports of its members, and how that is read and written: a workbook of settings, YAML, a
// list of members, and the sheet that a member's workbook carries.
package office

import (
	"cmp"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/remedy"
	"nianbao/internal/workbook"
)

// County is all that an office lays down for the reports of its members, whatever file it came from. The zero value lays nothing down.
type County struct {
	Office  string // that lays it down and collects the reports; "" where it is not known, as all of these
	Contact string // whom to ask there
	Phone   string
	HandIn  string // the day by which members hand in that have none of their own: 1月10日

	Members    []county.Member // as they are listed; nil where there is no list
	Settings   check.Settings  // as they are written; see Rules
	Indicators []Indicator     // of the office's own, those too that it does not use
	Supplies   []Supply        // where members get parts of the form from; nil where nobody says

	Notes []string // what is in the file and was not read, in plain sentences without their ends

	ruled bool   // it came from something that lays rules down, were there none in it
	text  string // the text that it came from; "" where that was a workbook
}

// Signing is the first of what was laid down that says who signs letters, or whom to ask; nil for none.
func Signing(laid ...*County) *County {
	for _, c := range laid {
		if c != nil && (c.Office != "" || c.Whom() != "") {
			return c
		}
	}
	return nil
}

// Whom is whom to ask at the office, and where; "" where nobody says.
func (c *County) Whom() string {
	if c == nil {
		return ""
	}
	return strings.Trim(c.Contact+"，"+c.Phone, "，")
}

// Indicator is an indicator on an office's list, which it may ask for or not.
type Indicator struct {
	model.Indicator
	Used bool
}

// asked are the indicators that members are asked for.
func (c *County) asked() (asked []model.Indicator) {
	if c == nil {
		return nil
	}
	for _, i := range c.Indicators {
		if i.Used {
			asked = append(asked, i.Indicator)
		}
	}
	return asked
}

// blanks are the rows of the indicators that members are asked for, to be filled in; nil for none.
func (c *County) blanks() (rows []model.Given) {
	for _, i := range c.asked() {
		rows = append(rows, model.Given{Indicator: i})
	}
	return rows
}

// ReadRules reads what an office lays down from a file that is to hold its rules: a workbook of settings, or YAML. The error names every
// fault with its place.
func ReadRules(data []byte) (*County, error) {
	if opc.Tell(data) != opc.Workbook {
		if err := opc.Unready(data, opc.Workbook); err != nil {
			return nil, err
		}
		return RulesIn(string(data))
	}
	tables, err := workbook.ReadTables(data)
	if err != nil {
		return nil, remedy.Plain(err)
	}
	if isCounty(tables) {
		return readCounty(tables)
	}
	return carriedIn(data)
}

// RulesIn is what an office lays down in a text. The error names every fault with its line.
func RulesIn(text string) (*County, error) {
	settings, err := parseSettings([]byte(text))
	if err != nil {
		return nil, err
	}
	c := layingDown(settings)
	c.text = text
	return c, nil
}

// layingDown is an office that lays settings down, and has no list: its Rules are these settings.
func layingDown(s check.Settings) *County {
	c := &County{Settings: s, ruled: true}
	for _, i := range s.Indicators {
		c.Indicators = append(c.Indicators, Indicator{i, true})
	}
	return c
}

// carriedIn is what an office laid down in a workbook that it sent out to be filled in.
func carriedIn(data []byte) (*County, error) {
	if r, err := workbook.Read(data); err == nil {
		c, page, fault := LaidDown(r)
		if fault != "" {
			return nil, errors.New(page + fault + "，请向发填报表的单位要一份原样的")
		}
		if c != nil {
			return c, nil
		}
	}
	return nil, errors.New("里面没有本县的规定，请换成填好的本县设置（.xlsx），或者写规定的文本文件（.yaml）")
}

// IsSettings tells what an office lays down: a workbook of it by its sheets, text by its name. It costs next to nothing.
func IsSettings(name string, data []byte) bool {
	if opc.Tell(data) != opc.Workbook {
		return slices.Contains([]string{".yaml", ".yml"}, strings.ToLower(filepath.Ext(name)))
	}
	tables, err := workbook.PeekTables(data)
	return err == nil && isCounty(tables)
}

// MayBeMembers tells a table with a column of names.
func MayBeMembers(data []byte) bool {
	if opc.Tell(data) == opc.Workbook {
		tables, err := workbook.ReadTables(data)
		return err == nil && slices.ContainsFunc(tables, hasMembers)
	}
	table, err := memberText(data)
	return err == nil && hasMembers(table)
}

// ReadMembers reads what an office lays down from a file that is to hold its list of members: a workbook of settings, or the list alone,
// as a workbook or CSV. The error names every fault with its place.
func ReadMembers(data []byte) (*County, error) {
	if opc.Tell(data) != opc.Workbook {
		if err := opc.Unready(data, opc.Workbook); err != nil {
			return nil, err
		}
		members, err := readMemberList(data)
		return &County{Members: members}, err
	}
	tables, err := workbook.ReadTables(data)
	if err != nil {
		return nil, remedy.Plain(err)
	}
	if !isCounty(tables) {
		if _, err := workbook.Peek(data); err == nil {
			return nil, errors.New("是填报表，不是名单")
		}
		members, err := membersIn(tables)
		return &County{Members: members}, err
	}
	c, err := readCounty(tables)
	if err == nil && c.Members == nil {
		err = ErrNoMembers
	}
	return c, err
}

// readCounty reads a workbook of settings.
func readCounty(tables []workbook.Table) (*County, error) {
	in := countyReader{county: &County{ruled: true}}
	in.read(tables)
	return in.county, in.fault()
}

// IsRuled says whether an office laid down rules, and not a list alone.
func (c *County) IsRuled() bool { return c != nil && c.ruled }

// List is the list of members, with the day on which each is to hand in; nil where there is none.
func (c *County) List() *county.List {
	if c == nil || c.Members == nil {
		return nil
	}
	members := slices.Clone(c.Members)
	for i := range members {
		members[i].Due = cmp.Or(members[i].Due, c.HandIn)
	}
	return county.NewList(members)
}

// Member is the member of a name, one that nothing else is known of where the list does not have it.
func (c *County) Member(name string) county.Member {
	for _, one := range c.Members {
		if county.IsSameUnit(one.Name, name) {
			return one
		}
	}
	return county.Member{Name: name}
}

// mostNeighbours is how many members are looked for in each other's texts.
const mostNeighbours = 300

// Rules are the settings that reports are checked with: members that stand side by side are neighbours without being written down.
func (c *County) Rules() check.Settings {
	if c == nil {
		return check.Settings{}
	}
	s := c.Settings
	s.Neighbours, s.Indicators = c.neighboursOf(""), c.asked()
	return s
}

// isFormer says whether a name is one of those that a unit had, or of those that became it.
func isFormer(former []string) func(name string) bool {
	return func(name string) bool {
		return slices.ContainsFunc(former, func(one string) bool { return county.IsSameUnit(one, name) })
	}
}

// RulesOf are settings as they hold for a member: what it was before, and what became it, is none of its neighbours.
func (c *County) RulesOf(m county.Member, s check.Settings) check.Settings {
	if former := county.Formerly(c.Members, m); former != nil {
		s.Formerly = former
		s.Neighbours = slices.DeleteFunc(slices.Clone(s.Neighbours), isFormer(former))
	}
	return s
}

// neighboursOf are the names that have no place in the report of a member, "" for any: those that are written down, and the members of the
// lowest tier, which no other one lies in. Departments are not among them, since others speak of them every day.
func (c *County) neighboursOf(member string) []string {
	names := slices.Clone(c.Settings.Neighbours)
	written := map[string]bool{}
	for _, name := range names {
		written[name] = true
	}
	lowest := 0
	tiers := make([]int, len(c.Members))
	for i, m := range c.Members {
		tiers[i] = tierOf(m)
		if tiers[i] > 0 && (lowest == 0 || tiers[i] < lowest) {
			lowest = tiers[i]
		}
	}
	var beside []string
	for i, m := range c.Members {
		if tiers[i] > 0 && tiers[i] == lowest && m.Name != member && !written[m.Name] {
			beside = append(beside, m.Name)
		}
	}
	if len(beside) > mostNeighbours {
		return names
	}
	return append(names, beside...)
}

// tierOf is how high a member stands that has a place of its own; 0 for a department, and for the office itself.
func tierOf(m county.Member) int {
	rank := chinese.Rank(chinese.ParseUnitName(m.Name).Kind)
	if rank == 0 || m.Category == county.OwnCategory {
		return 0
	}
	if level, ok := form.LevelNamed(m.Level); ok && level.Tier > 0 {
		return int(level.Tier)
	}
	return rank
}
