package job

import (
	"fmt"

	"nianbao/internal/chinese"
	"nianbao/internal/line"
)

// Standing is why a file does not count, whatever is found in it.
type Standing struct {
	Unit    string // whose it is, by the list's name; "" where nobody can tell
	Reason  string // what is wrong and what to do, a clause; "" for a file that counts, or would
	Besides bool   // another one of the unit's counts
}

// Standings are those of the gathered files that do not count, by the name of the file as it is shown.
func (a *Aggregated) Standings(g *Gathered) map[string]Standing {
	standings := map[string]Standing{}
	put := func(file, unit, format string, args ...any) {
		standings[line.Shown(file)] = Standing{Unit: unit, Reason: fmt.Sprintf(format, args...), Besides: a.counted[unit]}
	}
	for _, r := range a.Years {
		put(r.File, a.NameOf(r.Unit), "交的是%d年度的，请报%d年度的", r.Year, a.Year)
	}
	for _, r := range a.Editions {
		put(r.File, a.NameOf(r.Unit), "用的不是%d年度的格式，请用新的填报表重新填", a.Year)
	}
	for _, s := range a.Strange {
		if s.Nearest == "" {
			put(s.File, "", "名单上没有这个单位")
		} else {
			put(s.File, s.Nearest, "单位名称写成了“%s”，名单上是“%s”，请改正以后再报", inLine(s.Unit), s.Nearest)
		}
	}
	for _, versions := range a.Versions {
		const most = 5
		differ := differing(versions[0], versions[1])
		where := ""
		if len(differ) > 0 {
			where = "（" + chinese.Listed(differ, most) + "）"
		}
		for _, r := range versions {
			put(r.File, a.NameOf(r.Unit), "交了%d份，内容不一样%s，请说明用哪一份", len(versions), where)
		}
	}
	for _, versions := range append(a.Others, a.Doubles...) {
		for _, r := range versions[1:] {
			standings[line.Shown(r.File)] = Standing{Unit: a.NameOf(r.Unit), Besides: true}
		}
	}
	if a.Members != nil {
		for _, f := range g.Faults {
			if i, ok := a.Members.InName(f.File); ok {
				put(f.File, a.Members.Members[i].Name, "文件读不了：%s", inLine(f.Err.Error()))
			}
		}
	}
	return standings
}
