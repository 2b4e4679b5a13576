package collect

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/letter"
	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
)

// Standing is why a file does not count, whatever is found in it.
type Standing struct {
	Unit    string // whose it is, by the list's name; "" where nobody can tell
	Reason  string // what is wrong and what to do, a clause for its unit; "" for a file that counts, or would
	Brief   string // the same for all units to read; "" where that is the reason itself
	Note    string // what the office is told of it, a clause; "" where that is the reason
	Besides bool   // another one of the unit's counts, or is to
	Moot    bool   // another report is due in its place, so that nobody is to mend what is found in it
	Blank   bool   // it is a form that nobody has filled in, and all that came of its unit
	Earlier bool   // it is of the year before, and there to be compared with
}

// IsToBeMended says whether what is found in the file is to be mended by its unit, whatever else keeps it from counting.
func (s Standing) IsToBeMended() bool {
	return !s.Besides && !s.Moot && (s.Reason == "" || s.Unit != "")
}

// told is what the office is told of a file, a clause.
func (s Standing) told() string {
	if s.Note != "" {
		return s.Note
	}
	return s.Reason
}

// Standings are those of the gathered files that do not count, by the name of the file as it is shown, and of those for which others
// do not.
func (a *Aggregated) Standings(g *job.Gathered) map[string]Standing {
	standings := map[string]Standing{}
	put := func(file string, s Standing) {
		if !s.Besides && a.counted[s.Unit] {
			s.Besides, s.Note = true, s.told()+"；"+supersededNote
		}
		standings[line.Shown(file)] = s
	}
	for _, m := range a.Misnamed { // of which more may be to be told below
		standings[line.Shown(m.File)] = Standing{Note: fmt.Sprintf("文件名是“%s”的，里面写的单位是“%s”，请核对", m.CalledAfter, letter.InLine(m.Unit))}
	}
	for _, r := range a.Earlier {
		put(r.File, Standing{Unit: a.NameOf(r.Unit), Note: a.earlierNote(), Besides: true, Earlier: true})
	}
	for _, r := range a.Years {
		s := Standing{Unit: a.NameOf(r.Unit), Reason: fmt.Sprintf("交的是%d年度的，请报%d年度的；只是报告年度写错了的，请改正", r.Year, a.Year), Brief: fmt.Sprintf("交的是%d年度的", r.Year), Moot: true}
		if a.order.Members == nil && a.order.Year == 0 && a.order.Own == nil { // nobody said what is due
			s.Reason, s.Brief, s.Moot, s.Note = "", "", false, fmt.Sprintf("是%d年度的，汇总的是%d年度的，没有加", r.Year, a.Year)
		}
		put(r.File, s)
	}
	for _, r := range a.Blanks {
		put(r.File, Standing{Unit: a.NameOf(r.Unit), Reason: "是没有填的空表，" + a.FillIn(r, ""), Note: "是没有填的空表，没有加，算没有交", Moot: true, Blank: true})
	}
	for _, r := range a.Spares {
		put(r.File, Standing{Unit: a.NameOf(r.Unit), Note: "是没有填的空表，这个单位另交了填好的，这一份可以移走", Besides: true})
	}
	for _, r := range a.Editions {
		put(r.File, Standing{Unit: a.NameOf(r.Unit), Reason: fmt.Sprintf("用的不是%d年度的格式，请用下发的%[1]d年度的填报表重新填", a.Year), Moot: true})
	}
	for _, s := range a.Strange {
		if s.Nearest == "" {
			put(s.File, Standing{Reason: "名单上没有这个单位"})
		} else {
			put(s.File, Standing{Unit: s.Nearest, Reason: fmt.Sprintf("单位名称写成了“%s”，名单上是“%s”，请改正以后再报", letter.InLine(s.Unit), s.Nearest)})
		}
	}
	for _, r := range a.Unnamed {
		put(r.File, Standing{Unit: a.ownerOf(r), Note: "读不出单位名称或年度，没有加"})
	}
	for _, r := range a.Unsounds {
		put(r.File, Standing{Note: "有强制问题，按要求没有加"})
	}
	for _, r := range a.OwnSums {
		put(r.File, Standing{Unit: a.NameOf(r.Unit), Reason: "统计口径是汇总，各单位的数已经在里面；本机关自己的数，请另填一份", Moot: true})
	}
	for _, o := range a.Overlaps {
		for _, r := range o.Members {
			put(r.File, Standing{Unit: a.NameOf(r.Unit), Reason: "可能已经算在" + chinese.Listed(unitsOf(o.Sums), job.MostFiles) + "的汇总里，不能加两次，请核对"})
		}
		if len(o.Sums) == 1 {
			put(o.Sums[0].File, Standing{Unit: a.NameOf(o.Sums[0].Unit), Reason: "统计口径是汇总，和其中的单位（" + chinese.Listed(unitsOf(o.Members), job.MostFiles) + "）不能加在一起，请核对"})
		}
	}
	for _, versions := range a.Versions {
		s := Standing{Unit: a.NameOf(versions[0].Unit), Brief: fmt.Sprintf("交了%d份，内容不一样，请说明用哪一份", len(versions))}
		s.Reason = strings.Replace(s.Brief, "内容不一样", "内容不一样："+differing(versions), 1)
		for _, r := range versions {
			put(r.File, s)
		}
	}
	for _, versions := range a.Others {
		put(versions[0].File, Standing{Note: "按登记采用了这一份"})
		for _, r := range versions[1:] {
			put(r.File, Standing{Unit: a.NameOf(r.Unit), Note: "按登记采用了“" + nameBeside(versions[0].File, r.File) + "”", Besides: true})
		}
	}
	for _, same := range a.Doubles {
		for _, r := range same[1:] {
			put(r.File, Standing{Unit: a.NameOf(r.Unit), Note: "内容和“" + nameBeside(same[0].File, r.File) + "”相同，只加了一份", Besides: true})
		}
	}
	for _, one := range a.Alike {
		put(one.File, Standing{Unit: a.NameOf(one.Unit), Note: "数和“" + nameBeside(one.Counted.File, one.File) + "”一样，加的是那一份；不同的有：" + differingIn(one), Besides: true})
	}
	for _, f := range slices.Concat(g.Faults, a.received) {
		if unit, counted := a.HandedInAgain(f.File); counted != "" {
			put(f.File, Standing{Unit: unit, Note: AgainNote(f.File, counted), Besides: true})
		} else if unit != "" {
			put(f.File, Standing{Unit: unit, Reason: "读不了，" + letter.InLine(forUnit(f.Err))})
		}
	}
	return standings
}

