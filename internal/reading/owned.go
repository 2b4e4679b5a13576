package reading

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// owners have or publish what is counted; owning are what they do with it.
	owners = pattern.NewWords("公众号 该号 该账号 抖音号 视频号 微博 官网 网站 门户网站 专栏 专区 子站 公开栏 公示栏 体验区 平台 客户端 清单 目录 简报 公报")
	owning = pattern.NewWords("发布 推送 公开 公示 开设 设置 设立 下设 收录 归集 刊发 编发 展示 推出 上线 播发")
	// isNew begins what was added in the year to what there was.
	isNew = pattern.NewWords("新 增 另 其中 部分 等")
	// toThen stands between what was counted and its number.
	toThen = pattern.NewWords("全年 年内 已 共 累计 合计 总计 总数 数量 达到 达 为 有 是")
)

// ownerIn is whose the words before a number say that it is, and what the owner did, "" for nothing: 对专栏的9个子栏目, 公众号发布的129条防控信息.
func ownerIn(before string) (owner, verb string) {
	said, attribute := strings.CutSuffix(before, "的")
	if !attribute {
		return "", ""
	}
	rest, done := owning.CutSuffix(said)
	if done {
		verb = said[len(rest):]
		said = strings.TrimSuffix(strings.TrimSuffix(rest, "所"), "全年")
	}
	if rest, found := owners.CutSuffix(said); found {
		return said[len(rest):], verb
	}
	return "", ""
}

// ownedBefore is the owner and the noun before a number that is told behind both: 抖音号发布的消费提示短视频全年达85条; "" for none.
func ownedBefore(before string) (owner, noun string) {
	at := strings.LastIndex(before, "的")
	if at < 0 {
		return "", ""
	}
	owner, verb := ownerIn(before[:at+len("的")])
	noun = before[at+len("的"):]
	said := toThen.Without(noun)
	if verb == "" || said == noun || !strings.HasPrefix(noun, said) || utf8.RuneCountInString(said) < fewestRetold || !chinese.IsHanOnly(said) {
		return "", ""
	}
	return owner, said
}

// isBeside says whether another number is told in the same paragraph, and the same owner named with it.
func (q recalling) isBeside(earlier *Quantity) bool {
	return q.owner != "" && q.Statement.Section == earlier.Statement.Section && q.Statement.Paragraph == earlier.Statement.Paragraph
}

// isOwnedBy says whether the sentence names an owner last before a number, and alone: 网站设置专栏，归集23家机构信息.
func (q *Quantity) isOwnedBy(owner string) bool {
	s := q.Statement
	named := s.Text[s.Start:q.Start]
	at := strings.LastIndex(named, owner)
	return at >= 0 && !owners.In(named[at+len(owner):]) && !chinese.EndsWithAny(named[:at], []string{"、", "和", "及", "与"}) && !chinese.StartsWithAny(named[at+len(owner):], []string{"、", "和", "及", "与"})
}

// cannotBeSomeOf says whether a number behind the one who has what it counts cannot be of some of those told before: there are more, they are said to be all,
// or it is the same but for a slip.
func (q recalling) cannotBeSomeOf(earlier *Quantity, noun string) bool {
	behind := strings.TrimPrefix(q.Statement.Text[q.End:], noun)
	return q.Value.GreaterThan(earlier.Value) || allOfThem.Begins(behind) || isSlipOf(q.Value.String(), earlier.Value.String())
}

// isSlipOf says whether two numbers of at least two digits are the same but for one digit, or for two neighbours that changed places.
func isSlipOf(a, b string) bool {
	if len(a) != len(b) || len(a) < 2 {
		return false
	}
	first, last, differ := -1, -1, 0
	for i := range a {
		if a[i] != b[i] {
			if differ++; first < 0 {
				first = i
			}
			last = i
		}
	}
	return differ == 1 && len(a) > 2 || differ == 2 && last == first+1 && a[first] == b[last] && a[last] == b[first]
}
