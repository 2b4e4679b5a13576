package reading

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

const mostNamed = 50 // subjects of one unit that numbers are looked for again; reports count a dozen things

// nameAgain finds numbers that are told again in another order of words: 召开新闻发布会12场, then 在办好14场新闻发布会的基础上.
func (r *Reading) nameAgain() {
	named := map[string][]subject{} // by the unit
	for _, s := range r.Statements {
		for _, q := range s.Quantities {
			for _, m := range q.measured {
				if !m.told.isNone() && len(named[q.Unit]) < mostNamed {
					named[q.Unit] = append(named[q.Unit], m.told)
				}
			}
		}
	}
	for unit, list := range named {
		named[unit] = withoutRivals(list)
	}
	for _, s := range r.Statements {
		for _, q := range s.Quantities {
			if q.Form != Number || len(q.measured) > 0 || q.whole != nil || q.differs || q.otherTime || q.lastYear || q.planned {
				continue
			}
			if at := slices.IndexFunc(named[q.Unit], q.isOf); at >= 0 {
				q.measured, q.Silence = []Measure{named[q.Unit][at].measure()}, ""
			}
		}
	}
}

// withoutRivals leaves accounts out where there is more than one: 公众号 may be any.
func withoutRivals(list []subject) []subject {
	first := ""
	for _, s := range list {
		if s.account != "" && first != "" && s.account != first {
			return slices.DeleteFunc(list, func(s subject) bool { return s.account != "" })
		}
		first = cmp.Or(first, s.account)
	}
	return list
}

// isOf says whether the words behind a number name a subject that was named before, and those before it only point back to it: 全年的5次推进会,
// 公众号推送的521篇信息, 网站公开的421条政府信息.
func (q *Quantity) isOf(told subject) bool {
	text := q.Statement.Text
	said, behind := text[q.saidBehind():q.Start], text[q.End:chinese.RuneStart(text, q.End+chinese.Farthest)]
	for _, word := range []string{"的", "政务公开", "政府信息公开"} {
		behind = strings.TrimPrefix(behind, word)
	}
	done := strings.HasSuffix(said, "的")
	switch {
	case told.noun != "":
		rest, found := strings.CutPrefix(behind, told.noun)
		definite := done || chinese.EndsWithAny(said, []string{"这", "上述", "以上"}) || chinese.ContainsAny(said, []string{"全年", "今年", "本年", "年内"}) || strings.HasPrefix(rest, "的基础上")
		return found && definite && pointing.Without(said) == ""
	case told.account != "":
		return done && pointsToAccount(said) && chinese.StartsWithAny(behind, []string{"信息", "图文", "推文", "文章"})
	case told.website:
		return done && saysWebsite(said) && chinese.StartsWithAny(behind, []string{"政府信息", "信息", "政务信息"})
	}
	return false
}

// pointsToAccount says whether words speak of the account without its name: 公众号全年推送的.
func pointsToAccount(said string) bool {
	return strings.Contains(said, "公众号") && pointing.Without(strings.Replace(said, "公众号", "", 1)) == ""
}

// pointing drops the words before a number that point back at what was told of before.
var pointing = pattern.NewWords("全年 今年 本年度 本年 年内 通过 利用 借助 在 办好 召开 举办 组织 开展 公示 发布 推送 公开 完成 这 上述 以上 的 共 了 对")