// earlierNote is what the office is told of a report of the year before, a clause.
func (a *Aggregated) earlierNote() string {
	if a.compares {
		return a.earlierTold()
	}
	return a.earlierTold() + "，没有加"
}

// superseded is a report that need not count, since another one of its unit's does.
type superseded struct{ unit, what, file string }

func (s superseded) String() string {
	return fmt.Sprintf("“%s”还有一份%s的，没有加：%s", s.unit, s.what, s.file)
}

// supersededNote is what there is to do about such a report, a clause.
const supersededNote = "这个单位另有一份已经算了，这一份可以移走"

// superseded are those reports. That one of them does not count keeps nothing from passing: its unit has handed in what does.
// A sum of the office itself is none, whatever was handed in beside it: that it was not added, since its members are, is told each time.
func (a *Aggregated) superseded() (list []superseded) {
	add := func(unit string, r county.Report, what string) {
		if a.counted[unit] {
			list = append(list, superseded{unit, what, r.File})
		}
	}
	for _, r := range a.Years {
		add(a.NameOf(r.Unit), r, fmt.Sprintf("%d年度", r.Year))
	}
	for _, r := range a.Editions {
		add(a.NameOf(r.Unit), r, fmt.Sprintf("不是%d年度格式", a.Year))
	}
	for _, s := range a.Strange {
		add(s.Nearest, s.Report, "单位名称写成“"+letter.InLine(s.Unit)+"”")
	}
	for _, r := range a.Unnamed {
		add(a.ownerOf(r), r, "读不出单位名称或年度")
	}
	return list
}

// forUnit is why a file could not be read, and what the unit is to do that handed it in.
func forUnit(err error) string {
	switch err {
	case job.ErrArchive:
		return "是压缩包，请把里面的年报单独报来"
	case job.ErrPicture:
		return "是图片，里面的文字和数读不出，请报填报表，或者生成它的Word文档、网页"
	case job.ErrOther:
		return "不是年报，请报填报表，或者年报的Word文档、网页"
	}
	told := strings.ReplaceAll(remedy.Plain(err).Error(), "再试", "再报")
	if !strings.HasSuffix(told, "报") { // 转成文字: and then?
		told += "，再报"
	}
	return told
}

