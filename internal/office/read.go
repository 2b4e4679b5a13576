package office

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/opc"
	"nianbao/internal/remedy"
	"nianbao/internal/workbook"
)

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
