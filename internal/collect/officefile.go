package collect

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"nianbao/internal/county"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/opc"
	"nianbao/internal/remedy"
	"nianbao/internal/workbook"
)

// OfficeKind is what a file is to an office that adds up its members' reports.
type OfficeKind int

const (
	MembersFile  OfficeKind = iota // the list of members
	RegisterFile                   // the register of an earlier round
	OwnFile                        // the office's own report, with adjustments
	EarlierFile                    // what it added up last year
	SettingsFile                   // all that it lays down, the list of members among it
	SinceFile                      // what it added up in an earlier round of this year
)

// OfficeFile is such a file, read; of the contents those of its kind are there.
type OfficeFile struct {
	job.File
	Kind    OfficeKind
	County  *office.County // of settings and of a list
	Rounds  Rounds
	Own     *Own
	Earlier *Earlier
}

// Called is what the file is, with its name.
func (f *OfficeFile) Called() string {
	what := [...]string{MembersFile: office.MembersName, RegisterFile: "登记", OwnFile: "本级的年报", EarlierFile: "上年的汇总", SinceFile: "上一次的汇总", SettingsFile: office.SettingsName}[f.Kind] + "“" + filepath.Base(f.Name) + "”"
	switch f.Kind {
	case MembersFile, SettingsFile:
		what += fmt.Sprintf("（%d个单位）", len(f.County.Members))
	case RegisterFile:
		if IsPlainRegister(f.Data) {
			what += "（" + NothingDecided + "）"
		}
	case OwnFile:
		what += "（里面写了文字、调整或者改了数，和各单位的合计比较）"
	case SinceFile:
		what += "（里面没有写什么，只看哪些单位的数改了）"
	}
	return what
}

// SaysSo says whether a file leaves no doubt of what it is: any table with a column of units might be a list of members.
func (f *OfficeFile) SaysSo() bool {
	return f.Kind != MembersFile || strings.Contains(filepath.Base(f.Name), office.MembersName)
}

// TellOffice tells what a file is to an office, and reads it; with an error it gives what is known of the file, nil for nothing. The year
// is the one that is added up, 0 where that is not known yet.
func TellOffice(f job.File, year int) (o *OfficeFile, err error) {
	defer func() { remedy.Rescue(recover(), &err) }()
	o = &OfficeFile{File: f}
	if IsLong(f.Data) {
		o.Kind = EarlierFile
		o.Earlier, err = ReadEarlier(f)
		return o, err
	}
	seen, err := workbook.Peek(f.Data)
	if err == nil && !seen.Summed {
		return nil, errors.New("是填报表，请和各单位的年报放在一起")
	}
	if err == nil {
		if o.Earlier, err = ReadEarlier(f); err != nil {
			return nil, err
		}
		if o.Own, err = ReadOwn(f); err != nil {
			return nil, err
		}
		o.Kind = SinceFile
		if o.Own.IsWritten(o.Earlier) {
			o.Kind = OwnFile
		}
		o.Settle(year)
		return o, nil
	}
	if office.IsSettings(f.Name, f.Data) {
		o.Kind = SettingsFile
		o.County, err = office.ReadRules(f.Data)
		return o, err
	}
	if o.Rounds, err = ReadRounds(f.Data); err == nil {
		o.Kind = RegisterFile
		return o, nil
	}
	if err := opc.Unready(f.Data, opc.Workbook); err != nil {
		return nil, err
	}
	if !office.MayBeMembers(f.Data) {
		return nil, errors.New("认不出：应是本县设置、名单（有“名称”“层级”“曾用名”三列）、登记或者汇总表")
	}
	o.Kind = MembersFile
	o.County, err = office.ReadMembers(f.Data)
	return o, err
}

// Settle takes a sum for last year's once the year is known that is added up, which it is not where the sum came first. A year of 0 is
// none.
func (f *OfficeFile) Settle(year int) {
	if f.Earlier != nil && f.Earlier.Year < year {
		f.Kind = EarlierFile
	}
}

// YearOf is the year of which the reports that were gathered are collected; 0 where none has any. The list may be nil.
func YearOf(g *job.Gathered, list *county.List) int {
	year, _ := county.Collected(g.Reports, list)
	return year
}

// SumName is what an office's workbook is called.
func SumName(r *model.Report) string {
	return job.FileName(r.Unit()+r.YearText()+"年政府信息公开年报汇总") + ".xlsx"
}
