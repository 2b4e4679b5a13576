// Package office is what an office lays down for the reports of its members, and how that is read and written: a workbook of settings, YAML, a
// list of members, and the sheet that a member's workbook carries.
package office

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/model"
)

// County is all that an office lays down for the reports of its members, whatever file it came from. The zero value lays nothing down.
type County struct {
	Office  string // that lays it down and collects the reports; "" where it is not known, as all of these
	Contact string // whom to ask there
	Phone   string
	HandIn  string // the day by which members hand in that have none of their own: 1月10日
	Again   string // the day by which they hand in once they were written to

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

// IsRuled says whether an office laid down rules, and not a list alone.
func (c *County) IsRuled() bool { return c != nil && c.ruled }

// List is the list of members, with the days by which each is to hand in; nil where there is none.
func (c *County) List() *county.List { return ListIn(c) }

// ListIn is the first list of members in what was laid down, with the days by which each is to hand in, wherever they are laid down; nil for none.
func ListIn(laid ...*County) *county.List {
	var of *County
	var due, again string
	for _, c := range laid {
		if c == nil {
			continue
		}
		if of == nil && c.Members != nil {
			of = c
		}
		due, again = cmp.Or(due, c.HandIn), cmp.Or(again, c.Again)
	}
	if of == nil {
		return nil
	}
	members := slices.Clone(of.Members)
	for i := range members {
		members[i].Due, members[i].Again = cmp.Or(members[i].Due, due), again
	}
	return county.NewList(members)
}

// Member is the member of a name, one that nothing else is known of where the list does not have it.
func (c *County) Member(name string) county.Member {
	for _, one := range c.Members {
		if chinese.IsSameUnit(one.Name, name) {
			return one
		}
	}
	return county.Member{Name: name}
}
