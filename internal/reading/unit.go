package reading

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Unit is the report's own unit, as far as the reading of its texts needs it.
type Unit struct {
	names      []string // what texts call it, the longest first
	year       int      // of the report; 0 if it is not known
	territory  string   // 镇 of 清溪镇人民政府; "" for an organ without one
	town       bool     // a town or sub-district: its offices act for it
	government bool     // reports for its departments and towns as well
	office     bool     // an office by name, so that 办公室 is the unit itself
}

// UnitOf is the unit that a report is by.
func UnitOf(r *model.Report) Unit {
	name := r.Unit()
	level, _ := form.LevelNamed(r.Field("unit.level"))
	u := Unit{
		town: level.Tier == form.Township, government: level.SumsUp(),
		office: strings.HasSuffix(name, "办公室") || strings.HasSuffix(name, "办公厅"),
	}
	u.year, _ = r.Year()
	short := strings.TrimSuffix(strings.TrimSuffix(name, "人民政府"), "办事处")
	if u.town || u.government {
		last, size := utf8.DecodeLastRuneInString(short)
		u.territory = string(last)
		if strings.HasSuffix(short, "街道") {
			u.territory = "街道"
		}
		if len(short) <= size {
			short = ""
		}
	}
	for _, n := range []string{name, short, withoutPlace(name)} {
		if utf8.RuneCountInString(n) > 1 {
			u.names = append(u.names, n)
		}
	}
	return u
}

// withoutPlace is an organ's name without that of its place, as its own report has it: 县教育局 of 青垣县教育局. It is "" for none.
func withoutPlace(name string) string {
	last := ""
	for i, r := range name {
		if strings.ContainsRune("省市县区旗州盟", r) && i > 0 && strings.ContainsAny(name[i:], "局委厅办院") {
			last = name[i:]
		}
	}
	return last
}