// Meant are the names by the list of the units that wrote others, by the names of the files.
func (a *Aggregated) Meant() map[string]string {
	meant := map[string]string{}
	for _, s := range a.Strange {
		if s.Nearest != "" {
			meant[s.File] = s.Nearest
		}
	}
	return meant
}

// isBlank says whether all that came of a unit is a form that nobody has filled in.
func (a *Aggregated) isBlank(unit string) bool { return len(a.blanksOf(unit)) > 0 }

// blankFiles are the files of such forms, as they are shown.
func (a *Aggregated) blankFiles() map[string]bool {
	files := map[string]bool{}
	for _, r := range a.Blanks {
		files[line.Shown(r.File)] = true
	}
	return files
}

// blanksOf are the forms that nobody has filled in, of a unit of which nothing else came.
func (a *Aggregated) blanksOf(unit string) (blanks []county.Report) {
	for _, r := range a.Blanks {
		if a.NameOf(r.Unit) == unit {
			blanks = append(blanks, r)
		}
	}
	return blanks
}

// ownerOf is the member whose report this is by its unit, or by the name of its file; "" where that cannot be told.
func (a *Aggregated) ownerOf(r county.Report) string {
	if a.Members == nil {
		return r.Unit
	}
	i, ok := a.Members.Find(r.Unit)
	if !ok || r.Unit == "" {
		i, ok = a.Members.Whose(r.File, a.Within)
	}
	if !ok {
		return ""
	}
	return a.Members.Members[i].Name
}

// HandedInAgain finds whose a file is that could not be read, by its name, and the file of the unit that is in the sum all the same; "" for
// those that nobody can tell.
func (a *Aggregated) HandedInAgain(file string) (unit, counted string) {
	if a.Members != nil {
		if i, ok := a.Members.Whose(file, a.Within); ok {
			unit = a.Members.Members[i].Name
		}
	}
	first := job.LineageOf(file).First
	for _, r := range slices.Concat(a.Counted, a.Unsounds) {
		if name := a.NameOf(r.Unit); unit != "" && name == unit || unit == "" && job.LineageOf(r.File).First == first {
			return name, r.File
		}
	}
	return unit, ""
}

// AgainNote says of a file that it does not matter, since its unit has handed in another one.
func AgainNote(file, counted string) string {
	return "已经另交了“" + nameBeside(counted, file) + "”，这一份可以移走"
}

// nameBeside is what a file is called where another one is spoken of.
func nameBeside(file, other string) string { return job.NamesApart([]string{file, other})[0] }

// differingIn says where a report differs that adds the same as another one.
func differingIn(one county.Alike) string {
	const most = 3
	if more := len(one.Differ) - most; more > 0 {
		return strings.Join(one.Differ[:most], "；") + fmt.Sprintf("；另有%d处", more)
	}
	return strings.Join(one.Differ, "；")
}

// differing says where versions of one report differ, and which file has what.
func differing(versions []county.Report) string {
	const most = 5
	differ := map[form.Key]bool{}
	for _, v := range versions[1:] {
		for _, k := range versions[0].Figures.Differing(v.Figures) {
			differ[k] = true
		}
	}
	names := job.NamesApart(filesOf(versions))
	var list []string
	tell := func(name string, in func(county.Report) model.Value) {
		values := make([]string, len(versions))
		for i, v := range versions {
			values[i] = "《" + letter.InLine(names[i]) + "》" + said(in(v))
		}
		list = append(list, name+"（"+strings.Join(values, "、")+"）")
	}
	for _, c := range versions[0].Figures.Edition.Cells() {
		if differ[c.Key] {
			tell(c.Name(), func(r county.Report) model.Value { return r.Figures.Figure(c.Key) })
		}
	}
	var beside []string
	for _, v := range versions[1:] {
		for _, name := range differingIndicators(versions[0], v) {
			if !slices.Contains(beside, name) {
				beside = append(beside, name)
			}
		}
	}
	for _, name := range beside {
		tell(indicatorLabel(name), func(r county.Report) model.Value { given, _ := r.Given(name); return given.Value() })
	}
	switch {
	case list == nil:
		return "数都一样，文字或者单位信息不一样"
	case len(list) > most:
		return strings.Join(list[:most], "、") + fmt.Sprintf("，另有%d处", len(list)-most)
	}
	return strings.Join(list, "、")
}
